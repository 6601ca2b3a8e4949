//! 1-9: an answer to a message that threatens, demands, abuses or is sexual: nobody answers that alone.

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "temper/answers_hostility",
    doc: include_str!("answers_hostility.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::ReplyTo],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    if a.answered().is_some_and(|answered| !answered.hostile.is_empty()) {
        let first = a.sentence_at(0);
        if !first.is_empty() {
            sink.find(a, first);
        }
    }
}
