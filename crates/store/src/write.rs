//! Writing: appends to the logs and the views that follow, inside one transaction that many writers share (2-9).

use std::ops::Deref;

use shingi_ledger::{
    Log,
    checkpoint::SignedCheckpoint,
    commitment::{SALT_BYTES, Salt, commit},
    line::Parts,
    tree::{Frontier, Hash, leaf_hash},
};

use crate::{
    Expect, NewEvent, StoreError, StoredEvent, queries,
    read::{Read, Repeated, Value, big},
};

/// A view: what it does with each line, in the line's own transaction.
pub trait Projection: Send + Sync {
    fn name(&self) -> &'static str;

    fn apply(&self, tx: &WriteTx<'_>, event: &StoredEvent) -> Result<(), StoreError>;

    /// Takes away what `apply` kept of one stream, which is folded again right after: a payload of it was erased.
    fn forget(&self, tx: &WriteTx<'_>, log: Log, stream: &str) -> Result<(), StoreError>;

    /// Empties what `apply` fills.
    fn clear(&self, tx: &WriteTx<'_>) -> Result<(), StoreError>;
}

/// The right edge of both logs, as the next append needs it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heads {
    pub record: Head,
    pub certificates: Head,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub frontier: Frontier,
    /// Time of the newest line; 0 for none.
    pub at: i64,
}

impl Heads {
    pub fn read(read: &Read) -> Result<Self, StoreError> {
        let head = |log| {
            let (size, at) = read.newest(log)?.map_or((0, 0), |(pos, entry)| (pos + 1, entry.at));
            let frontier = shingi_ledger::tree::frontier_at(&read.hashes(log), size)?;
            Ok::<_, StoreError>(Head { frontier, at })
        };
        Ok(Self { record: head(Log::Record)?, certificates: head(Log::Certificates)? })
    }

    fn of(&mut self, log: Log) -> &mut Head {
        match log {
            Log::Record => &mut self.record,
            Log::Certificates => &mut self.certificates,
        }
    }
}

/// One writer's part of the open transaction. Reads through it see what it wrote.
pub struct WriteTx<'a> {
    pub(crate) read: &'a Read,
    pub(crate) heads: &'a mut Heads,
    pub(crate) projections: &'a [Box<dyn Projection>],
}

impl Deref for WriteTx<'_> {
    type Target = Read;

    fn deref(&self) -> &Read {
        self.read
    }
}

impl WriteTx<'_> {
    /// Runs a statement of [`queries`] that returns no rows.
    pub fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        let mut statement = self.read.prepared(sql, values)?;
        statement.raw_execute().map_err(StoreError::sql)
    }

    /// Appends events to a stream: positions without gaps, times that never go back, payloads beside the lines.
    #[expect(clippy::too_many_arguments, reason = "each is a part of the line, and none has a default")]
    pub fn append(
        &mut self,
        log: Log,
        stream: &str,
        expected: Expect,
        actor: &str,
        at: i64,
        events: Vec<NewEvent>,
        salts: &mut dyn FnMut() -> [u8; SALT_BYTES],
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let actual = self.version(log, stream)?;
        match expected {
            Expect::Exact(expected) if expected != actual => {
                return Err(StoreError::Conflict { stream: stream.to_owned(), expected, actual });
            }
            Expect::Exact(_) | Expect::Any => {}
        }
        let mut written = Vec::with_capacity(events.len());
        let mut put = Put::new(self.read, log, stream, actor)?;
        for (seq, event) in (actual + 1..).zip(events) {
            let head = self.heads.of(log);
            // A clock that jumped back must not reorder the record; sending is held meanwhile.
            head.at = at.max(head.at);
            let pos = head.frontier.size();
            let (stored, leaf) = put.line(self.read, Place { pos, at: head.at, seq }, event, salts)?;
            self.grow(log, leaf)?;
            self.project(&stored)?;
            written.push(stored);
        }
        Ok(written)
    }

    /// Adds the leaf to the tree and keeps every eighth level of what it completes.
    fn grow(&mut self, log: Log, leaf: Hash) -> Result<(), StoreError> {
        let mut completed = Vec::new();
        self.heads.of(log).frontier.push_with(leaf, |node| {
            if node.level > 0 && node.level.is_multiple_of(8) {
                completed.push(node);
            }
        });
        for node in completed {
            let (level, index) = (i64::from(node.level), big(node.index));
            self.run(queries::NODE_PUT, &[&log.name(), &level, &index, &node.hash.0.as_slice()])?;
        }
        Ok(())
    }

    /// Size and root of a log inside this transaction.
    pub fn head(&mut self, log: Log) -> (u64, Hash) {
        let head = self.heads.of(log);
        (head.frontier.size(), head.frontier.root())
    }

    /// Takes a payload and its salt away for good, and folds its stream into the views again without it. The event that
    /// says why must be on record already. What a person autosaved is theirs to discard: [`Self::forget_drafts`].
    pub fn erase_payload(&self, log: Log, pos: u64, name: &str) -> Result<(), StoreError> {
        let none = || StoreError::NoPayload { log: log.name().to_owned(), pos, name: name.to_owned() };
        let entry = self.entry_at(log, pos)?.ok_or_else(none)?;
        if !entry.hidden.contains_key(name) {
            return Err(none());
        }
        self.run(queries::ERASURE_PUT, &[&log.name(), &big(pos), &name])?;
        self.run(queries::PAYLOAD_ERASE, &[&log.name(), &big(pos), &name])?;
        for projection in self.projections {
            projection.forget(self, log, &entry.stream)?;
        }
        for event in self.stream(log, &entry.stream)? {
            self.project(&event)?;
        }
        Ok(())
    }

    fn project(&self, event: &StoredEvent) -> Result<(), StoreError> {
        self.projections.iter().try_for_each(|projection| projection.apply(self, event))
    }

    /// Empties all views and folds the whole record into them again. `progress` gets lines done and lines in all.
    pub fn rebuild_views(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        const STEP: u32 = 500;
        for projection in self.projections {
            projection.clear(self)?;
        }
        let sizes = Log::ALL.map(|log| self.size(log).map(|size| (log, size)));
        let sizes = sizes.into_iter().collect::<Result<Vec<_>, _>>()?;
        let all = sizes.iter().map(|(_, size)| size).sum();
        let mut done = 0;
        for (log, size) in sizes {
            let mut from = 0;
            while from < size {
                let events = self.from(log, from, STEP)?;
                events.iter().try_for_each(|event| self.project(event))?;
                let count = events.len() as u64;
                // INVARIANT: positions have no gaps, so a step of nothing before the end is damage, not an end.
                assert!(count > 0, "the log `{log}` has {size} lines and none at {from}");
                from += count;
                done += count;
                progress(done, all);
            }
        }
        Ok(())
    }

    /// Keeps a signed checkpoint, once it says what the log says.
    pub fn put_checkpoint(&self, log: Log, size: u64, note: &str) -> Result<(), StoreError> {
        let refused = |why: String| StoreError::Checkpoint { log: log.name().to_owned(), size, why };
        let signed = SignedCheckpoint::parse(note).map_err(|error| refused(error.to_string()))?.checkpoint;
        let there = self.size(log)?;
        if signed.size != size || size > there {
            return Err(refused(format!("the note is of {} lines, the log has {there}", signed.size)));
        }
        let root = self.root_at(log, size)?;
        if signed.root != root {
            return Err(refused(format!("the root is `{root}`, the note has `{}`", signed.root)));
        }
        self.run(queries::CHECKPOINT_PUT, &[&log.name(), &big(size), &note]).map(drop)
    }
}

/// Where a line stands.
#[derive(Clone, Copy)]
struct Place {
    pos: u64,
    at: i64,
    seq: u64,
}

/// Writes the lines of one append: the statements are prepared once, what all lines share is bound once, and the bytes
/// of each come into the same buffer.
struct Put<'a> {
    log: Log,
    stream: &'a str,
    actor: &'a str,
    line: Repeated<'a>,
    /// Prepared with the first payload.
    payload: Option<Repeated<'a>>,
    buffer: Vec<u8>,
}

impl<'a> Put<'a> {
    fn new(read: &'a Read, log: Log, stream: &'a str, actor: &'a str) -> Result<Self, StoreError> {
        let mut line = read.repeated(queries::LINE_PUT)?;
        line.bind(0, &log.name())?;
        line.bind(2, &stream)?;
        Ok(Self { log, stream, actor, line, payload: None, buffer: Vec::new() })
    }

    /// Writes an event as a line, its payloads beside it.
    fn line(
        &mut self,
        read: &'a Read,
        place: Place,
        event: NewEvent,
        salts: &mut dyn FnMut() -> [u8; SALT_BYTES],
    ) -> Result<(StoredEvent, Hash), StoreError> {
        let Place { pos, at, seq } = place;
        let NewEvent { kind, version, data, hidden } = event;
        let mut commitments = Vec::with_capacity(hidden.len());
        for (name, payload) in &hidden {
            let salt = salts();
            commitments.push((name.as_str(), commit(&Salt::new(salt), payload)));
            let put = match &mut self.payload {
                Some(put) => put,
                none => {
                    let mut put = read.repeated(queries::PAYLOAD_PUT)?;
                    put.bind(0, &self.log.name())?;
                    none.insert(put)
                }
            };
            put.run_from(1, &[&big(pos), name, &salt.as_slice(), payload])?;
        }
        let (stream, actor) = (self.stream, self.actor);
        self.buffer.clear();
        // It asserts that it reads back what it wrote; what is read later is checked again, see `Read`.
        Parts { version, pos, at, stream, seq, kind: &kind, actor, data: &data, hidden: &commitments }
            .push(&mut self.buffer)?;
        let leaf = leaf_hash(&self.buffer);
        self.line.bind(1, &big(pos))?;
        self.line.run_from(3, &[&big(seq), &self.buffer, &leaf.0.as_slice()])?;
        let hidden = hidden.into_iter().map(|(name, payload)| (name, Some(payload))).collect();
        let (log, stream, actor) = (self.log, stream.to_owned(), actor.to_owned());
        Ok((StoredEvent { log, pos, at, stream, seq, kind, version, actor, data, hidden }, leaf))
    }
}
