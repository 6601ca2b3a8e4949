//! A text stands in a line only as a commitment to it, so that it can be erased and the line kept (1-4, 2-9).
//!
//! `SHA-256("shingi.commitment.v1" ‖ 0x00 ‖ salt ‖ payload)`. The salt has always 32 bytes, so that no salt and payload
//! can be taken for another pair, and the first byte (`s`) differs from the first byte of a hashed leaf (0x00) or node
//! (0x01). This module must never draw a salt itself, and never show one in a log.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// Bytes of a salt. Without a random salt a commitment to a name would be a hash that anyone can guess.
pub const SALT_BYTES: usize = 32;

const DOMAIN: &[u8] = b"shingi.commitment.v1\0";

/// Random bytes, drawn afresh for every payload by the caller, erased together with the payload.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; SALT_BYTES]);

impl Salt {
    #[must_use]
    pub const fn new(random: [u8; SALT_BYTES]) -> Self {
        Self(random)
    }

    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; SALT_BYTES] {
        &self.0
    }

    #[must_use]
    pub fn to_text(&self) -> String {
        STANDARD.encode(self.0)
    }

    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        decode_32(text).map(Self)
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

/// What a line says instead of the payload. Its text form is base64 (RFC 4648 section 4) of its 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
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

impl fmt::Display for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Commitment({self})")
    }
}

#[must_use]
pub fn commit(salt: &Salt, payload: &[u8]) -> Commitment {
    Commitment(Sha256::new().chain_update(DOMAIN).chain_update(salt.0).chain_update(payload).finalize().into())
}

/// Decodes the one accepted base64 spelling of 32 bytes.
pub(crate) fn decode_32(text: &str) -> Option<[u8; 32]> {
    if text.len() != 44 {
        return None;
    }
    // The engine refuses missing padding and set trailing bits, so each value has one spelling.
    let mut bytes = [0; 33];
    let length = STANDARD.decode_slice(text, &mut bytes).ok()?;
    bytes[..length].try_into().ok()
}

/// The base64 of 32 bytes, without an allocation.
pub(crate) fn spelling_of(bytes: &[u8; 32]) -> [u8; 44] {
    let mut spelling = [0; 44];
    STANDARD.encode_slice(bytes, &mut spelling).expect("the base64 of 32 bytes has 44");
    spelling
}

/// Is `text` the spelling of these 32 bytes? Much quicker than to decode it, and every line needs it twice or more.
pub(crate) fn is_spelling_of(bytes: &[u8; 32], text: &str) -> bool {
    text.as_bytes() == spelling_of(bytes)
}

/// Is `text` the spelling of some 32 bytes?
pub(crate) fn is_spelling_of_32(text: &str) -> bool {
    let Ok(bytes) = <&[u8; 44]>::try_from(text.as_bytes()) else { return false };
    let digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    // The last digit has four bits of the 32 bytes and two that must not be set.
    let last = matches!(
        bytes[42],
        b'A' | b'E' | b'I' | b'M' | b'Q' | b'U' | b'Y' | b'c' | b'g' | b'k' | b'o' | b's' | b'w' | b'0' | b'4' | b'8'
    );
    bytes[43] == b'=' && last && bytes[..42].iter().fold(true, |good, &byte| good & digit(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_is_the_hash_of_domain_salt_and_payload_in_this_order() {
        let mut bytes = b"shingi.commitment.v1\0".to_vec();
        bytes.extend_from_slice(&[7; 32]);
        bytes.extend_from_slice("山田太郎".as_bytes());
        let commitment = commit(&Salt::new([7; 32]), "山田太郎".as_bytes());
        assert_eq!(commitment.0, <[u8; 32]>::from(Sha256::digest(&bytes)));
        assert_eq!(commitment.to_text(), "1C9R82RKLmhB2/t0dRA2Yr7hBvaqvILGjbwWahOjYt8=");
    }

    #[test]
    fn a_text_form_has_one_spelling() {
        let text = Commitment([0; 32]).to_text();
        assert_eq!(Commitment::from_text(&text), Some(Commitment([0; 32])));
        assert_eq!(Commitment::from_text(&text.replace("A=", "B=")), None, "set trailing bits");
        assert_eq!(Commitment::from_text(text.trim_end_matches('=')), None, "no padding");
        assert_eq!(Commitment::from_text(&format!("{text}\n")), None);
    }

    #[test]
    fn the_quick_checks_of_a_spelling_agree_with_decoding() {
        let text = Commitment([0xa7; 32]).to_text();
        for index in 0..44 {
            for byte in 0..=127_u8 {
                let mut bytes = text.clone().into_bytes();
                bytes[index] = byte;
                let changed = String::from_utf8(bytes).unwrap();
                assert_eq!(is_spelling_of_32(&changed), decode_32(&changed).is_some(), "{changed}");
                assert_eq!(is_spelling_of(&[0xa7; 32], &changed), changed == text);
            }
        }
        assert!(!is_spelling_of_32(&text[..43]) && !is_spelling_of(&[0xa7; 32], &text[..43]));
    }

    #[test]
    fn a_salt_is_not_shown_by_debug() {
        assert_eq!(format!("{:?}", Salt::new([65; 32])), "Salt(…)");
    }
}
