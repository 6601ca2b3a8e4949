//! What may be taken from the record, and what must not (1-4, 2-9).

use super::*;

fn root(store: &Store) -> shingi_ledger::tree::Hash {
    store.write(|tx| Ok::<_, StoreError>(tx.head(Log::Record).1)).unwrap()
}

pub fn an_erased_payload_is_gone_and_the_line_and_the_root_stay<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let secret = "山田太郎の住所は、この文のほかのどこにもない";
    let written = say(&store, "a", secret);
    say(&store, "a", "stays");
    let (line, before) = (store.read(|read| read.raw(Log::Record, 0, 1)).unwrap(), root(&store));
    assert!(holds(data.folder(), secret.as_bytes()), "the test looks in the right place");
    store.write(|tx| tx.erase_payload(Log::Record, written.pos, "word")).unwrap();
    let after = store.read(|read| read.raw(Log::Record, 0, 1)).unwrap();
    assert_eq!(after[0].line, line[0].line);
    assert!(after[0].payloads.is_empty(), "the salt is gone with the payload");
    assert_eq!(root(&store), before);
    let stream = store.read(|read| read.stream(Log::Record, "a")).unwrap();
    assert_eq!(stream[0].hidden["word"], None);
    assert_eq!(stream[1].hidden["word"].as_deref(), Some(&b"stays"[..]));
    assert_eq!(store.read(|read| read.erasures()).unwrap(), [("record".to_owned(), 0, "word".to_owned())]);
    // Twice is once.
    store.write(|tx| tx.erase_payload(Log::Record, written.pos, "word")).unwrap();
    assert!(store.scrub().unwrap());
    assert!(!holds(data.folder(), secret.as_bytes()), "no file of the folder has the words any more");
}

/// Whether any file of a folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        std::fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes)
    })
}

pub fn an_erased_payload_is_gone_from_the_views_too<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let written = say(&store, "a", "gone");
    say(&store, "b", "other");
    assert_eq!(counted(&store, "a"), Some(("gone".to_owned(), 1)));
    store.write(|tx| tx.erase_payload(Log::Record, written.pos, "word")).unwrap();
    assert_eq!(counted(&store, "a"), Some((String::new(), 1)));
    assert_eq!(counted(&store, "b"), Some(("other".to_owned(), 1)));
}

pub fn what_the_line_never_hid_cannot_be_erased<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "word");
    for (pos, name) in [(0, "name"), (1, "word"), (7, "word")] {
        let refused = store.write(|tx| tx.erase_payload(Log::Record, pos, name));
        assert!(matches!(refused, Err(StoreError::NoPayload { .. })), "{refused:?}");
    }
    assert!(store.read(|read| read.erasures()).unwrap().is_empty());
}

/// Statements that no query of the program is: what somebody with the file could try.
fn refused(store: &Store, sql: &'static str) {
    let tried = store.write(|tx| tx.connection.execute(sql, ()).map_err(StoreError::sql));
    let Err(error) = tried else { panic!("expected `{sql}` to be refused, it changed {tried:?} rows") };
    let text = error.to_string();
    assert!(text.contains("append-only") || text.contains("erased") || text.contains("never"), "{sql}: {text}");
}

pub fn lines_payloads_and_checkpoints_cannot_be_changed_or_deleted<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    store.write(|tx| append(tx, "a", Expect::Any, NOON, (0..256).map(|_| said("w")).collect())).unwrap();
    let key = shingi_ledger::checkpoint::LogKey::from_secret("log.example/record", &[7; 32]).unwrap();
    let note = key.sign(256, root(&store)).to_string();
    store.write(|tx| tx.put_checkpoint(Log::Record, 256, &note)).unwrap();
    store.write(|tx| tx.erase_payload(Log::Record, 3, "word")).unwrap();
    let before = store.read(|read| read.raw(Log::Record, 0, 300)).unwrap();
    for sql in [
        "UPDATE ledger_line SET line = x'00' WHERE pos = 1",
        "DELETE FROM ledger_line WHERE pos = 255",
        "INSERT OR REPLACE INTO ledger_line (log, pos, stream, seq, line, leaf) VALUES ('record', 1, 'a', 2, x'00', x'00')",
        "UPDATE ledger_payload SET payload = x'00' WHERE pos = 1",
        "DELETE FROM ledger_payload WHERE pos = 1",
        "INSERT OR REPLACE INTO ledger_payload (log, pos, name, salt, payload) VALUES ('record', 1, 'word', x'00', x'00')",
        "UPDATE ledger_node SET hash = x'00'",
        "DELETE FROM ledger_node",
        "UPDATE ledger_checkpoint SET note = ''",
        "DELETE FROM ledger_checkpoint",
        "UPDATE ledger_erasure SET pos = 1",
        "DELETE FROM ledger_erasure",
    ] {
        refused(&store, sql);
    }
    assert_eq!(store.read(|read| read.raw(Log::Record, 0, 300)).unwrap(), before);
}

/// Somebody takes the trigger away first: then the reader has to notice.
fn tamper(store: &Store, sql: &'static str) {
    store
        .write(|tx| {
            let done = tx
                .connection
                .execute_batch("DROP TRIGGER ledger_payload_no_update; DROP TRIGGER ledger_payload_no_delete");
            done.and_then(|()| tx.connection.execute_batch(sql)).map_err(StoreError::sql)
        })
        .unwrap();
}

pub fn a_payload_that_is_missing_without_an_erasure_is_damage<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "word");
    tamper(&store, "DELETE FROM ledger_payload");
    let read = store.read(|read| read.stream(Log::Record, "a"));
    assert!(matches!(&read, Err(StoreError::Decode { pos: 0, why }) if why.contains("no erasure")), "{read:?}");
}

pub fn a_payload_that_was_changed_is_damage<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "word");
    tamper(&store, "UPDATE ledger_payload SET payload = x'776F7265'");
    let read = store.read(|read| read.stream(Log::Record, "a"));
    assert!(matches!(&read, Err(StoreError::Decode { pos: 0, why }) if why.contains("committed")), "{read:?}");
}
