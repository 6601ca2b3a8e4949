//! Anyone who reads a post may doubt it; an open doubt makes it unpublishable (2-2).

use shingi_domain::{
    id::{DoubtId, PostId},
    permit::Action,
    post::Command,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn raise_doubt(&self, who: &Signed, id: PostId, reason: String) -> Result<Done, AppError> {
        who.require(Action::RaiseDoubt)?;
        let doubt = DoubtId(self.ids.id());
        self.on_post(who.actor(), id, Command::RaiseDoubt { doubt, reason })
    }
}
