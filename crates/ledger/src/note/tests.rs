//! Vectors of Go's note package and of C2SP signed notes.

use super::*;

/// From the examples of Go's package `golang.org/x/mod/sumdb/note`.
const SKEY: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE: &str =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const ENOCH_SIGNATURE: &str =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=";

fn keys(texts: &[&str]) -> Vec<VerifierKey> {
    texts.iter().map(|text| VerifierKey::parse(text).unwrap()).collect()
}

#[test]
fn the_example_of_gos_note_package_comes_out_byte_for_byte() {
    let key = NoteKey::from_skey(SKEY).unwrap();
    assert_eq!(key.to_skey(), SKEY);
    assert_eq!(key.verifier().to_string(), VKEY);
    let note = Note { text: TEXT.to_owned(), signatures: vec![key.sign(TEXT)] };
    assert_eq!(note.to_string(), format!("{TEXT}\n{SIGNATURE}\n"));
}

#[test]
fn only_known_keys_count_and_both_signers_of_a_note_are_named() {
    let note = Note::parse(&format!("{TEXT}\n{SIGNATURE}\n{ENOCH_SIGNATURE}\n")).unwrap();
    let names = |keys: &[VerifierKey]| {
        let signed = note.signed_by(keys).unwrap();
        signed.into_iter().map(|signed| signed.key.name().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&keys(&[VKEY, ENOCH])), ["PeterNeumann", "EnochRoot"]);
    assert_eq!(names(&keys(&[ENOCH])), ["EnochRoot"]);
    assert!(names(&[]).is_empty());
}

#[test]
fn a_known_keys_signature_over_another_text_is_forged() {
    let note = Note::parse(&format!("{}\n{SIGNATURE}\n", TEXT.replace("answer", "Answer"))).unwrap();
    assert_eq!(note.signed_by(&keys(&[VKEY])), Err(NoteError::Forged("PeterNeumann".to_owned())));
}

#[test]
fn the_last_empty_line_ends_the_text() {
    let key = NoteKey::from_skey(SKEY).unwrap();
    let text = "one\n\n— not a signature\n";
    let note = Note { text: text.to_owned(), signatures: vec![key.sign(text)] };
    assert_eq!(Note::parse(&note.to_string()), Ok(note));
}

#[test]
fn the_note_of_the_c2sp_document_is_read_and_written_unchanged() {
    let note = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n\
        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    let parsed = Note::parse(note).unwrap();
    assert_eq!(parsed.to_string(), note);
    assert_eq!(parsed.signatures[0].name, "quasimodo.example/salvatore");
    assert_eq!(parsed.signatures[0].id, 0x367b_a04b);
}

#[test]
fn what_is_not_a_note_is_refused() {
    let good = format!("{TEXT}\n{SIGNATURE}\n");
    for bad in [
        "".to_owned(),
        TEXT.to_owned(),
        good.trim_end().to_owned(),
        good.replace("—", "-"),
        good.replace("PeterNeumann", "Peter+Neumann"),
        good.replace("PeterNeumann", "Peter\u{3000}Neumann"),
        good.replace("AM=\n", "AM\n"),
        good.replace("AM=\n", "AN=\n"),
        good.replace("think", "th\tink"),
        format!("{TEXT}\n{}", format!("{SIGNATURE}\n").repeat(SIGNATURES_MAX + 1)),
    ] {
        assert!(Note::parse(&bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_mistyped_verifier_key_is_refused_with_a_reason() {
    assert!(matches!(VerifierKey::parse(&VKEY.replace("Peter", "peter")), Err(KeyError::Id(_))));
    assert!(matches!(VerifierKey::parse(&VKEY.replace("ARpc2", "ARpc3")), Err(KeyError::Id(_))));
    assert!(matches!(VerifierKey::parse(&VKEY.replace("ARpc2", "Axpc2")), Err(KeyError::Kind(_))));
    assert!(matches!(VerifierKey::parse("PeterNeumann"), Err(KeyError::Form(_))));
    assert!(matches!(VerifierKey::parse(&VKEY.replace("Peter", "Peter ")), Err(KeyError::Name(_))));
}

#[test]
fn a_list_of_keys_may_have_comments() {
    let list = format!("# of the record\n{VKEY}\n\n{ENOCH}\n");
    assert_eq!(VerifierKey::parse_list(&list).unwrap(), keys(&[VKEY, ENOCH]));
}

#[test]
fn debug_never_shows_the_secret() {
    let shown = format!("{:?}", NoteKey::from_skey(SKEY).unwrap());
    assert!(shown.contains("PeterNeumann+c74f20a3"));
    assert!(!shown.contains("AYEKFALV"));
}
