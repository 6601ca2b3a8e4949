//! What stands in `packaging/` would start: its commands and options exist, its YAML has a shape, and its README names it.
//!
//! Misses: what GitHub, pre-commit, systemd and Docker make of a file; of YAML, all but tabs, steps and pairs.

use crate::{
    commands::{program_help, wrong},
    tree::{assert_none, files, text, texts},
};

/// The words behind `shingi` in a line that runs it, as `entry:`, `run:`, `ExecStart=` or `CMD [...]` do.
fn run_by(line: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches("- ");
    let starts = ["entry: ", "run: ", "ExecStart=", "CMD ", "RUN "];
    let rest = starts.iter().find_map(|start| line.strip_prefix(start))?;
    let plain: String = rest.chars().map(|c| if "[],\"".contains(c) { ' ' } else { c }).collect();
    let mut words = plain.split_whitespace();
    let program = words.next()?;
    let ours = program == "shingi" || program.ends_with("/shingi");
    ours.then(|| words.take_while(|word| ![">", "|", "||", "&&"].contains(word)).map(str::to_owned).collect())
}

fn misshapen(path: &str, yaml: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut indent_before = 0;
    for (index, line) in yaml.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        let mut tell = |what: &str| complaints.push(format!("{path}:{}: {what}", index + 1));
        if line.contains('\t') {
            tell("a tab");
        }
        if words.starts_with('#') {
            continue;
        }
        if indent % 2 == 1 || indent > indent_before + 4 {
            tell("an indent that no line asks for");
        }
        let entry = words.trim_start_matches("- ");
        if !(entry.ends_with(':') || entry.contains(": ")) {
            tell("neither a key nor a pair");
        }
        indent_before = indent;
    }
    complaints
}

#[test]
fn every_packaged_command_exists_and_the_readme_names_every_file() {
    let mut complaints = Vec::new();
    let mut commands = 0;
    for (path, text) in texts("packaging/", "").filter(|(path, _)| !path.ends_with(".md")) {
        for (index, line) in text.lines().enumerate() {
            let Some(words) = run_by(line) else { continue };
            commands += 1;
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            complaints.extend(wrong(&words, &mut program_help()).map(|what| format!("{path}:{}: {what}", index + 1)));
        }
    }
    assert!(commands >= 7, "expected the commands of all examples, found {commands}");
    let readme = text("packaging/README.md");
    let named = |path: &str| readme.contains(&format!("]({})", path.trim_start_matches("packaging/")));
    let unnamed = files().iter().filter(|file| file.path.starts_with("packaging/") && !file.path.ends_with(".md"));
    complaints.extend(
        unnamed.filter(|file| !named(&file.path)).map(|file| format!("packaging/README.md: no `{}`", file.path)),
    );
    assert_none(&complaints, "Correct the example, or name it in packaging/README.md.");
}

#[test]
fn packaged_yaml_has_a_shape_and_hooks_have_what_they_must() {
    let mut complaints = Vec::new();
    for (path, yaml) in texts("packaging/", "").filter(|(path, _)| path.ends_with(".yml") || path.ends_with(".yaml")) {
        complaints.extend(misshapen(path, yaml));
    }
    assert_none(&complaints, "Indent by two, and write a key or a pair on each line.");
    let hooks = text("packaging/pre-commit/.pre-commit-hooks.yaml");
    for hook in hooks.split("\n- id: ").skip(1) {
        for key in ["\n  name: ", "\n  entry: ", "\n  language: "] {
            assert!(hook.contains(key), "expected `{}` in `{hook}`", key.trim());
        }
    }
}

#[test]
fn a_packaged_command_that_does_not_exist_and_broken_yaml_are_noticed() {
    let noticed = |line: &str| {
        let words = run_by(line).unwrap();
        wrong(&words.iter().map(String::as_str).collect::<Vec<_>>(), &mut program_help())
    };
    assert_eq!(noticed("  entry: shingi check --fix"), None);
    assert!(noticed("- run: shingi check --gone posts/*.txt > x || true").is_some());
    assert!(noticed("CMD [\"shingi\", \"gone\", \"--data\", \"/data\"]").is_some());
    assert!(noticed("ExecStart=/usr/local/bin/shingi serve --daten x").is_some());
    assert_eq!(run_by("run: cargo build"), None);
    assert_eq!(misshapen("x", "a:\n  - b: c\n    d: [e]\n").len(), 0);
    assert_eq!(misshapen("x", "a:\n   b: c\n\td: e\nno pair\n      f: g\n").len(), 5);
}
