//! 1-8: reads like shirking, pretending or carelessness, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/insincerity",
    doc: include_str!("insincerity.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<4>,
};
