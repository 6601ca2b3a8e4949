//! 1-4: data by which a person can be found, called, followed or cheated.

use crate::rule::Rule;

pub mod phone_number;

/// The rules of this family.
pub const RULES: &[&Rule] = &[&phone_number::RULE];
