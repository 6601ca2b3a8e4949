//! 1-4: a picture that says where it was taken.

use shingi_domain::picture::Trace;

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/position_in_picture",
    doc: include_str!("position_in_picture.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, _, picture) in a.pictures() {
        for trace in &picture.traces {
            if let Trace::Position(place) = trace {
                sink.find_in_medium(nth, place, place);
            }
        }
    }
}
