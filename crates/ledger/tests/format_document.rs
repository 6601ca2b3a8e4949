//! The document of the format cannot fall behind the code that writes lines unnoticed (2-9).
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::Path;

use sha2::{Digest as _, Sha256};
use shingi_ledger::{
    Log,
    commitment::{Salt, commit},
    testing,
    verify::{Options, verify},
};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

const UPDATE: &str = "read docs/ledger-format.md against crates/ledger/src/line.rs, correct what changed (a new field needs a \
    new version of the file format and scripts/verify.py), then write the new hash into the document: \
    sha256sum crates/ledger/src/line.rs";

#[test]
fn the_document_carries_the_hash_of_the_code_that_writes_lines() {
    let hash = Sha256::digest(read("src/line.rs")).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let document = read("../../docs/ledger-format.md");
    assert!(document.contains(&hash), "line.rs has the hash {hash}, the document another: {UPDATE}");
}

/// The text between ```` ```name ```` and ```` ``` ```` of the document.
fn block(name: &str) -> String {
    let document = read("../../docs/ledger-format.md");
    let (_, rest) = document.split_once(&format!("\n```{name}\n")).unwrap_or_else(|| panic!("a block {name}"));
    rest.split_once("\n```\n").unwrap().0.to_owned() + "\n"
}

#[test]
fn the_example_files_of_the_document_are_real_and_hold() {
    let mut ledger = testing::Ledger::new("shingi.example");
    let text: [(&str, &[u8]); 1] = [("draft", "おはようございます。".as_bytes())];
    ledger.append(Log::Record, "post:5", "post_drafted", serde_json::json!({"class": "routine"}), &text);
    ledger.append(Log::Certificates, "post:5", "certificate_issued", serde_json::json!({}), &text);
    ledger.erase(Log::Record, Log::Record, 0, "draft", "law");
    ledger.checkpoint(Log::Record, false);
    ledger.certificates.items.push(shingi_ledger::export::Item::Checkpoint(
        ledger.certificates.key.sign(1, ledger.certificates.frontier.root()).to_string(),
    ));
    for (name, bytes) in
        [("export", ledger.export()), ("certificate", ledger.certificate(Log::Certificates, 0).to_bytes())]
    {
        let verdict = verify(&bytes[..], &Options { keys: ledger.keys(), checkpoints: Vec::new() }, &mut |_| ());
        assert_eq!(verdict.unwrap().fault, None);
        let right = String::from_utf8(bytes).unwrap();
        assert_eq!(block(name), right, "the document's example of an {name} should be:\n{right}");
    }
}

#[test]
fn the_example_commitment_of_the_document_is_right() {
    let commitment = commit(&Salt::new([7; 32]), "山田太郎".as_bytes()).to_text();
    assert!(read("../../docs/ledger-format.md").contains(&commitment), "{commitment}");
}
