//! 1-4: words that, beside what the same account said earlier, tell who somebody is.

use std::collections::BTreeMap;

use shingi_domain::report::Beside;

use crate::{
    context::Context,
    mosaic::{self, Piece, Subject, Told},
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/mosaic",
    doc: include_str!("mosaic.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::History],
    run,
};

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let Some(history) = ctx.history.as_ref().filter(|history| !history.posts().is_empty()) else { return };
    let told = mosaic::traits(a);
    let mut by_subject: BTreeMap<&Subject, Vec<&Told>> = BTreeMap::new();
    for told in &told {
        by_subject.entry(&told.subject).or_default().push(told);
    }
    for (subject, told) in by_subject {
        // What an official account says of itself is the company's.
        if ctx.is_official() && *subject == Subject::Writer {
            continue;
        }
        let Some(pieces) = history.completing(subject, &told) else { continue };
        let beside = pieces.into_iter().map(|Piece { id, quote }| Beside::Earlier { id, quote }).collect();
        let range = told.iter().map(|told| told.range.clone()).min_by_key(|range| range.start);
        if let Some(range) = range {
            sink.find_beside(a, range, beside);
        }
    }
}
