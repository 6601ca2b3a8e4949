//! One spelling of a text for all rules, with the way back to the original bytes.
//!
//! Serves every **R** item. NFKC (full and half width become one), characters that show nothing removed, and a second
//! copy with katakana as hiragana and small letters. Must never lose the way back: a finding points at what the author
//! wrote, on character bounds.

use std::ops::Range;

use shingi_domain::report::Span;
use unicode_normalization::{UnicodeNormalization, char as unicode};

/// A text in one spelling. Ranges of `text` are turned into spans of the original.
#[derive(Debug, Clone, Default)]
pub struct Normalised {
    text: String,
    segments: Vec<Segment>,
    original_len: usize,
}

/// A stretch of the normalised text and the original bytes that it came from.
#[derive(Debug, Clone, Copy)]
struct Segment {
    at: usize,
    original: usize,
    original_len: usize,
    /// Byte for byte the same, so that positions inside can be told apart.
    exact: bool,
}

impl Normalised {
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut made =
            Self { text: String::with_capacity(original.len()), segments: Vec::new(), original_len: original.len() };
        let mut chars = original.char_indices().peekable();
        let mut chunk = String::new();
        while let Some((start, first)) = chars.next() {
            let joined = chars.peek().is_some_and(|(_, next)| joins(*next));
            if !joined && is_plain(first) {
                made.push_exact(first, start);
                continue;
            }
            chunk.clear();
            let mut end = start;
            let mut take = |at: usize, c: char| {
                if !is_invisible(c) {
                    chunk.push(c);
                }
                if !is_format(c) {
                    end = at + c.len_utf8();
                }
            };
            take(start, first);
            while let Some((at, next)) = chars.next_if(|(_, next)| joins(*next)) {
                take(at, next);
            }
            if !chunk.is_empty() {
                made.push_chunk(&chunk, &original[start..end], start);
            }
        }
        made
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original bytes that a range of [`Self::text`] came from; a part of a character that was spelt out
    /// (`㈱` → `(株)`) gives the whole character.
    #[must_use]
    pub fn original_span(&self, range: Range<usize>) -> Span {
        let start = self.segment_at(range.start).map_or(self.original_len, |segment| {
            segment.original + if segment.exact { range.start - segment.at } else { 0 }
        });
        if range.end <= range.start {
            return Span { start, end: start };
        }
        let end = self.segment_at(range.end - 1).map_or(self.original_len, |segment| {
            segment.original + if segment.exact { range.end - segment.at } else { segment.original_len }
        });
        Span { start, end: end.max(start) }
    }

    fn segment_at(&self, position: usize) -> Option<&Segment> {
        if position >= self.text.len() {
            return None;
        }
        let after = self.segments.partition_point(|segment| segment.at <= position);
        self.segments.get(after.checked_sub(1)?)
    }

    fn push_exact(&mut self, c: char, original: usize) {
        let len = c.len_utf8();
        match self.segments.last_mut() {
            Some(last) if last.exact && last.original + last.original_len == original => last.original_len += len,
            _ => self.segments.push(Segment { at: self.text.len(), original, original_len: len, exact: true }),
        }
        self.text.push(c);
    }

    fn push_chunk(&mut self, chunk: &str, source: &str, original: usize) {
        let at = self.text.len();
        self.text.extend(chunk.nfkc().filter(|c| !is_invisible(*c)));
        if self.text.len() > at {
            let exact = &self.text[at..] == source;
            self.segments.push(Segment { at, original, original_len: source.len(), exact });
        }
    }
}

/// The normalised and folded form of short words: names, terms, contacts.
#[must_use]
pub fn folded(words: &str) -> String {
    fold(Normalised::new(words).text())
}

/// Katakana as hiragana, capitals as small letters. Every character keeps its length in bytes, so that positions in
/// the copy are positions in the text.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

fn fold_char(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\x7f' => c,
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        '\u{3000}'..='\u{9fff}' => c,
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
                _ => c,
            }
        }
    }
}

/// Characters that NFKC leaves alone and that nothing before them can change: nearly all of a Japanese post.
const fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '、'..='】' | 'ー' | '一'..='\u{9fff}')
}

/// Whether a character belongs to the one before it: marks, what composes, what is not seen.
fn joins(c: char) -> bool {
    match c {
        '\0'..='\u{ac}' | 'ぁ'..='ゖ' | '゛'..='ヿ' | '、'..='】' | '一'..='\u{9fff}' => false,
        'ﾞ' | 'ﾟ' | '\u{1160}'..='\u{11ff}' | '\u{ffa0}'..='\u{ffdc}' => true,
        _ => is_invisible(c) || unicode::is_combining_mark(c) || unicode::canonical_combining_class(c) != 0,
    }
}

/// Default-ignorable characters of Unicode, and the keycap around a digit: nothing that a word consists of.
const fn is_invisible(c: char) -> bool {
    is_format(c)
        || matches!(c, '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{180b}'..='\u{180f}')
}

/// Invisible characters that are not a part of the character before them either.
#[must_use]
pub const fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn original_of<'t>(original: &'t str, words: &str) -> &'t str {
        let made = Normalised::new(original);
        let at = made.text().find(words).unwrap();
        let span = made.original_span(at..at + words.len());
        &original[span.start..span.end]
    }

    #[test]
    fn width_and_voiced_marks_become_one_spelling_and_point_back() {
        assert_eq!(Normalised::new("ﾊﾞｶｶﾞ０９０－１").text(), "バカガ090-1");
        assert_eq!(original_of("電話は０９０です", "090"), "０９０");
        assert_eq!(original_of("ﾊﾞｶ", "バ"), "ﾊﾞ");
        assert_eq!(original_of("か\u{3099}き", "が"), "か\u{3099}");
        assert_eq!(original_of("㈱月", "株"), "㈱");
    }

    #[test]
    fn what_shows_nothing_is_removed_and_stays_inside_the_span() {
        assert_eq!(original_of("あ0\u{200b}9\u{202e}0\u{200b}い", "090"), "0\u{200b}9\u{202e}0");
        assert_eq!(original_of("0️⃣9️⃣0️⃣だ", "090"), "0️⃣9️⃣0️⃣");
        assert_eq!(Normalised::new("\u{200b}\u{feff}").text(), "");
        assert_eq!(Normalised::new("\u{200b}").original_span(0..0), Span { start: 3, end: 3 });
    }

    #[test]
    fn the_folded_copy_has_the_same_positions() {
        let text = "カタカナ ヴ ー ABC Ⅷ İ ſ K";
        let made = Normalised::new(text);
        let copy = fold(made.text());
        assert_eq!(copy.len(), made.text().len());
        assert!(copy.starts_with("かたかな ゔ ー abc"));
    }

    proptest! {
        #[test]
        fn it_is_nfkc_without_what_shows_nothing(text in "\\PC{0,40}|[か-ごカ-ゴｶﾞﾟ\u{3099}\u{309a}\u{200b}\u{301}a가각]{0,20}") {
            let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
            let expected: String = visible.nfkc().filter(|c| !is_invisible(*c)).collect();
            let made = Normalised::new(&text);
            prop_assert_eq!(made.text(), &expected);
            let again = Normalised::new(made.text());
            prop_assert_eq!(again.text(), made.text());
        }

        #[test]
        fn every_range_points_at_character_bounds(text in any::<String>()) {
            let made = Normalised::new(&text);
            let bounds: Vec<usize> = made.text().char_indices().map(|(at, _)| at).chain([made.text().len()]).collect();
            for (nth, &start) in bounds.iter().enumerate() {
                for &end in &bounds[nth..] {
                    let span = made.original_span(start..end);
                    prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some());
                }
            }
        }
    }
}
