//! 1-7, 1-8, 1-9 and 2-5: tone, answers to critics, silent changes.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
