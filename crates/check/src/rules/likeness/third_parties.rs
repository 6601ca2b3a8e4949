//! 2-3: reads like judging, comparing or blaming somebody else, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/third_parties",
    doc: crate::rule::document(include_str!("third_parties.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<8>,
};
