//! 2-3: reads like judging, comparing or blaming somebody else, by the weights of labelled posts.

use crate::rule::{Rule, Trigger};

pub static RULE: Rule = Rule {
    id: "likeness/third_parties",
    doc: include_str!("third_parties.md"),
    triggers: &[Trigger::Always],
    needs: &[],
    run: super::run::<8>,
};
