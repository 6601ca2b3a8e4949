//! Which of many words begin where in a text: a small filter on pairs of characters, then the words themselves.
//!
//! Serves every **R** item. A post is searched with dozens of such lists, so that each has to stay within the near
//! memory of a processor; an automaton would hold a table of all characters. Must find exactly what stands there.

/// So many bits of the filter for each word: nearly every pair that begins no word is told by it.
const BITS_PER_WORD: usize = 16;
const BITS_MIN: usize = 512;

/// Words with a number each.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordList {
    /// One bit for each hash of a pair of characters that begins a word; a power of two of bits.
    filter: Box<[u64]>,
    /// Whether some words have only one character.
    single: bool,
    /// Where the words of each hash begin, and one more; a power of two, and one.
    begins: Box<[u32]>,
    words: Box<[Word]>,
    /// All words.
    text: Box<str>,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    pair: u64,
    start: u32,
    len: u32,
    value: u32,
}

impl WordList {
    /// Empty words stand nowhere.
    ///
    /// # Panics
    /// Beyond four gigabytes of words.
    pub fn new(list: impl IntoIterator<Item = (impl AsRef<str>, u32)>) -> Self {
        let (mut text, mut words) = (String::new(), Vec::new());
        let size = |len: usize| u32::try_from(len).expect("lexicons are smaller than four gigabytes");
        for (word, value) in list {
            let word = word.as_ref();
            let mut chars = word.chars();
            let Some(first) = chars.next() else { continue };
            let pair = pair(first, chars.next());
            words.push(Word { pair, start: size(text.len()), len: size(word.len()), value });
            text.push_str(word);
        }
        let bits = (words.len() * BITS_PER_WORD).next_power_of_two().max(BITS_MIN);
        let slots = words.len().next_power_of_two();
        let mut filter = vec![0; bits / 64].into_boxed_slice();
        let mut begins = vec![0; slots + 1].into_boxed_slice();
        for word in &words {
            let hash = hash(word.pair);
            filter[hash % bits / 64] |= 1 << (hash % 64);
            begins[hash / 64 % slots + 1] += 1;
        }
        (1..=slots).for_each(|slot| begins[slot] += begins[slot - 1]);
        words.sort_unstable_by_key(|word| (hash(word.pair) / 64 % slots, word.pair));
        let single = words.iter().any(|word| word.pair >> 32 == 0);
        Self { filter, single, begins, words: words.into_boxed_slice(), text: text.into_boxed_str() }
    }

    /// Calls `found` with the beginning, the end and the number of each word of the list that stands in the text.
    pub fn search(&self, text: &str, mut found: impl FnMut(usize, usize, u32)) {
        if self.words.is_empty() {
            return;
        }
        let mask = self.filter.len() * 64 - 1;
        let mut chars = text.char_indices();
        let mut next = chars.next();
        while let Some((at, first)) = next {
            next = chars.next();
            let mut look = |pair: u64| {
                let hash = hash(pair);
                if self.filter[(hash & mask) / 64] >> (hash % 64) & 1 != 0 {
                    self.begin(pair, hash, &text[at..], |len, value| found(at, at + len, value));
                }
            };
            if self.single {
                look(pair(first, None));
            }
            if let Some((_, second)) = next {
                look(pair(first, Some(second)));
            }
        }
    }

    #[inline(never)]
    fn begin(&self, pair: u64, hash: usize, text: &str, mut found: impl FnMut(usize, u32)) {
        let slot = (hash / 64) & (self.begins.len() - 2);
        for word in &self.words[self.begins[slot] as usize..self.begins[slot + 1] as usize] {
            let own = || &self.text[word.start as usize..(word.start + word.len) as usize];
            if word.pair == pair && text.starts_with(own()) {
                found(word.len as usize, word.value);
            }
        }
    }
}

/// Two characters as one number; the second may be missing.
fn pair(first: char, second: Option<char>) -> u64 {
    u64::from(u32::from(first)) | u64::from(second.map_or(0, |c| u32::from(c) + 1)) << 32
}

#[inline]
fn hash(pair: u64) -> usize {
    ((pair ^ pair >> 25).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_finds_each_word_wherever_it_stands(
            words in proptest::collection::btree_set("[abあいう🌸]{1,4}", 0..12), text in "[abあいう🌸]{0,24}"
        ) {
            let list = WordList::new(words.iter().zip(0..));
            let mut found = Vec::new();
            list.search(&text, |start, end, value| found.push((start, end, value)));
            found.sort_unstable();
            let mut expected: Vec<_> = words.iter().zip(0..).flat_map(|(word, nth)| {
                let starts = text.char_indices().filter(|(at, _)| text[*at..].starts_with(word.as_str()));
                starts.map(move |(at, _)| (at, at + word.len(), nth)).collect::<Vec<_>>()
            }).collect();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn an_empty_word_and_an_empty_list_stand_nowhere() {
        for list in [WordList::new([("", 1)]), WordList::default()] {
            list.search("あa", |_, _, _| panic!("nothing to find"));
        }
    }
}
