//! Exports of both logs, in one snapshot, as `docs/ledger-format.md` describes them (2-9).

use std::{collections::VecDeque, io::Write};

use shingi_ledger::{
    Log,
    export::{Exported, Header, Item, LINES_PER_CHECKPOINT, LogKeys, Summary, WriteError, write},
};
use shingi_store::Read;

use crate::{App, AppError, certificate_file::payloads, jobs::sign_checkpoints};

/// Lines that are read at once.
const STEP: u64 = 256;

impl App {
    /// Writes the whole record and all certificates, closed by fresh checkpoints. `progress` gets lines done and in all.
    pub fn export(&self, out: &mut dyn Write, progress: &mut dyn FnMut(u64, u64)) -> Result<Summary, AppError> {
        sign_checkpoints::sign(self)?;
        let keys = self.keys()?;
        self.store.read(|read| {
            let logs = Log::ALL.map(|log| Ok(LogKeys { log, keys: keys.verifiers(read, log)? }));
            let logs = logs.into_iter().collect::<Result<Vec<_>, AppError>>()?;
            let header = Header { logs, witnesses: Vec::new() };
            let record = Items::new(read, Log::Record)?;
            let certificates = Items::new(read, Log::Certificates)?;
            let whole = record.until + certificates.until;
            let written = write(out, &header, record, certificates, &mut |lines| progress(lines, whole));
            written.map_err(|error| match error {
                WriteError::Io(error) => AppError::Record(format!("the export cannot be written: {error}")),
                WriteError::Source(error) => error,
            })
        })
    }
}

/// A log's lines and checkpoints in the order of an export, up to its newest checkpoint.
struct Items<'a> {
    read: &'a Read,
    log: Log,
    next: u64,
    until: u64,
    checkpoints: VecDeque<(u64, String)>,
    ready: VecDeque<Item>,
}

impl<'a> Items<'a> {
    fn new(read: &'a Read, log: Log) -> Result<Self, AppError> {
        let all = read.checkpoints(log)?;
        let until = all.last().map_or(0, |(size, _)| *size);
        // Enough of them to narrow a fault down; each costs the verifier a signature.
        let mut checkpoints = VecDeque::new();
        let mut last = 0;
        for (size, note) in all {
            if size == until || size - last >= LINES_PER_CHECKPOINT {
                last = size;
                checkpoints.push_back((size, note));
            }
        }
        Ok(Self { read, log, next: 0, until, checkpoints, ready: VecDeque::new() })
    }

    fn fill(&mut self) -> Result<(), AppError> {
        let end = (self.next + STEP).min(self.until);
        let count = u32::try_from(end - self.next).unwrap_or(u32::MAX);
        let raw = self.read.raw(self.log, self.next, count)?;
        let leaves = self.read.hashes(self.log).range(0, self.next, end)?;
        for (raw, leaf) in raw.into_iter().zip(leaves) {
            self.next = raw.pos + 1;
            let payloads = payloads(&raw)?;
            self.ready.push_back(Item::Line(Exported { line: raw.line, leaf, payloads }));
            while let Some((_, note)) = self.checkpoints.pop_front_if(|(size, _)| *size == self.next) {
                self.ready.push_back(Item::Checkpoint(note));
            }
        }
        // A line that is missing in the database is for the verifier to name, not for us to wait on.
        self.next = end;
        Ok(())
    }
}

impl Iterator for Items<'_> {
    type Item = Result<Item, AppError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty()
            && self.next < self.until
            && let Err(error) = self.fill()
        {
            self.until = self.next;
            return Some(Err(error));
        }
        self.ready.pop_front().map(Ok)
    }
}
