//! Words and names that stand beside the record, not in it, and may be erased one day (1-4).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A payload of an event: kept, or erased by a ruling. Its `Debug` shows neither.
#[derive(Clone, PartialEq, Eq)]
pub enum Private<T> {
    Kept(T),
    Erased,
}

impl<T> Private<T> {
    pub const fn kept(&self) -> Option<&T> {
        match self {
            Self::Kept(value) => Some(value),
            Self::Erased => None,
        }
    }

    pub fn into_kept(self) -> Option<T> {
        match self {
            Self::Kept(value) => Some(value),
            Self::Erased => None,
        }
    }
}

impl<T> From<T> for Private<T> {
    fn from(value: T) -> Self {
        Self::Kept(value)
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kept(_) => "Private(kept)",
            Self::Erased => "Private(erased)",
        })
    }
}

impl<T: Serialize> Serialize for Private<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.kept().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Erased, Self::Kept))
    }
}
