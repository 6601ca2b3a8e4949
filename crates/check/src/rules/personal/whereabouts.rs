//! 1-4: where the writer can be met alone, day after day, or that nobody is at home.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    context::Context,
    pattern::regex,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/whereabouts",
    doc: include_str!("whereabouts.md"),
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

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if ctx.is_official() {
        return;
    }
    for found in DAILY.find_iter(a.text()).chain(EMPTY.find_iter(a.text())) {
        sink.find(a, found.range());
    }
}
