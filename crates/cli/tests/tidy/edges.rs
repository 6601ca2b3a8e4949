//! Who may know whom: the picture of ARCHITECTURE.md, edge by edge, and what the pure crates must not pull in.
//!
//! Misses: a dependency that a crate has only under a `cfg` is seen, one that a build script brings by hand is not.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use crate::tree::{assert_none, root, texts};

/// The arrows of the picture. A crate may also use what can be reached along them; nothing else of ours.
const PICTURE: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("morph", &[]),
    ("ledger", &[]),
    ("check", &["domain", "morph"]),
    ("picture", &["domain"]),
    ("browser", &["check"]),
    ("connect", &["domain"]),
    ("store", &["ledger", "domain"]),
    ("app", &["store", "check", "picture", "connect"]),
    ("web", &["app"]),
    ("cli", &["web"]),
];

pub const PURE: [&str; 5] = ["domain", "morph", "check", "browser", "ledger"];

/// Runtimes, databases, servers, clients, the operating system's randomness.
const NOT_PURE: [&str; 24] = [
    "async-std",
    "axum",
    "chrono",
    "curl",
    "getrandom",
    "h2",
    "hyper",
    "libsqlite3-sys",
    "mio",
    "native-tls",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "rustls",
    "smol",
    "socket2",
    "sqlx",
    "tokio",
    "tokio-postgres",
    "tower-http",
    "tungstenite",
    "ureq",
    "uuid",
];

type Edges = BTreeMap<String, BTreeSet<String>>;

fn reachable(from: &str) -> BTreeSet<&'static str> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&str> = vec![from];
    while let Some(name) = next.pop() {
        for to in PICTURE.iter().find(|(crate_name, _)| *crate_name == name).map_or(&[][..], |(_, to)| to) {
            if seen.insert(*to) {
                next.push(to);
            }
        }
    }
    seen
}

/// The dependencies on our own crates in one Cargo.toml: those of the program, or all of them with the tests'.
fn own_dependencies(manifest: &str, with_tests: bool) -> BTreeSet<String> {
    fn tables<'a>(value: &'a toml::Table, with_tests: bool, found: &mut Vec<&'a toml::Table>) {
        for (key, value) in value {
            let Some(table) = value.as_table() else { continue };
            match key.as_str() {
                "dependencies" | "build-dependencies" => found.push(table),
                "dev-dependencies" if with_tests => found.push(table),
                "target" => table.values().filter_map(toml::Value::as_table).for_each(|t| tables(t, with_tests, found)),
                _ => {}
            }
        }
    }
    let manifest: toml::Table = manifest.parse().unwrap();
    let mut found = Vec::new();
    tables(&manifest, with_tests, &mut found);
    found
        .iter()
        .flat_map(|table| table.keys())
        .filter_map(|name| name.strip_prefix("shingi-"))
        .map(str::to_owned)
        .collect()
}

fn wrong_edges(actual: &Edges, actual_with_tests: &Edges) -> Vec<String> {
    let mut complaints = Vec::new();
    for (name, uses) in actual_with_tests {
        if !PICTURE.iter().any(|(known, _)| known == name) {
            complaints.push(format!("`crates/{name}` is not in the picture"));
            continue;
        }
        let allowed = reachable(name);
        let wrong = uses.iter().filter(|to| !allowed.contains(to.as_str()) && *to != name);
        complaints.extend(wrong.map(|to| format!("`{name}` uses `{to}`, against the arrows")));
    }
    for (name, arrows) in PICTURE {
        match actual.get(name) {
            None => complaints.push(format!("the picture shows `{name}`, but there is no `crates/{name}/Cargo.toml`")),
            Some(uses) => {
                let gone = arrows.iter().filter(|to| !uses.contains(**to));
                complaints.extend(gone.map(|to| format!("the picture shows `{name}` → `{to}`, which is not used")));
            }
        }
    }
    complaints
}

fn edges(with_tests: bool) -> Edges {
    let manifests = texts("crates/", "/Cargo.toml");
    manifests
        .map(|(path, text)| (path.split('/').nth(1).unwrap().to_owned(), own_dependencies(text, with_tests)))
        .collect()
}

#[test]
fn the_crates_use_each_other_along_the_arrows_of_the_picture_and_no_other_way() {
    assert_none(
        &wrong_edges(&edges(false), &edges(true)),
        "Move the code to the crate that may know both, or argue in an ADR and change the picture and this list.",
    );
}

#[test]
fn a_reversed_a_missing_and_an_unknown_edge_are_each_noticed() {
    let pictured: Edges =
        PICTURE.iter().map(|(name, to)| ((*name).to_owned(), to.iter().map(|to| (*to).to_owned()).collect())).collect();
    assert!(wrong_edges(&pictured, &pictured).is_empty());

    let mut reversed = pictured.clone();
    reversed.get_mut("domain").unwrap().insert("store".to_owned());
    assert_eq!(wrong_edges(&pictured, &reversed), ["`domain` uses `store`, against the arrows"]);

    let mut missing = pictured.clone();
    missing.get_mut("app").unwrap().remove("check");
    assert_eq!(wrong_edges(&missing, &missing), ["the picture shows `app` → `check`, which is not used"]);

    let mut unknown = pictured;
    unknown.insert("helpers".to_owned(), BTreeSet::new());
    assert_eq!(wrong_edges(&unknown, &unknown), ["`crates/helpers` is not in the picture"]);
}

#[test]
fn dependencies_for_one_system_or_for_tests_are_seen_too() {
    let manifest = "[dependencies]\nshingi-domain.workspace = true\nserde = '1'\n[target.'cfg(unix)'.dependencies]\n\
        shingi-store = {}\n[dev-dependencies]\nshingi-app = {}\n";
    assert_eq!(own_dependencies(manifest, false), BTreeSet::from(["domain".to_owned(), "store".to_owned()]));
    assert_eq!(own_dependencies(manifest, true).len(), 3);
}

fn not_pure(tree: &str) -> Vec<String> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.filter(|name| NOT_PURE.contains(name)).map(str::to_owned).collect()
}

#[test]
fn the_pure_crates_pull_in_no_runtime_no_database_and_no_network() {
    let mut complaints = Vec::new();
    for name in PURE {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let output = Command::new(cargo)
            .args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--package"])
            .arg(format!("shingi-{name}"))
            .current_dir(root())
            .output()
            .unwrap();
        let tree = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "`cargo tree` for `{name}`: {}", String::from_utf8_lossy(&output.stderr));
        assert!(tree.starts_with(&format!("shingi-{name} ")), "expected the tree of `shingi-{name}`, got `{tree}`");
        complaints.extend(not_pure(&tree).into_iter().map(|found| format!("`{name}` pulls in `{found}`")));
    }
    assert_none(&complaints, "`cargo tree -p shingi-NAME -i FOUND` says through whom. Hand the crate data instead.");
}

#[test]
fn a_runtime_in_the_tree_of_a_pure_crate_is_noticed() {
    assert_eq!(not_pure("shingi-domain v0.1.0\nserde v1.0.0\ntokio v1.0.0 (*)\n"), ["tokio"]);
}
