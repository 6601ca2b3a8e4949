//! The data folder as one thing: opened once, read in snapshots, written through the one writer (2-9).
//!
//! Must never hand out a connection: what is read and written goes through [`Read`] and [`WriteTx`].

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

use shingi_ledger::checkpoint::SignedCheckpoint;

use crate::{
    Blobs, Log, OpenError, Read, StoreError,
    lock::FolderLock,
    schema, view,
    write::{Projection, WriteTx},
    writer::{Writer, locked},
};

/// How a folder is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    create: bool,
    exclusive: bool,
    durable: bool,
    purpose: &'static str,
}

impl Options {
    /// Makes the folder if it is missing, every commit on disk before it is answered.
    #[must_use]
    pub const fn serve() -> Self {
        Self { create: true, exclusive: false, durable: true, purpose: "serve" }
    }

    /// A folder that is there, beside whoever serves it.
    #[must_use]
    pub const fn existing() -> Self {
        Self { create: false, exclusive: false, durable: true, purpose: "a command that reads" }
    }

    /// A folder that nobody else has open: for rebuilding views and restoring.
    #[must_use]
    pub const fn alone() -> Self {
        Self { create: false, exclusive: true, durable: true, purpose: "views rebuild" }
    }

    /// For filling a folder with sample data: not durable until it is closed.
    #[must_use]
    pub const fn fast_for_demo() -> Self {
        Self { create: true, exclusive: true, durable: false, purpose: "demo" }
    }

    /// The name of the command, for whoever finds the folder held.
    #[must_use]
    pub const fn named(self, purpose: &'static str) -> Self {
        Self { purpose, ..self }
    }
}

#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    folder: PathBuf,
    writer: Writer,
    readers: Mutex<Vec<Read>>,
    projections: Vec<Box<dyn Projection>>,
    blobs: Blobs,
    _lock: FolderLock,
}

const READERS_KEPT: usize = 8;
/// A folder for nobody else on the machine: drafts, payloads and hashes of passwords are in it. One that is there already keeps
/// what its owner gave it.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// How long [`Store::scrub`] waits for readers.
const SCRUB: Duration = Duration::from_millis(500);
pub(crate) const DATABASE: &str = "shingi.db";
pub(crate) const BLOBS: &str = "blobs";
/// The setting that a migration of views sets to `stale`.
const VIEWS: &str = "views";
impl Store {
    /// With all views of the program.
    pub fn open(folder: &Path, options: Options) -> Result<Self, OpenError> {
        Self::open_with(folder, options, view::all())
    }

    /// With these views only: for tests and measurements.
    pub fn open_with(
        folder: &Path,
        options: Options,
        projections: Vec<Box<dyn Projection>>,
    ) -> Result<Self, OpenError> {
        let path = folder.display().to_string();
        let database = folder.join(DATABASE);
        if !database.exists() {
            if !options.create {
                return Err(OpenError::NotAFolder { path });
            }
            refuse_occupied(folder)?;
            make_private(folder).map_err(|source| schema::folder_error(&path, source))?;
        }
        let lock = FolderLock::take(folder, options.exclusive, options.purpose)?;
        std::fs::create_dir_all(folder.join(BLOBS)).map_err(|source| schema::folder_error(&path, source))?;
        let mut connection =
            schema::connect(&database, options.durable).map_err(|e| schema::database_error(&path, e))?;
        let found = schema::version(&connection, &path)?;
        if found == 0 || options.exclusive {
            schema::migrate(&mut connection, &path)?;
        } else if found < schema::known() {
            // Another process may be an older program that does not know the new tables.
            lock.alone(|| schema::migrate(&mut connection, &path))?;
        }
        let writer = Writer::new(connection)?;
        let inner = Inner {
            folder: folder.to_owned(),
            writer,
            readers: Mutex::new(Vec::new()),
            projections,
            blobs: Blobs::at(&folder.join(BLOBS)),
            _lock: lock,
        };
        let store = Self { inner: Arc::new(inner) };
        if options.create {
            store.check_signed(&path)?;
        }
        store.renew_views()?;
        Ok(store)
    }

    /// Pair assertion, before anything is appended: the lines still lead to the root that was signed last. A command
    /// that only reads opens the folder all the same, to export what is there and have it verified.
    fn check_signed(&self, path: &str) -> Result<(), OpenError> {
        for log in Log::ALL {
            let fits = self.read(|read| match read.newest_checkpoint(log)? {
                None => Ok(None),
                Some((size, note)) => {
                    let signed = SignedCheckpoint::parse(&note).ok().map(|signed| signed.checkpoint.root);
                    let there = read.size(log)? >= size && Some(read.root_at(log, size)?) == signed;
                    Ok::<_, StoreError>((!there).then_some(size))
                }
            })?;
            if let Some(size) = fits {
                return Err(OpenError::NotAsSigned { path: path.to_owned(), log: log.name().to_owned(), size });
            }
        }
        Ok(())
    }

    /// After a migration that changed a view: the record is folded again, and the mark taken away with it.
    fn renew_views(&self) -> Result<(), StoreError> {
        let stale = |read: &Read| Ok::<_, StoreError>(read.setting(VIEWS)?.is_some_and(|views| views == "stale"));
        if !self.read(stale)? {
            return Ok(());
        }
        self.write(|tx| {
            tx.rebuild_views(&mut |_, _| {})?;
            tx.put_setting(VIEWS, "whole")
        })
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    #[must_use]
    pub fn blobs(&self) -> &Blobs {
        &self.inner.blobs
    }

    /// Reads one snapshot.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&Read) -> Result<T, E>) -> Result<T, E> {
        let kept = locked(&self.inner.readers).pop();
        let read = match kept {
            Some(read) => read,
            None => {
                let database = self.inner.folder.join(DATABASE);
                Read { connection: schema::connect_reader(&database).map_err(StoreError::sql)? }
            }
        };
        read.repeated("BEGIN")?.run(&[])?;
        let done = catch_unwind(AssertUnwindSafe(|| work(&read)));
        let ended = read.repeated("COMMIT").and_then(|mut commit| commit.run(&[]));
        if ended.is_ok() {
            let mut readers = locked(&self.inner.readers);
            if readers.len() < READERS_KEPT {
                readers.push(read);
            }
        }
        done.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// Writes: all of `work` is kept, on disk, or none of it. Blocks until it is.
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.inner.writer.write(&self.inner.projections, work)
    }

    /// Empties all views and folds the whole record into them again, in one transaction: whoever reads meanwhile sees
    /// the old ones. `progress` gets lines done and lines in all.
    pub fn rebuild_views(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        self.write(|tx| tx.rebuild_views(progress))
    }

    /// After an erasure: writes SQLite's journal back into the database and empties it, so that no copy of what was
    /// erased is left there. `false` while somebody still reads the old state; call again later.
    pub fn scrub(&self) -> Result<bool, StoreError> {
        let connection = schema::connect(&self.inner.folder.join(DATABASE), true).map_err(StoreError::sql)?;
        connection.busy_timeout(SCRUB).map_err(StoreError::sql)?;
        let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get::<_, i64>(0));
        Ok(busy.map_err(StoreError::sql)? == 0)
    }
}

/// A folder for new data holds nothing, or what a person or a file system puts beside it.
pub(crate) fn refuse_occupied(folder: &Path) -> Result<(), OpenError> {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = ["lost+found", "lock", "lock.d", BLOBS].contains(&name.as_str());
        if !known && !name.starts_with('.') && !name.ends_with(".toml") {
            return Err(OpenError::Occupied { path: folder.display().to_string(), found: name });
        }
    }
    Ok(())
}
