//! 1-5: reads like a post about the house's own papers, systems or rules, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/house_papers",
    doc: crate::rule::document(include_str!("house_papers.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<2>,
};
