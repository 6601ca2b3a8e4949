//! 1-8: reads like shirking, pretending or carelessness, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/insincerity",
    doc: crate::rule::document(include_str!("insincerity.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<4>,
};
