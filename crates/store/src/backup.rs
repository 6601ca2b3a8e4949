//! Backup beside a running server, and restore into an empty folder (2-9).
//!
//! A backup is a data folder: database, blobs, keys, and `backup.json`, which says what must be found in it.
//! It holds the keys that sign the logs: whoever has it can sign as this organisation.
//!
//! **Restoring** never writes over data. What was erased in the folder that the backup replaces is erased in the
//! restored one too. Before the folder becomes one, the caller puts on record what follows from the restore: why each
//! payload is gone, and a new epoch where the log was published beyond what the backup has.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};
use serde::{Deserialize, Serialize};
use shingi_domain::id::BlobId;
use shingi_ledger::tree::Hash;

use crate::{
    Blobs, Log, OpenError, Options, Read, Store, StoreError,
    lock::FolderLock,
    schema,
    store::{BLOBS, DATABASE},
};

const PAGES_A_STEP: i32 = 256;
const MANIFEST: &str = "backup.json";
const KEYS: &str = "keys";
/// Where a restore puts things together, inside the folder.
const RESTORING: &str = "restore.part";

/// What a backup holds, as it says itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the data folder.
    pub version: i64,
    pub blobs: u64,
    pub logs: Vec<LogInManifest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogInManifest {
    pub log: String,
    pub size: u64,
    /// base64 of the root over `size` lines.
    pub root: String,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub manifest: Manifest,
    /// Payloads that the replaced folder had erased and the backup still had: log, position, name.
    pub erased: Vec<(Log, u64, String)>,
}

/// A restored folder that is none yet: what is appended now stands in it from its first moment.
pub struct Restoring<'a> {
    pub store: &'a Store,
    /// The folder that it takes the place of.
    pub replaced: Option<&'a Store>,
    /// What the other had erased and the backup still had. It is gone; each needs an event on record that says so.
    pub erased: &'a [(Log, u64, String)],
}

/// Progress: parts done and parts in all.
type Told<'a> = &'a mut dyn FnMut(u64, u64);

impl Store {
    /// Copies database, blobs and keys into a new folder, consistent at one instant, while others go on writing.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Manifest, StoreError> {
        if to.exists() {
            let taken =
                std::io::Error::new(std::io::ErrorKind::AlreadyExists, "expected a folder that is not there yet");
            return Err(StoreError::file(to, taken));
        }
        // Under another name until it is whole: half a backup is none.
        let part = part_of(to);
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).map_err(|source| StoreError::file(&part, source))?;
        let done = self.fill(&part, progress).and_then(|manifest| {
            fs::rename(&part, to).and_then(|()| sync_parent(to)).map_err(|source| StoreError::file(to, source))?;
            Ok(manifest)
        });
        if done.is_err() {
            let _ = fs::remove_dir_all(&part);
        }
        done
    }

    fn fill(&self, part: &Path, progress: Told<'_>) -> Result<Manifest, StoreError> {
        let database = part.join(DATABASE);
        copy_database(&self.folder().join(DATABASE), &database, progress)?;
        copy_folder(&self.folder().join(KEYS), &part.join(KEYS), &mut |_| Ok(()))?;
        // Blobs are only ever added, and before a line names them: the copy has all that the database needs.
        let mut blobs = 0;
        copy_folder(&self.folder().join(BLOBS), &part.join(BLOBS), &mut |_| {
            blobs += 1;
            progress(blobs, blobs);
            Ok(())
        })?;
        let manifest = Manifest::of(&database, blobs)?;
        let path = part.join(MANIFEST);
        let json = serde_json::to_vec_pretty(&manifest).expect("numbers and strings are JSON");
        fs::write(&path, json).and_then(|()| File::open(&path)?.sync_all()).map_err(|e| StoreError::file(&path, e))?;
        Ok(manifest)
    }

    /// Puts a backup into a folder that is missing or empty. `replaced` is the folder that it takes the place of, if
    /// that still can be read: its erasures are carried forward. `finish` appends what follows; where it fails, there
    /// is no restored folder.
    pub fn restore<E: From<OpenError>>(
        from: &Path,
        to: &Path,
        replaced: Option<&Path>,
        progress: &mut dyn FnMut(u64, u64),
        finish: impl FnOnce(&Restoring<'_>) -> Result<(), E>,
    ) -> Result<Restored, E> {
        let manifest = read_manifest(from)?;
        let path = to.display().to_string();
        let failed = |source| schema::folder_error(&path, source);
        fs::create_dir_all(to).map_err(failed)?;
        let _lock = FolderLock::take(to, true, "restore")?;
        // What a restore that was cut short left behind.
        let part = to.join(RESTORING);
        if part.exists() {
            fs::remove_dir_all(&part).map_err(failed)?;
        }
        crate::store::refuse_occupied(to)?;
        if to.join(DATABASE).exists() {
            return Err(OpenError::Occupied { path, found: DATABASE.to_owned() }.into());
        }
        fs::create_dir_all(&part).map_err(failed)?;
        stage(from, &part, &manifest, progress)?;
        let erased = finished(&part, replaced, finish)?;
        let _ = fs::remove_dir(to.join(BLOBS));
        // The database last: without it the folder is no data folder, whatever happens on the way.
        for name in [KEYS, BLOBS, DATABASE] {
            if part.join(name).exists() {
                fs::rename(part.join(name), to.join(name)).map_err(failed)?;
            }
        }
        File::open(to).and_then(|folder| folder.sync_all()).map_err(failed)?;
        fs::remove_dir_all(&part).map_err(failed)?;
        Ok(Restored { manifest, erased })
    }
}

/// Erases in the copy what has been erased since, and has the caller finish it.
fn finished<E: From<OpenError>>(
    part: &Path,
    replaced: Option<&Path>,
    finish: impl FnOnce(&Restoring<'_>) -> Result<(), E>,
) -> Result<Vec<Erased>, E> {
    let store = Store::open(part, Options::alone().named("restore"))?;
    let replaced = replaced.map(|folder| Store::open(folder, Options::existing().named("restore"))).transpose()?;
    let erased = replaced.as_ref().map_or_else(|| Ok(Vec::new()), |replaced| carry(replaced, &store))?;
    finish(&Restoring { store: &store, replaced: replaced.as_ref(), erased: &erased })?;
    // The database alone is moved, so that its journal must have come into it.
    if !store.scrub().map_err(OpenError::from)? {
        return Err(OpenError::Held { path: part.display().to_string(), by: "a reader".to_owned() }.into());
    }
    Ok(erased)
}

/// Copies a backup and checks every part of it.
fn stage(from: &Path, part: &Path, manifest: &Manifest, progress: Told<'_>) -> Result<(), OpenError> {
    let database = part.join(DATABASE);
    copy_database(&from.join(DATABASE), &database, progress)?;
    check(from, &database, manifest)?;
    copy_folder(&from.join(KEYS), &part.join(KEYS), &mut |_| Ok(()))?;
    let mut done = 0;
    copy_folder(&from.join(BLOBS), &part.join(BLOBS), &mut |file| {
        done += 1;
        progress(done, manifest.blobs);
        check_blob(file)
    })?;
    if done != manifest.blobs {
        return Err(broken(from, format!("it holds {done} of {} blobs", manifest.blobs)));
    }
    Ok(())
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn sync_parent(path: &Path) -> std::io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent)?.sync_all()
}

fn copy_database(from: &Path, to: &Path, progress: Told<'_>) -> Result<(), StoreError> {
    let _ = fs::remove_file(to);
    let source = schema::connect_reader(from).map_err(StoreError::sql)?;
    // One snapshot from the first page to the last: otherwise each write of the server would start the copy anew.
    source.execute_batch("BEGIN; SELECT COUNT(*) FROM ledger_checkpoint").map_err(StoreError::sql)?;
    let mut target = Connection::open(to).map_err(StoreError::sql)?;
    let backup = Backup::new(&source, &mut target).map_err(StoreError::sql)?;
    loop {
        let step = backup.step(PAGES_A_STEP).map_err(StoreError::sql)?;
        let pages = backup.progress();
        let (left, all) = (u64::try_from(pages.remaining).unwrap_or(0), u64::try_from(pages.pagecount).unwrap_or(0));
        progress(all.saturating_sub(left), all);
        match step {
            StepResult::Done => break,
            StepResult::More => {}
            _ => std::thread::sleep(std::time::Duration::from_millis(5)),
        }
    }
    drop(backup);
    drop(target);
    File::open(to).and_then(|file| file.sync_all()).map_err(|source| StoreError::file(to, source))
}

/// Copies files and folders; `copied` is told of each file. What was never finished (`.part`) is left.
fn copy_folder(
    from: &Path,
    to: &Path,
    copied: &mut dyn FnMut(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to).map_err(|source| StoreError::file(to, source))?;
    let entries = fs::read_dir(from).map_err(|source| StoreError::file(from, source))?;
    for entry in entries {
        let path = entry.map_err(|source| StoreError::file(from, source))?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            copy_folder(&path, &target, copied)?;
        } else if path.extension().is_none_or(|extension| extension != "part") {
            fs::copy(&path, &target)
                .and_then(|_| File::open(&target)?.sync_all())
                .map_err(|source| StoreError::file(&target, source))?;
            copied(&target)?;
        }
    }
    File::open(to).and_then(|folder| folder.sync_all()).map_err(|source| StoreError::file(to, source))
}

impl Manifest {
    fn of(database: &Path, blobs: u64) -> Result<Self, StoreError> {
        let connection = schema::connect_reader(database).map_err(StoreError::sql)?;
        let version = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(StoreError::sql)?;
        let read = Read { connection };
        let logs = Log::ALL.map(|log| {
            let size = read.size(log)?;
            Ok(LogInManifest { log: log.name().to_owned(), size, root: read.root_at(log, size)?.to_text() })
        });
        let logs = logs.into_iter().collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Self { version, blobs, logs })
    }
}

fn broken(from: &Path, why: String) -> OpenError {
    OpenError::Backup { path: from.display().to_string(), why }
}

fn read_manifest(from: &Path) -> Result<Manifest, OpenError> {
    let path = from.display().to_string();
    if !from.join(DATABASE).exists() {
        return Err(OpenError::NotAFolder { path });
    }
    let json = fs::read(from.join(MANIFEST)).map_err(|error| broken(from, format!("{MANIFEST}: {error}")))?;
    let manifest: Manifest =
        serde_json::from_slice(&json).map_err(|error| broken(from, format!("{MANIFEST}: {error}")))?;
    let known = schema::known();
    if manifest.version > known {
        return Err(OpenError::Newer { path, found: manifest.version, known });
    }
    Ok(manifest)
}

/// The copied lines themselves, hashed anew, lead to the roots of the manifest.
fn check(from: &Path, database: &Path, manifest: &Manifest) -> Result<(), OpenError> {
    let connection = schema::connect_reader(database).map_err(StoreError::sql)?;
    let read = Read { connection };
    for kept in &manifest.logs {
        let log = Log::from_name(&kept.log).ok_or_else(|| broken(from, format!("no log is called `{}`", kept.log)))?;
        let root = lines_root(&read, log, kept.size)?;
        if root.map(|root| root.to_text()).as_deref() != Some(kept.root.as_str()) {
            return Err(broken(from, format!("the log `{log}` is not the one that was backed up")));
        }
    }
    Ok(())
}

/// The root over exactly `size` lines as they stand; `None` where there are more or fewer.
fn lines_root(read: &Read, log: Log, size: u64) -> Result<Option<Hash>, StoreError> {
    let mut frontier = shingi_ledger::tree::Frontier::new();
    loop {
        let lines = read.raw(log, frontier.size(), 500)?;
        if lines.is_empty() {
            return Ok((frontier.size() == size).then(|| frontier.root()));
        }
        for line in &lines {
            frontier.push(shingi_ledger::tree::leaf_hash(&line.line));
        }
    }
}

fn check_blob(file: &Path) -> Result<(), StoreError> {
    let digits =
        |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    let id = digits(file.parent().and_then(Path::file_name)) + &digits(file.file_name());
    let id =
        id.parse::<BlobId>().map_err(|_| StoreError::Blob { id, why: "its name is not one of a blob".to_owned() })?;
    let blobs = file.parent().and_then(Path::parent).expect("a blob's name has two parts");
    Blobs::at(blobs).get(id).map(drop)
}

type Erased = (Log, u64, String);

/// Erases in the new folder what the replaced one had erased, where both have the same line.
fn carry(replaced: &Store, new: &Store) -> Result<Vec<Erased>, OpenError> {
    let known = new.read(|new| new.erasures())?;
    let mut erased = Vec::new();
    replaced.read(|old| {
        for erasure in old.erasures()?.into_iter().filter(|erasure| !known.contains(erasure)) {
            let (log, pos, name) = erasure;
            let Some(log) = Log::from_name(&log) else { continue };
            let there = old.entry_at(log, pos)?;
            new.write(|tx| match tx.entry_at(log, pos)? {
                here if here.is_none() || here != there => Ok(()),
                _ => {
                    tx.erase_payload(log, pos, &name)?;
                    erased.push((log, pos, name.clone()));
                    Ok::<_, StoreError>(())
                }
            })?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(erased)
}
