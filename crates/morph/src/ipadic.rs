//! The analyser over a dictionary of compiled files, read in place.
//!
//! Serves every **R** item that asks for words. Must never copy the dictionary, never read a file at run time.

use std::{borrow::Cow, cell::RefCell, sync::Arc};

use lindera::{mode::Mode, segmenter::Segmenter};
use lindera_dictionary::{
    LinderaResult,
    dictionary::{
        Dictionary, character_definition::CharacterDefinition, connection_cost_matrix::ConnectionCostMatrix,
        metadata::Metadata, prefix_dictionary::PrefixDictionary, unknown_dictionary::UnknownDictionary,
    },
    viterbi::Lattice,
};

use crate::{Form, Kind, Morphology, Token, kind};

/// The files of a compiled dictionary, in the order in which a bundle has them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Files {
    pub metadata: &'static [u8],
    pub trie: &'static [u8],
    pub values_index: &'static [u8],
    pub values: &'static [u8],
    pub words_index: &'static [u8],
    pub words: &'static [u8],
    pub characters: &'static [u8],
    pub unknown: &'static [u8],
    /// At an even address, or it is copied.
    pub matrix: &'static [u8],
}

const FILES: usize = 9;
/// How a bundle begins: its kind and version.
pub(crate) const MAGIC: [u8; 8] = *b"SMORPH01";
/// Each file of a bundle begins at a multiple of this.
pub(crate) const ALIGNMENT: usize = 16;

/// Why bytes are no dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADictionary(String);

impl std::fmt::Display for NotADictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected a dictionary as `shingi_morph::bundle` makes it, got {}", self.0)
    }
}

impl std::error::Error for NotADictionary {}

impl Files {
    #[cfg(feature = "ipadic")]
    pub(crate) const fn in_order(self) -> [&'static [u8]; FILES] {
        let Self { metadata, trie, values_index, values, words_index, words, characters, unknown, matrix } = self;
        [metadata, trie, values_index, values, words_index, words, characters, unknown, matrix]
    }

    /// Magic, the length of each file (4 bytes, little endian), then the files.
    fn read(bundle: &'static [u8]) -> Option<Self> {
        let lengths = bundle.strip_prefix(&MAGIC)?.get(..4 * FILES)?;
        let mut at = MAGIC.len() + lengths.len();
        let mut files = [&bundle[..0]; FILES];
        for (file, length) in files.iter_mut().zip(lengths.as_chunks().0) {
            at = at.next_multiple_of(ALIGNMENT);
            let end = at.checked_add(u32::from_le_bytes(*length) as usize)?;
            *file = bundle.get(at..end)?;
            at = end;
        }
        let [metadata, trie, values_index, values, words_index, words, characters, unknown, matrix] = files;
        (at == bundle.len()).then_some(Self {
            metadata,
            trie,
            values_index,
            values,
            words_index,
            words,
            characters,
            unknown,
            matrix,
        })
    }
}

/// Row `n` says what the tag `U+0100 + n` of the dictionary means.
static ROWS: &str = include_str!("../ipadic/pos.txt");
const FIRST_TAG: u32 = 0x100;
/// An unknown word is at most this long, in characters.
const UNKNOWN_LENGTH_MAX: usize = 24;
/// The search for words looks to the end of a run of one script at each of its characters; a text is handed over in
/// pieces of so many bytes, so that the time grows with its length.
const PIECE_BYTES: usize = 1_024;

/// MeCab's IPADIC of 2007, slimmed; its licence stands in `ipadic/COPYING`.
pub struct Ipadic {
    segmenter: Segmenter,
    rows: Vec<(Kind, Form)>,
}

thread_local! {
    static LATTICE: RefCell<Lattice> = RefCell::new(Lattice::default());
}

impl Ipadic {
    /// The analyser over a bundle, which stays where it is.
    ///
    /// # Errors
    /// Where the bytes are not what `bundle` of this version makes.
    pub fn read(bundle: &'static [u8]) -> Result<Self, NotADictionary> {
        let files = Files::read(bundle).ok_or_else(|| NotADictionary("other bytes, or not all of them".to_owned()))?;
        Self::new(files).map_err(|error| NotADictionary(error.to_string()))
    }

    pub(crate) fn new(files: Files) -> LinderaResult<Self> {
        let Files { metadata, trie, values_index, values, words_index, words, characters, unknown, matrix } = files;
        let metadata = Metadata::load(metadata)?;
        metadata.validate_format_version()?;
        let dictionary = Dictionary {
            prefix_dictionary: Arc::new(PrefixDictionary::load(trie, values_index, values, words_index, words)?),
            connection_cost_matrix: Arc::new(ConnectionCostMatrix::load(matrix)?),
            character_definition: Arc::new(CharacterDefinition::load(characters)?),
            unknown_dictionary: Arc::new(UnknownDictionary::load(unknown)?),
            metadata: Arc::new(metadata),
        };
        let segmenter = Segmenter::new(Mode::Normal, dictionary, None).max_grouping_len(Some(UNKNOWN_LENGTH_MAX));
        Ok(Self { segmenter, rows: ROWS.lines().map(kind::parse_row).collect() })
    }

    /// Kind, form and dictionary form (empty: as in the text) that a tag stands for.
    fn meaning<'m>(&self, tag: &'m str) -> (Kind, Form, &'m str) {
        let Some(head) = tag.chars().next() else { return (Kind::Other, Form::None, "") };
        let row = u32::from(head).checked_sub(FIRST_TAG).and_then(|nth| self.rows.get(nth as usize));
        row.map_or((Kind::Other, Form::None, ""), |(kind, form)| (*kind, *form, &tag[head.len_utf8()..]))
    }
}

impl Morphology for Ipadic {
    fn tokens<'m>(&'m self, text: &str) -> Vec<Token<'m>> {
        let dictionary = &self.segmenter.dictionary;
        let mut tokens = Vec::with_capacity(text.len() / 5);
        LATTICE.with_borrow_mut(|lattice| {
            let mut start = 0;
            while start < text.len() {
                let piece = piece(&text[start..]);
                let words = self.segmenter.segment_with_lattice(Cow::Borrowed(piece), lattice);
                // An error would be a broken dictionary, which the build refuses.
                tokens.extend(words.unwrap_or_default().into_iter().map(|word| {
                    let (id, unknown) = (word.word_id.id() as usize, word.word_id.is_unknown());
                    let mut details = if unknown {
                        dictionary.unknown_word_details_iter(id)
                    } else {
                        dictionary.word_details_iter(id)
                    };
                    let (kind, form, base) = self.meaning(details.next().unwrap_or(""));
                    let base = (!base.is_empty()).then_some(base);
                    Token { start: start + word.byte_start, end: start + word.byte_end, kind, form, unknown, base }
                }));
                start += piece.len();
            }
        });
        tokens
    }
}

/// The beginning of a text up to the last mark or blank within [`PIECE_BYTES`].
fn piece(text: &str) -> &str {
    if text.len() <= PIECE_BYTES {
        return text;
    }
    let head = &text[..text.floor_char_boundary(PIECE_BYTES)];
    let mark = head.rmatch_indices(['。', '、', '\n', ' ', '!', '?', '」', ')']).next();
    mark.map_or(head, |(at, mark)| &head[..at + mark.len()])
}

impl std::fmt::Debug for Ipadic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ipadic").finish_non_exhaustive()
    }
}
