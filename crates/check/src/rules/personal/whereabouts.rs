//! 1-4: where the writer can be met alone, day after day, or that nobody is at home.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/whereabouts",
    doc: crate::rule::document(include_str!("whereabouts.md")),
    triggers: &[Trigger::Words(&[
        "毎朝",
        "毎晩",
        "毎日",
        "毎週",
        "いつも",
        "年間",
        "ずっと",
        "空っぽ",
        "留守",
        "不在",
        "誰もい",
        "だれもい",
        "無人",
        "鍵",
        "カギ",
        "歩いて",
        "徒歩",
        "角部屋",
        "からっぽ",
        "留守",
    ])],
    needs: &[],
    run,
};

/// An hour, a place and oneself, every day.
static DAILY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:毎[朝晩日夜週]|いつも)[^。\n]{0,12}?(?:\d{1,2}時(?:半|\d{1,2}分)?|\d{1,2}:\d{2})[^。\n]{0,40}?(?:走っ|歩い|立っ|座っ|乗っ|通っ|います|いる|帰)|\d{1,2}:\d{2}[^。\n]{0,30}?(?:発|号車|両目|ドア|ホーム)[^\n]{0,30}?(?:毎[朝日]|年間|いつも|ずっと)[^。\n]{0,16}?(?:立っ|乗っ|座っ|同じ)";
    regex(pattern)
});
/// Until when the house stands empty.
static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:(?:\d{1,2}月)?\d{1,2}日?[からまで~〜\-][^。\n]{0,24}?|(?:今日|明日|あした|あす|来週|今週|今夜)[^。\n]{0,24}?)(?:家|うち|自宅|実家|部屋|マンション)(?:は|が|には)[^。\n]{0,10}?(?:空っぽ|空き家|留守|不在|誰もい|だれもい|無人)";
    regex(pattern)
});

/// The key, and where it lies.
static KEY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:鍵|カギ|合鍵)(?:は|を|が|なら)?[^。\n]{0,14}?(?:植木鉢|ポスト|メーター|マット|郵便受け|傘立て|室外機|プランター|牛乳箱|物置|下駄箱|隠し|置いて(?:ある|あります|おく|おきます))|(?:植木鉢|ポスト|メーターボックス|玄関マット|郵便受け|傘立て|室外機|プランター)[^。\n]{0,10}?(?:鍵|カギ)";
    regex(pattern)
});
/// Nobody at home, for as long as a journey takes.
static AWAY: LazyLock<Regex> = LazyLock::new(|| {
    let away = r"(?:家|うち|自宅|実家|部屋|マンション)(?:は|が|に(?:は)?|も)[^。\n]{0,10}?(?:無人|空っぽ|からっぽ|空き家|留守|不在|誰もい|だれもい)";
    let time = r"(?:まで|から|間|週|泊|連休|正月|年末|お盆|旅行|帰省|出張|入院)";
    regex(&format!(
        r"(?:\d|[一二三四五六七八九十]|明日|あした|あす|来週|今週|今夜|GW|夏休み|冬休み)[^。\n]{{0,20}}?{time}[^\n]{{0,24}}?{away}"
    ))
});
/// The way to the door: the stop, the minutes, the house.
static WAY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:駅|停|丁目|降りて|出口|交差点|コンビニ|信号)[^。\n]{0,20}?(?:徒歩|歩いて|歩き)[^。\n]{0,6}?[\d一二三四五六七八九十]{1,2}分[^。\n]{0,16}?(?:アパート|マンション|コーポ|一軒家|角部屋|部屋|団地|家(?:だ|で|が|に|。))";
    regex(pattern)
});
/// Houses on offer have a way too.
static OFFER: LazyLock<Regex> = LazyLock::new(|| regex(r"内見|物件|賃貸|家賃|敷金|入居|募集|見学|民泊|ホテル|旅館"));

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if ctx.is_official() {
        return;
    }
    let text = a.text();
    let mut found: Vec<Range<usize>> =
        [&DAILY, &EMPTY, &KEY, &AWAY].iter().flat_map(|p| p.find_iter(text).map(|m| m.range())).collect();
    if !OFFER.is_match(text) {
        found.extend(WAY.find_iter(text).map(|m| m.range()));
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    for range in found {
        if range.start >= end {
            end = range.end;
            sink.find(a, range);
        }
    }
}
