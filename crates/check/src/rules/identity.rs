//! 1-10: a private view that passes for the organisation's.

use crate::rule::Rule;

pub mod company_voice;
pub mod employer_opinion;
pub mod staff_answer;

/// The rules of this family.
pub const RULES: &[&Rule] = &[&company_voice::RULE, &employer_opinion::RULE, &staff_answer::RULE];
