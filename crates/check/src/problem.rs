//! What is wrong in a pack: file, line, column where it is known, what was expected, what came, what to do.
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
    /// In characters, counted from 1; in bytes where the line is not UTF-8. `None` where the whole line is meant.
    pub column: Option<usize>,
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
        Self { file: file.into(), line, column: None, expected: expected.into(), came: short, help: help.into() }
    }

    #[must_use]
    pub(crate) fn at_column(self, column: usize) -> Self {
        Self { column: Some(column), ..self }
    }

    /// A file that is not UTF-8, with the place of its first wrong byte.
    pub(crate) fn not_utf8(file: &str, bytes: &[u8], error: std::str::Utf8Error) -> Self {
        let good = &bytes[..error.valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + good.iter().rev().take_while(|byte| **byte != b'\n').count();
        Self::new(file, line, "UTF-8", "other bytes", "save the file as UTF-8").at_column(column)
    }
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, expected, came, help } = self;
        match column {
            Some(column) => write!(f, "{file}:{line}:{column}: expected {expected}, got {came}; {help}"),
            None => write!(f, "{file}:{line}: expected {expected}, got {came}; {help}"),
        }
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
