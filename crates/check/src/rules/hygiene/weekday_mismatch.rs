//! 2-2: a date and its weekday that do not fit each other.

use std::sync::LazyLock;

use regex::Captures;

use crate::{
    context::Context,
    date::Date,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/weekday_mismatch",
    doc: crate::rule::document(include_str!("weekday_mismatch.md")),
    triggers: &[Trigger::Words(&[
        "(日", "(月", "(火", "(水", "(木", "(金", "(土", "[日", "[月", "[火", "[水", "[木", "[金", "[土", "日曜",
        "月曜", "火曜", "水曜", "木曜", "金曜", "土曜",
    ])],
    needs: &[],
    run,
};

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:(?P<year>\d{4})[年/.-]\s?)?(?P<month>\d{1,2})[月/.-]\s?(?P<day>\d{1,2})日?\s?(?:[(\[〔]\s?(?P<short>[日月火水木金土])(?:曜日?)?(?:・?[祝休])?\s?[)\]〕]|の?(?P<long>[日月火水木金土])曜)";
    regex(pattern)
});
static OTHER_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"来年|翌年|昨年|去年|前年|一昨年|\d{4}年|年前"));
const WEEKDAYS: [&str; 7] = ["日", "月", "火", "水", "木", "金", "土"];

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let other_year = OTHER_YEAR.is_match(a.text());
    for found in DATED.captures_iter(a.text()) {
        let digit_before =
            a.before(found.get(0).map_or(0, |m| m.start()), 1).bytes().any(|b| b.is_ascii_digit() || b == b'/');
        let Some(weekday) = found.name("short").or_else(|| found.name("long")) else { continue };
        if digit_before {
            continue;
        }
        let right = dates(&found, ctx.today, other_year);
        // Where the text speaks of another year, all of them have to be wrong.
        if right.is_empty() || right.iter().any(|date| WEEKDAYS[usize::from(date.weekday())] == weekday.as_str()) {
            continue;
        }
        if let (Some(whole), [first, ..]) = (found.get(0), right.as_slice()) {
            let mut words = whole.as_str().to_owned();
            let at = weekday.start() - whole.start();
            words.replace_range(at..at + weekday.len(), WEEKDAYS[usize::from(first.weekday())]);
            sink.find_with(a, whole.range(), words);
        }
    }
}

/// The days that the words can mean, the nearest to today first.
fn dates(found: &Captures<'_>, today: Date, other_year: bool) -> Vec<Date> {
    let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<i16>().ok());
    let (Some(month), Some(day)) = (number("month"), number("day")) else { return Vec::new() };
    let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return Vec::new() };
    if let Some(year) = number("year") {
        return Date::new(year, month, day).into_iter().collect();
    }
    let mut year = today.year();
    if month + 2 < today.month() {
        year += 1;
    } else if today.month() <= 2 && month >= 11 {
        year -= 1;
    }
    let years = if other_year { vec![year, year + 1, year - 1, today.year()] } else { vec![year] };
    years.into_iter().filter_map(|year| Date::new(year, month, day)).collect()
}
