//! The author hands a post in for review (1-7).

use shingi_domain::{id::PostId, permit::Action, post::Command};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn submit_post(&self, who: &Signed, id: PostId) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_handed_over(who, id, Command::Submit)
    }
}
