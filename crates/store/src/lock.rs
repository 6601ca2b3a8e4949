//! One lock on the folder: shared by everyone who works beside each other, exclusive for rebuild and restore.
//! Serves no item of its own.
//!
//! Beside the lock, in `lock.d/`, everyone who holds it keeps a file with what they do, locked by themselves: whoever
//! is refused can say by whom, and a file that nobody holds any more is left by a process that died.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{OpenError, schema};

/// Held as long as the store is open; the operating system lets go of it with the process.
pub(crate) struct FolderLock {
    folder: PathBuf,
    file: File,
    holder: Holder,
}

/// The file that says who we are. Taken away when we go.
struct Holder {
    path: PathBuf,
    _file: File,
}

impl Drop for Holder {
    fn drop(&mut self) {
        // A file that stays is recognised as nobody's by the next who looks.
        let _ = fs::remove_file(&self.path);
    }
}

static NUMBER: AtomicU64 = AtomicU64::new(0);

impl FolderLock {
    /// `purpose` is what others are told: the name of a command.
    pub fn take(folder: &Path, exclusive: bool, purpose: &str) -> Result<Self, OpenError> {
        let path = folder.display().to_string();
        let make = |source| schema::folder_error(&path, source);
        let file = open(&folder.join("lock")).map_err(make)?;
        let taken = if exclusive { file.try_lock() } else { file.try_lock_shared() };
        refused(folder, taken)?;
        let holder = Holder::new(&folder.join("lock.d"), purpose).map_err(make)?;
        Ok(Self { folder: folder.to_owned(), file, holder })
    }

    /// Makes a shared lock exclusive while `work` runs; refused where anybody else holds it.
    pub fn alone<T>(&self, work: impl FnOnce() -> Result<T, OpenError>) -> Result<T, OpenError> {
        let path = self.folder.display().to_string();
        let make = |source| schema::folder_error(&path, source);
        self.file.unlock().map_err(make)?;
        refused(&self.folder, self.file.try_lock())?;
        let done = work();
        self.file.unlock().and_then(|()| self.file.lock_shared()).map_err(make)?;
        done
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)
}

fn refused(folder: &Path, taken: Result<(), TryLockError>) -> Result<(), OpenError> {
    let path = folder.display().to_string();
    match taken {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(OpenError::Held { path, by: holders(folder) }),
        Err(TryLockError::Error(source)) => Err(schema::folder_error(&path, source)),
    }
}

impl Holder {
    fn new(folder: &Path, purpose: &str) -> std::io::Result<Self> {
        fs::create_dir_all(folder)?;
        let process = std::process::id();
        let path = folder.join(format!("{process}-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        let mut file = open(&path)?;
        file.lock()?;
        file.set_len(0)?;
        write!(file, "`{purpose}` (process {process})")?;
        Ok(Self { path, _file: file })
    }
}

/// Who holds the folder, as a list for a message.
fn holders(folder: &Path) -> String {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.join("lock.d")).into_iter().flatten().flatten() {
        let Ok(mut file) = File::open(entry.path()) else { continue };
        match file.try_lock_shared() {
            // Nobody's: the process that wrote it is gone.
            Ok(()) => drop(fs::remove_file(entry.path())),
            Err(_) => {
                let mut text = String::new();
                if file.read_to_string(&mut text).is_ok() && !text.is_empty() {
                    found.push(text);
                }
            }
        }
    }
    found.sort();
    if found.is_empty() { "another process".to_owned() } else { found.join(", ") }
}

impl std::fmt::Debug for FolderLock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("FolderLock").field(&self.holder.path).finish()
    }
}
