//! Many turns of phrase searched as one: what each must begin with is looked for first, all at once.
//!
//! Serves the **R** items whose rules know phrases by the hundred (1-7 to 1-10, 2-3 to 2-5). One regular expression of
//! all of them would keep so many half-matches alive that every character costs; nearly no phrase begins in a given
//! sentence, so that nearly nothing is left to do. Finds exactly what the one expression would.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::{LazyLock, OnceLock},
};

use regex_automata::{
    Anchored, Input,
    meta::Regex,
    nfa::thompson::{
        NFA, WhichCaptures,
        backtrack::{BoundedBacktracker, Cache},
    },
};
use regex_syntax::hir::{Hir, HirKind, literal::Extractor};

use crate::{required, wordlist::WordList};

/// No phrase is longer, in bytes. The patterns' own bounds are far below.
const PHRASE_LENGTH_MAX: usize = 1_000;

/// Marks a number of the list of words: the word says that the phrase may be there, not where it begins.
const WAKES: u32 = 1 << 31;

/// Stands for "it may match without any word".
const NOTHING: &str = "-";
/// The words that wake a rule, by the key of the pattern. `tests/wakes.rs` makes the file and compares.
static KNOWN: LazyLock<HashMap<u64, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../data/wakes.tsv").lines().filter_map(|line| line.split_once('\t'));
    lines.filter_map(|(key, words)| Some((u64::from_str_radix(key, 16).ok()?, words))).collect()
});

/// Alternatives, in the order of preference where two match at the same place. Read when first searched for.
pub struct Phrases {
    pattern: String,
    read: OnceLock<Read>,
}

struct Read {
    phrases: Vec<Phrase>,
    /// What the phrases begin with, each with the number of its phrase; with [`WAKES`], what it cannot be without.
    words: WordList,
    /// Phrases that may begin anywhere and are without any such word.
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
    /// Whether it is known where it may begin.
    begins: bool,
    /// Whether it has words without which it cannot be, beyond those that it begins with.
    needs: bool,
    /// No match is longer, in bytes.
    length: usize,
    /// For phrases with a known beginning: tried where it stands. A program of a few kilobytes.
    here: OnceLock<BoundedBacktracker>,
    anywhere: OnceLock<Regex>,
}

thread_local! {
    static CACHE: RefCell<Option<Cache>> = const { RefCell::new(None) };
}

impl Phrases {
    /// # Panics
    /// When first used, where the pattern is none: patterns are constants, and each rule's document runs them.
    #[must_use]
    pub fn new(pattern: &str) -> Self {
        Self { pattern: crate::pattern::small(pattern), read: OnceLock::new() }
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| Read::new(&self.pattern))
    }

    /// The expression that this searches as.
    #[must_use]
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// [`Self::required`], read from a file where the pattern stands in it: to work it out for all rules would take most
    /// of the time that an engine needs to be ready.
    #[must_use]
    pub fn wakes(&self) -> Option<Vec<Cow<'static, str>>> {
        match KNOWN.get(&self.key()) {
            Some(&NOTHING) => None,
            Some(words) => Some(words.split('\t').map(unescaped).collect()),
            None => self.required().map(|words| words.into_iter().map(Cow::Owned).collect()),
        }
    }

    /// A line of the file that [`Self::wakes`] reads.
    #[must_use]
    pub fn wakes_line(&self) -> String {
        let words = self.required().map(|words| words.iter().map(|word| escaped(word)).collect::<Vec<_>>().join("\t"));
        format!("{:016x}\t{}", self.key(), words.unwrap_or_else(|| NOTHING.to_owned()))
    }

    /// FNV-1a of the pattern.
    fn key(&self) -> u64 {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        self.pattern.bytes().fold(0xcbf2_9ce4_8422_2325, step)
    }

    /// Folded words of which every text with a match contains one, where there are such words.
    #[must_use]
    pub fn required(&self) -> Option<BTreeSet<String>> {
        let mut all = BTreeSet::new();
        for phrase in &self.read().phrases {
            all.extend(required::words(&phrase.hir)?);
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
        let read = self.read();
        let (places, woken) = read.begun(words);
        woken.iter().any(|nth| read.phrases[*nth].anywhere().is_match(words))
            || places.iter().any(|(start, nth)| read.phrases[*nth].here(words, *start).is_some())
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
        let read = self.read();
        let (places, woken) = read.begun(words);
        let mut places = places.into_iter().peekable();
        let mut always: Vec<(usize, Range<usize>)> =
            woken.iter().filter_map(|nth| Some((*nth, read.phrases[*nth].anywhere_from(words, 0)?))).collect();
        let mut all: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        while all.len() < count {
            let rival = always.iter().map(|(nth, range)| (range.start, *nth)).min();
            let mut first = None;
            while first.is_none()
                && let Some((start, nth)) = places.next_if(|place| rival.is_none_or(|rival| *place < rival))
            {
                if start >= from {
                    first = read.phrases[nth].here(words, start);
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
                let next = read.phrases[*nth].anywhere_from(words, from);
                next.map(|next| *range = next).is_some()
            });
        }
        all
    }
}

impl Read {
    fn new(pattern: &str) -> Self {
        let hir = regex_syntax::parse(pattern).expect("the pattern is a constant");
        let parts: Vec<Hir> = match hir.kind() {
            HirKind::Alternation(parts) => parts.clone(),
            _ => vec![hir],
        };
        let mut made =
            Self { phrases: Vec::with_capacity(parts.len()), words: WordList::default(), always: Vec::new() };
        let mut words = Vec::new();
        for (part, nth) in parts.into_iter().zip(0u32..) {
            let (begins, inside) = (beginnings(&part), required::spellings(&part));
            let told = |begin: &String| inside.iter().flatten().any(|word| begin.contains(word.as_str()));
            let needs = inside.is_some() && !begins.as_ref().is_some_and(|begins| begins.iter().all(told));
            let mut phrase = Phrase::new(part);
            (phrase.begins, phrase.needs) = (begins.is_some(), needs);
            if begins.is_none() && !needs {
                made.always.push(nth as usize);
            }
            words.extend(begins.into_iter().flatten().map(|word| (word, nth)));
            words.extend(inside.filter(|_| needs).into_iter().flatten().map(|word| (word, nth | WAKES)));
            made.phrases.push(phrase);
        }
        made.words = WordList::new(words);
        made
    }

    /// Where which phrases may begin, in order, and those that may begin anywhere.
    fn begun(&self, words: &str) -> (Vec<(usize, usize)>, Vec<usize>) {
        let (mut places, mut awake) = (Vec::new(), Vec::new());
        self.words.search(words, |start, _, nth| match nth & WAKES {
            0 => places.push((start, nth as usize)),
            _ => awake.push(((nth & !WAKES) as usize, start)),
        });
        let mut woken = self.always.clone();
        woken.extend(awake.iter().map(|(nth, _)| *nth).filter(|nth| !self.phrases[*nth].begins));
        woken.sort_unstable();
        woken.dedup();
        awake.sort_unstable();
        places.retain(|(start, nth)| {
            let phrase = &self.phrases[*nth];
            let next = awake.partition_point(|word| *word < (*nth, *start));
            let ahead = |&(other, at): &(usize, usize)| other == *nth && at < start + phrase.length;
            !phrase.needs || awake.get(next).is_some_and(ahead)
        });
        places.sort_unstable();
        places.dedup();
        (places, woken)
    }
}

impl Phrase {
    fn new(hir: Hir) -> Self {
        let length = hir.properties().maximum_len().unwrap_or(PHRASE_LENGTH_MAX).min(PHRASE_LENGTH_MAX);
        Self { hir, begins: false, needs: false, length, here: OnceLock::new(), anywhere: OnceLock::new() }
    }

    fn anywhere(&self) -> &Regex {
        // Not by its text: `regex_syntax` writes `(?:a{2})?` as `a{2}?`.
        let build = || Regex::builder().build_from_hir(&self.hir).expect("it was parsed as a part of the whole");
        self.anywhere.get_or_init(build)
    }

    /// The first match from a place on that is not empty.
    fn anywhere_from(&self, words: &str, from: usize) -> Option<Range<usize>> {
        let mut from = from;
        loop {
            let found = self.anywhere().find(Input::new(words).range(from..))?.range();
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
        let end = words.floor_char_boundary((start + self.length).min(words.len()));
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

/// A word without tabs and line ends.
fn escaped(word: &str) -> String {
    let blanks = word.replace('\\', "\\\\").replace('\t', "\\t");
    blanks.replace('\n', "\\n").replace('\r', "\\r")
}

fn unescaped(word: &str) -> Cow<'_, str> {
    if !word.contains('\\') {
        return Cow::Borrowed(word);
    }
    let mut chars = word.chars();
    let next = || {
        let c = chars.next()?;
        Some(if c == '\\' {
            match chars.next()? {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                other => other,
            }
        } else {
            c
        })
    };
    Cow::Owned(std::iter::from_fn(next).collect())
}

impl std::fmt::Debug for Phrases {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrases").field("pattern", &self.pattern).finish_non_exhaustive()
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
    use regex::Regex;

    use super::*;

    const PATTERNS: [&str; 8] = [
        "[ab](?:c{2,3})?x|c(?:あ{2})?い",
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
            if nth < 7 {
                prop_assert_eq!(phrases.find(&text).map(|found| found.range()), expected.first().cloned());
                prop_assert_eq!(phrases.find_all(&text), expected);
            }
            prop_assert_eq!(phrases.is_match(&text), regex.is_match(&text));
        }
    }

    #[test]
    fn a_word_of_the_file_comes_back_whatever_it_is_made_of() {
        for word in ["極秘", "a\tb\n\\n\r", "\\"] {
            assert_eq!(unescaped(&escaped(word)), word);
            assert!(!escaped(word).contains(['\t', '\n', '\r']));
        }
    }

    #[test]
    fn a_phrase_that_begins_with_nothing_known_is_searched_always() {
        let phrases = Phrases::new("[^。]{2}だ|論破");
        assert_eq!(phrases.read().always, [0; 0]);
        assert!(phrases.read().begun("それは駄目だ").1 == [0] && phrases.read().begun("それは").1.is_empty());
        assert_eq!(phrases.find("それは駄目だ").map(|found| found.as_str()), Some("駄目だ"));
    }
}
