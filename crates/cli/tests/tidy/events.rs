//! Every kind of event has a version, a golden line that old records are read by, and a sentence in both languages
//! (item 2-9: what happened can be read by a person, today and in ten years).
//!
//! Reads the table `KINDS` of the domain as text, so that this test needs no other crate; that a variant is in the table
//! is the domain's own test.

use std::collections::BTreeMap;

use crate::{
    messages::{language, parse},
    tree::{assert_none, text},
};

/// Name → version, from lines like `kind("post_drafted", &[…]),` or `kind_at("post_drafted", 2, &[…]),`.
fn kinds(source: &str) -> BTreeMap<String, u64> {
    let table = source.split_once("pub const KINDS").map_or("", |(_, rest)| rest);
    let table = table.split_once("];").map_or(table, |(table, _)| table);
    let rows = table.lines().filter_map(|line| line.trim().strip_prefix("kind"));
    rows.filter_map(|row| {
        let name = row.split('"').nth(1)?;
        let version = row.split(',').nth(1).and_then(|part| part.trim().parse().ok()).unwrap_or(1);
        Some((name.to_owned(), version))
    })
    .collect()
}

/// The `(type, v)` of every golden line.
fn golden(lines: &str) -> Vec<(String, u64)> {
    let lines = lines.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("a golden line is JSON");
            (value["type"].as_str().expect("`type`").to_owned(), value["v"].as_u64().expect("`v`"))
        })
        .collect()
}

/// The message key of a kind: `event-post_drafted`.
fn sentence_key(kind: &str) -> String {
    format!("event-{kind}")
}

fn missing(kinds: &BTreeMap<String, u64>, golden: &[(String, u64)], keys: &dyn Fn(&str, &str) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for (kind, version) in kinds {
        for version in 1..=*version {
            if !golden.iter().any(|(name, v)| name == kind && *v == version) {
                complaints.push(format!("`{kind}` version {version} has no golden line"));
            }
        }
        for tag in ["ja", "en"] {
            let key = sentence_key(kind);
            if !keys(tag, &key) {
                complaints.push(format!("locales/{tag}: no sentence `{key}`"));
            }
        }
    }
    let unknown = golden.iter().filter(|(name, version)| kinds.get(name).is_none_or(|newest| newest < version));
    complaints
        .extend(unknown.map(|(name, version)| format!("the golden line of `{name}` version {version} is of no kind")));
    complaints
}

#[test]
fn every_event_has_a_version_a_golden_line_and_a_sentence_in_both_languages() {
    let kinds = kinds(text("crates/domain/src/event.rs"));
    assert!(kinds.len() > 20, "expected the table `KINDS`, read {} rows", kinds.len());
    let words = [("ja", language("ja")), ("en", language("en"))];
    let has =
        |tag: &str, key: &str| words.iter().any(|(t, files)| *t == tag && files.values().any(|m| m.contains_key(key)));
    assert_none(
        &missing(&kinds, &golden(text("crates/domain/golden.jsonl")), &has),
        "Add the line to crates/domain/golden.jsonl and the sentence to locales/{ja,en}/events.ftl; never change a line.",
    );
}

#[test]
fn an_event_without_golden_line_or_sentence_is_noticed() {
    let source = "pub const KINDS: &[Kind] = &[\n    kind(\"post_drafted\", &[]),\n    kind_at(\"post_sent\", 2, &[\"why\"]),\n];\n";
    let kinds = kinds(source);
    assert_eq!(kinds, BTreeMap::from([("post_drafted".to_owned(), 1), ("post_sent".to_owned(), 2)]));
    let lines =
        "{\"v\":1,\"type\":\"post_drafted\"}\n{\"v\":1,\"type\":\"post_sent\"}\n{\"v\":2,\"type\":\"post_sent\"}\n";
    let words = parse("event-post_drafted = { $who } drafted\nevent-post_sent = { $who } sent\n");
    let has = |_: &str, key: &str| words.contains_key(key);
    assert!(missing(&kinds, &golden(lines), &has).is_empty());
    assert_eq!(missing(&kinds, &golden(lines)[..2], &has), ["`post_sent` version 2 has no golden line"]);
    assert_eq!(missing(&kinds, &golden(lines), &|tag, _| tag == "ja").len(), 2);
    let stray = [golden(lines), vec![("gone".to_owned(), 1)]].concat();
    assert_eq!(missing(&kinds, &stray, &has), ["the golden line of `gone` version 1 is of no kind"]);
}
