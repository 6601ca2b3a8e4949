//! What may be committed: no file of a size that surprises, binaries only where they belong.

use crate::tree::{File, assert_none, files};

const TEXT_BYTES_MAX: usize = 160 * 1024;
const SOURCE_LINES_MAX: usize = 800;
const BINARY_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Where a picture, a font or a fixture may be, and the texts whose size is another's.
const BINARIES: [&str; 8] = [
    "crates/web/assets/",
    "crates/morph/ipadic/",
    "crates/check/data/",
    "crates/picture/data/",
    "docs/screenshots/",
    "eval/",
    "/tests/fixtures/",
    "/tests/data/",
];
const LONG_TEXTS: [&str; 5] = ["Cargo.lock", "package-lock.json", "eval/", "/vendor/", "/lexicon/"];

fn surprises(file: &File) -> Option<String> {
    let File { path, bytes } = file;
    let within = |places: &[&str]| places.iter().any(|place| path.starts_with(place) || path.contains(place));
    let size = bytes.len();
    match file.text() {
        None if !within(&BINARIES) => {
            Some(format!("{path}: a binary file ({size} bytes) outside {}", BINARIES.join(", ")))
        }
        None if size > BINARY_BYTES_MAX => {
            Some(format!("{path}: {size} bytes, at most {BINARY_BYTES_MAX} are expected"))
        }
        Some(_) if size > TEXT_BYTES_MAX && !within(&LONG_TEXTS) => {
            Some(format!("{path}: {size} bytes of text, at most {TEXT_BYTES_MAX} are expected"))
        }
        Some(text) if path.ends_with(".rs") && text.lines().count() > SOURCE_LINES_MAX => {
            Some(format!("{path}: {} lines, at most {SOURCE_LINES_MAX} are expected", text.lines().count()))
        }
        None | Some(_) => None,
    }
}

#[test]
fn no_file_surprises_by_its_size_or_kind() {
    let complaints: Vec<String> = files().iter().filter_map(surprises).collect();
    assert_none(&complaints, "Make it at build or test time, split it by idea, or move it where such files belong.");
}

#[test]
fn a_binary_out_of_place_and_a_huge_source_are_noticed() {
    let file = |path: &str, bytes: Vec<u8>| File { path: path.to_owned(), bytes };
    let seen = |path: &str, bytes: Vec<u8>| surprises(&file(path, bytes)).is_some();
    assert!(seen("scripts/tool", vec![0, 159, 146, 150]));
    assert!(!seen("docs/screenshots/home.png", vec![0, 159, 146, 150]));
    assert!(seen("docs/screenshots/home.png", vec![0; BINARY_BYTES_MAX + 1]));
    assert!(seen("notes.md", vec![b'a'; TEXT_BYTES_MAX + 1]));
    assert!(!seen("Cargo.lock", vec![b'a'; TEXT_BYTES_MAX + 1]));
    assert!(seen("crates/app/src/lib.rs", "//\n".repeat(SOURCE_LINES_MAX + 1).into_bytes()));
}
