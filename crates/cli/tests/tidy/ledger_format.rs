//! `docs/ledger-format.md` lets a stranger write a verifier. It names the hash of the code that writes lines, so that
//! nobody changes the one without reading the other again.

use sha2::{Digest, Sha256};

use crate::tree::text;

const CODE: &str = "crates/ledger/src/line.rs";

fn hash(source: &str) -> String {
    Sha256::digest(source).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_description_of_the_format_was_read_again_after_the_last_change_of_the_code() {
    let expected = hash(text(CODE));
    let described = text("docs/ledger-format.md").contains(&expected);
    assert!(
        described,
        "expected the SHA-256 of `{CODE}`, {expected}, in docs/ledger-format.md: read the page again, correct it where \
         the format changed (old lines must stay readable), and write the new hash there"
    );
}

#[test]
fn the_hash_is_the_one_that_anybody_can_compute() {
    assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
