//! 1-3: reads like advertising that the law limits, or like another's work or picture used without leave, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/law",
    doc: crate::rule::document(include_str!("law.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<0>,
};
