//! The record that anyone can verify: an append-only log of lines, hashed into a Merkle tree, signed (0, 2-9).
//!
//! A leaf is a line, see [`line`]. Bytes are stored, hashed and exported as they were written and never re-encoded.
//! `docs/ledger-format.md` describes every byte for a stranger; `scripts/verify.py` is that stranger.
//!
//! This crate must never read a clock, draw a random number, or touch a file or the network: salts, keys and times are
//! arguments, and the same arguments always give the same bytes.

pub mod checkpoint;
pub mod commitment;
pub mod epoch;
pub mod export;
mod json;
pub mod line;
pub mod note;
pub mod proof;
pub mod testing;
pub mod tile;
pub mod tree;
pub mod verify;

use std::fmt;

/// One of the two logs. Each has its own origin, its own key and its own tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Log {
    /// Private: every event.
    Record,
    /// Public: one line per published statement, each naming the size and the root of `record` at that moment.
    Certificates,
}

impl Log {
    pub const ALL: [Self; 2] = [Self::Record, Self::Certificates];

    /// As it stands in files and as the last part of the origin.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Certificates => "certificates",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|log| log.name() == name)
    }

    /// The origin of this log's first epoch on a host, `<host>/record` or `<host>/certificates`: it is also the name of
    /// its key.
    #[must_use]
    pub fn origin(self, host: &str) -> String {
        format!("{host}/{}", self.name())
    }
}

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
