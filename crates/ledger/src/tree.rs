//! The Merkle tree over the lines of a log, as RFC 6962 section 2.1 defines it (2-9).
//!
//! This module must never hold a whole tree: a [`Frontier`] is what an appender or verifier keeps, a [`HashReader`] is
//! where a prover reads the rest.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256, block_api::compress256};

use crate::commitment::decode_32;

/// A SHA-256 value of the tree: a leaf, a node or a root. Its text form is base64 of its 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    #[must_use]
    pub fn to_text(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// Only the one spelling that [`Self::to_text`] gives is accepted.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        decode_32(text).map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// `SHA-256(0x00 ‖ line)`.
#[must_use]
pub fn leaf_hash(line: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(line).finalize().into())
}

/// `SHA-256(0x01 ‖ left ‖ right)`.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    // Always 65 bytes, so the padding is known: both blocks go through the compression in one call, which is measurably
    // quicker than the general way, and a verifier does this for every line.
    let mut blocks = [[0; 64]; 2];
    let bytes = blocks.as_flattened_mut();
    bytes[0] = 1;
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..65].copy_from_slice(&right.0);
    bytes[65] = 0x80;
    bytes[120..].copy_from_slice(&(65_u64 * 8).to_be_bytes());
    let mut state = SHA256_START;
    compress256(&mut state, &blocks);
    let mut hash = [0; 32];
    for (bytes, word) in hash.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
    Hash(hash)
}

/// The state that SHA-256 begins with (FIPS 180-4, 5.3.3).
const SHA256_START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The root of a log without lines: `SHA-256("")`.
#[must_use]
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// A subtree that an append completed: the root over the lines `index << level` to `(index + 1) << level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub level: u8,
    pub index: u64,
    pub hash: Hash,
}

/// The right edge of a tree: its size and the roots of its complete subtrees, the largest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    // INVARIANT: one hash per bit set in `size`, from the highest bit down.
    peaks: Vec<Hash>,
}

/// Why bytes are not a [`Frontier`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected 8 bytes of size and 32 bytes for each bit set in it, got {0} bytes")]
pub struct NotAFrontier(usize);

impl Frontier {
    #[must_use]
    pub const fn new() -> Self {
        Self { size: 0, peaks: Vec::new() }
    }

    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a line's hash. On average one node is hashed, at most one per level.
    pub fn push(&mut self, leaf: Hash) {
        self.push_with(leaf, |_| ());
    }

    /// Like [`Self::push`]; `completed` is told the leaf and every subtree that it completes, to store what a
    /// [`HashReader`] will be asked for.
    pub fn push_with(&mut self, leaf: Hash, mut completed: impl FnMut(Node)) {
        let mut node = Node { level: 0, index: self.size, hash: leaf };
        completed(node);
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("there is a peak for each bit set in the size");
            node = Node { level: node.level + 1, index: node.index >> 1, hash: node_hash(&left, &node.hash) };
            completed(node);
        }
        self.peaks.push(node.hash);
        self.size += 1;
    }

    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        peaks.next().map_or_else(empty_root, |&last| peaks.fold(last, |right, left| node_hash(left, &right)))
    }

    /// The size in 8 bytes, big-endian, then the peaks.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        for peak in &self.peaks {
            bytes.extend_from_slice(&peak.0);
        }
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAFrontier> {
        let not = || NotAFrontier(bytes.len());
        let (size, peaks) = bytes.split_first_chunk::<8>().ok_or_else(not)?;
        let size = u64::from_be_bytes(*size);
        let (peaks, rest) = peaks.as_chunks::<32>();
        if !rest.is_empty() || peaks.len() != size.count_ones() as usize {
            return Err(not());
        }
        Ok(Self { size, peaks: peaks.iter().copied().map(Hash).collect() })
    }
}

/// Where complete subtrees are read: `level` 0 are the leaves, `hash(level, index)` the root over the lines
/// `index << level` to `(index + 1) << level`. It is only asked for subtrees that are complete.
pub trait HashReader {
    type Error;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, Self::Error>;
}

impl<R: HashReader + ?Sized> HashReader for &R {
    type Error = R::Error;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, R::Error> {
        (**self).hash(level, index)
    }
}

/// Leaf hashes in memory; every inner node is computed anew, so it is for tests and small logs.
#[derive(Debug, Clone, Copy)]
pub struct Leaves<'a>(pub &'a [Hash]);

impl HashReader for Leaves<'_> {
    type Error = std::convert::Infallible;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, Self::Error> {
        if level == 0 {
            return Ok(self.0[usize::try_from(index).expect("the leaves are in memory")]);
        }
        let (left, right) = (self.hash(level - 1, index * 2)?, self.hash(level - 1, index * 2 + 1)?);
        Ok(node_hash(&left, &right))
    }
}

/// The root over the first `size` lines, with one read per bit set in `size`.
pub fn root_at<R: HashReader>(reader: &R, size: u64) -> Result<Hash, R::Error> {
    if size == 0 { Ok(empty_root()) } else { subtree(reader, 0, size) }
}

/// The frontier over the first `size` lines, to go on appending from.
pub fn frontier_at<R: HashReader>(reader: &R, size: u64) -> Result<Frontier, R::Error> {
    let mut peaks = Vec::new();
    let mut start = 0_u64;
    for level in (0..64_u8).rev().filter(|level| size >> level & 1 == 1) {
        peaks.push(reader.hash(level, start >> level)?);
        start += 1 << level;
    }
    Ok(Frontier { size, peaks })
}

/// `MTH(D[start:end])`; `start` is a multiple of the power of two that spans the range, as in every RFC 6962 split.
pub(crate) fn subtree<R: HashReader>(reader: &R, start: u64, end: u64) -> Result<Hash, R::Error> {
    let length = end - start;
    if length.is_power_of_two() {
        let level = length.trailing_zeros();
        return reader.hash(u8::try_from(level).expect("a level is below 64"), start >> level);
    }
    let middle = start + split(length);
    Ok(node_hash(&subtree(reader, start, middle)?, &subtree(reader, middle, end)?))
}

/// The largest power of two below `length`, which is at least 2.
pub(crate) const fn split(length: u64) -> u64 {
    1 << (length - 1).ilog2()
}

#[cfg(test)]
mod tests;
