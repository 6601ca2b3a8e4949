//! Every package that we depend on directly has a sentence in deny.toml: what for, what it costs, what without it.

use std::collections::BTreeSet;

use crate::tree::{assert_none, text, texts};

/// The packages of `[workspace.dependencies]`, without our own.
fn direct(root_manifest: &str) -> BTreeSet<String> {
    let manifest: toml::Table = root_manifest.parse().unwrap();
    let table = manifest["workspace"]["dependencies"].as_table().unwrap();
    table.keys().filter(|name| !name.starts_with("shingi-")).cloned().collect()
}

/// Names that a comment line `# NAME: sentence` begins with.
fn explained(deny: &str) -> BTreeSet<String> {
    let lines = deny.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(": "));
    lines.filter(|(name, sentence)| is_name(name) && sentence.len() > 40).map(|(name, _)| name.to_owned()).collect()
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

fn unexplained(root_manifest: &str, deny: &str) -> Vec<String> {
    let (direct, explained) = (direct(root_manifest), explained(deny));
    let mut complaints: Vec<String> =
        direct.difference(&explained).map(|name| format!("`{name}` has no sentence in deny.toml")).collect();
    complaints
        .extend(explained.difference(&direct).map(|name| format!("deny.toml explains `{name}`, which is not used")));
    complaints
}

#[test]
fn every_direct_dependency_has_its_sentence() {
    assert_none(
        &unexplained(text("Cargo.toml"), text("deny.toml")),
        "Add a line `# NAME: what for; what it costs to build; what we would do without it.` to deny.toml.",
    );
}

#[test]
fn a_dependency_without_a_sentence_and_a_sentence_without_a_dependency_are_noticed() {
    let manifest = "[workspace.dependencies]\nserde = '1'\nshingi-app = {}\n";
    let sentence = "# serde: events and configuration; 6 s to build; without it, by hand.\n";
    assert!(unexplained(manifest, sentence).is_empty());
    assert_eq!(unexplained(manifest, "# serde: useful.\n"), ["`serde` has no sentence in deny.toml"]);
    let other = sentence.replace("serde", "toml") + sentence;
    assert_eq!(unexplained(manifest, &other), ["deny.toml explains `toml`, which is not used"]);
}

/// Dependencies that a crate states by itself, past the workspace's list.
fn stated_alone(manifest: &str) -> Vec<String> {
    let manifest: toml::Table = manifest.parse().unwrap();
    let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
    let entries = tables.iter().filter_map(|name| manifest.get(*name)?.as_table()).flatten();
    entries
        .filter(|(_, value)| value.get("workspace").and_then(toml::Value::as_bool) != Some(true))
        .map(|(name, _)| name.clone())
        .collect()
}

#[test]
fn crates_take_their_dependencies_from_the_workspace_and_leave_none_unused() {
    let mut complaints = Vec::new();
    let mut used = BTreeSet::new();
    for (path, manifest) in texts("crates/", "/Cargo.toml") {
        complaints
            .extend(stated_alone(manifest).into_iter().map(|name| format!("{path}: `{name}` without `workspace`")));
        let table: toml::Table = manifest.parse().unwrap();
        for name in ["dependencies", "dev-dependencies", "build-dependencies"] {
            used.extend(
                table.get(name).and_then(toml::Value::as_table).into_iter().flatten().map(|(name, _)| name.clone()),
            );
        }
    }
    let unused = direct(text("Cargo.toml")).into_iter().filter(|name| !used.contains(name));
    complaints.extend(unused.map(|name| format!("Cargo.toml: no crate uses `{name}`")));
    assert_none(&complaints, "State the version once, in the root Cargo.toml; `NAME.workspace = true` in the crate.");
    assert_eq!(stated_alone("[dependencies]\na = '1'\nb.workspace = true\n"), ["a"]);
}
