//! 1-10: a private voice that sounds like the company's.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
