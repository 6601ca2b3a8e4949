//! What a sentence reads like: a weighted sum over its short strings and words, learned from labelled posts.
//!
//! Serves the items that no list of words can hold (1-3 to 1-6, 1-8 to 1-10, 2-2 to 2-5). A statistic is a reason to
//! ask, never to forbid: the rules of `rules/likeness` say that it is one. The weights are data (`data/likeness.bin`),
//! made by `examples/train_likeness.rs` from `eval/`; adding them up is all that happens here. Must never depend on
//! anything but the text, the speaker and the organisation's names.

use std::ops::Range;

use crate::{context::Organisation, perfect::Places, text::Analysis};

/// The items that texts are scored for, in the order of the scores.
pub const ITEMS: [&str; 11] = ["1-3", "1-4", "1-5", "1-6", "1-8", "1-9", "1-10", "2-2", "2-3", "2-4", "2-5"];
const N: usize = ITEMS.len();
/// A text with fewer strings (some fourteen characters) is too short to be like anything: it scores nothing.
const STRINGS_MIN: usize = 40;
/// The longest string of characters that carries a weight.
pub const GRAM_MAX: usize = 3;
/// The longest word that is looked up, in characters.
pub const WORD_MAX: usize = 6;
/// What a string or word weighs: each item for its own sentence, then each for the whole text.
pub const LANES: usize = 2 * N;
/// So many weights of one byte can be added up in two.
const ROWS_MAX: usize = 256;
/// How many kinds of beginnings of words are told apart.
pub const BEGINNINGS: usize = 1 << 16;
/// A word of any length may begin here.
const ANY_LENGTH: u8 = u8::MAX;
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
    reading(&Analysis::bare(text, organisation), |_| ANY_LENGTH, words)
}

fn reading(a: &Analysis<'_>, lengths: impl Fn(u32) -> u8, words: impl Fn(u32) -> Option<u16>) -> Reading {
    let masks = masks(a);
    let features = |range| features(a, range, &masks, &lengths, &words);
    Reading { sentences: a.sentences().iter().map(|range| (range.clone(), features(range))).collect() }
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
    lengths: impl Fn(u32) -> u8,
    words: impl Fn(u32) -> Option<u16>,
) -> Features {
    let (folded, plain) = (masked(a.folded(), range, masks), masked(a.text(), range, masks));
    let mut features = Features { grams: Vec::with_capacity((folded.len() + 2) * GRAM_MAX), words: Vec::new() };
    let chars: Vec<char> = std::iter::once('^').chain(folded).chain(std::iter::once('$')).collect();
    for start in 0..chars.len() {
        let mut hash = Hash::new(b'g');
        for &c in chars[start..].iter().take(GRAM_MAX) {
            hash.push(c);
            features.grams.push(hash.value());
        }
    }
    features.words = longest_words(&plain, lengths, words);
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
    for c in text[at..range.end].chars() {
        match c {
            '\0'..='\x7f' => chars.push(c.to_ascii_lowercase()),
            '\u{3000}'..='\u{9fff}' => chars.push(c),
            _ => chars.extend(c.to_lowercase()),
        }
    }
    chars
}

/// Divides characters into the longest words that the table knows, from left to right; what it does not know is left.
fn longest_words(chars: &[char], lengths: impl Fn(u32) -> u8, words: impl Fn(u32) -> Option<u16>) -> Vec<u16> {
    // Which lengths begin where is read for all places at once: each answer may come from far memory.
    let lengths: Vec<u8> = (0..chars.len())
        .map(|at| lengths(beginning_of(&chars[at..=at])) | lengths(beginning_of(&chars[at..chars.len().min(at + 2)])))
        .collect();
    let mut rows = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    while at < chars.len() {
        let mut hash = Hash::new(b'w');
        let mut keys = [0; WORD_MAX];
        for (key, &c) in keys.iter_mut().zip(&chars[at..]) {
            hash.push(c);
            *key = hash.value();
        }
        let longest = WORD_MAX.min(chars.len() - at);
        let known = (1..=longest).rev().filter(|len| lengths[at] >> len & 1 != 0);
        let found = known.filter_map(|len| Some((len, words(keys[len - 1])?))).next();
        if let Some((len, row)) = found {
            rows.push(row);
            at += len;
        } else {
            at += 1;
        }
    }
    rows
}

/// Under which number (below [`BEGINNINGS`]) it stands which lengths the words have that begin so: bit `n` for words of `n`
/// characters. A word of one character has one of its own.
#[must_use]
pub fn beginning(word: &str) -> u32 {
    let first: Vec<char> = word.chars().take(2).collect();
    beginning_of(&first)
}

fn beginning_of(first: &[char]) -> u32 {
    let mut hash = Hash::new(b'b');
    first.iter().for_each(|c| hash.push(*c));
    hash.value() % BEGINNINGS as u32
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
    gram_places: Places<'static>,
    /// Key, then weights.
    grams: &'static [[u8; 4 + LANES]],
    /// For each beginning which lengths words have.
    lengths: &'static [[u8; 1]],
    word_places: Places<'static>,
    /// Key, then the row of weights.
    words: &'static [[u8; 6]],
    word_weights: &'static [[u8; LANES]],
}

impl Model {
    /// How the file begins: its kind and version.
    pub const MAGIC: [u8; 4] = *b"SLK3";

    /// The file that the program carries, as [`Self::read`] takes it; none in a build without it.
    #[must_use]
    pub const fn built_in_bytes() -> Option<&'static [u8]> {
        #[cfg(feature = "statistics")]
        return Some(include_bytes!("../data/likeness.bin"));
        #[cfg(not(feature = "statistics"))]
        return None;
    }

    /// The weights that the program carries.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        Some(Self::read(Self::built_in_bytes()?).expect("the embedded weights are whole: a test reads them"))
    }

    /// `None` where the bytes are not what `examples/train_likeness` writes.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let mut rest = Bytes(bytes.strip_prefix(&Self::MAGIC)?);
        let (bounds, bias) = (rest.scores()?, [rest.scores()?, rest.scores()?]);
        let steps = [rest.scores()?, rest.scores()?, rest.scores()?, rest.scores()?];
        let (gram_places, grams) = rest.table()?;
        let lengths = rest.rows(BEGINNINGS)?;
        let (word_places, words) = rest.table()?;
        let rows = rest.number()?;
        let word_weights = rest.rows(rows)?;
        let whole = Self { bounds, bias, steps, gram_places, grams, lengths, word_places, words, word_weights };
        rest.0.is_empty().then_some(whole)
    }

    /// What each sentence scores, in the order of the sentences; above zero the item's rule speaks. Empty for a text that is
    /// too short.
    #[must_use]
    pub fn score(&self, a: &Analysis<'_>, official: bool) -> Vec<(Range<usize>, Scores)> {
        let word = |key: u32| {
            let row = &self.words[self.word_places.of(key)];
            (row[..4] == key.to_le_bytes()).then(|| u16::from_le_bytes([row[4], row[5]]))
        };
        let reading = reading(a, |nth| self.lengths[nth as usize][0], word);
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
        for grams in features.grams.chunks(ROWS_MAX) {
            let mut part = [0; LANES];
            // All rows are read without asking first whether they are the right ones: nothing waits for far memory.
            for gram in grams {
                let (key, weights) =
                    self.grams[self.gram_places.of(*gram)].split_first_chunk::<4>().expect("four bytes");
                let mask = -i16::from(u32::from_le_bytes(*key) == *gram);
                accumulate(&mut part, weights, mask);
            }
            spill(&mut sums.of_strings, &part);
        }
        for rows in features.words.chunks(ROWS_MAX) {
            let mut part = [0; LANES];
            let weights = rows.iter().filter_map(|row| self.word_weights.get(usize::from(*row)));
            weights.for_each(|weights| accumulate(&mut part, weights, -1));
            spill(&mut sums.of_words, &part);
        }
        sums
    }
}

/// Sums of weights over a stretch of text: for its own sentence, then for the text around it.
#[derive(Debug, Clone, Default)]
struct Sums {
    strings: usize,
    words: usize,
    of_strings: [i32; LANES],
    of_words: [i32; LANES],
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.strings += other.strings;
        self.words += other.words;
        for nth in 0..LANES {
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

/// Adds a row of weights where the mask is all ones, and nothing where it is zero.
#[inline]
fn accumulate(sums: &mut [i16; LANES], weights: &[u8], mask: i16) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += i16::from(weight.cast_signed()) & mask;
    }
}

fn spill(sums: &mut [i32; LANES], part: &[i16; LANES]) {
    sums.iter_mut().zip(part).for_each(|(sum, part)| *sum += i32::from(*part));
}

/// What is left to read of the file.
struct Bytes(&'static [u8]);

impl Bytes {
    fn rows<const LEN: usize>(&mut self, count: usize) -> Option<&'static [[u8; LEN]]> {
        let (rows, rest) = self.0.split_at_checked(count.checked_mul(LEN)?)?;
        self.0 = rest;
        Some(rows.as_chunks().0)
    }

    fn table<const LEN: usize>(&mut self) -> Option<(Places<'static>, &'static [[u8; LEN]])> {
        let (seeds, rows) = (self.number()?, self.number()?);
        let (seeds, rows) = (self.rows(seeds)?, self.rows(rows)?);
        Some((Places::new(seeds, rows.len())?, rows))
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

#[cfg(feature = "statistics")]
#[cfg(test)]
mod tests {
    use super::*;

    fn best(text: &str, names: &[&str], official: bool) -> Scores {
        let organisation = Organisation::new(names.iter().map(|name| (*name).to_owned()).collect(), Vec::new());
        let scores = Model::built_in().unwrap().score(&Analysis::bare(text, &organisation), official);
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
        let model = Model::built_in().unwrap();
        let sentences = |text| model.score(&Analysis::bare(text, &organisation), true).len();
        assert_eq!(sentences("一つめの文です。二つめの文です！三つめの文"), 3);
        assert_eq!((sentences("おはよう。ok"), sentences("")), (0, 0));
    }
}
