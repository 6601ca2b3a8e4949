//! What a program sees in a picture, as plain facts: traces of its making, faces, codes, and what it looks like (1-3, 1-4).
//!
//! Presence only: there is no field for whose face it is, and never will be. Serde is for the store's cache.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Everything that is seen in the pixels that are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub faces: Faces,
    /// QR and bar codes, each once.
    pub codes: Vec<String>,
    pub looks: Looks,
}

/// Whether somebody is to be seen. Drawings, dolls and statues may be taken for people, and the back of a head never is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Faces {
    #[default]
    None,
    /// Something like a face; a person should look.
    Perhaps,
    /// How many.
    Some(u16),
}

/// The coarse run of light and dark over a picture, in 256 bits: the same for the same picture in another size or quality.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Looks(pub [u64; 4]);

/// Bits in which two pictures may differ and still be one: resized, brighter and captioned copies differ in at most 43,
/// different photographs in at least 61 (measured on photographs; a copy cut by 5 % escapes).
const SAME_MAX: u32 = 48;
/// A picture with fewer bits set, or fewer unset, is too plain to be told from others.
const PLAIN_MAX: u32 = 24;

impl Looks {
    #[must_use]
    pub fn differences(self, other: Self) -> u32 {
        self.0.iter().zip(other.0).map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    /// Whether both show the same picture. Plain ones (a white page, one colour) are like none.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        !self.is_plain() && !other.is_plain() && self.differences(other) <= SAME_MAX
    }

    fn is_plain(self) -> bool {
        let set: u32 = self.0.iter().map(|bits| bits.count_ones()).sum();
        !(PLAIN_MAX..=256 - PLAIN_MAX).contains(&set)
    }
}

/// What an upload carried beside its pixels, and what was therefore taken off before it was kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trace {
    /// Where it was taken: degrees with two decimals (about a kilometre), or the name of a place.
    Position(String),
    /// Who made it or owns the camera.
    Owner(String),
    /// What it says of rights in it.
    Rights(String),
    Device(String),
    Serial(String),
    Taken(String),
    Software(String),
    /// A small picture inside that shows something else: often the picture before it was cut.
    Thumbnail,
    /// It moved; of so many frames the first is kept.
    Frames(u32),
    /// Data that could not be read.
    Unreadable,
}

impl fmt::Display for Looks {
    /// 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|bits| write!(f, "{bits:016x}"))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected 64 hexadecimal digits, got `{0}`")]
pub struct NotLooks(pub String);

impl FromStr for Looks {
    type Err = NotLooks;

    fn from_str(text: &str) -> Result<Self, NotLooks> {
        let wrong = || NotLooks(text.to_owned());
        let mut bits = [0; 4];
        for (nth, part) in bits.iter_mut().enumerate() {
            let digits = text.get(nth * 16..nth * 16 + 16).ok_or_else(wrong)?;
            *part = u64::from_str_radix(digits, 16).map_err(|_| wrong())?;
        }
        if text.len() == 64 { Ok(Self(bits)) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_like_itself_with_a_few_bits_of_difference_and_a_plain_one_like_none() {
        let some = Looks([0x0f0f_0f0f_0f0f_0f0f; 4]);
        assert!(some.is_like(Looks([0x0f0f_0f0f_0f0f_0f0f, 0x0f0f_0f0f_0f0f_0f0f, 0x0f0f_0f0f_0f0f_0f0f, 0])));
        assert!(!some.is_like(Looks([!0x0f0f_0f0f_0f0f_0f0f; 4])));
        assert!(!Looks::default().is_like(Looks::default()));
        assert_eq!(some.to_string().parse(), Ok(some));
        assert!("0f".parse::<Looks>().is_err());
    }
}
