//! A policy pack: what a committee writes and the engine runs.
//!
//! Serves every item. A pack loads whole or not at all: an unknown rule, a wrong strength, a missing class or article
//! would leave a hole that nobody sees. All problems are told at once, with file and line.

mod articles;
mod bindings;
mod classes;
mod quiz;
mod read;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use shingi_domain::policy::{Binding, Class, Item, ItemId, Policy};

use crate::{
    examples::{self, Example},
    lexicon::Lexicon,
    problem::PackProblem,
    rule::Trigger,
    rules,
};

pub use articles::{Article, Text};
pub use quiz::{Asked, Question};

/// The word of a class in packs, examples and reports.
#[must_use]
pub fn class_name(class: Class) -> &'static str {
    classes::name(class)
}

static STANDARD: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../policy/standard");

/// The files of one item's folder: language → file.
const ARTICLES: [&str; 2] = ["article.ja.md", "article.en.md"];
/// What an item's folder may have beside its articles.
const ITEM_FILES: [&str; 4] = ["bindings.toml", "cases.md", "quiz.ja.md", "quiz.en.md"];
/// Files that may stand beside `pack.toml` without being read here.
const PACK_EXTRAS: [&str; 5] = ["README.md", "README.ja.md", "pledge.ja.md", "pledge.en.md", "LICENSE"];

/// The same words in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    pub ja: String,
    pub en: String,
}

/// A pack that passed every check.
#[derive(Debug, Clone)]
pub struct Pack {
    pub policy: Policy,
    pub title: Titles,
    /// One for each of [`Class::ALL`], in that order.
    pub class_titles: Vec<(Class, Titles)>,
    pub articles: BTreeMap<ItemId, Article>,
    /// What people are asked about each item; an item may have no question.
    pub quizzes: BTreeMap<ItemId, Vec<Question>>,
    /// How many days people have to acknowledge a new version (1-1).
    pub acknowledge_days: u16,
    /// Right answers of a hundred that pass the quiz.
    pub pass_percent: u16,
    /// What the committee expects to be found, and to be left alone, per item.
    pub cases: BTreeMap<ItemId, Vec<Example>>,
    pub lexicons: Vec<Lexicon>,
    /// Texts beside the items, by file name: the pledge.
    pub extras: BTreeMap<String, String>,
    /// SHA-256 over all files in the order of their paths; each as the length of its path (8 bytes, big endian), the
    /// path, the length of its bytes (8 bytes, big endian), the bytes.
    pub hash: [u8; 32],
}

impl Pack {
    /// Reads a pack from its files: path inside the pack, with `/`, → bytes.
    ///
    /// # Errors
    /// Everything that is wrong, sorted by file and line.
    pub fn load(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<PackProblem>> {
        let mut problems = Vec::new();
        let mut texts = BTreeMap::new();
        let mut unreadable = Vec::new();
        for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("lexicon/") && !is_hidden(path)) {
            match std::str::from_utf8(bytes) {
                Ok(text) => {
                    texts.insert(path.as_str(), text);
                }
                Err(error) => {
                    unreadable.push(path.as_str());
                    problems.push(PackProblem::not_utf8(path, bytes, error));
                }
            }
        }
        let head = classes::read(texts.get("pack.toml").copied(), &mut problems);
        let folders = item_folders(&texts, &mut problems);
        let lexicons = read_lexicons(files, &mut problems);
        let (mut items, mut bindings) = (Vec::new(), Vec::new());
        let (mut articles, mut cases, mut quizzes) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (id, folder) in &folders {
            if let Some(article) = articles::read(folder, &texts, &mut problems) {
                items.push(Item { id: *id, title_ja: article.ja.title.clone(), title_en: article.en.title.clone() });
                articles.insert(*id, article);
            }
            bindings.extend(bindings::read(*id, folder, &texts, &mut problems));
            cases.insert(*id, read_cases(folder, &texts, &mut problems));
            quizzes.insert(*id, quiz::read(folder, &texts, &mut problems));
        }
        let extras =
            PACK_EXTRAS.iter().filter_map(|name| Some(((*name).to_owned(), (*texts.get(name)?).to_owned()))).collect();
        // A file that is there and cannot be read is not missing too.
        problems.retain(|p| p.came != "no such file" || !unreadable.contains(&p.file.as_str()));
        let Some(head) = head.filter(|_| problems.is_empty()) else {
            problems.sort();
            problems.dedup();
            return Err(problems);
        };
        let policy = Policy { id: head.id, version: head.version, items, bindings, classes: head.classes };
        Ok(Self {
            policy,
            title: head.title,
            class_titles: head.class_titles,
            articles,
            quizzes,
            acknowledge_days: head.acknowledge_days,
            pass_percent: head.pass_percent,
            cases,
            lexicons,
            extras,
            hash: hash(files),
        })
    }

    /// The pack that comes with the program.
    ///
    /// # Errors
    /// Never in a program whose tests passed.
    pub fn standard() -> Result<Self, Vec<PackProblem>> {
        Self::load(&Self::standard_files())
    }

    /// The files of [`Self::standard`], for adoption and export.
    #[must_use]
    pub fn standard_files() -> BTreeMap<String, Vec<u8>> {
        fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
            for file in dir.files() {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, file.contents().to_vec());
            }
            for dir in dir.dirs() {
                collect(dir, files);
            }
        }
        let mut files = BTreeMap::new();
        collect(&STANDARD, &mut files);
        files
    }

    #[must_use]
    pub fn hash_hex(&self) -> String {
        self.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Runs every case of the pack on it: what the committee expects against what the engine and the bindings do.
    ///
    /// # Errors
    /// The cases that come out otherwise.
    pub fn run_cases(&self, engine: &crate::engine::Engine) -> Result<usize, Vec<PackProblem>> {
        let mut problems = Vec::new();
        let mut count = 0;
        for (item, cases) in &self.cases {
            for case in cases {
                count += 1;
                problems.extend(examples::judge_case(case, *item, engine, &self.policy).err());
            }
        }
        if problems.is_empty() { Ok(count) } else { Err(problems) }
    }
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

fn hash(files: &BTreeMap<String, Vec<u8>>) -> [u8; 32] {
    let mut sha = Sha256::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes.as_slice()] {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
    }
    sha.finalize().into()
}

/// Item → folder. Says of every other file that it does not belong here.
fn item_folders<'t>(texts: &BTreeMap<&'t str, &str>, problems: &mut Vec<PackProblem>) -> BTreeMap<ItemId, &'t str> {
    let mut folders: BTreeMap<ItemId, &str> = BTreeMap::new();
    for path in texts.keys() {
        let Some((folder, file)) = path.split_once('/') else {
            if *path != "pack.toml" && !PACK_EXTRAS.contains(path) {
                let expected = "`pack.toml`, item folders, `lexicon/` and the pledge";
                problems.push(PackProblem::new(path, 1, expected, &format!("`{path}`"), "remove or rename the file"));
            }
            continue;
        };
        let Some(id) = item_of(folder) else {
            let expected = "a folder like `1-04-personal-information`";
            problems.push(PackProblem::new(path, 1, expected, &format!("`{folder}`"), "rename the folder"));
            continue;
        };
        if !ARTICLES.contains(&file) && !ITEM_FILES.contains(&file) {
            let expected = "article.ja.md, article.en.md, bindings.toml, cases.md, quiz.ja.md or quiz.en.md";
            problems.push(PackProblem::new(path, 1, expected, &format!("`{file}`"), "remove or rename the file"));
        }
        let first = folders.entry(id).or_insert(folder);
        if *first != folder {
            let came = format!("`{folder}` beside `{first}`");
            problems.push(PackProblem::new(path, 1, &format!("one folder for item {id}"), &came, "keep one of them"));
        }
    }
    if folders.is_empty() {
        let help = "add a folder like `1-04-personal-information`";
        problems.push(PackProblem::new("pack.toml", 1, "at least one item", "none", help));
    }
    folders
}

/// `1-04-personal-information` → 1-4.
fn item_of(folder: &str) -> Option<ItemId> {
    let mut parts = folder.splitn(3, '-');
    let (part, number, slug) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let named = !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !digits(part, 1) || !digits(number, 2) || !named {
        return None;
    }
    Some(ItemId::new(part.parse().ok()?, number.parse().ok()?))
}

fn read_lexicons(files: &BTreeMap<String, Vec<u8>>, problems: &mut Vec<PackProblem>) -> Vec<Lexicon> {
    let mut lexicons: Vec<Lexicon> = Vec::new();
    let mut failed = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("lexicon/") && !is_hidden(path)) {
        let Some(name) = path["lexicon/".len()..].strip_suffix(".tsv").filter(|name| !name.contains('/')) else {
            if !path.ends_with("README.md") {
                let came = format!("`{path}`");
                problems.push(PackProblem::new(path, 1, "a list `lexicon/<name>.tsv`", &came, "rename the file"));
            }
            continue;
        };
        match Lexicon::parse(name, path, bytes) {
            Ok(lexicon) => lexicons.push(lexicon),
            Err(found) => {
                failed.push(name);
                problems.extend(found);
            }
        }
    }
    for rule in rules::all() {
        for trigger in rule.triggers {
            let Trigger::Lexicon(name) = trigger else { continue };
            if !failed.contains(name) && !lexicons.iter().any(|lexicon| lexicon.name == *name) {
                let file = format!("lexicon/{name}.tsv");
                let expected = format!("the list that rule `{}` reads", rule.id);
                let help = "take it from the standard pack, or write one with the columns only";
                problems.push(PackProblem::new(&file, 1, &expected, "no such file", help));
            }
        }
    }
    lexicons
}

fn read_cases(folder: &str, texts: &BTreeMap<&str, &str>, problems: &mut Vec<PackProblem>) -> Vec<Example> {
    let file = format!("{folder}/cases.md");
    let Some(text) = texts.get(file.as_str()) else {
        let help = "add the file with at least one case, or one sentence that says why there is none";
        problems.push(PackProblem::new(&file, 1, "the item's cases", "no such file", help));
        return Vec::new();
    };
    match examples::parse(&file, text) {
        Ok(cases) => {
            for case in cases.iter().filter(|case| case.finds && case.strength.is_none()) {
                let help = "write the strength behind `finds official`, for example `answer`";
                problems.push(PackProblem::new(&file, case.line, "a strength for a case that finds", "none", help));
            }
            cases
        }
        Err(found) => {
            problems.extend(found);
            Vec::new()
        }
    }
}

/// Binding of a rule that is found twice, told by `bindings::read`.
fn overlap<'b>(bindings: &'b [(Binding, usize)], new: &Binding) -> Option<&'b (Binding, usize)> {
    bindings.iter().find(|(old, _)| old.rule == new.rule && old.item == new.item && old.when.overlaps(&new.when))
}

#[cfg(test)]
mod tests;
