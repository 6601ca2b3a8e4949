//! 1-3: a picture that an earlier post shows already.

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/picture_used_before",
    doc: include_str!("picture_used_before.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, _, picture) in a.pictures() {
        if let Some(post) = &picture.used_in {
            sink.find_in_medium(nth, post, &picture.name);
        }
    }
}
