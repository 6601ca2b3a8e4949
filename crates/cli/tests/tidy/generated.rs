//! Documents that are made from the code and the standard pack, never written by hand: what is committed must be what
//! would be made now (every item: a table that lags behind promises what is not so).
//!
//! `UPDATE_SNAPSHOTS=1` writes them; look at the difference before you commit it.

use std::{collections::BTreeMap, fs};

use crate::{
    articles, rule_pages,
    tree::{assert_none, root, texts},
};

/// Above each of them.
pub const MARK: &str =
    "<!-- Made by `UPDATE_SNAPSHOTS=1 cargo nextest run -p shingi-cli --test tidy`; do not edit. -->";

/// What is wrong between what would be made and what is there: path → text.
fn differences(made: &BTreeMap<String, String>, kept: &BTreeMap<String, String>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in made {
        match kept.get(path) {
            None => complaints.push(format!("{path}: is not there")),
            Some(old) if old != text => {
                let line = text.lines().zip(old.lines()).position(|(now, then)| now != then);
                let line = line.unwrap_or_else(|| text.lines().count().min(old.lines().count())) + 1;
                complaints.push(format!("{path}:{line}: differs from what would be made"));
            }
            Some(_) => {}
        }
    }
    complaints
        .extend(kept.keys().filter(|path| !made.contains_key(*path)).map(|path| format!("{path}: has no origin")));
    complaints
}

fn kept() -> BTreeMap<String, String> {
    let pages = texts("docs/rules/", "").chain(texts("docs/articles.md", ""));
    pages.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

#[test]
fn the_made_documents_are_what_would_be_made_now() {
    let mut made = rule_pages::pages();
    made.insert("docs/articles.md".to_owned(), articles::page());
    let kept = kept();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        for path in kept.keys().filter(|path| !made.contains_key(*path)) {
            fs::remove_file(root().join(path)).unwrap();
        }
        for (path, text) in &made {
            let file = root().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        return;
    }
    assert_none(
        &differences(&made, &kept),
        "Run `UPDATE_SNAPSHOTS=1 cargo nextest run -p shingi-cli --test tidy` and look at what changed.",
    );
}

#[test]
fn a_missing_a_changed_and_a_stray_document_are_each_noticed() {
    let of = |pages: &[(&str, &str)]| pages.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    let made = of(&[("a.md", "one\ntwo\n"), ("b.md", "b\n")]);
    assert!(differences(&made, &made).is_empty());
    let kept = of(&[("a.md", "one\n2\n"), ("c.md", "c\n")]);
    assert_eq!(
        differences(&made, &kept),
        ["a.md:2: differs from what would be made", "b.md: is not there", "c.md: has no origin"]
    );
}
