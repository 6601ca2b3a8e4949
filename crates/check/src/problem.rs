//! What is wrong in a pack: file, line, what was expected, what came, what to do.
//!
//! Serves 0 (the policy counts as written or not at all). A problem never quotes more than a line.

use std::fmt;

use shingi_domain::policy::Strength;

/// One fault of a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackProblem {
    /// The path inside the pack.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub expected: String,
    pub came: String,
    pub help: String,
}

impl PackProblem {
    #[must_use]
    pub fn new(file: &str, line: usize, expected: &str, came: &str, help: &str) -> Self {
        let mut short: String = came.chars().take(120).collect();
        if short.len() < came.len() {
            short.push('…');
        }
        Self { file: file.into(), line, expected: expected.into(), came: short, help: help.into() }
    }
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, expected, came, help } = self;
        write!(f, "{file}:{line}: expected {expected}, got {came}; {help}")
    }
}

pub(crate) fn strength_of(name: &str) -> Option<Strength> {
    Some(match name {
        "note" => Strength::Note,
        "answer" => Strength::Answer,
        "review" => Strength::Review,
        "consult" => Strength::Consult,
        "forbid" => Strength::Forbid,
        _ => return None,
    })
}
