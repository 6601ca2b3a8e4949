//! Documents name what exists: every path, crate and script that a Markdown file writes in backticks or links to.
//!
//! A file or folder that is named without its place (`view.rs`, `use_cases/`) must end some path of ours.
//!
//! Misses: names in prose, outside backticks. A path with a placeholder (`<rule>`, `…`, `NAME`) is checked up to it.

use std::collections::BTreeSet;

use crate::tree::{assert_none, files, texts};

/// The folders and files that a path of ours begins with.
const TOPS: [&str; 11] =
    ["crates/", "docs/", "packaging/", "scripts/", "e2e/", "policy/", "locales/", "eval/", ".ci/", ".config/", "fuzz/"];

/// How a name ends that must be a file of ours, wherever it stands.
const ENDINGS: [&str; 14] =
    [".rs", ".md", ".toml", ".tsv", ".mjs", ".sh", ".py", ".ftl", ".html", ".css", ".js", ".txt", ".jsonl", ".snap"];

/// Files that the program makes or takes, and other people's.
const NOT_OURS: [&str; 6] = ["record.jsonl", "post.txt", "posts.jsonl", "reports.jsonl", "trust.txt", "report.jsonl"];

struct Names {
    paths: BTreeSet<String>,
    crates: BTreeSet<String>,
    /// Every word of our code.
    words: BTreeSet<String>,
}

impl Names {
    /// Every file, and every folder with and without its last `/`.
    fn of<'a>(files: impl Iterator<Item = &'a str>) -> Self {
        let mut names = Self { paths: BTreeSet::new(), crates: BTreeSet::new(), words: BTreeSet::new() };
        for path in files {
            names.paths.insert(path.to_owned());
            for (at, _) in path.match_indices('/') {
                names.paths.insert(path[..at].to_owned());
                names.paths.insert(path[..=at].to_owned());
            }
            if let Some(name) = path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) {
                names.crates.insert(format!("shingi-{name}"));
            }
        }
        names
    }

    fn with_code<'a>(mut self, sources: impl Iterator<Item = &'a str>) -> Self {
        let words = sources.flat_map(|source| source.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'));
        self.words.extend(words.map(str::to_owned));
        self
    }

    fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Whether a name without its place is one of ours.
    fn ends_some(&self, name: &str) -> bool {
        let end = format!("/{name}");
        self.has(name) || self.paths.iter().any(|path| path.ends_with(&end))
    }
}

/// What stands between single backticks on one line, outside of fences.
fn code_spans(text: &str) -> Vec<(usize, &str)> {
    let mut spans = Vec::new();
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            spans.extend(line.split('`').skip(1).step_by(2).map(|span| (index + 1, span)));
        }
    }
    spans
}

/// The targets of `[text](target)` that are not on another site.
fn links(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices("](") {
            let target = line[at + 2..].split([')', ' ', '#']).next().unwrap_or("");
            if !target.is_empty() && !target.contains(':') && !target.starts_with('/') {
                found.push((index + 1, target));
            }
        }
    }
    found
}

/// `a/{b,c}/d` → `a/b/d`, `a/c/d`.
fn expand(path: &str) -> Vec<String> {
    let (Some(open), Some(close)) = (path.find('{'), path.find('}')) else { return vec![path.to_owned()] };
    if close < open {
        return vec![path.to_owned()];
    }
    let (before, inside, after) = (&path[..open], &path[open + 1..close], &path[close + 1..]);
    inside.split(',').flat_map(|part| expand(&format!("{before}{part}{after}"))).collect()
}

/// Only as far as the path is written out: `docs/adr/<number>.md` → `docs/adr/`.
fn written_out(path: &str) -> &str {
    let path = path.split(['#', ' ']).next().unwrap_or("");
    let placeholder = |part: &&str| {
        part.contains(['<', '*', '…', '[']) || part.chars().any(char::is_uppercase) && !part.contains('.')
    };
    let known: usize = path.split_inclusive('/').take_while(|part| !placeholder(part)).map(str::len).sum();
    // `crates/domain/src/id.rs:12` and `…/id.rs::function` are places in a file.
    path[..known].split(':').next().unwrap_or("").trim_end_matches(['.', ','])
}

/// The path that a link means, seen from the document's own folder.
fn resolve(document: &str, target: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// `view.rs`, `phone_number.{rs,md}`, `queries/`: the name of a file or folder, without placeholders, not an address.
fn is_loose_name(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./{},".contains(c);
    let named = ENDINGS.iter().any(|ending| word.ends_with(ending)) || word.ends_with('/');
    let begins = word.starts_with(|c: char| c.is_ascii_lowercase() || c == '{')
        || word.ends_with(".md")
        || word.ends_with(".toml");
    named && begins && word.chars().all(plain) && !NOT_OURS.contains(&word) && word.len() > 4
}

/// The parts of `Type::function` or `module::function`, where it can only be code of ours.
fn code_name(word: &str) -> Option<Vec<&str>> {
    let name = word.trim_end_matches(['(', ')', ',', '.']);
    let parts: Vec<&str> = name.split("::").collect();
    let plain = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let foreign = ["std", "clippy", "rustdoc", "tokio"].contains(&parts[0]);
    (parts.len() > 1 && parts.iter().all(plain) && !foreign).then_some(parts)
}

fn wrong_names(document: &str, text: &str, names: &Names) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line, span) in code_spans(text) {
        for word in span.split_whitespace() {
            if TOPS.iter().any(|top| word.starts_with(top)) {
                let gone = expand(word).into_iter().filter(|path| !names.has(written_out(path)));
                complaints.extend(gone.map(|path| format!("{document}:{line}: no `{path}`")));
            } else if let Some(parts) = code_name(word) {
                let gone = parts.iter().filter(|part| !names.words.contains(**part));
                complaints.extend(gone.map(|part| format!("{document}:{line}: no `{part}` in the code, see `{word}`")));
            } else if is_loose_name(word) {
                let gone = expand(word).into_iter().filter(|name| !names.ends_some(name));
                complaints.extend(gone.map(|name| format!("{document}:{line}: no `{name}` anywhere")));
            } else if word.starts_with("shingi-")
                && !word.contains(['<', '…', '*', '.', '/'])
                && !names.crates.contains(word)
            {
                complaints.push(format!("{document}:{line}: no crate `{word}`"));
            }
        }
    }
    for (line, target) in links(text) {
        let path = resolve(document, target);
        if !names.has(&path) {
            complaints.push(format!("{document}:{line}: the link to `{target}` leads nowhere"));
        }
    }
    complaints
}

#[test]
fn documents_name_only_what_exists() {
    let names = Names::of(files().iter().map(|file| file.path.as_str()));
    let names =
        names.with_code(texts("crates/", ".rs").filter(|(path, _)| !path.contains("/tidy/")).map(|(_, text)| text));
    let complaints: Vec<String> = texts("", ".md").flat_map(|(path, text)| wrong_names(path, text, &names)).collect();
    assert_none(&complaints, "Correct the document; what is still to come is said in words, not as a path.");
}

#[test]
fn a_path_a_crate_or_a_link_that_leads_nowhere_is_noticed() {
    let names = Names::of(["crates/app/Cargo.toml", "crates/app/src/a.rs", "docs/b.md"].into_iter())
        .with_code(["pub fn put(post: &Post) {"].into_iter());
    let wrong = |text: &str| wrong_names("docs/x.md", text, &names).len();
    assert_eq!(wrong("`crates/app/src/a.rs` `crates/app` `shingi-app` [b](b.md#part) [c](https://example.com/c)"), 0);
    assert_eq!(wrong("`crates/{app,app}/src/` `crates/<name>/src` `docs/NUMBER` `cargo test -p shingi-app`"), 0);
    assert_eq!(wrong("`crates/app/src/gone.rs`"), 1);
    assert_eq!(wrong("`crates/{app,gone}/Cargo.toml`"), 1);
    assert_eq!(wrong("`a.rs` `src/a.rs` `app/src/` `b.md` `record.jsonl` `<rule>.rs` `.md` `/log/`"), 0);
    assert_eq!(wrong("`Post::put` `std::fs::read` `cargo test a::b`"), 2);
    assert_eq!(wrong("`gone.rs` `Post::gone`"), 2);
    assert_eq!(wrong("`gone/` `{a,gone}.rs`"), 2);
    assert_eq!(wrong("`shingi-gone`"), 1);
    assert_eq!(wrong("[b](../docs/gone.md)"), 1);
    assert_eq!(wrong("```text\n`crates/gone`\n```\n"), 0);
}
