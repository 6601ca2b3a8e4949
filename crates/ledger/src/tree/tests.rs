//! RFC 6962 hashing, and the right edge that goes on from any size.

use super::*;

/// The inputs and roots that RFC 6962 implementations share as test vectors.
const INPUTS: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn hex(hash: Hash) -> String {
    hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(&index.to_be_bytes())).collect()
}

/// The definition of RFC 6962, word for word, to compare with.
fn definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let middle = leaves.len().next_power_of_two() / 2;
            node_hash(&definition(&leaves[..middle]), &definition(&leaves[middle..]))
        }
    }
}

#[test]
fn the_roots_of_the_rfc_6962_vectors_come_out() {
    assert_eq!(hex(empty_root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    let mut frontier = Frontier::new();
    assert_eq!(frontier.root(), empty_root());
    for (input, root) in INPUTS.iter().zip(ROOTS) {
        frontier.push(leaf_hash(input));
        assert_eq!(hex(frontier.root()), root);
    }
}

#[test]
fn a_node_is_the_hash_of_one_byte_and_both_sides() {
    for pair in leaves(50).windows(2) {
        let bytes = [&[1][..], &pair[0].0, &pair[1].0].concat();
        assert_eq!(node_hash(&pair[0], &pair[1]).0, <[u8; 32]>::from(Sha256::digest(&bytes)));
    }
}

#[test]
fn frontier_reader_and_definition_agree_at_every_size() {
    let leaves = leaves(130);
    let mut frontier = Frontier::new();
    for size in 0..=leaves.len() {
        let root = definition(&leaves[..size]);
        assert_eq!(frontier.root(), root, "{size}");
        assert_eq!(root_at(&Leaves(&leaves), size as u64), Ok(root));
        assert_eq!(frontier_at(&Leaves(&leaves), size as u64), Ok(frontier.clone()));
        assert_eq!(Frontier::from_bytes(&frontier.to_bytes()), Ok(frontier.clone()));
        if let Some(leaf) = leaves.get(size) {
            frontier.push(*leaf);
        }
    }
}

#[test]
fn an_append_tells_each_subtree_that_it_completes_once() {
    let leaves = leaves(70);
    let (mut frontier, mut told) = (Frontier::new(), std::collections::BTreeMap::new());
    for leaf in &leaves {
        frontier.push_with(*leaf, |node| assert!(told.insert((node.level, node.index), node.hash).is_none()));
    }
    let complete = (0..7_u8).flat_map(|level| (0..70_u64 >> level).map(move |index| (level, index)));
    for (level, index) in complete {
        assert_eq!(told.remove(&(level, index)), Some(Leaves(&leaves).hash(level, index).unwrap()));
    }
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn bytes_that_are_not_a_frontier_are_refused() {
    assert!(Frontier::from_bytes(&[0; 7]).is_err());
    assert!(Frontier::from_bytes(&[0, 0, 0, 0, 0, 0, 0, 3]).is_err(), "two peaks are missing");
    assert!(Frontier::from_bytes(&[0; 40]).is_err(), "a peak too many");
    assert!(Frontier::from_bytes(&[&3_u64.to_be_bytes()[..], &[0; 65]].concat()).is_err());
}
