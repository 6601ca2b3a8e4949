//! 1-7: characters that turn the direction of the words after them, so that readers see another order.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/bidi_control",
    doc: crate::rule::document(include_str!("bidi_control.md")),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (at, c) in a.original().char_indices().filter(|(_, c)| !c.is_ascii() && is_bidi_control(*c)) {
        sink.find_original(a, at..at + c.len_utf8(), Some(String::new()));
    }
}

/// Embeddings, overrides and isolates. The plain marks (U+200E, U+200F) are needed in Arabic and Hebrew.
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
