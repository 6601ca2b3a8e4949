//! 1-3: copyright, portraits, hidden promotion, claims of advertising.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
