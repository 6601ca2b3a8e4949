//! 1-3: a picture that names its maker or who holds rights in it.

use shingi_domain::picture::Trace;

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/named_in_picture",
    doc: include_str!("named_in_picture.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, _, picture) in a.pictures() {
        for trace in &picture.traces {
            if let Trace::Owner(name) | Trace::Rights(name) = trace {
                sink.find_in_medium(nth, name, name);
            }
        }
    }
}
