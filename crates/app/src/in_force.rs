//! The policy in force: the pack that was adopted, compiled once, and what it says of a delivery's content.
//! Serves every item.

use std::{collections::BTreeMap, sync::Arc, sync::PoisonError};

use jiff::{Timestamp as Moment, tz::TimeZone};
use shingi_check::{
    context::{Context, Looked, Medium, Organisation, Speaker},
    date::Date,
    engine::{ENGINE_VERSION, Engine},
    matters::Matters,
    mosaic::History,
    pack::Pack,
};
use shingi_connect::limits;
use shingi_domain::{
    account::Account,
    clearance::Judge,
    id::{DeliveryId, PostId},
    obligation::Facts,
    organisation::OrganisationDetails,
    pledge::Adopted,
    policy::Policy,
    post::{Picture, Post, Resolved},
    time::Timestamp,
    world::World,
};

use crate::{App, AppError, FACTS_MAX, pictures, repository};

pub struct InForce {
    pub pack: Pack,
    pub engine: Engine,
    pub policy: Policy,
    pub judge: Judge,
    pub adopted: Adopted,
    pub organisation: OrganisationDetails,
    pub zone: TimeZone,
    checked_as: Organisation,
}

impl InForce {
    /// `None` before set-up.
    pub fn read(app: &App) -> Result<Option<Self>, AppError> {
        let Some((organisation, adopted)) = repository::organisation(&app.store)? else { return Ok(None) };
        let bytes = app.store.blobs().get(adopted.pack_hash)?;
        let files: BTreeMap<String, Vec<u8>> = pack_files(&bytes)?;
        let pack =
            Pack::load(&files).map_err(|problems| AppError::Record(format!("the adopted pack: {problems:?}")))?;
        Self::new(pack, adopted, organisation).map(Some)
    }

    fn new(pack: Pack, adopted: Adopted, organisation: OrganisationDetails) -> Result<Self, AppError> {
        let engine = Engine::new(&pack).map_err(|error| AppError::Record(error.to_string()))?;
        let zone = TimeZone::get(&organisation.time_zone).unwrap_or(TimeZone::UTC);
        let mut names = vec![organisation.name.clone()];
        names.extend(organisation.other_names.iter().cloned());
        let checked_as = Organisation::new(names, organisation.contacts.clone());
        let policy = pack.policy.clone();
        let judge = Judge {
            policy: policy.id.clone(),
            version: policy.version.clone(),
            pack_hash: adopted.pack_hash,
            engine: format!("{ENGINE_VERSION}, pictures {}", pictures::VERSION),
        };
        Ok(Self { pack, engine, policy, judge, adopted, organisation, zone, checked_as })
    }

    /// The day in the organisation's zone.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Date {
        let moment = Moment::from_microsecond(now.0).unwrap_or(Moment::UNIX_EPOCH);
        let date = moment.to_zoned_datetime(self.zone.clone()).date();
        Date::new(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
            .expect("a civil date of one calendar is one of the other")
    }

    /// Who speaks here and when, for the engine.
    #[must_use]
    pub fn context(&self, account: &str, reply: bool, now: Timestamp) -> Context {
        Context {
            speaker: Speaker::Official { account: account.to_owned() },
            organisation: self.checked_as.clone(),
            today: self.today(now),
            reply,
            minute: None,
            reply_to: None,
            matters: Some(Matters::default()),
            history: Some(History::default()),
        }
    }
}

/// What is answered, where its words are given and not only its address.
fn words(answers: &str) -> Option<String> {
    let given = answers.trim();
    let address = given.split_whitespace().all(|part| part.starts_with("https://") || part.starts_with("http://"));
    (!address).then(|| given.to_owned())
}

/// A pack as one blob: a JSON object of path → text. All files of a pack are text.
pub fn pack_files(blob: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, AppError> {
    let files: BTreeMap<String, String> = serde_json::from_slice(blob).map_err(|e| AppError::Record(e.to_string()))?;
    Ok(files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect())
}

/// The blob of a pack's files.
pub fn pack_blob(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, AppError> {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).map_err(|e| AppError::Record(e.to_string()));
    let files =
        files.iter().map(|(path, bytes)| Ok((path, text(bytes)?))).collect::<Result<BTreeMap<_, _>, AppError>>()?;
    serde_json::to_vec(&files).map_err(|e| AppError::Record(e.to_string()))
}

impl App {
    /// What is computed about each delivery of a post. Cached by bytes, pack and day: the world is not part of it.
    pub fn facts(&self, post: &Post, world: &World, in_force: &InForce, now: Timestamp) -> BTreeMap<DeliveryId, Facts> {
        let mut facts = BTreeMap::new();
        for delivery in post.deliveries.values() {
            let (Some(account), Some(content)) = (world.accounts.get(&delivery.account), delivery.content.kept())
            else {
                continue;
            };
            facts.insert(delivery.id, (*self.facts_of(post.id, content, account, in_force, now)).clone());
        }
        facts
    }

    fn facts_of(
        &self,
        post: PostId,
        content: &Resolved,
        account: &Account,
        in_force: &InForce,
        now: Timestamp,
    ) -> Arc<Facts> {
        let key = (content.digest(), post, in_force.judge.pack_hash.0, day_number(in_force.today(now)));
        let lock = || self.facts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return Arc::clone(known);
        }
        let handle = account.details.kept().map_or("", |details| details.handle.as_str());
        let (media, complete) = self.media(content, post, now).unwrap_or_else(|error| {
            tracing::error!(%error, "what is known of pictures cannot be read; they count as unchecked");
            let missing =
                |picture: &Picture| Medium { alt: Some(picture.alt.clone()), looked: Looked::Missing, agreed: false };
            (content.pictures.iter().map(missing).collect(), false)
        });
        let ctx = Context { reply_to: words(&content.answers), ..in_force.context(handle, content.reply, now) };
        let report = in_force.engine.inspect(&content.text, &media, &ctx);
        let facts = Arc::new(Facts { report, misfit: limits::misfit(account.medium, content) });
        if !complete {
            return facts;
        }
        let mut cache = lock();
        if cache.len() >= FACTS_MAX {
            cache.clear();
        }
        cache.insert(key, Arc::clone(&facts));
        facts
    }
}

/// 20261124: a day as one number, for the cache's key.
fn day_number(day: Date) -> i32 {
    i32::from(day.year()) * 10_000 + i32::from(day.month()) * 100 + i32::from(day.day())
}
