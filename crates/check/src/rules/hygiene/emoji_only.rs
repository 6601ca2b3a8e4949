//! 2-7: texts of picture signs only, which say nothing when they are read aloud.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/emoji_only",
    doc: crate::rule::document(include_str!("emoji_only.md")),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

/// Fewer signs than this are an answer, not a riddle.
const SIGNS_MIN: usize = 3;

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if text.chars().any(|c| c.is_alphanumeric()) {
        return;
    }
    let signs = text.chars().filter(|c| is_picture(*c)).count();
    if signs >= SIGNS_MIN {
        let start = text.len() - text.trim_start().len();
        sink.find(a, start..start + text.trim().len());
    }
}

const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
