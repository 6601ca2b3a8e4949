//! Connections and migrations. A folder of a newer version is refused, never guessed at.

use std::{io::ErrorKind, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};

use crate::OpenError;

/// In order; a folder's version is how many of them it has seen. Migrations add, they never alter `ledger_*`.
pub const SQLITE: &[&str] = &[
    include_str!("../migrations/sqlite/0001_ledger.sql"),
    include_str!("../migrations/sqlite/0002_views.sql"),
    include_str!("../migrations/sqlite/0003_work.sql"),
];

/// The same for PostgreSQL: what differs in types and triggers.
pub const POSTGRES: &[&str] = &[
    include_str!("../migrations/postgres/0001_ledger.sql"),
    include_str!("../migrations/postgres/0002_views.sql"),
    include_str!("../migrations/postgres/0003_work.sql"),
];

/// How long one process waits for another one's transaction.
const BUSY: Duration = Duration::from_secs(10);
const STATEMENTS_KEPT: usize = 128;

pub(crate) fn connect(database: &Path, durable: bool) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(database)?;
    prepare(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", if durable { "FULL" } else { "OFF" })?;
    Ok(connection)
}

pub(crate) fn connect_reader(database: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")
}

pub(crate) fn migrate(connection: &mut Connection, path: &str) -> Result<(), OpenError> {
    let failed = |source| database_error(path, source);
    let known = i64::try_from(SQLITE.len()).unwrap_or(i64::MAX);
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
    let found = tx.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).map_err(failed)?;
    if found > known {
        return Err(OpenError::Newer { path: path.to_owned(), found, known });
    }
    for migration in SQLITE.iter().skip(usize::try_from(found).unwrap_or(0)) {
        tx.execute_batch(migration).map_err(failed)?;
    }
    if found < known {
        tx.pragma_update(None, "user_version", known).map_err(failed)?;
    }
    tx.commit().map_err(failed)
}

pub(crate) fn folder_error(path: &str, source: std::io::Error) -> OpenError {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly { path: path.to_owned() },
        _ => OpenError::Make { path: path.to_owned(), source },
    }
}

pub(crate) fn database_error(path: &str, source: rusqlite::Error) -> OpenError {
    match source.sqlite_error_code() {
        Some(
            rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::PermissionDenied,
        ) => OpenError::ReadOnly { path: path.to_owned() },
        Some(_) | None => OpenError::Database { path: path.to_owned(), source },
    }
}
