//! The article of an item, in both languages. A missing language is a problem: half the readers would have no policy.
//! Serves every item.

use std::collections::BTreeMap;

use super::ARTICLES;
use crate::problem::PackProblem;

/// One article in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub title: String,
    /// Markdown below the title; `{organisation}` stands for the organisation's name.
    pub body: String,
}

/// One article in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub ja: Text,
    pub en: Text,
}

impl Text {
    /// The body with the organisation's name in it.
    #[must_use]
    pub fn body_for(&self, organisation: &str) -> String {
        self.body.replace("{organisation}", organisation)
    }

    #[must_use]
    pub fn title_for(&self, organisation: &str) -> String {
        self.title.replace("{organisation}", organisation)
    }
}

pub fn read(folder: &str, texts: &BTreeMap<&str, &str>, problems: &mut Vec<PackProblem>) -> Option<Article> {
    let [ja, en] = ARTICLES.map(|name| read_text(&format!("{folder}/{name}"), texts, problems));
    Some(Article { ja: ja?, en: en? })
}

fn read_text(file: &str, texts: &BTreeMap<&str, &str>, problems: &mut Vec<PackProblem>) -> Option<Text> {
    let Some(text) = texts.get(file) else {
        problems.push(PackProblem::new(file, 1, "the article in both languages", "no such file", "write it"));
        return None;
    };
    for (nth, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices('{') {
            if !line[at..].starts_with("{organisation}") {
                let came: String = line[at..].chars().take(20).collect();
                let help = "remove it, or write the words themselves";
                problems.push(PackProblem::new(
                    file,
                    nth + 1,
                    "the variable `{organisation}` only",
                    &format!("`{came}`"),
                    help,
                ));
            }
        }
    }
    let (first, body) = text.split_once('\n').unwrap_or((text, ""));
    let title = first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty());
    let Some(title) = title else {
        problems.push(PackProblem::new(file, 1, "the title as `# title`", first, "begin the file with the title"));
        return None;
    };
    if body.trim().is_empty() {
        problems.push(PackProblem::new(file, 1, "the article's words below its title", "nothing", "write them"));
    }
    Some(Text { title: title.to_owned(), body: body.trim().to_owned() })
}
