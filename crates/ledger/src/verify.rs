//! Says whether a file holds, what is the first thing wrong with it, and what it cannot establish (2-9).
//!
//! The order of checks is that of `docs/ledger-format.md`; another verifier that follows it names the same line. This
//! module must never say that a file holds where a byte of it was covered by no check, and never speak of a signer
//! whose key it was not given by the one who asks.

use std::{collections::BTreeMap, io};

use crate::{
    Log,
    checkpoint::{Checkpoint, SignedCheckpoint},
    note::{NoteError, VerifierKey},
    tree::Hash,
};

mod certificate;
mod epochs;
mod export;
mod header;
mod lines;
mod log;
mod payloads;
mod reason;

pub use reason::Reason;

/// What the one who asks knows from elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Keys of the logs and of witnesses. If any are given, every checkpoint must be signed by one of them.
    pub keys: Vec<VerifierKey>,
    /// Checkpoints kept elsewhere: the file must agree with them and be at least as long.
    pub checkpoints: Vec<SignedCheckpoint>,
}

/// How far the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub bytes: u64,
    pub lines: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Export,
    Certificate,
}

/// The answer. `fault` is the first thing that is wrong; the rest says what was seen up to there.
#[derive(Debug, Clone)]
pub struct Verdict {
    pub kind: FileKind,
    pub fault: Option<Fault>,
    /// The logs of the file, `record` first.
    pub logs: Vec<LogSummary>,
    /// Payloads that were erased, with the line that says so.
    pub erased: Vec<Erased>,
    /// How many payloads were there and matched their commitment.
    pub payloads: u64,
    /// What this file and the options cannot establish, even where it holds.
    pub not_established: Vec<NotEstablished>,
    pub read: Progress,
}

impl Verdict {
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.fault.is_none()
    }
}

/// What was seen of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogSummary {
    pub log: Log,
    pub origin: String,
    /// Lines that were read; for a certificate, the size of the checkpoint.
    pub size: u64,
    pub root: Hash,
    /// When the last line was written, as it says itself.
    pub last_at: Option<String>,
    pub checkpoints: u64,
    /// Who signed the last checkpoint, of the keys given in the options.
    pub signers: Vec<String>,
    /// Witnesses that cosigned it, of the keys given in the options, and when (seconds since 1970).
    pub cosigned: Vec<(String, u64)>,
    /// The size of the largest checkpoint kept elsewhere that agrees.
    pub agreed_outside: Option<u64>,
    /// The epochs that ended, with the last that is known to have been published of each.
    pub ended: Vec<Checkpoint>,
}

/// A payload that was erased: what, by whom, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    pub log: Log,
    pub pos: u64,
    pub name: String,
    /// The log and position of the line that says so.
    pub by: (Log, u64),
    pub actor: String,
    pub at: String,
    /// `None` where the reason is a payload of that line, and not here as a plain word.
    pub reason: Option<String>,
}

/// Where the file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the file{}: {reason}{}", at_position(*log, *pos), within(range.as_ref()))]
pub struct Fault {
    /// From 1, counted in newlines.
    pub line: u64,
    pub log: Option<Log>,
    /// Position in the log.
    pub pos: Option<u64>,
    /// Where no single line can be named: the lines between the last agreement and this one.
    pub range: Option<Range>,
    pub reason: Reason,
}

/// Lines of which at least one was changed, added or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Positions in the log, `from` included, `to` not.
    pub from: u64,
    pub to: u64,
    /// Lines of the file that hold them, both included.
    pub first_line: u64,
    pub last_line: u64,
}

fn at_position(log: Option<Log>, pos: Option<u64>) -> String {
    match (log, pos) {
        (Some(log), Some(pos)) => format!(" (position {pos} of `{log}`)"),
        (Some(log), None) => format!(" (`{log}`)"),
        (None, _) => String::new(),
    }
}

fn within(range: Option<&Range>) -> String {
    range.map_or_else(String::new, |range| {
        let Range { from, to, first_line, last_line } = range;
        format!("; the change is at positions {from} to {} (lines {first_line} to {last_line})", to.saturating_sub(1))
    })
}

/// What nobody can know from this file alone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotEstablished {
    #[error("signer not established: no key was given, the keys in the file may be anybody's (give --key)")]
    Signer,
    #[error(
        "`{0}` was not compared with a checkpoint kept elsewhere: who holds the key could have rewritten or cut it (give --checkpoint)"
    )]
    NoOutsideCheckpoint(Log),
    #[error("no witness whose key was given has cosigned the last checkpoint of `{0}`")]
    NoWitness(Log),
    #[error("the times of `{0}` are those of the server's own clock")]
    Times(Log),
    #[error("`record` is not in this file, so the roots of it that `certificates` names were not recomputed")]
    RecordAbsent,
    #[error("the checkpoint of `{origin}` at {size} that was given is signed by no key of the file or of the options")]
    OutsideSigner { origin: String, size: u64 },
    #[error("the checkpoint at {size} that was given cannot be compared with one line; verify an export for that")]
    OutsideNotComparable { size: u64 },
    #[error(
        "the checkpoint of `{origin}` at {size} that was given is of lines that a restore lost; only that they were published is on record"
    )]
    OutsideLost { origin: String, size: u64 },
    #[error("one line of `{0}` was verified, nothing else of it")]
    RestOfLog(Log),
}

impl NotEstablished {
    /// For a sentence in another language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Signer => "signer",
            Self::NoOutsideCheckpoint(_) => "no-outside-checkpoint",
            Self::NoWitness(_) => "no-witness",
            Self::Times(_) => "times",
            Self::RecordAbsent => "record-absent",
            Self::OutsideSigner { .. } => "outside-signer",
            Self::OutsideNotComparable { .. } => "outside-not-comparable",
            Self::OutsideLost { .. } => "outside-lost",
            Self::RestOfLog(_) => "rest-of-log",
        }
    }
}

/// Why there is no verdict.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("expected an export or a certificate of Shingi, which begins with `{{\"shingi\":`, got something else")]
    NotOurs,
    #[error("expected version 1 of the file format, got another; a newer Shingi wrote it")]
    Newer,
    #[error("the checkpoint that was given is of `{got}`, this file has {}", .here.join(" and "))]
    ForeignCheckpoint { got: String, here: Vec<String> },
    #[error("the checkpoint of `{origin}` that was given is not as it was signed: {source}")]
    BadCheckpoint { origin: String, source: NoteError },
}

/// Reads a whole export or certificate file and judges it.
///
/// Stops at the first fault. Memory: one line, one hash per level of each tree, a number per stream, and the payloads
/// of which the erasure has not been read yet. `progress` is told every megabyte and at the end.
pub fn verify(
    reader: impl io::BufRead,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verdict, Unreadable> {
    let mut lines = lines::Lines::new(reader, progress);
    let first = lines.next()?.map(<[u8]>::to_vec).unwrap_or_default();
    for (kind, start) in [(FileKind::Export, EXPORT), (FileKind::Certificate, CERTIFICATE)] {
        let Some(rest) = first.strip_prefix(start) else { continue };
        if !rest.starts_with(b"1,") {
            let version = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            return Err(if version > 0 { Unreadable::Newer } else { Unreadable::NotOurs });
        }
        return match kind {
            FileKind::Export => export::verify(&first, lines, options),
            FileKind::Certificate => certificate::verify(&first, lines, options),
        };
    }
    Err(Unreadable::NotOurs)
}

const EXPORT: &[u8] = br#"{"shingi":"export","v":"#;
const CERTIFICATE: &[u8] = br#"{"shingi":"certificate","v":"#;

/// Which payload is meant.
type PayloadId = (Log, u64, String);
/// Payloads that are not in the file, with the line of the file where they should be.
type Missing = BTreeMap<PayloadId, u64>;
