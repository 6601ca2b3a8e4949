//! Proofs that a line is in a log, and that a log only grew (2-9); RFC 6962 sections 2.1.1 and 2.1.2.
//!
//! Verification follows RFC 9162 sections 2.1.3.2 and 2.1.4.2, which accept exactly the proofs of RFC 6962. This
//! module must never accept a proof with hashes to spare.

use crate::tree::{Hash, HashReader, node_hash, split, subtree};

/// Why a proof does not prove.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    #[error("expected a position below the size {size}, got {index}")]
    Index { index: u64, size: u64 },
    #[error("expected the older log to have at most {new} lines, got {old}")]
    Sizes { old: u64, new: u64 },
    #[error("expected {expected} hashes in the proof, got {got}")]
    Length { expected: usize, got: usize },
    #[error("the proof leads to the root `{0}`, which is not the signed one")]
    Root(Hash),
    #[error("the proof leads to the older root `{0}`, which is not the one kept")]
    OldRoot(Hash),
}

/// The hashes that lead from the line at `index` to the root over `size` lines, the deepest first.
///
/// # Panics
///
/// Where `index` is not below `size`: there is no such line to prove.
pub fn inclusion<R: HashReader>(reader: &R, index: u64, size: u64) -> Result<Vec<Hash>, R::Error> {
    assert!(index < size, "expected a position below the size {size}, got {index}");
    let (mut start, mut end) = (0, size);
    let mut path = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            path.push(subtree(reader, middle, end)?);
            end = middle;
        } else {
            path.push(subtree(reader, start, middle)?);
            start = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The hashes that show that the log of `old` lines is the beginning of the log of `new` lines.
///
/// # Panics
///
/// Where `old` is above `new`.
pub fn consistency<R: HashReader>(reader: &R, old: u64, new: u64) -> Result<Vec<Hash>, R::Error> {
    assert!(old <= new, "expected the older log to have at most {new} lines, got {old}");
    let mut path = Vec::new();
    if old == 0 || old == new {
        return Ok(path);
    }
    let (mut start, mut end) = (0, new);
    // Whether the old tree's own root is the node that is left in the end, which the other side knows already.
    let mut known = true;
    while end != old {
        let middle = start + split(end - start);
        if old <= middle {
            path.push(subtree(reader, middle, end)?);
            end = middle;
        } else {
            path.push(subtree(reader, start, middle)?);
            start = middle;
            known = false;
        }
    }
    if !known {
        path.push(subtree(reader, start, end)?);
    }
    path.reverse();
    Ok(path)
}

/// Does `leaf` stand at `index` of the log whose first `size` lines have the root `root`?
pub fn verify_inclusion(leaf: Hash, index: u64, size: u64, path: &[Hash], root: Hash) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Index { index, size });
    }
    // Below `inner` both sides exist at every level; above, only the left siblings on the right edge of the tree.
    let inner = (u64::BITS - (index ^ (size - 1)).leading_zeros()) as usize;
    let expected = inner + (index.checked_shr(inner as u32).unwrap_or(0)).count_ones() as usize;
    if path.len() != expected {
        return Err(ProofError::Length { expected, got: path.len() });
    }
    let mut hash = leaf;
    for (level, sibling) in path.iter().enumerate() {
        let left = level >= inner || index >> level & 1 == 1;
        hash = if left { node_hash(sibling, &hash) } else { node_hash(&hash, sibling) };
    }
    if hash == root { Ok(()) } else { Err(ProofError::Root(hash)) }
}

/// Is the log with `old_size` lines and the root `old_root` the beginning of the one with `new_size` and `new_root`?
pub fn verify_consistency(
    (old_size, old_root): (u64, Hash),
    (new_size, new_root): (u64, Hash),
    path: &[Hash],
) -> Result<(), ProofError> {
    if old_size > new_size {
        return Err(ProofError::Sizes { old: old_size, new: new_size });
    }
    if old_size == 0 || old_size == new_size {
        if !path.is_empty() {
            return Err(ProofError::Length { expected: 0, got: path.len() });
        }
        let expected = if old_size == 0 { crate::tree::empty_root() } else { new_root };
        return if old_root == expected { Ok(()) } else { Err(ProofError::OldRoot(expected)) };
    }
    let (mut node, mut last) = (old_size - 1, new_size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    // A tree that is complete by itself is its own first hash.
    let mut hashes = path.iter();
    let first = if old_size.is_power_of_two() { Some(&old_root) } else { hashes.next() };
    let short = || ProofError::Length { expected: path.len() + 1, got: path.len() };
    let first = first.ok_or_else(short)?;
    let (mut old, mut new) = (*first, *first);
    for hash in hashes {
        if last == 0 {
            return Err(ProofError::Length { expected: path.len() - 1, got: path.len() });
        }
        if node & 1 == 1 || node == last {
            old = node_hash(hash, &old);
            new = node_hash(hash, &new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(short());
    }
    match (old == old_root, new == new_root) {
        (false, _) => Err(ProofError::OldRoot(old)),
        (true, false) => Err(ProofError::Root(new)),
        (true, true) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
