//! 2-2: hearsay, guesses, claims without a source.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
