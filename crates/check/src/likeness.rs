//! What a sentence reads like: a weighted sum over its short strings and words, learned from labelled posts.
//!
//! Serves the items that no list of words can hold (1-3 to 1-6, 1-8 to 1-10, 2-2 to 2-5). A statistic is a reason to
//! ask, never to forbid: the rules of `rules/likeness` say that it is one. The weights are data (`data/likeness.bin`),
//! made by `examples/train_likeness.rs` from `eval/`; adding them up is all that happens here. Must never depend on
//! anything but the text, the speaker and the organisation's names.

use std::ops::Range;

use crate::{context::Organisation, text::Analysis};

/// The items that texts are scored for, in the order of the scores.
pub const ITEMS: [&str; 11] = ["1-3", "1-4", "1-5", "1-6", "1-8", "1-9", "1-10", "2-2", "2-3", "2-4", "2-5"];
const N: usize = ITEMS.len();
/// A text with fewer strings (some fourteen characters) is too short to be like anything: it scores nothing.
const STRINGS_MIN: usize = 40;
/// The longest string of characters that carries a weight.
pub const GRAM_MAX: usize = 3;
/// The longest word that is looked up, in characters.
pub const WORD_MAX: usize = 6;
/// A mean over fewer words than this counts as one over so many: a single word says little.
pub const WORDS_MIN: f32 = 3.0;

/// One number for each of [`ITEMS`].
pub type Scores = [f32; N];

/// The features of one stretch of text, as hashes, once for each time that they stand there.
#[derive(Debug, Clone, Default)]
pub struct Features {
    pub grams: Vec<u32>,
    /// Rows of the table of words.
    pub words: Vec<u16>,
}

/// A text as the model sees it.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Each sentence: its range in the normalised text, and its features.
    pub sentences: Vec<(Range<usize>, Features)>,
}

/// Reads a text as the rules do, for training.
#[must_use]
pub fn read(text: &str, organisation: &Organisation, words: &dyn Fn(u32) -> Option<u16>) -> Reading {
    reading(&Analysis::bare(text, organisation), words)
}

fn reading(a: &Analysis<'_>, words: &dyn Fn(u32) -> Option<u16>) -> Reading {
    let masks = masks(a);
    let sentences = a.sentences().iter().map(|range| (range.clone(), features(a, range, &masks, words))).collect();
    Reading { sentences }
}

/// Stretches that stand for something else than their letters: the organisation's names, links, accounts, digits.
fn masks(a: &Analysis<'_>) -> Vec<(Range<usize>, char)> {
    let names = a.organisation().iter().map(|range| (range.clone(), '\u{1}'));
    let urls = a.urls().iter().map(|range| (range.clone(), '\u{2}'));
    let mentions = a.mentions().iter().map(|range| (range.clone(), '\u{3}'));
    let digits = a.numbers().iter().map(|group| (group.range.clone(), '0'));
    let mut masks: Vec<_> = names.chain(urls).chain(mentions).chain(digits).collect();
    masks.sort_by_key(|(range, _)| (range.start, range.end));
    masks
}

fn features(
    a: &Analysis<'_>,
    range: &Range<usize>,
    masks: &[(Range<usize>, char)],
    words: &dyn Fn(u32) -> Option<u16>,
) -> Features {
    let (folded, plain) = (masked(a.folded(), range, masks), masked(a.text(), range, masks));
    let mut features = Features::default();
    let chars: Vec<char> = std::iter::once('^').chain(folded).chain(std::iter::once('$')).collect();
    for start in 0..chars.len() {
        let mut hash = Hash::new(b'g');
        for &c in chars[start..].iter().take(GRAM_MAX) {
            hash.push(c);
            features.grams.push(hash.value());
        }
    }
    features.words = longest_words(&plain, words);
    features
}

/// The characters of a range with each masked stretch as one character.
fn masked(text: &str, range: &Range<usize>, masks: &[(Range<usize>, char)]) -> Vec<char> {
    let mut chars = Vec::with_capacity(range.len() / 2);
    let mut at = range.start;
    let first = masks.partition_point(|(mask, _)| mask.end <= range.start);
    for (mask, sign) in masks[first..].iter().take_while(|(mask, _)| mask.start < range.end) {
        if mask.start >= at {
            chars.extend(text[at..mask.start].chars());
            chars.push(*sign);
        }
        at = at.max(mask.end.min(range.end));
    }
    chars.extend(text[at..range.end].chars().flat_map(char::to_lowercase));
    chars
}

/// Divides characters into the longest words that the table knows, from left to right; what it does not know is left.
fn longest_words(chars: &[char], words: &dyn Fn(u32) -> Option<u16>) -> Vec<u16> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let mut hash = Hash::new(b'w');
        let mut best = None;
        for (len, &c) in chars[at..].iter().take(WORD_MAX).enumerate() {
            hash.push(c);
            if let Some(row) = words(hash.value()) {
                best = Some((len + 1, row));
            }
        }
        if let Some((len, row)) = best {
            rows.push(row);
            at += len;
        } else {
            at += 1;
        }
    }
    rows
}

/// The key of a word in the table of words.
#[must_use]
pub fn word_key(word: &str) -> u32 {
    let mut hash = Hash::new(b'w');
    word.chars().for_each(|c| hash.push(c));
    hash.value()
}

/// The weights, read where they lie.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// From this score on an item's rule speaks.
    bounds: Scores,
    /// For a personal and for an official account.
    bias: [Scores; 2],
    /// How much one step of a weight is worth: of strings in the sentence, in the text, of words in either.
    steps: [Scores; 4],
    grams: Table,
    gram_weights: &'static [[u8; 2 * N]],
    words: Table,
    word_rows: &'static [[u8; 2]],
    word_weights: &'static [[u8; 2 * N]],
}

impl Model {
    /// How the file begins: its kind and version.
    pub const MAGIC: [u8; 4] = *b"SLK1";

    /// The weights that the program carries.
    #[must_use]
    pub fn embedded() -> Self {
        Self::read(include_bytes!("../data/likeness.bin")).expect("the embedded weights are whole: a test reads them")
    }

    /// `None` where the bytes are not what `examples/train_likeness` writes.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let mut rest = Bytes(bytes.strip_prefix(&Self::MAGIC)?);
        let (bounds, bias) = (rest.scores()?, [rest.scores()?, rest.scores()?]);
        let steps = [rest.scores()?, rest.scores()?, rest.scores()?, rest.scores()?];
        let grams = Table::read(&mut rest)?;
        let gram_weights = rest.rows(grams.keys.len())?;
        let words = Table::read(&mut rest)?;
        let word_rows = rest.rows(words.keys.len())?;
        let rows = rest.number()?;
        let word_weights = rest.rows(rows)?;
        rest.0.is_empty().then_some(Self { bounds, bias, steps, grams, gram_weights, words, word_rows, word_weights })
    }

    /// What each sentence scores, in the order of the sentences; above zero the item's rule speaks. Empty for a text that is
    /// too short.
    #[must_use]
    pub fn score(&self, a: &Analysis<'_>, official: bool) -> Vec<(Range<usize>, Scores)> {
        let word = |key| self.words.find(key).map(|nth| u16::from_le_bytes(self.word_rows[nth]));
        let reading = reading(a, &word);
        let sums: Vec<Sums> = reading.sentences.iter().map(|(_, features)| self.sums(features)).collect();
        let mut whole = Sums::default();
        sums.iter().for_each(|sums| whole.add(sums));
        if whole.strings < STRINGS_MIN {
            return Vec::new();
        }
        let base: Scores = {
            let far = whole.scores(1, [&self.steps[1], &self.steps[3]]);
            std::array::from_fn(|item| self.bias[usize::from(official)][item] - self.bounds[item] + far[item])
        };
        let score = |sums: &Sums| {
            let near = sums.scores(0, [&self.steps[0], &self.steps[2]]);
            std::array::from_fn(|item| base[item] + near[item])
        };
        reading.sentences.into_iter().zip(&sums).map(|((range, _), sums)| (range, score(sums))).collect()
    }

    fn sums(&self, features: &Features) -> Sums {
        let mut sums = Sums { strings: features.grams.len(), words: features.words.len(), ..Sums::default() };
        for nth in features.grams.iter().filter_map(|gram| self.grams.find(*gram)) {
            accumulate(&mut sums.of_strings, &self.gram_weights[nth]);
        }
        for weights in features.words.iter().filter_map(|row| self.word_weights.get(usize::from(*row))) {
            accumulate(&mut sums.of_words, weights);
        }
        sums
    }
}

/// Sums of weights over a stretch of text: for its own sentence, then for the text around it.
#[derive(Debug, Clone, Default)]
struct Sums {
    strings: usize,
    words: usize,
    of_strings: [i32; 2 * N],
    of_words: [i32; 2 * N],
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.strings += other.strings;
        self.words += other.words;
        for nth in 0..2 * N {
            self.of_strings[nth] += other.of_strings[nth];
            self.of_words[nth] += other.of_words[nth];
        }
    }

    /// The first (0) or second (1) half of the sums as scores.
    #[expect(
        clippy::cast_precision_loss,
        reason = "sums of bytes and lengths of texts, far below 2^24 where it matters"
    )]
    fn scores(&self, half: usize, [strings, words]: [&Scores; 2]) -> Scores {
        let by_strings = 1.0 / (self.strings as f32).sqrt().max(1.0);
        let by_words = 1.0 / (self.words as f32).max(WORDS_MIN);
        std::array::from_fn(|item| {
            let at = half * N + item;
            self.of_strings[at] as f32 * strings[item] * by_strings + self.of_words[at] as f32 * words[item] * by_words
        })
    }
}

fn accumulate(sums: &mut [i32; 2 * N], weights: &[u8; 2 * N]) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += i32::from(weight.cast_signed());
    }
}

/// Sorted keys, with where those of each upper half begin.
#[derive(Debug, Clone, Copy)]
struct Table {
    begins: &'static [[u8; 4]],
    keys: &'static [[u8; 4]],
}

impl Table {
    fn read(bytes: &mut Bytes) -> Option<Self> {
        let count = bytes.number()?;
        Some(Self { begins: bytes.rows((1 << 16) + 1)?, keys: bytes.rows(count)? })
    }

    fn find(&self, key: u32) -> Option<usize> {
        let upper = (key >> 16) as usize;
        let begin = u32::from_le_bytes(self.begins[upper]) as usize;
        let end = u32::from_le_bytes(self.begins[upper + 1]) as usize;
        let at = self.keys.get(begin..end)?.iter().position(|other| u32::from_le_bytes(*other) == key)?;
        Some(begin + at)
    }
}

/// What is left to read of the file.
struct Bytes(&'static [u8]);

impl Bytes {
    fn rows<const LEN: usize>(&mut self, count: usize) -> Option<&'static [[u8; LEN]]> {
        let (rows, rest) = self.0.split_at_checked(count.checked_mul(LEN)?)?;
        self.0 = rest;
        Some(rows.as_chunks().0)
    }

    fn number(&mut self) -> Option<usize> {
        self.rows::<4>(1).map(|row| u32::from_le_bytes(row[0]) as usize)
    }

    fn scores(&mut self) -> Option<Scores> {
        let rows = self.rows::<4>(N)?;
        Some(std::array::from_fn(|item| f32::from_le_bytes(rows[item])))
    }
}

/// FNV-1a over code points, folded to 32 bits; never zero, which marks an empty slot.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new(kind: u8) -> Self {
        let mut hash = Self(0xcbf2_9ce4_8422_2325);
        hash.push(char::from(kind));
        hash
    }

    fn push(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }

    fn value(self) -> u32 {
        let mixed = self.0 ^ self.0 >> 29;
        #[expect(clippy::cast_possible_truncation, reason = "the low half of a mixed hash")]
        let low = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9).rotate_left(32) as u32;
        low.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str, names: &[&str], official: bool) -> Scores {
        let organisation = Organisation::new(names.iter().map(|name| (*name).to_owned()).collect(), Vec::new());
        let scores = Model::embedded().score(&Analysis::bare(text, &organisation), official);
        scores
            .iter()
            .fold([f32::NEG_INFINITY; N], |best, (_, scores)| std::array::from_fn(|at| best[at].max(scores[at])))
    }

    #[test]
    fn bytes_cut_anywhere_are_refused() {
        let whole = include_bytes!("../data/likeness.bin");
        assert!(Model::read(whole).is_some());
        for cut in [0, 3, 4, 100, 1_000, whole.len() / 2, whole.len() - 1] {
            assert!(Model::read(&whole[..cut]).is_none(), "{cut}");
        }
    }

    #[test]
    fn the_organisations_own_name_counts_as_one_whatever_it_is() {
        let text = |name: &str| format!("{name}の社員として言わせてもらうと、あの政党はもう終わってる");
        let (one, other) =
            (best(&text("つきのわ"), &["つきのわ"], false), best(&text("青葉鉄道"), &["青葉鉄道"], false));
        assert_eq!(one, other);
        assert_ne!(one, best(&text("青葉鉄道"), &[], false));
    }

    #[test]
    fn digits_links_and_accounts_count_as_such_whatever_they_are() {
        let (one, other) =
            ("12日に @aoba さんと https://example.jp へ", "30日に @minato さんと https://example.com/a へ");
        assert_eq!(best(one, &[], true), best(other, &[], true));
    }

    #[test]
    fn every_sentence_has_its_scores_and_a_text_of_a_few_words_none() {
        let organisation = Organisation::default();
        let model = Model::embedded();
        let sentences = |text| model.score(&Analysis::bare(text, &organisation), true).len();
        assert_eq!(sentences("一つめの文です。二つめの文です！三つめの文"), 3);
        assert_eq!((sentences("おはよう。ok"), sentences("")), (0, 0));
    }
}
