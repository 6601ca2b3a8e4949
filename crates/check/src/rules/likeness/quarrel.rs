//! 1-9: reads like a quarrel with a critic, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/quarrel",
    doc: crate::rule::document(include_str!("quarrel.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<5>,
};
