//! A data folder on a disk that is really full: a small file system of its own, filled to the last byte (2-9).
//!
//! The file system is a tmpfs in a name space of its own, which needs no rights where the kernel lets users have one.
//! Where it lets nobody, these tests say so and test nothing.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::json;
use shingi_store::{Expect, Log, NewEvent, OpenError, Options, Store, StoreError};

const NOON: i64 = 1_790_000_000_000_000;
const DISK: &str = "3m";

/// Runs a function of this file in a process that has `DISK` of room at the folder it is given.
fn on_a_small_disk(role: &str) {
    const MOUNT: &str = "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" && shift 2 && exec \"$@\"";
    let place = tempfile::tempdir().unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).args(["sh", "-c", MOUNT, "sh", DISK]).arg(place.path());
        command.arg(std::env::current_exe().unwrap()).args(["--exact", "child", "--nocapture"]);
        command.env("SHINGI_TEST_CHILD", role).env("SHINGI_TEST_FOLDER", place.path());
        command.stdin(Stdio::null()).output()
    };
    // A user name space for those who are not root, a mount name space alone where the first is switched off.
    let done = run("unshare", &["--user", "--map-root-user", "--mount"]);
    let done = done.ok().filter(|done| done.status.success() || done.stdout.starts_with(b"\nrunning"));
    let done = done.map_or_else(|| run("unshare", &["--mount"]).ok(), Some);
    let said = done.as_ref().map(|done| String::from_utf8_lossy(&done.stdout).into_owned()).unwrap_or_default();
    if !said.contains("running 1 test") {
        let why = done.map(|done| String::from_utf8_lossy(&done.stderr).into_owned());
        eprintln!("SKIPPED `{role}`: expected `unshare` to mount a tmpfs, it did not: {why:?}; allow user name spaces");
        return;
    }
    assert!(said.contains("DONE"), "{role}: {said}{}", String::from_utf8_lossy(&done.unwrap().stderr));
}

/// What the process on the small disk does. Does nothing where nobody asked for it.
#[test]
fn child() {
    let (Ok(role), Ok(folder)) = (std::env::var("SHINGI_TEST_CHILD"), std::env::var("SHINGI_TEST_FOLDER")) else {
        return;
    };
    let disk = Disk(PathBuf::from(folder));
    match role.as_str() {
        "opening" => open_with_less_and_less_room(&disk),
        "reopening" => reopen_with_less_and_less_room(&disk),
        "running" => fill_while_running(&disk),
        other => panic!("expected a role of this file, got `{other}`"),
    }
    println!("DONE");
}

struct Disk(PathBuf);

impl Disk {
    /// Takes all room but `left` bytes.
    fn fill(&self, left: usize) {
        let mut file = File::options().create(true).append(true).open(self.0.join("filler")).unwrap();
        while file.write_all(&[7; 4096]).is_ok() {}
        let length = file.metadata().unwrap().len();
        file.set_len(length.saturating_sub(left as u64)).unwrap();
    }

    fn make_room(&self) {
        fs::remove_file(self.0.join("filler")).unwrap();
    }

    fn folder(&self) -> PathBuf {
        self.0.join("data")
    }
}

fn open(folder: &Path) -> Result<Store, OpenError> {
    Store::open(folder, Options::serve())
}

/// A line that the program's own views understand, with words of this length.
fn say(store: &Store, length: usize) -> Result<u64, StoreError> {
    let details = json!({
        "name": "社".repeat(length / 3), "other_names": [], "contacts": [], "public_url": "https://a.example", "time_zone": "Asia/Tokyo"
    });
    let hidden = BTreeMap::from([("details".to_owned(), details.to_string().into_bytes())]);
    let event = NewEvent { kind: "organisation_changed".to_owned(), version: 1, data: json!({}), hidden };
    let mut salts = || [3; 32];
    let written =
        store.write(|tx| tx.append(Log::Record, "organisation", Expect::Any, "system", NOON, vec![event], &mut salts));
    written.map(|written| written[0].pos)
}

fn size(store: &Store) -> u64 {
    store.read(|read| read.size(Log::Record)).unwrap()
}

/// The lines lead to the root that the next append goes on from.
fn is_whole(store: &Store) -> bool {
    let head = store.write(|tx| Ok::<_, StoreError>((tx.head(Log::Record), tx.size(Log::Record)?))).unwrap();
    let (head, size) = head;
    head == (size, store.read(|read| read.root_at(Log::Record, size)).unwrap())
        && store.read(|read| read.stream(Log::Record, "organisation")).unwrap().len() as u64 == size
}

fn is_full(folder: &Path, error: &OpenError) {
    assert!(matches!(error, OpenError::Full { .. } | OpenError::Store(StoreError::Full)), "{error:?}");
    if let OpenError::Full { .. } = error {
        let told = format!(
            "expected room on the disk of `{}`, it is full; make room and start again, nothing was lost",
            folder.display()
        );
        assert_eq!(error.to_string(), told);
    }
}

/// Steps of a few pages, so that it is each part of opening in turn that finds no room.
fn rooms() -> impl Iterator<Item = usize> {
    (0..24).map(|step| step * 16 * 1024)
}

fn open_with_less_and_less_room(disk: &Disk) {
    let mut refused = 0;
    for left in rooms() {
        let folder = disk.folder();
        disk.fill(left);
        if let Err(error) = open(&folder) {
            is_full(&folder, &error);
            refused += 1;
        }
        disk.make_room();
        // Whatever was begun, the same folder opens once there is room.
        let store = open(&folder).unwrap();
        assert_eq!(say(&store, 100).unwrap(), 0);
        drop(store);
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!((2..24).contains(&refused), "{refused} of 24 were refused");
}

fn reopen_with_less_and_less_room(disk: &Disk) {
    let folder = disk.folder();
    let store = open(&folder).unwrap();
    for _ in 0..20 {
        say(&store, 3_000).unwrap();
    }
    drop(store);
    let (mut lines, mut refused) = (20, 0);
    for left in rooms() {
        disk.fill(left);
        match open(&folder).map(|store| (say(&store, 3_000), size(&store))) {
            Ok((Ok(_), size)) => lines = size,
            Ok((Err(StoreError::Full), size)) => assert_eq!(size, lines),
            Ok((Err(other), _)) => panic!("{other:?}"),
            Err(error) => {
                is_full(&folder, &error);
                refused += 1;
            }
        }
        disk.make_room();
        let store = open(&folder).unwrap();
        assert!(size(&store) == lines && is_whole(&store), "nothing was lost");
    }
    assert!((1..24).contains(&refused), "{refused} of 24 were refused");
}

fn fill_while_running(disk: &Disk) {
    let folder = disk.folder();
    let store = open(&folder).unwrap();
    let mut lines = 0;
    disk.fill(800 * 1024);
    let error = loop {
        match say(&store, 10_000) {
            Ok(_) => lines += 1,
            Err(error) => break error,
        }
    };
    assert!(lines > 5, "{lines}");
    assert!(matches!(error, StoreError::Full), "{error:?}");
    assert_eq!(error.to_string(), "the disk is full: nothing of this was kept; make room and try again");
    let blob = store.blobs().put(&[9; 900 * 1024]).unwrap_err();
    assert!(matches!(blob, StoreError::Full), "{blob:?}");
    // Who reads sees all that was answered, and only that.
    assert_eq!(size(&store), lines);
    assert!(matches!(say(&store, 100_000), Err(StoreError::Full)), "again and again");
    assert_eq!(size(&store), lines);
    disk.make_room();
    assert_eq!(say(&store, 10_000).unwrap(), lines, "room again: the same server goes on");
    assert_eq!(store.blobs().get(store.blobs().put(b"a picture").unwrap()).unwrap(), b"a picture");
    drop(store);
    let store = open(&folder).unwrap();
    assert!(size(&store) == lines + 1 && is_whole(&store));
}

#[test]
fn a_new_folder_on_a_full_disk_says_so_and_opens_once_there_is_room() {
    on_a_small_disk("opening");
}

#[test]
fn a_folder_with_data_on_a_full_disk_says_so_and_loses_nothing() {
    on_a_small_disk("reopening");
}

#[test]
fn a_disk_that_fills_up_while_serving_loses_nothing_that_was_answered() {
    on_a_small_disk("running");
}
