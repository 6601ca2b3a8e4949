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

/// For payloads that may be empty by themselves: `[]` or `[value]`, so that "there is none" is not read as "erased".
/// To be named by `#[serde(with = "…")]`.
pub mod optional {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Private;

    pub fn serialize<T: Serialize, S: Serializer>(
        value: &Private<Option<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.kept().map(Vec::from_iter).serialize(serializer)
    }

    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Private<Option<T>>, D::Error> {
        let list = Option::<Vec<T>>::deserialize(deserializer)?;
        Ok(list.map_or(Private::Erased, |list| Private::Kept(list.into_iter().next())))
    }
}
