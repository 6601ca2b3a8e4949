//! Both languages say the same things: the same files, the same keys, the same variables (items 1 and 1-1: what a person
//! is told, they are told in their own language).
//!
//! Reads Fluent line by line: a key starts a line, what belongs to it is indented.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{assert_none, texts};

/// Key (`key` or `key.attribute`) → the variables in its text.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn parse(source: &str) -> Messages {
    let mut messages = Messages::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let indented = line.starts_with([' ', '\t']);
        let begins = line.split_once('=').map(|(name, _)| name.trim()).filter(|name| is_key(name));
        match begins {
            Some(name) if !indented => name.clone_into(&mut key),
            Some(attribute) if attribute.starts_with('.') => {
                let message = key.split('.').next().unwrap_or("");
                key = format!("{message}{attribute}");
            }
            Some(_) | None => {}
        }
        if !key.is_empty() {
            messages.entry(key.clone()).or_default().extend(variables(line));
        }
    }
    messages
}

fn is_key(name: &str) -> bool {
    let name = name.strip_prefix(['-', '.']).unwrap_or(name);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn variables(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
        rest[..end].to_owned()
    })
}

fn differences(file: &str, ja: &Messages, en: &Messages) -> Vec<String> {
    let mut complaints = Vec::new();
    for (key, in_ja) in ja {
        match en.get(key) {
            None => complaints.push(format!("locales/en/{file}: no `{key}`")),
            Some(in_en) if in_en != in_ja => {
                complaints
                    .push(format!("{file}: `{key}` has the variables {in_ja:?} in Japanese, {in_en:?} in English"));
            }
            Some(_) => {}
        }
    }
    complaints
        .extend(en.keys().filter(|key| !ja.contains_key(*key)).map(|key| format!("locales/ja/{file}: no `{key}`")));
    complaints
}

/// File name → messages.
fn language(tag: &str) -> BTreeMap<String, Messages> {
    let folder = format!("locales/{tag}/");
    texts(&folder, ".ftl").map(|(path, text)| (path[folder.len()..].to_owned(), parse(text))).collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (ja, en) = (language("ja"), language("en"));
    assert!(!ja.is_empty(), "expected messages in `locales/ja`, found none");
    let mut complaints = Vec::new();
    for file in ja.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (ja.get(file), en.get(file)) {
            (Some(ja), Some(en)) => complaints.extend(differences(file, ja, en)),
            (Some(_), None) => complaints.push(format!("no `locales/en/{file}`")),
            (None, _) => complaints.push(format!("no `locales/ja/{file}`")),
        }
    }
    assert_none(&complaints, "Write the missing message in its own language; it is not a translation exercise.");
}

#[test]
fn a_missing_message_and_a_missing_variable_are_noticed() {
    let ja = parse("# words\npost = 発信\n    つづき { $n }\n    .title = 題 { $name }\nold = 古い\n");
    assert_eq!(ja.keys().collect::<Vec<_>>(), ["old", "post", "post.title"]);
    assert_eq!(ja["post"], BTreeSet::from(["n".to_owned()]));
    let en = parse("post = { $n ->\n    [one] One { $n }\n   *[other] Many\n }\n    .title = Title\nnew = New\n");
    let found = differences("a.ftl", &ja, &en);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("no `old`") && found[1].contains("`post.title`") && found[2].contains("no `new`"));
}
