//! RFC 6962 proofs: accepted where right, refused where any part is changed.

use super::*;
use crate::tree::{Leaves, leaf_hash, root_at};

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(&index.to_be_bytes())).collect()
}

fn root(leaves: &[Hash], size: u64) -> Hash {
    let Ok(root) = root_at(&Leaves(leaves), size);
    root
}

#[test]
fn every_line_of_every_small_log_has_a_proof_and_no_other_line_has_it() {
    let leaves = leaves(34);
    for size in 1..=34_u64 {
        let root = root(&leaves, size);
        for index in 0..size {
            let Ok(path) = inclusion(&Leaves(&leaves), index, size);
            let leaf = leaves[index as usize];
            assert_eq!(verify_inclusion(leaf, index, size, &path, root), Ok(()), "{index} of {size}");
            for other in (0..size).filter(|other| *other != index) {
                assert!(verify_inclusion(leaf, other, size, &path, root).is_err(), "{index} as {other} of {size}");
            }
            assert!(
                verify_inclusion(leaves[33 - index as usize], index, size, &path, root).is_err() || index * 2 == 33
            );
            assert!(verify_inclusion(leaf, index, size, &[&path[..], &[leaf]].concat(), root).is_err());
            assert!(path.is_empty() || verify_inclusion(leaf, index, size, &path[1..], root).is_err());
        }
        assert!(verify_inclusion(leaves[0], size, size, &[], root).is_err());
    }
}

#[test]
fn every_small_log_is_consistent_with_its_beginnings_and_with_no_other_log() {
    let leaves = leaves(34);
    let mut other = leaves.clone();
    other[0] = leaf_hash(b"rewritten");
    for new in 0..=34_u64 {
        for old in 0..=new {
            let Ok(path) = consistency(&Leaves(&leaves), old, new);
            let (older, newer) = ((old, root(&leaves, old)), (new, root(&leaves, new)));
            assert_eq!(verify_consistency(older, newer, &path), Ok(()), "{old} to {new}");
            if old > 0 {
                assert!(verify_consistency((old, root(&other, old)), newer, &path).is_err(), "{old} to {new}");
                let Ok(path) = consistency(&Leaves(&other), old, new);
                assert!(verify_consistency(older, (new, root(&other, new)), &path).is_err(), "{old} to {new}");
            }
            assert!(verify_consistency(older, newer, &[&path[..], &[newer.1]].concat()).is_err());
            if let Some((_, shorter)) = path.split_last() {
                assert!(verify_consistency(older, newer, shorter).is_err());
            }
        }
        assert!(verify_consistency((new + 1, root(&leaves, new)), (new, root(&leaves, new)), &[]).is_err());
    }
}

/// From the shared RFC 6962 vectors: the lines are the eight inputs in `tree::tests`.
#[test]
fn the_proofs_of_the_rfc_6962_vectors_come_out() {
    let inputs: [&[u8]; 8] = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"];
    let leaves = inputs.map(leaf_hash);
    let hex = |hash: &Hash| hash.0.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let Ok(path) = inclusion(&Leaves(&leaves), 0, 8);
    assert_eq!(
        path.iter().map(hex).collect::<Vec<_>>(),
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
    );
    let Ok(path) = consistency(&Leaves(&leaves), 6, 8);
    assert_eq!(
        path.iter().map(hex).collect::<Vec<_>>(),
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
}
