//! Connections and migrations. A folder of a newer version is refused, never guessed at. Serves no item of its own.

use std::{io::ErrorKind, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};

use crate::{
    OpenError,
    error::{is_full, is_full_by_sql},
};

/// In order; a folder's version is how many of them it has seen. Migrations add, they never alter `ledger_*`.
pub const SQLITE: &[&str] = &[
    include_str!("../migrations/sqlite/0001_ledger.sql"),
    include_str!("../migrations/both/0002_views.sql"),
    include_str!("../migrations/both/0003_work.sql"),
    include_str!("../migrations/both/0004_lists.sql"),
    include_str!("../migrations/both/0005_pictures.sql"),
    include_str!("../migrations/both/0006_acknowledgements.sql"),
];

/// The same for PostgreSQL: what differs in types and triggers.
pub const POSTGRES: &[&str] = &[
    include_str!("../migrations/postgres/0001_ledger.sql"),
    include_str!("../migrations/both/0002_views.sql"),
    include_str!("../migrations/both/0003_work.sql"),
    include_str!("../migrations/both/0004_lists.sql"),
    include_str!("../migrations/both/0005_pictures.sql"),
    include_str!("../migrations/both/0006_acknowledgements.sql"),
];

/// How long one process waits for another one's transaction.
const BUSY: Duration = Duration::from_secs(10);
const STATEMENTS_KEPT: usize = 128;
/// Pages of one reader, in kibibytes as SQLite wants them: negative.
const READER_CACHE: i64 = -512;
const JOURNAL_BYTES: i64 = 64 * 1024 * 1024;

pub(crate) fn connect(database: &Path, durable: bool) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(database)?;
    prepare(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A log that grew in a burst gives its room back.
    connection.pragma_update(None, "journal_size_limit", JOURNAL_BYTES)?;
    // What is erased is overwritten with zeros, not only unlinked.
    connection.pragma_update(None, "secure_delete", "ON")?;
    // Without it INSERT OR REPLACE would delete a line of the record past the trigger that refuses that.
    connection.pragma_update(None, "recursive_triggers", "ON")?;
    connection.pragma_update(None, "synchronous", if durable { "FULL" } else { "OFF" })?;
    Ok(connection)
}

pub(crate) fn connect_reader(database: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database, flags)?;
    prepare(&connection)?;
    // Readers are many, and the system keeps the pages of the file for all of them.
    connection.pragma_update(None, "cache_size", READER_CACHE)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")
}

/// The version that a folder is of: how many migrations it has seen. A database with another program's tables is
/// refused before anything is written to it.
pub(crate) fn version(connection: &Connection, path: &str) -> Result<i64, OpenError> {
    let failed = |source| database_error(path, source);
    let found = connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).map_err(failed)?;
    let tables = connection
        .query_row("SELECT COUNT(*), COALESCE(SUM(name = 'ledger_line'), 0) FROM sqlite_schema", (), |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })
        .map_err(failed)?;
    let known = known();
    match (found, tables) {
        (0, (0, _)) => Ok(0),
        (found, (_, 1)) if found > known => Err(OpenError::Newer { path: path.to_owned(), found, known }),
        (1.., (_, 1)) => Ok(found),
        (_, _) => Err(OpenError::NotOurs { path: path.to_owned() }),
    }
}

/// The version that this program writes.
pub(crate) fn known() -> i64 {
    i64::try_from(SQLITE.len()).unwrap_or(i64::MAX)
}

/// Brings the tables up to date: all migrations that are missing, or none.
pub(crate) fn migrate(connection: &mut Connection, path: &str) -> Result<(), OpenError> {
    let failed = |source| database_error(path, source);
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
    // Asked again inside: another process may have been faster.
    let found = version(&tx, path)?;
    for migration in SQLITE.iter().skip(usize::try_from(found).unwrap_or(0)) {
        tx.execute_batch(migration).map_err(failed)?;
    }
    if found < known() {
        tx.pragma_update(None, "user_version", known()).map_err(failed)?;
    }
    tx.commit().map_err(failed)
}

pub(crate) fn folder_error(path: &str, source: std::io::Error) -> OpenError {
    let path = path.to_owned();
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly { path },
        kind if is_full(kind) => OpenError::Full { path },
        _ => OpenError::Make { path, source },
    }
}

pub(crate) fn database_error(path: &str, source: rusqlite::Error) -> OpenError {
    use rusqlite::ErrorCode::{PermissionDenied, ReadOnly};
    let path = path.to_owned();
    match source.sqlite_error_code() {
        Some(ReadOnly | PermissionDenied) => OpenError::ReadOnly { path },
        _ if is_full_by_sql(&source) => OpenError::Full { path },
        Some(_) | None => OpenError::Database { path, source },
    }
}
