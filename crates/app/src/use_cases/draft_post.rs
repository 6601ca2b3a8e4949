//! Begins a post, in one's own name (1-8).

use shingi_domain::{id::PostId, permit::Action, post::Command};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn draft_post(&self, who: &Signed, reply: bool) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        let post = PostId(self.ids.id());
        self.on_post(who.actor(), post, Command::Draft { post, author: who.id(), reply })
    }
}
