//! The files that a tiled log serves (C2SP `tlog-tiles`), so that other people's tools read ours (2-9).
//!
//! This module must never put a hash into a tile that a later append could change: only complete subtrees are in tiles.

use crate::{
    line::LINE_MAX,
    tree::{Hash, HashReader},
};

/// Hashes in a full tile, lines in a full bundle.
pub const FULL: u16 = 256;
/// Highest level that a log of less than 2^53 lines has.
pub const LEVEL_MAX: u8 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Roots over 256^level lines each.
    Hashes { level: u8 },
    /// The lines themselves.
    Entries,
}

/// One file below the log's prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    pub kind: Kind,
    pub index: u64,
    /// 1 to 256; below 256 the tile is partial.
    pub width: u16,
}

impl Tile {
    /// `tile/<level>/<index>[.p/<width>]` or `tile/entries/<index>[.p/<width>]`.
    #[must_use]
    pub fn path(&self) -> String {
        let kind = match self.kind {
            Kind::Hashes { level } => level.to_string(),
            Kind::Entries => "entries".to_owned(),
        };
        let mut index = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            index = format!("x{:03}/{index}", rest % 1000);
            rest /= 1000;
        }
        let partial = if self.width == FULL { String::new() } else { format!(".p/{}", self.width) };
        format!("tile/{kind}/{index}{partial}")
    }

    /// Reads exactly the paths that [`Self::path`] gives.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let (kind, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let kind = match kind {
            "entries" => Kind::Entries,
            level => Kind::Hashes { level: level.parse().ok().filter(|level| *level <= LEVEL_MAX)? },
        };
        let (index, width) = match rest.split_once(".p/") {
            Some((index, width)) => (index, width.parse().ok().filter(|width| (1..FULL).contains(width))?),
            None => (rest, FULL),
        };
        let mut number = 0_u64;
        for part in index.split('/') {
            let digits = part.strip_prefix('x').unwrap_or(part);
            let part = digits.parse::<u64>().ok().filter(|part| *part < 1000)?;
            number = number.checked_mul(1000)?.checked_add(part)?;
        }
        let tile = Self { kind, index: number, width };
        // Leading zeros, signs and misplaced `x` come back as another path.
        (tile.path() == path).then_some(tile)
    }

    const fn level(&self) -> u8 {
        match self.kind {
            Kind::Hashes { level } => level,
            Kind::Entries => 0,
        }
    }

    /// Whether a log of `size` lines has all that this tile holds.
    #[must_use]
    pub const fn is_within(&self, size: u64) -> bool {
        let hashes = size >> (8 * self.level() as u32);
        match self.index.checked_mul(FULL as u64) {
            Some(start) => start.saturating_add(self.width as u64) <= hashes,
            None => false,
        }
    }

    /// The positions of the lines below this tile, from the first to one behind the last.
    #[must_use]
    pub const fn lines(&self) -> std::ops::Range<u64> {
        let shift = 8 * self.level() as u32;
        let start = self.index * FULL as u64;
        start << shift..(start + self.width as u64) << shift
    }
}

/// All tiles of a log of `size` lines, the right-most ones partial.
pub fn tiles(size: u64) -> impl Iterator<Item = Tile> {
    let hashes = (0..=LEVEL_MAX).map(move |level| (Kind::Hashes { level }, size >> (8 * u32::from(level))));
    let kinds = hashes.chain([(Kind::Entries, size)]);
    kinds.flat_map(|(kind, count)| {
        (0..count.div_ceil(u64::from(FULL))).map(move |index| {
            let width = (count - index * u64::from(FULL)).min(u64::from(FULL));
            Tile { kind, index, width: u16::try_from(width).expect("a width is at most 256") }
        })
    })
}

/// The bytes of a hash tile: 32 for each hash.
///
/// # Panics
///
/// Where `tile` is an entry bundle: its bytes come from [`push_entry`].
pub fn hash_tile<R: HashReader>(reader: &R, tile: Tile) -> Result<Vec<u8>, R::Error> {
    let Kind::Hashes { level } = tile.kind else { panic!("expected a hash tile, got an entry bundle") };
    let start = tile.index * u64::from(FULL);
    let mut bytes = Vec::with_capacity(usize::from(tile.width) * 32);
    for index in start..start + u64::from(tile.width) {
        let Hash(hash) = reader.hash(level * 8, index)?;
        bytes.extend_from_slice(&hash);
    }
    Ok(bytes)
}

/// Appends a line to the bytes of an entry bundle: its length in 16 bits, big-endian, then the line.
///
/// # Panics
///
/// Where the line is longer than [`LINE_MAX`], which no encoded line is.
pub fn push_entry(bundle: &mut Vec<u8>, line: &[u8]) {
    assert!(line.len() <= LINE_MAX, "expected a line of at most {LINE_MAX} bytes, got {}", line.len());
    let length = u16::try_from(line.len()).expect("LINE_MAX is the largest 16-bit number");
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(line);
}

#[cfg(test)]
mod tests;
