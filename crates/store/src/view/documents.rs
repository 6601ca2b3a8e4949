//! The folded state of every aggregate, as one JSON text each: people, accounts, certifications, stops, posts.
//! Serves no item of its own.

use serde::{Serialize, de::DeserializeOwned};
use shingi_domain::{
    account::Account,
    actor::Actor,
    certification::Certification,
    event::Event,
    organisation::{OrganisationDetails, OrganisationEvent, PolicyEvent},
    people::Person,
    pledge::Adopted,
    post::Post,
    stop::Stop,
    time::Timestamp,
    world::World,
};

use super::{Document, decoded};
use crate::{Log, Projection, Read, StoreError, StoredEvent, WriteTx, queries};

/// The document of one aggregate, if there is one.
pub fn one<T: DeserializeOwned>(read: &Read, noun: &str, id: &str) -> Result<Option<Document<T>>, StoreError> {
    let found =
        read.rows(queries::DOCUMENT_ONE, &[&noun, &id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    found
        .into_iter()
        .next()
        .map(|(json, version)| {
            Ok(Document { value: parsed(noun, id, &json)?, version: u64::try_from(version).unwrap_or(0) })
        })
        .transpose()
}

/// All documents of a noun, in the order of their ids.
pub fn all<T: DeserializeOwned>(read: &Read, noun: &str) -> Result<Vec<T>, StoreError> {
    let found =
        read.rows(queries::DOCUMENT_ALL, &[&noun], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    found.into_iter().map(|(id, json)| parsed(noun, &id, &json)).collect()
}

fn parsed<T: DeserializeOwned>(noun: &str, id: &str, json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|error| StoreError::View {
        noun: noun.to_owned(),
        id: id.to_owned(),
        why: error.to_string(),
    })
}

/// Changes with every event that changes the world: the position of the newest one.
pub fn world_version(read: &Read) -> Result<u64, StoreError> {
    Ok(one::<u64>(read, "world", "world")?.map_or(0, |document| document.value))
}

/// The adoption in force.
pub fn adopted(read: &Read) -> Result<Option<Adopted>, StoreError> {
    let event = one::<PolicyEvent>(read, "policy", "policy")?;
    Ok(event.map(|document| {
        let PolicyEvent::Adopted { pack_id: _, version, pack_hash, effective, acknowledge_days } = document.value;
        Adopted { pack_hash, version, effective, acknowledge_days }
    }))
}

/// People, accounts, certifications, the policy and the stop orders in force.
pub fn world(read: &Read) -> Result<World, StoreError> {
    let people = all::<Person>(read, "person")?.into_iter().map(|person| (person.id, person)).collect();
    let accounts = all::<Account>(read, "account")?.into_iter().map(|account| (account.id, account)).collect();
    let certifications = all::<Certification>(read, "certification")?;
    let stops = all::<Stop>(read, "stop")?.into_iter().filter(|stop| stop.lifted.is_none()).collect();
    Ok(World { people, accounts, certifications, adopted: adopted(read)?, stops, clock_behind: false })
}

/// Folds each event into its aggregate's document.
pub struct Documents;

impl Projection for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn apply(&self, tx: &WriteTx<'_>, stored: &StoredEvent) -> Result<(), StoreError> {
        if stored.log != Log::Record {
            return Ok(());
        }
        let at = Timestamp(stored.at);
        let principal = stored.actor.parse::<Actor>().ok().and_then(Actor::principal);
        let (noun, id) = split(&stored.stream);
        let version = stored.seq;
        let changes_world = match decoded(stored)? {
            Event::Post(event) => {
                let folded = fold::<Post>(tx, noun, id, version, |old| Post::evolve(old, &event, principal, at))?;
                if let Some(post) = folded {
                    super::posts::put(tx, &post, &event, stored)?;
                }
                false
            }
            Event::Person(event) => {
                fold::<Person>(tx, noun, id, version, |old| Person::evolve(old, &event, at))?;
                true
            }
            Event::Account(event) => {
                fold::<Account>(tx, noun, id, version, |old| Account::evolve(old, &event, at))?;
                true
            }
            Event::Certification(event) => {
                fold::<Certification>(tx, noun, id, version, |old| Certification::evolve(old, &event))?;
                true
            }
            Event::Stop(event) => {
                fold::<Stop>(tx, noun, id, version, |old| Stop::evolve(old, &event, at))?;
                true
            }
            Event::Organisation(
                OrganisationEvent::Founded { details, .. } | OrganisationEvent::Changed { details },
            ) => {
                fold::<OrganisationDetails>(tx, noun, id, version, |_| details.into_kept())?;
                true
            }
            Event::Policy(event) => {
                put(tx, noun, id, &event, version)?;
                true
            }
            // The erasure folds its stream again by itself; whoever keeps the world must read it anew.
            Event::Payload(_) => true,
            Event::Epoch(_) => false,
        };
        if changes_world {
            // A stream that is folded again after an erasure comes with old positions.
            let newest = stored.pos.max(world_version(tx)?);
            put(tx, "world", "world", &newest, version)?;
        }
        Ok(())
    }

    fn forget(&self, tx: &WriteTx<'_>, log: Log, stream: &str) -> Result<(), StoreError> {
        if log == Log::Record {
            let (noun, id) = split(stream);
            tx.run(queries::DOCUMENT_FORGET, &[&noun, &id])?;
            if noun == "post" {
                super::posts::forget(tx, id)?;
            }
        }
        Ok(())
    }

    fn clear(&self, tx: &WriteTx<'_>) -> Result<(), StoreError> {
        tx.run(queries::DOCUMENT_CLEAR, &[])?;
        super::posts::clear(tx)
    }
}

/// `post/…` is the stream of one post, `organisation` of the one organisation.
fn split(stream: &str) -> (&str, &str) {
    stream.split_once('/').unwrap_or((stream, stream))
}

fn fold<T: Serialize + DeserializeOwned>(
    tx: &WriteTx<'_>,
    noun: &str,
    id: &str,
    version: u64,
    evolve: impl FnOnce(Option<T>) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    let old = one::<T>(tx, noun, id)?.map(|document| document.value);
    let new = evolve(old);
    if let Some(value) = &new {
        put(tx, noun, id, value, version)?;
    }
    Ok(new)
}

fn put<T: Serialize>(tx: &WriteTx<'_>, noun: &str, id: &str, value: &T, version: u64) -> Result<(), StoreError> {
    let json = serde_json::to_string(value).map_err(|error| StoreError::View {
        noun: noun.to_owned(),
        id: id.to_owned(),
        why: error.to_string(),
    })?;
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    tx.run(queries::DOCUMENT_PUT, &[&noun, &id, &json, &version])?;
    Ok(())
}
