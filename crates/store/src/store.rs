//! The store: one write connection that all writers share, and read connections beside it.
//!
//! **Group commit.** A writer runs inside a savepoint of the open transaction, then waits for its commit. While one
//! commit waits for the disk, others queue; whoever is next commits for all that came meanwhile. An error or a panic
//! undoes one savepoint, a failed commit undoes the batch, and everyone in it is told.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    Blobs, OpenError, Read, StoreError,
    lock::FolderLock,
    schema, view,
    write::{Heads, Projection, WriteTx},
};

/// How a folder is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    create: bool,
    exclusive: bool,
    durable: bool,
}

impl Options {
    /// Makes the folder if it is missing, every commit on disk before it is answered.
    #[must_use]
    pub const fn serve() -> Self {
        Self { create: true, exclusive: false, durable: true }
    }

    /// A folder that is there, beside whoever serves it.
    #[must_use]
    pub const fn existing() -> Self {
        Self { create: false, exclusive: false, durable: true }
    }

    /// A folder that nobody else has open: for rebuilding views and restoring.
    #[must_use]
    pub const fn alone() -> Self {
        Self { create: false, exclusive: true, durable: true }
    }

    /// For filling a folder with sample data: not durable until it is closed.
    #[must_use]
    pub const fn fast_for_demo() -> Self {
        Self { create: true, exclusive: true, durable: false }
    }
}

#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    folder: PathBuf,
    writer: Mutex<Writer>,
    /// Held by the one who commits.
    committing: Mutex<()>,
    readers: Mutex<Vec<Read>>,
    projections: Vec<Box<dyn Projection>>,
    blobs: Blobs,
    _lock: FolderLock,
}

struct Writer {
    read: Read,
    heads: Heads,
    /// The batch that the next writer joins.
    batch: u64,
    open: bool,
    committed: u64,
    /// Batches whose commit failed, the newest last.
    failed: VecDeque<(u64, String)>,
}

const READERS_KEPT: usize = 8;
const FAILED_KEPT: usize = 64;

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    pub fn open(folder: &Path, options: Options) -> Result<Self, OpenError> {
        let path = folder.display().to_string();
        let database = folder.join("shingi.db");
        if options.create {
            std::fs::create_dir_all(folder.join("blobs")).map_err(|source| schema::folder_error(&path, source))?;
        } else if !database.exists() {
            return Err(OpenError::NotAFolder { path });
        }
        let lock = FolderLock::take(folder, options.exclusive)?;
        let mut connection =
            schema::connect(&database, options.durable).map_err(|e| schema::database_error(&path, e))?;
        schema::migrate(&mut connection, &path)?;
        let read = Read { connection };
        let heads = Heads::read(&read)?;
        let writer = Writer { read, heads, batch: 1, open: false, committed: 0, failed: VecDeque::new() };
        let inner = Inner {
            folder: folder.to_owned(),
            writer: Mutex::new(writer),
            committing: Mutex::new(()),
            readers: Mutex::new(Vec::new()),
            projections: view::all(),
            blobs: Blobs::at(&folder.join("blobs")),
            _lock: lock,
        };
        Ok(Self { inner: Arc::new(inner) })
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
                let database = self.inner.folder.join("shingi.db");
                Read { connection: schema::connect_reader(&database).map_err(StoreError::sql)? }
            }
        };
        read.connection.execute_batch("BEGIN").map_err(StoreError::sql)?;
        let done = catch_unwind(AssertUnwindSafe(|| work(&read)));
        let ended = read.connection.execute_batch("COMMIT");
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
        let (value, batch) = {
            let mut writer = locked(&self.inner.writer);
            let value = writer.join(&self.inner.projections, work)?;
            (value, writer.batch)
        };
        self.commit(batch)?;
        Ok(value)
    }

    fn commit(&self, batch: u64) -> Result<(), StoreError> {
        let _leader = locked(&self.inner.committing);
        let mut writer = locked(&self.inner.writer);
        if writer.committed < batch {
            writer.commit();
        }
        let failed = writer.failed.iter().find(|(failed, _)| *failed == batch);
        match failed {
            Some((_, why)) if why == FULL => Err(StoreError::Full),
            Some((_, why)) => Err(StoreError::Batch(why.clone())),
            None => Ok(()),
        }
    }

    /// Empties all views and folds the whole record into them again. `progress` gets lines done and lines in all.
    pub fn rebuild_views(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        const STEP: u32 = 500;
        self.write(|tx| {
            for projection in tx.projections {
                projection.clear(tx)?;
            }
            for log in shingi_ledger::Log::ALL {
                let size = tx.size(log)?;
                let mut from = 0;
                while from < size {
                    for event in tx.from(log, from, STEP)? {
                        for projection in tx.projections {
                            projection.apply(tx, &event)?;
                        }
                    }
                    from = (from + u64::from(STEP)).min(size);
                    progress(from, size);
                }
            }
            Ok(())
        })
    }
}

const FULL: &str = "the disk is full";

impl Writer {
    /// Runs one writer's work inside a savepoint of the open transaction.
    fn join<T, E: From<StoreError>>(
        &mut self,
        projections: &[Box<dyn Projection>],
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.open {
            self.run("BEGIN IMMEDIATE")?;
            self.open = true;
            // Another process may have appended between our transactions.
            if let Err(error) = self.refresh() {
                self.abandon();
                return Err(error.into());
            }
        }
        self.run("SAVEPOINT part")?;
        let before = self.heads.clone();
        let mut tx = WriteTx { read: &self.read, heads: &mut self.heads, projections };
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        match done {
            Ok(Ok(value)) => {
                self.run("RELEASE part")?;
                Ok(value)
            }
            Ok(Err(error)) => {
                self.undo(before);
                Err(error)
            }
            Err(panic) => {
                self.undo(before);
                resume_unwind(panic)
            }
        }
    }

    fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.read.connection.execute_batch(sql).map_err(StoreError::sql)
    }

    fn refresh(&mut self) -> Result<(), StoreError> {
        use shingi_ledger::Log::{Certificates, Record};
        let stale = self.read.size(Record)? != self.heads.record.frontier.size()
            || self.read.size(Certificates)? != self.heads.certificates.frontier.size();
        if stale {
            self.heads = Heads::read(&self.read)?;
        }
        Ok(())
    }

    /// Takes one writer's part back; the others' stay. SQLite itself may have taken all back (a full disk).
    fn undo(&mut self, before: Heads) {
        self.heads = before;
        if self.read.connection.is_autocommit() || self.run("ROLLBACK TO part; RELEASE part").is_err() {
            self.fail(FULL.to_owned());
        }
    }

    fn commit(&mut self) {
        if !self.open {
            self.committed = self.batch;
            self.batch += 1;
            return;
        }
        match self.run("COMMIT") {
            Ok(()) => {
                self.open = false;
                self.committed = self.batch;
                self.batch += 1;
            }
            Err(StoreError::Full) => self.fail(FULL.to_owned()),
            Err(error) => self.fail(error.to_string()),
        }
    }

    /// The whole batch is lost; everyone in it is told.
    fn fail(&mut self, why: String) {
        self.failed.push_back((self.batch, why));
        while self.failed.len() > FAILED_KEPT {
            self.failed.pop_front();
        }
        self.abandon();
        self.committed = self.batch;
        self.batch += 1;
    }

    fn abandon(&mut self) {
        if !self.read.connection.is_autocommit() {
            let _ = self.run("ROLLBACK");
        }
        self.open = false;
        if let Ok(heads) = Heads::read(&self.read) {
            self.heads = heads;
        }
    }
}
