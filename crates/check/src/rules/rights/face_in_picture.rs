//! 1-3: people in a picture of whom nobody has said that they agreed. Presence only, never whose face it is.

use shingi_domain::picture::Faces;

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/face_in_picture",
    doc: include_str!("face_in_picture.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, medium, picture) in a.pictures() {
        if matches!(picture.seen.faces, Faces::Some(_)) && !medium.agreed {
            sink.find_in_medium(nth, "", &picture.name);
        }
    }
}
