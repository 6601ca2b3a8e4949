//! The words that wake each rule are worked out beforehand and stand in `data/wakes.tsv`.
//!
//! A test that writes the file where it is asked to.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::{collections::BTreeSet, env, fs, path::Path};

use shingi_check::{rule::Trigger, rules};

#[test]
fn the_file_says_for_every_pattern_what_the_pattern_itself_says() {
    let lines: BTreeSet<String> = rules::all()
        .flat_map(|rule| rule.triggers)
        .filter_map(|trigger| match trigger {
            Trigger::Phrases(phrases) => Some(phrases.wakes_line()),
            _ => None,
        })
        .collect();
    let wanted = lines.iter().fold(String::new(), |file, line| file + line + "\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wakes.tsv");
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    let stale = fs::read_to_string(&path).unwrap() != wanted;
    assert!(
        !stale,
        "rules have changed: run `UPDATE_SNAPSHOTS=1 cargo test -p shingi-check --test wakes`, commit the file"
    );
}
