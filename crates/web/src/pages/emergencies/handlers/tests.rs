//! Two people open the lane, checks are shown, the committee looks back, and every use is listed (1-7, 2-5, 2-9).

use shingi_domain::{id::PostId, policy::Class};

use crate::testing::{Browser, Server};

fn write(server: &Server, who: &Browser<'_>, text: &str) -> PostId {
    let accounts = server.app().accounts().unwrap();
    let news =
        accounts.iter().find(|account| account.details.kept().is_some_and(|d| d.name == "あさなぎ機器 お知らせ"));
    let news = news.unwrap().id.to_string();
    let seen = who.post("/posts", &[("text", text), ("account", &news), ("class", "routine")]);
    seen.is(303).location().split('/').nth(2).unwrap().parse().unwrap()
}

fn join(server: &Server, who: &Browser<'_>, post: PostId, read: &str) -> crate::testing::Seen {
    let digests = server.desk(post).open_digests();
    let digests = digests.iter().map(|(delivery, digest)| (format!("digest.{delivery}"), digest.0.to_string()));
    let digests = digests.collect::<Vec<_>>();
    let mut fields = digests.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
    fields.push(("read", read));
    who.post(&format!("/posts/{post}/emergency/joining"), &fields)
}

const RECALL: &str = "ご使用を中止してください。発火のおそれがあるそうです。";

#[test]
fn two_people_open_the_lane_and_the_committee_looks_back() {
    let server = Server::demo();
    let (sato, takahashi) = (server.sign_in("sato"), server.sign_in("takahashi"));
    let post = write(&server, &sato, RECALL);
    let (page, path) = (format!("/posts/{post}"), format!("/posts/{post}/emergency"));
    sato.get(&page).is(200).shows("緊急で出す");
    sato.post(&path, &[("reason", " ")]).is(422).shows("id=\"lane-reason-error\"");
    let opened = sato.post(&path, &[("reason", "発火のおそれ")]);
    assert_eq!(opened.is(303).location(), format!("{page}?done=emergency-opened"));
    sato.get(&page).shows("加わるもうひとりを待っています");
    assert_ne!(server.desk(post).parts[0].obligations.class, Class::Emergency);

    // Whoever wrote it cannot be the second, and nobody joins without having read.
    join(&server, &sato, post, "yes").is(403);
    server.sign_in("ito").get("/").is(200).shows("緊急で出そうとしています");
    takahashi.get(&format!("/reviews/{post}")).is(200).shows("発火のおそれ").shows("緊急で出すことに加わる");
    join(&server, &takahashi, post, "").is(422).shows("id=\"join-read-error\"");
    assert_eq!(join(&server, &takahashi, post, "yes").is(303).location(), format!("{page}?done=emergency-joined"));
    let desk = server.desk(post);
    assert!(desk.parts[0].is_cleared() && desk.parts[0].obligations.class == Class::Emergency);
    assert!(!desk.parts[0].obligations.findings.is_empty(), "checks are shown");

    let delivery = desk.parts[0].delivery.id;
    assert!(
        takahashi
            .post(&format!("/posts/{post}/deliveries/{delivery}/attempts"), &[])
            .is(303)
            .location()
            .contains("publishing")
    );
    server.clock.set(server.app().now().plus_minutes(1));
    shingi_app::jobs::look(server.app()).unwrap();
    assert!(server.desk(post).post.emergencies[0].is_owed_a_review());

    // Owed to the committee, listed for the auditor.
    let kobayashi = server.sign_in("kobayashi");
    kobayashi.get("/").is(200).shows("委員会として見直してください");
    for login in ["sasaki", "kobayashi", "takahashi"] {
        server.sign_in(login).get("/emergencies").is(200).shows("発火のおそれ").shows("委員会の見直し");
    }
    server.sign_in("matsumoto").get("/emergencies").is(403);
    let review = format!("{path}/review");
    takahashi.post(&review, &[("words", "よい")]).is(403);
    kobayashi.post(&review, &[("words", "")]).is(422).shows("id=\"lane-words-error\"");
    kobayashi.post(&review, &[("words", "型番に誤りはない")]).is(303);
    server.sign_in("sasaki").get("/emergencies").shows("型番に誤りはない").hides("委員会の見直し：");
    kobayashi.get(&page).shows("全体を、委員会としてあとから確かめました");
    kobayashi.get("/").hides("委員会として見直してください");
}

#[test]
fn nothing_declares_itself_an_emergency() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, RECALL);
    let news = server.desk(post).world.accounts.keys().next().unwrap().to_string();
    let body = format!("{{\"class\":\"emergency\",\"text\":\"x\",\"accounts\":[{{\"account\":\"{news}\"}}]}}");
    let token = format!("Bearer {}", server.token("sato"));
    let headers = [("authorization", token.as_str()), ("content-type", "application/json")];
    sato.ask("POST", "/api/v1/posts", &headers, body).is(422).shows("class");
}
