//! What a store says when the machine fails it, and what it keeps (2-9).

use super::*;
use crate::OpenError;

pub fn a_full_disk_is_named_and_what_was_answered_before_stays<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "before");
    // SQLite refuses to grow, exactly as it does when the disk refuses.
    let limit = |pages: &'static str| {
        store.write(|tx| tx.connection.execute_batch(pages).map_err(StoreError::sql)).unwrap();
    };
    limit("PRAGMA max_page_count = 1");
    let big = "x".repeat(200_000);
    let refused = store.write(|tx| append(tx, "a", Expect::Any, NOON, vec![said(&big)]));
    assert!(matches!(refused, Err(StoreError::Full)), "{refused:?}");
    assert_eq!(StoreError::Full.to_string(), "the disk is full: nothing of this was kept; make room and try again");
    assert_eq!(store.read(|read| read.stream(Log::Record, "a")).unwrap().len(), 1);
    // Room again: everything goes on.
    limit("PRAGMA max_page_count = 1073741823");
    assert_eq!(say(&store, "a", &big).pos, 1);
    assert_eq!(data.open().read(|read| read.size(Log::Record)).unwrap(), 2);
}

pub fn a_log_cut_behind_its_checkpoint_is_not_served<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "one");
    say(&store, "a", "two");
    let key = shingi_ledger::checkpoint::LogKey::from_secret("log.example/record", &[7; 32]).unwrap();
    let root = store.read(|read| read.root_at(Log::Record, 2)).unwrap();
    store.write(|tx| tx.put_checkpoint(Log::Record, 2, &key.sign(2, root).to_string())).unwrap();
    store
        .write(|tx| {
            let cut = "DROP TRIGGER ledger_line_no_delete; DELETE FROM ledger_line WHERE pos = 1";
            tx.connection.execute_batch(cut).map_err(StoreError::sql)
        })
        .unwrap();
    drop(store);
    let refused = Store::open_with(data.folder(), Options::serve(), Vec::new());
    assert!(matches!(refused, Err(OpenError::NotAsSigned { size: 2, .. })), "it is not grown again");
    // What is there can still be exported and looked at.
    let store = Store::open_with(data.folder(), Options::existing(), Vec::new()).unwrap();
    assert_eq!(store.read(|read| read.size(Log::Record)).unwrap(), 1);
}
