//! 1-7 and 2-7: characters, dates, links and pictures that do not do what their author thinks.

use crate::rule::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
