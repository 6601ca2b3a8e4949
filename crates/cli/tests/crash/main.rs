//! kill -9 at every named place of writing and sending (1-7, 2-9): what went out is counted by somebody outside, what was
//! acknowledged is there afterwards, and the record verifies.
//!
//! Needs `--features failpoints`. 42 kills; 203 with `SHINGI_TEST_LONG=1`. The kills are real: the server ends itself with
//! SIGKILL at the place, and a fresh process opens what it left. Must never find its evidence in the server's own words
//! alone: the receiver counts.

#![allow(clippy::unwrap_used)]

mod house;
mod receiver;
mod server;

use std::{collections::BTreeMap, ffi::OsString, path::Path, process::Command};

use house::House;
use receiver::Receiver;
use server::Server;

/// What a kill at a place leaves of the delivery that was under way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaves {
    /// Nothing that a restart does not simply go on with.
    Nothing,
    /// A lease, and no request went out: when asked, the medium knows nothing, and a person decides.
    NotSent,
    /// A lease, and the request went out: when asked, the medium has it.
    Sent,
}

/// The program under test: the one built with these tests, or the one that `SHINGI_BIN` names.
fn shingi() -> OsString {
    std::env::var_os("SHINGI_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_shingi").into())
}

fn kills() -> u32 {
    if std::env::var_os("SHINGI_TEST_LONG").is_some() { 29 } else { 6 }
}

fn killed_at(place: &str, leaves: Leaves) {
    let house = House::found();
    for kill in 0..kills() {
        one_kill(&house, place, 1 + kill % 3, leaves);
    }
}

fn one_kill(house: &House, place: &str, nth: u32, leaves: Leaves) {
    let label = format!("{place}:{nth}");
    let folder = house.copy();
    let data = folder.path().join("data");
    let receiver = Receiver::listen();

    let mut server = Server::start(&data, &receiver, Some(&label));
    let asked = house.deliveries.iter().filter(|(post, delivery)| server.schedule(house, post, delivery)).count();
    let acknowledged = server.write_until_killed(house);
    assert!(asked > 0, "{label}: nothing was asked for before the kill");

    // What nobody was working on goes on at once; what the dead one had leased is left alone until the lease is over.
    let mut server = Server::start(&data, &receiver, None);
    let held = usize::from(leaves != Leaves::Nothing);
    server.wait_until(&label, || server.under_way(house) <= held);
    if held > 0 {
        server.two_looks();
        assert_eq!(server.under_way(house), 1, "{label}: a lease that stands was not respected");
        server.end();
        house::let_the_lease_run_out(&data);
        server = Server::start(&data, &receiver, None);
        server.wait_until(&label, || server.under_way(house) == 0);
    }
    for (post, text) in &acknowledged {
        assert_eq!(
            server.text_of(house, post).as_deref(),
            Some(text.as_str()),
            "{label}: an acknowledged post is gone"
        );
    }
    let states = server.states(house);
    server.end();
    check_counts(&label, &states, &receiver, asked, leaves);
    check_record(&label, &data, folder.path());
}

/// Never twice, never lost, and `unknown` only after the medium was asked.
fn check_counts(label: &str, states: &BTreeMap<String, String>, receiver: &Receiver, asked: usize, leaves: Leaves) {
    let mut unknown = 0;
    let mut begun = 0;
    for (delivery, state) in states {
        let (posted, questions) = (receiver.posted(delivery), receiver.questions(delivery));
        match state.as_str() {
            "published" => assert_eq!(posted, 1, "{label}: published, and arrived {posted} times"),
            "unknown" => {
                unknown += 1;
                assert_eq!(
                    (posted, questions),
                    (0, 1),
                    "{label}: unknown, arrived {posted} times, asked {questions} times"
                );
            }
            other => {
                assert_eq!((other, posted), ("cleared", 0), "{label}: neither published nor unknown nor untouched");
                continue;
            }
        }
        begun += 1;
    }
    assert!(begun >= asked, "{label}: of {asked} acknowledged deliveries only {begun} came to an end: {states:?}");
    assert_eq!(unknown, usize::from(leaves == Leaves::NotSent), "{label}: {states:?}");
    if leaves == Leaves::Sent {
        assert_eq!(receiver.all_questions(), 1, "{label}: the medium was to be asked once");
    }
}

fn check_record(label: &str, data: &Path, folder: &Path) {
    let file = folder.join("record.jsonl");
    for words in [
        vec!["export".as_ref(), "--data".as_ref(), data.as_os_str(), "--out".as_ref(), file.as_os_str()],
        vec!["verify".as_ref(), file.as_os_str()],
    ] {
        let done = Command::new(shingi()).args(&words).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{label}: `shingi {words:?}` says: {said}");
    }
}

#[test]
fn killed_before_the_intent_a_delivery_goes_out_once_later() {
    killed_at("send.before_intent", Leaves::Nothing);
}

#[test]
fn killed_with_an_uncommitted_intent_a_delivery_goes_out_once_later() {
    killed_at("send.intent_uncommitted", Leaves::Nothing);
}

#[test]
fn killed_with_the_lease_taken_a_delivery_is_asked_about_and_not_sent_blindly() {
    killed_at("send.leased", Leaves::NotSent);
}

#[test]
fn killed_before_the_call_a_delivery_is_asked_about_and_not_sent_blindly() {
    killed_at("send.before_call", Leaves::NotSent);
}

#[test]
fn killed_after_the_call_a_delivery_is_found_and_not_sent_again() {
    killed_at("send.after_call", Leaves::Sent);
}

#[test]
fn killed_with_an_uncommitted_outcome_a_delivery_is_found_and_not_sent_again() {
    killed_at("send.outcome_uncommitted", Leaves::Sent);
}

#[test]
fn killed_after_the_outcome_nothing_is_asked_or_sent_again() {
    killed_at("send.recorded", Leaves::Nothing);
}
