//! 1-5 and 1-6: house marks, and what is learned at work.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
