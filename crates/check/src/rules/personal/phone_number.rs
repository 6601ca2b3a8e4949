//! 1-4: a telephone number by which somebody can be called. The organisation's own published numbers are none.

use std::{cell::LazyCell, ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    numbers::{Group, Link},
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/phone_number",
    doc: crate::rule::document(include_str!("phone_number.md")),
    triggers: &[
        Trigger::Digits(8),
        Trigger::Words(&["〇九〇", "〇八〇", "〇七〇", "零九零", "ぜろきゅう", "ぜろはち", "ぜろなな"]),
    ],
    needs: &[],
    run,
};

/// A number that is called something else is something else.
static OTHER_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:注文|伝票|追跡|受付|予約|製品|製造|商品|管理|会員|整理|登録|求人|問い?合わ?せ|シリアル|型|品|部品|券|口座|承認|確認|特許|認証)(?:番号|ナンバー|No\.?|コード|済証)?[はが::「(\s]*$|(?i)(?:order|serial|tracking|ticket|part|model|invoice|item)\s*(?:no\.?|number|#|id)?[:\s]*$|(?i)(?:s/n|isbn|issn|jan|no\.)[:\s]*$|(?:例えば|たとえば|記入例|例|見本)[はが::「(\s]*$";
    regex(pattern)
});
/// Words that make ten digits in a row a telephone number.
static CALL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)電話|でんわ|携帯|けいたい|ケータイ|連絡|tel|phone|call|☎|📞|📱|かけて|番号"));
/// Words of a desk that an organisation publishes.
static DESK: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)代表|センター|窓口|問い?合わ?せ|ご?予約|受付|フリーダイヤル|本社|本店|支店|当店|店舗|ご注文|お客[様さ]|サポート|desk|reception|reservation|hotline|customer|office";
    regex(pattern)
});
const BEFORE_CHARS: usize = 14;
const GROUPS_MAX: usize = 5;

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let groups = a.numbers();
    let desk = LazyCell::new(|| ctx.is_official() && DESK.is_match(a.text()));
    let mut nth = 0;
    while nth < groups.len() {
        match number_at(a, groups, nth) {
            Some((range, taken)) => {
                if is_a_persons(a, ctx, &range, &|| *desk) {
                    sink.find(a, range);
                }
                nth += taken;
            }
            None => nth += 1,
        }
    }
}

/// The number that begins with this group, and of how many groups it consists.
fn number_at(a: &Analysis<'_>, groups: &[Group], nth: usize) -> Option<(Range<usize>, usize)> {
    let first = &groups[nth];
    let text = a.text();
    let before = text[..first.range.start].chars().next_back();
    if first.link == Link::Sign
        && before != Some('+')
        && !matches!(before, Some('(' | '・' | '|'))
        && !starts_anew(a, first)
        || before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
    {
        return None;
    }
    let plus = before == Some('+');
    let (mut digits, mut taken, mut spaced) = (String::new(), 0, false);
    let mut best = None;
    while let Some(group) =
        groups.get(nth + taken).filter(|g| taken < GROUPS_MAX && (taken == 0 || g.link != Link::None))
    {
        digits.push_str(&group.digits);
        spaced |= taken > 0 && group.link == Link::Space;
        taken += 1;
        if digits.len() > 15 {
            break;
        }
        let next = groups.get(nth + taken);
        let goes_on = next.is_some_and(|next| next.link == Link::Sign && !starts_anew(a, next));
        let letter = text[group.range.end..].chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        let called = || CALL.is_match(&text[a.sentence_at(first.range.start)]);
        if !goes_on && !letter && is_number(&digits, &first.digits, taken, plus, &called) && (!spaced || taken > 1) {
            best = Some((group.range.end, taken));
        }
    }
    let (end, taken) = best?;
    let mut start = if plus { first.range.start - 1 } else { first.range.start };
    if before == Some('(') && text[first.range.end..].starts_with(')') {
        start -= 1;
    }
    Some((start..end, taken))
}

/// Whether a group begins like a number of its own after a sign (`03-1234-5678・090-…`).
fn starts_anew(a: &Analysis<'_>, group: &Group) -> bool {
    group.digits.starts_with('0')
        && group.digits.len() >= 2
        && matches!(a.before(group.range.start, 1), "・" | "|" | "📞" | "☎" | "📱")
}

fn is_number(digits: &str, first: &str, groups: usize, plus: bool, called: &dyn Fn() -> bool) -> bool {
    if plus {
        return (9..=15).contains(&digits.len()) && !digits.starts_with('0');
    }
    let bytes = digits.as_bytes();
    if bytes.len() < 10 || bytes[0] != b'0' || bytes[1] == b'0' {
        return false;
    }
    // Free and shared-cost numbers belong to no person.
    if ["0120", "0570", "0990"].iter().any(|prefix| digits.starts_with(prefix)) || first == "0800" {
        return false;
    }
    let mobile = matches!(&bytes[..3], b"050" | b"060" | b"070" | b"080" | b"090");
    match bytes.len() {
        11 => mobile && (groups > 1 || called() || matches!(&bytes[..3], b"070" | b"080" | b"090")),
        10 => !mobile && (groups >= 3 || called()),
        _ => false,
    }
}

fn is_a_persons(a: &Analysis<'_>, ctx: &Context, range: &Range<usize>, desk: &dyn Fn() -> bool) -> bool {
    let words = &a.text()[range.clone()];
    if ctx.organisation.publishes(words)
        || a.is_in_url(range)
        || OTHER_NUMBER.is_match(a.before(range.start, BEFORE_CHARS))
    {
        return false;
    }
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let mobile = matches!(digits.get(..3), Some("060" | "070" | "080" | "090"))
        || digits.starts_with("81") && words.starts_with('+');
    // An official account that names a desk beside a fixed line publishes its own number.
    mobile || !desk()
}
