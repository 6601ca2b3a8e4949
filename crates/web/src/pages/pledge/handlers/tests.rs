//! The pledge through the router: 松本 has not acknowledged yet, 小林 of the committee neither.

use shingi_app::use_cases::acknowledge_policy::questions;
use shingi_domain::{certification::Capability, time::Timestamp};

use crate::testing::Server;

/// The quiz's form, with the first `wrong` answers wrong.
fn form(server: &Server, wrong: usize) -> Vec<(String, String)> {
    let in_force = server.app().in_force().unwrap();
    let answer = |(nth, (key, question)): (usize, ((_, usize), &shingi_check::pack::Question))| {
        let choice = if nth < wrong { (question.right() + 1) % 2 } else { question.right() };
        (super::field(key), choice.to_string())
    };
    questions(&in_force.pack).enumerate().map(answer).collect()
}

fn lines(server: &Server) -> u64 {
    server.app().store.read(|read| read.size(shingi_store::Log::Record)).unwrap()
}

#[test]
fn an_employee_reads_passes_the_quiz_and_acknowledges_on_three_pages() {
    let server = Server::demo();
    let matsumoto = server.sign_in("matsumoto");
    matsumoto.get("/").is(200).shows("方針を読んで確認する");
    matsumoto
        .get("/pledge")
        .is(200)
        .shows("/policy/1-10")
        .shows("2. 確認テストに答える")
        .hides("読みました。確認します");
    let form = form(&server, 0);
    let fields = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
    matsumoto.post("/pledge/quiz", &fields).is(200).shows("合格です");
    matsumoto.get("/pledge").shows("読みました。確認します");
    assert_eq!(matsumoto.post("/pledge", &[]).is(303).location(), "/pledge?done=acknowledged");
    matsumoto.get("/pledge").is(200).shows("確認の控え").hides("読みました。確認します");
    matsumoto.get("/").hides("方針を読んで確認する");
}

#[test]
fn a_try_that_fails_explains_and_leaves_no_trace_on_the_record() {
    let server = Server::demo();
    let matsumoto = server.sign_in("matsumoto");
    let before = lines(&server);
    let form = form(&server, 4);
    let fields = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
    matsumoto.post("/pledge/quiz", &fields).is(200).shows("不正解").shows("もう一度答える");
    matsumoto.post("/pledge/quiz", &fields[..3]).is(422).shows("答えていない問い");
    matsumoto.post("/pledge", &[]).is(422).shows("先に確認テスト");
    assert_eq!(lines(&server), before);
}

#[test]
fn who_looks_after_it_sees_by_name_who_is_still_to_acknowledge_and_takes_it_as_a_table() {
    let server = Server::demo();
    server.sign_in("sato").get("/acknowledgements").is(403);
    let yoshida = server.sign_in("yoshida");
    yoshida.get("/acknowledgements").is(200).shows("小林 由美").shows("松本").hides("佐藤 美咲");
    let table = yoshida.get("/acknowledgements/export").is(200).body.clone();
    assert!(table.starts_with('\u{feff}') && table.lines().count() == 3 && table.contains("\"小林 由美\""), "{table}");
}

#[test]
fn a_certification_lapses_with_the_acknowledgement_when_a_new_version_is_late() {
    let server = Server::demo();
    let world = || server.app().store.read(|read| server.app().world(read, server.app().now())).unwrap();
    let sato = server.sign_in("sato").signed.id();
    let news = world().accounts.values().next().unwrap().id;
    let speaks = |days: i64| {
        let now = server.app().now();
        let mut world = (*world()).clone();
        let adopted = world.adopted.as_mut().unwrap();
        (adopted.pack_hash, adopted.effective) = (shingi_domain::id::BlobId::of(b"a later pack"), now);
        let later = now.plus_micros(days * Timestamp::DAY);
        world.certification(sato, news, Capability::Write, later).is_some()
    };
    assert!(speaks(29) && !speaks(30));
}
