//! What a verifier keeps of one log while it reads: the frontier, the last of each stream, and where all agreed last.
//! Serves 2-9.

use std::collections::{HashMap, HashSet};

use super::{LogSummary, NotEstablished, Options, Range, Reason, Unreadable, epochs::Epochs};
use crate::{
    Log,
    checkpoint::{Checkpoint, SignedCheckpoint},
    epoch::Opening,
    line::{FIRST_SEQ, LineView},
    note::{KeyKind, Signed, VerifierKey},
    tree::{Frontier, Hash, leaf_hash},
};

/// A size at which the lines gave the root that somebody else states, and the line of the file that was read last.
#[derive(Debug, Clone, Copy, Default)]
struct Agreed {
    size: u64,
    line: u64,
}

pub(super) struct LogState {
    pub(super) log: Log,
    epochs: Epochs,
    pub(super) frontier: Frontier,
    /// Whom a signature may be of: the keys of the file's first line and those given.
    known: Vec<VerifierKey>,
    given: Vec<VerifierKey>,
    any_given: bool,
    streams: HashMap<String, u64>,
    last_at: String,
    checkpoints: u64,
    last_signed: Vec<Signed>,
    /// The size of the last checkpoint in the file that agreed.
    closed: u64,
    signed: Agreed,
    outside: Agreed,
    /// Checkpoints kept elsewhere, the smallest last.
    kept: Vec<Checkpoint>,
    agreed_outside: Option<u64>,
    /// Checkpoints kept elsewhere of lines that a restore lost.
    lost: Vec<NotEstablished>,
}

impl LogState {
    /// `keys` are not empty, as [`super::header::scan_keys`] reads them, and `epochs` are theirs.
    pub(super) fn new(
        log: Log,
        epochs: Epochs,
        keys: &[VerifierKey],
        witnesses: &[VerifierKey],
        options: &Options,
    ) -> Self {
        let is_ours = |name: &str| epochs.origins().iter().any(|origin| origin == name);
        let of_log = |key: &&VerifierKey| key.kind() == KeyKind::Witness || is_ours(key.name());
        let given = options.keys.iter().filter(of_log).cloned().collect::<Vec<_>>();
        let known = [keys, witnesses, &given].concat();
        let kept = options.checkpoints.iter().map(|kept| &kept.checkpoint).filter(|kept| is_ours(&kept.origin));
        let mut kept = kept.cloned().collect::<Vec<_>>();
        kept.sort_unstable_by_key(|kept| std::cmp::Reverse(kept.size));
        Self {
            log,
            epochs,
            frontier: Frontier::new(),
            known,
            given,
            any_given: !options.keys.is_empty(),
            streams: HashMap::new(),
            last_at: String::new(),
            checkpoints: 0,
            last_signed: Vec::new(),
            closed: 0,
            signed: Agreed::default(),
            outside: Agreed::default(),
            kept,
            agreed_outside: None,
            lost: Vec::new(),
        }
    }

    /// Position, time, number in the stream and hash of the next line; the tree grows by it.
    pub(super) fn line(&mut self, line: &LineView<'_>) -> Result<Hash, Reason> {
        let expected = self.frontier.size();
        if line.pos != expected {
            return Err(Reason::Position { expected, got: line.pos });
        }
        // The spelling of times has a fixed width, so that their order is that of the text.
        if *line.at < *self.last_at {
            return Err(Reason::Clock { previous: self.last_at.clone(), got: line.at.to_owned() });
        }
        line.at.clone_into(&mut self.last_at);
        let expected = match self.streams.get_mut(line.stream) {
            Some(last) => {
                *last += 1;
                *last
            }
            None => {
                self.streams.insert(line.stream.to_owned(), FIRST_SEQ);
                FIRST_SEQ
            }
        };
        if line.seq != expected {
            return Err(Reason::Sequence { stream: line.stream.to_owned(), expected, got: line.seq });
        }
        let leaf = leaf_hash(line.bytes);
        self.frontier.push(leaf);
        Ok(leaf)
    }

    /// Compares with the checkpoints kept elsewhere that have exactly this size.
    pub(super) fn compare_outside(&mut self, file_line: u64) -> Result<(), (Reason, Range)> {
        let size = self.frontier.size();
        while let Some(kept) = self.kept.pop_if(|kept| kept.size == size) {
            let computed = self.frontier.root();
            if !self.epochs.covers(&kept.origin) {
                self.epochs.pass(kept, computed);
                continue;
            }
            if kept.root != computed {
                let range = self.range_from(self.outside, file_line);
                return Err((Reason::OutsideRoot { size, kept: kept.root, computed }, range));
            }
            self.outside = Agreed { size, line: file_line };
            self.agreed_outside = Some(size);
        }
        Ok(())
    }

    /// The line just read opens an epoch; `before` is the root without it.
    pub(super) fn open(&mut self, line: &LineView<'_>, before: Hash) -> Result<(), Reason> {
        let opening = Opening::read(line.data);
        let opening = opening.ok_or(Reason::Epoch("has another form: `origin` and `ended` in `data`"))?;
        self.epochs.open(opening, line.pos, before)
    }

    /// At the end of the file, what was kept elsewhere and is longer than the log, or of an epoch that ended.
    pub(super) fn finish_outside(&mut self) -> Result<(), Reason> {
        let (log, size, kept) = (self.log, self.frontier.size(), std::mem::take(&mut self.kept));
        if let Some(longer) = kept.iter().find(|kept| self.epochs.is_newest(&kept.origin)) {
            return Err(Reason::OutsideLonger { log, kept: longer.size, size });
        }
        self.lost = self.epochs.finish(kept)?;
        Ok(())
    }

    /// The signatures of a checkpoint: all of known keys, one of them the log's own, and given if any were.
    pub(super) fn check_signatures(&mut self, signed: &SignedCheckpoint) -> Result<(), Reason> {
        let origin = self.epochs.in_force();
        if signed.checkpoint.origin != origin {
            let got = signed.checkpoint.origin.clone();
            return Err(Reason::Origin { expected: origin.to_owned(), got });
        }
        let by = signed.note.signed_by(&self.known).map_err(Reason::Signature)?;
        let verified = by.iter().map(|by| (by.key.name(), by.key.id())).collect::<HashSet<_>>();
        let stranger = signed.note.signatures.iter().find(|line| !verified.contains(&(&*line.name, line.id)));
        if let Some(stranger) = stranger {
            return Err(Reason::SignatureUnknown(stranger.name.clone()));
        }
        let by_log = |by: &&Signed| by.key.kind() == KeyKind::Log && by.key.name() == origin;
        if !by.iter().any(|by| by_log(&by)) {
            return Err(Reason::Unsigned);
        }
        if self.any_given && !by.iter().filter(by_log).any(|by| self.is_given(&by.key)) {
            return Err(Reason::SignerNotGiven(origin.to_owned()));
        }
        self.last_signed = by;
        self.checkpoints += 1;
        Ok(())
    }

    /// Whether the key of a log is one of those given, be it under the name of another of its epochs.
    fn is_given(&self, key: &VerifierKey) -> bool {
        self.given.iter().any(|given| given.is_same_key(key))
    }

    /// Compares the root that somebody states for the present size.
    pub(super) fn compare_root(&mut self, stated: Hash, file_line: u64) -> Result<(), (Hash, Range)> {
        let computed = self.frontier.root();
        if stated != computed {
            return Err((computed, self.range_from(self.signed, file_line)));
        }
        self.signed = Agreed { size: self.frontier.size(), line: file_line };
        Ok(())
    }

    const fn range_from(&self, agreed: Agreed, file_line: u64) -> Range {
        Range { from: agreed.size, to: self.frontier.size(), first_line: agreed.line + 1, last_line: file_line }
    }

    /// The present size is signed by a checkpoint in the file.
    pub(super) const fn close(&mut self) {
        self.closed = self.frontier.size();
    }

    pub(super) const fn closed(&self) -> u64 {
        self.closed
    }

    pub(super) const fn checkpoints(&self) -> u64 {
        self.checkpoints
    }

    pub(super) fn not_established(&self) -> Vec<NotEstablished> {
        let mut not = Vec::new();
        if self.agreed_outside.is_none() {
            not.push(NotEstablished::NoOutsideCheckpoint(self.log));
        }
        if self.cosigned().is_empty() {
            not.push(NotEstablished::NoWitness(self.log));
            not.push(NotEstablished::Times(self.log));
        }
        not.extend(self.lost.iter().cloned());
        not
    }

    fn cosigned(&self) -> Vec<(String, u64)> {
        let given = self.last_signed.iter().filter(|by| self.given.contains(&by.key));
        given.filter_map(|by| Some((by.key.name().to_owned(), by.at?))).collect()
    }

    pub(super) fn summary(&self) -> LogSummary {
        let signers = self.last_signed.iter().filter(|by| by.at.is_none() && self.is_given(&by.key));
        LogSummary {
            log: self.log,
            origin: self.epochs.in_force().to_owned(),
            size: self.frontier.size(),
            root: self.frontier.root(),
            last_at: Some(self.last_at.clone()).filter(|at| !at.is_empty()),
            checkpoints: self.checkpoints,
            signers: signers.map(|by| by.key.to_string()).collect(),
            cosigned: self.cosigned(),
            agreed_outside: self.agreed_outside,
            ended: self.epochs.ended().to_vec(),
        }
    }
}

/// Are the checkpoints that were given of these logs, and as their signers wrote them? What is of another log cannot
/// be compared, and to ignore it would look like an agreement.
pub(super) fn check_outside(
    options: &Options,
    origins: &[&str],
    keys: &[VerifierKey],
) -> Result<Vec<NotEstablished>, Unreadable> {
    let known = [keys, &options.keys].concat();
    let mut not = Vec::new();
    for kept in &options.checkpoints {
        let origin = kept.checkpoint.origin.clone();
        if !origins.contains(&&*origin) {
            let here = origins.iter().map(|origin| format!("`{origin}`")).collect();
            return Err(Unreadable::ForeignCheckpoint { got: origin, here });
        }
        let by = kept.note.signed_by(&known);
        let by = by.map_err(|source| Unreadable::BadCheckpoint { origin: origin.clone(), source })?;
        if !by.iter().any(|by| by.key.kind() == KeyKind::Log && by.key.name() == origin) {
            not.push(NotEstablished::OutsideSigner { origin, size: kept.checkpoint.size });
        }
    }
    Ok(not)
}
