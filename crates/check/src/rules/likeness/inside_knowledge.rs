//! 1-6: reads like something that is known from work only, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/inside_knowledge",
    doc: include_str!("inside_knowledge.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<3>,
};
