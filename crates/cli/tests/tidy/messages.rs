//! Both languages say the same things: the same files, the same keys, the same variables (items 1 and 1-1: what a person
//! is told, they are told in their own language).
//!
//! And what the program says, it has words for: each key written in a template or in code is defined.
//!
//! Reads Fluent line by line: a key starts a line, what belongs to it is indented. Misses: keys that are put together at
//! run time; of `format!("state-{}", …)` only the beginning is compared. The pages' own tests render those.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    rules::rule_names,
    tree::{assert_none, texts},
};

/// Key (`key` or `key.attribute`) → the variables in its text.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

pub fn parse(source: &str) -> Messages {
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
pub fn language(tag: &str) -> BTreeMap<String, Messages> {
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

/// What stands before a literal that is a key: calls in templates and code, arms of a `fn key`.
const BEFORE_A_KEY: [&str; 6] =
    [".t(\"", "text(lang, \"", "text(self.lang, \"", "text(page.lang, \"", "with_key(", "words(lang, \""];

/// The keys that a template or a source names, with their line; a key that ends in `-` is the beginning of several.
fn used(path: &str, source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_key_function = false;
    for (index, line) in source.lines().enumerate() {
        if line.contains("#[cfg(test)]") {
            break;
        }
        if line.trim_start().starts_with("//") {
            continue;
        }
        if path.ends_with(".rs") && line.contains("fn ") {
            in_key_function = line.contains("fn key(") || line.contains("_key(");
        }
        let mut add = |key: &str| found.push((index + 1, key.to_owned()));
        for before in BEFORE_A_KEY {
            for (at, _) in line.match_indices(before) {
                let rest = line[at + before.len()..].split(')').next().unwrap_or("");
                let key = if before.ends_with('"') { rest.split('"').next() } else { rest.split('"').nth(1) };
                key.filter(|key| is_key(key)).into_iter().for_each(&mut add);
            }
        }
        if in_key_function {
            for literal in line.split('"').skip(1).step_by(2) {
                let key = literal.split('{').next().unwrap_or("");
                if key.contains('-') && is_key(key) {
                    add(key);
                }
            }
        }
    }
    found
}

fn undefined(path: &str, source: &str, defined: &BTreeSet<String>) -> Vec<String> {
    let is_defined = |key: &str| match key.strip_suffix('-') {
        Some(_) => defined.iter().any(|known| known.starts_with(key)),
        None => defined.contains(key),
    };
    let used = used(path, source).into_iter().filter(|(_, key)| !is_defined(key));
    used.map(|(line, key)| format!("{path}:{line}: no message `{key}`")).collect()
}

#[test]
fn what_pages_and_programs_say_is_defined() {
    let defined: BTreeSet<String> = language("ja").into_values().flat_map(BTreeMap::into_keys).collect();
    let mut complaints = Vec::new();
    let mut seen = 0;
    for folder in ["crates/web/", "crates/app/src/", "crates/cli/src/"] {
        let sources = texts(folder, ".html").chain(texts(folder, ".rs")).filter(|(path, _)| !path.contains("tests"));
        for (path, source) in sources {
            seen += used(path, source).len();
            complaints.extend(undefined(path, source, &defined));
        }
    }
    assert!(seen > 100, "expected hundreds of keys in templates, saw {seen}: the way they are written has changed");
    assert_none(&complaints, "Write the message in locales/ja and locales/en, or correct the key.");
}

#[test]
fn every_rule_has_a_sentence_for_its_finding_in_both_languages() {
    let (ja, en) = (language("ja"), language("en"));
    let has = |files: &BTreeMap<String, Messages>, key: &str| files.values().any(|messages| messages.contains_key(key));
    let mut complaints = Vec::new();
    for (family, name) in rule_names() {
        let key = format!("{family}-{name}");
        let missing = [("ja", &ja), ("en", &en)].into_iter().filter(|(_, files)| !has(files, &key));
        complaints.extend(missing.map(|(tag, _)| format!("locales/{tag}: no message `{key}`")));
    }
    assert_none(&complaints, "Say in findings.ftl what was found, why it matters and what to do.");
}

#[test]
fn a_key_that_nobody_defined_is_noticed() {
    let defined = BTreeSet::from(["home-title".to_owned(), "state-held".to_owned()]);
    let wrong = |path: &str, source: &str| undefined(path, source, &defined);
    assert!(wrong("a.html", r#"{{ page.t("home-title") }} {{ page.t(x.key()) }} <a class="not-a-key">"#).is_empty());
    assert_eq!(wrong("a.html", r#"{{ page.t("home-gone") }}"#), ["a.html:1: no message `home-gone`"]);
    let code = "fn key(self) -> &'static str {\n    \"state-held\"\n}\nfn other() {\n    \"no-key\"\n}\n";
    assert!(wrong("a.rs", code).is_empty());
    assert_eq!(wrong("a.rs", &code.replace("held", "gone")).len(), 1);
    assert!(wrong("a.rs", "fn key() {\n    format!(\"state-{}\", x)\n}\n").is_empty());
    assert_eq!(wrong("a.rs", "fn key() {\n    format!(\"gone-{}\", x)\n}\n").len(), 1);
    assert_eq!(wrong("a.rs", "Problem::with_key(Kind::No, \"problem-gone\")").len(), 1);
}
