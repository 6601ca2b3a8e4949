//! Whether a command would be refused now, and why: what a page says instead of a button that would not work.
//!
//! It asks the same `decide` that the use case will ask; a page has no rules of its own (1-7, 2-1, 2-4, 2-9).

use std::collections::BTreeMap;

use shingi_domain::{
    id::DeliveryId,
    post::{Command, Digest, Situation, decide, state::Approval},
    refusal::Refusal,
};

use super::desk::{Desk, Part};
use crate::session::Signed;

impl Desk {
    /// Nothing is written. `Ok` holds until something changes: the use case decides again.
    pub fn would(&self, who: &Signed, command: Command) -> Result<(), Refusal> {
        let facts = self.parts.iter().map(|part| (part.delivery.id, part.facts.clone())).collect();
        let situation = Situation {
            actor: who.actor(),
            now: self.now,
            policy: &self.in_force.policy,
            judge: &self.in_force.judge,
            world: &self.world,
            facts: &facts,
        };
        decide(Some(&self.post), command, &situation).map(drop)
    }

    /// The bytes that an approval or a ruling of now is about.
    #[must_use]
    pub fn open_digests(&self) -> BTreeMap<DeliveryId, Digest> {
        self.to_be_cleared().map(|part| (part.delivery.id, part.delivery.digest)).collect()
    }

    /// Approvals that were given to other bytes than those that stand now: an edit voided them.
    #[must_use]
    pub fn voided_approvals(&self) -> Vec<&Approval> {
        let other = |approval: &&Approval| {
            let holds = |part: &Part| approval.digests.get(&part.delivery.id) == Some(&part.delivery.digest);
            self.to_be_cleared().next().is_some() && !self.to_be_cleared().all(holds)
        };
        self.post.approvals.iter().filter(other).collect()
    }
}
