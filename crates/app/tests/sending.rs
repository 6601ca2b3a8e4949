//! A call that failed is final for every job: what cannot be taken back is never repeated by a machine (1-7, 2-9).
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use shingi_app::{
    App,
    clock::SetClock,
    config::Config,
    demo,
    ids::CountedIds,
    jobs::{self, send},
    password::Secret,
    session::Signed,
};
use shingi_domain::{
    id::PostId,
    post::{Progress, event::FailureKind},
    time::Timestamp,
};
use shingi_store::{Log, Options, Store, view::posts::PostFilter};

/// 2026-11-24 10:00 in Tokyo.
const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);

fn intents(app: &App, post: PostId) -> usize {
    let lines = app.store.read(|read| read.stream(Log::Record, &format!("post/{post}"))).unwrap();
    lines.iter().filter(|line| line.kind == "post_send_started").count()
}

fn progress(app: &App, who: &Signed, post: PostId) -> Progress {
    app.desk(who, post).unwrap().parts[0].delivery.progress.clone()
}

#[test]
fn what_failed_is_not_called_again_until_a_person_sets_it_a_new_time() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::at(TODAY));
    let store = Store::open(folder.path(), Options::fast_for_demo()).unwrap();
    let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
    let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
    let who = |login: &str| {
        let person = people.iter().find(|person| person.email.starts_with(login)).unwrap();
        app.bearer(&Secret::new(person.token.clone())).unwrap().unwrap()
    };
    let (takahashi, nakamura) = (who("takahashi"), who("nakamura"));
    let cleared = PostFilter { search: "カートリッジの回収".to_owned(), count: 10, ..PostFilter::default() };
    let row = app.posts(&takahashi, &cleared).unwrap().into_iter().find(|row| row.title == cleared.search).unwrap();
    let post = row.post.parse::<PostId>().unwrap();
    let delivery = app.desk(&takahashi, post).unwrap().parts[0].delivery.id;
    app.schedule_delivery(&takahashi, post, delivery, app.now().plus_minutes(1)).unwrap();
    clock.advance_minutes(2);

    // The intent is on record when the stop comes: the call is not made, and that is its outcome.
    send::start_due(&app).unwrap();
    assert_eq!(intents(&app, post), 1);
    let stop = app.order_stop(&takahashi, None, "地震のため".into()).unwrap();
    send::deliver(&app).unwrap();
    assert!(matches!(progress(&app, &takahashi, post), Progress::Failed { kind: FailureKind::NotSent, .. }));
    app.lift_stop(&nakamura, stop, "安全が確かめられた".into()).unwrap();

    for _ in 0..10 {
        clock.advance_minutes(30);
        jobs::look(&app).unwrap();
    }
    assert!(matches!(progress(&app, &takahashi, post), Progress::Failed { .. }), "a job began it again");
    assert_eq!((intents(&app, post), app.store.read(|read| read.outbox_count()).unwrap()), (1, 0));

    app.schedule_delivery(&takahashi, post, delivery, app.now().plus_minutes(1)).unwrap();
    clock.advance_minutes(2);
    jobs::look(&app).unwrap();
    assert!(matches!(progress(&app, &takahashi, post), Progress::Published { .. }));
    assert_eq!(intents(&app, post), 2);
}
