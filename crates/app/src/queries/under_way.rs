//! The posts under way that concern a person: what the page of today and the review box choose from (1-7, 2-6).
//!
//! All of them, without a limit: what waits for somebody must not be missing because others have much to do. A cheap look
//! at the record comes before anything is computed.

use std::sync::Arc;

use shingi_domain::{
    certification::Capability,
    id::PersonId,
    permit::Action,
    policy::Consulted,
    post::{Post, Progress},
    time::Timestamp,
    world::World,
};

use super::desk::Desk;
use crate::{App, AppError, session::Signed};

impl App {
    /// The desks of every post under way that this person wrote, could review, ordered, doubted or is asked about: one by
    /// one, so that hundreds of them need not stand in memory together.
    pub fn desks_that_concern(&self, who: &Signed) -> Result<impl Iterator<Item = Result<Desk, AppError>>, AppError> {
        who.require(Action::ReadPosts)?;
        let now = self.now();
        let (posts, world) =
            self.store.read(|read| Ok::<_, AppError>((self.posts_under_way(read)?, self.world(read, now)?)))?;
        let (me, of) = (who.id(), Arc::clone(&world));
        let mine = posts.into_iter().filter(move |(post, _)| concerns(post, &of, me, now));
        Ok(mine.map(move |(post, version)| self.desk_of((*post).clone(), version, Arc::clone(&world), now)))
    }
}

/// Never less than what a page would show this person; what it shows is decided on the desk.
fn concerns(post: &Post, world: &World, me: PersonId, now: Timestamp) -> bool {
    let returned = || post.returned.as_ref().is_some_and(|returned| returned.by == me);
    let doubted = || post.open_doubts().any(|doubt| doubt.by == me || world.is_committee(me));
    let asked = || {
        let open = post.consultations.iter().filter(|asked| asked.ruling.is_none());
        open.map(|asked| asked.with).any(|with| match with {
            Consulted::Committee => world.is_committee(me),
            Consulted::Manager => world.is_manager_of(me, post.author, now),
        })
    };
    let ordered = |progress: &Progress| match progress {
        Progress::Scheduled { by, .. } | Progress::Sending { by, .. } | Progress::Unknown { by, .. } => *by == me,
        Progress::Draft | Progress::Failed { .. } | Progress::Missed { .. } | Progress::Published { .. } => false,
    };
    post.writers.contains(&me)
        || returned()
        || doubted()
        || asked()
        || post.deliveries.values().any(|delivery| ordered(&delivery.progress))
        || could_review(post, world, me, now)
}

fn could_review(post: &Post, world: &World, me: PersonId, now: Timestamp) -> bool {
    let mut open = post.deliveries.values().filter(|delivery| !delivery.progress.is_frozen()).peekable();
    open.peek().is_some()
        && open.all(|delivery| world.certification(me, delivery.account, Capability::Review, now).is_some())
}
