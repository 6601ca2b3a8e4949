//! Lists of words that people review: `lexicon/<name>.tsv` of a pack.
//!
//! Serves 2-2, 2-3, 2-4, 1-3, 1-5 and 1-6. A list with a broken row does not load at all. The columns are
//! `term`, `reading`, `category`, `strength`, `note`, `source`, with that first line; `#` begins a comment line.
//!
//! How a term is searched: without regard to width, kana and case. A term that begins or ends in Latin letters, digits
//! or katakana must not go on in the same script in the text (`NDA` is not in `agenda`); `…` at an end lifts that
//! (`…ハラ`). `=` in front keeps hiragana and katakana apart. A reading is searched like a term, so it is left empty
//! where the kana alone mean something else.

use shingi_domain::policy::Strength;

use crate::{normalize, problem::PackProblem};

const HEADER: &str = "term\treading\tcategory\tstrength\tnote\tsource";
const COLUMNS: usize = 6;

/// One list, sorted as its file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    /// The file's name without `.tsv`.
    pub name: String,
    pub entries: Vec<Entry>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub term: String,
    pub reading: String,
    pub category: String,
    /// What the list's authors would do; the binding decides.
    pub strength: Option<Strength>,
    pub note: String,
    pub source: String,
    pub(crate) keys: Vec<Key>,
}

/// A spelling to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub folded: String,
    /// As written, where the script matters.
    pub exact: Option<String>,
    pub open_start: bool,
    pub open_end: bool,
}

impl Lexicon {
    /// Reads a file of a pack; every broken row is told.
    ///
    /// # Errors
    /// All problems of the file, with their lines.
    pub fn parse(name: &str, file: &str, bytes: &[u8]) -> Result<Self, Vec<PackProblem>> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return Err(vec![PackProblem::not_utf8(file, bytes, error)]),
        };
        let mut problems = Vec::new();
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = std::collections::HashMap::new();
        let mut header = false;
        for (nth, line) in text.lines().enumerate() {
            let number = nth + 1;
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if !header {
                header = true;
                if line != HEADER {
                    let expected = format!("the columns `{}`", HEADER.replace('\t', " "));
                    problems.push(PackProblem::new(file, number, &expected, line, "put that line first, with tabs"));
                }
                continue;
            }
            match Entry::parse(line) {
                Ok(entry) => {
                    if let Some(first) = seen.insert(entry.term.clone(), number) {
                        let came = format!("`{}`, which stands in line {first} too", entry.term);
                        problems.push(PackProblem::new(file, number, "each term once", &came, "remove one of them"));
                    }
                    entries.push(entry);
                }
                Err(Broken { nth, expected, came, help }) => {
                    let column = column_of(line, nth);
                    problems.push(PackProblem::new(file, number, &expected, &came, help).at_column(column));
                }
            }
        }
        if !header {
            problems.push(PackProblem::new(
                file,
                1,
                "a first line with the columns",
                "an empty file",
                "add the columns",
            ));
        }
        if problems.is_empty() { Ok(Self { name: name.to_owned(), entries }) } else { Err(problems) }
    }
}

/// Why a row is none.
struct Broken {
    /// The column at fault, from 0.
    nth: usize,
    expected: String,
    came: String,
    help: &'static str,
}

/// Where a column begins: characters, from 1. Behind the last one it is the end of the line.
fn column_of(line: &str, nth: usize) -> usize {
    line.split('\t').take(nth).map(|words| words.chars().count() + 1).sum::<usize>().min(line.chars().count()) + 1
}

impl Entry {
    fn parse(line: &str) -> Result<Self, Broken> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [term, reading, category, strength, note, source] = columns[..] else {
            let (expected, came) = (format!("{COLUMNS} columns divided by tabs"), columns.len().to_string());
            let nth = columns.len().min(COLUMNS);
            return Err(Broken { nth, expected, came, help: "an empty column still needs its tab" });
        };
        for (nth, column, words) in [(0, "term", term), (2, "category", category), (5, "source", source)] {
            if words.trim().is_empty() {
                let (expected, help) = (format!("a {column}"), "say it; `own` is a source too");
                return Err(Broken { nth, expected, came: "nothing".to_owned(), help });
            }
        }
        let strength = match strength {
            "" => None,
            name => Some(crate::problem::strength_of(name).ok_or_else(|| {
                let expected = "note, answer, review, consult, forbid or nothing as the strength".to_owned();
                Broken { nth: 3, expected, came: format!("`{name}`"), help: "choose one of them" }
            })?),
        };
        let mut keys = Vec::new();
        for (nth, words) in [term, reading].into_iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            keys.push(Key::parse(words).ok_or_else(|| {
                let expected = "a term with letters, without spaces around it".to_owned();
                Broken { nth, expected, came: format!("`{words}`"), help: "write the word that is to be found" }
            })?);
        }
        Ok(Self {
            term: term.into(),
            reading: reading.into(),
            category: category.into(),
            strength,
            note: note.into(),
            source: source.into(),
            keys,
        })
    }
}

impl Key {
    fn parse(words: &str) -> Option<Self> {
        let (words, exact) = words.strip_prefix('=').map_or((words, false), |rest| (rest, true));
        let (words, open_start) = words.strip_prefix('…').map_or((words, false), |rest| (rest, true));
        let (words, open_end) = words.strip_suffix('…').map_or((words, false), |rest| (rest, true));
        let normal = normalize::Normalised::new(words).text().to_owned();
        if normal.trim().is_empty() || normal.trim() != normal {
            return None;
        }
        Some(Self { folded: normalize::fold(&normal), exact: exact.then_some(normal), open_start, open_end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_every_broken_row_with_its_line() {
        let text = "# own\nterm\treading\tcategory\tstrength\tnote\tsource\nバカ\t\tinsult\tanswer\t\town\n\
                    a\tb\n\t\tx\t\t\town\nバカ\t\tinsult\thard\t\town\nバカ\t\tinsult\t\t\town\n";
        let problems = Lexicon::parse("x", "lexicon/x.tsv", text.as_bytes()).unwrap_err();
        let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert_eq!(places, [(4, Some(4)), (5, Some(1)), (6, Some(12)), (7, None)]);
        assert_eq!(problems[2].came, "`hard`");
        let told = "lexicon/x.tsv:4:4: expected 6 columns divided by tabs, got 2; an empty column still needs its tab";
        assert_eq!(problems[0].to_string(), told);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_named_by_line_and_byte() {
        let problems = Lexicon::parse("x", "lexicon/x.tsv", b"term\nab\xff").unwrap_err();
        assert_eq!((problems[0].line, problems[0].column, problems[0].expected.as_str()), (2, Some(3), "UTF-8"));
    }
}
