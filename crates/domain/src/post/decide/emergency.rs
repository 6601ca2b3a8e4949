//! The emergency lane (recall, disaster; 1-7, 2-5): two certified people open it, the committee looks at the whole
//! afterwards. What it lets through is decided by `obligations`, never here: a `forbid`, a doubt and a stop still hold.

use std::collections::BTreeMap;

use super::{Decided, On, words};
use crate::{
    id::DeliveryId,
    post::{content::Digest, event::PostEvent, state::Emergency},
    refusal::Why,
};

impl On<'_> {
    /// A writer says why it cannot wait; with it the text is handed in.
    pub(super) fn open_emergency(&self, reason: String) -> Decided {
        let by = self.in_person()?;
        self.writer()?;
        self.not_abandoned()?;
        if self.post.revision == 0 || self.post.open_emergency().is_some_and(|lane| lane.used.is_none()) {
            return Err(Why::State);
        }
        if self.open_deliveries().next().is_none() {
            return Err(Why::Accounts);
        }
        self.may_write_along(by)?;
        let opened = PostEvent::EmergencyOpened { by, reason: words(reason)?.into() };
        let submitted = PostEvent::Submitted { revision: self.post.revision };
        Ok(if self.post.submitted.is_some() { vec![opened] } else { vec![submitted, opened] })
    }

    /// The second person, who wrote none of it and may read it for the company, joins for the bytes they saw.
    pub(super) fn join_emergency(&self, digests: BTreeMap<DeliveryId, Digest>) -> Decided {
        let by = self.reviewer()?;
        self.in_review()?;
        if self.post.open_emergency().is_none() {
            return Err(Why::State);
        }
        self.same_bytes(&digests)?;
        Ok(vec![PostEvent::EmergencyJoined { by, revision: self.post.revision, digests: digests.into() }])
    }

    /// By a member of the committee who had no part in it.
    pub(super) fn review_emergency(&self, said: String) -> Decided {
        let by = self.in_person()?;
        if !self.at.world.is_committee(by) {
            return Err(Why::NotInCharge);
        }
        let owed = self.post.emergencies.iter().filter(|lane| lane.is_owed_a_review()).collect::<Vec<_>>();
        let joined = |lane: &&Emergency| lane.joined.as_ref().is_some_and(|joined| joined.by == by);
        if self.post.writers.contains(&by) || owed.iter().any(joined) {
            return Err(Why::OwnPost);
        }
        if owed.is_empty() {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::EmergencyReviewed { by, words: words(said)?.into() }])
    }
}
