//! Labelled posts, read as the engine reads them.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use shingi_check::{
    context::Organisation,
    likeness::{self, Features, ITEMS},
};

use crate::words::Words;

pub struct Post {
    pub official: bool,
    pub sentences: Vec<Sentence>,
    /// All sentences together.
    pub whole: Features,
    accepted: BTreeSet<usize>,
    allowed: BTreeSet<usize>,
}

pub struct Sentence {
    pub features: Features,
    /// For each item: 1 it is labelled here, 0 it is not, `None` it is debatable.
    pub labels: [Option<bool>; ITEMS.len()],
}

impl Post {
    pub fn accepts(&self, item: usize) -> bool {
        self.accepted.contains(&item)
    }

    pub fn undecided(&self, item: usize) -> bool {
        self.allowed.contains(&item) && !self.accepts(item)
    }
}

/// All labelled posts except those of some files and those kept to measure only (`blind*`).
pub fn load(folder: &Path, except: &[String], words: &Words) -> Vec<Post> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let wanted = files.iter().filter(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".jsonl") && !name.starts_with("blind") && !except.iter().any(|except| except.ends_with(name))
    });
    wanted.flat_map(|path| read(path, words)).collect()
}

pub fn read(path: &Path, words: &Words) -> Vec<Post> {
    let organisation = Organisation::new(vec!["つきのわ".into(), "Tsukinowa".into()], Vec::new());
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| post(&serde_json::from_str(line).unwrap(), &organisation, words)).collect()
}

fn item(value: &Value) -> Option<usize> {
    ITEMS.iter().position(|item| Some(*item) == value.as_str())
}

fn items(value: &Value) -> BTreeSet<usize> {
    value.as_array().into_iter().flatten().filter_map(item).collect()
}

fn post(row: &Value, organisation: &Organisation, words: &Words) -> Post {
    let text = row["text"].as_str().unwrap();
    let reading = likeness::read(text, organisation, &|key| words.rows.get(&key).copied());
    let expected: Vec<_> = row["expect"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|expected| {
            let mut accepts = items(&expected["or"]);
            let own = item(&expected["item"])?;
            accepts.insert(own);
            let quote = expected["quote"].as_str().unwrap();
            let at = text.find(quote)?;
            Some((at..at + quote.len(), accepts))
        })
        .collect();
    let accepted: BTreeSet<usize> = expected.iter().flat_map(|(_, accepts)| accepts).copied().collect();
    let allowed = items(&row["allow"]);
    let mut whole = Features::default();
    let sentences = reading
        .sentences
        .into_iter()
        .map(|(span, features)| {
            whole.grams.extend(&features.grams);
            whole.words.extend(&features.words);
            let labels = std::array::from_fn(|item| {
                let touching = || expected.iter().filter(|(quote, _)| quote.start < span.end && span.start < quote.end);
                if touching().any(|(_, accepts)| accepts.contains(&item)) {
                    Some(true)
                } else if accepted.contains(&item) || allowed.contains(&item) {
                    None
                } else {
                    Some(false)
                }
            });
            Sentence { features, labels }
        })
        .collect();
    Post { official: row["speaker"] == "official", sentences, whole, accepted, allowed }
}
