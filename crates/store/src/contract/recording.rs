//! What the record promises: positions, order, payloads, proofs, views (2-9).

use shingi_ledger::{
    checkpoint::LogKey,
    line::{Entry, LineError},
    proof::{verify_consistency, verify_inclusion},
    tree::{self, Frontier, Leaves, leaf_hash},
};

use super::*;

pub fn positions_have_no_gaps_and_a_stream_counts_from_one<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let written = store
        .write(|tx| {
            let mut all = append(tx, "a", Expect::Exact(0), NOON, vec![said("1"), said("2")])?;
            all.extend(append(tx, "b", Expect::Exact(0), NOON, vec![said("3")])?);
            all.extend(append(tx, "a", Expect::Exact(2), NOON, vec![said("4")])?);
            Ok::<_, StoreError>(all)
        })
        .unwrap();
    let places = written.iter().map(|e| (e.pos, e.stream.as_str(), e.seq)).collect::<Vec<_>>();
    assert_eq!(places, [(0, "a", 1), (1, "a", 2), (2, "b", 1), (3, "a", 3)]);
    assert_eq!(store.read(|read| read.size(Log::Record)).unwrap(), 4);
    assert_eq!(store.read(|read| read.version(Log::Record, "a")).unwrap(), 3);
    assert_eq!(store.read(|read| read.version(Log::Record, "nobody")).unwrap(), 0);
}

pub fn what_was_appended_is_read_back_with_its_payloads<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let written = store.write(|tx| append(tx, "a", Expect::Any, NOON, vec![said("信義"), said("")])).unwrap();
    assert_eq!(store.read(|read| read.stream(Log::Record, "a")).unwrap(), written);
    assert_eq!(written[0].hidden["word"].as_deref(), Some("信義".as_bytes()));
    assert_eq!(written[1].hidden["word"].as_deref(), Some(&[][..]), "an empty payload is not an erased one");
    let newest_first = store.read(|read| read.before(Log::Record, None, 10)).unwrap();
    assert_eq!(newest_first.iter().map(|e| e.pos).collect::<Vec<_>>(), [1, 0]);
    // The words stand beside the line, not in it.
    let raw = store.read(|read| read.raw(Log::Record, 0, 1)).unwrap().remove(0);
    assert!(!String::from_utf8(raw.line).unwrap().contains("信義"));
    assert_eq!(raw.payloads["word"], (vec![1; 32], "信義".as_bytes().to_vec()));
}

pub fn a_stream_that_moved_on_is_a_conflict_and_nothing_is_written<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "first");
    for expected in [0, 2] {
        let refused = store.write(|tx| append(tx, "a", Expect::Exact(expected), NOON, vec![said("late")]));
        match refused {
            Err(StoreError::Conflict { stream, expected: told, actual }) => {
                assert_eq!((stream.as_str(), told, actual), ("a", expected, 1));
            }
            other => panic!("expected a conflict, got {other:?}"),
        }
    }
    assert_eq!(store.read(|read| read.size(Log::Record)).unwrap(), 1);
}

pub fn a_clock_that_jumped_back_does_not_reorder_the_record<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    store.write(|tx| append(tx, "a", Expect::Any, NOON, vec![said("now")])).unwrap();
    let late = store.write(|tx| append(tx, "a", Expect::Any, NOON - 3_600_000_000, vec![said("then")])).unwrap();
    assert_eq!(late[0].at, NOON, "never earlier than the line before");
    // How a caller sees that its clock is behind, and holds sending.
    assert_eq!(store.read(|read| read.newest_at(Log::Record)).unwrap(), Some(NOON));
    drop(store);
    let after = data.open().write(|tx| append(tx, "b", Expect::Any, 0, vec![said("again")])).unwrap();
    assert_eq!(after[0].at, NOON, "also after a restart");
}

pub fn a_line_that_is_too_long_is_refused_and_the_next_one_takes_its_place<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "first");
    let long = NewEvent { data: json!({ "list": "x".repeat(70_000) }), ..said("long") };
    let refused = store.write(|tx| append(tx, "a", Expect::Any, NOON, vec![said("fits"), long]));
    assert!(matches!(refused, Err(StoreError::Line(LineError::TooLong(_)))), "{refused:?}");
    assert_eq!(say(&store, "a", "next").pos, 1, "neither the long line nor the one before it took a position");
    // A payload may be as long as it likes.
    say(&store, "a", &"信".repeat(100_000));
}

pub fn a_log_is_found_as_it_was_left_after_reopening_at_any_size<B: Backend>() {
    let data = B::fresh();
    let mut expected = Frontier::new();
    let mut pos = 0;
    for count in [1, 1, 125, 128, 1, 1, 255, 300] {
        let store = data.open();
        let written = store
            .write(|tx| append(tx, "a", Expect::Any, NOON, (0..count).map(counted_once).collect::<Vec<_>>()))
            .unwrap();
        assert_eq!(written[0].pos, pos);
        for line in store.read(|read| read.raw(Log::Record, pos, 1_000)).unwrap() {
            expected.push(leaf_hash(&line.line));
        }
        pos += count;
        let root = store.read(|read| read.root_at(Log::Record, pos)).unwrap();
        assert_eq!(root, expected.root(), "at {pos} lines");
        let head = store.write(|tx| Ok::<_, StoreError>(tx.head(Log::Record))).unwrap();
        assert_eq!(head, (pos, expected.root()));
    }
    let head = data.open().write(|tx| Ok::<_, StoreError>(tx.head(Log::Record))).unwrap();
    assert_eq!(head, (pos, expected.root()));
}

pub fn every_root_and_proof_is_the_one_of_the_lines<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    store.write(|tx| append(tx, "a", Expect::Any, NOON, (0..700).map(counted_once).collect())).unwrap();
    let lines = store.read(|read| read.raw(Log::Record, 0, 1_000)).unwrap();
    let leaves = lines.iter().map(|line| leaf_hash(&line.line)).collect::<Vec<_>>();
    store
        .read(|read| {
            for size in [1_u64, 2, 3, 127, 255, 256, 257, 511, 512, 600, 700] {
                let root = tree::root_at(&Leaves(&leaves), size).unwrap();
                assert_eq!(read.root_at(Log::Record, size)?, root, "root of {size}");
                for pos in [0, size / 2, size - 1] {
                    let path = read.inclusion(Log::Record, pos, size)?;
                    assert_eq!(verify_inclusion(leaves[pos as usize], pos, size, &path, root), Ok(()));
                }
                let whole = tree::root_at(&Leaves(&leaves), 700).unwrap();
                let path = read.consistency(Log::Record, size, 700)?;
                assert_eq!(verify_consistency((size, root), (700, whole), &path), Ok(()));
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    for line in &lines {
        assert_eq!(Entry::decode(&line.line).unwrap().pos, line.pos);
    }
}

pub fn a_checkpoint_is_kept_only_if_it_says_what_the_log_says<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "one");
    say(&store, "a", "two");
    let key = LogKey::from_secret("log.example/record", &[7; 32]).unwrap();
    let root = |size| store.read(|read| read.root_at(Log::Record, size)).unwrap();
    let (one, two) = (root(1), root(2));
    for (size, note) in [(2, key.sign(2, one)), (1, key.sign(2, two)), (3, key.sign(3, two))] {
        let refused = store.write(|tx| tx.put_checkpoint(Log::Record, size, &note.to_string()));
        assert!(matches!(refused, Err(StoreError::Checkpoint { .. })), "{refused:?}");
    }
    assert_eq!(store.read(|read| read.newest_checkpoint(Log::Record)).unwrap(), None);
    for (size, root) in [(1, one), (2, two)] {
        let note = key.sign(size, root).to_string();
        store.write(|tx| tx.put_checkpoint(Log::Record, size, &note)).unwrap();
        assert_eq!(store.read(|read| read.newest_checkpoint(Log::Record)).unwrap(), Some((size, note)));
    }
    let covering = store.read(|read| read.checkpoint_covering(Log::Record, 0)).unwrap();
    assert_eq!(covering.map(|(size, _)| size), Some(1));
    assert_eq!(store.read(|read| read.checkpoint_covering(Log::Record, 2)).unwrap(), None);
}

pub fn the_two_logs_do_not_know_each_other<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    say(&store, "a", "private");
    let mut salts = || [9; 32];
    let public = store
        .write(|tx| tx.append(Log::Certificates, "a", Expect::Exact(0), "system", 5, vec![counted_once(1)], &mut salts))
        .unwrap();
    assert_eq!((public[0].pos, public[0].seq, public[0].at), (0, 1, 5));
    assert_eq!(store.read(|read| read.size(Log::Record)).unwrap(), 1);
    assert_eq!(store.read(|read| read.stream(Log::Certificates, "a")).unwrap(), public);
}

pub fn views_follow_in_the_same_transaction_and_can_be_rebuilt<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    for number in 0..1_200 {
        store
            .write(|tx| append(tx, &format!("s/{}", number % 7), Expect::Any, NOON, vec![said(&number.to_string())]))
            .unwrap();
    }
    let views = |store: &Store| (0..7).map(|n| counted(store, &format!("s/{n}"))).collect::<Vec<_>>();
    let before = views(&store);
    assert_eq!(before[0], Some(("1197".to_owned(), 172)));
    store.write(|tx| tx.run(queries::DOCUMENT_CLEAR, &[])).unwrap();
    assert_eq!(counted(&store, "s/0"), None);
    let mut told = Vec::new();
    store.rebuild_views(&mut |done, all| told.push((done, all))).unwrap();
    assert_eq!(views(&store), before);
    assert_eq!(told.last(), Some(&(1_200, 1_200)));
    assert!(told.is_sorted());
}
