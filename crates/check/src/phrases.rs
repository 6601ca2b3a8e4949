//! Many turns of phrase searched as one: what each must begin with is looked for first, all at once.
//!
//! Serves the **R** items whose rules know phrases by the hundred (1-7 to 1-10, 2-3 to 2-5). One regular expression of
//! all of them would keep so many half-matches alive that every character costs; nearly no phrase begins in a given
//! sentence, so that nearly nothing is left to do. Finds exactly what the one expression would.

use std::{cell::RefCell, collections::BTreeSet, ops::Range, sync::OnceLock};

use daachorse::CharwiseDoubleArrayAhoCorasick;
use regex::Regex;
use regex_automata::{
    Anchored, Input,
    nfa::thompson::{
        NFA, WhichCaptures,
        backtrack::{BoundedBacktracker, Cache},
    },
};
use regex_syntax::hir::{Hir, HirKind, literal::Extractor};

/// No phrase is longer, in bytes. The patterns' own bounds are far below.
const PHRASE_LENGTH_MAX: usize = 1_000;

/// Alternatives, in the order of preference where two match at the same place.
pub struct Phrases {
    pattern: String,
    phrases: Vec<Phrase>,
    /// What the phrases begin with → an index into `groups`.
    begins: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// The phrases that begin with each of the words of `begins`.
    groups: Vec<Vec<usize>>,
    /// Phrases that may begin with anything, as one expression each.
    always: Vec<usize>,
}

/// A match, asked as a match of `regex` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'t> {
    words: &'t str,
    range: Range<usize>,
}

impl<'t> Found<'t> {
    #[must_use]
    pub const fn start(&self) -> usize {
        self.range.start
    }

    #[must_use]
    pub const fn end(&self) -> usize {
        self.range.end
    }

    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    #[must_use]
    pub fn as_str(&self) -> &'t str {
        &self.words[self.range.clone()]
    }
}

struct Phrase {
    hir: Hir,
    /// For phrases with a known beginning: tried where it stands. A program of a few kilobytes.
    here: OnceLock<BoundedBacktracker>,
    anywhere: OnceLock<Regex>,
}

thread_local! {
    static CACHE: RefCell<Option<Cache>> = const { RefCell::new(None) };
}

impl Phrases {
    /// # Panics
    /// Where the pattern is none: patterns are constants, and each rule's document runs them.
    #[must_use]
    pub fn new(pattern: &str) -> Self {
        let pattern = crate::pattern::small(pattern);
        let hir = regex_syntax::parse(&pattern).expect("the pattern is a constant");
        let parts: Vec<Hir> = match hir.kind() {
            HirKind::Alternation(parts) => parts.clone(),
            _ => vec![hir],
        };
        let mut made = Self { pattern, phrases: Vec::new(), begins: None, groups: Vec::new(), always: Vec::new() };
        let mut words: std::collections::BTreeMap<String, Vec<usize>> = std::collections::BTreeMap::new();
        for (nth, part) in parts.into_iter().enumerate() {
            match beginnings(&part) {
                Some(begins) => begins.into_iter().for_each(|word| words.entry(word).or_default().push(nth)),
                None => made.always.push(nth),
            }
            made.phrases.push(Phrase { hir: part, here: OnceLock::new(), anywhere: OnceLock::new() });
        }
        if !words.is_empty() {
            let numbered: Vec<(&String, u32)> = words.keys().zip(0u32..).collect();
            made.begins = CharwiseDoubleArrayAhoCorasick::with_values(numbered).ok();
            made.groups = words.values().cloned().collect();
            if made.begins.is_none() {
                made.always = (0..made.phrases.len()).collect();
            }
        }
        made
    }

    /// The expression that this searches as.
    #[must_use]
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// Folded words of which every text with a match contains one, where there are such words.
    #[must_use]
    pub fn required(&self) -> Option<BTreeSet<String>> {
        let mut all = BTreeSet::new();
        for phrase in &self.phrases {
            all.extend(crate::required::words(&phrase.hir)?);
        }
        let within = |word: &str| {
            let starts = word.char_indices().map(|(at, _)| at);
            let parts =
                starts.flat_map(|at| word[at..].char_indices().map(move |(to, c)| &word[at..at + to + c.len_utf8()]));
            parts.filter(|part| part.len() < word.len()).any(|part| all.contains(part))
        };
        Some(all.iter().filter(|word| !within(word)).cloned().collect())
    }

    #[must_use]
    pub fn is_match(&self, words: &str) -> bool {
        self.find(words).is_some() || self.always.iter().any(|nth| self.phrases[*nth].anywhere().is_match(words))
    }

    /// The first match.
    #[must_use]
    pub fn find<'t>(&self, words: &'t str) -> Option<Found<'t>> {
        self.search(words, 1).pop().map(|range| Found { words, range })
    }

    /// All matches, none within another, as of one alternation.
    pub fn find_iter<'t>(&self, words: &'t str) -> impl Iterator<Item = Found<'t>> + use<'t> {
        self.find_all(words).into_iter().map(move |range| Found { words, range })
    }

    /// Where all matches stand.
    #[must_use]
    pub fn find_all(&self, words: &str) -> Vec<Range<usize>> {
        self.search(words, usize::MAX)
    }

    fn search(&self, words: &str, count: usize) -> Vec<Range<usize>> {
        // (where a phrase may begin, which)
        let mut places: Vec<(usize, usize)> = Vec::new();
        if let Some(begins) = &self.begins {
            for hit in begins.find_overlapping_iter(words) {
                places.extend(self.groups[hit.value() as usize].iter().map(|phrase| (hit.start(), *phrase)));
            }
        }
        places.sort_unstable();
        places.dedup();
        let mut places = places.into_iter().peekable();
        let mut always: Vec<(usize, Range<usize>)> =
            self.always.iter().filter_map(|nth| Some((*nth, self.phrases[*nth].anywhere_from(words, 0)?))).collect();
        let mut all: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        while all.len() < count {
            let rival = always.iter().map(|(nth, range)| (range.start, *nth)).min();
            let mut first = None;
            while first.is_none()
                && let Some((start, nth)) = places.next_if(|place| rival.is_none_or(|rival| *place < rival))
            {
                if start >= from {
                    first = self.phrases[nth].here(words, start);
                }
            }
            let rival = || always.iter().min_by_key(|(nth, range)| (range.start, *nth)).map(|(_, range)| range.clone());
            let Some(first) = first.or_else(rival) else { break };
            from = first.end;
            all.push(first);
            always.retain_mut(|(nth, range)| {
                if range.start >= from {
                    return true;
                }
                let next = self.phrases[*nth].anywhere_from(words, from);
                next.map(|next| *range = next).is_some()
            });
        }
        all
    }
}

impl Phrase {
    fn anywhere(&self) -> &Regex {
        self.anywhere.get_or_init(|| Regex::new(&self.hir.to_string()).expect("it was parsed as a part of the whole"))
    }

    /// The first match from a place on that is not empty.
    fn anywhere_from(&self, words: &str, from: usize) -> Option<Range<usize>> {
        let mut from = from;
        loop {
            let found = self.anywhere().find_at(words, from)?.range();
            if !found.is_empty() {
                return Some(found);
            }
            from = found.end + words[found.end..].chars().next()?.len_utf8();
        }
    }

    /// The match that begins exactly here.
    fn here(&self, words: &str, start: usize) -> Option<Range<usize>> {
        let program = self.here.get_or_init(|| {
            let captures = NFA::config().which_captures(WhichCaptures::Implicit);
            let nfa = NFA::compiler().configure(captures).build_from_hir(&self.hir);
            let nfa = nfa.expect("it was parsed as a part of the whole");
            let config = BoundedBacktracker::config().visited_capacity(1 << 21);
            BoundedBacktracker::builder().configure(config).build_from_nfa(nfa).expect("an implicit group is there")
        });
        let end = words.floor_char_boundary((start + PHRASE_LENGTH_MAX).min(words.len()));
        let input = Input::new(words).span(start..end).anchored(Anchored::Yes);
        let found = CACHE.with_borrow_mut(|cache| {
            let cache = cache.get_or_insert_with(|| program.create_cache());
            cache.reset(program);
            let mut slots = [None, None];
            program.try_search_slots(cache, &input, &mut slots).map(|matched| matched.and(slots[1]))
        });
        match found {
            Ok(end) => end.map(|end| start..end.get()).filter(|range| !range.is_empty()),
            // A program too large for the window.
            Err(_) => self.anywhere_from(words, start).filter(|range| range.start == start),
        }
    }
}

impl std::fmt::Debug for Phrases {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrases").field("phrases", &self.phrases.len()).finish_non_exhaustive()
    }
}

/// The words of which each match begins with one, where there are few.
fn beginnings(part: &Hir) -> Option<Vec<String>> {
    let sequence = Extractor::new().extract(part);
    let mut words = Vec::new();
    for literal in sequence.literals()? {
        // A limit may have cut a character; what is before it is a beginning too.
        let bytes = literal.as_bytes();
        let valid = match std::str::from_utf8(bytes) {
            Ok(word) => word,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
        };
        if valid.is_empty() {
            return None;
        }
        words.push(valid.to_owned());
    }
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATTERNS: [&str; 7] = [
        "ab|a[^x]{0,3}?c|b+|ca",
        "(?:あ|い)う|あ[^。]{0,4}?え|[いう]{2}|お$|^う",
        "a|ab|abc",
        "[^a]b|c",
        "(?i:AB|c)d|x?a",
        "う(?:え|お)?|えう",
        "ab*?|[^b]a|x*",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

        #[test]
        fn it_finds_what_one_expression_finds(text in "[abcdxあいうえお。]{0,24}", nth in 0..PATTERNS.len()) {
            let (phrases, regex) = (Phrases::new(PATTERNS[nth]), Regex::new(PATTERNS[nth]).unwrap());
            let expected: Vec<Range<usize>> = regex.find_iter(&text).map(|m| m.range()).filter(|r| !r.is_empty()).collect();
            // An alternative that matches nothing may hide one that matches something; ours does not offer nothing.
            if nth < 6 {
                prop_assert_eq!(phrases.find(&text).map(|found| found.range()), expected.first().cloned());
                prop_assert_eq!(phrases.find_all(&text), expected);
            }
            prop_assert_eq!(phrases.is_match(&text), regex.is_match(&text));
        }
    }

    #[test]
    fn a_phrase_that_begins_with_nothing_known_is_searched_always() {
        let phrases = Phrases::new("[^。]{2}だ|論破");
        assert_eq!(phrases.always, [0]);
        assert_eq!(phrases.find("それは駄目だ").map(|found| found.as_str()), Some("駄目だ"));
    }
}
