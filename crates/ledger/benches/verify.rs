//! Verification of an export beside SHA-256 alone over the same bytes, in the same run (2-9).
//!
//! The aim: at least a quarter of the speed of SHA-256, per core.
//!
//!     cargo bench -p shingi-ledger

// A bench reads the clock and says what it found.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use shingi_ledger::{
    Log, export,
    testing::Ledger,
    tree::{Frontier, leaf_hash},
    verify::{Options, verify},
};

/// What a post leaves behind between the first word and its certificate: nine lines, four of them with a payload.
fn ledger(posts: u32) -> Ledger {
    let mut ledger = Ledger::new("shingi.example");
    let text = "新しい靴の発売日が決まりました。履き心地と色を、開発した三人が語ります。".repeat(4);
    let report = r#"{"rule":"accuracy/number","item":"2-2","start":12,"end":30,"strength":"answer"}"#.repeat(5);
    let delivery =
        json!({"account": "0123456789abcdef0123456789abcdef", "delivery": "00112233445566778899aabbccddeeff"});
    for number in 0..posts {
        let stream = format!("post:{:032x}", u128::from(number) * 0x9e37_79b9_7f4a_7c15);
        let mut append = |log, kind, hidden: &[(&str, &[u8])]| {
            ledger.append(log, &stream, kind, delivery.clone(), hidden);
        };
        append(Log::Record, "post_drafted", &[]);
        append(Log::Record, "post_revised", &[("draft", text.as_bytes())]);
        append(Log::Record, "post_answered", &[("evidence", "https://example.com/靴".as_bytes()), ("key", b"2-2")]);
        append(Log::Record, "post_submitted", &[]);
        append(Log::Record, "post_approved", &[("comment", "よいと思います。".as_bytes())]);
        append(Log::Record, "post_scheduled", &[]);
        append(Log::Record, "post_send_started", &[("clearance", report.as_bytes())]);
        append(Log::Record, "post_send_succeeded", &[("url", b"https://shingi.example/official/1")]);
        append(Log::Certificates, "certificate_issued", &[("text", text.as_bytes())]);
        if u64::from(number) % (export::LINES_PER_CHECKPOINT / 8) == 0 {
            ledger.checkpoint(Log::Certificates, false);
        }
    }
    for log in Log::ALL {
        ledger.checkpoint(log, true);
    }
    ledger
}

/// The figure of the aim: one pass of SHA-256, one of the verifier, by turns and over a file so small that both are
/// done before another process gets the core.
fn by_turns(_: &mut Criterion) {
    const ROUNDS: usize = 400;
    let ledger = ledger(300);
    let bytes = ledger.export();
    let options = Options { keys: ledger.keys(), ..Options::default() };
    let (mut alone, mut verified) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(Sha256::digest(black_box(&bytes)));
        alone.push(start.elapsed());
        let start = Instant::now();
        let verdict = verify(black_box(&bytes[..]), &options, &mut |_| ()).expect("the bytes can be read");
        verified.push(start.elapsed());
        assert!(verdict.holds(), "{:?}", verdict.fault);
    }
    let quantile = |times: &mut Vec<Duration>, part: usize| {
        times.sort();
        times[times.len() * part / 100]
    };
    println!("{} bytes by turns, {ROUNDS} rounds", bytes.len());
    for (name, part) in [("best tenth", 10), ("median", 50)] {
        let (alone, verified) = (quantile(&mut alone, part), quantile(&mut verified, part));
        let ratio = verified.as_secs_f64() / alone.as_secs_f64();
        println!("{name}: SHA-256 alone {alone:.2?}, verify {verified:.2?}: {ratio:.2} times as long");
    }
}

fn bench(criterion: &mut Criterion) {
    let ledger = ledger(5000);
    let bytes = ledger.export();
    let options = Options { keys: ledger.keys(), ..Options::default() };
    let mut group = criterion.benchmark_group("export");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("sha256 alone", |b| b.iter(|| Sha256::digest(black_box(&bytes))));
    group.bench_function("verify", |b| {
        b.iter(|| {
            let verdict = verify(black_box(&bytes[..]), &options, &mut |_| ()).expect("the bytes can be read");
            assert!(verdict.holds(), "{:?}", verdict.fault);
        });
    });
    group.finish();

    let lines = ledger.record.lines().map(|line| &line.line[..]).collect::<Vec<_>>();
    let mut group = criterion.benchmark_group("tree");
    group.throughput(Throughput::Elements(lines.len() as u64));
    group.bench_function("append", |b| {
        b.iter(|| {
            let mut frontier = Frontier::new();
            lines.iter().for_each(|line| frontier.push(leaf_hash(line)));
            frontier.root()
        });
    });
    group.finish();

    // What one checkpoint costs, and why an export has few of them.
    let signed = ledger.record.key.sign(1, leaf_hash(lines[0]));
    let keys = [ledger.record.key.verifier().clone()];
    criterion.bench_function("check a signature", |b| b.iter(|| black_box(&signed).note.signed_by(&keys)));
}

criterion_group!(benches, by_turns, bench);
criterion_main!(benches);
