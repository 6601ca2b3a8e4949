//! A backup takes the place of a data folder, and the record says what that means (2-9, 1-4, ADR 0001).
//!
//! * A log that was published beyond the backup is never grown again under its old origin: it goes on as a new epoch,
//!   whose first line names the one that ended. What is not known not to be published counts as published.
//! * Each payload that was erased since is erased again, and its erasure stands on record again.
//! * Deliveries that are due may have gone out after the backup was made: they count as missed, and wait for a person.

use std::{path::Path, sync::Arc};

use shingi_domain::{
    actor::Actor,
    event::Event,
    id::{DeliveryId, PostId},
    organisation::{EndedEpoch, EpochEvent, PayloadEvent},
    post::{Command, Progress},
};
use shingi_ledger::{
    Log,
    checkpoint::{Checkpoint, LogKey, SignedCheckpoint},
    epoch::Opening,
};
use shingi_store::{Expect, Manifest, Read, Restoring, Store, WriteTx, view};

use crate::{
    App, AppError,
    clock::Clock,
    config::Config,
    ids::Ids,
    keys::{EPOCH, Keys},
    repository::{self, decoded},
};

/// What is restored, and what is known of the log that it was a copy of.
pub struct Restore<'a> {
    pub from: &'a Path,
    /// Missing or empty.
    pub to: &'a Path,
    /// The folder that it takes the place of, if that can still be read.
    pub replaces: Option<&'a Path>,
    /// The newest checkpoints that were published, as kept elsewhere.
    pub published: &'a [SignedCheckpoint],
}

/// What was done beside copying.
pub struct Done {
    pub manifest: Manifest,
    /// Payloads that were erased again: log, position, name.
    pub erased: Vec<(Log, u64, String)>,
    pub epochs: Vec<(Log, Opening)>,
    /// Deliveries that were due.
    pub missed: usize,
}

/// Nothing of it is there unless all of it is. `progress` gets parts done and in all.
pub fn restore_backup(
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    asked: &Restore<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Done, AppError> {
    let mut noted = (Vec::new(), 0);
    let restored = Store::restore(asked.from, asked.to, asked.replaces, progress, |restoring| {
        noted = finish(clock, ids, asked.published, restoring)?;
        Ok::<_, AppError>(())
    })?;
    let (epochs, missed) = noted;
    Ok(Done { manifest: restored.manifest, erased: restored.erased, epochs, missed })
}

type Noted = (Vec<(Log, Opening)>, usize);

fn finish(
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    published: &[SignedCheckpoint],
    restoring: &Restoring<'_>,
) -> Result<Noted, AppError> {
    let store = restoring.store;
    // A folder that was never set up has published nothing.
    let Some(keys) = Keys::read(store)? else { return Ok(Noted::default()) };
    let published = sorted(published, &keys)?;
    let mut epochs = Vec::new();
    for log in Log::ALL {
        let known = known(log, &keys, &published, restoring)?;
        let mut random = [0; 4];
        ids.fill(&mut random);
        epochs.extend(opening(log, keys.of(log), &known, store, random)?.map(|opening| (log, opening)));
    }
    for (log, opening) in &epochs {
        let key = keys.of(*log).under(&opening.origin).map_err(|error| AppError::Record(error.to_string()))?;
        Keys::replace(store, *log, &key)?;
    }
    let app = App::new(store.clone(), clock, ids, Config::default())?;
    let missed = app.store.write(|tx| {
        for (log, opening) in &epochs {
            app.append_to(tx, *log, EPOCH, Expect::Any, Actor::System, &[event(opening)])?;
        }
        for (log, pos, name) in restoring.erased {
            erase_again(&app, tx, restoring.replaced, (*log, *pos, name))?;
        }
        let missed = if epochs.is_empty() { 0 } else { miss_due(&app, tx)? };
        let keys = app.keys()?;
        for (log, _) in &epochs {
            let (size, root) = tx.head(*log);
            tx.put_checkpoint(*log, size, &keys.of(*log).sign(size, root).to_string())?;
        }
        Ok::<_, AppError>(missed)
    })?;
    Ok((epochs, missed))
}

/// Finds out which log a checkpoint is of, by who signed it.
fn sorted(published: &[SignedCheckpoint], keys: &Keys) -> Result<Vec<(Log, Checkpoint)>, AppError> {
    let of = |signed: &SignedCheckpoint| {
        let log = Log::ALL.into_iter().find(|log| is_signed_by(keys.of(*log), signed));
        log.map(|log| (log, signed.checkpoint.clone())).ok_or_else(|| {
            AppError::Restore(format!(
                "expected a checkpoint that the keys of this backup signed, got one of `{}`; give the newest that was \
                 published of each of its logs",
                signed.checkpoint.origin
            ))
        })
    };
    published.iter().map(of).collect()
}

fn is_signed_by(key: &LogKey, signed: &SignedCheckpoint) -> bool {
    let key = key.verifier().under(&signed.checkpoint.origin);
    key.is_ok_and(|key| signed.note.signed_by(&[key]).is_ok_and(|by| !by.is_empty()))
}

/// What is known to have been published of a log: what was given, what the replaced folder signed last, and what it
/// had on record of epochs that ended and of which the backup knows nothing.
fn known(
    log: Log,
    keys: &Keys,
    published: &[(Log, Checkpoint)],
    restoring: &Restoring<'_>,
) -> Result<Vec<Checkpoint>, AppError> {
    let mut known = published.iter().filter(|(of, _)| *of == log).map(|(_, known)| known.clone()).collect::<Vec<_>>();
    let Some(replaced) = restoring.replaced else { return Ok(known) };
    replaced.read(|old| {
        if let Some((_, note)) = old.newest_checkpoint(log)? {
            let signed = SignedCheckpoint::parse(&note).map_err(|error| AppError::Record(error.to_string()))?;
            if !is_signed_by(keys.of(log), &signed) {
                return Err(AppError::Restore(format!(
                    "expected the replaced folder to be signed with the keys of this backup, its newest checkpoint is \
                     of `{}` with another key; give the folder that the backup was made of",
                    signed.checkpoint.origin
                )));
            }
            known.push(signed.checkpoint);
        }
        for line in old.stream(log, EPOCH)? {
            let is_here = restoring.store.read(|here| here.from(log, line.pos, 1))?.first() == Some(&line);
            if !is_here {
                known.extend(Opening::read(&line.data.to_string()).into_iter().flat_map(|opening| opening.ended));
            }
        }
        Ok(known)
    })
}

/// The epoch that a restored log has to open; `None` where all that is known to be published is in the backup.
fn opening(
    log: Log,
    key: &LogKey,
    known: &[Checkpoint],
    store: &Store,
    random: [u8; 4],
) -> Result<Option<Opening>, AppError> {
    store.read(|here| {
        let size = here.size(log)?;
        let mut others = Vec::<Checkpoint>::new();
        // What nobody knows to be unpublished may have been published to the last line.
        let mut last = Checkpoint { origin: key.origin().to_owned(), size, root: here.root_at(log, size)? };
        let mut is_whole = false;
        for known in known {
            let fits = is_beginning(here, log, size, known)?;
            if known.origin == last.origin {
                if !fits && known.size <= size {
                    return Err(AppError::Restore(format!(
                        "expected the backup to be of the log `{}` that signed {} lines, its lines lead to another \
                         root; restore a backup of that log",
                        known.origin, known.size
                    )));
                }
                is_whole = true;
                if known.size > last.size {
                    last = known.clone();
                }
            } else if !fits {
                match others.iter_mut().find(|other| other.origin == known.origin) {
                    Some(other) if other.size >= known.size => {}
                    Some(other) => *other = known.clone(),
                    None => others.push(known.clone()),
                }
            }
        }
        if is_whole && last.size == size && others.is_empty() {
            return Ok(None);
        }
        let origin = log.next_origin(key.origin(), random);
        Ok(Some(Opening { origin, ended: std::iter::once(last).chain(others).collect() }))
    })
}

fn is_beginning(here: &Read, log: Log, size: u64, known: &Checkpoint) -> Result<bool, AppError> {
    Ok(known.size <= size && here.root_at(log, known.size)? == known.root)
}

fn event(opening: &Opening) -> Event {
    let Opening { origin, ended } = opening;
    let ended = ended.iter().map(|Checkpoint { origin, size, root }| EndedEpoch {
        origin: origin.clone(),
        size: *size,
        root: root.to_text(),
    });
    Event::Epoch(EpochEvent::Opened { origin: origin.clone(), ended: ended.collect() })
}

/// The event that said so in the replaced folder stands on record again, by the same actor and for the same reason.
fn erase_again(
    app: &App,
    tx: &mut WriteTx<'_>,
    replaced: Option<&Store>,
    (log, pos, name): (Log, u64, &str),
) -> Result<(), AppError> {
    let told = replaced.map_or_else(|| Ok(Vec::new()), |old| old.read(|old| old.stream(log, "payload")))?;
    let told = told.iter().rev().filter_map(|line| match decoded(line) {
        Ok(Event::Payload(PayloadEvent::Erased { log: of, pos: at, name: said, reason })) => {
            let is_it = of == log.name() && at == pos && said == name;
            is_it.then(|| (line.actor.parse::<Actor>().unwrap_or(Actor::System), reason))
        }
        Ok(_) | Err(_) => None,
    });
    let (actor, reason) = told.into_iter().next().unwrap_or((Actor::System, shingi_domain::private::Private::Erased));
    // Its own reason may have been erased as well; an erasure never stands without one.
    let reason =
        reason.into_kept().unwrap_or_else(|| "復元による消去の引き継ぎ / carried forward by a restore".to_owned());
    let event = PayloadEvent::Erased { log: log.name().to_owned(), pos, name: name.to_owned(), reason: reason.into() };
    app.append_to(tx, log, "payload", Expect::Any, actor, &[Event::Payload(event)])?;
    // The same words may stand in what was autosaved.
    let stream = tx.from(log, pos, 1)?.into_iter().next().map(|line| line.stream);
    if let Some(post) = stream.as_deref().and_then(|stream| stream.strip_prefix("post/")) {
        tx.forget_drafts(post)?;
    }
    Ok(())
}

/// Whatever is due may have gone out in the time that was lost, and must not go out twice.
fn miss_due(app: &App, tx: &mut WriteTx<'_>) -> Result<usize, AppError> {
    let due = view::posts::due(tx, app.now().0)?;
    let mut missed = 0;
    for (post, delivery) in due {
        let (Ok(post), Ok(delivery)) = (post.parse::<PostId>(), delivery.parse::<DeliveryId>()) else { continue };
        let known = repository::post(tx, post)?.ok_or(AppError::NotFound("post"))?.value;
        let progress = known.deliveries.get(&delivery).map(|delivery| &delivery.progress);
        let Some(Progress::Scheduled { by, .. }) = progress else { continue };
        app.on_post_in(tx, Actor::SystemFor(*by), post, Command::Miss { delivery })?;
        missed += 1;
    }
    Ok(missed)
}
