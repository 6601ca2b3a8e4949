//! Words that must not stand in the tree: paths of somebody's machine, hosts of package registries, tests that are
//! switched off, code that is not there yet.
//!
//! The forbidden words are put together here, so that this file may be scanned like any other.

use crate::tree::{File, assert_none, files};

/// What is forbidden, and in files that end how (empty: in all).
const FORBIDDEN: [(&str, &str); 19] = [
    (concat!("/", "work/"), ""),
    (concat!("/", "root/"), ""),
    (concat!("/", "home/"), ""),
    (concat!("C:", "\\"), ""),
    (concat!("index.", "crates.io"), ""),
    (concat!("static.", "crates.io"), ""),
    (concat!("https://", "crates.io"), ""),
    (concat!("registry.", "npmjs"), ""),
    (concat!("npmjs", ".com"), ""),
    (concat!("pypi", ".org"), ""),
    (concat!("pythonhosted", ".org"), ""),
    (concat!("deb.", "debian.org"), ""),
    (concat!("proxy.", "golang.org"), ""),
    (concat!("to", "do!("), ".rs"),
    (concat!("unimple", "mented!("), ".rs"),
    (concat!("#[ig", "nore"), ".rs"),
    (concat!(".skip", "("), ".mjs"),
    (concat!("test.", "to", "do("), ".mjs"),
    (concat!("test.", "only("), ".mjs"),
];

fn forbidden(file: &File) -> Vec<String> {
    let Some(text) = file.text() else { return Vec::new() };
    let mut complaints = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for (word, ending) in FORBIDDEN.iter().filter(|(_, ending)| file.path.ends_with(ending)) {
            let found = line.match_indices(word).any(|(at, _)| begins_there(line, at, word));
            if found {
                let ending = if ending.is_empty() { "any file" } else { ending };
                complaints.push(format!("{}:{}: `{word}`, not allowed in {ending}", file.path, index + 1));
            }
        }
    }
    complaints
}

/// A leading slash is that of a machine's path only at the beginning of a word, not inside a URL.
fn begins_there(line: &str, at: usize, word: &str) -> bool {
    !word.starts_with('/') || !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_-.}*".contains(c))
}

#[test]
fn no_machine_path_no_registry_host_and_nothing_switched_off_stands_in_the_tree() {
    let complaints: Vec<String> = files().iter().flat_map(forbidden).collect();
    assert_none(&complaints, "Use a path from the root, a package's name; finish the code; assert what is so today.");
}

#[test]
fn each_forbidden_word_is_noticed_where_it_counts() {
    for (word, ending) in FORBIDDEN {
        let file = File { path: format!("a{ending}"), bytes: format!("see {word}x)\n").into_bytes() };
        assert_eq!(forbidden(&file).len(), 1, "`{word}`");
    }
    let url = File { path: "a.md".to_owned(), bytes: concat!("pages", "/", "home/", "index").as_bytes().to_vec() };
    assert!(forbidden(&url).is_empty());
}
