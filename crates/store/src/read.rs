//! Reading: one snapshot per call, statements prepared once, `$n` bound by name (2-9).
//!
//! Must never give out a line or a payload that does not fit what stands beside it: that is an error, not a value.

use std::collections::BTreeMap;

use rusqlite::{Connection, types::ToSql};
use shingi_ledger::{
    Log,
    commitment::Salt,
    line::Entry,
    proof,
    tree::{Hash, HashReader, node_hash},
};

use crate::{StoreError, StoredEvent, queries};

pub type Value<'a> = &'a dyn ToSql;
pub type Row<'a> = rusqlite::Row<'a>;
pub type SqlError = rusqlite::Error;

/// The names that a query may use.
const PARAMETERS: [&str; 12] = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12"];

/// One snapshot of the database.
pub struct Read {
    pub(crate) connection: Connection,
}

/// Where SQLite put a parameter. It reads `$1` as a *name* and numbers names by first appearance.
fn place(statement: &rusqlite::Statement<'_>, name: &str) -> Result<usize, StoreError> {
    let place = statement.parameter_index(name).map_err(StoreError::sql)?;
    Ok(place.expect("a query has the parameters $1 to $n, as its test sees"))
}

/// See [`Read::repeated`].
pub(crate) struct Repeated<'a> {
    statement: rusqlite::CachedStatement<'a>,
    /// Where `$1`, `$2`, … stand.
    places: Vec<usize>,
}

impl Repeated<'_> {
    /// Binds `$1` and so on, and runs the statement.
    pub fn run(&mut self, values: &[Value<'_>]) -> Result<usize, StoreError> {
        self.run_from(0, values)
    }

    /// The same from the parameter at `first` (from 0) to the last; those before stay as they were bound.
    pub fn run_from(&mut self, first: usize, values: &[Value<'_>]) -> Result<usize, StoreError> {
        assert_eq!(self.places.len(), first + values.len(), "as many values as the statement has parameters");
        for (index, value) in (first..).zip(values) {
            self.bind(index, value)?;
        }
        self.statement.raw_execute().map_err(StoreError::sql)
    }

    /// Binds the parameter at `index` (from 0) for this run and the next ones.
    pub fn bind(&mut self, index: usize, value: Value<'_>) -> Result<(), StoreError> {
        self.statement.raw_bind_parameter(self.places[index], value).map_err(StoreError::sql)
    }
}

/// Name → salt and payload.
pub type Payloads = BTreeMap<String, (Vec<u8>, Vec<u8>)>;

/// A line's bytes with what is kept of its payloads: what an export writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawLine {
    pub pos: u64,
    pub line: Vec<u8>,
    pub payloads: Payloads,
}

pub(crate) fn big(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn natural(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

impl Read {
    /// Whether everything that is read here is committed: false inside a write, which may still be undone.
    #[must_use]
    pub fn is_committed(&self) -> bool {
        self.connection.is_readonly(rusqlite::MAIN_DB).unwrap_or(false)
    }

    /// Runs a query of [`queries`] and maps its rows.
    pub fn rows<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        map: impl FnMut(&Row<'_>) -> Result<T, SqlError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepared(sql, values)?;
        statement.raw_query().mapped(map).collect::<Result<Vec<_>, _>>().map_err(StoreError::sql)
    }

    /// A statement with its values bound.
    pub(crate) fn prepared(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<rusqlite::CachedStatement<'_>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(StoreError::sql)?;
        // One that is left out would be bound as NULL without a word.
        assert_eq!(statement.parameter_count(), values.len(), "as many values as `{sql}` has parameters");
        for (name, value) in PARAMETERS.iter().zip(values) {
            let index = place(&statement, name)?;
            statement.raw_bind_parameter(index, value).map_err(StoreError::sql)?;
        }
        Ok(statement)
    }

    /// A statement to run many times over.
    pub(crate) fn repeated(&self, sql: &'static str) -> Result<Repeated<'_>, StoreError> {
        let statement = self.connection.prepare_cached(sql).map_err(StoreError::sql)?;
        let names = &PARAMETERS[..statement.parameter_count()];
        let places = names.iter().map(|name| place(&statement, name)).collect::<Result<Vec<_>, _>>()?;
        Ok(Repeated { statement, places })
    }

    pub fn one<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        map: impl FnMut(&Row<'_>) -> Result<T, SqlError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(sql, values, map)?.into_iter().next())
    }

    /// How many lines a log has.
    pub fn size(&self, log: Log) -> Result<u64, StoreError> {
        Ok(self.one(queries::LINE_NEWEST_POS, &[&log.name()], |row| row.get(0))?.map_or(0, |pos| natural(pos) + 1))
    }

    /// The time of a log's newest line.
    pub fn newest_at(&self, log: Log) -> Result<Option<i64>, StoreError> {
        Ok(self.newest(log)?.map(|(_, entry)| entry.at))
    }

    pub(crate) fn newest(&self, log: Log) -> Result<Option<(u64, Entry)>, StoreError> {
        let found =
            self.one(queries::LINE_NEWEST, &[&log.name()], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        found.map(|(pos, line)| Ok((natural(pos), entry(natural(pos), &line)?))).transpose()
    }

    /// The version of a stream: the `seq` of its last line, 0 for none.
    pub fn version(&self, log: Log, stream: &str) -> Result<u64, StoreError> {
        Ok(self.one(queries::LINE_SEQ, &[&log.name(), &stream], |row| row.get(0))?.map_or(0, natural))
    }

    /// A whole stream, oldest line first.
    pub fn stream(&self, log: Log, stream: &str) -> Result<Vec<StoredEvent>, StoreError> {
        let lines = self.rows(queries::LINE_STREAM, &[&log.name(), &stream], line)?;
        lines.into_iter().map(|(pos, line)| self.stored(log, pos, &line)).collect()
    }

    /// Up to `count` lines before a position, newest first.
    pub fn before(&self, log: Log, before: Option<u64>, count: u32) -> Result<Vec<StoredEvent>, StoreError> {
        let (before, count) = (before.map_or(i64::MAX, big), i64::from(count.min(1_000)));
        let lines = self.rows(queries::LINE_BEFORE, &[&log.name(), &before, &count], line)?;
        lines.into_iter().map(|(pos, line)| self.stored(log, pos, &line)).collect()
    }

    /// Lines before a position that fit, newest first, until `count` are found or `look` were looked through; and where
    /// looking goes on, `None` at the beginning of the log. Payloads are read of what fits only.
    pub fn before_where(
        &self,
        log: Log,
        mut before: Option<u64>,
        count: usize,
        mut look: u32,
        fits: &mut dyn FnMut(&Entry) -> bool,
    ) -> Result<(Vec<StoredEvent>, Option<u64>), StoreError> {
        const STEP: u32 = 64;
        let mut found = Vec::new();
        while look > 0 {
            let step = look.min(STEP);
            let lines =
                self.rows(queries::LINE_BEFORE, &[&log.name(), &before.map_or(i64::MAX, big), &i64::from(step)], line)?;
            let Some((last, _)) = lines.last() else { return Ok((found, None)) };
            before = Some(*last);
            for (pos, line) in lines {
                if !fits(&entry(pos, &line)?) {
                    continue;
                }
                found.push(self.stored(log, pos, &line)?);
                if found.len() == count {
                    return Ok((found, (pos > 0).then_some(pos)));
                }
            }
            look -= step;
        }
        Ok((found, before.filter(|pos| *pos > 0)))
    }

    /// The first position whose time is not before `at`: times never go back.
    pub fn position_at(&self, log: Log, at: i64) -> Result<u64, StoreError> {
        let (mut low, mut high) = (0, self.size(log)?);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.entry_at(log, middle)? {
                Some(entry) if entry.at < at => low = middle + 1,
                Some(_) | None => high = middle,
            }
        }
        Ok(low)
    }

    /// Up to `count` lines from a position on.
    pub fn from(&self, log: Log, from: u64, count: u32) -> Result<Vec<StoredEvent>, StoreError> {
        let lines = self.rows(queries::LINE_FROM, &[&log.name(), &big(from), &i64::from(count)], line)?;
        lines.into_iter().map(|(pos, line)| self.stored(log, pos, &line)).collect()
    }

    /// The same as bytes, with salts: for exports and certificates.
    pub fn raw(&self, log: Log, from: u64, count: u32) -> Result<Vec<RawLine>, StoreError> {
        let lines = self.rows(queries::LINE_FROM, &[&log.name(), &big(from), &i64::from(count)], line)?;
        lines.into_iter().map(|(pos, line)| Ok(RawLine { pos, line, payloads: self.payloads(log, pos)? })).collect()
    }

    fn is_erased(&self, log: Log, pos: u64, name: &str) -> Result<bool, StoreError> {
        let found = self.one(queries::ERASURE_ONE, &[&log.name(), &big(pos), &name], |row| row.get::<_, i64>(0))?;
        Ok(found.is_some())
    }

    pub(crate) fn entry_at(&self, log: Log, pos: u64) -> Result<Option<Entry>, StoreError> {
        let found = self.rows(queries::LINE_FROM, &[&log.name(), &big(pos), &1_i64], line)?;
        found.into_iter().find(|(at, _)| *at == pos).map(|(pos, line)| entry(pos, &line)).transpose()
    }

    fn payloads(&self, log: Log, pos: u64) -> Result<Payloads, StoreError> {
        let found = self.rows(queries::PAYLOAD_OF, &[&log.name(), &big(pos)], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        })?;
        Ok(found.into_iter().collect())
    }

    fn stored(&self, log: Log, pos: u64, line: &[u8]) -> Result<StoredEvent, StoreError> {
        let Entry { version, pos: stated, at, stream, seq, kind, actor, data, hidden } = entry(pos, line)?;
        // Pair assertion: what is read says of itself where it stands.
        if stated != pos {
            return Err(StoreError::Decode { pos, why: format!("the line says that it is line {stated}") });
        }
        let mut kept = if hidden.is_empty() { BTreeMap::new() } else { self.payloads(log, pos)? };
        let mut payloads = BTreeMap::new();
        for (name, commitment) in hidden {
            let payload = match kept.remove(&name) {
                Some((salt, payload)) => {
                    let fits = <[u8; shingi_ledger::commitment::SALT_BYTES]>::try_from(salt.as_slice())
                        .is_ok_and(|salt| shingi_ledger::commitment::commit(&Salt::new(salt), &payload) == commitment);
                    if !fits {
                        return Err(StoreError::Decode {
                            pos,
                            why: format!("payload `{name}` is not what the line committed to"),
                        });
                    }
                    Some(payload)
                }
                None if self.is_erased(log, pos, &name)? => None,
                None => {
                    let why = format!("payload `{name}` is missing, and no erasure says why");
                    return Err(StoreError::Decode { pos, why });
                }
            };
            payloads.insert(name, payload);
        }
        Ok(StoredEvent { log, pos, at, stream, seq, kind, version, actor, data, hidden: payloads })
    }

    /// The newest signed checkpoint: size and note.
    pub fn newest_checkpoint(&self, log: Log) -> Result<Option<(u64, String)>, StoreError> {
        self.one(queries::CHECKPOINT_NEWEST, &[&log.name()], checkpoint)
    }

    /// The first signed checkpoint that covers a position.
    pub fn checkpoint_covering(&self, log: Log, pos: u64) -> Result<Option<(u64, String)>, StoreError> {
        self.one(queries::CHECKPOINT_COVERING, &[&log.name(), &big(pos)], checkpoint)
    }

    pub fn checkpoints(&self, log: Log) -> Result<Vec<(u64, String)>, StoreError> {
        self.rows(queries::CHECKPOINT_ALL, &[&log.name()], checkpoint)
    }

    pub fn erasures(&self) -> Result<Vec<(String, u64, String)>, StoreError> {
        self.rows(queries::ERASURE_ALL, &[], |row| Ok((row.get(0)?, natural(row.get(1)?), row.get(2)?)))
    }

    /// The hashes of complete subtrees, for proofs, roots and tiles.
    #[must_use]
    pub const fn hashes(&self, log: Log) -> Hashes<'_> {
        Hashes { read: self, log }
    }

    pub fn root_at(&self, log: Log, size: u64) -> Result<Hash, StoreError> {
        shingi_ledger::tree::root_at(&self.hashes(log), size)
    }

    pub fn inclusion(&self, log: Log, pos: u64, size: u64) -> Result<Vec<Hash>, StoreError> {
        proof::inclusion(&self.hashes(log), pos, size)
    }

    pub fn consistency(&self, log: Log, old: u64, new: u64) -> Result<Vec<Hash>, StoreError> {
        proof::consistency(&self.hashes(log), old, new)
    }
}

fn line(row: &Row<'_>) -> Result<(u64, Vec<u8>), SqlError> {
    Ok((natural(row.get(0)?), row.get(1)?))
}

fn checkpoint(row: &Row<'_>) -> Result<(u64, String), SqlError> {
    Ok((natural(row.get(0)?), row.get(1)?))
}

fn entry(pos: u64, line: &[u8]) -> Result<Entry, StoreError> {
    Entry::decode(line).map_err(|error| StoreError::Decode { pos, why: error.to_string() })
}

/// Reads subtrees of a log. Every eighth level is stored; what lies between is hashed from at most 128 of them.
pub struct Hashes<'a> {
    read: &'a Read,
    log: Log,
}

impl HashReader for Hashes<'_> {
    type Error = StoreError;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, StoreError> {
        let above = level % 8;
        let (stored, from, until) = (level - above, index << above, (index + 1) << above);
        let mut hashes = self.range(stored, from, until)?;
        if hashes.len() as u64 != until - from {
            let why = format!("{} of {} hashes at level {stored} are there", hashes.len(), until - from);
            return Err(StoreError::Decode { pos: from << stored, why });
        }
        while hashes.len() > 1 {
            hashes = hashes.chunks_exact(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
        }
        Ok(hashes[0])
    }
}

impl Hashes<'_> {
    /// Stored hashes of a level (0, 8, 16, …), as many of the range as there are.
    pub fn range(&self, level: u8, from: u64, until: u64) -> Result<Vec<Hash>, StoreError> {
        let hash = |row: &Row<'_>| row.get::<_, [u8; 32]>(0).map(Hash);
        let (name, from, until) = (self.log.name(), big(from), big(until));
        if level == 0 {
            self.read.rows(queries::LINE_LEAVES, &[&name, &from, &until], hash)
        } else {
            self.read.rows(queries::NODE_RANGE, &[&name, &i64::from(level), &from, &until], hash)
        }
    }
}
