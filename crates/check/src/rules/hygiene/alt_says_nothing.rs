//! 2-7: alternative texts that are a file name or the word “picture”.

use std::sync::LazyLock;

use shingi_domain::report::Place;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/alt_says_nothing",
    doc: include_str!("alt_says_nothing.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    if !matches!(a.place(), Place::AltText(_)) {
        return;
    }
    static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
        let word =
            "(?:画像|写真|図|ロゴ|イラスト|スクリーンショット|image|picture|photo|img|screenshot|logo|untitled|無題)";
        regex(&format!(
            r"(?i)^(?:{word}[\s_-]*(?:[0-9①-⑳]+|です)?[。.]?|[\w\-()（） ]+\.(?:jpe?g|png|gif|webp|heic)|(?:img|dsc|pxl|image)[_-]?[0-9_-]+)$"
        ))
    });
    let text = a.text();
    let start = text.len() - text.trim_start().len();
    if EMPTY.is_match(text.trim()) {
        sink.find(a, start..start + text.trim().len());
    }
}
