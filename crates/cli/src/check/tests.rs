//! What a person or a program at a shell gets, byte for byte where it matters.

use std::io::Cursor;

use clap::Parser;
use serde_json::Value;

use super::{CheckArgs, Streams, run_with};

mod formats;
mod old_and_new;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: CheckArgs,
}

/// (exit code, standard output, standard error)
fn shingi_check(arguments: &[&str], stdin: &[u8]) -> (u8, String, String) {
    let all = ["check", "--today", "2026-11-24"].iter().chain(arguments);
    let args = Line::try_parse_from(all).unwrap().args;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut stdin = Cursor::new(stdin);
    let code = run_with(args, Streams { stdin: &mut stdin, stdout: &mut out, stderr: &mut err, terminal: false });
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_span_is_underlined_where_it_stands_under_full_width_characters() {
    let (code, out, err) = shingi_check(&["-"], "１行目\n電話は０９０-1234-5678まで\n".as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    let at = out.lines().position(|line| line == "2 | 電話は０９０-1234-5678まで").unwrap_or_else(|| panic!("{out}"));
    // 電話は takes six columns, ０９０ six and -1234-5678 ten.
    let underline = format!("  |       {} 個人に通じる電話番号が書かれています。", "^".repeat(16));
    assert_eq!(out.lines().nth(at + 1), Some(underline.as_str()), "{out}");
    assert!(out.contains("  --> -:2:4"), "{out}");
    assert!(out.starts_with("掲載不可[1-4] "), "{out}");
}

#[test]
fn a_clean_text_ends_with_zero_although_a_review_stands() {
    let (code, out, _) =
        shingi_check(&["-", "--lang", "en"], "おはようございます。今日も元気に営業します。".as_bytes());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("Nothing has to be answered."), "{out}");
    assert!(out.contains("[1-7]"), "the standing review is shown: {out}");
}

#[test]
fn json_has_the_fields_that_programs_rely_on() {
    let (code, out, _) = shingi_check(&["-", "--format", "json"], "電話は090-1234-5678まで".as_bytes());
    let report = &lines(&out)[0];
    assert_eq!(code, 1);
    assert_eq!(report["id"], "-");
    assert_eq!(report["pack"]["id"], "standard");
    let finding = &report["findings"][0];
    assert_eq!((finding["rule"].as_str(), finding["item"].as_str()), (Some("personal/phone_number"), Some("1-4")));
    assert_eq!((finding["start"].as_u64(), finding["end"].as_u64()), (Some(9), Some(22)));
    assert_eq!((finding["strength"].as_str(), finding["text"].as_str()), (Some("forbid"), Some("090-1234-5678")));
    assert!(finding["message"].as_str().unwrap().contains("電話番号"));
    let asked: Vec<_> = report["obligations"].as_array().unwrap().iter().map(|o| o["what"].as_str().unwrap()).collect();
    assert_eq!(asked, ["finding", "benefit", "review"]);
    assert!(report["unchecked"].is_array() && report["not_asked"].is_array());
}

#[test]
fn a_batch_answers_every_line_in_order_and_goes_on_after_a_broken_one() {
    let deep = "[".repeat(200);
    let input = [
        br#"{"id":"a","text":"\u96fb\u8a71\u306f090-1234-5678","speaker":"personal","other":[1]}"#.as_slice(),
        br#"{"id":"b","text":"x\ud800y"}"#,
        br#"{"id":"c"}"#,
        b"not json",
        b"",
        b"{\"id\":\"d\",\"text\":\"\xff\"}",
        br#"{"id":5,"text":"\u0000\u202e","speaker":"nobody"}"#,
        deep.as_bytes(),
        br#"{"id":6,"text":"ok"}"#,
    ]
    .join(&b'\n');
    let (code, out, err) = shingi_check(&["-", "--batch"], &input);
    assert_eq!(code, 2);
    let rows = lines(&out);
    let ids: Vec<String> = rows.iter().map(|row| row["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "\"b\"", "\"c\"", "null", "\"d\"", "5", "null", "6"]);
    assert_eq!(rows[0]["findings"][0]["strength"], "answer");
    assert!(rows[1]["error"]["came"].as_str().unwrap().contains("surrogate"), "{}", rows[1]);
    assert_eq!(rows[1]["error"]["line"], 2);
    assert!(rows[5]["error"]["came"].as_str().unwrap().contains("nobody"));
    assert_eq!(rows[7]["findings"].as_array().unwrap().len(), 0);
    assert_eq!(err.lines().count(), 6, "{err}");
}

#[test]
fn a_line_or_a_text_that_is_too_long_is_refused_and_the_next_one_read() {
    let mut input = format!("{{\"id\":1,\"text\":\"{}\"}}\n", "a".repeat(10_000_000)).into_bytes();
    input.extend(format!("{{\"id\":2,\"text\":\"{}\"}}\n", "a".repeat(5_000_000)).bytes());
    input.extend_from_slice(b"{\"id\":3,\"text\":\"ok\"}\n");
    let (code, out, err) = shingi_check(&["-", "--batch"], &input);
    let rows = lines(&out);
    assert_eq!((code, rows.len()), (2, 3));
    assert_eq!(rows[0]["error"]["expected"], "a line of at most 8 MiB");
    assert_eq!((&rows[1]["id"], &rows[1]["error"]["came"]), (&2.into(), &"5000000 bytes".into()));
    assert_eq!((&rows[2]["id"], &rows[2]["findings"]), (&3.into(), &Value::Array(Vec::new())));
    assert!(err.starts_with("shingi check: line 1: expected a line of at most 8 MiB, got more than 8388608 bytes;"));
}

#[test]
fn bytes_that_are_not_utf8_and_files_that_are_not_there_are_told_by_name() {
    let (code, out, err) = shingi_check(&["-"], b"ab\ncd\xff");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("expected UTF-8 in standard input, got other bytes at line 2, byte column 3"), "{err}");
    let (code, _, err) = shingi_check(&["/no/such/file.txt"], b"");
    assert_eq!(code, 2);
    assert!(err.contains("`/no/such/file.txt`"), "{err}");
}

#[test]
fn a_batch_says_line_and_byte_column_of_bytes_that_are_not_utf8_and_goes_on() {
    let (code, out, err) =
        shingi_check(&["--batch"], b"\n{\"id\":7,\"text\":\"\xe3\x81\"}\n{\"id\":8,\"text\":\"ok\"}");
    let rows = lines(&out);
    assert_eq!((code, rows.len(), &rows[0]["id"], &rows[1]["id"]), (2, 2, &7.into(), &8.into()));
    assert_eq!(rows[0]["error"]["came"], "other bytes at byte column 17");
    let told = "shingi check: line 2: expected UTF-8, got other bytes at byte column 17; send the line as UTF-8\n";
    assert_eq!(err, told);
}

#[test]
fn a_text_with_nul_bytes_is_checked_and_the_bytes_are_shown() {
    let text = "a\0b電話は090-1234-5678\0まで".as_bytes();
    let (code, out, _) = shingi_check(&["-"], text);
    assert_eq!(code, 1);
    assert!(out.contains("a<U+0000>b電話は090-1234-5678<U+0000>まで") && !out.contains('\0'), "{out}");
    let escaped = br#"{"id":1,"text":"\u0000\u0000090-1234-5678"}"#;
    let (_, out, _) = shingi_check(&["--batch"], escaped);
    assert_eq!(lines(&out)[0]["findings"][0]["start"], 2, "{out}");
    let (code, out, _) = shingi_check(&["--batch"], b"{\"id\":1,\"text\":\"\0\"}\n{\"id\":2,\"text\":\"ok\"}");
    assert_eq!((code, lines(&out).len()), (2, 2), "a bare one is no JSON, and the next line is read");
}

#[test]
fn what_nobody_sees_is_written_as_its_number() {
    let (code, out, _) = shingi_check(&["-"], "新し\u{202e}い店\u{7}です".as_bytes());
    assert_eq!(code, 1);
    assert!(out.contains("新し<U+202E>い店<U+0007>です"), "{out}");
    assert!(!out.contains('\u{202e}'), "{out}");
}

#[test]
fn the_organisations_own_contact_is_no_finding() {
    let text = "お電話は080-1111-2222へ".as_bytes();
    assert_eq!(shingi_check(&["-", "--contact", "080-1111-2222"], text).0, 0);
    assert_eq!(shingi_check(&["-"], text).0, 1);
}

#[test]
fn rules_are_listed_as_a_table_and_as_json_with_what_the_pack_makes_of_them() {
    let (code, out, _) = shingi_check(&["--list-rules", "--lang", "en"], b"");
    let row = out.lines().find(|line| line.starts_with("personal/phone_number ")).unwrap();
    assert!(code == 0 && row.contains(" 1-4 ") && row.contains("Not allowed"), "{row}");
    let (_, out, _) = shingi_check(&["--list-rules", "--format", "json"], b"");
    let all: Value = serde_json::from_str(&out).unwrap();
    let rule = all.as_array().unwrap().iter().find(|rule| rule["rule"] == "personal/phone_number").unwrap();
    assert_eq!((rule["family"].as_str(), rule["bindings"][0]["item"].as_str()), (Some("personal"), Some("1-4")));
    assert!(rule["help"].as_str().is_some_and(|words| !words.is_empty()));
    assert_eq!(all.as_array().unwrap().len(), shingi_check::rules::all().count());
}

#[test]
fn a_rule_is_explained_and_a_name_that_is_none_is_answered_with_the_nearest() {
    let (code, out, _) = shingi_check(&["--explain", "personal/phone_number"], b"");
    assert!(code == 0 && out.starts_with("# personal/phone_number"));
    let (code, _, err) = shingi_check(&["--explain", "phone_numbr"], b"");
    assert!(
        code == 2 && err.contains("got `phone_numbr`") && err.contains("is `personal/phone_number` meant?"),
        "{err}"
    );
    let (code, _, err) = shingi_check(&["--explain", "xyzzy"], b"");
    assert!(code == 2 && !err.contains("meant"), "{err}");
}

#[test]
fn a_person_at_a_terminal_reads_a_rule_in_their_language_without_marks_of_markdown() {
    let pack = shingi_check::pack::Pack::standard().unwrap();
    let mut out = Vec::new();
    let lang = shingi_app::words::Lang::Ja;
    super::explain::explain(&pack, lang, "hygiene/http_link", true, &mut out).unwrap().unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(!out.contains("```") && !out.contains("##"), "{out}");
    assert!(out.contains("    + 詳しくは⟦http://example.com/news⟧をご覧ください"), "{out}");
    assert!(out.contains("    - httpという略語の話") && out.contains("[1-7]") && out.contains("なぜ: "), "{out}");
}

#[test]
fn a_batch_without_a_file_reads_the_stream() {
    let (code, out, err) = shingi_check(&["--batch"], "{\"id\":1,\"text\":\"おはようございます。\"}\n".as_bytes());
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(lines(&out)[0]["id"], 1);
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A register whose only matter is public since this morning.
fn folder_of_public_matter() -> tempfile::TempDir {
    folder(&[("matters.jsonl", "{\"id\":\"m1\",\"names\":[\"みかがみ\"],\"public_from\":\"2026-11-24\"}")])
}

#[test]
fn the_named_register_is_held_against_a_text_and_only_its_ids_are_told() {
    let register = "{\"id\":\"m1\",\"class\":\"code_name\",\"names\":[\"水鏡計画\",\"みかがみ\"],\"public_from\":\"2026-12-01\"}\n\
                    {\"id\":\"m2\",\"class\":\"material_fact\",\"documents\":[\"paper.txt\"]}\n";
    let paper = "海外の三拠点を二つに絞り、浮いた費用を新しいラインの立ち上げに回すことを役員会で決めた。";
    let folder = folder(&[("matters.jsonl", register), ("paper.txt", paper)]);
    let file = folder.path().join("matters.jsonl").display().to_string();
    let text = format!("ﾐｶｶﾞﾐの話。{paper}");
    let (code, out, _) = shingi_check(&["-", "--matters", &file, "--format", "json"], text.as_bytes());
    let report: Value = serde_json::from_str(&out).unwrap();
    let found: Vec<(&str, &str)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|finding| Some((finding["rule"].as_str()?, finding["beside"][0]["matter"]["id"].as_str()?)))
        .collect();
    assert_eq!((code, found), (1, vec![("confidential/matter_named", "m1"), ("confidential/document_quoted", "m2")]));
    assert!(!out.contains("水鏡計画"), "{out}");
    let open = folder_of_public_matter();
    let file = open.path().join("matters.jsonl").display().to_string();
    let (_, out, _) = shingi_check(&["-", "--matters", &file], "みかがみの話".as_bytes());
    assert!(!out.contains("matter_named"), "{out}");
}

#[test]
fn an_earlier_post_stands_beside_the_words_that_complete_it() {
    let history = "{\"id\":\"p7\",\"text\":\"娘は星見小学校に通っている\",\"at\":\"2026-10-01T08:00\"}\n";
    let folder = folder(&[("history.jsonl", history)]);
    let file = folder.path().join("history.jsonl").display().to_string();
    let arguments = ["-", "--history", &file, "--speaker", "personal"];
    let (code, out, _) = shingi_check(&arguments, "娘の下校は15時".as_bytes());
    assert!(code == 1 && out.contains("前の投稿: p7: 娘は星見小学校に通っている"), "{out}");
    let (_, out, _) = shingi_check(&[&arguments[..], &["--format", "json"]].concat(), "娘の下校は15時".as_bytes());
    let report: Value = serde_json::from_str(&out).unwrap();
    let mosaic = report["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "personal/mosaic");
    assert_eq!(mosaic.unwrap()["beside"][0]["earlier"]["id"], "p7", "{out}");
}

#[test]
fn a_message_is_held_beside_its_answer() {
    let folder = folder(&[("message.txt", "払わないならネットに晒すぞ。慰謝料100万円払え")]);
    let file = folder.path().join("message.txt").display().to_string();
    let (_, out, _) = shingi_check(&["-", "--reply-to", &file], "申し訳ございません".as_bytes());
    assert!(out.contains("temper/answers_hostility"), "{out}");
}

#[test]
fn a_broken_register_is_told_by_line_and_without_its_words() {
    let cases = [
        (
            "{\"id\":\"m1\",\"names\":[\"水鏡計画\"]}\n{\"id\":\"水鏡\"",
            ":2: expected a matter as a JSON object, got half an object",
        ),
        (
            "{\"id\":\"m1\",\"names\":[\"水鏡計画\"],\"class\":\"secret\"}",
            ":1: expected a matter as a JSON object, got expected code_name",
        ),
        ("{\"id\":\"m1\",\"names\":[\"水鏡計画\",\"鏡\"]}", "matter `m1`: expected a name of at least two letters"),
        ("{\"id\":\"m1\",\"names\":[\"水鏡計画\"],\"public_from\":\"tomorrow\"}", "`tomorrow`"),
        ("{\"id\":\"m1\",\"documents\":[\"gone.txt\"]}", "gone.txt"),
    ];
    for (register, expected) in cases {
        let folder = folder(&[("matters.jsonl", register)]);
        let file = folder.path().join("matters.jsonl").display().to_string();
        let (code, out, err) = shingi_check(&["-", "--matters", &file], "おはよう".as_bytes());
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(expected) && !err.contains("水鏡"), "{err}");
    }
}
