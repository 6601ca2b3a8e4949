//! 1-4: how to reach a person in a messenger.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/messenger_id",
    doc: crate::rule::document(include_str!("messenger_id.md")),
    triggers: &[Trigger::Words(&[
        "line",
        "ライン",
        "カカオ",
        "kakao",
        "discord",
        "ディスコ",
        "telegram",
        "テレグラム",
        "skype",
        "wechat",
        "signal",
        "whatsapp",
        "シグナル",
    ])],
    needs: &[],
    run,
};

static ID: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i:LINE|ライン|カカオ(?:トーク)?|kakao|discord|ディスコ(?:ード)?|telegram|テレグラム|skype|wechat|signal|シグナル|whatsapp)[^。\n]{0,16}?(?i:ID|アイディー|垢)[^。\nA-Za-z0-9@]{0,10}(?P<id>@?[A-Za-z0-9][A-Za-z0-9_.\-#]{3,30})";
    regex(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    for found in ID.captures_iter(a.text()) {
        let (Some(whole), Some(id)) = (found.get(0), found.name("id")) else { continue };
        let own = whole.as_str().contains("公式") || ctx.organisation.publishes(id.as_str());
        let words = id.as_str().trim_end_matches(['.', '-', '_', '#']);
        if !own && !a.is_in_url(&id.range()) && words.bytes().any(|b| b.is_ascii_alphabetic()) {
            sink.find(a, id.start()..id.start() + words.len());
        }
    }
}
