//! 1-7: links without encryption.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/http_link",
    doc: crate::rule::document(include_str!("http_link.md")),
    triggers: &[Trigger::Words(&["http://"])],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for url in a.urls() {
        if a.folded()[url.clone()].starts_with("http://") {
            let rest = &a.text()[url.start + "http".len()..url.end];
            sink.find_with(a, url.clone(), format!("https{rest}"));
        }
    }
}
