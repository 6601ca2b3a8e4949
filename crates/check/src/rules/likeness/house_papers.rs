//! 1-5: reads like a post about the house's own papers, systems or rules, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/house_papers",
    doc: include_str!("house_papers.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<2>,
};
