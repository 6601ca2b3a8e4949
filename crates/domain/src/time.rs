//! A point in time as the record writes it: microseconds since 1970 in UTC. Never read from a clock here.
//! Serves no item of its own.

use serde::{Deserialize, Serialize};

/// Microseconds since 1970-01-01T00:00:00Z. Display in a zone is the shell's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    pub const MINUTE: i64 = 60 * 1_000_000;
    pub const HOUR: i64 = 60 * Self::MINUTE;
    pub const DAY: i64 = 24 * Self::HOUR;

    /// Saturates at the ends of the range instead of wrapping.
    #[must_use]
    pub const fn plus_micros(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_micros(minutes.saturating_mul(Self::MINUTE))
    }
}
