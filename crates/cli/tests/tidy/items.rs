//! Which items of the policy a text says that it serves: the codes that module headers carry (`1-7`, `1-3 to 1-7`,
//! `item 1`, `the preamble`), and the words for those that serve all of them or none.
//!
//! Serves every item: `modules` asks every module for one, `articles` lists them per item. Reads words, not grammar: a
//! header that names an item only to say that it does *not* serve it counts as one that does.

use std::collections::BTreeSet;

/// How a module says that no item is its own: a bar, a lock, a parser.
const NONE: &str = "no item of its own";
/// How a module says that it serves all of them, or all of one kind of duty.
const ALL: [&str; 4] = ["every item", "every **", "all items", "every page"];

#[derive(Debug, Default, PartialEq)]
pub struct Served {
    /// Codes as the policy writes them: `0`, `1`, `1-7`.
    pub items: BTreeSet<String>,
    pub all: bool,
    pub none: bool,
}

impl Served {
    pub fn says_something(&self) -> bool {
        !self.items.is_empty() || self.all || self.none
    }
}

/// The lines of a Rust file that open it with `//!`, or of a browser story that open it with `//`, as one text.
pub fn header(source: &str) -> String {
    let mark = if source.starts_with("//!") { "//!" } else { "//" };
    source.lines().map_while(|line| line.strip_prefix(mark)).collect::<Vec<_>>().join(" ")
}

/// `2-4` where the policy may have such an item; what it has is the pack's word.
fn code(word: &str) -> Option<(u8, u8)> {
    let (part, number) = word.split_once('-')?;
    let valid = matches!(part, "1" | "2") && (1..=2).contains(&number.len()) && !number.starts_with('0');
    let number = number.parse().ok().filter(|number| valid && *number <= 20)?;
    Some((part.parse().ok()?, number))
}

pub fn served(header: &str) -> Served {
    let mut served = Served { none: header.contains(NONE), ..Served::default() };
    served.all = ALL.iter().any(|words| header.contains(words));
    if header.to_lowercase().contains("preamble") {
        served.items.insert("0".to_owned());
    }
    let words: Vec<&str> = header.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '-').to_owned();
    let mut in_list = false;
    for (nth, word) in words.iter().enumerate() {
        let (name, before) = (bare(word), nth.checked_sub(1).map_or("", |at| words[at]));
        if let Some((part, number)) = code(&name) {
            let from = match nth.checked_sub(2).map(|at| code(&bare(words[at]))) {
                Some(Some((same, first))) if before == "to" && same == part => first,
                _ => number,
            };
            served.items.extend((from..=number).map(|number| format!("{part}-{number}")));
            in_list = true;
        } else if matches!(name.as_str(), "0" | "1" | "2") {
            // A digit alone is an item only in a list of items, or where it is called one.
            let announced = matches!(bare(before).as_str(), "item" | "items" | "part" | "Serves");
            let opens = word.starts_with('(') && word.get(2..).is_some_and(|rest| rest.starts_with([',', ')']));
            if announced || opens || (in_list && before.ends_with(',')) {
                served.items.insert(name);
                in_list = true;
            }
        } else {
            in_list = in_list && matches!(name.as_str(), "and" | "to");
        }
    }
    served
}

#[test]
fn items_are_read_from_lists_ranges_and_names_and_nothing_else_is() {
    let items = |text: &str| served(text).items.into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(items("Sending (1-7, 2-9): intent. RFC 9162 sections 2.1.3.2 (2026-11-24)"), "1-7 2-9");
    assert_eq!(items("義務 (1-7, 2, 2-1 to 2-5, 2-7)."), "1-7 2 2-1 2-2 2-3 2-4 2-5 2-7");
    assert_eq!(items("The register (0, 1-2) and item 1, part 2; Serves the preamble"), "0 1 1-2 2");
    assert_eq!(items("First run (0): exit 0 holds, 1 does not, 2 unreadable; two of 2; `1-0`, `3-1`, `1-21`"), "0");
    assert_eq!(items("(items 1-7, 2-1 and 2-9 live in `domain`)"), "1-7 2-1 2-9");
    assert!(served("Serves every **R** item.").all && served("A bar; serves no item of its own.").none);
    assert!(!served("One TOML file for the machine.").says_something());
    assert_eq!(header("//! One.\n//! Two (2-9).\nuse x;\n//! no\n"), " One.  Two (2-9).");
}
