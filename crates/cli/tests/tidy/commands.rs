//! Documents name commands and options that exist: each `shingi …` in backticks or in a block is compared with what the
//! program's own `--help` says.
//!
//! Misses: values of options; a command that a document writes without `shingi` before it.

use std::{collections::BTreeSet, process::Command};

use crate::tree::{assert_none, texts};

/// Help of one command: the subcommands and the long options that it knows.
#[derive(Default, Clone)]
pub struct Help {
    subcommands: BTreeSet<String>,
    options: BTreeSet<String>,
}

fn read_help(help: &str) -> Help {
    let mut read = Help::default();
    let mut in_commands = false;
    for line in help.lines() {
        if !line.starts_with(' ') && !line.is_empty() {
            in_commands = line.starts_with("Commands:");
        } else if in_commands && line.starts_with("  ") && !line.starts_with("   ") {
            read.subcommands.extend(line.split_whitespace().next().map(str::to_owned));
        }
        read.options.extend(options(line).map(str::to_owned));
    }
    read
}

fn options(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("--").filter_map(|(at, _)| {
        let end =
            line[at + 2..].find(|c: char| !c.is_ascii_lowercase() && c != '-').map_or(line.len(), |end| at + 2 + end);
        let starts = at == 0 || line[..at].ends_with([' ', '[', '(', ',']);
        (starts && end > at + 2).then_some(&line[at..end])
    })
}

/// The commands of a document, as the words after `shingi`, with their line.
fn commands(text: &str) -> Vec<(usize, Vec<&str>)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let spans = if fenced { vec![line] } else { line.split('`').skip(1).step_by(2).collect() };
        found.extend(spans.into_iter().filter_map(command).map(|words| (index + 1, words)));
    }
    found
}

/// `$ cargo run --release -- demo --data x # why` → `demo --data x`.
fn command(span: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> =
        span.split_whitespace().take_while(|word| !["#", "|", "&&", ";", ">"].contains(word)).collect();
    let words = words.strip_prefix(&["$"][..]).unwrap_or(&words);
    match words {
        [program, rest @ ..] if *program == "shingi" || program.ends_with("/shingi") => Some(rest.to_vec()),
        ["cargo", "run", rest @ ..] if !rest.contains(&"--example") => {
            let after = rest.iter().position(|word| *word == "--")?;
            Some(rest[after + 1..].to_vec())
        }
        _ => None,
    }
}

pub fn wrong(words: &[&str], help: &mut dyn FnMut(&[&str]) -> Help) -> Option<String> {
    let mut path: Vec<&str> = Vec::new();
    let mut known = help(&[]);
    for word in words {
        let is_name = word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-');
        if known.subcommands.is_empty() || !is_name {
            break;
        }
        if !known.subcommands.contains(*word) {
            return Some(format!("`shingi {}` has no `{word}`", path.join(" ")));
        }
        path.push(word);
        known = help(&path);
    }
    let line = words.join(" ");
    options(&line)
        .find(|option| !known.options.contains(*option))
        .map(|option| format!("`shingi {}` has no `{option}`", path.join(" ")))
}

/// What the program says of itself, asked once for each command.
pub fn program_help() -> impl FnMut(&[&str]) -> Help {
    let mut asked: Vec<(Vec<String>, Help)> = Vec::new();
    move |path: &[&str]| {
        if let Some((_, help)) = asked.iter().find(|(known, _)| known == path) {
            return help.clone();
        }
        let output = Command::new(env!("CARGO_BIN_EXE_shingi")).args(path).arg("--help").output().unwrap();
        let help = read_help(&String::from_utf8(output.stdout).unwrap());
        asked.push((path.iter().map(|word| (*word).to_owned()).collect(), help.clone()));
        help
    }
}

#[test]
fn documents_name_only_commands_and_options_that_the_program_has() {
    let mut help = program_help();
    assert!(help(&[]).subcommands.contains("serve"), "expected the program's help to list its commands");
    let mut complaints = Vec::new();
    for (path, text) in texts("", ".md") {
        for (line, words) in commands(text) {
            complaints.extend(wrong(&words, &mut help).map(|what| format!("{path}:{line}: {what}")));
        }
    }
    assert_none(&complaints, "Correct the document, or build what it promises.");
}

#[test]
fn a_command_and_an_option_that_do_not_exist_are_noticed() {
    let mut help = |path: &[&str]| match path {
        [] => {
            read_help("Usage: shingi\n\nCommands:\n  demo   Sample\n  pack   Packs\n\nOptions:\n  -h, --help  Help\n")
        }
        ["demo"] => read_help("Options:\n      --data <DIR>  Where\n"),
        ["pack"] => read_help("Commands:\n  check  Says\n"),
        _ => Help::default(),
    };
    let mut found =
        |text: &str| commands(text).iter().filter_map(|(_, words)| wrong(words, &mut help)).collect::<Vec<_>>();
    assert_eq!(found("`shingi demo --data DIR` and `shingi pack check DIR`, `shingi` itself"), Vec::<String>::new());
    assert_eq!(found("```sh\n$ cargo run --release -- demo   # look\n```"), Vec::<String>::new());
    assert_eq!(found("`shingi gone`"), ["`shingi ` has no `gone`"]);
    assert_eq!(found("`shingi pack gone`"), ["`shingi pack` has no `gone`"]);
    assert_eq!(found("```sh\ntarget/release/shingi demo --gone\n```"), ["`shingi demo` has no `--gone`"]);
}
