//! 1-6: a stretch of words stands in a confidential document of the register too.

use super::matter_named::beside;
use crate::{
    context::Context,
    matters::Named,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/document_quoted",
    doc: include_str!("document_quoted.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Matters],
    run,
};

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let Some(register) = &ctx.matters else { return };
    let (matters, quoted) = register.quoted(a, ctx);
    for Named { range, matters: which } in quoted {
        sink.find_beside(a, range, beside(matters, &which, |_| true));
    }
}
