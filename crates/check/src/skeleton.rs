//! What is left of a text when its spelling is taken away: letters and digits in one kana, case and form of kanji,
//! without blanks, middle dots, hyphens and long-vowel marks, with the way back.
//!
//! Serves 1-6: a confidential name is found however it is spelt out. Must never decide what counts as a name: which gaps
//! are harmless is [`crate::matters`]' to say.

use std::ops::Range;

/// Stands for one character that the writer masked (`○`, `●`, `*`, `×`).
pub const MASK: char = '*';

/// The letters of a text and where each came from.
#[derive(Debug, Clone, Default)]
pub struct Skeleton {
    text: String,
    /// Where stretches begin that run evenly in both: (in the skeleton, in the text).
    runs: Vec<(usize, usize)>,
}

impl Skeleton {
    /// From a folded text ([`crate::normalize::fold`]).
    #[must_use]
    pub fn of(folded: &str) -> Self {
        let mut made = Self { text: String::with_capacity(folded.len()), runs: Vec::new() };
        let mut before = None;
        let mut chars = folded.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|(_, c)| *c);
            if is_gap(c, before, after) {
                continue;
            }
            match (c, after.and_then(voiced)) {
                ('ゔ', Some(letter)) => {
                    chars.next();
                    made.push(letter, at);
                }
                ('ゔ', None) => made.push('ぶ', at),
                _ => made.push(plain(c), at),
            }
            before = Some(c);
        }
        made
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the character of the text begins that a position of the skeleton came from.
    #[must_use]
    pub fn origin(&self, position: usize) -> usize {
        let after = self.runs.partition_point(|(at, _)| *at <= position);
        self.runs.get(after.saturating_sub(1)).map_or(0, |(at, origin)| origin + (position - at))
    }

    /// The stretch of the text that a stretch of the skeleton came from, with the marks that only lengthen its last
    /// letter.
    #[must_use]
    pub fn range(&self, folded: &str, of: &Range<usize>) -> Range<usize> {
        let last = self.text[..of.end].char_indices().next_back().map_or(of.start, |(at, _)| at);
        let start = self.origin(of.start);
        let mut end = self.origin(last);
        let mut chars = folded[end..].chars();
        end += chars.next().map_or(0, char::len_utf8);
        end += chars
            .take_while(|c| matches!(c, 'ー' | '〜' | '~' | 'ぁ' | 'ぃ' | 'ぇ' | 'ぉ'))
            .map(char::len_utf8)
            .sum::<usize>();
        start..end
    }

    fn push(&mut self, c: char, origin: usize) {
        let even = self.runs.last().is_some_and(|(at, from)| from + (self.text.len() - at) == origin);
        if !even {
            self.runs.push((self.text.len(), origin));
        }
        self.text.push(c);
    }
}

/// What may stand inside of a word without ending it. Marks that end a sentence, a clause or a quotation are none.
fn is_gap(c: char, before: Option<char>, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        ',' => digit(before) && digit(after),
        'ー' | '・' | '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '_' | '.' | '\'' | '’' | '~' | '〜' | '/'
        | '|' | '+' | '=' => true,
        '、' | '。' | '!' | '?' | ':' | ';' | '「' | '」' | '『' | '』' | '(' | ')' | '【' | '】' | '"' | '“' | '”'
        | '#' | '@' | '%' | '¥' | '$' => false,
        _ if is_mask(c) => false,
        _ => !c.is_alphanumeric(),
    }
}

#[must_use]
pub const fn is_mask(c: char) -> bool {
    matches!(c, '*' | '○' | '〇' | '●' | '◯' | '⚪' | '×' | '✕' | '✖' | '■' | '□' | '△' | '▲' | '※')
}

/// One form of a character that is written in several.
const fn plain(c: char) -> char {
    match c {
        _ if is_mask(c) => MASK,
        'ゕ' => 'か',
        'ゖ' => 'け',
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '齋' | '齊' | '斎' => '斉',
        '邊' | '邉' => '辺',
        '澤' => '沢',
        '濱' | '濵' => '浜',
        '櫻' => '桜',
        '國' => '国',
        '廣' => '広',
        '嶋' | '嶌' => '島',
        '龍' => '竜',
        '眞' => '真',
        '惠' => '恵',
        '榮' => '栄',
        '學' => '学',
        '會' => '会',
        '條' => '条',
        '壽' => '寿',
        '寶' => '宝',
        '冨' => '富',
        '圓' => '円',
        '藝' => '芸',
        '渕' => '淵',
        '燈' => '灯',
        '瀧' => '滝',
        '萬' => '万',
        '與' => '与',
        '豐' => '豊',
        '鐵' => '鉄',
        _ => c,
    }
}

/// ゔぁ is ば.
const fn voiced(small: char) -> Option<char> {
    Some(match small {
        'ぁ' => 'ば',
        'ぃ' => 'び',
        'ぇ' => 'べ',
        'ぉ' => 'ぼ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::folded;

    fn letters(text: &str) -> String {
        Skeleton::of(&folded(text)).text().to_owned()
    }

    #[test]
    fn spellings_of_one_name_have_one_skeleton() {
        for text in ["ブルーバード", "ブルーバード計画"] {
            assert!(letters(text).starts_with("ぶるばど"));
        }
        for text in
            ["ﾌﾞﾙｰﾊﾞｰﾄﾞ", "ぶるーばーど", "ブルー・バード", "ブ ル ー バ ー ド", "ブル\u{200b}ーバード", "ブルバード"]
        {
            assert_eq!(letters(text), "ぶるばど");
        }
        assert_eq!(letters("ヴァイオレット"), letters("バイオレット"));
        assert_eq!(letters("Ｂｌｕｅ－Ｂｉｒｄ"), "bluebird");
        assert_eq!(letters("髙濱"), letters("高浜"));
        assert_eq!(letters("1,234億円"), "1234億円");
        assert_eq!(letters("線。が、来「た」"), "線。が、来「た」");
    }

    #[test]
    fn a_stretch_points_back_at_the_characters_that_it_came_from() {
        let folded = folded("新しいブ・ルー・バードーだ、ヴァン");
        let skeleton = Skeleton::of(&folded);
        let back = |words: &str| {
            let at = skeleton.text().find(words).unwrap();
            &folded[skeleton.range(&folded, &(at..at + words.len()))]
        };
        assert_eq!(back("ぶるばど"), "ぶ・るー・ばーどー");
        assert_eq!(back("ばん"), "ゔぁん");
        assert_eq!(back("新しい"), "新しい");
    }
}
