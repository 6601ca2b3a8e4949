//! 1-4: the number of a payment card, told by its first digits and its check digit.

use crate::{
    context::Context,
    numbers::Link,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/card_number",
    doc: crate::rule::document(include_str!("card_number.md")),
    triggers: &[Trigger::Digits(14)],
    needs: &[],
    run,
};

/// Thirteen digits are the numbers on goods; cards of that length are no longer issued.
const LENGTHS: [usize; 4] = [14, 15, 16, 19];

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let groups = a.numbers();
    for (nth, first) in groups.iter().enumerate() {
        if first.link == Link::Sign || a.before(first.range.start, 1).bytes().any(|b| b.is_ascii_alphanumeric()) {
            continue;
        }
        let mut digits = String::new();
        for (taken, group) in
            groups[nth..].iter().enumerate().take_while(|(taken, g)| *taken == 0 || g.link != Link::None)
        {
            digits.push_str(&group.digits);
            if digits.len() > 19 {
                break;
            }
            let goes_on = groups.get(nth + taken + 1).is_some_and(|next| next.link == Link::Sign);
            let letter = a.after(group.range.end, 1).bytes().any(|b| b.is_ascii_alphanumeric());
            let range = first.range.start..group.range.end;
            if LENGTHS.contains(&digits.len()) && !goes_on && !letter && is_card(&digits) && !a.is_in_url(&range) {
                sink.find(a, range);
                break;
            }
        }
    }
}

fn is_card(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let issuer = match (bytes[0], digits.len()) {
        (b'4' | b'6', 16 | 19) | (b'5', 16) => true,
        (b'2', 16) => ("2221"..="2720").contains(&&digits[..4]),
        (b'3', 14..=16) => matches!(bytes[1], b'0' | b'4'..=b'9'),
        _ => false,
    };
    issuer && bytes.iter().any(|byte| *byte != bytes[0]) && luhn(bytes)
}

fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(nth, byte)| match (nth % 2, u32::from(byte - b'0')) {
            (0, value) => value,
            (_, value) if value > 4 => value * 2 - 9,
            (_, value) => value * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}
