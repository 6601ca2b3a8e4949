//! Who may approve, what is approved, and what an edit does to it (1-7, 2-1, 2-9).

use shingi_app::use_cases::save_draft::PostForm;
use shingi_domain::{id::PostId, post::Progress};

use crate::testing::{Browser, Server};

const LAUNCH: &str = "せせらぎ2 発売のお知らせ";
const GATHERING: &str = "内定者の集まり";

/// The fields of the approval form as the page gives them.
fn form(server: &Server, post: PostId) -> Vec<(String, String)> {
    let desk = server.desk(post);
    let mut fields = vec![("read".to_owned(), "yes".to_owned()), ("comment".to_owned(), String::new())];
    for (delivery, digest) in desk.open_digests() {
        fields.push((format!("digest.{delivery}"), digest.0.to_string()));
    }
    fields
}

fn approve(browser: &Browser<'_>, post: PostId, fields: &[(String, String)]) -> crate::testing::Seen {
    let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
    browser.post(&format!("/posts/{post}/approvals"), &fields)
}

fn edit(server: &Server, author: &str, post: PostId, from: &str, to: &str) {
    let desk = server.desk(post);
    let form = PostForm::of(&desk.post);
    let form = PostForm { text: form.text.replace(from, to), ..form };
    server.app().revise_post(&server.sign_in(author).signed, post, form, desk.post.revision).unwrap();
}

#[test]
fn an_author_sees_why_they_cannot_approve_and_is_refused_when_they_try() {
    let server = Server::demo();
    let (sato, post) = (server.sign_in("sato"), server.post(LAUNCH));
    let page = sato.get(&format!("/reviews/{post}"));
    page.is(200).shows("自分が書いた発信は承認も差し戻しもできません").hides(&format!("/posts/{post}/approvals"));
    let answer = approve(&sato, post, &form(&server, post));
    answer.is(403).shows("自分が書いた発信を、自分で通すことはできません。");
    assert!(server.desk(post).post.approvals.is_empty());
}

#[test]
fn somebody_without_the_certification_cannot_approve() {
    let server = Server::demo();
    let post = server.post(GATHERING);
    for login in ["watanabe", "kobayashi"] {
        let person = server.sign_in(login);
        person.get(&format!("/reviews/{post}")).is(200).shows("認定が、いま有効ではありません").hides("/approvals\"");
        approve(&person, post, &form(&server, post)).is(403).shows("認定が、いま有効ではありません");
    }
    // Not even a reader of posts.
    approve(&server.sign_in("matsumoto"), post, &form(&server, post)).is(403);
    assert!(server.desk(post).post.approvals.is_empty());
}

#[test]
fn other_bytes_than_those_that_were_seen_are_not_approved_and_the_page_shows_what_stands_now() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post(LAUNCH));
    let seen = form(&server, post);
    edit(&server, "sato", post, "38%", "37%");
    server.app().submit_post(&server.sign_in("sato").signed, post).unwrap();
    let answer = approve(&ito, post, &seen);
    answer.is(409).shows("見ていただいた文面は、もう今の文面ではありません").shows("37%").shows("id=\"approve-error\"");
    approve(&ito, post, &[("read".to_owned(), "yes".to_owned())]).is(409);
    assert!(server.desk(post).post.approvals.is_empty());
}

#[test]
fn approving_takes_the_tick_and_keeps_what_was_typed_without_it() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post(LAUNCH));
    let fields = form(&server, post).into_iter().filter(|(name, _)| name != "read");
    let mut fields = fields.filter(|(name, _)| name != "comment").collect::<Vec<_>>();
    fields.push(("comment".to_owned(), "数字は報告書と合っています".to_owned()));
    let answer = approve(&ito, post, &fields);
    answer.is(422).shows("最後まで見たら").shows("数字は報告書と合っています");
    assert!(server.desk(post).post.approvals.is_empty());
}

#[test]
fn an_approval_counts_until_an_edit_voids_it_and_the_page_says_so() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post(LAUNCH));
    ito.get("/reviews").is(200).shows(LAUNCH).shows("はじめて届きました");
    let page = ito.get(&format!("/reviews/{post}"));
    page.is(200).shows("はじめて見る文面です。").shows("このまま送られる文面").hides("もう効きません");
    let answer = approve(&ito, post, &form(&server, post));
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/reviews?done=approved"));
    ito.get("/reviews?done=approved").is(200).shows("承認しました").hides(&format!("/reviews/{post}"));

    edit(&server, "sato", post, "38%", "37%");
    server.app().submit_post(&server.sign_in("sato").signed, post).unwrap();
    ito.get("/reviews").shows(LAUNCH).shows("前に見てから変わりました（消えた文字 2字、増えた文字 2字）");
    let page = ito.get(&format!("/reviews/{post}"));
    page.shows("伊藤 さくらさんの承認（第1版").shows("もう効きません");
    page.shows("<del>38</del>").shows("<ins>37</ins>").shows("あなたが見た第1版 → 第2版");
}

#[test]
fn a_return_needs_words_and_goes_back_to_its_author() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post(LAUNCH));
    let path = format!("/posts/{post}/returns");
    ito.post(&path, &[("comment", " ")]).is(422).shows("どこを、なぜ直すかを書いてください");
    assert_eq!(ito.post(&path, &[("comment", "何と比べた数字ですか")]).location(), "/reviews?done=given-back");
    let sato = server.sign_in("sato");
    sato.get("/reviews?tab=returned").is(200).shows(LAUNCH).shows("伊藤 さくらさんから：何と比べた数字ですか");
    // A second return says why it is none.
    ito.get(&format!("/reviews/{post}")).shows("差し戻されています");
    ito.post(&path, &[("comment", "もう一度")]).is(409);
}

#[test]
fn a_form_without_the_sessions_token_does_nothing() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post(LAUNCH));
    ito.post_bare(&format!("/posts/{post}/returns"), &[("comment", "x"), ("csrf", "x")]).is(403);
    assert!(server.desk(post).post.returned.is_none());
}

#[test]
fn the_box_has_what_was_missed_and_nobody_reads_it_without_the_right() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    sato.get("/reviews?tab=expired").is(200).shows("工場のまわりの草刈り");
    sato.get("/reviews?tab=mine").is(200).shows(LAUNCH).hides("内定者の集まり");
    server.sign_in("matsumoto").get("/reviews").is(403);
    let missed = server.desk(server.post("工場のまわりの草刈り"));
    assert!(missed.parts.iter().any(|part| matches!(part.delivery.progress, Progress::Missed { .. })));
}

const HINT: &str = "その日の水の使い方が分かる。";

/// Three everyday posts with one benefit, handed in.
fn series(server: &Server) -> Vec<PostId> {
    let sato = server.sign_in("sato").signed;
    let accounts = server.app().accounts().unwrap();
    let news =
        accounts.iter().find(|account| account.details.kept().is_some_and(|d| d.name == "あさなぎ機器 お知らせ"));
    let account = news.unwrap().id;
    let texts = ["おはようございます。", "お昼になりました。", "今日もおつかれさまでした。"];
    let write = |text: &str| {
        let post = server.app().draft_post(&sato, false).unwrap().post.id;
        let form = PostForm::of(&server.desk(post).post);
        let form = PostForm { text: text.into(), benefit: HINT.into(), accounts: vec![(account, None)], ..form };
        server.app().revise_post(&sato, post, form, 0).unwrap();
        server.app().submit_post(&sato, post).unwrap();
        post
    };
    texts.map(write).into()
}

/// The hidden fields of the page's own form.
fn hidden(seen: &crate::testing::Seen) -> Vec<(String, String)> {
    let fields = seen.body.split("<input type=\"hidden\" name=\"digest.").skip(1);
    let field = |rest: &str| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (format!("digest.{name}"), rest.split('"').next().unwrap().to_owned())
    };
    fields.map(field).collect()
}

fn send(browser: &Browser<'_>, path: &str, seen: &crate::testing::Seen, approve: bool) -> crate::testing::Seen {
    let fields = hidden(seen);
    let mut fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
    if approve {
        fields.push(("approve", "yes"));
    }
    browser.post(path, &fields)
}

#[test]
fn a_series_is_read_one_by_one_and_approved_with_one_press_each_on_its_own_record() {
    let server = Server::demo();
    let posts = series(&server);
    let takahashi = server.sign_in("takahashi");
    let path = format!("/reviews/{}/series", posts[0]);
    takahashi.get("/reviews").is(200).shows("連載3件").shows("/series\"");
    // Who wrote it has none to review.
    server.sign_in("sato").get("/reviews").is(200).hides("/series\"");
    assert_eq!(server.sign_in("sato").get(&path).is(303).location(), "/reviews");
    let mut page = takahashi.get(&path);
    page.is(200).shows("3件のうち1件目").hides("value=\"yes\"");
    // Nothing is approved before each was opened.
    send(&takahashi, &path, &page, true).is(409).shows("1件も承認していません");
    assert!(posts.iter().all(|post| server.desk(*post).post.approvals.is_empty()));
    for place in ["3件のうち2件目", "3件のうち3件目"] {
        page = send(&takahashi, &path, &page, false);
        page.is(200).shows(place);
    }
    page = send(&takahashi, &path, &page, false);
    page.is(200).shows("3件すべてを読みました");
    assert_eq!(send(&takahashi, &path, &page, true).is(303).location(), "/reviews?done=series-approved");
    for post in &posts {
        let desk = server.desk(*post);
        assert_eq!(desk.post.approvals.len(), 1);
        assert!(desk.parts[0].is_cleared());
    }
}

#[test]
fn a_doubt_or_an_edit_in_between_approves_none_of_them() {
    let server = Server::demo();
    let posts = series(&server);
    let takahashi = server.sign_in("takahashi");
    let path = format!("/reviews/{}/series", posts[0]);
    let mut page = takahashi.get(&path);
    for _ in 0..3 {
        page = send(&takahashi, &path, &page, false);
    }
    page.is(200).shows("3件すべてを読みました");
    let seen = posts.iter().map(|post| (*post, server.desk(*post).open_digests())).collect::<Vec<_>>();
    server.app().raise_doubt(&server.sign_in("ito").signed, posts[2], "本当に朝か".into()).unwrap();
    assert!(server.app().approve_series(&takahashi.signed, seen).is_err());
    edit(&server, "sato", posts[1], "お昼", "昼");
    server.app().submit_post(&server.sign_in("sato").signed, posts[1]).unwrap();
    send(&takahashi, &path, &page, true).is(409).shows("昼になりました");
    assert!(posts.iter().all(|post| server.desk(*post).post.approvals.is_empty()));
}
