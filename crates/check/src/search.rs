//! One search for all words of all rules and lexicons.
//!
//! Serves every **R** item: rules run only where a word of theirs stands in the text.

use std::{borrow::Cow, ops::Range};

use crate::{
    lexicon::{Key, Lexicon},
    normalize,
    rule::{Rule, Trigger},
    wordlist::WordList,
};

/// A term of a lexicon at a position of the normalised text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TermHit {
    pub start: usize,
    pub end: usize,
    pub lexicon: u16,
    pub entry: u32,
}

/// Who waits for a word.
#[derive(Debug, Clone)]
enum Owner {
    Rule(usize),
    Term { lexicon: u16, entry: u32, key: Key },
}

pub(crate) struct Searcher {
    words: WordList,
    owners: Vec<Owner>,
    always: Vec<usize>,
    /// (digits, rule)
    digits: Vec<(usize, usize)>,
    /// For each lexicon, the rules that read it.
    readers: Vec<Vec<usize>>,
}

impl Searcher {
    /// The lexicons are those of a pack that loaded, so every one that a rule names is there.
    pub fn new(rules: &[&'static Rule], lexicons: &[Lexicon]) -> Result<Self, String> {
        let mut made = Self {
            words: WordList::default(),
            owners: Vec::new(),
            always: Vec::new(),
            digits: Vec::new(),
            readers: Vec::new(),
        };
        made.readers.resize(lexicons.len(), Vec::new());
        let mut words: Vec<(Cow<'_, str>, u32)> = Vec::new();
        for (nth, rule) in rules.iter().enumerate() {
            for trigger in rule.triggers {
                match trigger {
                    Trigger::Always => made.always.push(nth),
                    Trigger::Digits(count) => made.digits.push((*count, nth)),
                    Trigger::Words(list) => {
                        for word in *list {
                            made.add(&mut words, normalize::folded(word).into(), Owner::Rule(nth))?;
                        }
                    }
                    Trigger::Phrases(phrases) => match phrases.wakes() {
                        Some(list) => {
                            for word in list {
                                made.add(&mut words, word, Owner::Rule(nth))?;
                            }
                        }
                        None => made.always.push(nth),
                    },
                    Trigger::Lexicon(name) => match lexicons.iter().position(|lexicon| lexicon.name == *name) {
                        Some(lexicon) => made.readers[lexicon].push(nth),
                        None => return Err(format!("rule `{}` needs the lexicon `{name}`", rule.id)),
                    },
                }
            }
        }
        for (lexicon, list) in lexicons.iter().enumerate() {
            let lexicon = u16::try_from(lexicon).map_err(|_| "more than 65,535 lexicons".to_owned())?;
            for (entry, row) in list.entries.iter().enumerate() {
                let entry = u32::try_from(entry).map_err(|_| format!("lexicon `{}` is too long", list.name))?;
                for key in &row.keys {
                    made.add(&mut words, key.folded.as_str().into(), Owner::Term { lexicon, entry, key: key.clone() })?;
                }
            }
        }
        made.words = WordList::new(words);
        Ok(made)
    }

    fn add<'w>(
        &mut self,
        words: &mut Vec<(Cow<'w, str>, u32)>,
        word: Cow<'w, str>,
        owner: Owner,
    ) -> Result<(), String> {
        words.push((word, u32::try_from(self.owners.len()).map_err(|_| "more than 4,294,967,295 words".to_owned())?));
        self.owners.push(owner);
        Ok(())
    }

    /// Marks in `fired` the rules that have something to look at, and returns the terms found, by position.
    pub fn run(&self, text: &str, folded: &str, fired: &mut [bool]) -> Vec<TermHit> {
        for rule in &self.always {
            fired[*rule] = true;
        }
        if !self.digits.is_empty() {
            let count = text.bytes().filter(u8::is_ascii_digit).count();
            for (wanted, rule) in &self.digits {
                fired[*rule] |= count >= *wanted;
            }
        }
        let mut hits = Vec::new();
        self.words.search(folded, |start, end, owner| match &self.owners[owner as usize] {
            Owner::Rule(rule) => fired[*rule] = true,
            Owner::Term { lexicon, entry, key } if stands_alone(text, start, end, key) => {
                for rule in &self.readers[usize::from(*lexicon)] {
                    fired[*rule] = true;
                }
                hits.push(TermHit { start, end, lexicon: *lexicon, entry: *entry });
            }
            Owner::Term { .. } => {}
        });
        hits.sort_unstable_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end), hit.lexicon, hit.entry));
        hits.dedup_by_key(|hit| (hit.start, hit.end, hit.lexicon, hit.entry));
        hits
    }
}

impl std::fmt::Debug for Searcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Searcher").field("words", &self.owners.len()).finish_non_exhaustive()
    }
}

/// Whether a match is a word of its own as far as its key asks for it.
fn stands_alone(text: &str, start: usize, end: usize, key: &Key) -> bool {
    if key.exact.as_ref().is_some_and(|exact| !text[start..end].eq_ignore_ascii_case(exact)) {
        return false;
    }
    (key.open_start || !goes_on_before(text, start)) && (key.open_end || !goes_on_behind(text, end))
}

/// Whether Latin letters or katakana go on before or behind a stretch that begins or ends with the same.
pub(crate) fn goes_on(text: &str, range: &Range<usize>) -> bool {
    goes_on_before(text, range.start) || goes_on_behind(text, range.end)
}

fn goes_on_before(text: &str, start: usize) -> bool {
    same_script(text[start..].chars().next(), text[..start].chars().next_back())
}

fn goes_on_behind(text: &str, end: usize) -> bool {
    same_script(text[..end].chars().next_back(), text[end..].chars().next())
}

fn same_script(inside: Option<char>, outside: Option<char>) -> bool {
    match (inside.map(script), outside.map(script)) {
        (Some(inside), Some(outside)) => inside == outside && inside != Script::Other,
        _ => false,
    }
}

#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Katakana,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Script::Latin,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        _ => Script::Other,
    }
}
