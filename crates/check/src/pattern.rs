//! Regular expressions of rules, written with the classes that people know and compiled with small ones.
//!
//! Serves every **R** item. `\p{Han}` has a hundred ranges and `\d` sixty; each repetition copies them into the program.
//! The normalised text has one spelling of digits, blanks and kana, so that a few ranges say the same.

use regex::Regex;

const HAN: &str = "㐀-鿿々𠀀-𱍊";
const HIRAGANA: &str = "ぁ-ゖゝゞ";
const KATAKANA: &str = "ァ-ヺヽヾ";
const DIGIT: &str = "0-9";
const BLANK: &str = r" \t\n\r";

/// Compiles a rule's pattern.
///
/// # Panics
/// Where the pattern is none: patterns are constants, and each rule's document runs them.
#[must_use]
pub fn regex(pattern: &str) -> Regex {
    Regex::new(&small(pattern)).expect("the pattern is a constant, and the rule's document runs it")
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
