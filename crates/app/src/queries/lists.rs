//! Lists of posts, deliveries, people and the rest, for pages and the API.

use shingi_domain::{
    account::Account,
    certification::Certification,
    id::{AccountId, DeliveryId, PersonId, PostId},
    people::Person,
    permit::Action,
    stop::Stop,
    time::Timestamp,
};
use shingi_store::view::{
    self,
    posts::{ConsultationRow, DeliveryRow, PostFilter, PostRow},
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

    /// Consultations, open ones first. Whoever may rule, may see; managers see those about their people.
    pub fn consultations(&self, who: &Signed) -> Result<Vec<ConsultationRow>, AppError> {
        let rows = self.store.read(view::posts::consultations)?;
        if who.may(Action::ReadPosts) {
            return Ok(rows);
        }
        let now = self.now();
        let world = self.store.read(|read| self.world(read, now))?;
        let mine = |row: &ConsultationRow| {
            row.author.parse::<PersonId>().is_ok_and(|author| world.is_manager_of(who.id(), author, now))
        };
        Ok(rows.into_iter().filter(mine).collect())
    }

    /// What the public may see of an account: published deliveries, newest first.
    pub fn published(
        &self,
        account: AccountId,
        before: Option<Timestamp>,
        count: u32,
    ) -> Result<Vec<DeliveryRow>, AppError> {
        let before = before.map(|before| before.0);
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

    /// Stop orders, newest first. Everyone signed in may know that sending is stopped.
    pub fn stops(&self) -> Result<Vec<Stop>, AppError> {
        let mut stops = self.store.read(|read| view::documents::all::<Stop>(read, "stop"))?;
        stops.sort_by_key(|stop| std::cmp::Reverse(stop.at));
        Ok(stops)
    }
}
