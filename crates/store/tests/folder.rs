//! The data folder as other processes meet it: locks, versions, rights, backups. Each on real files.

#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::json;
use shingi_store::{Expect, Log, NewEvent, OpenError, Options, Restored, Restoring, Store, StoreError};

const NOON: i64 = 1_790_000_000_000_000;

fn open(folder: &Path, options: Options) -> Result<Store, OpenError> {
    Store::open_with(folder, options, Vec::new())
}

fn refusal(folder: &Path, options: Options) -> String {
    match open(folder, options) {
        Ok(_) => panic!("expected `{}` to be refused", folder.display()),
        Err(error) => error.to_string(),
    }
}

/// A line about the organisation, which the program's own views understand.
fn say(store: &Store, name: &str) -> u64 {
    let details = json!({
        "name": name, "other_names": [], "contacts": [], "public_url": "https://a.example", "time_zone": "Asia/Tokyo"
    });
    let hidden = BTreeMap::from([("details".to_owned(), details.to_string().into_bytes())]);
    let event = NewEvent { kind: "organisation_changed".to_owned(), version: 1, data: json!({}), hidden };
    let mut salts = || [3; 32];
    let written =
        store.write(|tx| tx.append(Log::Record, "organisation", Expect::Any, "system", NOON, vec![event], &mut salts));
    written.unwrap()[0].pos
}

/// Restores and adds nothing.
fn restore(from: &Path, to: &Path, replaced: Option<&Path>) -> Result<Restored, OpenError> {
    Store::restore(from, to, replaced, &mut |_, _| {}, |_| Ok(()))
}

fn size(store: &Store) -> u64 {
    store.read(|read| read.size(Log::Record)).unwrap()
}

/// Runs one function of this file in a process of its own, see [`child`].
fn spawn(role: &str, folder: &Path) -> Child {
    child_command(&std::env::current_exe().unwrap(), role, folder).spawn().unwrap()
}

fn child_command(program: &Path, role: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["--exact", "child", "--nocapture"]).env("SHINGI_TEST_CHILD", role).env("SHINGI_TEST_FOLDER", folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn wait_for(path: &Path) {
    let start = Instant::now();
    while !path.exists() {
        assert!(start.elapsed() < Duration::from_secs(30), "the child made no `{}`", path.display());
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// What the other process does. Does nothing where nobody asked for it.
#[test]
fn child() {
    let (Ok(role), Ok(folder)) = (std::env::var("SHINGI_TEST_CHILD"), std::env::var("SHINGI_TEST_FOLDER")) else {
        return;
    };
    let folder = Path::new(&folder);
    match role.as_str() {
        "serve" | "restore" => {
            let options = if role == "serve" { Options::serve() } else { Options::alone().named("restore") };
            let _store = open(folder, options).unwrap();
            fs::write(folder.with_extension("held"), "").unwrap();
            // Killed by the test; ends by itself should the test have died.
            std::thread::sleep(Duration::from_secs(60));
        }
        "open" => match open(folder, Options::serve()) {
            Ok(_) => println!("OPENED"),
            Err(error) => println!("REFUSED {error}"),
        },
        "write" => {
            let store = open(folder, Options::serve()).unwrap();
            for number in 0.. {
                say(&store, &number.to_string());
                fs::write(folder.with_extension("acknowledged"), number.to_string()).unwrap();
            }
        }
        other => panic!("expected a role of this file, got `{other}`"),
    }
}

#[test]
fn a_folder_that_another_process_serves_is_served_beside_it_but_not_rebuilt() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let mut other = spawn("serve", &folder);
    wait_for(&place.path().join("data.held"));
    let beside = open(&folder, Options::existing()).unwrap();
    say(&beside, "beside");
    drop(beside);
    let told = refusal(&folder, Options::alone());
    assert_eq!(
        told,
        format!(
            "expected `{}` to be free for this, it is held by `serve` (process {}); end that or wait until it ends",
            folder.display(),
            other.id()
        )
    );
    other.kill().unwrap();
    other.wait().unwrap();
    // A process that died holds nothing, whatever it left behind.
    assert_eq!(size(&open(&folder, Options::alone()).unwrap()), 1);
}

#[test]
fn a_folder_that_another_process_restores_is_not_served() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    drop(open(&folder, Options::serve()).unwrap());
    let mut other = spawn("restore", &folder);
    wait_for(&place.path().join("data.held"));
    for options in [Options::serve(), Options::existing()] {
        let told = refusal(&folder, options);
        assert!(told.contains(&format!("held by `restore` (process {})", other.id())), "{told}");
    }
    other.kill().unwrap();
    other.wait().unwrap();
    open(&folder, Options::serve()).unwrap();
}

#[test]
fn a_writer_that_is_killed_loses_nothing_that_was_answered() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    for round in 0..3 {
        let _ = fs::remove_file(place.path().join("data.acknowledged"));
        let before = if round == 0 { 0 } else { size(&open(&folder, Options::serve()).unwrap()) };
        let mut writer = spawn("write", &folder);
        wait_for(&place.path().join("data.acknowledged"));
        std::thread::sleep(Duration::from_millis(40));
        writer.kill().unwrap();
        writer.wait().unwrap();
        let text = fs::read_to_string(place.path().join("data.acknowledged")).unwrap();
        // The file itself may have been cut by the kill.
        let acknowledged = text.parse::<u64>().map_or(0, |number| number + 1);
        let store = open(&folder, Options::serve()).unwrap();
        assert!(size(&store) >= before + acknowledged, "{} of {before} + {acknowledged}", size(&store));
        let (head, size) =
            store.write(|tx| Ok::<_, StoreError>((tx.head(Log::Record), tx.size(Log::Record)?))).unwrap();
        assert_eq!(head, (size, store.read(|read| read.root_at(Log::Record, size)).unwrap()));
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written_to_says_so() {
    use std::os::unix::{fs::PermissionsExt as _, process::CommandExt as _};
    let place = tempfile::Builder::new().prefix("shingi-store-").tempdir().unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let full = place.path().join("full");
    say(&open(&full, Options::serve()).unwrap(), "kept");
    let empty = place.path().join("empty");
    fs::create_dir(&empty).unwrap();
    // Rights mean nothing to root, so the program runs as somebody else, from where they can read it.
    let program = place.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let root = fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    for folder in [&full, &empty] {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
        let mut command = child_command(&program, "open", folder);
        if root {
            command.uid(65_534).gid(65_534);
        }
        let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        let expected = format!("REFUSED expected to write into `{}`, it is read-only", folder.display());
        assert!(said.contains(&expected), "{said}");
    }
    assert_eq!(size(&open(&full, Options::serve()).unwrap()), 1);
}

#[test]
fn a_folder_of_a_newer_version_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    say(&open(place.path(), Options::serve()).unwrap(), "kept");
    let connection = rusqlite::Connection::open(place.path().join("shingi.db")).unwrap();
    let known = connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap();
    connection.pragma_update(None, "user_version", known + 1).unwrap();
    let told = refusal(place.path(), Options::serve());
    assert!(told.contains(&format!("version {known} or older")) && told.contains(&format!("of version {}", known + 1)));
    connection.pragma_update(None, "user_version", known).unwrap();
    assert_eq!(size(&open(place.path(), Options::serve()).unwrap()), 1);
}

/// As a version before the last migrations would have left it.
fn take_back(connection: &rusqlite::Connection) {
    let indexes = ["view_post_under_way", "view_delivery_at", "view_consultation_open", "view_consultation_ruled"];
    for index in indexes.into_iter().chain(["view_consultation_post"]) {
        connection.execute_batch(&format!("DROP INDEX {index}")).unwrap();
    }
    for column in ["folded", "under_way"] {
        connection.execute_batch(&format!("ALTER TABLE view_post DROP COLUMN {column}")).unwrap();
    }
    for table in ["work_picture", "work_picture_use"] {
        connection.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    connection.pragma_update(None, "user_version", 3).unwrap();
}

#[test]
fn an_older_folder_is_brought_up_to_date_only_when_nobody_else_has_it() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    say(&open(&folder, Options::serve()).unwrap(), "kept");
    // As a version before the last migrations would have left it.
    let connection = rusqlite::Connection::open(folder.join("shingi.db")).unwrap();
    let known = connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(known, 6, "a new migration: let this test take away what it adds");
    take_back(&connection);
    let mut other = spawn("serve", &folder);
    wait_for(&place.path().join("data.held"));
    // The other one has brought it up to date; take it back under its feet, as an old program would have it.
    take_back(&connection);
    assert!(refusal(&folder, Options::serve()).contains("held by `serve`"));
    other.kill().unwrap();
    other.wait().unwrap();
    let store = open(&folder, Options::serve()).unwrap();
    store.write(|tx| tx.put_setting("name", "value")).unwrap();
    assert_eq!(size(&store), 1);
}

#[test]
fn views_that_a_migration_changed_are_folded_again_by_whoever_opens_the_folder_next() {
    let place = tempfile::tempdir().unwrap();
    say(&open(place.path(), Options::serve()).unwrap(), "kept");
    let connection = rusqlite::Connection::open(place.path().join("shingi.db")).unwrap();
    let views = || {
        let query = "SELECT value FROM work_setting WHERE name = 'views'";
        connection.query_row(query, (), |row| row.get::<_, String>(0)).unwrap()
    };
    assert_eq!(views(), "whole");
    connection.execute_batch("INSERT INTO view_document VALUES ('post', 'stray', '{}', 1)").unwrap();
    let reopened = || size(&Store::open(place.path(), Options::serve()).unwrap());
    let kept = |id: &str| {
        let query = "SELECT COUNT(*) FROM view_document WHERE id = ?1";
        connection.query_row(query, [id], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!((reopened(), kept("stray"), kept("organisation")), (1, 1, 0), "what is whole is left alone");
    connection.execute_batch("UPDATE work_setting SET value = 'stale' WHERE name = 'views'").unwrap();
    assert_eq!((reopened(), kept("stray"), kept("organisation")), (1, 0, 1));
    assert_eq!(views(), "whole");
}

#[test]
fn a_place_that_is_no_data_folder_is_named() {
    let place = tempfile::tempdir().unwrap();
    assert!(
        refusal(&place.path().join("missing"), Options::existing()).contains("it has no shingi.db; check the path")
    );
    assert!(!place.path().join("missing").exists(), "a wrong path is not made");
    let photos = place.path().join("photos");
    fs::create_dir(&photos).unwrap();
    fs::write(photos.join("a.jpg"), "").unwrap();
    assert!(refusal(&photos, Options::serve()).contains("found `a.jpg` there"));
    assert_eq!(fs::read_dir(&photos).unwrap().count(), 1, "nothing was put there");
    let foreign = place.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    rusqlite::Connection::open(foreign.join("shingi.db")).unwrap().execute_batch("CREATE TABLE recipes (x)").unwrap();
    assert!(refusal(&foreign, Options::serve()).contains("another program's"));
    let text = place.path().join("text");
    fs::create_dir(&text).unwrap();
    fs::write(text.join("shingi.db"), "not a database, but long enough to be taken for one".repeat(40)).unwrap();
    assert!(refusal(&text, Options::serve()).contains("cannot be opened: file is not a database"));
    // What people and file systems put beside data is no reason to refuse.
    let mounted = place.path().join("mounted");
    fs::create_dir_all(mounted.join("lost+found")).unwrap();
    fs::write(mounted.join("shingi.toml"), "").unwrap();
    open(&mounted, Options::serve()).unwrap();
}

#[test]
fn blobs_are_kept_once_under_their_hash_and_checked_when_read() {
    use std::io::Read as _;
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path(), Options::serve()).unwrap();
    let ids = std::thread::scope(|scope| {
        let writers = (0..8).map(|_| scope.spawn(|| store.blobs().put(b"a picture").unwrap())).collect::<Vec<_>>();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(ids.iter().all(|id| *id == ids[0] && store.blobs().exists(*id)));
    let name = ids[0].to_string();
    let folder = place.path().join("blobs").join(&name[..2]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no part is left over");
    let (mut file, length) = store.blobs().open(ids[0]).unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    assert_eq!((bytes.as_slice(), length), (&b"a picture"[..], 9));
    fs::write(folder.join(&name[2..]), b"another one").unwrap();
    assert!(matches!(store.blobs().get(ids[0]), Err(StoreError::Blob { .. })));
}

#[test]
fn a_backup_taken_while_others_write_is_whole_and_restores_to_the_same_log() {
    let place = tempfile::tempdir().unwrap();
    let (folder, backup, restored) = (place.path().join("data"), place.path().join("backup"), place.path().join("new"));
    let store = Store::open(&folder, Options::serve()).unwrap();
    let blob = store.blobs().put(b"a picture").unwrap();
    fs::create_dir(folder.join("keys")).unwrap();
    fs::write(folder.join("keys/record.skey"), "secret").unwrap();
    let long = "x".repeat(3_000);
    for _ in 0..400 {
        say(&store, &long);
    }
    let mut told = 0;
    let manifest = store
        .backup(&backup, &mut |_, _| {
            told += 1;
            say(&store, "meanwhile");
        })
        .unwrap();
    assert!(told > 2 && size(&store) == 400 + told, "others wrote in between");
    assert_eq!((manifest.blobs, manifest.logs[0].size), (1, 400));
    let again = store.backup(&backup, &mut |_, _| {}).unwrap_err();
    assert!(again.to_string().contains("not there yet"), "a backup is never written over: {again}");
    let done = restore(&backup, &restored, None).unwrap();
    assert_eq!((&done.manifest, done.erased.len()), (&manifest, 0));
    let new = Store::open(&restored, Options::serve()).unwrap();
    assert_eq!(size(&new), 400);
    let root = |store: &Store| store.read(|read| read.root_at(Log::Record, 400)).unwrap();
    assert_eq!((root(&new), root(&new).to_text()), (root(&store), manifest.logs[0].root.clone()));
    assert_eq!(new.blobs().get(blob).unwrap(), b"a picture");
    assert_eq!(fs::read_to_string(restored.join("keys/record.skey")).unwrap(), "secret");
    assert_eq!(say(&new, "goes on"), 400);
    drop(new);
    let occupied = restore(&backup, &restored, None).unwrap_err();
    assert!(matches!(occupied, OpenError::Occupied { .. }), "{occupied}");
    assert_eq!(size(&Store::open(&restored, Options::serve()).unwrap()), 401, "and nothing was touched");
}

#[test]
fn a_restore_erases_again_what_was_erased_since() {
    let place = tempfile::tempdir().unwrap();
    let (folder, backup, restored) = (place.path().join("data"), place.path().join("backup"), place.path().join("new"));
    let store = Store::open(&folder, Options::serve()).unwrap();
    say(&store, "旧社名株式会社");
    say(&store, "新社名株式会社");
    store.backup(&backup, &mut |_, _| {}).unwrap();
    store.write(|tx| tx.erase_payload(Log::Record, 0, "details")).unwrap();
    drop(store);
    let done = restore(&backup, &restored, Some(&folder)).unwrap();
    assert_eq!(done.erased, [(Log::Record, 0, "details".to_owned())]);
    let new = Store::open(&restored, Options::serve()).unwrap();
    let lines = new.read(|read| read.stream(Log::Record, "organisation")).unwrap();
    assert_eq!(lines.iter().map(|line| line.hidden["details"].is_some()).collect::<Vec<_>>(), [false, true]);
    drop(new);
    for entry in fs::read_dir(&restored).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = fs::read(entry.path()).unwrap();
        let found = bytes.windows(12).any(|window| window == "旧社名株".as_bytes());
        assert!(!found, "`{}` still has the erased words", entry.path().display());
    }
}

#[test]
fn what_follows_from_a_restore_stands_in_the_folder_from_its_first_moment_or_there_is_none() {
    let place = tempfile::tempdir().unwrap();
    let (folder, backup, restored) = (place.path().join("data"), place.path().join("backup"), place.path().join("new"));
    let store = Store::open(&folder, Options::serve()).unwrap();
    say(&store, "one");
    store.backup(&backup, &mut |_, _| {}).unwrap();
    let failed = Store::restore(&backup, &restored, None, &mut |_, _| {}, |restoring| {
        say(restoring.store, "two");
        Err::<(), _>(OpenError::from(StoreError::Full))
    });
    assert!(matches!(failed, Err(OpenError::Store(StoreError::Full))));
    assert!(!restored.join("shingi.db").exists(), "half a folder is none");
    let finish = |restoring: &Restoring<'_>| {
        say(restoring.store, "two");
        Ok::<_, OpenError>(())
    };
    Store::restore(&backup, &restored, None, &mut |_, _| {}, finish).unwrap();
    assert_eq!(size(&open(&restored, Options::existing()).unwrap()), 2);
}

#[test]
fn a_backup_that_was_changed_or_cut_is_not_restored() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let store = Store::open(&folder, Options::serve()).unwrap();
    store.blobs().put(b"a picture").unwrap();
    say(&store, "one");
    say(&store, "two");
    type Spoil = fn(&Path);
    let spoils: [(&str, Spoil, &str); 5] = [
        (
            "line",
            |at| sql(at, "DROP TRIGGER ledger_line_no_update; UPDATE ledger_line SET line = x'00' WHERE pos = 0"),
            "not the one",
        ),
        (
            "cut",
            |at| sql(at, "DROP TRIGGER ledger_line_no_delete; DELETE FROM ledger_line WHERE pos = 1"),
            "not the one",
        ),
        ("blob", |at| fs::write(blob(at), "another").unwrap(), "not those that were kept"),
        ("lost", |at| fs::remove_file(blob(at)).unwrap(), "0 of 1 blobs"),
        ("manifest", |at| fs::remove_file(at.join("backup.json")).unwrap(), "backup.json"),
    ];
    for (name, spoil, expected) in spoils {
        let (backup, to) = (place.path().join(name), place.path().join(format!("{name}-restored")));
        store.backup(&backup, &mut |_, _| {}).unwrap();
        spoil(&backup);
        let refused = restore(&backup, &to, None).unwrap_err().to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
        assert!(!to.join("shingi.db").exists(), "{name}: half a folder is none");
        // The same place takes a good backup afterwards.
        let good = place.path().join(format!("{name}-good"));
        store.backup(&good, &mut |_, _| {}).unwrap();
        restore(&good, &to, None).unwrap();
        assert_eq!(size(&Store::open(&to, Options::existing()).unwrap()), 2);
    }
}

fn sql(backup: &Path, sql: &str) {
    rusqlite::Connection::open(backup.join("shingi.db")).unwrap().execute_batch(sql).unwrap();
}

fn blob(backup: &Path) -> std::path::PathBuf {
    let folder = fs::read_dir(backup.join("blobs")).unwrap().flatten().next().unwrap().path();
    fs::read_dir(folder).unwrap().flatten().next().unwrap().path()
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_made_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    drop(open(&folder, Options::serve()).unwrap());
    assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
}
