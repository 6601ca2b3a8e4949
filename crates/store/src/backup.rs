//! Backup beside a running server, and restore into an empty folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, backup::Backup};

use crate::{OpenError, Store, StoreError};

const PAGES_A_STEP: i32 = 256;

impl Store {
    /// Copies the database and every blob into a new folder, consistent at one instant. `progress` gets parts done and
    /// in all.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
        let file_error = |source| StoreError::File { path: to.display().to_string(), source };
        if to.exists() {
            let source =
                std::io::Error::new(std::io::ErrorKind::AlreadyExists, "expected a folder that is not there yet");
            return Err(file_error(source));
        }
        fs::create_dir_all(to.join("blobs")).map_err(file_error)?;
        let source = crate::schema::connect_reader(&self.folder().join("shingi.db")).map_err(StoreError::sql)?;
        let mut target = Connection::open(to.join("shingi.db")).map_err(StoreError::sql)?;
        let backup = Backup::new(&source, &mut target).map_err(StoreError::sql)?;
        loop {
            let more = backup.step(PAGES_A_STEP).map_err(StoreError::sql)?;
            let pages = backup.progress();
            let all = u64::try_from(pages.pagecount).unwrap_or(0);
            progress(all.saturating_sub(u64::try_from(pages.remaining).unwrap_or(0)), all);
            if more == rusqlite::backup::StepResult::Done {
                break;
            }
        }
        drop(backup);
        for name in ["keys"] {
            copy_folder(&self.folder().join(name), &to.join(name))?;
        }
        // Blobs are only ever added: those that came since are not named by the copy of the database.
        copy_folder(&self.folder().join("blobs"), &to.join("blobs"))
    }

    /// Puts a backup into a folder that is missing or empty.
    pub fn restore(from: &Path, to: &Path) -> Result<(), OpenError> {
        if !from.join("shingi.db").exists() {
            return Err(OpenError::NotAFolder { path: from.display().to_string() });
        }
        let occupied = fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_some());
        if occupied {
            return Err(OpenError::Occupied { path: to.display().to_string(), found: "data".to_owned() });
        }
        copy_folder(from, to)?;
        Ok(())
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), StoreError> {
    let file_error = |path: &PathBuf| {
        let path = path.display().to_string();
        move |source| StoreError::File { path, source }
    };
    if !from.exists() {
        return Ok(());
    }
    let folder = to.to_owned();
    fs::create_dir_all(to).map_err(file_error(&folder))?;
    for entry in fs::read_dir(from).map_err(file_error(&from.to_owned()))? {
        let path = entry.map_err(file_error(&from.to_owned()))?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else if path.extension().is_none_or(|extension| extension != "part") {
            fs::copy(&path, &target).map_err(file_error(&path))?;
        }
    }
    Ok(())
}
