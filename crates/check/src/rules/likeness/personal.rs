//! 1-4: reads like a post that lets a private person be known, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/personal",
    doc: crate::rule::document(include_str!("personal.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<1>,
};
