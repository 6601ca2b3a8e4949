//! Where ids, salts and secrets come from: the only place that draws random numbers. Serves no item of its own.

use std::sync::Mutex;

use sha2::{Digest as _, Sha256};

pub trait Ids: Send + Sync {
    /// Fills `bytes` so that nobody can guess them.
    fn fill(&self, bytes: &mut [u8]);

    fn id(&self) -> u128 {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        u128::from_be_bytes(bytes)
    }

    fn salt(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }

    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }
}

/// The operating system's random numbers.
#[derive(Debug, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("without the system's random numbers no secret is safe, so nothing may go on");
    }
}

/// The same numbers every time: for tests, and for nothing that anyone must not guess.
#[derive(Debug)]
pub struct CountedIds(Mutex<u64>);

impl CountedIds {
    #[must_use]
    pub const fn from(start: u64) -> Self {
        Self(Mutex::new(start))
    }
}

impl Ids for CountedIds {
    fn fill(&self, bytes: &mut [u8]) {
        let mut count = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            *count += 1;
            let block = Sha256::digest(count.to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}
