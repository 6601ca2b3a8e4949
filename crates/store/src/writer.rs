//! The one writer of a process: all writes share a connection and, where they come together, a transaction (2-9).
//!
//! **Group commit.** A write takes the seat, runs inside a savepoint of the open transaction and leaves the seat. If
//! others wait for the seat it leaves the transaction open for them; the last one commits for all, and everybody is
//! answered after that one wait for the disk. An error or a panic undoes one savepoint; a commit that fails undoes the
//! whole batch, and everybody in it is told.
//!
//! Work runs on the caller's own thread, so that it may borrow what the caller has; an asynchronous caller wraps it in
//! its runtime's `spawn_blocking`.
//!
//! INVARIANT: nobody is answered `Ok` before the commit that holds their part has returned. No transaction is left open
//! when nobody is on the way to the seat: it would lock other processes out.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, ThreadId},
};

use rusqlite::Connection;

use crate::{
    Read, StoreError,
    write::{Heads, Projection, WriteTx},
};

/// Writes that one commit answers at most: bounds how long the first of them waits.
const BATCH_MAX: usize = 256;

pub(crate) struct Writer {
    /// Writes that wait for the seat. Each of them will take it.
    waiting: AtomicUsize,
    /// Who sits, to refuse a write inside a write instead of waiting for oneself for ever.
    sitting: Mutex<Option<ThreadId>>,
    seat: Mutex<Seat>,
}

struct Seat {
    read: Read,
    heads: Heads,
    /// What `PRAGMA data_version` said when `heads` were read; another process's commit changes it.
    seen: Option<i64>,
    batch: Option<Batch>,
}

struct Batch {
    outcome: Arc<Outcome>,
    writes: usize,
}

/// What became of a batch, told once to all who wrote in it.
#[derive(Default)]
struct Outcome {
    told: Mutex<Option<Result<(), Lost>>>,
    bell: Condvar,
}

/// Why a batch was lost, for each of those who were in it.
#[derive(Clone)]
enum Lost {
    Full,
    Other(String),
}

impl From<Lost> for StoreError {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::Full => Self::Full,
            Lost::Other(why) => Self::Batch(why),
        }
    }
}

impl From<StoreError> for Lost {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            other => Self::Other(other.to_string()),
        }
    }
}

pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic inside of work is caught before it can poison anything; what the mutexes guard is whole at any time.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Writer {
    pub fn new(connection: Connection) -> Result<Self, StoreError> {
        let read = Read { connection };
        let heads = Heads::read(&read)?;
        let seat = Seat { read, heads, seen: None, batch: None };
        Ok(Self { waiting: AtomicUsize::new(0), sitting: Mutex::new(None), seat: Mutex::new(seat) })
    }

    pub fn write<T, E: From<StoreError>>(
        &self,
        projections: &[Box<dyn Projection>],
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let me = thread::current().id();
        if *locked(&self.sitting) == Some(me) {
            return Err(StoreError::Nested.into());
        }
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut seat = locked(&self.seat);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        *locked(&self.sitting) = Some(me);
        let joined = seat.join(projections, work);
        let more_to_come = self.waiting.load(Ordering::SeqCst) > 0;
        seat.leave(more_to_come);
        *locked(&self.sitting) = None;
        drop(seat);
        match joined {
            Joined::Kept(value, outcome) => {
                outcome.wait().map(|()| value).map_err(|lost| StoreError::from(lost).into())
            }
            Joined::Undone(error) => Err(error),
            Joined::Panicked(panic) => resume_unwind(panic),
        }
    }
}

/// How one write ended, before its commit.
enum Joined<T, E> {
    Kept(T, Arc<Outcome>),
    Undone(E),
    Panicked(Box<dyn std::any::Any + Send>),
}

impl Seat {
    /// Runs one write inside a savepoint of the open transaction.
    fn join<T, E: From<StoreError>>(
        &mut self,
        projections: &[Box<dyn Projection>],
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Joined<T, E> {
        let outcome = match self.begin() {
            Ok(outcome) => outcome,
            Err(error) => return Joined::Undone(error.into()),
        };
        let before = self.heads.clone();
        let mut tx = WriteTx { read: &self.read, heads: &mut self.heads, projections };
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        // On a full disk or a broken file SQLite may have taken the whole transaction back by itself.
        if self.read.connection.is_autocommit() {
            let lost = Lost::Other("the database took the transaction back, its disk is full or broken".to_owned());
            self.lose(lost.clone());
            return match done {
                Ok(Ok(_)) => Joined::Undone(StoreError::from(lost).into()),
                Ok(Err(error)) => Joined::Undone(error),
                Err(panic) => Joined::Panicked(panic),
            };
        }
        let kept = matches!(done, Ok(Ok(_)));
        let undone = if kept { Ok(()) } else { self.run("ROLLBACK TO part") };
        let ended = undone.and_then(|()| self.run("RELEASE part"));
        if !kept {
            self.heads = before;
        }
        if let Err(error) = ended {
            let lost = Lost::from(error);
            self.lose(lost.clone());
            if kept {
                return Joined::Undone(StoreError::from(lost).into());
            }
        }
        match done {
            Ok(Ok(value)) => Joined::Kept(value, outcome),
            Ok(Err(error)) => Joined::Undone(error),
            Err(panic) => Joined::Panicked(panic),
        }
    }

    /// Opens a transaction where none is open, and a savepoint in it.
    fn begin(&mut self) -> Result<Arc<Outcome>, StoreError> {
        if self.batch.is_none() {
            self.run("BEGIN IMMEDIATE")?;
            if let Err(error) = self.refresh() {
                self.roll_back();
                return Err(error);
            }
            self.batch = Some(Batch { outcome: Arc::default(), writes: 0 });
        }
        if let Err(error) = self.run("SAVEPOINT part") {
            let lost = Lost::from(error);
            self.lose(lost.clone());
            return Err(lost.into());
        }
        let batch = self.batch.as_mut().expect("it was opened above");
        batch.writes += 1;
        Ok(Arc::clone(&batch.outcome))
    }

    /// Another process may have appended between our transactions.
    fn refresh(&mut self) -> Result<(), StoreError> {
        let version = self
            .read
            .connection
            .prepare_cached("PRAGMA data_version")
            .map_err(StoreError::sql)?
            .query_row((), |row| row.get(0))
            .map_err(StoreError::sql)?;
        if self.seen != Some(version) {
            self.heads = Heads::read(&self.read)?;
            self.seen = Some(version);
        }
        Ok(())
    }

    /// Commits, unless somebody else is on the way who will.
    fn leave(&mut self, more_to_come: bool) {
        let Some(batch) = self.batch.take_if(|batch| !more_to_come || batch.writes >= BATCH_MAX) else { return };
        match self.run("COMMIT") {
            Ok(()) => batch.outcome.tell(Ok(())),
            Err(error) => {
                self.roll_back();
                batch.outcome.tell(Err(error.into()));
            }
        }
    }

    /// The whole batch is gone; everybody in it is told.
    fn lose(&mut self, lost: Lost) {
        self.roll_back();
        if let Some(batch) = self.batch.take() {
            batch.outcome.tell(Err(lost));
        }
    }

    fn roll_back(&mut self) {
        if !self.read.connection.is_autocommit() {
            // A rollback that fails leaves a connection on which the next BEGIN fails, and says so there.
            let _ = self.run("ROLLBACK");
        }
        self.seen = None;
    }

    fn run(&self, sql: &'static str) -> Result<(), StoreError> {
        self.read.repeated(sql)?.run(&[]).map(drop)
    }
}

impl Outcome {
    fn tell(&self, result: Result<(), Lost>) {
        *locked(&self.told) = Some(result);
        self.bell.notify_all();
    }

    fn wait(&self) -> Result<(), Lost> {
        let mut told = locked(&self.told);
        loop {
            match told.as_ref() {
                Some(result) => return result.clone(),
                None => told = self.bell.wait(told).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}
