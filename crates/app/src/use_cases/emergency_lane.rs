//! The emergency lane (recall, disaster): one writer opens it with a reason, a second certified person joins for exactly
//! these bytes, and the committee looks at the whole afterwards (1-7, 2-5).

use std::collections::BTreeMap;

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::{Command, Digest},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    /// What stands in the composer goes on record with it.
    pub fn open_emergency(&self, who: &Signed, id: PostId, reason: String) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_handed_over(who, id, Command::OpenEmergency { reason })
    }

    pub fn join_emergency(
        &self,
        who: &Signed,
        id: PostId,
        digests: BTreeMap<DeliveryId, Digest>,
    ) -> Result<Done, AppError> {
        who.require(Action::ReadPosts)?;
        self.on_post(who.actor(), id, Command::JoinEmergency { digests })
    }

    pub fn review_emergency(&self, who: &Signed, id: PostId, words: String) -> Result<Done, AppError> {
        who.require(Action::RuleForCommittee)?;
        self.on_post(who.actor(), id, Command::ReviewEmergency { words })
    }
}
