//! Why the data folder cannot be opened, read or written. Each says what was expected, what came, what to do.
//! Serves no item of its own.

use std::path::Path;

use shingi_ledger::line::LineError;

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("expected a data folder at `{path}`, could not make it: {source}; choose another one with --data")]
    Make { path: String, source: std::io::Error },
    #[error(
        "expected to write into `{path}`, it is read-only; give this user the right to write there, or choose another folder with --data"
    )]
    ReadOnly { path: String },
    #[error("expected a data folder of Shingi at `{path}`, it has no shingi.db; check the path")]
    NotAFolder { path: String },
    #[error(
        "expected an empty folder or one of Shingi at `{path}`, found `{found}` there; choose another one with --data"
    )]
    Occupied { path: String, found: String },
    #[error(
        "expected the database of Shingi in `{path}`, its shingi.db is another program's; choose another folder with --data"
    )]
    NotOurs { path: String },
    #[error(
        "expected a data folder of version {known} or older, `{path}` is of version {found}; start the newer Shingi that wrote it"
    )]
    Newer { path: String, found: i64, known: i64 },
    #[error("expected `{path}` to be free for this, it is held by {by}; end that or wait until it ends")]
    Held { path: String, by: String },
    #[error("expected room on the disk of `{path}`, it is full; make room and start again, nothing was lost")]
    Full { path: String },
    #[error("the database in `{path}` cannot be opened: {source}; run `shingi doctor --data {path}`")]
    Database { path: String, source: rusqlite::Error },
    #[error(
        "expected the log `{log}` in `{path}` as it was signed at {size} lines, its lines lead to another root; \
         verify an export of it and restore a backup"
    )]
    NotAsSigned { path: String, log: String, size: u64 },
    #[error("expected the backup in `{path}` to hold, it does not: {why}; restore another one")]
    Backup { path: String, why: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("expected stream `{stream}` at {expected}, it is at {actual}: somebody wrote in between")]
    Conflict { stream: String, expected: u64, actual: u64 },
    #[error(transparent)]
    Line(#[from] LineError),
    #[error("the disk is full: nothing of this was kept; make room and try again")]
    Full,
    #[error("the database says: {0}")]
    Sql(#[from] rusqlite::Error),
    #[error("what was written together with this could not be kept: {0}; nothing of it was, try again")]
    Batch(String),
    #[error(
        "expected one write at a time on a thread, got a write inside a write; pass the open transaction on instead"
    )]
    Nested,
    #[error("line {pos} of the record cannot be read: {why}")]
    Decode { pos: u64, why: String },
    #[error("expected a payload `{name}` at line {pos} of the log `{log}`, there is none; nothing was erased")]
    NoPayload { log: String, pos: u64, name: String },
    #[error("expected a checkpoint of the log `{log}` as it is, got one of {size} lines that says otherwise: {why}")]
    Checkpoint { log: String, size: u64, why: String },
    #[error("the view of {noun} `{id}` cannot be read: {why}; run `shingi views rebuild`")]
    View { noun: String, id: String, why: String },
    #[error("blob `{id}`: {why}")]
    Blob { id: String, why: String },
    #[error("file `{path}`: {source}")]
    File { path: String, source: std::io::Error },
}

impl StoreError {
    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        if is_full(source.kind()) { Self::Full } else { Self::File { path: path.display().to_string(), source } }
    }

    /// Names a full disk as what it is.
    pub(crate) fn sql(error: rusqlite::Error) -> Self {
        if is_full_by_sql(&error) { Self::Full } else { Self::Sql(error) }
    }
}

/// The disk has no room, or this user's share of it.
pub(crate) const fn is_full(kind: std::io::ErrorKind) -> bool {
    matches!(kind, std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}

/// SQLite has a second name for it, where the index of its journal finds no room.
pub(crate) fn is_full_by_sql(error: &rusqlite::Error) -> bool {
    const NO_ROOM_FOR_THE_INDEX: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
        || error.sqlite_error().is_some_and(|error| error.extended_code == NO_ROOM_FOR_THE_INDEX)
}
