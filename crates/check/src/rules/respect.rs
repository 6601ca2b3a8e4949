//! 2-3 and 2-4: harm to others, and what is never said.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
