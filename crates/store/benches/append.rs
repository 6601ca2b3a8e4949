//! Appending through the store against bare `rusqlite` inserts of the same lines in the same batches with the same
//! pragmas, in the same run. The goal is at least 60 % of the bare rate.
//!
//!     cargo bench -p shingi-store --bench append

#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    hint::black_box,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rusqlite::Connection;
use serde_json::json;
use shingi_store::{Expect, Log, NewEvent, Options, Store};

const STREAMS: u64 = 64;
const NOON: i64 = 1_790_000_000_000_000;

/// As long as an ordinary line of the record: ids, a version, a digest.
fn event(number: u64, payload: Option<&[u8]>) -> NewEvent {
    let digest = format!("{number:064x}");
    let data = json!({ "revision": number, "class": "routine", "delivery": &digest[32..], "digest": digest });
    let hidden = payload.map(|payload| ("draft".to_owned(), payload.to_vec())).into_iter().collect::<BTreeMap<_, _>>();
    NewEvent { kind: "post_revised".to_owned(), version: 1, data, hidden }
}

fn stream(number: u64) -> String {
    format!("post/{:032x}", number % STREAMS)
}

/// The events of one write.
fn events(first: u64, count: u64, payload: Option<&[u8]>) -> Vec<NewEvent> {
    (first..first + count).map(|number| event(number, payload)).collect()
}

/// One write.
fn append(store: &Store, first: u64, events: Vec<NewEvent>) {
    store
        .write(|tx| {
            let mut salts = || [7; 32];
            let actor = "person/0123456789abcdef0123456789abcdef";
            tx.append(Log::Record, &stream(first), Expect::Any, actor, NOON, events, &mut salts).map(drop)
        })
        .unwrap();
}

/// The lines that the store writes, for the bare inserts.
fn lines(count: u64) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), Options::fast_for_demo(), Vec::new()).unwrap();
    append(&store, 0, events(0, count, None));
    let raw = store.read(|read| read.raw(Log::Record, 0, u32::try_from(count).unwrap())).unwrap();
    raw.into_iter().map(|line| line.line).collect()
}

fn bare(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("bare.db")).unwrap();
    for (name, value) in [
        ("journal_mode", "WAL"),
        ("synchronous", "FULL"),
        ("foreign_keys", "ON"),
        ("journal_size_limit", "67108864"),
        ("secure_delete", "ON"),
        ("recursive_triggers", "ON"),
    ] {
        connection.pragma_update(None, name, value).unwrap();
    }
    connection
        .execute_batch(
            "CREATE TABLE line (pos INTEGER PRIMARY KEY, line BLOB NOT NULL);
             CREATE TABLE payload (pos INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
        )
        .unwrap();
    connection
}

fn insert(connection: &Connection, first: u64, lines: &[Vec<u8>], payload: Option<&[u8]>) {
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut insert = connection.prepare_cached("INSERT INTO line (pos, line) VALUES (?1, ?2)").unwrap();
    let mut beside = connection.prepare_cached("INSERT INTO payload (pos, payload) VALUES (?1, ?2)").unwrap();
    for (pos, line) in (first..).zip(lines) {
        let pos = i64::try_from(pos).unwrap();
        insert.execute((pos, line)).unwrap();
        if let Some(payload) = payload {
            beside.execute((pos, payload)).unwrap();
        }
    }
    connection.execute_batch("COMMIT").unwrap();
}

fn batches(criterion: &mut Criterion) {
    let payload = "本日より、秋の新商品を順次発売いたします。".repeat(3);
    for (name, payload) in [("lines", None), ("lines with a payload each", Some(payload.as_bytes()))] {
        let mut group = criterion.benchmark_group(name);
        for count in [1_u64, 16, 256] {
            group.throughput(Throughput::Elements(count));
            let folder = tempfile::tempdir().unwrap();
            let (connection, lines) = (bare(folder.path()), lines(count));
            let mut first = 0;
            group.bench_function(BenchmarkId::new("bare", count), |bench| {
                bench.iter(|| {
                    insert(&connection, first, black_box(&lines), payload);
                    first += count;
                });
            });
            let store = Store::open_with(&folder.path().join("data"), Options::serve(), Vec::new()).unwrap();
            let mut first = 0;
            group.bench_function(BenchmarkId::new("store", count), |bench| {
                let next = || {
                    first += count;
                    (first, events(first, count, payload))
                };
                bench.iter_batched(next, |(first, events)| append(&store, first, events), BatchSize::SmallInput);
            });
        }
        group.finish();
    }
}

/// Many writers with one line each: what group commit is for. The bare inserts come in batches of as many lines.
fn writers(criterion: &mut Criterion) {
    const WRITERS: u64 = 16;
    let mut group = criterion.benchmark_group("writers at once");
    group.throughput(Throughput::Elements(WRITERS));
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), Options::serve(), Vec::new()).unwrap();
    group.bench_function(BenchmarkId::new("store", WRITERS), |bench| {
        bench.iter_custom(|rounds| {
            let start = Instant::now();
            thread::scope(|scope| {
                for writer in 0..WRITERS {
                    let store = &store;
                    scope.spawn(move || (0..rounds).for_each(|round| append(store, writer, events(round, 1, None))));
                }
            });
            start.elapsed()
        });
    });
    group.finish();
}

/// The figure of the goal: one bare batch, one batch through the store, by turns, so that a busy disk meets both alike.
fn by_turns(_: &mut Criterion) {
    const ROUNDS: u64 = 120;
    let payload = "本日より、秋の新商品を順次発売いたします。".repeat(3);
    println!("{ROUNDS} rounds by turns: the best tenth tells of the work, the median of the machine as it was");
    for (name, payload) in [("lines", None), ("lines with a payload each", Some(payload.as_bytes()))] {
        for count in [1_u64, 16, 256] {
            let folder = tempfile::tempdir().unwrap();
            let (connection, lines) = (bare(folder.path()), lines(count));
            let store = Store::open_with(&folder.path().join("data"), Options::serve(), Vec::new()).unwrap();
            let (mut bare, mut through) = (Vec::new(), Vec::new());
            for round in 0..ROUNDS {
                let start = Instant::now();
                insert(&connection, round * count, &lines, payload);
                bare.push(start.elapsed());
                let events = events(round * count, count, payload);
                let start = Instant::now();
                append(&store, round, events);
                through.push(start.elapsed());
            }
            bare.sort();
            through.sort();
            let told = [("best tenth", 10), ("median", 50)].map(|(quantile, part)| {
                let at = |times: &[Duration]| times[times.len() * part / 100];
                let (bare, through) = (at(&bare), at(&through));
                let share = 100.0 * bare.as_secs_f64() / through.as_secs_f64();
                format!("{quantile} bare {bare:.2?}, store {through:.2?}: {share:.0} %")
            });
            println!("{name}, {count} in a batch, of the bare rate: {}", told.join("; "));
        }
    }
}

criterion_group! {
    name = append_lines;
    config = Criterion::default().measurement_time(Duration::from_secs(4)).warm_up_time(Duration::from_secs(1)).sample_size(40);
    targets = by_turns, batches, writers
}
criterion_main!(append_lines);
