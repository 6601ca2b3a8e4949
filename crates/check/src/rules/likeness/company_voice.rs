//! 1-10: reads like the company speaking, or like an opinion that a reader lays at its door, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/company_voice",
    doc: crate::rule::document(include_str!("company_voice.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<6>,
};
