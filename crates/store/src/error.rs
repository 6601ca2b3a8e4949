//! Why the data folder cannot be opened, read or written. Each says what was expected, what came, what to do.

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
        "expected a data folder of version {known} or older, `{path}` is of version {found}; start the newer Shingi that wrote it"
    )]
    Newer { path: String, found: i64, known: i64 },
    #[error("the folder `{path}` is held by another process, which {what}; wait until it ends")]
    Held { path: String, what: String },
    #[error("the database in `{path}` cannot be opened: {source}; run `shingi doctor --data {path}`")]
    Database { path: String, source: rusqlite::Error },
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
    #[error("line {pos} of the record cannot be read: {why}")]
    Decode { pos: u64, why: String },
    #[error("the view of {noun} `{id}` cannot be read: {why}; run `shingi views rebuild`")]
    View { noun: String, id: String, why: String },
    #[error("blob `{id}`: {why}")]
    Blob { id: String, why: String },
    #[error("file `{path}`: {source}")]
    File { path: String, source: std::io::Error },
}

impl StoreError {
    /// Names a full disk as what it is.
    pub(crate) fn sql(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            Some(_) | None => Self::Sql(error),
        }
    }
}
