//! Between the store's lines and the domain's types: reading the world, a post, the organisation; appending events.
//! Serves 2-9.
//!
//! INVARIANT: sending reads the world in the transaction that writes the intent.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError},
};

use serde_json::json;
use shingi_domain::{
    actor::Actor,
    event::{Encoded, Event},
    id::PostId,
    organisation::OrganisationDetails,
    pledge::Adopted,
    post::Post,
    time::Timestamp,
    world::World,
};
use shingi_store::{
    Expect, Log, NewEvent, Read, Store, StoreError, StoredEvent, WriteTx,
    view::{self, Document},
};

use crate::{App, AppError};

/// The organisation and its policy, once it is set up.
pub fn organisation(store: &Store) -> Result<Option<(OrganisationDetails, Adopted)>, AppError> {
    let found = store.read(|read| {
        let organisation = view::documents::one::<OrganisationDetails>(read, "organisation", "organisation")?;
        Ok::<_, StoreError>(organisation.zip(view::documents::adopted(read)?))
    })?;
    Ok(found.map(|(organisation, adopted)| (organisation.value, adopted)))
}

/// Posts under way that were read before: the versions of their stream and of the world, which an erasure changes too.
pub(crate) type PostCache = HashMap<PostId, (u64, u64, Arc<Post>)>;
/// Emptied when it has grown to this: some ten megabytes.
const POSTS_MAX: usize = 2_000;

impl App {
    /// Every post under way with the version of its stream, the one that changed last first.
    pub(crate) fn posts_under_way(&self, read: &Read) -> Result<Vec<(Arc<Post>, u64)>, AppError> {
        // What a write sees may still be undone.
        assert!(read.is_committed(), "posts under way are read for pages, not inside a write");
        let world = view::documents::world_version(read)?;
        let rows = view::posts::under_way(read)?;
        let mut cache = self.posts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = Vec::with_capacity(rows.len());
        for (id, version) in rows {
            let id = id.parse::<PostId>().map_err(|error| AppError::Record(error.to_string()))?;
            if let Some((of, seen, known)) = cache.get(&id)
                && (*of, *seen) == (version, world)
            {
                found.push((Arc::clone(known), version));
                continue;
            }
            let Some(document) = post(read, id)? else { continue };
            let known = Arc::new(document.value);
            if cache.len() >= POSTS_MAX {
                cache.clear();
            }
            cache.insert(id, (version, world, Arc::clone(&known)));
            found.push((known, version));
        }
        Ok(found)
    }

    /// The world as this transaction sees it. Cached until an event of a person, account, certification or stop.
    pub fn world(&self, read: &Read, now: Timestamp) -> Result<Arc<World>, StoreError> {
        let newest = view::documents::world_version(read)?;
        let mut cache = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        let cached = cache.as_ref().filter(|(version, _)| *version == newest).map(|(_, world)| Arc::clone(world));
        let base = match cached {
            Some(world) => world,
            None => {
                let world = Arc::new(view::documents::world(read)?);
                // What a write sees may still be undone, and its position be taken by another event.
                if read.is_committed() {
                    *cache = Some((newest, Arc::clone(&world)));
                }
                world
            }
        };
        drop(cache);
        let clock_behind = read.newest_at(Log::Record)?.is_some_and(|at| now.0 < at);
        Ok(if clock_behind { Arc::new(World { clock_behind, ..(*base).clone() }) } else { base })
    }

    /// Appends typed events to a stream of the record.
    pub fn append(
        &self,
        tx: &mut WriteTx<'_>,
        stream: &str,
        expected: Expect,
        actor: Actor,
        events: &[Event],
    ) -> Result<Vec<StoredEvent>, AppError> {
        self.append_to(tx, Log::Record, stream, expected, actor, events)
    }

    /// The same for either log.
    pub fn append_to(
        &self,
        tx: &mut WriteTx<'_>,
        log: Log,
        stream: &str,
        expected: Expect,
        actor: Actor,
        events: &[Event],
    ) -> Result<Vec<StoredEvent>, AppError> {
        // Every line of the public log pins the private one.
        let pinned = (log == Log::Certificates).then(|| tx.head(Log::Record));
        let events = events
            .iter()
            .map(|event| {
                let Encoded { kind, mut data, hidden } = event.encode();
                if let Some((size, root)) = pinned {
                    data["record"] = json!({ "size": size, "root": root.to_text() });
                }
                NewEvent { kind: kind.name.to_owned(), version: kind.version, data, hidden }
            })
            .collect();
        let mut salts = || self.ids.secret();
        Ok(tx.append(log, stream, expected, &actor.to_string(), self.now().0, events, &mut salts)?)
    }
}

/// A post with the version of its stream.
pub fn post(read: &Read, id: PostId) -> Result<Option<Document<Post>>, StoreError> {
    view::documents::one(read, "post", &id.to_string())
}

/// The name of a stream on the record.
#[must_use]
pub fn stream(noun: &str, id: impl std::fmt::Display) -> String {
    format!("{noun}/{id}")
}

/// An event of the record with its payloads, as the domain knows it.
pub fn decoded(stored: &StoredEvent) -> Result<Event, AppError> {
    let hidden: &BTreeMap<String, Option<Vec<u8>>> = &stored.hidden;
    Event::decode(&stored.kind, stored.version, &stored.data, hidden).map_err(|e| AppError::Record(e.to_string()))
}
