//! The keys that sign the two logs, made at set-up, in files that only this user reads (2-9).

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use shingi_ledger::{Log, checkpoint::LogKey, epoch::Opening, note::VerifierKey};
use shingi_store::{Read, Store, StoreError};

use crate::{AppError, ids::Ids};

/// The stream of the lines that open an epoch, in either log.
pub const EPOCH: &str = "epoch";

pub struct Keys {
    pub record: LogKey,
    pub certificates: LogKey,
}

impl Keys {
    /// Draws new keys for the host of a public URL. Kept only by [`Self::keep`].
    pub fn draw(ids: &dyn Ids, public_url: &str) -> Result<Self, AppError> {
        let host = public_url.split_once("://").map_or(public_url, |(_, host)| host).trim_end_matches('/');
        let key = |log: Log| {
            LogKey::from_secret(&log.origin(host), &ids.secret()).map_err(|error| AppError::Record(error.to_string()))
        };
        Ok(Self { record: key(Log::Record)?, certificates: key(Log::Certificates)? })
    }

    /// The keys of a folder that is set up.
    pub fn read(store: &Store) -> Result<Option<Self>, AppError> {
        let read = |log: Log| -> Result<Option<LogKey>, AppError> {
            let path = path(store, log);
            if !path.exists() {
                return Ok(None);
            }
            let text = fs::read_to_string(&path).map_err(|source| file_error(&path, source))?;
            LogKey::from_skey(text.trim())
                .map(Some)
                .map_err(|error| AppError::Record(format!("{}: {error}", path.display())))
        };
        Ok(match (read(Log::Record)?, read(Log::Certificates)?) {
            (Some(record), Some(certificates)) => Some(Self { record, certificates }),
            (None, _) | (_, None) => None,
        })
    }

    pub fn keep(&self, store: &Store) -> Result<(), AppError> {
        let folder = store.folder().join("keys");
        fs::create_dir_all(&folder).map_err(|source| file_error(&folder, source))?;
        Log::ALL.into_iter().try_for_each(|log| write(&path(store, log), self.of(log)))
    }

    /// Puts the key of a log's new epoch in the place of the last one's.
    pub fn replace(store: &Store, log: Log, key: &LogKey) -> Result<(), AppError> {
        let path = path(store, log);
        let part = path.with_extension("part");
        let _ = fs::remove_file(&part);
        write(&part, key)?;
        fs::rename(&part, &path).map_err(|source| file_error(&path, source))
    }

    /// The public side of a log's key under the origin of each of its epochs, the newest first, as the first line of
    /// an export has them.
    pub fn verifiers(&self, read: &Read, log: Log) -> Result<Vec<VerifierKey>, AppError> {
        let mut keys = vec![self.of(log).verifier().clone()];
        for event in read.stream(log, EPOCH)?.iter().rev() {
            let opening = Opening::read(&event.data.to_string());
            let opening =
                opening.ok_or_else(|| AppError::Record(format!("line {} of {log} opens no epoch", event.pos)))?;
            // The one that was in force comes first there, and last here: the very last is the first epoch's.
            for ended in opening.ended.iter().rev() {
                let key = keys[0].under(&ended.origin).map_err(|error| AppError::Record(error.to_string()))?;
                keys.retain(|known| known.name() != ended.origin);
                keys.push(key);
            }
        }
        Ok(keys)
    }

    #[must_use]
    pub const fn of(&self, log: Log) -> &LogKey {
        match log {
            Log::Record => &self.record,
            Log::Certificates => &self.certificates,
        }
    }
}

/// A file that only this user reads, and that was not there.
fn write(path: &Path, key: &LogKey) -> Result<(), AppError> {
    let mut options = fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path).map_err(|source| file_error(path, source))?;
    let written = writeln!(file, "{}", key.to_skey()).and_then(|()| file.sync_all());
    written.map_err(|source| file_error(path, source))
}

fn path(store: &Store, log: Log) -> PathBuf {
    store.folder().join("keys").join(format!("{}.key", log.name()))
}

fn file_error(path: &Path, source: std::io::Error) -> AppError {
    AppError::Store(StoreError::File { path: path.display().to_string(), source })
}
