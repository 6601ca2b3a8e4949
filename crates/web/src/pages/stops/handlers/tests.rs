//! A stop holds everything at once, names what was in flight, and lifting it flushes nothing (2-5).

use shingi_app::jobs;
use shingi_domain::post::{DeliveryState, Progress};

use crate::testing::Server;

const TOMORROW: &str = "明日の窓口";

fn stop_id(server: &Server) -> String {
    server.app().stops().unwrap()[0].id.to_string()
}

#[test]
fn a_stop_holds_what_is_scheduled_and_lists_what_was_in_flight() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    takahashi.get("/stops").is(200).shows("通常どおり発信中");
    takahashi.post("/stops", &[("scope", "all"), ("reason", "")]).is(422).shows("理由を書いてください");
    assert!(server.app().stops().unwrap().is_empty());
    let answer = takahashi.post("/stops", &[("scope", "all"), ("reason", "地震が起きたため")]);
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/stops?done=stopped"));
    let page = takahashi.get("/stops?done=stopped");
    page.shows("停止中：すべてのアカウント").shows("地震が起きたため").shows("発信 停止中");
    page.shows("「図書館の展示は日曜まで」").shows("「台所の豆知識」").hides("「部品の販売を続けます」");
    let shown = server.desk(server.post(TOMORROW)).parts.iter().map(|part| part.shown).collect::<Vec<_>>();
    assert!(shown.iter().all(|state| *state == DeliveryState::Held), "{shown:?}");
}

#[test]
fn whoever_ordered_a_stop_cannot_lift_it_and_lifting_sends_nothing() {
    let server = Server::demo();
    let kobayashi = server.sign_in("kobayashi");
    kobayashi.post("/stops", &[("scope", "all"), ("reason", "確かめるため")]).is(303);
    let lifting = format!("/stops/{}/lifting", stop_id(&server));
    kobayashi.get("/stops").shows("自分が命じた停止は解けません").hides(&lifting);
    kobayashi.post(&lifting, &[("reason", "済んだ")]).is(422).shows("自分が命じた停止は解けません");
    // An operator may stop, and not lift.
    server.sign_in("takahashi").get("/stops").shows("再開できるのは委員です。").hides(&lifting);
    server.sign_in("takahashi").post(&lifting, &[("reason", "済んだ")]).is(403);

    // Tomorrow at half past nine: its time has come and gone.
    server.clock.advance_minutes(24 * 60 - 30);
    jobs::look(server.app()).unwrap();
    let nakamura = server.sign_in("nakamura");
    nakamura.get("/stops").shows(&lifting);
    nakamura.post(&lifting, &[("reason", " ")]).is(422).shows("理由を書いてください");
    assert_eq!(nakamura.post(&lifting, &[("reason", "安全が確かめられた")]).location(), "/stops?done=lifted");
    jobs::look(server.app()).unwrap();
    let post = server.post(TOMORROW);
    let missed = |part: &shingi_app::queries::desk::Part| {
        matches!(part.delivery.progress, Progress::Missed { stopped: true, .. })
    };
    assert!(server.desk(post).parts.iter().all(missed), "lifting flushed what was missed");
    let page = server.sign_in("takahashi").get("/stops");
    page.shows(TOMORROW).shows("発信が止められているあいだに").shows("安全が確かめられた");
    page.shows(&format!("/posts/{post}/deliveries/")).shows("name=\"back\" value=\"/stops\"");
    // Once lifted it is over.
    nakamura.post(&lifting, &[("reason", "もう一度")]).is(422).shows("もう解かれています");
}

#[test]
fn a_stop_of_one_account_holds_that_account_only() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let desk = server.desk(server.post(TOMORROW));
    let account = desk.parts[0].delivery.account;
    takahashi
        .post("/stops", &[("scope", "nobody"), ("reason", "x")])
        .is(422)
        .shows("止める範囲を一覧から選んでください");
    takahashi.post("/stops", &[("scope", &account.to_string()), ("reason", "確かめるため")]).is(303);
    for part in &server.desk(server.post(TOMORROW)).parts {
        let held = part.shown == DeliveryState::Held;
        assert_eq!(held, part.delivery.account == account);
    }
}

#[test]
fn everybody_may_know_that_sending_is_stopped_and_only_those_who_read_posts_what_was_in_flight() {
    let server = Server::demo();
    server.sign_in("takahashi").post("/stops", &[("scope", "all"), ("reason", "確かめるため")]).is(303);
    for login in ["matsumoto", "yamada"] {
        let page = server.sign_in(login).get("/stops");
        page.is(200).shows("停止中：すべてのアカウント").hides("図書館の展示は日曜まで").hides("工場のまわりの草刈り");
    }
    server.sign_in("matsumoto").post("/stops", &[("scope", "all"), ("reason", "x")]).is(403);
}

#[test]
fn a_missed_posts_link_covers_its_own_line_and_not_the_page_with_the_stop_button() {
    let server = Server::demo();
    let page = server.sign_in("takahashi").get("/stops");
    // The link of a `.row` is as large as its row; outside one it would be as large as the page.
    page.shows("工場のまわりの草刈り").hides("class=\"row__title\"");
}
