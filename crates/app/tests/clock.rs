//! The machine's clock jumps back while the program runs: nothing goes out twice, nothing is reordered, nobody is
//! signed in for longer than it was promised (2-9).

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use shingi_app::{
    App,
    clock::SetClock,
    config::Config,
    demo::{self, DemoPerson},
    ids::CountedIds,
    jobs,
    password::Secret,
    session::Signed,
};
use shingi_domain::time::Timestamp;
use shingi_ledger::verify::{Options as Asked, verify};
use shingi_store::{Log, Options, Store};

/// 2026-11-24 10:00 in Tokyo. The sample organisation sends something the next morning at nine.
const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);
const NINE: Timestamp = Timestamp(TODAY.0 + 23 * Timestamp::HOUR);

struct House {
    app: App,
    clock: Arc<SetClock>,
    people: Vec<DemoPerson>,
    _folder: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(TODAY));
        let store = Store::open(folder.path(), Options::fast_for_demo()).unwrap();
        let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
        let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
        Self { app, clock, people, _folder: folder }
    }

    fn author(&self) -> Signed {
        self.app.bearer(&Secret::new(self.people[3].token.clone())).unwrap().unwrap()
    }

    fn newest_at(&self) -> i64 {
        self.app.store.read(|read| read.newest_at(Log::Record)).unwrap().unwrap()
    }

    fn published(&self) -> u64 {
        self.app.store.read(|read| read.size(Log::Certificates)).unwrap()
    }

    fn holds(&self) {
        let mut file = Vec::new();
        self.app.export(&mut file, &mut |_, _| ()).unwrap();
        let verdict = verify(&file[..], &Asked::default(), &mut |_| ()).unwrap();
        assert_eq!(verdict.fault, None);
    }
}

#[test]
fn a_clock_that_jumps_back_holds_sending_until_it_is_right_and_then_sends_once() {
    let house = House::new();
    let before = house.published();
    house.clock.set(NINE.plus_minutes(2));
    house.app.draft_post(&house.author(), false).unwrap();
    assert_eq!(house.newest_at(), NINE.plus_minutes(2).0);
    // Back to a moment at which something is due already.
    house.clock.set(NINE.plus_minutes(1));
    jobs::look(&house.app).unwrap();
    assert_eq!(house.published(), before, "nothing is sent by a clock that is behind the record");
    house.app.draft_post(&house.author(), false).unwrap();
    assert_eq!(house.newest_at(), NINE.plus_minutes(2).0, "a line is never earlier than the one before it");
    house.clock.set(NINE.plus_minutes(3));
    jobs::look(&house.app).unwrap();
    let after = house.published();
    assert!(after > before, "what was held goes out once the clock is right");
    house.clock.set(NINE.plus_minutes(2));
    jobs::look(&house.app).unwrap();
    house.clock.set(NINE.plus_minutes(4));
    jobs::look(&house.app).unwrap();
    assert_eq!(house.published(), after, "and only once");
    house.holds();
}

#[test]
fn a_call_under_lease_is_not_taken_by_another_whose_clock_jumped_back() {
    let house = House::new();
    let before = house.published();
    let now = NINE.plus_minutes(1);
    house.clock.set(now);
    jobs::send::start_due(&house.app).unwrap();
    let take = |at: Timestamp, owner: &str| {
        house.app.store.write(|tx| tx.take_outbox("send", at.0, owner, at.plus_minutes(2).0)).unwrap()
    };
    // A worker that takes every call and dies.
    let mut taken = 0;
    while take(now, "dead").is_some() {
        taken += 1;
    }
    assert!(taken > 0);
    for earlier in [now.plus_minutes(-60), now.plus_minutes(-1), now, now.plus_minutes(1)] {
        house.clock.set(earlier);
        jobs::send::deliver(&house.app).unwrap();
        assert_eq!(house.published(), before, "the lease still stands");
    }
    house.clock.set(now.plus_minutes(2));
    jobs::send::deliver(&house.app).unwrap();
    assert_eq!(house.published(), before + taken, "then the medium is asked, and each is published once");
    house.holds();
}

#[test]
fn a_session_ends_when_it_was_promised_to_whatever_the_clock_did_meanwhile() {
    let house = House::new();
    let person = &house.people[3];
    let (secret, _) = house.app.sign_in(&person.email, &Secret::new(person.password.clone()), "here").unwrap();
    let idle = i64::from(Config::default().sign_in.idle_hours) * 60;
    house.clock.set(TODAY.plus_minutes(-120));
    assert!(house.app.session(&secret).unwrap().is_some(), "nobody is thrown out");
    house.clock.set(TODAY.plus_minutes(idle - 1));
    house.clock.set(TODAY.plus_minutes(-1));
    assert!(house.app.session(&secret).unwrap().is_some());
    // Use by a clock that was behind has not made it longer.
    house.clock.set(TODAY.plus_minutes(idle));
    assert!(house.app.session(&secret).unwrap().is_none());
    // A session that was begun by a clock that was behind ends early, not late.
    house.clock.set(TODAY.plus_minutes(-120));
    let (early, _) = house.app.sign_in(&person.email, &Secret::new(person.password.clone()), "here").unwrap();
    house.clock.set(TODAY.plus_minutes(idle - 120));
    assert!(house.app.session(&early).unwrap().is_none());
}
