//! All rules, in one visible list of families. A rule's line stands in its family's file.
//!
//! Serves every **R** item; which rule serves which is the pack's word (`bindings.toml`).

use crate::rule::Rule;

pub mod accuracy;
pub mod confidential;
pub mod hygiene;
pub mod identity;
pub mod likeness;
pub mod personal;
#[cfg(test)]
mod reach;
pub mod respect;
pub mod rights;
pub mod temper;

/// The families, each with its own list.
pub const FAMILIES: [&[&Rule]; 9] = [
    personal::RULES,
    confidential::RULES,
    rights::RULES,
    accuracy::RULES,
    respect::RULES,
    identity::RULES,
    temper::RULES,
    hygiene::RULES,
    likeness::RULES,
];

/// Every rule there is.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flatten().copied()
}

/// The rule of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
