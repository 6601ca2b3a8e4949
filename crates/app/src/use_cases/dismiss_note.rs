//! The author puts a note aside, for these words (1-7).

use shingi_domain::{
    id::PostId,
    permit::Action,
    post::{Command, FindingKey},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn dismiss_note(&self, who: &Signed, id: PostId, key: FindingKey) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_handed_over(who, id, Command::DismissNote { key })
    }
}
