//! 1-4: the address of a home down to the block, or a building with its room.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    people,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/postal_address",
    doc: crate::rule::document(include_str!("postal_address.md")),
    triggers: &[
        Trigger::Digits(3),
        Trigger::Words(&["丁目", "番地"]),
        Trigger::Words(&["メゾン", "コーポ", "ハイツ", "レジデンス", "アパート", "マンション", "団地", "寮", "荘"]),
    ],
    needs: &[],
    run,
};

/// The block, which begins with a digit.
static BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<full>[\d一二三四五六七八九十〇]{1,3}\s?丁目\s?[\d一二三四五六七八九十〇]{1,4}\s?(?:番地?|[-ー−の])(?:\s?の?[\d一二三四五六七八九十〇]{1,4}号?)?(?:[-ー−]\d{1,4})?|\d{1,4}[-ー−]\d{1,4}[-ー−]\d{1,4}(?:[-ー−]\d{1,4})?|[\d一二三四五六七八九十〇]{1,5}番地(?:の?[\d一二三四五六七八九十〇]{1,4})?)|\d{1,4}[-ー−]\d{1,4}";
    regex(pattern)
});
/// The place directly before the block.
static AREA: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:〒?\s?\d{3}-\d{4}\s?)?(?P<area>[\p{Han}\p{Hiragana}\p{Katakana}ー]{1,20}[都道府県市区町村郡][\p{Han}\p{Hiragana}\p{Katakana}ー]{0,14})\s?$";
    regex(pattern)
});
/// How far before the block its place may begin.
const AREA_CHARS: usize = 46;
static ROOM: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:(?:メゾン|コーポ|ハイツ|レジデンス|パレス|シャトー|グランド?|サンハイム)[・\p{Han}\p{Hiragana}\p{Katakana}ー]{1,12}|[\p{Han}\p{Katakana}ー]{2,10}(?:アパート|マンション|団地|寮|荘|ハイツ|コーポ))\s?\d{1,4}(?:号室|号棟|号|棟)?";
    regex(pattern)
});
/// Words that make a place somebody's home.
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"住所|住んで|住まい|実家|自宅|うち|お?宅|我が家|わが家|在住|さん家|引っ?越|号室|様|さま|〒")
});
/// Words around a short block that make it a home all the same.
static HOUSE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"メゾン|コーポ|ハイツ|レジデンス|アパート|マンション|団地|荘|インターホン|引っ?越|遊びに来|新居|表札|合鍵|家賃|号室|届けて|送って",
    )
});
/// A person beside the address.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"[\p{Han}\p{Hiragana}\p{Katakana}]\s?(?:様|さま|さん|氏|くん|ちゃん)(?:宅|方)?|ご自宅|お宅")
});
/// How far behind the address its owner may stand.
const AFTER_CHARS: usize = 40;
const SAMPLES: [&str; 3] = ["見本", "記入例", "サンプル"];

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    let mut end = 0;
    for found in BLOCK.captures_iter(text) {
        let Some(block) = found.get(0) else { continue };
        let before = a.before(block.start(), AREA_CHARS);
        let Some(place) = AREA.captures(before) else { continue };
        let (Some(place), Some(area)) = (place.get(0), place.name("area")) else { continue };
        let behind = if place.start() == area.start() { people::behind_particle(area.as_str()) } else { 0 };
        let whole = (block.start() - before.len() + place.start() + behind).max(end)..block.end();
        end = whole.end;
        let sentence = &text[a.sentence_at(whole.start)];
        let line = a.after(whole.end, AFTER_CHARS).lines().next().unwrap_or("");
        let persons = PERSON.is_match(sentence) || PERSON.is_match(line);
        let sample = SAMPLES.iter().any(|word| text[whole.clone()].contains(word));
        let around = [a.before(whole.start, AFTER_CHARS), line].concat();
        let home =
            found.name("full").is_some() || HOME.is_match(sentence) || !ctx.is_official() && HOUSE.is_match(&around);
        // An official account names its own houses every day; with a person beside it, it is somebody's home.
        let counts = if ctx.is_official() { persons && home } else { home };
        if counts && !sample && !a.is_in_url(&whole) && !ctx.organisation.publishes(&text[whole.clone()]) {
            sink.find(a, whole);
        }
    }
    if !ctx.is_official() {
        for found in ROOM.find_iter(text) {
            sink.find(a, found.range());
        }
    }
}
