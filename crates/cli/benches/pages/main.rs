//! What a full house costs (1-7, 2-9): every page under 20 clients with 10,000 posts and 200 people, the memory that the
//! server holds meanwhile, and how long `shingi serve` and `shingi demo` take until they listen.
//!
//!     cargo bench -p shingi-cli --bench pages
//!
//! The server is the real program in a process of its own, asked over loopback. The house is filled through the use cases,
//! which takes a minute or two; `SHINGI_BENCH_DATA=FOLDER` keeps it for the next run, `SHINGI_BENCH_POSTS` makes it smaller.
//! A measurement, not a test: it says what it found and never fails for being slow.

#![allow(clippy::unwrap_used)]

mod client;
mod fill;
mod load;
mod process;
mod routes;

use std::{path::PathBuf, time::Duration};

use process::{Served, starts};

/// A click of each client every quarter of a second: more than twenty people do, less than the machine can.
const PACE: Duration = Duration::from_millis(250);
/// Answers of each route before the run ends.
const SAMPLES: usize = 200;
const LONGEST: Duration = Duration::from_secs(400);

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn main() {
    // `cargo test --benches` only asks whether it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let temporary = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("SHINGI_BENCH_DATA").map_or_else(|| temporary.path().join("house"), PathBuf::from);
    fill::fill(&folder, setting("SHINGI_BENCH_POSTS", 10_000));
    let house = fill::open(&folder);
    println!("\n{} posts, {} people, {} lines on record\n", house.posts, house.people, house.lines);

    starts(&folder, temporary.path());

    let server = Served::start(&folder);
    println!("resident memory at start: {} MB", server.resident());
    let plan = routes::plan(&house, server.address);
    // One round first, so that what is parsed once is parsed.
    load::run(&plan, 2, Some(PACE), LONGEST);
    println!("resident memory after two answers of each route: {} MB\n", server.resident());
    let before = server.cpu();
    let paced = load::run(&plan, setting("SHINGI_BENCH_SAMPLES", SAMPLES), Some(PACE), LONGEST);
    paced.print("one click of each client every 250 ms, counted from when it was due", server.cpu() - before);
    println!("resident memory: {} MB, at most {} MB\n", server.resident(), server.resident_max());

    let before = server.cpu();
    let flat_out = load::run(&plan, 40, None, Duration::from_secs(60));
    flat_out.print_sum("20 clients that never pause", server.cpu() - before);
    println!("resident memory: {} MB, at most {} MB", server.resident(), server.resident_max());

    let (bytes, took) = client::download(server.address, "/records/export", &house.auditor().cookie);
    println!(
        "\n/records/export: {} MB in {:.1} s; resident memory at most {} MB",
        bytes >> 20,
        took.as_secs_f64(),
        server.resident_max()
    );
}
