//! 1-7: codes in a picture, which lead readers somewhere that nobody reads in the text.

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/code_in_picture",
    doc: include_str!("code_in_picture.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, _, picture) in a.pictures() {
        for code in &picture.seen.codes {
            sink.find_in_medium(nth, code, code);
        }
    }
}
