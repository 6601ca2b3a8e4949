//! The analyser with the dictionary inside the program, read in place.
//!
//! Serves every **R** item that asks for words. Must never copy the dictionary, never read a file at run time.

use std::{borrow::Cow, cell::RefCell, sync::OnceLock};

use lindera::{mode::Mode, segmenter::Segmenter};
use lindera_dictionary::viterbi::Lattice;

use crate::{Form, Kind, Morphology, Token, kind};

mod embedded {
    lindera_dictionary::embedded_dictionary!("/ipadic", Loader);
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
    /// The one of this program.
    pub fn embedded() -> &'static Self {
        static ONE: OnceLock<Ipadic> = OnceLock::new();
        ONE.get_or_init(|| {
            let dictionary = embedded::load().expect("the dictionary was compiled by the same version");
            let segmenter = Segmenter::new(Mode::Normal, dictionary, None).max_grouping_len(Some(UNKNOWN_LENGTH_MAX));
            Self { segmenter, rows: ROWS.lines().map(kind::parse_row).collect() }
        })
    }

    /// Kind, form and dictionary form (empty: as in the text) that a tag stands for.
    fn read<'m>(&self, tag: &'m str) -> (Kind, Form, &'m str) {
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
                    let (kind, form, base) = self.read(details.next().unwrap_or(""));
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
