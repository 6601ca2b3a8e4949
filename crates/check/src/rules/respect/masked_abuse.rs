//! 2-4: abuse in disguise: spaced, masked, in look-alikes, in number codes.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "respect/masked_abuse",
    doc: crate::rule::document(include_str!("masked_abuse.md")),
    triggers: &[
        Trigger::Words(&[
            "○", "〇", "◯", "●", "□", "■", "×", "✕", "✖", "*", "_", "・", "/", "口", "力", "夕", "工", "二",
        ]),
        Trigger::Words(&[
            " ", "タヒ", "夕ヒ", "氏ね", "市ね", "士ね", "4", "564", "5ろ", "56", "シネ", "コロ", "1", "0", "@", "$",
            "!", "3",
        ]),
    ],
    needs: &[],
    run,
};

/// What is looked for behind the disguise, folded. Two letters only count between separators.
const ABUSE: [&str; 34] = [
    "しね",
    "殺す",
    "殺せ",
    "ころす",
    "ころせ",
    "ころして",
    "きえろ",
    "消えろ",
    "きちがい",
    "がいじ",
    "ちょん公",
    "おかま",
    "くたばれ",
    "くそやろう",
    "くそばばあ",
    "くそじじい",
    "ばか野郎",
    "あほ",
    "ばか",
    "くず",
    "死ね",
    "ごみくず",
    "ぶっころ",
    "fuck",
    "fucker",
    "fucking",
    "shit",
    "bitch",
    "bastard",
    "nigger",
    "faggot",
    "retard",
    "idiot",
    "kill",
];
/// These English words must be broken by a sign or a digit to be a disguise at all, and are no threat on their own.
const NEEDS_TARGET: [&str; 2] = ["kill", "idiot"];

/// Codes that are written without a sign.
static CODES: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"[4四](?:ね(?:よ|ば|や|。|!|$|w|っ)|んで(?:くれ|しま|詫び|ほしい|いい|ね|よ|こい|くださ|もら)|にさらせ|んじまえ)",
        r"たひ(?:ね|んで|ぬ(?:べき|ほう)|れ|にさらせ)|夕ひ(?:ね|んで)",
        r"[氏市士詩](?:ね(?:よ|ば|や|。|!|$|w|っ)|んで(?:くれ|しまえ|詫び|ほしい))",
        r"5ろ(?:す|し|せ|した)|56(?:して(?:や|ほ)|すぞ|したい)",
        r"564(?:す|て|たい|に行|ます|てや)|5 6 4す",
        r"(?:○|〇|◯|●|×|✕|\*)(?:す(?:ぞ|から|しかない)|して(?:や|ほしい)|しに行|されろ)",
        r"(?:殺|ころ|コロ)(?:○|〇|◯|●|×|✕|\*|□|■)",
        r"(?:死|タヒ)(?:○|〇|◯|●|×|✕|\*|□|■)(?:。|!|$|よ|や|や|w)",
    ])
});
static TARGET: LazyLock<Phrases> =
    LazyLock::new(|| any(&[r"you|him|her|them|that|this|all|everyone|ref|boss|customer"]));
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"方言|早口ことば|という(?:言葉|ことば|語|表現)|伏せ字|クイズ|虫食い|殺菌|害虫|ゲーム|ボス|映画|小説|クロスワード|穴埋め",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.folded();
    let mut found: Vec<Range<usize>> = CODES.find_all(text);
    found.extend(disguised(a.text(), text));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    for range in found {
        if range.start < end || a.is_in_url(&range) || EXCEPT.is_match(&text[a.sentence_at(range.start)]) {
            continue;
        }
        end = range.end;
        sink.find(a, range);
    }
}

/// Letters with their positions, the signs between them left out, look-alikes read as what they look like.
fn disguised(text: &str, folded: &str) -> Vec<Range<usize>> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut signs = 0_usize;
    for ((at, c), original) in folded.char_indices().zip(text.chars()) {
        if is_separator(c) {
            signs += 1;
            continue;
        }
        let (read, odd) = read_as(c);
        letters.push(Letter { at, end: at + c.len_utf8(), read, odd, signs, katakana: is_katakana(original) });
        signs = 0;
    }
    // Once for the text: within the loop it would cost a long text its linear time.
    let targeted = TARGET.is_match(folded);
    let mut found = Vec::new();
    for word in ABUSE {
        let first = word.chars().next();
        let length = word.chars().count();
        for (nth, window) in letters.windows(length).enumerate() {
            if (Some(window[0].read) == first || window[0].read == MASK)
                && is_disguise(word, window)
                && stands_free(word, &letters, nth, length)
                && (!NEEDS_TARGET.contains(&word) || targeted)
            {
                found.push(window[0].at..window[length - 1].end);
            }
        }
    }
    found
}

struct Letter {
    at: usize,
    end: usize,
    read: char,
    /// Not what it is read as: a digit for a letter, a kanji for a kana.
    odd: bool,
    /// How many signs stand before it.
    signs: usize,
    katakana: bool,
}

const MASK: char = '○';

fn is_disguise(word: &str, window: &[Letter]) -> bool {
    let (mut masks, mut odd, mut spaced) = (0, 0, 0);
    for (nth, (wanted, letter)) in word.chars().zip(window).enumerate() {
        if letter.read == MASK {
            masks += 1;
        } else if letter.read != wanted {
            return false;
        }
        odd += usize::from(letter.odd);
        if nth > 0 && letter.signs > 1 {
            return false;
        }
        spaced += usize::from(nth > 0 && letter.signs == 1);
    }
    let length = window.len();
    let latin = word.is_ascii();
    let all_spaced = spaced == length - 1;
    match (masks, odd) {
        (0, 0) => all_spaced && (length > 2 || !latin),
        (0, 1..) => spaced == 0 && (latin || window.iter().any(|letter| letter.katakana)) || all_spaced,
        (1, 0) => length > 2 && spaced == 0 && window[0].read != MASK,
        _ => false,
    }
}

/// Spaced single letters must not be a part of a longer row of the same kind, words in Latin letters not of a longer word.
fn stands_free(word: &str, letters: &[Letter], nth: usize, length: usize) -> bool {
    let before = nth.checked_sub(1).map(|at| (&letters[at], letters[nth].signs));
    let after = letters.get(nth + length).map(|letter| (letter, letter.signs));
    let joined = |side: Option<(&Letter, usize)>| {
        side.is_some_and(|(letter, signs)| signs == 0 && word.is_ascii() && letter.read.is_ascii_alphabetic())
    };
    if joined(before) || joined(after) {
        return false;
    }
    let kana_row =
        |side: Option<(&Letter, usize)>| side.is_some_and(|(letter, signs)| signs == 1 && is_kana(letter.read));
    // 「あ い う え お」: a row of spaced kana is a table, not a word.
    length > 2 || !(kana_row(before) && kana_row(after))
}

const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '・' | '.' | '-' | '_' | '/' | '、' | '|' | '~' | '〜')
}

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

const fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ')
}

/// What a character is read as, and whether it is another one.
const fn read_as(c: char) -> (char, bool) {
    match c {
        '○' | '〇' | '◯' | '●' | '□' | '■' | '×' | '✕' | '✖' | '◎' | '△' | '▲' | '*' => {
            (MASK, false)
        }
        '口' => ('ろ', true),
        '力' => ('か', true),
        '夕' => ('た', true),
        '工' => ('え', true),
        '二' => ('に', true),
        '1' | '!' => ('i', true),
        '0' => ('o', true),
        '3' => ('e', true),
        '4' | '@' => ('a', true),
        '5' | '$' => ('s', true),
        other => (other, false),
    }
}
