//! 2-5: reads like a deletion or change that does not say what was wrong, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/silent_change",
    doc: crate::rule::document(include_str!("silent_change.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<10>,
};
