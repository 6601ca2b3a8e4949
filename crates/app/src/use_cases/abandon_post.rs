//! The author gives a draft up; what was published has no other way out than a correction (2-5).

use shingi_domain::{id::PostId, permit::Action, post::Command};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn abandon_post(&self, who: &Signed, id: PostId) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_post(who.actor(), id, Command::Abandon)
    }
}
