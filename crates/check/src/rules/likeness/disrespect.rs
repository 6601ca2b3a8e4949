//! 2-4: reads like contempt, discrimination, threat or a divisive remark, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/disrespect",
    doc: include_str!("disrespect.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<9>,
};
