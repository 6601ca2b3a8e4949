//! The dictionary inside the program: MeCab's IPADIC of 2007, slimmed; its licence stands in `ipadic/COPYING`.
//!
//! Serves every **R** item that asks for words. Must never copy it, but for handing it to somebody else.

use std::sync::OnceLock;

use lindera_dictionary::include_bytes_aligned;

use crate::ipadic::{ALIGNMENT, Files, Ipadic, MAGIC};

macro_rules! file {
    ($name:literal) => {{
        // A static and not a constant: a constant's bytes would be copied into the crate's metadata.
        static FILE: &[u8] = include_bytes_aligned!(concat!(env!("LINDERA_WORKDIR"), "/ipadic/", $name));
        FILE
    }};
}

fn files() -> Files {
    Files {
        metadata: file!("metadata.json"),
        trie: file!("dict.trie"),
        values_index: file!("dict.valsidx"),
        values: file!("dict.vals"),
        words_index: file!("dict.wordsidx"),
        words: file!("dict.words"),
        characters: file!("char_def.bin"),
        unknown: file!("unk.bin"),
        matrix: file!("matrix.mtx"),
    }
}

pub(crate) fn analyser() -> &'static Ipadic {
    static ONE: OnceLock<Ipadic> = OnceLock::new();
    ONE.get_or_init(|| Ipadic::new(files()).expect("the dictionary was compiled by the same version"))
}

/// The dictionary as one run of bytes, for a program that has none: see [`Ipadic::read`]. 19 MB, made anew.
#[must_use]
pub fn bundle() -> Vec<u8> {
    let files = files().in_order();
    let mut bundle = MAGIC.to_vec();
    for file in files {
        let length = u32::try_from(file.len()).expect("a dictionary of some megabytes");
        bundle.extend(length.to_le_bytes());
    }
    for file in files {
        bundle.resize(bundle.len().next_multiple_of(ALIGNMENT), 0);
        bundle.extend(file);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Morphology as _;

    #[test]
    fn a_dictionary_handed_over_as_bytes_divides_as_the_one_inside_does() {
        let handed = Ipadic::read(bundle().leak()).unwrap();
        let text = "隣の席の森田さんが、来月名古屋に新しい工場を建てるそうだと聞いた。ｶﾀｶﾅのABCも。";
        assert_eq!(handed.tokens(text), analyser().tokens(text));
    }

    #[test]
    fn bytes_cut_anywhere_and_other_bytes_are_refused() {
        let whole: &'static [u8] = bundle().leak();
        for cut in [0, 7, 8, 43, 44, 1_000, whole.len() / 2, whole.len() - 1] {
            assert!(Ipadic::read(&whole[..cut]).is_err(), "{cut}");
        }
        assert!(Ipadic::read(b"GIF89a").unwrap_err().to_string().starts_with("expected a dictionary"));
    }
}
