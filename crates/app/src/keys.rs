//! The keys that sign the two logs, made at set-up, in files that only this user reads (2-9).

use std::{fs, io::Write as _, path::PathBuf};

use shingi_ledger::{Log, checkpoint::LogKey};
use shingi_store::{Store, StoreError};

use crate::{AppError, ids::Ids};

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
        for (log, key) in [(Log::Record, &self.record), (Log::Certificates, &self.certificates)] {
            let path = path(store, log);
            let folder = store.folder().join("keys");
            fs::create_dir_all(&folder).map_err(|source| file_error(&folder, source))?;
            let mut options = fs::OpenOptions::new();
            options.create_new(true).write(true);
            #[cfg(unix)]
            {
                use std::os::unix::fs::OpenOptionsExt as _;
                options.mode(0o600);
            }
            let mut file = options.open(&path).map_err(|source| file_error(&path, source))?;
            let written = writeln!(file, "{}", key.to_skey()).and_then(|()| file.sync_all());
            written.map_err(|source| file_error(&path, source))?;
        }
        Ok(())
    }

    #[must_use]
    pub const fn of(&self, log: Log) -> &LogKey {
        match log {
            Log::Record => &self.record,
            Log::Certificates => &self.certificates,
        }
    }
}

fn path(store: &Store, log: Log) -> PathBuf {
    store.folder().join("keys").join(format!("{}.key", log.name()))
}

fn file_error(path: &std::path::Path, source: std::io::Error) -> AppError {
    AppError::Store(StoreError::File { path: path.display().to_string(), source })
}
