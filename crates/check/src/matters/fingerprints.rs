//! What a text has in common with documents that are not kept: winnowing (Schleimer, Wilkerson and Aiken 2003).
//!
//! Serves 1-6. Of every [`GRAM_LETTERS`] letters in a row a rolling hash is made, and of every [`WINDOW`] hashes in a row
//! the smallest is kept, so that a stretch that two texts share leaves the same hashes in both, whatever stands around it.
//! Letters are those of the skeleton: blanks, marks, width and kana make no difference.
//!
//! What is promised: a stretch of 30 Japanese letters (50 Latin ones) is always found, one of less than 20 (40) never is.
//! A hash has 61 bits and at least two of a row must fit: a text of *m* hashes is taken for a document among *n* of them
//! by chance less often than *m·n* in 2¹²². Whoever has the hashes can test a guess of twelve letters: they are as secret
//! as the register. Must never keep a letter of a document.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    ops::Range,
};

use super::{Matter, Named};
use crate::{
    normalize,
    skeleton::{MASK, Skeleton},
    text::Analysis,
};

/// Letters under one hash.
pub const GRAM_LETTERS: usize = 12;
/// Hashes of which one is kept.
pub const WINDOW: usize = 6;
/// How long a shared stretch must be: a Latin letter or digit counts one, any other two.
pub const QUOTED_WEIGHT_MIN: usize = 40;

/// The Mersenne prime 2⁶¹ − 1.
const MODULUS: u64 = (1 << 61) - 1;
const BASE: u64 = 0x0003_1415_9265_3589;

/// The kept hashes of one document, sorted.
#[derive(Clone, PartialEq, Eq)]
pub struct Fingerprints(Vec<u64>);

impl Fingerprints {
    /// `None` where the document is too short for any stretch of it to be found.
    #[must_use]
    pub fn of(document: &str) -> Option<Self> {
        let folded = normalize::folded(document);
        let letters = Letters::of(&Skeleton::of(&folded));
        let mut hashes: Vec<u64> = winnow(&letters.chars).into_iter().map(|(hash, _)| hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        (letters.weight(0..letters.chars.len()) >= QUOTED_WEIGHT_MIN && !hashes.is_empty()).then_some(Self(hashes))
    }

    /// From hashes that [`Self::hashes`] gave.
    #[must_use]
    pub fn from_hashes(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    #[must_use]
    pub fn hashes(&self) -> &[u64] {
        &self.0
    }
}

/// How many, never which.
impl fmt::Debug for Fingerprints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Fingerprints").field(&self.0.len()).finish()
    }
}

/// The letters of a text and where each stands in the skeleton.
struct Letters {
    chars: Vec<char>,
    at: Vec<usize>,
}

impl Letters {
    fn of(skeleton: &Skeleton) -> Self {
        let letters = skeleton.text().char_indices().filter(|(_, c)| c.is_alphanumeric() || *c == MASK);
        let (at, chars) = letters.unzip();
        Self { chars, at }
    }

    fn weight(&self, range: Range<usize>) -> usize {
        self.chars[range].iter().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
    }
}

/// The kept hashes with the index of their first letter, in order.
fn winnow(chars: &[char]) -> Vec<(u64, usize)> {
    let mut kept: Vec<(u64, usize)> = Vec::new();
    // Hashes of the window that no later one is smaller than; the first is the smallest, of equals the last.
    let mut window: VecDeque<(u64, usize)> = VecDeque::new();
    for (nth, hash) in grams(chars).into_iter().enumerate() {
        while window.back().is_some_and(|(other, _)| *other >= hash) {
            window.pop_back();
        }
        window.push_back((hash, nth));
        if window.front().is_some_and(|(_, at)| at + WINDOW <= nth) {
            window.pop_front();
        }
        if nth + 1 >= WINDOW
            && let Some(smallest) = window.front()
            && kept.last() != Some(smallest)
        {
            kept.push(*smallest);
        }
    }
    kept
}

/// The hash of each [`GRAM_LETTERS`] letters in a row.
fn grams(chars: &[char]) -> Vec<u64> {
    let highest = (1..GRAM_LETTERS).fold(1, |power, _| times(power, BASE));
    let mut hash = 0;
    let mut all = Vec::with_capacity(chars.len().saturating_sub(GRAM_LETTERS - 1));
    for (nth, c) in chars.iter().enumerate() {
        if let Some(gone) = nth.checked_sub(GRAM_LETTERS) {
            hash = (hash + MODULUS - times(letter(chars[gone]), highest)) % MODULUS;
        }
        hash = (times(hash, BASE) + letter(*c)) % MODULUS;
        if nth + 1 >= GRAM_LETTERS {
            all.push(mixed(hash));
        }
    }
    all
}

/// Letters that lie side by side in Unicode get numbers far apart.
fn letter(c: char) -> u64 {
    mixed(u64::from(u32::from(c))) % MODULUS
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(MODULUS);
    u64::try_from(product).expect("a remainder is smaller than its modulus")
}

/// The finaliser of SplitMix64, so that "the smallest hash" does not follow the alphabet.
const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// All documents of a register.
#[derive(Default)]
pub(super) struct Index {
    /// A hash → documents that have it.
    documents: HashMap<u64, Vec<u32>>,
    /// Of each document, whose it is.
    matters: Vec<usize>,
}

impl Index {
    pub fn new(matters: &[Matter]) -> Self {
        let mut made = Self::default();
        for (nth, matter) in matters.iter().enumerate() {
            for Fingerprints(hashes) in &matter.documents {
                let document = u32::try_from(made.matters.len()).expect("fewer than four billion documents");
                made.matters.push(nth);
                for hash in hashes {
                    made.documents.entry(*hash).or_default().push(document);
                }
            }
        }
        made
    }

    /// Stretches that a document of a secret matter has too, by position.
    pub fn find(&self, a: &Analysis<'_>, secret: impl Fn(usize) -> bool) -> Vec<Named> {
        if self.documents.is_empty() {
            return Vec::new();
        }
        let letters = Letters::of(a.skeleton());
        // Of each document the run of hashes that is going on: (index of the last hash, first letter, behind the last).
        let mut running: HashMap<u32, (usize, Range<usize>)> = HashMap::new();
        let mut quoted: Vec<(Range<usize>, usize)> = Vec::new();
        let mut close = |document: u32, run: Range<usize>, letters: &Letters| {
            let matter = self.matters[document as usize];
            if letters.weight(run.clone()) >= QUOTED_WEIGHT_MIN && secret(matter) {
                quoted.push((run, matter));
            }
        };
        for (nth, (hash, at)) in winnow(&letters.chars).into_iter().enumerate() {
            for document in self.documents.get(&hash).into_iter().flatten() {
                let run = at..at + GRAM_LETTERS;
                match running.get_mut(document) {
                    Some((last, going)) if *last + 1 == nth => (*last, going.end) = (nth, run.end),
                    Some(other) => {
                        let (_, ended) = std::mem::replace(other, (nth, run));
                        close(*document, ended, &letters);
                    }
                    None => {
                        running.insert(*document, (nth, run));
                    }
                }
            }
        }
        for (document, (_, run)) in running {
            close(document, run, &letters);
        }
        quoted.sort_by_key(|(run, matter)| (run.start, run.end, *matter));
        quoted.dedup();
        let mut found: Vec<Named> = Vec::new();
        for (run, matter) in quoted {
            let last = run.end - 1;
            let range = a
                .skeleton()
                .range(a.folded(), &(letters.at[run.start]..letters.at[last] + letters.chars[last].len_utf8()));
            match found.last_mut() {
                Some(last) if last.range == range => last.matters.push(matter),
                _ => found.push(Named { range, matters: vec![matter] }),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_document_of_a_few_letters_has_no_fingerprints() {
        assert_eq!(Fingerprints::of("よろしくお願いいたします。"), None);
        assert!(Fingerprints::of(&"秘密の話をここに書いておく。".repeat(3)).is_some());
        assert_eq!(format!("{:?}", Fingerprints::from_hashes(vec![3, 1, 3])), "Fingerprints(2)");
    }

    proptest! {
        #[test]
        fn a_rolling_hash_is_the_hash_of_its_letters_alone(text in "[あ-んa-z]{12,60}") {
            let chars: Vec<char> = text.chars().collect();
            for (nth, hash) in grams(&chars).into_iter().enumerate() {
                prop_assert_eq!(grams(&chars[nth..nth + GRAM_LETTERS]), [hash]);
            }
        }

        #[test]
        fn what_two_texts_share_leaves_a_hash_in_both(
            shared in "[あ-ん]{17}", before in "[あ-ん]{0,30}", after in "[あ-ん]{0,30}", other in "[あ-ん]{0,30}",
        ) {
            let hashes = |text: String| -> Vec<u64> {
                winnow(&text.chars().collect::<Vec<_>>()).into_iter().map(|(hash, _)| hash).collect()
            };
            let (one, two) = (hashes(format!("{before}{shared}{after}")), hashes(format!("{other}{shared}{before}")));
            prop_assert!(one.iter().any(|hash| two.contains(hash)));
        }
    }
}
