//! The pure crates cannot reach the clock, chance, files or the network by accident: clippy refuses it, and here stands
//! that clippy is told so. Without it, the same draft could be judged differently on another day (items 1-7, 2-9).
//!
//! Misses: what a dependency does by itself; `edges` keeps the dependencies that do.

use crate::{
    edges::PURE,
    tree::{assert_none, text, texts},
};

/// At least these; the files have more.
const BANNED: [&str; 16] = [
    "std::time::SystemTime::now",
    "std::time::Instant::now",
    "std::time::SystemTime",
    "std::time::Instant",
    "std::thread::sleep",
    "std::thread::spawn",
    "std::fs::read",
    "std::fs::read_to_string",
    "std::fs::write",
    "std::fs::File",
    "std::env::var",
    "std::net::TcpStream",
    "std::process::Command",
    "std::println",
    "std::path::Path::exists",
    "getrandom::fill",
];

/// Ways to switch a ban off for a whole module or item.
const SWITCHES: [&str; 3] = ["clippy::disallowed_methods", "clippy::disallowed_types", "clippy::disallowed_macros"];

fn not_banned(name: &str, config: &str, root_config: &str) -> Vec<String> {
    let config: toml::Table = config.parse().unwrap();
    let root_config: toml::Table = root_config.parse().unwrap();
    let lists = ["disallowed-methods", "disallowed-types", "disallowed-macros"];
    let entries = lists.iter().filter_map(|list| config.get(*list)?.as_array()).flatten();
    let banned: Vec<&str> = entries.filter_map(|entry| entry.get("path")?.as_str()).collect();
    let mut complaints: Vec<String> = BANNED
        .iter()
        .filter(|path| !banned.contains(path))
        .map(|path| format!("crates/{name}/clippy.toml does not ban `{path}`"))
        .collect();
    // A crate's own file replaces the root's.
    let lost = root_config.iter().filter(|(key, value)| config.get(*key) != Some(value));
    complaints.extend(lost.map(|(key, _)| format!("crates/{name}/clippy.toml does not repeat `{key}` of the root's")));
    complaints
}

#[test]
fn clippy_is_told_what_each_pure_crate_must_not_reach() {
    let mut complaints = Vec::new();
    for name in PURE {
        complaints.extend(not_banned(name, text(&format!("crates/{name}/clippy.toml")), text("clippy.toml")));
    }
    assert_none(&complaints, "Put the lines back; the files are the same but for their first line.");
}

#[test]
fn a_ban_or_a_setting_that_was_lost_is_noticed() {
    let lost = not_banned("domain", "disallowed-methods = []", "allow-unwrap-in-tests = true");
    assert_eq!(lost.len(), BANNED.len() + 1);
    assert!(lost.last().unwrap().contains("allow-unwrap-in-tests"));
}

/// Only the program's own code: a test may read files.
fn switched_off(path: &str, source: &str) -> Vec<String> {
    let lines = source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .filter(|(_, line)| SWITCHES.iter().any(|switch| line.contains(switch)))
        .map(|(index, line)| format!("{path}:{}: `{}`", index + 1, line.trim()))
        .collect()
}

#[test]
fn no_module_of_a_pure_crate_switches_a_ban_off() {
    let mut complaints = Vec::new();
    for name in PURE {
        for (path, source) in
            texts(&format!("crates/{name}/src/"), ".rs").filter(|(path, _)| !path.ends_with("tests.rs"))
        {
            complaints.extend(switched_off(path, source));
        }
    }
    assert_none(&complaints, "Take what you need as an argument; the shell knows it.");
    assert_eq!(switched_off("a.rs", "//! x\n#![allow(clippy::disallowed_methods)]\n").len(), 1);
}

/// The crate whose exports need an attribute that the workspace's lints forbid, and the one file that may have it.
const EXPORTS: (&str, &str) = ("crates/browser/Cargo.toml", "crates/browser/src/exports.rs");

/// The workspace's lints, but that `unsafe` is denied and can be allowed, not forbidden.
fn lints_but_for_unsafe(root_manifest: &str) -> toml::Table {
    let root: toml::Table = root_manifest.parse().unwrap();
    let mut lints = root["workspace"]["lints"].as_table().unwrap().clone();
    lints["rust"].as_table_mut().unwrap().insert("unsafe_code".to_owned(), "deny".into());
    lints
}

/// Where unsafe code is allowed, or written beyond the attribute of an export.
fn unsafe_lines(path: &str, source: &str) -> Vec<String> {
    let lines = source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .filter(|(_, line)| line.contains("unsafe"))
        .filter(|(_, line)| {
            let is_export =
                line.trim() == "#[unsafe(no_mangle)]" || line.starts_with("#![allow(unsafe_code, reason = ");
            path != EXPORTS.1 || !is_export
        })
        .map(|(index, line)| format!("{path}:{}: `{}`", index + 1, line.trim()))
        .collect()
}

#[test]
fn every_crate_takes_its_lints_from_the_workspace() {
    let manifests = texts("crates/", "/Cargo.toml").filter(|(path, _)| *path != EXPORTS.0);
    let without = manifests.filter(|(_, text)| !text.contains("[lints]\nworkspace = true"));
    let without: Vec<String> = without.map(|(path, _)| path.to_owned()).collect();
    assert_none(&without, "Add `[lints]` with `workspace = true`: a crate without it may use `unsafe`.");
}

#[test]
fn unsafe_is_an_attribute_of_the_modules_exports_and_stands_nowhere_else() {
    let manifest: toml::Table = text(EXPORTS.0).parse().unwrap();
    assert_eq!(manifest["lints"].as_table(), Some(&lints_but_for_unsafe(text("Cargo.toml"))), "{}", EXPORTS.0);
    let sources = texts("crates/browser/src/", ".rs");
    let complaints: Vec<String> = sources.flat_map(|(path, source)| unsafe_lines(path, source)).collect();
    assert_none(&complaints, "Let the page write into a buffer that the module owns; no pointer need be followed.");
    assert_eq!(unsafe_lines(EXPORTS.1, "#[unsafe(no_mangle)]\nlet x = unsafe { *p };\n").len(), 1);
    assert_eq!(unsafe_lines("crates/browser/src/lib.rs", "#[unsafe(no_mangle)]\n").len(), 1);
}
