//! 1-4: numbers of papers that say who somebody is: passport, licence, insurance, residence, staff and student cards.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/identity_document",
    doc: crate::rule::document(include_str!("identity_document.md")),
    triggers: &[Trigger::Words(&[
        "旅券",
        "パスポート",
        "passport",
        "免許",
        "licence",
        "license",
        "保険証",
        "被保険者",
        "在留カード",
        "基礎年金",
        "年金番号",
        "社員番号",
        "社員証",
        "学籍番号",
        "学生証",
        "券番号",
        "診察券",
    ])],
    needs: &[],
    run,
};

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)(?:(?:旅券|パスポート|passport)[^。\n]{0,14}?(?P<passport>[A-Z]{2}\d{7})|(?:免許|licen[cs]e)[^\n]{0,40}?(?P<licence>\d{12})|(?:在留カード)[^。\n]{0,14}?(?P<residence>[A-Z]{2}\d{8}[A-Z]{2})|(?:年金)[^。\n]{0,10}?(?P<pension>\d{4}-\d{6})|(?:保険証|被保険者|保険者番号)[^\n]{0,16}?(?P<insurance>\d{6,8})|(?:社員番号|社員証|学籍番号|学生証|券番号|診察券)(?:番号)?[はが:\s(]{0,3}(?P<card>[A-Z]{0,3}\d{5,12}))";
    regex(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for found in NUMBER.captures_iter(a.text()) {
        let Some(number) = (1..found.len()).find_map(|nth| found.get(nth)) else { continue };
        let goes_on = a.after(number.end(), 1).bytes().any(|b| b.is_ascii_alphanumeric());
        let example = found[0].contains("例");
        if !goes_on && !example {
            sink.find(a, number.range());
        }
    }
}
