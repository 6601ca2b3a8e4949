//! Another certified person approves exactly the bytes that they saw (1-7).

use std::collections::BTreeMap;

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::{Command, Digest},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn approve_post(
        &self,
        who: &Signed,
        id: PostId,
        digests: BTreeMap<DeliveryId, Digest>,
        comment: String,
    ) -> Result<Done, AppError> {
        who.require(Action::ReadPosts)?;
        self.on_post(who.actor(), id, Command::Approve { digests, comment })
    }
}
