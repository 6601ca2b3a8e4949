//! 2-4: reads like contempt, discrimination, threat or a divisive remark, by the weights of labelled posts.

use crate::rule::{Need, Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/disrespect",
    doc: crate::rule::document(include_str!("disrespect.md")),
    triggers: &[Trigger::Always],
    needs: &[Need::Weights],
    run: super::run::<9>,
};
