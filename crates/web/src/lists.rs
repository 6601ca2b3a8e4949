//! Every list that is longer than its page says so and leads on: nothing ends silently, nothing is shown twice (1-7, 2-9).

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Request, header},
};
use shingi_app::jobs;
use shingi_domain::{id::PostId, policy::Consulted};

use crate::testing::{Seen, Server};

/// Asserts that each of the posts is led to once.
#[track_caller]
fn each_once(pages: &str, prefix: &str, posts: &[PostId]) {
    for post in posts {
        let address = format!("href=\"{prefix}{post}\"");
        assert_eq!(pages.matches(&address).count(), 1, "`{address}`");
    }
}

#[test]
fn posts_of_one_instant_are_listed_once_each_over_all_pages() {
    let server = Server::demo();
    let posts = server.hand_in(65);
    let takahashi = server.sign_in("takahashi");
    each_once(&takahashi.leaf_through("/posts"), "/posts/", &posts);
    each_once(&takahashi.leaf_through("/posts?state=submitted"), "/posts/", &posts);
    each_once(&takahashi.leaf_through("/posts?q=%E7%B6%9A%E3%81%8D%E7%89%A9"), "/posts/", &posts);
    takahashi.get("/posts?q=%E7%B6%9A%E3%81%8D%E7%89%A9").shows("before=").shows("q=%E7%B6%9A");
    // What is no cursor begins at the newest.
    takahashi.get("/posts?before=1795482000000000").is(200).shows("続き物");
}

#[test]
fn everything_that_waits_for_somebody_is_reached_from_today_and_from_the_review_box() {
    let server = Server::demo();
    let posts = server.hand_in(65);
    let takahashi = server.sign_in("takahashi");
    each_once(&takahashi.leaf_through("/reviews"), "/reviews/", &posts);
    each_once(&takahashi.leaf_through("/"), "/reviews/", &posts);
    each_once(&server.sign_in("sato").leaf_through("/reviews?tab=mine"), "/posts/", &posts);
    // The writer's own do not wait for her review, and the queue beside a text is as long as it says.
    server.sign_in("sato").get("/").hides(&format!("/reviews/{}", posts[0]));
    takahashi.get(&format!("/reviews/{}", posts[0])).is(200);
}

#[test]
fn a_consultation_beyond_the_newest_is_listed_and_opens() {
    let server = Server::demo();
    let sato = server.sign_in("sato").signed;
    let mut asked = Vec::new();
    for post in server.hand_in(35) {
        let done = server.app().consult_on_post(&sato, post, Consulted::Committee, "よいでしょうか。".into()).unwrap();
        asked.push(done.post.consultations[0].id);
    }
    let kobayashi = server.sign_in("kobayashi");
    let pages = kobayashi.leaf_through("/consultations");
    for id in &asked {
        assert_eq!(pages.matches(&format!("href=\"/consultations/{id}\"")).count(), 1);
        kobayashi.get(&format!("/consultations/{id}")).is(200).shows("よいでしょうか。");
    }
    kobayashi.get("/consultations").shows("36");
    // Neither writer nor reader, and nobody's manager.
    let yamada = server.sign_in("yamada");
    let may_read = yamada.get("/posts").status == 200;
    yamada.get(&format!("/consultations/{}", asked[0])).is(if may_read { 200 } else { 404 });
    server.sign_in("matsumoto").get(&format!("/consultations/{}", asked[0])).is(404);
}

#[test]
fn what_was_missed_is_reached_one_by_one_however_much_it_is() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let posts = server.hand_in(33);
    for post in &posts {
        for part in server.desk(*post).parts {
            let due = server.app().now().plus_minutes(1);
            server.app().schedule_delivery(&takahashi.signed, *post, part.delivery.id, due).unwrap();
        }
    }
    server.clock.advance_minutes(60);
    jobs::look(server.app()).unwrap();
    let pages = takahashi.leaf_through("/stops");
    each_once(&pages, "/posts/", &posts);
    let expired = takahashi.leaf_through("/reviews?tab=expired");
    each_once(&expired, "/posts/", &posts);
}

#[test]
fn an_account_leads_to_everything_that_it_published_and_to_no_empty_page() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let posts = server.hand_in(41);
    for post in &posts {
        let digests = server.desk(*post).open_digests();
        server.app().approve_post(&takahashi.signed, *post, digests, String::new()).unwrap();
    }
    server.clock.advance_minutes(60);
    let due = server.app().now().plus_minutes(1);
    let mut said = Vec::new();
    for post in &posts {
        for part in server.desk(*post).parts {
            server.app().schedule_delivery(&takahashi.signed, *post, part.delivery.id, due).unwrap();
            said.push(part.delivery.id);
        }
    }
    server.clock.advance_minutes(2);
    jobs::look(server.app()).unwrap();
    let stranger = |path: &str| server.send(Request::get(path).body(Body::empty()).unwrap());
    let (mut path, mut pages, mut all) = (Some("/official/news".to_owned()), 0, String::new());
    while let Some(next) = path {
        let page = stranger(&next);
        page.is(200).shows("itemtype=\"https://schema.org/SocialMediaPosting\"");
        path = page.next_page();
        (pages, all) = (pages + 1, all + &page.body);
    }
    for delivery in said {
        assert_eq!(all.matches(&format!("href=\"/official/news/{delivery}\"")).count(), 1);
    }
    let posts_on_the_pages = all.matches("itemprop=\"url\"").count();
    assert_eq!(pages, posts_on_the_pages.div_ceil(20), "{posts_on_the_pages} posts");
}

/// Where a program's list goes on.
fn link(seen: &Seen) -> Option<String> {
    let link = seen.headers.get(header::LINK)?.to_str().unwrap();
    Some(link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned())
}

#[test]
fn lists_of_the_api_link_to_their_next_page_until_their_end() {
    let server = Server::demo();
    let posts = server.hand_in(25);
    let ask = |path: &str, login: &str| {
        let bearer = format!("Bearer {}", server.token(login));
        server.send(Request::get(path).header("authorization", bearer).body(Body::empty()).unwrap())
    };
    let leaf = |first: &str, login: &str, key: &str| {
        let (mut path, mut seen) = (Some(first.to_owned()), Vec::new());
        while let Some(next) = path {
            let page = ask(&next, login);
            page.is(200);
            let rows = serde_json::from_str::<Vec<serde_json::Value>>(&page.body).unwrap();
            seen.extend(rows.iter().map(|row| row[key].to_string()));
            path = link(&page);
        }
        seen
    };
    let found = leaf("/api/v1/posts?stage=submitted&q=%E7%B6%9A%E3%81%8D%E7%89%A9&count=10", "sato", "id");
    let unique = found.iter().collect::<BTreeSet<_>>();
    assert_eq!((found.len(), unique.len()), (posts.len(), posts.len()));
    let lines = leaf("/api/v1/records?count=300", "sasaki", "pos");
    let size = server.app().store.read(|read| read.size(shingi_store::Log::Record)).unwrap();
    assert_eq!(lines.len() as u64, size);
    ask("/api/v1/posts?before=yesterday", "sato").is(422).shows("before");
}

#[test]
fn the_record_is_leafed_through_by_kind_person_and_day() {
    let server = Server::demo();
    server.hand_in(30);
    let sasaki = server.sign_in("sasaki");
    let all = server.app().store.read(|read| read.before(shingi_store::Log::Record, None, 1_000)).unwrap();
    let rows = |pages: &str| pages.matches("class=\"events__when").count();
    assert_eq!(rows(&sasaki.leaf_through("/records")), all.len());
    let accounts = all.iter().filter(|line| line.kind.starts_with("account_")).count();
    assert_eq!(rows(&sasaki.leaf_through("/records?type=account")), accounts);
    let sato = server.sign_in("sato").signed;
    let by_sato = all.iter().filter(|line| line.actor == sato.actor().to_string()).count();
    assert_eq!(rows(&sasaki.leaf_through(&format!("/records?who={}", sato.id()))), by_sato);
    // 24 November 2026 in Tokyo begins ten hours before the clock of the tests.
    let midnight = crate::testing::TODAY.plus_minutes(-600).0;
    let today = all.iter().filter(|line| line.at >= midnight).count();
    assert_eq!(rows(&sasaki.leaf_through("/records?from=2026-11-24")), today);
    assert_eq!(rows(&sasaki.leaf_through("/records?until=2026-11-23")), all.len() - today);
    assert_eq!(rows(&sasaki.leaf_through("/records?from=2026-11-25")), 0);
}
