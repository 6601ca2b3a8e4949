//! Regular expressions of rules, written with the classes that people know and compiled with small ones.
//!
//! Serves every **R** item. `\p{Han}` has a hundred ranges and `\d` sixty; each repetition copies them into the program.
//! The normalised text has one spelling of digits, blanks and kana, so that a few ranges say the same.

use std::{ops::Range, sync::OnceLock};

use regex::Captures;

use crate::phrases::{Found, Phrases};

const HAN: &str = "㐀-鿿々𠀀-𱍊";
const HIRAGANA: &str = "ぁ-ゖゝゞ";
const KATAKANA: &str = "ァ-ヺヽヾ";
const DIGIT: &str = "0-9";
const BLANK: &str = r" \t\n\r";

/// A rule's pattern, asked as `regex::Regex` is and searched as [`Phrases`]: compiled where a text could match.
#[derive(Debug)]
pub struct Regex {
    phrases: Phrases,
    groups: OnceLock<regex::Regex>,
}

/// A rule's pattern.
///
/// # Panics
/// When first used, where the pattern is none: patterns are constants, and each rule's document runs them.
#[must_use]
pub fn regex(pattern: &str) -> Regex {
    Regex { phrases: Phrases::new(pattern), groups: OnceLock::new() }
}

impl Regex {
    #[must_use]
    pub fn is_match(&self, words: &str) -> bool {
        self.phrases.is_match(words)
    }

    /// The first match that is not empty.
    #[must_use]
    pub fn find<'t>(&self, words: &'t str) -> Option<Found<'t>> {
        self.phrases.find(words)
    }

    /// All matches that are not empty.
    pub fn find_iter<'t>(&self, words: &'t str) -> impl Iterator<Item = Found<'t>> + use<'t> {
        self.phrases.find_iter(words)
    }

    /// The first match with its groups.
    #[must_use]
    pub fn captures<'t>(&self, words: &'t str) -> Option<Captures<'t>> {
        self.groups_of(words, &self.phrases.find(words)?.range())
    }

    /// All matches with their groups.
    pub fn captures_iter<'s, 't>(&'s self, words: &'t str) -> impl Iterator<Item = Captures<'t>> + use<'s, 't> {
        self.phrases.find_iter(words).filter_map(move |found| self.groups_of(words, &found.range()))
    }

    fn groups_of<'t>(&self, words: &'t str, found: &Range<usize>) -> Option<Captures<'t>> {
        let compile = || regex::Regex::new(self.phrases.pattern());
        let groups = self.groups.get_or_init(|| compile().expect("the pattern is a constant"));
        groups.captures_at(words, found.start)
    }
}

/// The pattern with small classes, for normalised text.
#[must_use]
pub fn small(pattern: &str) -> String {
    let mut made = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('\\') {
        made.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [
            (r"\p{Han}", HAN, false),
            (r"\P{Han}", HAN, true),
            (r"\p{Hiragana}", HIRAGANA, false),
            (r"\p{Katakana}", KATAKANA, false),
            (r"\d", DIGIT, false),
            (r"\D", DIGIT, true),
            (r"\s", BLANK, false),
            (r"\S", BLANK, true),
        ];
        if let Some((name, ranges, negated)) = known.iter().find(|(name, ..)| rest.starts_with(name)) {
            // A class inside a class is their union, so this is right inside brackets too.
            made.push_str(if *negated { "[^" } else { "[" });
            made.push_str(ranges);
            made.push(']');
            rest = &rest[name.len()..];
        } else {
            let escaped = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
            made.push_str(&rest[..escaped]);
            rest = &rest[escaped..];
        }
    }
    made + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_become_small_inside_and_outside_of_brackets_and_escapes_stay() {
        assert_eq!(small(r"\\d\d[^\s。]\."), r"\\d[0-9][^[ \t\n\r]。]\.");
        assert!(regex(r"^[\p{Han}ー]{2}\p{Hiragana}\P{Han}$").is_match("𠮷々ぁa"));
        assert!(!regex(r"^[^\d]$").is_match("7"));
    }
}
