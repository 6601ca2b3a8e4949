//! 2-7: pictures without words for those who do not see them.

use shingi_domain::report::Place;

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/missing_alt",
    doc: crate::rule::document(include_str!("missing_alt.md")),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    if a.place() != Place::Text {
        return;
    }
    for (nth, medium) in a.media().iter().enumerate() {
        // Words that consist of signs only say nothing when they are read aloud.
        if !medium.alt.as_deref().unwrap_or("").chars().any(char::is_alphanumeric) {
            sink.find_medium(nth);
        }
    }
}
