//! Every module opens by saying what it is for, and which items of the policy it serves (every item: what nobody serves
//! does not hold).
//!
//! Misses: whether it is true. Tests, samples, benches and this folder only say what they are for.

use crate::{
    items::{header, served},
    tree::{assert_none, texts},
};

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

/// The program's own code: what a person or a program outside meets.
fn is_program(path: &str) -> bool {
    let outside = ["tests", "samples", "testing", "permissions", "rendered", "benches", "examples", "build.rs"];
    path.contains("/src/") && !outside.iter().any(|name| path.split(['/', '.']).any(|part| part == *name))
}

#[test]
fn every_module_names_the_items_of_the_policy_that_it_serves() {
    let modules: Vec<_> = texts("crates/", ".rs").filter(|(path, _)| is_program(path)).collect();
    assert!(modules.len() > 150, "expected the modules of the program, found {}", modules.len());
    let silent = modules.iter().filter(|(_, source)| !served(&header(source)).says_something());
    let complaints: Vec<String> = silent.map(|(path, _)| (*path).to_owned()).collect();
    assert_none(
        &complaints,
        "Name the items in `//!`: `(1-7, 2-9)`, `Serves every **R** item.`, or `Serves no item of its own.`",
    );
}

#[test]
fn only_the_program_itself_is_asked_for_items() {
    assert!(is_program("crates/app/src/use_cases/draft_post.rs") && is_program("crates/cli/src/main.rs"));
    for other in ["crates/web/src/pages/home/samples.rs", "crates/domain/src/post/tests/walk.rs", "crates/app/build.rs"]
    {
        assert!(!is_program(other), "{other}");
    }
}
