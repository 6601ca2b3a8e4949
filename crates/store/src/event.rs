//! An event on its way to the record, and as it stands there (2-9).

use std::collections::BTreeMap;

use serde_json::Value;
use shingi_ledger::Log;

#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    pub kind: String,
    pub version: u16,
    /// Ids, enums, numbers: what stands in the line.
    pub data: Value,
    /// Name → bytes of what stands beside it.
    pub hidden: BTreeMap<String, Vec<u8>>,
}

/// Where a stream must stand for an append to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// At this version, the `seq` of its last line; 0 for a new stream.
    Exact(u64),
    Any,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    pub log: Log,
    pub pos: u64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    pub stream: String,
    /// From 1; the version of the stream that this line made.
    pub seq: u64,
    pub kind: String,
    pub version: u16,
    pub actor: String,
    pub data: Value,
    /// Name → payload; `None` where it was erased.
    pub hidden: BTreeMap<String, Option<Vec<u8>>>,
}
