//! One word for one thing: roles, strengths, classes and states are called in the glossary what pages call them, and the
//! classes of the standard pack too (every item: two words for one duty make two duties).

use shingi_check::pack::{Pack, class_name};

use crate::tree::{assert_none, text};

/// A section of the glossary, and how the keys of its words begin.
const SECTIONS: [(&str, &str); 4] = [
    ("## Roles", "role-"),
    ("## Strengths", "strength-"),
    ("## Classes", "class-"),
    ("## States of a delivery", "state-"),
];

/// (identifier, Japanese, English) of each row of a section's table.
fn rows<'t>(glossary: &'t str, section: &str) -> Vec<(&'t str, &'t str, &'t str)> {
    let lines =
        glossary.lines().skip_while(|line| *line != section).skip(1).take_while(|line| !line.starts_with("## "));
    let cells =
        lines.filter(|line| line.starts_with("| ")).map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    cells.filter_map(|cells| Some((cells[3].strip_prefix('`')?.strip_suffix('`')?, cells[1], cells[2]))).collect()
}

fn word<'t>(messages: &'t str, key: &str) -> Option<&'t str> {
    messages.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

fn differences(glossary: &str, ja: &str, en: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (section, prefix) in SECTIONS {
        for (id, in_ja, in_en) in rows(glossary, section) {
            for (language, messages, expected) in [("ja", ja, in_ja), ("en", en, in_en)] {
                let shown = word(messages, &format!("{prefix}{id}"));
                if shown != Some(expected) {
                    complaints
                        .push(format!("{prefix}{id}: `{expected}` in the glossary, {shown:?} in locales/{language}"));
                }
            }
        }
    }
    complaints
}

#[test]
fn pages_use_the_words_of_the_glossary() {
    let glossary = text("docs/glossary.md");
    let count: usize = SECTIONS.iter().map(|(section, _)| rows(glossary, section).len()).sum();
    assert!(count > 25, "expected the tables of the glossary, read {count} rows");
    assert_none(
        &differences(glossary, text("locales/ja/common.ftl"), text("locales/en/common.ftl")),
        "Choose one word and use it in docs/glossary.md and in locales/{ja,en}/common.ftl.",
    );
}

#[test]
fn the_standard_pack_calls_its_classes_what_pages_call_them() {
    let pack = Pack::standard().expect("the embedded pack loads");
    let mut complaints = Vec::new();
    for (class, titles) in &pack.class_titles {
        let key = format!("class-{}", class_name(*class));
        for (language, title) in [("ja", &titles.ja), ("en", &titles.en)] {
            let shown = word(text(&format!("locales/{language}/common.ftl")), &key);
            if shown != Some(title) {
                complaints.push(format!("{key}: `{title}` in the pack, {shown:?} in locales/{language}"));
            }
        }
    }
    assert_none(&complaints, "Use the glossary's word in policy/standard/pack.toml too.");
}

#[test]
fn two_words_for_one_thing_are_noticed() {
    let glossary =
        "## Roles\n\n| Japanese | English | identifier | x |\n|---|---|---|---|\n| 人事 | HR | `hr` | x |\n## Next\n";
    assert!(differences(glossary, "role-hr = 人事\n", "role-hr = HR\n").is_empty());
    assert_eq!(differences(glossary, "role-hr = 人事部\n", "role-hr-x = HR\n").len(), 2);
}
