//! The module asked as a page asks it: natively, so that a failure has a name and a line.

use serde_json::{Value, json};
use shingi_check::{likeness::Model, pack::Pack};

use super::*;

fn started() -> Checker {
    let pack: BTreeMap<String, String> =
        Pack::standard_files().into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    let start =
        json!({ "pack": pack, "names": ["株式会社あさなぎ機器", "あさなぎ機器"], "contacts": ["03-5555-0123"] });
    Checker::start(start.to_string().as_bytes()).unwrap()
}

fn asked(checker: &Checker, mut question: Value) -> Answer {
    question["today"] = json!("2026-11-24");
    checker.answer(question.to_string().as_bytes()).unwrap()
}

#[test]
fn spans_count_as_a_browser_counts_and_the_houses_own_number_is_no_finding() {
    let checker = started();
    let answer = asked(&checker, json!({ "text": "𠮷野🍶です。090-1234-5678か03-5555-0123へ" }));
    let phones: Vec<&Found> = answer.findings.iter().filter(|f| f.rule == "personal/phone_number").collect();
    assert_eq!(phones.len(), 1, "{answer:?}");
    assert_eq!((phones[0].start, phones[0].end, phones[0].quote.as_str()), (8, 21, "090-1234-5678"));
}

#[test]
fn the_employer_is_read_from_the_profile_and_changes_what_an_opinion_is() {
    let checker = started();
    let text = "うちの製品、他社の十倍は長持ちする。あの会社のは使えない。";
    let with = |profile: &str| asked(&checker, json!({ "text": text, "profile": profile }));
    let opinion = |answer: &Answer| answer.findings.iter().any(|found| found.rule == "identity/employer_opinion");
    let (stated, hidden) = (with("あさなぎ機器で設計をしています"), with("猫と暮らす"));
    assert!(stated.cues.iter().any(|cue| cue.place == "profile" && cue.names_it && cue.quote == "あさなぎ機器"));
    assert!(!hidden.cues.iter().any(|cue| cue.place == "profile"), "{hidden:?}");
    assert!(opinion(&stated), "{stated:?}");
}

#[test]
fn a_profile_has_findings_of_its_own_and_an_official_text_no_employer() {
    let checker = started();
    let answer = asked(&checker, json!({ "text": "おはよう", "profile": "連絡は 090-1234-5678" }));
    assert!(answer.findings.iter().any(|found| found.place == "profile" && found.rule == "personal/phone_number"));
    let official = asked(&checker, json!({ "text": "あさなぎ機器の社員です", "account": "news" }));
    assert!(official.cues.is_empty());
}

#[test]
fn what_was_not_asked_is_named_until_its_part_is_there() {
    let mut checker = started();
    let before = checker.ready();
    assert!(before.want_words.contains(&"accuracy/hearsay".to_owned()), "{before:?}");
    assert_eq!(before.want_weights.len(), 11);
    let unasked = asked(&checker, json!({ "text": "おはよう" })).not_asked;
    assert!(before.want_weights.iter().all(|rule| unasked.contains(rule)), "{unasked:?}");

    checker.take_words(shingi_morph::bundle().leak()).unwrap();
    checker.take_weights(Model::built_in_bytes().unwrap()).unwrap();
    let after = checker.ready();
    assert!(after.want_words.is_empty() && after.want_weights.is_empty());
    // The register of matters and earlier posts are never part of the private check.
    let mut unasked = asked(&checker, json!({ "text": "おはよう" })).not_asked;
    unasked.sort_unstable();
    let confidential =
        ["document_quoted", "material_fact_named", "matter_named"].map(|rule| format!("confidential/{rule}"));
    assert_eq!(unasked, [&confidential[..], &["personal/mosaic".to_owned()]].concat());
}

#[test]
fn other_bytes_than_a_pack_a_dictionary_or_a_question_are_refused_with_words() {
    let mut checker = started();
    assert!(checker.take_words(b"<!doctype html>").unwrap_err().starts_with("expected a dictionary"));
    assert!(checker.take_weights(b"<!doctype html>").unwrap_err().starts_with("expected weights"));
    assert!(checker.answer(b"{}").is_err() && checker.answer(b"{\"text\":\"a\",\"today\":\"then\"}").is_err());
    assert!(Checker::start(b"{\"pack\":{}}").is_err_and(|message| message.contains("pack.toml")));
}
