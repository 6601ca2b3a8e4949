//! 1-6: a matter of the register is named that is not public yet.

use shingi_domain::report::Beside;

use crate::{
    context::Context,
    matters::{Matter, MatterClass, Named},
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/matter_named",
    doc: include_str!("matter_named.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Matters],
    run,
};

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    tell(a, ctx, sink, |class| class != MatterClass::MaterialFact);
}

/// Each stretch that names matters of some classes, with their ids.
pub(super) fn tell(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>, of: impl Fn(MatterClass) -> bool) {
    let Some(register) = &ctx.matters else { return };
    let (matters, named) = register.named(a, ctx);
    for Named { range, matters: which } in named {
        let beside = beside(matters, which, &of);
        if !beside.is_empty() {
            sink.find_beside(a, range.clone(), beside);
        }
    }
}

pub(super) fn beside(matters: &[Matter], which: &[usize], of: impl Fn(MatterClass) -> bool) -> Vec<Beside> {
    let wanted = which.iter().map(|nth| &matters[*nth]).filter(|matter| of(matter.class));
    wanted.map(|matter| Beside::Matter { id: matter.id.clone() }).collect()
}
