//! 1-4: a My Number (個人番号), told by its check digit.

use std::sync::LazyLock;

use crate::{
    context::Context,
    numbers::Link,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/my_number",
    doc: crate::rule::document(include_str!("my_number.md")),
    triggers: &[Trigger::Digits(12)],
    needs: &[],
    run,
};

static CALLED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)マイナンバー|個人番号|my\s?number|マイナ"));
const DIGITS: usize = 12;

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let groups = a.numbers();
    let called = CALLED.is_match(a.text());
    for (nth, first) in groups.iter().enumerate() {
        let mut digits = String::new();
        for (taken, group) in
            groups[nth..].iter().enumerate().take_while(|(taken, g)| *taken == 0 || g.link != Link::None)
        {
            digits.push_str(&group.digits);
            if digits.len() >= DIGITS {
                let whole =
                    first.link != Link::Sign && groups.get(nth + taken + 1).is_none_or(|next| next.link != Link::Sign);
                let in_fours = taken == 2 && first.digits.len() == 4 && group.digits.len() == 4;
                let range = first.range.start..group.range.end;
                let alone = !next_to_letter(a, &range);
                let other = !called && a.before(first.range.start, 8).contains("番号");
                if whole && alone && !other && (called || in_fours) && is_my_number(&digits) && !a.is_in_url(&range) {
                    sink.find(a, range);
                }
                break;
            }
        }
    }
}

fn next_to_letter(a: &Analysis<'_>, range: &std::ops::Range<usize>) -> bool {
    [a.before(range.start, 1), a.after(range.end, 1)].iter().any(|s| s.bytes().any(|b| b.is_ascii_alphanumeric()))
}

/// Eleven digits and a check digit (order of the Ministry of Internal Affairs 85 of 2014, article 5).
fn is_my_number(digits: &str) -> bool {
    let values: Vec<u32> = digits.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0'))).collect();
    let [rest @ .., check] = values.as_slice() else { return false };
    if values.len() != DIGITS || rest.iter().all(|value| value == check) {
        return false;
    }
    let sum: u32 = rest.iter().rev().zip(1u32..).map(|(value, n)| value * if n <= 6 { n + 1 } else { n - 5 }).sum();
    let expected = if sum % 11 <= 1 { 0 } else { 11 - sum % 11 };
    expected == *check
}
