//! The table of words: for each a row of numbers in which words of like use are alike.

use std::{collections::HashMap, fs, io::Read, path::Path};

use shingi_check::likeness::word_key;

pub const DIMENSIONS: usize = 64;
/// Rows are kept as bytes; one unit of length is so many steps.
const STEPS: f32 = 254.0;

pub struct Words {
    pub list: Vec<String>,
    pub rows: HashMap<u32, u16>,
    pub vectors: Vec<[f32; DIMENSIONS]>,
}

impl Words {
    pub fn load(folder: &Path) -> Self {
        let table = String::from_utf8(unpacked(&folder.join("words.tsv.zst"))).unwrap();
        let table: Vec<(&str, &str)> = table.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let rows = table.iter().map(|(word, row)| (word_key(word), row.parse().unwrap()));
        let bytes = unpacked(&folder.join("vectors.i8.zst"));
        let vectors = bytes.chunks_exact(DIMENSIONS).map(|row| {
            let mut vector = [0.0; DIMENSIONS];
            for (number, byte) in vector.iter_mut().zip(row) {
                *number = f32::from(byte.cast_signed()) / STEPS;
            }
            vector
        });
        let list = table.iter().map(|(word, _)| (*word).to_owned());
        Self { list: list.collect(), rows: rows.collect(), vectors: vectors.collect() }
    }
}

fn unpacked(path: &Path) -> Vec<u8> {
    let packed = fs::read(path).unwrap();
    let mut bytes = Vec::new();
    ruzstd::decoding::StreamingDecoder::new(packed.as_slice()).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}
