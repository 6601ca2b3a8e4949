//! Verification of an export beside SHA-256 alone over the same bytes, in the same run (2-9).
//!
//! The aim: at least a quarter of the speed of SHA-256, per core.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sha2::{Digest as _, Sha256};
use shingi_ledger::{
    testing,
    tree::{Frontier, leaf_hash},
    verify::{Options, verify},
};

fn bench(criterion: &mut Criterion) {
    let ledger = testing::sample(10_000);
    let bytes = ledger.export();
    let options = Options { keys: ledger.keys(), ..Options::default() };
    // A checkpoint costs a signature check, which no hash speed can show: one is written for every group of commits, not
    // for every post as in the sample, so the file has few.
    let sparse = sparse(&bytes);
    let mut group = criterion.benchmark_group("export");
    group.sample_size(20);
    for (name, bytes) in [("few checkpoints", &sparse), ("a checkpoint every five lines", &bytes)] {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(format!("sha256 alone, {name}"), |b| b.iter(|| Sha256::digest(black_box(bytes))));
        group.bench_function(format!("verify, {name}"), |b| {
            b.iter(|| {
                let verdict = verify(black_box(&bytes[..]), &options, &mut |_| ()).expect("the sample can be read");
                assert!(verdict.holds(), "{:?}", verdict.fault);
            });
        });
    }
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
}

/// Leaves out the checkpoints but the last of each log.
fn sparse(bytes: &[u8]) -> Vec<u8> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').collect::<Vec<_>>();
    let is_note = |line: &[u8]| line.starts_with(b"{\"checkpoint\":");
    let kept = lines.iter().enumerate().filter(|(index, line)| {
        let closes = lines[index + 1..].iter().take(3).any(|next| next.starts_with(b"{\"end\""));
        !is_note(line) || closes
    });
    kept.flat_map(|(_, line)| *line).copied().collect()
}

criterion_group!(benches, bench);
criterion_main!(benches);
