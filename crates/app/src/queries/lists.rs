//! Lists of posts, deliveries, people and the rest, for pages and the API (1-7, 2-9).

use shingi_domain::{
    account::Account,
    certification::Certification,
    id::{AccountId, DeliveryId, PersonId, PostId},
    people::Person,
    permit::Action,
    stop::Stop,
    time::Timestamp,
    world::World,
};
use shingi_store::view::{
    self,
    posts::{ConsultationRow, Cursor, DeliveryRow, PostFilter, PostRow},
};

use crate::{App, AppError, session::Signed};

impl App {
    pub fn posts(&self, who: &Signed, filter: &PostFilter) -> Result<Vec<PostRow>, AppError> {
        who.require(Action::ReadPosts)?;
        Ok(self.store.read(|read| view::posts::posts(read, filter))?)
    }

    /// How many posts stand in each stage.
    pub fn post_counts(&self, who: &Signed) -> Result<Vec<(String, i64)>, AppError> {
        who.require(Action::ReadPosts)?;
        Ok(self.store.read(view::posts::counts)?)
    }

    /// Deliveries whose time, planned or real, lies in a span.
    pub fn calendar(&self, who: &Signed, from: Timestamp, until: Timestamp) -> Result<Vec<DeliveryRow>, AppError> {
        who.require(Action::ReadPosts)?;
        Ok(self.store.read(|read| view::posts::between(read, from.0, until.0))?)
    }

    /// A page of the open consultations or of those that were ruled, asked last first. Whoever may rule, may see; managers
    /// see those about their people.
    pub fn consultations(
        &self,
        who: &Signed,
        ruled: bool,
        mut before: Option<Cursor>,
        count: usize,
    ) -> Result<Vec<ConsultationRow>, AppError> {
        const STEP: u32 = 200;
        let now = self.now();
        self.store.read(|read| {
            let world = self.world(read, now)?;
            let mut found = Vec::new();
            loop {
                let page = view::posts::consultations(read, ruled, before.as_ref(), STEP)?;
                let Some(last) = page.last() else { return Ok(found) };
                before = Some(last.cursor());
                let seen = page.into_iter().filter(|row| may_see(&world, who, row, now));
                found.extend(seen.take(count - found.len()));
                if found.len() == count {
                    return Ok(found);
                }
            }
        })
    }

    /// How many there are of either kind.
    pub fn consultation_count(&self, who: &Signed, ruled: bool) -> Result<u64, AppError> {
        if who.may(Action::ReadPosts) {
            return Ok(self.store.read(|read| view::posts::consultation_count(read, ruled))?);
        }
        Ok(self.consultations(who, ruled, None, usize::MAX)?.len() as u64)
    }

    /// What the public may see of an account: published deliveries, newest first.
    pub fn published(
        &self,
        account: AccountId,
        before: Option<&Cursor>,
        count: u32,
    ) -> Result<Vec<DeliveryRow>, AppError> {
        Ok(self.store.read(|read| view::posts::published(read, &account.to_string(), before, count))?)
    }

    pub fn delivery_row(&self, id: DeliveryId) -> Result<Option<DeliveryRow>, AppError> {
        Ok(self.store.read(|read| view::posts::delivery(read, &id.to_string()))?)
    }

    /// For public pages: the post of a published delivery, without asking who reads.
    pub fn published_post(&self, id: PostId) -> Result<Option<shingi_domain::post::Post>, AppError> {
        Ok(self.store.read(|read| crate::repository::post(read, id))?.map(|document| document.value))
    }

    /// The register of official accounts is public.
    pub fn accounts(&self) -> Result<Vec<Account>, AppError> {
        Ok(self.store.read(|read| view::documents::all(read, "account"))?)
    }

    /// The directory, for whoever works with it.
    pub fn people(&self, who: &Signed) -> Result<Vec<Person>, AppError> {
        if !who.may(Action::ReadPosts) {
            who.require(Action::ManagePeople)?;
        }
        Ok(self.store.read(|read| view::documents::all(read, "person"))?)
    }

    pub fn person(&self, id: PersonId) -> Result<Option<Person>, AppError> {
        Ok(self
            .store
            .read(|read| view::documents::one(read, "person", &id.to_string()))?
            .map(|document| document.value))
    }

    pub fn certifications(&self, who: &Signed) -> Result<Vec<Certification>, AppError> {
        if !who.may(Action::ReadPosts) && !who.may(Action::ManagePeople) {
            who.require(Action::GrantCertification)?;
        }
        Ok(self.store.read(|read| view::documents::all(read, "certification"))?)
    }

    /// Who granted a certification.
    pub fn examiner_of(&self, id: shingi_domain::id::CertificationId) -> Result<Option<PersonId>, AppError> {
        let stream = crate::repository::stream("certification", id);
        let lines = self.store.read(|read| read.stream(shingi_store::Log::Record, &stream))?;
        let actor = lines.first().and_then(|line| line.actor.parse::<shingi_domain::actor::Actor>().ok());
        Ok(actor.and_then(shingi_domain::actor::Actor::principal))
    }

    /// Whether a stop order is in force, for the whole organisation or for one account.
    pub fn is_stopped(&self) -> Result<bool, AppError> {
        let now = self.now();
        Ok(self.store.read(|read| self.world(read, now))?.stops.iter().any(|stop| stop.lifted.is_none()))
    }

    /// Stop orders, newest first. Everyone signed in may know that sending is stopped.
    pub fn stops(&self) -> Result<Vec<Stop>, AppError> {
        let mut stops = self.store.read(|read| view::documents::all::<Stop>(read, "stop"))?;
        stops.sort_by_key(|stop| std::cmp::Reverse(stop.at));
        Ok(stops)
    }
}

/// Whether a consultation is this person's to see.
pub(super) fn may_see(world: &World, who: &Signed, row: &ConsultationRow, now: Timestamp) -> bool {
    who.may(Action::ReadPosts)
        || row.author.parse::<PersonId>().is_ok_and(|author| world.is_manager_of(who.id(), author, now))
}
