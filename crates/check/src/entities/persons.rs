//! People by surname and given name, by title, by a name in katakana.
//!
//! Serves 1-4 and 2-3. Must never take a trade, an animal or a family word for a name.

use std::sync::LazyLock;

use shingi_morph::Kind;

use super::{Certainty, Entity, Reading, Sort, Words, is_hiragana, is_kanji, is_katakana, length, set};
use crate::people;

/// Words that stand behind a name as さん does, and are nouns to the dictionary.
static TITLES: Words = LazyLock::new(|| {
    set("先生 選手 監督 部長 課長 係長 社長 副社長 専務 常務 会長 店長 所長 院長 教授 主任 \
     部長さん 議員 知事 市長 大臣 首相 アナ アナウンサー 記者 弁護士 医師 容疑者 被告 投手 \
     捕手 親方 師匠 先輩 コーチ 理事長")
});
/// Hiragana and plain words that are given names too, before a title.
static GIVEN: Words = LazyLock::new(|| {
    set("さくら かえで もみじ ひまり あおい ひかり のぞみ みらい つばさ はるか いずみ あかり \
     すみれ ゆり かおり しずか まこと つばめ こころ ひなた そら うみ なぎさ みなと ほのか \
     めぐみ さつき みどり あゆみ まもる すすむ ひとみ まどか いぶき あさひ ひより つむぎ \
     いろは あんず れもん ゆず こはる りく れん")
});

pub(super) fn find(r: &Reading<'_, '_>, found: &mut Vec<Entity>) {
    let mut nth = 0;
    while nth < r.words.len() {
        let (first, last, certainty) = match name_at(r, nth) {
            Some(name) => name,
            None => {
                nth += 1;
                continue;
            }
        };
        let titled = title_after(r, last);
        let certainty = if titled.is_some() { certainty.max(Certainty::Formed) } else { certainty };
        let end = titled.unwrap_or(last);
        found.push(Entity { range: r.range(first, end), sort: Sort::Person, certainty });
        nth = end + 1;
    }
}

/// The name that begins at a word: first word, last word, how sure.
fn name_at(r: &Reading<'_, '_>, nth: usize) -> Option<(usize, usize, Certainty)> {
    let (word, kind) = (r.word(nth), r.kind(nth));
    // Nearly no word begins a name; the costly question comes last.
    let dotted = matches!(r.word(nth + 1), "・" | "=");
    let may_begin =
        kind.is_person() || kind == Kind::Place || dotted || is_hiragana(word) || title_after(r, nth).is_some();
    if !may_begin || behind_name(r, nth) || is_nobody(word, kind) {
        return None;
    }
    let family = kind == Kind::FamilyName
        || kind == Kind::Place && is_kanji(word) && length(word) == 2 && !is_suffix(r, nth + 1)
        || matches!(kind, Kind::PersonName | Kind::GivenName) && is_kanji(word) && length(word) == 2;
    if family {
        for gap in [false, true] {
            if let Some(last) = given_after(r, nth + 1, gap, kind == Kind::FamilyName) {
                return Some((nth, last, Certainty::Whole));
            }
        }
    }
    if let Some(last) = foreign(r, nth) {
        return Some((nth, last, Certainty::Whole));
    }
    if title_after(r, nth).is_some() && may_be_called(r, nth) {
        return Some((nth, nth, Certainty::Formed));
    }
    if let Some(last) = spelt(r, nth) {
        return Some((nth, last, Certainty::Formed));
    }
    bare(r, nth).then_some((nth, nth, Certainty::Bare))
}

/// A given name behind a surname; with a gap, behind one blank.
fn given_after(r: &Reading<'_, '_>, nth: usize, gap: bool, sure: bool) -> Option<usize> {
    if nth >= r.words.len() || r.joined(nth) == gap {
        return None;
    }
    if gap && &r.text[r.words[nth - 1].end..r.words[nth].start] != " " {
        return None;
    }
    let (word, kind) = (r.word(nth), r.kind(nth));
    let end_is_clear = !r.joined(nth + 1) || !r.kind(nth + 1).is_noun() || title_after(r, nth).is_some();
    let given = match kind {
        Kind::GivenName => sure || is_kanji(word) && length(word) >= 2,
        // 佐藤 真: a surname that is a given name too.
        Kind::FamilyName | Kind::PersonName => sure && length(word) <= 2 && end_is_clear,
        _ => false,
    };
    // 小野寺 陽 葵 さま: kanji that the dictionary divides.
    let mut last = nth;
    while sure && is_kanji(r.word(last)) && last < nth + 3 && (last == nth || r.joined(last)) {
        if length(&r.text[r.range(nth, last)]) <= 3 && r.kind(last + 1) == Kind::PersonSuffix && r.joined(last + 1) {
            return Some(last);
        }
        last += 1;
    }
    // A spelling that the dictionary does not know: 高橋 陽葵, 北条 れお; only behind a sure surname.
    let unknown = sure
        && end_is_clear
        && (r.is_unknown(nth) || matches!(kind, Kind::Noun) && GIVEN.contains(word))
        && matches!(length(word), 1..=4)
        && (is_kanji(word) && length(word) <= 3 || is_katakana(word) || is_hiragana(word));
    (given || unknown).then_some(nth)
}

/// マイケル・ジャクソン: two to four parts, at least one of which is known as a person's.
fn foreign(r: &Reading<'_, '_>, nth: usize) -> Option<usize> {
    if !is_katakana(r.word(nth)) {
        return None;
    }
    let mut last = nth;
    while matches!(r.word(last + 1), "・" | "=") && is_katakana(r.word(last + 2)) && last < nth + 6 {
        last += 2;
    }
    let person = (nth..=last).step_by(2).any(|part| r.kind(part).is_person()) || title_after(r, last).is_some();
    (last > nth && person).then_some(last)
}

/// The last word of the title behind a name.
fn title_after(r: &Reading<'_, '_>, last: usize) -> Option<usize> {
    let nth = last + 1;
    let word = r.word(nth);
    let behind = r.joined(nth) || nth < r.words.len() && &r.text[r.words[last].end..r.words[nth].start] == " ";
    let title = match r.kind(nth) {
        Kind::PersonSuffix => !matches!(word, "著" | "ちん" | "はん" | "殿" | "どの") || r.joined(nth),
        // 「君」 and 「様」 that the dictionary took for nouns.
        _ => {
            matches!(word, "さん" | "くん" | "君" | "氏" | "ちゃん" | "さま" | "サン" | "サマ") || TITLES.contains(word)
        }
    };
    if !title || !behind || !r.joined(nth) && TITLES.contains(word) {
        return None;
    }
    // 「田中部長」 is one, 「田中部長職」 is none.
    Some(if matches!(r.word(nth + 1), "さん" | "さま" | "様") && r.joined(nth + 1) { nth + 1 } else { nth })
}

/// Whether a word before a title is what somebody is called.
fn may_be_called(r: &Reading<'_, '_>, nth: usize) -> bool {
    let (word, kind) = (r.word(nth), r.kind(nth));
    let suffix =
        r.kind(nth + 1) == Kind::PersonSuffix || matches!(r.word(nth + 1), "さん" | "くん" | "ちゃん" | "君" | "氏");
    if is_nobody(word, kind) || r.joined(nth) && is_part(r, nth) {
        return false;
    }
    match kind {
        Kind::FamilyName | Kind::PersonName => suffix || length(word) >= 2,
        Kind::GivenName => suffix && (length(word) >= 2 || is_kanji(word)),
        // 千葉さん, 福島さん; not 東京さん.
        Kind::Place => suffix && is_kanji(word) && length(word) == 2,
        Kind::Noun | Kind::ProperNoun | Kind::Other | Kind::ActionNoun | Kind::AdjectivalNoun | Kind::TimeNoun => {
            // 柊くん: nobody calls a thing so.
            let child = matches!(r.word(nth + 1), "くん" | "君") && is_kanji(word) && kind == Kind::Noun;
            suffix && (child || GIVEN.contains(word) || r.is_unknown(nth) && name_like(word))
        }
        Kind::Organisation | Kind::Country => false,
        _ => false,
    }
}

/// A word that no dictionary knows and that has a name's shape.
fn name_like(word: &str) -> bool {
    is_kanji(word) && length(word) <= 5
        || is_katakana(word) && matches!(length(word), 2..=6)
        || is_hiragana(word) && length(word) <= 4
}

/// Whether a word is the end of a longer noun: 小児科 の 科, 運転 手.
fn is_part(r: &Reading<'_, '_>, nth: usize) -> bool {
    let before = r.kind(nth - 1);
    matches!(before, Kind::Noun | Kind::ActionNoun | Kind::Prefix | Kind::Number | Kind::NounSuffix)
        && !matches!(r.kind(nth), Kind::FamilyName)
        && !r.is_unknown(nth)
}

/// ゆいちゃん, こうたくん: hiragana that the dictionary breaks into pieces, before a title for children.
fn spelt(r: &Reading<'_, '_>, nth: usize) -> Option<usize> {
    let kind = r.kind(nth);
    if !is_hiragana(r.word(nth)) || kind.is_particle() || kind == Kind::Auxiliary {
        return None;
    }
    // Four characters and the title.
    let start = r.words[nth].start;
    let text = &r.text[start..r.text.floor_char_boundary((start + 21).min(r.text.len()))];
    let title = ["ちゃん", "くん"].iter().filter_map(|title| text.find(title).map(|at| (at, title.len()))).min()?;
    let name = &text[..title.0];
    if !is_hiragana(name) || !matches!(length(name), 2..=4) || people::is_nobody(name) {
        return None;
    }
    let end = r.words[nth].start + title.0 + title.1;
    let last = r.words.partition_point(|word| word.end < end);
    (r.words.get(last)?.end == end).then_some(last)
}

/// A name with nothing around it that says so: 「田中が」. One kanji or hiragana alone is mostly a word.
fn bare(r: &Reading<'_, '_>, nth: usize) -> bool {
    let word = r.word(nth);
    let person = matches!(r.kind(nth), Kind::FamilyName | Kind::GivenName | Kind::PersonName);
    let next = r.kind(nth + 1);
    let free = !r.joined(nth) || r.kind(nth - 1).is_particle() || r.kind(nth - 1).is_mark();
    let ends = !r.joined(nth + 1) || next.is_particle() || next.is_mark();
    person && free && ends && length(word) >= 2 && !is_hiragana(word)
}

/// Trades that are surnames to the dictionary.
static TRADES: Words = LazyLock::new(|| {
    set("八百屋 大家 薬屋 米屋 油屋 茶屋 豆腐屋 酒屋 魚屋 花屋 本屋 靴屋 医者 武者 神主 庄屋 家主 名主 仏師 絵師 医師")
});

fn is_nobody(word: &str, kind: Kind) -> bool {
    TRADES.contains(word) || kind != Kind::FamilyName && people::is_nobody(word)
}

fn is_suffix(r: &Reading<'_, '_>, nth: usize) -> bool {
    matches!(r.kind(nth), Kind::PlaceSuffix | Kind::NounSuffix | Kind::Counter)
}

/// A word that is already a part of the name before it, or of a noun that a name cannot be.
fn behind_name(r: &Reading<'_, '_>, nth: usize) -> bool {
    r.joined(nth)
        && matches!(r.word(nth - 1), "・" | "=")
        && nth > 1
        && is_katakana(r.word(nth - 2))
        && is_katakana(r.word(nth))
}
