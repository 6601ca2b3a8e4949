//! What a write promises: all or nothing, answered only when it is kept, and no one in another one's way (2-9).

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Barrier, mpsc},
    thread,
};

use super::*;

fn size(store: &Store) -> u64 {
    store.read(|read| read.size(Log::Record)).unwrap()
}

pub fn an_error_undoes_its_own_write_and_no_other<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let (inside, waits) = mpsc::channel();
    thread::scope(|scope| {
        let good = scope.spawn(|| {
            store.write(|tx| {
                let written = append(tx, "good", Expect::Any, NOON, vec![said("kept")])?;
                inside.send(()).unwrap();
                // The other write comes to wait for this one, so that both are in one batch.
                thread::sleep(std::time::Duration::from_millis(50));
                Ok::<_, StoreError>(written)
            })
        });
        waits.recv().unwrap();
        let bad = store.write(|tx| {
            append(tx, "bad", Expect::Any, NOON, vec![said("lost"), said("lost too")])?;
            Err::<(), _>(StoreError::Batch("on second thoughts".to_owned()))
        });
        assert!(matches!(bad, Err(StoreError::Batch(_))));
        good.join().unwrap().unwrap();
    });
    assert_eq!(size(&store), 1);
    assert_eq!(counted(&store, "good"), Some(("kept".to_owned(), 1)));
    assert_eq!(counted(&store, "bad"), None, "its views are undone with it");
    assert_eq!(say(&store, "bad", "now").pos, 1);
}

pub fn a_panic_undoes_its_own_write_and_leaves_the_store_usable<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "one");
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), StoreError> {
            append(tx, "a", Expect::Any, NOON, vec![said("lost")])?;
            panic!("a mistake of the caller");
        })
    }));
    assert!(panicked.is_err(), "the caller's mistake comes back to the caller");
    assert_eq!(say(&store, "a", "two").pos, 1);
    let panicked =
        catch_unwind(AssertUnwindSafe(|| store.read(|_| -> Result<(), StoreError> { panic!("another mistake") })));
    assert!(panicked.is_err());
    assert_eq!(size(&store), 2);
}

pub fn a_write_inside_a_write_is_refused_instead_of_waiting_for_ever<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let inner = store.write(|_| store.write(|_| Ok::<_, StoreError>(())));
    assert!(matches!(inner, Err(StoreError::Nested)), "{inner:?}");
    say(&store, "a", "after");
}

pub fn a_refused_write_leaves_no_transaction_open<B: Backend>() {
    let data = B::fresh();
    let (one, other) = (data.open(), data.open());
    let refused = one.write(|tx| {
        append(tx, "a", Expect::Any, NOON, vec![said("lost")])?;
        Err::<(), _>(StoreError::Batch("no".to_owned()))
    });
    assert!(refused.is_err());
    // Would wait ten seconds for the lock and fail.
    assert_eq!(say(&other, "a", "first").pos, 0);
}

pub fn writers_at_once_lose_nothing_and_leave_no_gap<B: Backend>() {
    const THREADS: usize = 8;
    const WRITES: usize = 60;
    let data = B::fresh();
    let store = data.open();
    let start = Barrier::new(THREADS);
    let mut positions = thread::scope(|scope| {
        let writers = (0..THREADS).map(|thread| {
            let (store, start) = (&store, &start);
            scope.spawn(move || {
                start.wait();
                let mut positions = Vec::new();
                for number in 0..WRITES {
                    let stream = format!("s/{thread}");
                    let done = store.write(|tx| {
                        let written = append(tx, &stream, Expect::Any, NOON, vec![said("word")])?;
                        // Every fifth changes its mind after it wrote.
                        if number % 5 == 4 { Err(StoreError::Batch("no".to_owned())) } else { Ok(written[0].pos) }
                    });
                    positions.extend(done.ok());
                }
                positions
            })
        });
        let writers = writers.collect::<Vec<_>>();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect::<Vec<_>>()
    });
    positions.sort_unstable();
    let kept = THREADS * WRITES * 4 / 5;
    assert_eq!(positions, (0..kept as u64).collect::<Vec<_>>());
    let store = data.open();
    assert_eq!(size(&store), kept as u64);
    for thread in 0..THREADS {
        assert_eq!(counted(&store, &format!("s/{thread}")), Some(("word".to_owned(), (WRITES * 4 / 5) as i64)));
    }
}

pub fn two_stores_on_the_same_data_append_to_one_log<B: Backend>() {
    let data = B::fresh();
    let (one, other) = (data.open(), data.open());
    for number in 0..300 {
        let store = if number % 3 == 0 { &one } else { &other };
        assert_eq!(say(store, "a", "turn").pos, number);
    }
    let roots = [&one, &other].map(|store| store.write(|tx| Ok::<_, StoreError>(tx.head(Log::Record))).unwrap());
    assert_eq!(roots[0], roots[1]);
    assert_eq!(roots[0].1, one.read(|read| read.root_at(Log::Record, 300)).unwrap());
}

pub fn a_reader_sees_one_instant_from_its_first_to_its_last_line<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "before");
    store
        .read(|read| {
            assert_eq!(read.size(Log::Record)?, 1);
            say(&store, "a", "meanwhile");
            assert_eq!(read.size(Log::Record)?, 1);
            assert_eq!(read.stream(Log::Record, "a")?.len(), 1);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(size(&store), 2);
}

pub fn an_answered_write_is_there_for_whoever_opens_next<B: Backend>() {
    let data = B::fresh();
    let written = say(&data.open(), "a", "kept");
    let kept = data.open().blobs().put(b"a picture").unwrap();
    let store = data.open();
    assert_eq!(store.read(|read| read.stream(Log::Record, "a")).unwrap(), [written]);
    assert_eq!(store.blobs().get(kept).unwrap(), b"a picture");
}
