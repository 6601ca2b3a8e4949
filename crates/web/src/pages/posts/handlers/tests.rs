//! Stories through the router, as a browser without script would live them.

use axum::http::header;
use serde_json::Value;
use shingi_domain::{id::PostId, post::DeliveryState};

use crate::{
    problem::encode,
    testing::{Browser, Seen, Server},
};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const TEXT: &str = "お問い合わせは森田（090-1234-5678）まで。\n本日は、広報部・小鳥遊りんの34歳の誕生日です。";

fn account(server: &Server, name: &str) -> String {
    let accounts = server.app().accounts().unwrap();
    let named =
        |account: &&shingi_domain::account::Account| account.details.kept().is_some_and(|details| details.name == name);
    accounts.iter().find(named).unwrap().id.to_string()
}

fn news(server: &Server) -> String {
    account(server, "あさなぎ機器 お知らせ")
}

/// Writes a new post for the news page, and gives its id.
fn write(server: &Server, who: &Browser<'_>, text: &str) -> PostId {
    let seen = who.post("/posts", &[("text", text), ("account", &news(server)), ("class", "routine")]);
    assert_eq!(seen.is(303).location().split('?').nth(1), Some("done=drafted"));
    seen.location().split('/').nth(2).unwrap().parse().unwrap()
}

/// A form's body, with the token.
fn body(who: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let pairs = std::iter::once(("csrf", who.csrf.as_str())).chain(fields.iter().copied());
    pairs.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

fn check(who: &Browser<'_>, post: PostId, fields: &[(&str, &str)]) -> Value {
    let path = format!("/posts/{post}/findings");
    let seen = who.ask("POST", &path, &[FORM, ("accept", "application/json")], body(who, fields));
    serde_json::from_str(&seen.is(200).body).unwrap()
}

/// The values of an attribute in a page.
fn values<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_text_is_written_checked_changed_answered_and_submitted() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    sato.get("/posts/new").is(200).shows("あさなぎ機器 お知らせ").hides("value=\"emergency\"");
    let post = write(&server, &sato, TEXT);

    let edit = sato.get(&format!("/posts/{post}/edit"));
    edit.is(200).shows("090-1234-5678").shows("personal/phone_number").shows("確認に出す前に");
    assert!(!edit.body.contains('⟪'), "{}", edit.words());

    let news = news(&server);
    let report = check(&sato, post, &[("text", TEXT), ("account", &news), ("class", "routine")]);
    let phone = report["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "personal/phone_number").unwrap();
    let units = TEXT.encode_utf16().collect::<Vec<_>>();
    let (start, end) = (phone["start"].as_u64().unwrap() as usize, phone["end"].as_u64().unwrap() as usize);
    assert_eq!(String::from_utf16(&units[start..end]).unwrap(), phone["quote"].as_str().unwrap());
    assert_eq!(phone["variant"], "");

    // The words are changed, and what the other finding asks for is answered.
    let better = "お問い合わせは下のページのフォームへ。\n本日は、広報部・小鳥遊りんの34歳の誕生日です。";
    let fields = [
        ("based_on", "1"),
        ("text", better),
        ("account", news.as_str()),
        ("class", "routine"),
        ("benefit", "連絡の仕方が分かる。"),
    ];
    let saved = sato.post(&format!("/posts/{post}/draft"), &fields);
    assert!(saved.is(303).location().ends_with("done=saved"));
    let edit = sato.get(&format!("/posts/{post}/edit"));
    edit.is(200).hides("personal/phone_number").shows("personal/birth_date");
    let key = values(&edit.body, "name=\"answer.1.key\" value=\"")[0].to_owned();
    let answer = [
        ("n", "1"),
        ("answer.1.key", key.as_str()),
        ("answer.1.kind", "consent"),
        ("answer.1.text", "本人の許しを得た"),
        ("answer.1.url", ""),
    ];
    let answered = sato.post(&format!("/posts/{post}/answers"), &answer);
    assert!(answered.is(303).location().ends_with("done=answered"));
    sato.get(&format!("/posts/{post}/edit")).is(200).shows("本人の許しを得た").shows("残っている義務はありません");

    let submitted = sato.post(&format!("/posts/{post}/submission"), &[]);
    assert!(submitted.is(303).location().ends_with("done=submitted"));
    let desk = server.desk(post);
    assert_eq!(desk.parts[0].shown, DeliveryState::Waiting);
    assert_eq!(desk.post.draft_kept().unwrap().text, better);
    let page = sato.get(&format!("/posts/{post}"));
    page.is(200).shows("確認待ち").hides(&format!("/reviews/{post}"));
    assert!(!page.body.contains('⟪'), "{}", page.words());
    let reviewer = server.sign_in("takahashi").get(&format!("/posts/{post}"));
    reviewer.is(200).shows(&format!("/reviews/{post}"));
}

#[test]
fn submitting_saves_what_was_typed_last_and_a_second_press_is_no_error() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, "一");
    let news = news(&server);
    let path = format!("/posts/{post}/submission");
    let typed = [("based_on", "1"), ("text", "二"), ("account", news.as_str()), ("benefit", "分かる")];
    assert!(sato.post(&path, &typed).is(303).location().ends_with("done=submitted"));
    assert_eq!(server.desk(post).post.draft_kept().unwrap().text, "二");
    assert_eq!(sato.post(&path, &[]).is(303).location(), format!("/posts/{post}"));
    // Somebody else saved in between: the difference comes first, and nothing is submitted.
    let late = [("based_on", "1"), ("text", "三"), ("account", news.as_str())];
    sato.post(&path, &late).is(409).shows("<ins>三</ins>");
    assert_eq!(server.desk(post).post.draft_kept().unwrap().text, "二");
    let none = write(&server, &sato, "宛先なし");
    sato.post(&format!("/posts/{none}/submission"), &[("based_on", "1"), ("text", "宛先なし")])
        .is(422)
        .shows("アカウントを1つ以上選んでください");
}

#[test]
fn findings_have_the_same_numbers_for_the_script_and_for_the_eye() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, TEXT);
    let (news, x) = (news(&server), account(&server, "あさなぎ機器【公式】"));
    let own = format!("variant.{x}");
    let fields = [
        ("text", TEXT),
        ("account", news.as_str()),
        ("account", x.as_str()),
        (own.as_str(), "こちらは 090-9999-8888 まで"),
        ("class", "routine"),
    ];
    let report = check(&sato, post, &fields);
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["variant"] == x.as_str()), "{findings:?}");
    let path = format!("/posts/{post}/findings");
    let panel = sato.ask("POST", &path, &[FORM, ("accept", "text/html")], body(&sato, &fields));
    let keys = values(&panel.is(200).body, "data-key=\"");
    assert_eq!(keys.len(), findings.len());
    for finding in findings {
        let place = format!("data-key=\"{}\" id=\"f{}\"", finding["key"].as_str().unwrap(), finding["n"]);
        panel.shows(&place);
    }
    assert!(!panel.body.contains("<html"));
}

#[test]
fn the_second_of_two_writers_is_shown_the_difference_and_loses_nothing() {
    let server = Server::demo();
    let (sato, ito) = (server.sign_in("sato"), server.sign_in("ito"));
    let post = write(&server, &sato, "説明会は月曜です。");
    let news = news(&server);
    let path = format!("/posts/{post}/draft");
    let theirs = [("based_on", "1"), ("text", "説明会は火曜です。"), ("account", news.as_str()), ("class", "routine")];
    sato.post(&path, &theirs).is(303);
    let mine = [
        ("based_on", "1"),
        ("text", "説明会は水曜です。<b>"),
        ("account", news.as_str()),
        ("class", "campaign"),
        ("title", "説明会"),
        ("benefit", "日が分かる"),
        ("sources", "人事部"),
    ];
    let conflict = ito.post(&path, &mine);
    conflict.is(409).shows("<del>火曜</del>").shows("<ins>水曜</ins>").shows("佐藤 美咲").hides("<b>");
    for kept in ["説明会は水曜です。", "campaign", "日が分かる", "人事部", &news] {
        conflict.shows(kept);
    }
    // What stands is still the first writer's; the second can save over it knowingly.
    sato.get(&format!("/posts/{post}/edit")).shows("火曜");
    let mut again = mine;
    again[0].1 = "2";
    ito.post(&path, &again).is(303);
    ito.get(&format!("/posts/{post}/edit")).shows("水曜");
    // And both are still in the history.
    let history = sato.get(&format!("/posts/{post}/revisions?from=d2&to=d3"));
    history.is(200).shows("<del>火曜</del>").shows("<ins>水曜</ins>").shows("書きかけ");
}

#[test]
fn saving_by_itself_answers_with_the_new_version_and_never_overwrites() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, "一");
    let path = format!("/posts/{post}/draft");
    let news = news(&server);
    let put = |tag: Option<&str>, text: &str| -> Seen {
        let mut headers = vec![FORM];
        headers.extend(tag.map(|tag| ("if-match", tag)));
        sato.ask("PUT", &path, &headers, body(&sato, &[("text", text), ("account", &news), ("class", "routine")]))
    };
    let saved = put(Some("\"1\""), "二");
    assert_eq!(saved.is(204).headers.get(header::ETAG).unwrap(), "\"2\"");
    let late = put(Some("\"1\""), "三");
    assert_eq!(late.is(412).headers.get(header::ETAG).unwrap(), "\"2\"");
    put(None, "四").is(428);
    // The same words once more, as after an answer that was lost: not a conflict.
    assert_eq!(put(Some("\"1\""), "二").is(204).headers.get(header::ETAG).unwrap(), "\"2\"");
    put(Some("\"2\""), &"あ".repeat(100_001)).is(422);
    sato.get(&format!("/posts/{post}/edit")).shows("二");
}

#[test]
fn a_form_without_its_token_or_from_another_site_changes_nothing() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, "一");
    let news = news(&server);
    let fields = [("text", "二"), ("account", news.as_str()), ("based_on", "1")];
    sato.post_bare(&format!("/posts/{post}/draft"), &fields).is(403);
    let other = [FORM, ("sec-fetch-site", "cross-site")];
    sato.ask("POST", &format!("/posts/{post}/draft"), &other, body(&sato, &fields)).is(403);
    for noun in ["submission", "abandonment", "doubts", "consultations", "answers", "media"] {
        sato.post_bare(&format!("/posts/{post}/{noun}"), &[("reason", "x")]).is(403);
    }
    let desk = server.desk(post);
    assert!(desk.post.draft.is_none() && desk.post.submitted.is_none() && desk.post.doubts.is_empty());
    sato.get(&format!("/posts/{post}/edit")).shows("一");
}

#[test]
fn an_upload_of_another_type_says_what_was_expected_and_keeps_the_draft() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, "写真を加える前の文章。");
    let path = format!("/posts/{post}/media");
    let kind = ("content-type", "multipart/form-data; boundary=xyz");
    let upload = |name: &str, bytes: &[u8]| -> Seen {
        let mut body = format!("--xyz\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n", sato.csrf);
        body += &format!(
            "--xyz\r\ncontent-disposition: form-data; name=\"media\"; filename=\"{name}\"\r\n\
             content-type: image/png\r\n\r\n"
        );
        let mut body = body.into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--xyz--\r\n");
        sato.ask("POST", &path, &[kind], body)
    };
    upload("a.png", b"%PDF-1.7 not a picture").is(422).shows("PNG、JPEG、WebP、GIF").shows("写真を加える前の文章。");
    upload("a.png", b"").is(422).shows("加える画像を選んでください");

    let sample = server.post("年始のごあいさつの準備");
    assert_ne!(sample, post);
    let mut png = std::io::Cursor::new(Vec::new());
    image(&mut png);
    assert!(upload("a.svg", &png.into_inner()).is(303).location().ends_with("done=pictures-added"));
    let edit = sato.get(&format!("/posts/{post}/edit"));
    edit.is(200).shows("picture.0.blob").shows("写真を加える前の文章。");
    let source = values(&edit.body, "<img src=\"")[0].to_owned();
    let picture = sato.get(&source);
    assert_eq!(picture.is(200).headers.get(header::CONTENT_TYPE).unwrap(), "image/png");
    let policy = picture.headers.get(header::CONTENT_SECURITY_POLICY).unwrap();
    assert_eq!(policy, "default-src 'none'; sandbox");
    assert!(picture.headers.get(header::CACHE_CONTROL).unwrap().to_str().unwrap().starts_with("private"));
    // It belongs to this post alone, and to those who may read it.
    let blob = source.rsplit('/').next().unwrap();
    sato.get(&format!("/posts/{sample}/media/{blob}")).is(404);
    server.sign_in("matsumoto").get(&source).is(403);

    // A half-stated right is kept as it was typed, and does not count.
    let news = news(&server);
    let fields = [
        ("based_on", "2"),
        ("text", "写真つき"),
        ("account", news.as_str()),
        ("picture.0.blob", blob),
        ("picture.0.alt", "白い浄水機"),
        ("picture.0.basis", "licence"),
        ("picture.0.evidence", "許諾 第12号"),
    ];
    sato.post(&format!("/posts/{post}/draft"), &fields).is(303);
    let edit = sato.get(&format!("/posts/{post}/edit"));
    edit.shows("許諾 第12号").shows("白い浄水機").shows("画像の権利");
}

/// A PNG of one pixel.
fn image(into: &mut std::io::Cursor<Vec<u8>>) {
    const PIXEL: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    use base64::Engine as _;
    into.get_mut().extend(base64::engine::general_purpose::STANDARD.decode(PIXEL).unwrap());
}

#[test]
fn what_somebody_typed_is_never_markup() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let hostile = "<script>alert(1)</script>\"'<img src=x onerror=alert(1)>";
    let post = write(&server, &sato, hostile);
    let news = news(&server);
    let fields = [
        ("based_on", "1"),
        ("text", hostile),
        ("title", hostile),
        ("benefit", hostile),
        ("sources", hostile),
        ("account", news.as_str()),
    ];
    sato.post(&format!("/posts/{post}/draft"), &fields).is(303);
    sato.post(&format!("/posts/{post}/submission"), &[]).is(303);
    server.sign_in("ito").post(&format!("/posts/{post}/doubts"), &[("reason", hostile)]).is(303);
    for path in ["", "/edit", "/revisions"] {
        sato.get(&format!("/posts/{post}{path}")).is(200).hides("<script>alert").hides("<img src=x");
    }
    sato.get("/posts?q=%3Cscript%3Ealert(1)").is(200).hides("<script>alert");
}

#[test]
fn only_who_may_write_sees_the_composer_and_no_one_else_the_posts() {
    let server = Server::demo();
    let post = server.post("年始のごあいさつの準備");
    let matsumoto = server.sign_in("matsumoto");
    for path in ["/posts".to_owned(), "/posts/new".to_owned(), format!("/posts/{post}/edit")] {
        matsumoto.get(&path).is(403);
    }
    let kobayashi = server.sign_in("kobayashi");
    kobayashi.get("/posts").is(200).hides("/posts/new\"");
    kobayashi.get(&format!("/posts/{post}")).is(200).hides(&format!("/posts/{post}/edit"));
    kobayashi.get(&format!("/posts/{post}/edit")).is(403);
    let nobody = server.send(axum::http::Request::get("/posts").body(axum::body::Body::empty()).unwrap());
    assert_eq!(nobody.is(303).location(), "/session/new?next=/posts");
    // The private words that nobody handed over are the writers'.
    let sato = server.sign_in("sato");
    let own = write(&server, &sato, "まだ誰にも渡していない文章");
    kobayashi.get(&format!("/posts/{own}")).is(200).hides("まだ誰にも渡していない");
    kobayashi.get(&format!("/posts/{own}/revisions")).is(200).hides("まだ誰にも渡していない");
}

#[test]
fn lists_filter_search_and_turn_pages() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let all = sato.get("/posts");
    all.is(200).shows("続きを見る").shows("差し戻し");
    assert!(!all.body.contains('⟪'), "{}", all.words());
    let more =
        values(&all.body, "class=\"btn\" href=\"/posts?").pop().unwrap().replace("&amp;", "&").replace("&#38;", "&");
    let next = sato.get(&format!("/posts?{more}"));
    next.is(200).shows("<article class=\"row\"");
    sato.get("/posts?state=returned").is(200).shows("部品の入荷").hides("朝のあいさつ");
    sato.get("/posts?q=%E5%8D%83").is(200).shows("見つかりませんでした");
    sato.get("/posts?q=%E9%9C%A7").is(200).shows("朝のあいさつ").hides("部品の入荷");
    sato.get("/posts?state=nonsense&before=x").is(200);
}

#[test]
fn every_sample_post_has_a_page_with_all_its_words_in_both_languages() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let filter = shingi_store::view::posts::PostFilter { count: 100, ..Default::default() };
    for row in server.app().posts(&takahashi.signed, &filter).unwrap() {
        for lang in ["ja", "en"] {
            for path in ["", "/edit", "/revisions"] {
                let seen = takahashi.get(&format!("/posts/{}{path}?lang={lang}", row.post));
                assert!(matches!(seen.status.as_u16(), 200 | 303), "{}{path}: {}", row.title, seen.status);
                assert!(!seen.body.contains('⟪'), "{}{path}: {}", row.title, seen.words());
            }
        }
    }
}

#[test]
fn a_time_is_set_in_the_organisations_zone_and_a_past_one_is_said_at_its_field() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let post = server.post("カートリッジの回収");
    let delivery = server.desk(post).parts[0].delivery.id;
    let path = format!("/posts/{post}/deliveries/{delivery}/schedule");
    takahashi.post(&path, &[("date", "2026-11-20"), ("time", "09:00")]).is(422).shows("その時刻は過ぎています");
    takahashi.post(&path, &[("date", "soon"), ("time", "09:00")]).is(422).shows("2026-12-03 と 09:00");
    takahashi.post(&path, &[("date", "2026-12-03"), ("time", "09:00")]).is(303);
    takahashi.get(&format!("/posts/{post}")).is(200).shows("2026-12-03T09:00:00+09:00").shows("予約済み");
    takahashi.post(&path, &[("remove", "yes")]).is(303);
    assert_eq!(server.desk(post).parts[0].shown, DeliveryState::Cleared);
    // At once: the job finds it with its next look.
    takahashi.post(&format!("/posts/{post}/deliveries/{delivery}/attempts"), &[]).is(303);
    server.clock.advance_minutes(1);
    shingi_app::jobs::look(server.app()).unwrap();
    assert_eq!(server.desk(post).parts[0].shown, DeliveryState::Published);
    takahashi.get(&format!("/posts/{post}")).is(200).shows(&format!("/certificates/{delivery}"));
}

#[test]
fn by_hand_shows_the_bytes_after_the_intent_and_wants_proof() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi");
    let post = server.post("図書館の展示は日曜まで");
    let delivery = server.desk(post).parts[0].delivery.id;
    let path = format!("/posts/{post}/deliveries/{delivery}");
    takahashi.get(&path).is(200).shows("data-exact=\"市の図書館での展示は、今度の日曜までです。").shows("SHA-256");
    let proof = format!("{path}/proof");
    let wrong = takahashi.post(&proof, &[("url", "https://x.example/1")]);
    wrong.is(422).shows("画面の写しを添えてください").shows("https://x.example/1");
    takahashi.post(&proof, &[("unknown", "yes")]).is(303);
    assert_eq!(server.desk(post).parts[0].shown, DeliveryState::Unknown);
    takahashi
        .get(&path)
        .is(200)
        .hides("value=\"yes\"><button class=\"btn btn--s btn--quiet\" type=\"submit\">公開されたか");
    takahashi.post(&proof, &[("not_published", "yes")]).is(303);
    assert_eq!(server.desk(post).parts[0].shown, DeliveryState::Held);
    // A post that is still open shows why, and nothing to copy.
    let waiting = server.post("水道料金と節水");
    let part = server.desk(waiting).parts[0].delivery.id;
    let held = takahashi.get(&format!("/posts/{waiting}/deliveries/{part}"));
    held.is(200).shows("いまは公開できません").hides("data-exact");
    takahashi.post(&format!("/posts/{waiting}/deliveries/{part}/attempts"), &[]).is(409);
}

#[test]
fn a_doubt_is_resolved_by_who_raised_it_and_never_by_the_author() {
    let server = Server::demo();
    let (sato, ito) = (server.sign_in("sato"), server.sign_in("ito"));
    let post = server.post("カートリッジの回収");
    ito.post(&format!("/posts/{post}/doubts"), &[("reason", " ")]).is(422);
    ito.post(&format!("/posts/{post}/doubts"), &[("reason", "全店ですか")]).is(303);
    sato.get(&format!("/posts/{post}")).is(200).shows("全店ですか").hides("/resolution");
    let doubt = server.desk(post).post.doubts[0].id;
    let path = format!("/posts/{post}/doubts/{doubt}/resolution");
    sato.post(&path, &[("answer", "はい")]).is(403);
    ito.get(&format!("/posts/{post}")).shows(&format!("{path}\""));
    ito.post(&path, &[("answer", "全店と分かった")]).is(303);
    sato.get(&format!("/posts/{post}")).shows("全店と分かった");
    server
        .sign_in("kobayashi")
        .post(&format!("/posts/{post}/consultations"), &[("with", "manager"), ("question", "?")])
        .is(303);
    assert_eq!(server.desk(post).post.consultations.len(), 1);
    sato.post(&format!("/posts/{post}/abandonment"), &[]).is(303);
    sato.get(&format!("/posts/{post}")).is(200).shows("やめた").hides("abandonment\"");
    assert_eq!(sato.get(&format!("/posts/{post}/edit")).is(303).location(), format!("/posts/{post}"));
}

/// The fields of a finding as the composer's own form sends them: its number, and everything under it.
fn pressed(edit: &Seen, text: &str) -> Vec<(String, String)> {
    let key = values(&edit.body, "name=\"answer.1.key\" value=\"")[0].to_owned();
    let fields = [("n", "1"), ("answer.1.key", key.as_str()), ("answer.1.kind", "consent"), ("answer.1.text", text)];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

fn together<'a>(one: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let fields = one.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    fields.chain(more.iter().copied()).collect()
}

#[test]
fn an_answer_takes_along_what_is_not_saved_yet_and_says_at_its_field_what_it_lacks() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = write(&server, &sato, "本日は、広報部・小鳥遊りんの34歳の誕生日です。");
    let (path, news) = (format!("/posts/{post}/answers"), news(&server));
    let edit = sato.get(&format!("/posts/{post}/edit"));
    let typed = [
        ("based_on", "1"),
        ("text", "本日は、広報部・小鳥遊りんの34歳の誕生日です。みんなで祝いました。"),
        ("account", news.as_str()),
        ("class", "routine"),
    ];
    let empty = sato.post(&path, &together(&pressed(&edit, " "), &typed));
    empty.is(422).shows("id=\"evidence-1-error\"").shows("みんなで祝いました。");
    // Saved all the same, and not twice.
    let answered = sato.post(&path, &together(&pressed(&edit, "本人の許しを得た"), &typed));
    assert!(answered.is(303).location().ends_with("done=answered"));
    let desk = server.desk(post);
    assert!(desk.post.draft_kept().unwrap().text.ends_with("みんなで祝いました。"));
    assert_eq!(desk.post.answers.len(), 1);
    // Words that are gone carry no finding: nothing is lost, and the page says so.
    let gone = [("based_on", "1"), ("text", "おはようございます。"), ("account", news.as_str()), ("class", "routine")];
    sato.post(&path, &together(&pressed(&edit, "別の人"), &gone)).is(409);
    let gone = [("based_on", "2"), gone[1], gone[2], gone[3]];
    sato.post(&path, &together(&pressed(&edit, "別の人"), &gone)).is(422).shows("おはようございます。");
}

#[test]
fn what_lacks_its_words_is_told_at_the_field_on_the_page_where_it_was_asked() {
    let server = Server::demo();
    let (ito, post) = (server.sign_in("ito"), server.post("せせらぎ2 発売のお知らせ"));
    let doubts = format!("/posts/{post}/doubts");
    ito.post(&doubts, &[("reason", " ")]).is(422).shows("id=\"doubt-new-error\"");
    let review = [("reason", " "), ("from", "review")];
    ito.post(&doubts, &review).is(422).shows("id=\"doubt-reason-error\"").shows("このまま送られる文面");
    let asked = format!("/posts/{post}/consultations");
    let question = [("with", "committee"), ("question", "")];
    ito.post(&asked, &question).is(422).shows("id=\"consult-question-error\"").shows("value=\"committee\" checked");
    let question = [("with", "committee"), ("question", ""), ("from", "review")];
    ito.post(&asked, &question).is(422).shows("id=\"committee-question-error\"");
    assert!(ito.post(&doubts, &[("reason", "日付は確かか")]).is(303).location().ends_with("done=doubted"));
    let doubt = server.desk(post).post.doubts[0].id;
    let resolve = format!("{doubts}/{doubt}/resolution");
    ito.post(&resolve, &[("answer", "")]).is(422).shows(&format!("id=\"resolve-{doubt}-error\""));
}

#[test]
fn what_a_reviewer_asked_for_stands_on_the_page_and_in_the_composer_until_it_is_handed_in_again() {
    let server = Server::demo();
    let (ito, sato) = (server.sign_in("ito"), server.sign_in("sato"));
    let post = server.post("せせらぎ2 発売のお知らせ");
    ito.post(&format!("/posts/{post}/returns"), &[("comment", "何と比べた38%ですか")]).is(303);
    for page in [format!("/posts/{post}"), format!("/posts/{post}/edit")] {
        sato.get(&page).is(200).shows("何と比べた38%ですか").shows("伊藤 さくらさんが直しを求めています");
    }
    sato.post(&format!("/posts/{post}/submission"), &[]).is(303);
    sato.get(&format!("/posts/{post}")).is(200).hides("直しを求めています");
}

#[test]
fn what_was_missed_can_be_let_go() {
    let server = Server::demo();
    let (sato, post) = (server.sign_in("sato"), server.post("工場のまわりの草刈り"));
    let delivery = server.desk(post).parts[0].delivery.id;
    sato.get(&format!("/posts/{post}")).is(200).shows("この予約を終わりにする");
    let path = format!("/posts/{post}/deliveries/{delivery}/schedule");
    assert!(sato.post(&path, &[("remove", "missed")]).is(303).location().ends_with("done=let-go"));
    assert_ne!(server.desk(post).parts[0].shown, DeliveryState::Expired);
    sato.get("/reviews?tab=expired").is(200).hides("工場のまわりの草刈り");
    sato.post(&path, &[("remove", "missed")]).is(409);
}

#[test]
fn a_fix_shows_what_it_mends_beside_what_it_becomes_and_a_reply_what_it_answers() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let old = server.post("点検の記録を公開しました");
    let delivery = server.desk(old).parts[0].delivery.clone();
    let (account, mended) = (delivery.account.to_string(), delivery.id.to_string());
    let words = delivery.content.kept().unwrap().text.replace('。', "。 ");
    let create = [("text", words.as_str()), ("account", account.as_str()), ("class", "fix")];
    let seen = sato.post("/posts", &create);
    let post: PostId = seen.is(303).location().split('/').nth(2).unwrap().parse().unwrap();
    sato.get(&format!("/posts/{post}/edit")).is(200).shows("何への返信か、どの発信の修正か").shows(&mended);
    let save = |corrects: &str| {
        let fields = [
            ("based_on", "1"),
            ("text", words.as_str()),
            ("account", account.as_str()),
            ("class", "fix"),
            ("corrects", corrects),
        ];
        sato.post(&format!("/posts/{post}/submission"), &fields)
    };
    assert!(save(&mended).is(303).location().ends_with("done=submitted"));
    let review = server.sign_in("takahashi").get(&format!("/reviews/{post}"));
    review.is(200).shows("直すもとの文面").shows("点検の記録を公開しました").shows("<ins>");
    assert!(server.desk(post).parts[0].open().iter().all(|o| o.duty != shingi_domain::obligation::Duty::Occasion));
}
