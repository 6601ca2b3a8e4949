//! What the tables of work promise: leases, drafts, attempts, sessions. Serves no item of its own.

use super::*;

const MINUTE: i64 = 60_000_000;

fn take(store: &Store, now: i64, owner: &str) -> Option<(String, u64)> {
    let taken = store.write(|tx| tx.take_outbox("send", now, owner, now + MINUTE)).unwrap();
    taken.map(|row| (row.id, row.attempts))
}

pub fn a_row_is_leased_to_one_taker_until_its_time_is_over<B: Backend>() {
    let data = B::fresh();
    let (one, other) = (data.open(), data.open());
    one.write(|tx| tx.put_outbox("1", "send", "payload", NOON)).unwrap();
    assert_eq!(take(&one, NOON - 1, "a"), None, "not before it is due");
    assert_eq!(take(&one, NOON, "a"), Some(("1".to_owned(), 1)));
    assert_eq!(take(&other, NOON + MINUTE - 1, "b"), None, "while somebody has it");
    assert_eq!(
        take(&other, NOON + MINUTE, "b"),
        Some(("1".to_owned(), 2)),
        "the second taker knows that it is the second"
    );
    let of_another_kind = one.write(|tx| tx.take_outbox("mail", NOON + 9 * MINUTE, "a", NOON + 10 * MINUTE)).unwrap();
    assert_eq!(of_another_kind, None);
}

pub fn rows_come_in_the_order_in_which_they_are_due<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    for (id, due) in [("late", NOON + 2), ("early", NOON), ("middle", NOON + 1)] {
        store.write(|tx| tx.put_outbox(id, "send", "", due)).unwrap();
    }
    store.write(|tx| tx.delay_outbox("early", NOON + 3)).unwrap();
    let order = std::iter::from_fn(|| take(&store, NOON + MINUTE / 2, "a").map(|(id, _)| id)).collect::<Vec<_>>();
    assert_eq!(order, ["middle", "late", "early"]);
}

pub fn a_finished_row_never_comes_again<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    store.write(|tx| tx.put_outbox("1", "send", "", NOON)).unwrap();
    assert!(take(&store, NOON, "a").is_some());
    store.write(|tx| tx.finish_outbox("1")).unwrap();
    assert_eq!(take(&store, NOON + 10 * MINUTE, "a"), None);
    assert_eq!(store.read(|read| read.outbox_count()).unwrap(), 0);
}

pub fn drafts_count_their_versions_and_keep_their_history<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    for number in 1..=60 {
        let version = store.write(|tx| tx.put_draft("post", "person", &format!("text {number}"), number)).unwrap();
        assert_eq!(version, number);
    }
    let draft = store.read(|read| read.draft("post")).unwrap().unwrap();
    assert_eq!((draft.body.as_str(), draft.version, draft.updated), ("text 60", 60, 60));
    let history = store.read(|read| read.draft_history("post")).unwrap();
    assert_eq!(history.len(), 50, "old states make room");
    assert_eq!(history[0], (60, "person".to_owned(), "text 60".to_owned(), 60));
    store.write(|tx| tx.forget_drafts("post")).unwrap();
    assert!(store.read(|read| read.draft("post")).unwrap().is_none());
    assert!(store.read(|read| read.draft_history("post")).unwrap().is_empty());
}

pub fn attempts_are_counted_within_their_span<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    let count = |name: &str, span| store.write(|tx| tx.count_attempt(name, span)).unwrap();
    assert_eq!((count("a", 1), count("a", 1), count("b", 1)), (1, 2, 1));
    store.write(|tx| tx.forget_attempts("a")).unwrap();
    assert_eq!(count("a", 1), 1);
    assert_eq!(count("b", 2), 1, "a new span begins anew");
}

pub fn sessions_credentials_and_tokens_end_when_they_should<B: Backend>() {
    let data = B::fresh();
    let store = data.open();
    store
        .write(|tx| {
            tx.put_credential("p1", "a@example.jp", "hash", NOON)?;
            tx.put_credential("p1", "a@example.jp", "hash 2", NOON)?;
            tx.rename_credential("p1", "b@example.jp")?;
            tx.put_session("s1", "p1", NOON, NOON + 1)?;
            tx.put_session("s2", "p1", NOON, NOON + 1)?;
            tx.put_session("s3", "p2", NOON, NOON + 1)?;
            tx.touch_session("s1", NOON + 5, NOON + 6)?;
            tx.put_token("t1", "p1", "script", NOON)
        })
        .unwrap();
    store
        .read(|read| {
            assert!(read.credential("a@example.jp")?.is_none());
            assert_eq!(read.credential("b@example.jp")?.unwrap().password_hash, "hash 2");
            let touched = read.session("s1")?.unwrap();
            assert_eq!((touched.person.as_str(), touched.seen, touched.expires), ("p1", NOON + 5, NOON + 6));
            assert_eq!(read.token("t1")?.unwrap().person, "p1");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.write(|tx| tx.end_sessions("p1")).unwrap();
    store
        .read(|read| {
            assert_eq!((read.session("s1")?, read.session("s2")?, read.token("t1")?), (None, None, None));
            assert!(read.session("s3")?.is_some());
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
