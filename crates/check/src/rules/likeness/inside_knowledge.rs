//! 1-6: reads like something that is known from work only, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/inside_knowledge",
    doc: crate::rule::document(include_str!("inside_knowledge.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<3>,
};
