//! One lock on the folder: shared by everyone who works beside each other, exclusive for rebuild and restore.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::Path,
};

use crate::{OpenError, schema};

/// Held as long as the store is open; the operating system lets go of it with the process.
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    pub fn take(folder: &Path, exclusive: bool) -> Result<Self, OpenError> {
        let path = folder.display().to_string();
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(folder.join("lock"))
            .map_err(|source| schema::folder_error(&path, source))?;
        let taken = if exclusive { file.try_lock() } else { file.try_lock_shared() };
        match taken {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                let what =
                    if exclusive { "has it open (for example `shingi serve`)" } else { "rebuilds or restores it" };
                Err(OpenError::Held { path, what: what.to_owned() })
            }
            Err(TryLockError::Error(source)) => Err(OpenError::Make { path, source }),
        }
    }
}
