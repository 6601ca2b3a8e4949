//! 1-3: something like a face in a picture; a person should look.

use shingi_domain::picture::Faces;

use crate::{
    context::Context,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/perhaps_face_in_picture",
    doc: include_str!("perhaps_face_in_picture.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for (nth, medium, picture) in a.pictures() {
        if picture.seen.faces == Faces::Perhaps && !medium.agreed {
            sink.find_in_medium(nth, "", &picture.name);
        }
    }
}
