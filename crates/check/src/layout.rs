//! Where sentences, clauses, quotations, links, mentions and hashtags begin and end.
//!
//! Serves every **R** item: a quoted word is judged otherwise, and an answer is bound to its sentence. One pass, linear.

use std::ops::Range;

/// A sentence is cut after so many bytes at the next character, so that a text without full stops stays cheap.
const SENTENCE_LENGTH_MAX: usize = 1_200;
/// Brackets nested deeper than this are read as plain characters.
const NESTING_MAX: usize = 32;

/// What a pair of marks does with the words between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosure {
    /// 「」『』“”«» and the plain double quotation mark.
    Quotation,
    /// (), [], 〔〕.
    Parentheses,
    /// 【】《》〈〉: headings and titles.
    Heading,
}

/// Words between a pair of marks, without the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    pub kind: Enclosure,
    pub range: Range<usize>,
}

/// The bounds found in one normalised text.
#[derive(Debug, Default)]
pub struct Layout {
    sentences: Vec<Range<usize>>,
    clauses: Vec<Range<usize>>,
    enclosed: Vec<Enclosed>,
    outermost: [Vec<Range<usize>>; 3],
    urls: Vec<Range<usize>>,
    mentions: Vec<Range<usize>>,
    hashtags: Vec<Range<usize>>,
}

impl Layout {
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut layout = Self::default();
        layout.find_links(text);
        layout.find_tags(text);
        layout.find_bounds(text);
        layout.find_enclosed(text);
        layout
    }

    #[must_use]
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    #[must_use]
    pub fn clauses(&self) -> &[Range<usize>] {
        &self.clauses
    }

    #[must_use]
    pub fn enclosed(&self) -> &[Enclosed] {
        &self.enclosed
    }

    /// The stretches of one kind that lie in no other of that kind, in order.
    #[must_use]
    pub fn outermost(&self, kind: Enclosure) -> &[Range<usize>] {
        &self.outermost[kind as usize]
    }

    #[must_use]
    pub fn urls(&self) -> &[Range<usize>] {
        &self.urls
    }

    #[must_use]
    pub fn mentions(&self) -> &[Range<usize>] {
        &self.mentions
    }

    #[must_use]
    pub fn hashtags(&self) -> &[Range<usize>] {
        &self.hashtags
    }

    fn find_links(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut from = 0;
        while let Some(found) = text[from..].find("://").map(|at| from + at) {
            let scheme = bytes[..found].iter().rev().take(10).take_while(|b| b.is_ascii_alphabetic()).count();
            let rest = bytes[found + 3..].iter().take_while(|b| is_url_byte(**b)).count();
            let mut end = found + 3 + rest;
            while end > found + 3 && matches!(bytes[end - 1], b'.' | b',' | b'!' | b'?' | b':' | b';' | b')' | b'\'') {
                end -= 1;
            }
            if scheme > 0 && end > found + 3 {
                self.urls.push(found - scheme..end);
            }
            from = end.max(found + 3);
        }
    }

    fn find_tags(&mut self, text: &str) {
        let (mut from, mut url) = (0, 0);
        while let Some(at) = text[from..].find(['@', '#']).map(|at| from + at) {
            from = at + 1;
            let joined =
                text[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || c == '&' || c == '/');
            while self.urls.get(url).is_some_and(|url| url.end <= at) {
                url += 1;
            }
            if joined || self.urls.get(url).is_some_and(|url| url.contains(&at)) {
                continue;
            }
            let mention = text.as_bytes()[at] == b'@';
            let length: usize = text[from..]
                .chars()
                .take_while(|c| {
                    if mention {
                        c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@')
                    } else {
                        c.is_alphanumeric() || matches!(c, '_' | 'ー' | '・' | '々')
                    }
                })
                .map(char::len_utf8)
                .sum();
            let words = text[from..from + length].trim_end_matches(['.', '-', '@']);
            let end = from + words.len();
            if mention && !words.is_empty() {
                self.mentions.push(at..end);
            } else if !mention && words.chars().any(|c| !c.is_ascii_digit()) {
                self.hashtags.push(at..end);
            }
            from = end.max(from);
        }
    }

    fn find_bounds(&mut self, text: &str) {
        let (mut sentence, mut clause) = (0, 0);
        let mut chars = text.char_indices().peekable();
        let mut urls = self.urls.iter().peekable();
        while let Some((at, c)) = chars.next() {
            while urls.next_if(|url| url.end <= at).is_some() {}
            let in_url = urls.peek().is_some_and(|url| url.contains(&at));
            let next = chars.peek().map(|(_, next)| *next);
            let mut end = at + c.len_utf8();
            let ends_sentence = !in_url && ends_sentence(text, at, c, next) || end - sentence > SENTENCE_LENGTH_MAX;
            if ends_sentence {
                while let Some((at, c)) =
                    chars.next_if(|(_, c)| matches!(c, '。' | '!' | '?' | '」' | '』' | '”' | ')'))
                {
                    end = at + c.len_utf8();
                }
                push_trimmed(&mut self.sentences, text, sentence..end);
                sentence = end;
            }
            let ends_clause = !in_url
                && (matches!(c, '、' | ':' | ';' | '…') || c == ',' && !next.is_some_and(|n| n.is_ascii_digit()));
            if ends_sentence || ends_clause {
                push_trimmed(&mut self.clauses, text, clause..end);
                clause = end;
            }
        }
        push_trimmed(&mut self.sentences, text, sentence..text.len());
        push_trimmed(&mut self.clauses, text, clause..text.len());
    }

    fn find_enclosed(&mut self, text: &str) {
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut straight: Option<usize> = None;
        for (at, c) in text.char_indices() {
            let after = at + c.len_utf8();
            if c == '"' {
                match straight.take() {
                    Some(start) => self.enclosed.push(Enclosed { kind: Enclosure::Quotation, range: start..at }),
                    None => straight = Some(after),
                }
            } else if let Some((closing, _)) = pair_of(c) {
                if open.len() < NESTING_MAX {
                    open.push((closing, after));
                }
            } else if is_closing(c)
                && let Some(depth) = open.iter().rposition(|(closing, _)| *closing == c)
            {
                let (_, start) = open[depth];
                open.truncate(depth);
                let kind = kind_of(c);
                self.enclosed.push(Enclosed { kind, range: start..at });
            }
        }
        self.enclosed.sort_by_key(|enclosed| (enclosed.range.start, std::cmp::Reverse(enclosed.range.end)));
        for Enclosed { kind, range } in &self.enclosed {
            let outermost = &mut self.outermost[*kind as usize];
            if outermost.last().is_none_or(|last| last.end < range.end) {
                outermost.push(range.clone());
            }
        }
    }
}

const fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^')
}

/// A full stop in Latin script counts before white space or the end, and not after a single capital ("J. Smith").
fn ends_sentence(text: &str, at: usize, c: char, next: Option<char>) -> bool {
    match c {
        '。' | '!' | '?' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
        '.' => {
            let mut before = text[..at].chars().rev();
            let (last, last_but_one) = (before.next(), before.next());
            let initial =
                last.is_some_and(|c| c.is_ascii_uppercase()) && !last_but_one.is_some_and(char::is_alphanumeric);
            next.is_none_or(char::is_whitespace) && !initial
        }
        _ => false,
    }
}

const fn pair_of(c: char) -> Option<(char, Enclosure)> {
    Some(match c {
        '「' => ('」', Enclosure::Quotation),
        '『' => ('』', Enclosure::Quotation),
        '“' => ('”', Enclosure::Quotation),
        '«' => ('»', Enclosure::Quotation),
        '(' => (')', Enclosure::Parentheses),
        '[' => (']', Enclosure::Parentheses),
        '〔' => ('〕', Enclosure::Parentheses),
        '【' => ('】', Enclosure::Heading),
        '《' => ('》', Enclosure::Heading),
        '〈' => ('〉', Enclosure::Heading),
        _ => return None,
    })
}

const fn is_closing(c: char) -> bool {
    matches!(c, '」' | '』' | '”' | '»' | ')' | ']' | '〕' | '】' | '》' | '〉')
}

const fn kind_of(closing: char) -> Enclosure {
    match closing {
        ')' | ']' | '〕' => Enclosure::Parentheses,
        '】' | '》' | '〉' => Enclosure::Heading,
        _ => Enclosure::Quotation,
    }
}

fn push_trimmed(ranges: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let words = &text[range.clone()];
    let trimmed = words.trim_start();
    let start = range.end - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if end > start {
        ranges.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'t>(text: &'t str, ranges: &[Range<usize>]) -> Vec<&'t str> {
        ranges.iter().map(|range| &text[range.clone()]).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_lines_and_not_inside_numbers_or_links() {
        let text = "今日は晴れ。明日は?「雨。」3.5度\nSee https://example.com/a.b?c. J. Smith came. ok";
        let layout = Layout::new(text);
        assert_eq!(
            words(text, layout.sentences()),
            ["今日は晴れ。", "明日は?", "「雨。」", "3.5度", "See https://example.com/a.b?c.", "J. Smith came.", "ok"]
        );
    }

    #[test]
    fn clauses_end_at_commas_but_a_thousand_stays_whole() {
        let text = "雨なので、1,000円引き";
        assert_eq!(words(text, Layout::new(text).clauses()), ["雨なので、", "1,000円引き"]);
    }

    #[test]
    fn quotations_nest_and_an_open_one_is_no_quotation() {
        let text = "「a『b』c」(d) \"e\" 「f";
        let found: Vec<(Enclosure, &str)> =
            Layout::new(text).enclosed().iter().map(|e| (e.kind, &text[e.range.clone()])).collect();
        assert_eq!(
            found,
            [
                (Enclosure::Quotation, "a『b』c"),
                (Enclosure::Quotation, "b"),
                (Enclosure::Parentheses, "d"),
                (Enclosure::Quotation, "e")
            ]
        );
    }

    #[test]
    fn tags_and_mentions_are_found_between_kana_and_not_in_mail_or_links() {
        let text = "見て@sora_noだよ#秋の味 mail a@b.jp https://example.com/#top #1";
        let layout = Layout::new(text);
        assert_eq!(words(text, layout.mentions()), ["@sora_no"]);
        assert_eq!(words(text, layout.hashtags()), ["#秋の味"]);
        assert_eq!(words(text, layout.urls()), ["https://example.com/#top"]);
    }

    #[test]
    fn a_megabyte_without_a_stop_is_cut_into_sentences() {
        let text = "あ".repeat(300_000);
        assert!(Layout::new(&text).sentences().iter().all(|s| s.len() <= SENTENCE_LENGTH_MAX + 4));
    }
}
