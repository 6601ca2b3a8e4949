//! Reading TOML so that everything wrong is told, each with its line. Serves no item of its own.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::problem::PackProblem;

/// A table of a file, and where problems go.
pub struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    pub problems: &'a mut Vec<PackProblem>,
}

impl<'a> Reader<'a> {
    /// `None` where the file is not TOML; that is told.
    pub fn parse(
        file: &'a str,
        text: &'a str,
        problems: &'a mut Vec<PackProblem>,
    ) -> (Self, Option<Spanned<DeTable<'a>>>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Self { file, text, problems };
        let readable = errors.is_empty();
        for error in errors {
            let came = error.message().trim().replace('\n', ", ");
            reader.tell(&error.span().unwrap_or(0..0), "TOML", &came, "see https://toml.io/en/v1.0.0");
        }
        (reader, readable.then_some(table))
    }

    pub fn line(&self, position: usize) -> usize {
        let head = &self.text.as_bytes()[..position.min(self.text.len())];
        1 + head.iter().filter(|byte| **byte == b'\n').count()
    }

    pub fn tell(&mut self, at: &Range<usize>, expected: &str, came: &str, help: &str) {
        let head = &self.text[..self.text.floor_char_boundary(at.start.min(self.text.len()))];
        let column = 1 + head.chars().rev().take_while(|c| *c != '\n').count();
        let line = self.line(at.start);
        self.problems.push(PackProblem::new(self.file, line, expected, came, help).at_column(column));
    }

    /// Tells of every key that is not one of these.
    pub fn only(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let expected = format!("one of the keys {}", known.join(", "));
                self.tell(&key.span(), &expected, &format!("`{name}`"), "remove or correct the key");
            }
        }
    }

    pub fn text(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
            other => {
                let came = if other.is_str() { "nothing" } else { other.type_str() };
                self.tell(&value.span(), &format!("{what} as text"), came, "write it in quotation marks");
                None
            }
        }
    }

    pub fn required_text(&mut self, table: &DeTable<'_>, at: &Range<usize>, key: &str) -> Option<String> {
        match table.get(key) {
            Some(value) => self.text(value, &format!("`{key}`")),
            None => {
                self.tell(at, &format!("the key `{key}`"), "none", "add it");
                None
            }
        }
    }

    /// A word of a list.
    pub fn choice<T>(&mut self, value: &Spanned<DeValue<'_>>, what: &str, known: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let name = self.text(value, what)?;
        let found = known.iter().find(|(word, _)| *word == name).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            self.tell(
                &value.span(),
                &format!("{what}: {}", words.join(", ")),
                &format!("`{name}`"),
                "choose one of them",
            );
        }
        found
    }

    pub fn table<'v, 'i>(&mut self, value: &'v Spanned<DeValue<'i>>, what: &str) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let came = value.get_ref().type_str();
            self.tell(&value.span(), &format!("{what} as a table"), came, "write it as a table");
        }
        table
    }

    pub fn list<'v, 'i>(&mut self, value: &'v Spanned<DeValue<'i>>, what: &str) -> &'v [Spanned<DeValue<'i>>] {
        match value.get_ref() {
            DeValue::Array(list) => list.as_ref(),
            other => {
                self.tell(&value.span(), &format!("{what} as a list"), other.type_str(), "write it in square brackets");
                &[]
            }
        }
    }
}
