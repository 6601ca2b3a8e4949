//! Paths and bytes of tiles, with the vectors of C2SP tlog-tiles.

use super::*;
use crate::tree::{Leaves, leaf_hash, node_hash, root_at};

fn hashes(level: u8, index: u64, width: u16) -> Tile {
    Tile { kind: Kind::Hashes { level }, index, width }
}

#[test]
fn paths_are_those_of_the_c2sp_document() {
    for (tile, path) in [
        (hashes(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (hashes(0, 0, 256), "tile/0/000"),
        (hashes(1, 999, 17), "tile/1/999.p/17"),
        (Tile { kind: Kind::Entries, index: 1000, width: 1 }, "tile/entries/x001/000.p/1"),
    ] {
        assert_eq!(tile.path(), path);
        assert_eq!(Tile::parse(path), Some(tile));
    }
    for bad in [
        "tile/0/0",
        "tile/00/000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x1/000",
        "tile/7/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/+12",
        "tile/0/",
        "tile/0",
        "checkpoint",
        "tile/entries/x001",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(Tile::parse(bad), None, "{bad}");
    }
}

#[test]
fn a_log_of_70000_lines_has_the_tiles_that_the_document_counts() {
    let all = tiles(70_000).collect::<Vec<_>>();
    let of = |level| all.iter().filter(move |tile| tile.kind == Kind::Hashes { level }).collect::<Vec<_>>();
    assert_eq!((of(0).len(), of(0)[273].width), (274, 112));
    assert_eq!((of(1).len(), of(1)[0].width, of(1)[1].width), (2, 256, 17));
    assert_eq!((of(2).len(), of(2)[0].width), (1, 1));
    assert_eq!(all.iter().filter(|tile| tile.kind == Kind::Entries).count(), 274);
    assert!(all.iter().all(|tile| tile.is_within(70_000)));
    assert!(!hashes(0, 273, 113).is_within(70_000));
    assert!(!hashes(3, 0, 1).is_within(70_000));
    assert_eq!(of(1)[1].lines(), 65_536..69_888);
    let small = tiles(256).collect::<Vec<_>>();
    assert_eq!(small, [hashes(0, 0, 256), hashes(1, 0, 1), Tile { kind: Kind::Entries, index: 0, width: 256 }]);
    assert_eq!(tiles(0).count(), 0);
}

#[test]
fn a_hash_of_level_1_is_the_root_over_a_full_tile_below_it() {
    let leaves = (0..300_u64).map(|index| leaf_hash(&index.to_be_bytes())).collect::<Vec<_>>();
    let Ok(below) = hash_tile(&Leaves(&leaves), hashes(0, 0, 256));
    let Ok(above) = hash_tile(&Leaves(&leaves), hashes(1, 0, 1));
    let mut row = below.as_chunks::<32>().0.iter().copied().map(Hash).collect::<Vec<_>>();
    assert_eq!(row, leaves[..256]);
    while row.len() > 1 {
        row = row.chunks(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
    }
    assert_eq!(above, row[0].0);
    assert_eq!(root_at(&Leaves(&leaves), 256), Ok(row[0]));
}

#[test]
fn a_bundle_prefixes_each_line_with_its_length() {
    let mut bundle = Vec::new();
    push_entry(&mut bundle, b"{}");
    push_entry(&mut bundle, &[b'x'; 300]);
    assert_eq!(bundle[..6], [0, 2, b'{', b'}', 1, 44]);
    assert_eq!(bundle.len(), 2 + 2 + 2 + 300);
}
