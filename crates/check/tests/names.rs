//! Names in sentences and traps without any: how many are found, and what is taken for one.
//!
//! The figures may only get better. A test may read the files of its own repository and print what it measured.
#![cfg(feature = "dictionary")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

use std::{fs, path::Path};

use shingi_check::{
    context::{Context, Organisation},
    engine::Engine,
    entities::{Certainty, Entity, Sort},
    pack::Pack,
};

struct Sentence {
    text: String,
    /// (letter, start, end)
    names: Vec<(char, usize, usize)>,
}

fn sentences() -> Vec<Sentence> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/names.txt");
    let file = fs::read_to_string(file).unwrap();
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (mut text, mut names) = (String::new(), Vec::new());
            let mut rest = line;
            while let Some((before, inside)) = rest.split_once('⟦') {
                let (marked, after) = inside.split_once('⟧').unwrap();
                let (letter, name) = marked.split_once(' ').unwrap();
                text.push_str(before);
                names.push((letter.chars().next().unwrap(), text.len(), text.len() + name.len()));
                text.push_str(name);
                rest = after;
            }
            text.push_str(rest);
            Sentence { text, names }
        })
        .collect()
}

fn letter(sort: Sort) -> char {
    match sort {
        Sort::Person | Sort::PublicPerson => 'p',
        Sort::Organisation => 'o',
        Sort::Product => 't',
        Sort::Place => 'l',
    }
}

fn named(engine: &Engine, text: &str) -> Vec<Entity> {
    let ctx = Context::official("2026-11-24".parse().unwrap());
    engine.names(text, &ctx)
}

#[test]
fn names_are_found_and_traps_are_left_alone() {
    let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
    let (mut all, mut found, mut traps, mut wrong) = ([0; 4], [0; 4], 0, 0);
    for Sentence { text, names } in sentences() {
        let seen = named(&engine, &text);
        for (sort, start, end) in &names {
            let nth = "potl".find(*sort).unwrap();
            all[nth] += 1;
            let hit = seen.iter().any(|entity| {
                let same =
                    letter(entity.sort) == *sort || matches!((letter(entity.sort), sort), ('t', 'o') | ('o', 't'));
                same && entity.range.start <= *start
                    && entity.range.end + "さん".len() >= *end
                    && entity.range.end > *start
            });
            found[nth] += usize::from(hit);
            if !hit {
                println!("missed {sort} «{}» {text}: {seen:?}", &text[*start..*end]);
            }
        }
        traps += usize::from(names.is_empty());
        let extra = seen.iter().filter(|entity| {
            let inside = names.iter().any(|(_, start, end)| entity.range.start < *end && *start < entity.range.end);
            !inside && (entity.certainty != Certainty::Bare || entity.sort == Sort::Person)
        });
        for entity in extra {
            wrong += 1;
            println!("wrong {:?} «{}» {text}", entity.sort, &text[entity.range.clone()]);
        }
    }
    println!(
        "persons {}/{}, organisations {}/{}, products {}/{}, places {}/{}, {traps} traps, {wrong} wrong",
        found[0], all[0], found[1], all[1], found[2], all[2], found[3], all[3]
    );
    assert!(found[0] >= FLOOR[0] && found[1] >= FLOOR[1] && found[2] >= FLOOR[2] && found[3] >= FLOOR[3], "{found:?}");
    assert!(wrong <= WRONG_MAX, "{wrong} wrong");
    assert!(all.iter().sum::<usize>() >= 60 && traps >= 60);
}

/// Persons, organisations, products, places.
const FLOOR: [usize; 4] = [40, 23, 4, 10];
const WRONG_MAX: usize = 1;

#[test]
fn what_the_house_knows_by_name_is_found_whatever_the_dictionary_says() {
    let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
    let mut ctx = Context::official("2026-11-24".parse().unwrap());
    ctx.organisation =
        Organisation::new(vec!["つきのわ".into()], Vec::new()).knowing(&["みどり野".into()], &["ほたる".into()]);
    let text = "みどり野さんへほたるを納めました";
    let sorts: Vec<(Sort, &str)> = engine.names(text, &ctx).iter().map(|e| (e.sort, &text[e.range.clone()])).collect();
    assert_eq!(sorts, [(Sort::Organisation, "みどり野"), (Sort::Product, "ほたる")]);
}

#[test]
fn without_a_dictionary_the_forms_are_read_and_the_report_says_what_was_not() {
    let engine = Engine::with_words(&Pack::standard().unwrap(), None).unwrap();
    let ctx = Context::official("2026-11-24".parse().unwrap());
    let report = engine.inspect("近くに新しい駅ができるそうです。お電話は090-1234-5678まで", &[], &ctx);
    let found: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert!(found.contains(&"accuracy/hearsay") && found.contains(&"personal/phone_number"), "{found:?}");
    let unchecked: Vec<&str> = report.unchecked.iter().map(|unchecked| unchecked.rule.as_str()).collect();
    assert!(unchecked.contains(&"accuracy/hearsay") && !unchecked.contains(&"personal/phone_number"), "{unchecked:?}");
    assert!(engine.inspect("おはようございます", &[], &ctx).unchecked.is_empty());
}
