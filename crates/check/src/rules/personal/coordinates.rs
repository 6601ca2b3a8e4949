//! 1-4: exact coordinates: a place to within some metres.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/coordinates",
    doc: crate::rule::document(include_str!("coordinates.md")),
    triggers: &[Trigger::Digits(8)],
    needs: &[],
    run,
};

static POINT: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<lat>-?\d{1,2}\.\d{4,})\s?[,、/]\s?(?P<lon>-?\d{1,3}\.\d{4,})|(?:北緯|南緯)\s?\d{1,2}度\s?\d{1,2}分\s?\d{1,2}(?:\.\d+)?秒[^\d\n]{0,6}(?:東経|西経)?\s?\d{1,3}度\s?\d{1,2}分\s?\d{1,2}(?:\.\d+)?秒";
    regex(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for found in POINT.captures_iter(a.text()) {
        let Some(whole) = found.get(0) else { continue };
        let within = |name: &str, most: f64| {
            found.name(name).is_none_or(|m| m.as_str().parse::<f64>().is_ok_and(|value| value.abs() <= most))
        };
        let digit_before = a.before(whole.start(), 1).bytes().any(|b| b.is_ascii_digit() || b == b'.');
        if within("lat", 90.0) && within("lon", 180.0) && !digit_before {
            sink.find(a, whole.range());
        }
    }
}
