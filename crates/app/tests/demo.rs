//! The sample organisation is made by the same use cases as a real one, and shows every state.

use std::{collections::BTreeSet, sync::Arc};

use shingi_app::{App, clock::SetClock, config::Config, demo, ids::CountedIds};
use shingi_domain::time::Timestamp;
use shingi_store::{Options, Store, view::posts::PostFilter};

/// 2026-11-24 10:00 in Tokyo.
const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);

#[test]
fn the_demo_shows_every_state_with_genuine_events() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::at(TODAY));
    let store = Store::open(folder.path(), Options::fast_for_demo()).unwrap();
    let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
    let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
    assert_eq!(people.len(), 12);

    let who = app.bearer(&shingi_app::password::Secret::new(people[3].token.clone())).unwrap().unwrap();
    let posts = app.posts(&who, &PostFilter { count: 100, ..PostFilter::default() }).unwrap();
    assert!(posts.len() >= 30, "{} posts", posts.len());
    let mut shown = BTreeSet::new();
    for row in &posts {
        for part in app.desk(&who, row.post.parse().unwrap()).unwrap().parts {
            shown.insert(part.shown.name());
        }
    }
    let wanted =
        ["draft", "waiting", "returned", "held", "cleared", "scheduled", "sending", "published", "unknown", "expired"];
    for state in wanted {
        assert!(shown.contains(state), "no delivery is {state}; shown are {shown:?}");
    }
}
