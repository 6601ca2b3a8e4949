//! A table of keys in which each has a place of its own: one small number read, then one row.
//!
//! Serves every **R** item through the weights of `crate::likeness`, larger than the near memory of a processor: a search
//! in order would wait for far memory several times a key. Must give the same table for the same keys.

/// Keys that share a seed, on average.
const KEYS_PER_SEED: usize = 4;

/// Where the keys are: a seed for each group of keys, so that none of them meet.
#[derive(Debug, Clone, Copy)]
pub struct Places<'s> {
    seeds: &'s [[u8; 2]],
    rows: usize,
}

impl<'s> Places<'s> {
    /// `None` where there are no seeds or rows to look at.
    #[must_use]
    pub const fn new(seeds: &'s [[u8; 2]], rows: usize) -> Option<Self> {
        if seeds.is_empty() || rows == 0 { None } else { Some(Self { seeds, rows }) }
    }

    /// The only row that may be this key's. Always below the number of rows.
    #[must_use]
    #[inline]
    pub fn of(&self, key: u32) -> usize {
        let seed = self.seeds[scaled(key.wrapping_mul(0x9e37_79b1), self.seeds.len())];
        place(key, u16::from_le_bytes(seed), self.rows)
    }
}

/// A place for each of these different keys: the seeds, and for each row the key's number.
///
/// # Panics
/// Where a key stands there twice, because two equal keys never part.
#[must_use]
pub fn places(keys: &[u32]) -> (Vec<u16>, Vec<Option<usize>>) {
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); keys.len() / KEYS_PER_SEED + 1];
    let count = groups.len();
    for (nth, key) in keys.iter().enumerate() {
        groups[scaled(key.wrapping_mul(0x9e37_79b1), count)].push(nth);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|group| std::cmp::Reverse(groups[*group].len()));
    let mut rows = vec![None; keys.len() + keys.len() / 32 + 1];
    let mut seeds = vec![0; count];
    for group in order {
        let of = |seed| groups[group].iter().map(|nth| place(keys[*nth], seed, rows.len())).collect::<Vec<_>>();
        let free = |places: &Vec<usize>| {
            let apart = (1..places.len()).all(|nth| !places[..nth].contains(&places[nth]));
            apart && places.iter().all(|place| rows[*place].is_none())
        };
        let found = (0..=u16::MAX).map(|seed| (seed, of(seed))).find(|(_, places)| free(places));
        let (seed, places) = found.expect("one of 65,536 seeds parts a handful of different keys");
        seeds[group] = seed;
        places.into_iter().zip(&groups[group]).for_each(|(place, nth)| rows[place] = Some(*nth));
    }
    (seeds, rows)
}

#[inline]
fn place(key: u32, seed: u16, rows: usize) -> usize {
    let mixed = (key ^ u32::from(seed).wrapping_mul(0x85eb_ca6b)).wrapping_mul(0xc2b2_ae35);
    scaled((mixed ^ mixed >> 15).wrapping_mul(0x27d4_eb2f), rows)
}

/// A hash as a number below `count`.
#[inline]
const fn scaled(hash: u32, count: usize) -> usize {
    ((hash as u64 * count as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_row_of_its_own_and_the_table_is_nearly_full() {
        for count in [0, 1, 5, 1_000, 20_000_u32] {
            let keys: Vec<u32> = (1..=count).map(|nth| nth.wrapping_mul(0x9e37_79b1) ^ nth << 7).collect();
            let (seeds, rows) = places(&keys);
            let seeds: Vec<[u8; 2]> = seeds.iter().map(|seed| seed.to_le_bytes()).collect();
            let found = Places::new(&seeds, rows.len()).unwrap();
            assert!(keys.iter().enumerate().all(|(nth, key)| rows[found.of(*key)] == Some(nth)), "{count}");
            assert!(rows.len() <= keys.len() + keys.len() / 32 + 1);
        }
    }
}
