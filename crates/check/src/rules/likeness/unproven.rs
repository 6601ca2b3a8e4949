//! 2-2: reads like hearsay, a guess or a claim without a source, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/unproven",
    doc: crate::rule::document(include_str!("unproven.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<7>,
};
