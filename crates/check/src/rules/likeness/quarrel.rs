//! 1-9: reads like a quarrel with a critic, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/quarrel",
    doc: include_str!("quarrel.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<5>,
};
