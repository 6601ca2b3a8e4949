//! 1-4: a bank account by which somebody can be paid, or cheated.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    people,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/bank_account",
    doc: crate::rule::document(include_str!("bank_account.md")),
    triggers: &[
        Trigger::Words(&["普通", "当座", "貯蓄", "口座", "記号", "銀行", "信金", "ゆうちょ", "iban"]),
        Trigger::Digits(14),
    ],
    needs: &[],
    run,
};

static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:[\p{Han}\p{Hiragana}\p{Katakana}ーA-Z]{1,10}(?:銀行|信用金庫|信金|信組|労金|農協)\s?)?(?:[\p{Han}\p{Hiragana}\p{Katakana}ー]{1,10}(?:支店|出張所|店)\s?)?(?:(?:普通|当座|貯蓄)(?:預金|口座)?\s?(?:口座)?(?:番号|No\.?)?|口座(?:番号)?|記号\s?[:]?\s?\d{5}[\s-]*番号)[はが:]?\s?\d{6,8}(?:\s?[\p{Katakana}ー]{2,8}(?:\s[\p{Katakana}ー]{2,8})?)?";
    regex(pattern)
});
static IBAN: LazyLock<Regex> = LazyLock::new(|| regex(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"));
static OWN: LazyLock<Regex> = LazyLock::new(|| regex(r"義援金|募金|寄[付附]|ご?入金|お振込先"));

/// Where the name of the bank ends.
const KINDS: [char; 5] = ['普', '当', '貯', '口', '記'];

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let own = ctx.is_official() && OWN.is_match(a.text());
    for found in ACCOUNT.find_iter(a.text()).filter(|found| !own && !ctx.organisation.publishes(found.as_str())) {
        let kind = found.as_str().find(KINDS).unwrap_or(0);
        let start = found.start() + people::behind_particle(&found.as_str()[..kind]);
        sink.find(a, start..found.end());
    }
    for found in IBAN.find_iter(a.text()).filter(|found| !own && is_iban(found.as_str())) {
        sink.find(a, found.range());
    }
}

/// The check of ISO 13616: the first four characters behind the rest, letters as numbers, remainder 1.
fn is_iban(words: &str) -> bool {
    let plain: Vec<u8> = words.bytes().filter(|byte| *byte != b' ').collect();
    let rest = plain[4..].iter().chain(&plain[..4]).fold(0u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    rest == 1
}
