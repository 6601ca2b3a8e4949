//! The one who raised a doubt, or the committee, resolves it with an answer; never the author (2-2).

use shingi_domain::{
    id::{DoubtId, PostId},
    post::Command,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn resolve_doubt(&self, who: &Signed, id: PostId, doubt: DoubtId, answer: String) -> Result<Done, AppError> {
        self.on_post(who.actor(), id, Command::ResolveDoubt { doubt, answer })
    }
}
