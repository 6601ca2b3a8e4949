//! What is signed is read back, and nothing else is taken for a checkpoint.

use super::*;

/// From the document C2SP `tlog-cosignature`.
const SOFA: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
    — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

#[test]
fn the_checkpoint_of_the_c2sp_document_is_read_and_written_unchanged() {
    let signed = SignedCheckpoint::parse(SOFA).unwrap();
    assert_eq!(signed.checkpoint.origin, "example.com/behind-the-sofa");
    assert_eq!(signed.checkpoint.size, 20_852_163);
    assert_eq!(signed.checkpoint.root.to_text(), "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    assert_eq!(signed.to_string(), SOFA);
    assert_eq!(signed.checkpoint.to_string(), signed.note.text);
    // The cosignature's time is the one that the document names.
    assert_eq!(signed.note.signatures[1].bytes[..8], 1_679_315_147_u64.to_be_bytes());
}

#[test]
fn a_checkpoint_is_signed_by_its_log_and_its_witness() {
    let key = LogKey::from_secret("example.com/record", &[1; 32]).unwrap();
    let witness = WitnessKey::from_secret("witness.example", &[2; 32]).unwrap();
    let mut signed = key.sign(3, Hash([9; 32]));
    witness.cosign(&mut signed, 1_775_000_000);
    let read = SignedCheckpoint::parse(&signed.to_string()).unwrap();
    assert_eq!(read, signed);
    let keys = [key.verifier().clone(), witness.verifier().clone()];
    let signers = read.note.signed_by(&keys).unwrap();
    assert_eq!(signers.iter().map(|signed| signed.at).collect::<Vec<_>>(), [None, Some(1_775_000_000)]);

    let later = signed.to_string().replace("\n3\n", "\n4\n");
    assert!(SignedCheckpoint::parse(&later).unwrap().note.signed_by(&keys).is_err());
}

#[test]
fn another_key_of_the_same_name_has_not_signed() {
    let key = LogKey::from_secret("example.com/record", &[1; 32]).unwrap();
    let other = LogKey::from_secret("example.com/record", &[2; 32]).unwrap();
    let signed = key.sign(0, crate::tree::empty_root());
    assert_eq!(signed.note.signed_by(&[other.verifier().clone()]), Ok(vec![]));
}

#[test]
fn what_is_not_a_checkpoint_is_refused() {
    for (from, to) in [
        ("20852163", "020852163"),
        ("20852163", "-1"),
        ("20852163", "9007199254740992"),
        ("q2I=\n\n", "q2J=\n\n"),
        ("q2I=\n\n", "q2I=\nextension\n\n"),
        ("example.com/behind-the-sofa\n20852163\n", "20852163\n"),
    ] {
        let text = SOFA.replacen(from, to, 1);
        assert_ne!(text, SOFA);
        assert!(SignedCheckpoint::parse(&text).is_err(), "{to}");
    }
}

#[test]
fn a_secret_survives_its_text_form() {
    let key = LogKey::from_secret("example.com/record", &[1; 32]).unwrap();
    let again = LogKey::from_skey(&format!("{}\n", key.to_skey())).unwrap();
    assert_eq!(again.verifier(), key.verifier());
    assert_eq!(again.sign(1, Hash([0; 32])), key.sign(1, Hash([0; 32])));
    assert!(LogKey::from_skey("PRIVATE+KEY+nothing").is_err());
}
