//! 1-6: a material fact of the register is named before its disclosure.

use super::matter_named::tell;
use crate::{
    context::Context,
    matters::MatterClass,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/material_fact_named",
    doc: include_str!("material_fact_named.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Matters],
    run,
};

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    tell(a, ctx, sink, |class| class == MatterClass::MaterialFact);
}
