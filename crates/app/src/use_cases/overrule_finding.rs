//! A reviewer says, with a reason on record, that a finding does not apply; never in their own post (1-7, 2-4).

use shingi_domain::{
    id::PostId,
    permit::Action,
    post::{Command, FindingKey},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn overrule_finding(
        &self,
        who: &Signed,
        id: PostId,
        key: FindingKey,
        reason: String,
    ) -> Result<Done, AppError> {
        who.require(Action::ReadPosts)?;
        self.on_post(who.actor(), id, Command::Overrule { key, reason })
    }
}
