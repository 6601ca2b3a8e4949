//! Every rule's document is true: each example is found or left alone as it says, and none of what a document needs
//! is missing. The same for the cases of the standard pack, and for the words in both languages.
//!
//! A test may read the files of its own repository: it compares folders with lists.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

use std::{collections::BTreeSet, fs, path::Path};

use shingi_check::{
    document,
    engine::Engine,
    examples::{self, Example},
    incoming::{self, Hostility},
    pack::Pack,
    rule::Rule,
    rules,
};

fn engine() -> (Pack, Engine) {
    let pack = Pack::standard().unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the standard pack does not load:\n{}", lines.join("\n"))
    });
    let engine = Engine::new(&pack).unwrap();
    (pack, engine)
}

/// The rules about our own words, and those about what is said to us.
fn all() -> impl Iterator<Item = &'static Rule> {
    rules::all().chain(incoming::RULES.iter().copied())
}

fn examples_of(rule: &Rule) -> Vec<Example> {
    let file = format!("{}.md", rule.id);
    examples::parse(&file, rule.doc).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn every_example_of_every_rule_is_found_or_left_alone_as_its_document_says() {
    let (_, engine) = engine();
    let mut problems = Vec::new();
    for rule in all() {
        for example in examples_of(rule) {
            problems.extend(examples::judge_rule(&example, rule.id, &engine).err().map(|p| p.to_string()));
        }
    }
    assert!(problems.is_empty(), "{}\n", problems.join("\n"));
}

#[test]
fn every_document_has_its_parts_and_the_examples_that_matter_in_japanese() {
    let faults: Vec<String> =
        all().flat_map(|rule| document::faults(rule.id, rule.doc)).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{}\n", faults.join("\n"));
}

#[test]
fn every_rule_file_has_a_document_and_a_line_in_its_family() {
    let listed: BTreeSet<String> = rules::all().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(listed.len(), rules::all().count(), "a rule is listed twice");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let (mut code, mut documents) = (BTreeSet::new(), BTreeSet::new());
    for family in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().path()) {
            let name = format!("{}/{}", family.file_name().unwrap().display(), file.file_stem().unwrap().display());
            match file.extension().and_then(|e| e.to_str()) {
                Some("rs") => code.insert(name),
                Some("md") => documents.insert(name),
                _ => panic!("expected a rule's code or document, got {}", file.display()),
            };
        }
    }
    assert_eq!(code, listed, "files of rules and lines in `rules/<family>.rs` differ");
    assert_eq!(documents, listed, "documents of rules and lines in `rules/<family>.rs` differ");
}

#[test]
fn every_kind_of_hostility_has_its_rule() {
    let kinds: BTreeSet<Option<Hostility>> =
        incoming::RULES.iter().map(|rule| Hostility::of(&rule.rule_id())).collect();
    assert_eq!(kinds.len(), incoming::RULES.len());
    assert!(!kinds.contains(&None));
}

#[test]
fn the_cases_of_the_standard_pack_come_out_as_the_committee_expects() {
    let (pack, engine) = engine();
    if let Err(problems) = pack.run_cases(&engine) {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}\n", lines.join("\n"));
    }
}

#[test]
fn every_rule_is_bound_by_the_standard_pack() {
    let (pack, _) = engine();
    let bound: BTreeSet<&str> = pack.policy.bindings.iter().map(|binding| binding.rule.as_str()).collect();
    let unbound: Vec<&str> = rules::all().map(|rule| rule.id).filter(|id| !bound.contains(id)).collect();
    assert!(unbound.is_empty(), "no `bindings.toml` names {unbound:?}");
}

#[test]
fn every_rule_has_its_words_in_both_languages() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut faults = Vec::new();
    for lang in ["ja", "en"] {
        for rule in all() {
            let file = format!("{lang}/findings-{}.ftl", rule.family());
            let text = fs::read_to_string(locales.join(&file)).unwrap_or_default();
            let key = rule.rule_id().message_key();
            let from = text.lines().skip_while(|line| !line.starts_with(&format!("{key} = "))).enumerate();
            let block: Vec<&str> =
                from.take_while(|(nth, line)| *nth == 0 || line.starts_with(' ')).map(|(_, line)| line).collect();
            if block.is_empty() {
                faults.push(format!("locales/{file}: expected `{key} = …`"));
                continue;
            }
            for part in [".why = ", ".help = "] {
                if !block.iter().any(|line| line.trim_start().starts_with(part)) {
                    faults.push(format!("locales/{file}: expected `    {part}…` below `{key}`"));
                }
            }
            let words = block.join(" ").to_lowercase();
            for bad in ["!", "！", "error", "エラー", "違反"] {
                if words.contains(bad) {
                    faults.push(format!(
                        "locales/{file}: `{key}` says `{bad}`; say plainly what is there and what to do"
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n", faults.join("\n"));
}
