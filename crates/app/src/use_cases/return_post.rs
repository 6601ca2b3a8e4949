//! A reviewer asks for changes; the comment is compulsory (1-7).

use shingi_domain::{id::PostId, permit::Action, post::Command};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn return_post(&self, who: &Signed, id: PostId, comment: String) -> Result<Done, AppError> {
        who.require(Action::ReadPosts)?;
        self.on_post(who.actor(), id, Command::Return { comment })
    }
}
