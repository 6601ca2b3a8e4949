//! 1-4: when and where a child can be met, or is alone.

use std::{cell::LazyCell, sync::LazyLock};

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/child_whereabouts",
    doc: crate::rule::document(include_str!("child_whereabouts.md")),
    triggers: &[Trigger::Words(&[
        "留守番",
        "下校",
        "登校",
        "登園",
        "お迎え",
        "送迎",
        "通学",
        "塾",
        "一人で",
        "ひとりで",
        "習い事",
        "バス停",
    ])],
    needs: &[],
    run,
};

static CHILD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"娘|息子|うちの子|長女|長男|次女|次男|三女|三男|下の子|上の子|末っ子|小[1-6一二三四五六](?:\D|$)|中[1-3](?:\D|$)|年[長中少]|[一二三四五六1-6]年生|\d{1,2}(?:歳|さい)(?:の子|\d|児)|my (?:son|daughter|kid)";
    regex(pattern)
});
static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"毎[朝日晩夕週]|いつも|[月火水木金土日]曜|\d{1,2}時(?:半|\d{1,2}分)?|\d{1,2}:\d{2}|平日|放課後";
    regex(pattern)
});
static ALONE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:一人|ひとり|独り|1人)で?(?:お)?(?:留守番|歩|帰|通|待|いる|遊|行)|留守番(?:して|を?し)|(?:下校|登校|登園|お迎え|通学|塾(?:の)?帰り|塾から)[^。\n]{0,12}?(?:\d{1,2}時|\d{1,2}:\d{2}|[月火水木金土日]曜|毎)|(?:毎[朝日週]|[月火水木金土日]曜|\d{1,2}時(?:半|\d{1,2}分)?)[^。\n]{0,16}?(?:下校|登校|登園|お迎え|バス停|公園で|塾(?:の)?帰り)";
    regex(pattern)
});
static AGED: LazyLock<Regex> = LazyLock::new(|| regex(r"\d{1,2}(?:歳|さい)|保育園|幼稚園|こども園|小学校"));
/// How far the child may stand from the hour.
const REACH_CHARS: usize = 60;

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if ctx.is_official() {
        return;
    }
    // Two of age, nursery and school: hashtags of a family.
    let aged = LazyCell::new(|| AGED.find_iter(a.text()).nth(1).is_some());
    for found in ALONE.find_iter(a.text()) {
        let near = [a.before(found.start(), REACH_CHARS), found.as_str(), a.after(found.end(), REACH_CHARS)];
        let child = near.iter().any(|words| CHILD.is_match(words)) || *aged;
        if child && near.iter().any(|words| WHEN.is_match(words)) {
            sink.find(a, found.range());
        }
    }
}
