//! 2-3 and 2-4: harm to others, and what is never said.

use crate::rule::Rule;

pub mod defamation;
pub mod disaster;
pub mod discrimination;
pub mod divisive;
pub mod insult;
pub mod masked_abuse;
pub mod obscenity;
pub mod politics;
pub mod religion;
pub mod self_harm;
pub mod slur;
pub mod spam;
pub mod threat;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &slur::RULE,
    &masked_abuse::RULE,
    &insult::RULE,
    &discrimination::RULE,
    &threat::RULE,
    &defamation::RULE,
    &obscenity::RULE,
    &spam::RULE,
    &politics::RULE,
    &religion::RULE,
    &divisive::RULE,
    &disaster::RULE,
    &self_harm::RULE,
];
