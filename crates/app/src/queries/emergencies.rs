//! Every use of the emergency lane, for the committee that owes its review and for the auditor (1-7, 2-5, 2-9).

use shingi_domain::{
    id::{PersonId, PostId},
    permit::Action,
    post::state::Emergency,
    time::Timestamp,
};
use shingi_store::view::posts::of_class;

use super::desk::Desk;
use crate::{App, AppError, session::Signed};

/// Uses that one page shows, newest change first.
const SHOWN: u32 = 200;

impl App {
    /// Posts for which the lane is open or was used.
    pub fn emergencies(&self, who: &Signed) -> Result<Vec<Desk>, AppError> {
        who.require(Action::ReadPosts)?;
        let found = self.store.read(|read| of_class(read, "emergency", SHOWN))?;
        let ids = found.iter().filter_map(|post| post.parse().ok()).collect::<Vec<PostId>>();
        self.desks(who, &ids)
    }
}

impl Desk {
    /// Until when the committee's review of this use is owed; `None` where none is.
    #[must_use]
    pub fn review_owed_until(&self, emergency: &Emergency) -> Option<Timestamp> {
        let used = emergency.used.filter(|_| emergency.is_owed_a_review())?;
        Some(used.plus_minutes(i64::from(self.in_force.policy.hours_for_review_afterwards()) * 60))
    }

    /// The earliest such time, where this person is one of those who may look: of the committee, without a part in it.
    #[must_use]
    pub fn owes_a_look_back(&self, person: PersonId) -> Option<Timestamp> {
        let had_a_part = |lane: &Emergency| lane.joined.as_ref().is_some_and(|joined| joined.by == person);
        let owed = self.post.emergencies.iter().filter(|lane| lane.is_owed_a_review()).collect::<Vec<_>>();
        let may = self.world.is_committee(person)
            && !self.post.writers.contains(&person)
            && !owed.iter().any(|lane| had_a_part(lane));
        owed.into_iter().filter(|_| may).filter_map(|lane| self.review_owed_until(lane)).min()
    }

    /// A writer opened the lane, and nobody joined for the words as they stand.
    #[must_use]
    pub fn waits_for_a_second(&self) -> bool {
        self.post.open_emergency().is_some_and(|lane| {
            lane.joined.as_ref().is_none_or(|joined| {
                self.to_be_cleared().any(|part| joined.digests.get(&part.delivery.id) != Some(&part.delivery.digest))
            })
        }) && self.to_be_cleared().next().is_some()
    }
}
