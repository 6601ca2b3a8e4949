//! 1-4: the date of birth of somebody alive.

use std::sync::LazyLock;

use regex::Captures;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/birth_date",
    doc: crate::rule::document(include_str!("birth_date.md")),
    triggers: &[Trigger::Words(&["生", "誕生", "born", "dob", "birth"])],
    needs: &[],
    run,
};

static BORN: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"(?:(?P<era>平成|令和|昭和|大正|[HRST])\.?\s?(?P<era_year>元|\d{1,2})|(?P<year>(?:18|19|20)\d{2}))\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}日?";
    let named =
        date.replace("?P<era>", "?P<era2>").replace("?P<era_year>", "?P<era_year2>").replace("?P<year>", "?P<year2>");
    let pattern = format!(
        r"{date}[、,]?\s?(?:[^。\n]{{0,10}}?に)?\s?(?:生まれ|うまれ|生(?:\P{{Han}}|$)|誕生)|(?:生年月日|誕生日|出生|生まれ)[はが:\s]{{0,3}}{named}|(?i:born|dob|date of birth):?\s(?:on\s)?(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}\.?,?\s(?P<year3>(?:19|20)\d{{2}})|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},?\s(?P<year4>(?:19|20)\d{{2}})|(?P<year5>(?:19|20)\d{{2}})-\d{{2}}-\d{{2}})"
    );
    regex(&pattern)
});
/// A member of staff whose age an official account congratulates on.
static AGE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\p{Han}{1,4}[\p{Han}\p{Hiragana}\p{Katakana}]{1,4}(?:さん|くん|ちゃん)?の\d{2}(?:歳|才)の(?:お?誕生日|バースデー)";
    regex(pattern)
});
/// Things that are "born" too: products, shops, characters.
static PERSON: LazyLock<Regex> =
    LazyLock::new(|| regex(r"さん|ちゃん|くん|君|様|さま|氏|歳|さい|才|社員|スタッフ|She|He|baby"));
/// People and figures whose birthday is published.
static PUBLIC: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"推し|声優|アイドル|キャラ|俳優|女優|歌手|作家|漫画家|画家|詩人|武将|登場人物|ゲーム";
    regex(pattern)
});
/// Longer than anybody lives.
const YEARS_MAX: i32 = 110;

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if PUBLIC.is_match(a.text()) {
        return;
    }
    for found in BORN.captures_iter(a.text()) {
        let (Some(whole), Some(year)) = (found.get(0), year_of(&found)) else { continue };
        let age = i32::from(ctx.today.year()) - year;
        let person = !ctx.is_official() || PERSON.is_match(&a.text()[a.sentence_at(whole.start())]);
        if (0..=YEARS_MAX).contains(&age) && person {
            let words = whole.as_str().trim_end_matches(|c: char| !c.is_alphanumeric());
            sink.find(a, whole.start()..whole.start() + words.len());
        }
    }
    if ctx.is_official() {
        for found in AGE.find_iter(a.text()) {
            sink.find(a, found.range());
        }
    }
}

fn year_of(found: &Captures<'_>) -> Option<i32> {
    let plain = ["year", "year2", "year3", "year4", "year5"].iter().find_map(|name| found.name(name));
    if let Some(year) = plain {
        return year.as_str().parse().ok();
    }
    let era = ["era", "era2"].iter().find_map(|name| found.name(name))?.as_str();
    let year = ["era_year", "era_year2"].iter().find_map(|name| found.name(name))?.as_str();
    let year: i32 = if year == "元" { 1 } else { year.parse().ok()? };
    let before = match era {
        "令和" | "R" => 2018,
        "平成" | "H" => 1988,
        "昭和" | "S" => 1925,
        _ => 1911,
    };
    Some(before + year)
}
