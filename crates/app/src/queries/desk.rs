//! A post on somebody's desk: every delivery with its findings, its obligations, and who still has to act (1-7).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use shingi_domain::{
    account::Account,
    certification::Capability,
    clearance::Clearance,
    id::{DeliveryId, PersonId, PostId},
    obligation::{Case, Duty, Facts, Obligation, Obligations, Party, obligations},
    people::Person,
    permit::Action,
    policy::Strength,
    post::{Delivery, DeliveryState, Draft, FindingKey, Post, PostEvent, Progress},
    time::Timestamp,
    world::World,
};

use crate::{App, AppError, in_force::InForce, repository, session::Signed, use_cases::save_draft::PostForm};

pub struct Desk {
    pub post: Post,
    /// The version of the post's stream: for `ETag`.
    pub version: u64,
    pub world: Arc<World>,
    pub in_force: Arc<InForce>,
    pub now: Timestamp,
    pub parts: Vec<Part>,
}

/// One delivery with everything that is computed about it.
pub struct Part {
    pub delivery: Delivery,
    pub account: Option<Account>,
    pub facts: Facts,
    pub obligations: Obligations,
    pub shown: DeliveryState,
}

impl Part {
    #[must_use]
    pub fn open(&self) -> Vec<&Obligation> {
        self.obligations.open().collect()
    }

    #[must_use]
    pub fn is_cleared(&self) -> bool {
        Clearance::of(&self.obligations).is_cleared()
    }
}

impl Desk {
    /// To whom the open obligations of all deliveries fall, each once, in the order in which they act.
    #[must_use]
    pub fn waits_for(&self) -> Vec<Party> {
        let mut parties = Vec::new();
        for obligation in self.parts.iter().flat_map(Part::open) {
            if !parties.contains(&obligation.who) {
                parties.push(obligation.who);
            }
        }
        let order = |party: &Party| match party {
            Party::Examiner => 0,
            Party::Author => 1,
            Party::Doubter => 2,
            Party::Manager => 3,
            Party::Committee => 4,
            Party::OtherCertified => 5,
            Party::Administrator => 6,
            Party::Clock => 7,
        };
        parties.sort_by_key(order);
        parties
    }

    /// The deliveries that are still to be cleared: what an approval or a ruling covers.
    pub fn to_be_cleared(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| !part.delivery.progress.is_frozen())
    }

    /// The findings that still wait for the author's answer, each once however many deliveries have it.
    #[must_use]
    pub fn to_be_answered(&self) -> BTreeSet<FindingKey> {
        let mut keys = BTreeSet::new();
        for part in self.to_be_cleared() {
            for obligation in part.obligations.open() {
                if let (Duty::Finding { index, .. }, Strength::Answer) = (&obligation.duty, obligation.strength) {
                    keys.insert(FindingKey::of(&part.obligations.findings[usize::from(*index)]));
                }
            }
        }
        keys
    }

    /// Whether its words can still become others: not given up, nothing on its way, something left to send.
    #[must_use]
    pub fn can_be_revised(&self) -> bool {
        let under_way =
            |part: &Part| matches!(part.delivery.progress, Progress::Sending { .. } | Progress::Unknown { .. });
        self.post.abandoned.is_none()
            && !self.parts.iter().any(under_way)
            && (self.parts.is_empty() || self.to_be_cleared().next().is_some())
    }

    /// Whether this person may read all of it for the company: certified for every account, and none of its writers.
    #[must_use]
    pub fn may_review(&self, person: PersonId) -> bool {
        let mut parts = self.to_be_cleared().peekable();
        let certified = |part: &Part| {
            let account = part.delivery.account;
            self.world.certification(person, account, Capability::Review, self.now).is_some()
        };
        parts.peek().is_some() && !self.post.writers.contains(&person) && parts.all(certified)
    }

    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.world.people.get(&id)
    }
}

impl App {
    /// A post as this person may see it.
    pub fn desk(&self, who: &Signed, id: PostId) -> Result<Desk, AppError> {
        let now = self.now();
        let (document, world) = self.store.read(|read| {
            let document = repository::post(read, id)?.ok_or(AppError::NotFound("post"))?;
            Ok::<_, AppError>((document, self.world(read, now)?))
        })?;
        let post = document.value;
        let manages = world.is_manager_of(who.id(), post.author, now);
        if !manages {
            who.require(Action::ReadPosts)?;
        }
        self.desk_of(post, document.version, world, now)
    }

    /// The same for a post in hand.
    pub fn desk_of(&self, post: Post, version: u64, world: Arc<World>, now: Timestamp) -> Result<Desk, AppError> {
        let in_force = self.in_force()?;
        let facts = self.facts(&post, &world, &in_force, now);
        let parts =
            post.deliveries.values().map(|delivery| part(&post, delivery, &facts, &in_force, &world, now)).collect();
        Ok(Desk { post, version, world, in_force, now, parts })
    }

    /// The desks of many posts at once, in the order of the ids; posts that are gone are left out.
    pub fn desks(&self, who: &Signed, ids: &[PostId]) -> Result<Vec<Desk>, AppError> {
        who.require(Action::ReadPosts)?;
        let now = self.now();
        let (documents, world) = self.store.read(|read| {
            let documents = ids.iter().map(|id| repository::post(read, *id)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, AppError>((documents, self.world(read, now)?))
        })?;
        let known = documents.into_iter().flatten();
        known.map(|document| self.desk_of(document.value, document.version, Arc::clone(&world), now)).collect()
    }

    /// What would be, were this draft handed in: for findings while somebody types. Nothing is written.
    pub fn desk_if(
        &self,
        who: &Signed,
        id: PostId,
        class: shingi_domain::policy::Class,
        draft: Draft,
    ) -> Result<Desk, AppError> {
        let Desk { post, version, world, now, .. } = self.desk(who, id)?;
        let event = PostEvent::Revised { revision: post.revision + 1, class, draft: draft.into() };
        let author = post.author;
        let post = Post::evolve(Some(post), &event, Some(author), now).ok_or(AppError::NotFound("post"))?;
        self.desk_of(post, version, world, now)
    }
}

impl App {
    /// The desk of what stands in the composer: what is on record, where the form says the same.
    pub fn desk_with(&self, who: &Signed, id: PostId, form: PostForm) -> Result<Desk, AppError> {
        let desk = self.desk(who, id)?;
        let class = form.class;
        let draft = self.draft_of(form, &desk.post);
        if desk.post.class == class && desk.post.draft_kept() == Some(&draft) {
            return Ok(desk);
        }
        self.desk_if(who, id, class, draft)
    }
}

fn part(
    post: &Post,
    delivery: &Delivery,
    facts: &BTreeMap<DeliveryId, Facts>,
    in_force: &InForce,
    world: &World,
    now: Timestamp,
) -> Part {
    let facts = facts.get(&delivery.id).cloned().unwrap_or_default();
    let publisher = publisher(post, delivery, world, now);
    let case = Case { post, delivery, publisher, policy: &in_force.policy, facts: &facts, world, now };
    let obligations = obligations(&case);
    let shown = post.shown(delivery, Clearance::of(&obligations).is_cleared());
    let account = world.accounts.get(&delivery.account).cloned();
    Part { delivery: delivery.clone(), account, facts, obligations, shown }
}

/// Who sends it or set its time. Until somebody did: the author if they may, else anyone who could.
fn publisher(post: &Post, delivery: &Delivery, world: &World, now: Timestamp) -> PersonId {
    match delivery.progress {
        Progress::Scheduled { by, .. } | Progress::Sending { by, .. } | Progress::Unknown { by, .. } => by,
        Progress::Published { by, .. } => by,
        Progress::Draft | Progress::Failed { .. } | Progress::Missed { .. } => {
            let may =
                |person: PersonId| world.certification(person, delivery.account, Capability::Publish, now).is_some();
            let others = || world.certifications.iter().map(|held| held.person).filter(|person| may(*person));
            if may(post.author) { post.author } else { others().min().unwrap_or(post.author) }
        }
    }
}
