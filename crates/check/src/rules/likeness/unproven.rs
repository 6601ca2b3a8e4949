//! 2-2: reads like hearsay, a guess or a claim without a source, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/unproven",
    doc: include_str!("unproven.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<7>,
};
