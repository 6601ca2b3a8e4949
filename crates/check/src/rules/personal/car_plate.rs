//! 1-4: the plate of a car, by which its owner can be found.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/car_plate",
    doc: crate::rule::document(include_str!("car_plate.md")),
    triggers: &[Trigger::Digits(4)],
    needs: &[],
    run,
};

static PLATE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<place>\p{Han}{1,4}|[\p{Hiragana}]{2,4}|[\p{Katakana}ー]{2,5})\s?\d{2,3}\s?[あ-ん]\s?(?:(?P<plain>\d{2}-\d{2})|(?P<dots>[・.]{1,3}\s?\d{1,3}|\d{4}))";
    regex(pattern)
});
static CALLED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"ナンバー|プレート|の車|納車|愛車|マイカー|車種|煽|あおり運転"));

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let called = CALLED.is_match(a.text());
    for found in PLATE.captures_iter(a.text()) {
        let Some(whole) = found.get(0) else { continue };
        let goes_on = a.after(whole.end(), 1).bytes().any(|b| b.is_ascii_alphanumeric() || b == b'-');
        if (found.name("plain").is_some() || called) && !goes_on {
            sink.find(a, whole.range());
        }
    }
}
