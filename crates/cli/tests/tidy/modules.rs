//! Every module opens by saying what it is for.

use crate::tree::{assert_none, texts};

/// The opening must be the very first line: what stands above it (an attribute, a licence) hides it from a reader.
fn purpose_missing(source: &str) -> bool {
    let opening: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let words = opening.join(" ");
    words.trim().chars().count() < 20 || words.contains("Placeholder")
}

#[test]
fn every_module_opens_with_its_purpose() {
    let modules = texts("crates/", ".rs").filter(|(_, source)| purpose_missing(source));
    let complaints: Vec<String> = modules.map(|(path, _)| path.to_owned()).collect();
    assert_none(&complaints, "Open with `//!`: purpose, items of the policy that it serves, what it must never do.");
}

#[test]
fn a_module_without_a_purpose_is_noticed() {
    assert!(purpose_missing("use std::fmt;\n"));
    assert!(purpose_missing("//! Posts.\n"));
    assert!(purpose_missing("#![allow(x)]\n//! What a post may do and what may be done to it.\n"));
    assert!(purpose_missing("//! Placeholder while the workspace grows.\n"));
    assert!(!purpose_missing("//! What a post may do and what may be done to it.\n"));
}
