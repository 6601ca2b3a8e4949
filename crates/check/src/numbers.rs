//! Groups of digits in a text, however they are written: 090, ０９０, 〇九〇, ゼロキュウゼロ, 0️⃣9️⃣0️⃣.
//!
//! Serves 1-4: telephone numbers, cards, My Number. Found once per text, on demand, and shared by the rules.

use std::ops::Range;

/// Digits that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub range: Range<usize>,
    /// As ASCII digits.
    pub digits: String,
    /// How it hangs together with the group before it.
    pub link: Link,
}

/// What stands between two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Words, or too much: the groups have nothing to do with each other.
    None,
    /// Blanks only.
    Space,
    /// A hyphen, a dot, brackets, 「の」, a picture sign.
    Sign,
}

/// A gap longer than this divides.
const GAP_CHARS_MAX: usize = 4;
/// Spoken prefixes of mobile numbers, folded.
const SPOKEN: [(&str, &str); 6] = [
    ("ぜろきゅうぜろ", "090"),
    ("ぜろはちぜろ", "080"),
    ("ぜろななぜろ", "070"),
    ("れいきゅうれい", "090"),
    ("れいはちれい", "080"),
    ("れいななれい", "070"),
];

/// All groups of a normalised text and its folded copy.
#[must_use]
pub fn groups(text: &str, folded: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some((digits, end)) = group_at(text, folded, at, c) else {
            at += c.len_utf8();
            continue;
        };
        let link = groups.last().map_or(Link::None, |last| link(&text[last.range.end..at]));
        groups.push(Group { range: at..end, digits, link });
        at = end;
    }
    groups
}

fn group_at(text: &str, folded: &str, at: usize, first: char) -> Option<(String, usize)> {
    if first.is_ascii_digit() {
        let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        return Some((text[at..at + length].to_owned(), at + length));
    }
    if kanji_digit(first).is_some() {
        // A single one is a word (一人, 二丁目) or a dash between digits.
        let digits: String = text[at..].chars().map_while(kanji_digit).collect();
        let length: usize = text[at..].chars().take(digits.len()).map(char::len_utf8).sum();
        return (digits.len() > 1).then_some((digits, at + length));
    }
    if matches!(first, 'ゼ' | 'ぜ' | 'レ' | 'れ') {
        let spoken = SPOKEN.iter().find(|(words, _)| folded[at..].starts_with(words));
        return spoken.map(|(words, digits)| ((*digits).to_owned(), at + words.len()));
    }
    None
}

const fn kanji_digit(c: char) -> Option<char> {
    Some(match c {
        '〇' | '零' => '0',
        '一' | '壱' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    })
}

fn link(gap: &str) -> Link {
    let mut dashed = false;
    let mut line = false;
    for (nth, c) in gap.chars().enumerate() {
        let sign =
            matches!(c, 'の' | 'ノ' | 'ー' | '一' | '-' | '.' | '(' | ')' | '・' | '_' | '*' | '|' | '−' | '—' | '─');
        let other = !c.is_alphanumeric()
            && !c.is_whitespace()
            && !matches!(
                c,
                ':' | ';'
                    | ','
                    | '、'
                    | '。'
                    | '/'
                    | '→'
                    | '='
                    | '+'
                    | '~'
                    | '〜'
                    | '%'
                    | '¥'
                    | '「'
                    | '」'
                    | '⇔'
                    | '?'
                    | '!'
                    | '#'
                    | '@'
                    | '"'
                    | '【'
                    | '】'
            );
        if nth >= GAP_CHARS_MAX || !(sign || other || c.is_whitespace()) {
            return Link::None;
        }
        dashed |= sign || other;
        line |= c == '\n';
    }
    match (dashed, line) {
        (true, _) => Link::Sign,
        (false, true) => Link::None,
        (false, false) => Link::Space,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        let mut shape = String::new();
        for group in groups(text, &crate::normalize::fold(text)) {
            shape.push_str(match group.link {
                Link::None => "|",
                Link::Space => " ",
                Link::Sign => "-",
            });
            shape.push_str(&group.digits);
        }
        shape
    }

    #[test]
    fn digits_are_read_in_every_script_and_hang_together_over_signs() {
        assert_eq!(shape("〇八〇の〇〇〇〇の六六二三"), "|080-0000-6623");
        assert_eq!(shape("ゼロキュウゼロ 1234 の 5678"), "|090 1234-5678");
        assert_eq!(shape("090-🌸0000🌸-7316"), "|090-0000-7316");
        assert_eq!(shape("03(1234)5678"), "|03-1234-5678");
        assert_eq!(shape("9:00、11/30 一人で2026年"), "|9|00|11|30|2026");
        assert_eq!(shape("090一1234一5678"), "|090-1234-5678");
    }
}
