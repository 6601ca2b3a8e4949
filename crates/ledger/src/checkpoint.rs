//! A log's size and root, signed (C2SP `tlog-checkpoint`): what is published, mailed and kept elsewhere (2-9).
//!
//! This module must never sign a checkpoint of another log than the key's: the key's name is the origin.

use std::fmt;

use crate::{
    json::INTEGER_MAX,
    note::{KeyError, KeyKind, Note, NoteError, NoteKey, VerifierKey},
    tree::Hash,
};

/// What a checkpoint says. Extension lines are not written, and refused on reading: nobody could audit them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    /// How many lines the log has.
    pub size: u64,
    pub root: Hash,
}

/// Why a text is not a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    #[error(transparent)]
    Note(#[from] NoteError),
    #[error("expected three lines above the signatures: origin, size and root")]
    Lines,
    #[error("expected the size as a decimal number without leading zeros, got `{0}`")]
    Size(String),
    #[error("expected the root as base64 of 32 bytes, got `{0}`")]
    Root(String),
}

impl Checkpoint {
    /// Reads the text of a note, the part above the signatures.
    pub fn parse_body(text: &str) -> Result<Self, CheckpointError> {
        let lines = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n').collect::<Vec<_>>();
        let [origin, size, root] = lines[..] else { return Err(CheckpointError::Lines) };
        if origin.is_empty() {
            return Err(CheckpointError::Lines);
        }
        let number = size.parse::<u64>().ok().filter(|number| number.to_string() == size && *number <= INTEGER_MAX);
        Ok(Self {
            origin: origin.to_owned(),
            size: number.ok_or_else(|| CheckpointError::Size(size.to_owned()))?,
            root: Hash::from_text(root).ok_or_else(|| CheckpointError::Root(root.to_owned()))?,
        })
    }
}

/// The text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, self.root)
    }
}

/// A checkpoint and the note that carries it; `to_string` gives the note's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    pub checkpoint: Checkpoint,
    pub note: Note,
}

impl SignedCheckpoint {
    /// Reads the form; ask [`Note::signed_by`] who signed.
    pub fn parse(note: &str) -> Result<Self, CheckpointError> {
        let note = Note::parse(note)?;
        Ok(Self { checkpoint: Checkpoint::parse_body(&note.text)?, note })
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

/// The key of one log. Its name is the log's origin, so that it cannot sign for another log.
#[derive(Debug)]
pub struct LogKey(NoteKey);

impl LogKey {
    /// `secret` are 32 random bytes, drawn once at set-up by the caller.
    pub fn from_secret(origin: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        Ok(Self(NoteKey::new(origin, KeyKind::Log, secret)?))
    }

    /// Reads what [`Self::to_skey`] gave.
    pub fn from_skey(text: &str) -> Result<Self, KeyError> {
        let key = NoteKey::from_skey(text.trim_end())?;
        match key.verifier().kind() {
            KeyKind::Log => Ok(Self(key)),
            KeyKind::Witness => Err(KeyError::Kind(key.verifier().name().to_owned())),
        }
    }

    /// The secret as a line of text, for a file that only the server reads.
    #[must_use]
    pub fn to_skey(&self) -> String {
        self.0.to_skey()
    }

    /// What verifiers need; `to_string` gives the text form, a "vkey".
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        self.0.verifier()
    }

    /// The key of another epoch of the same log: the same secret, so that its old signatures vouch for the new ones.
    pub fn under(&self, origin: &str) -> Result<Self, KeyError> {
        self.0.under(origin).map(Self)
    }

    #[must_use]
    pub fn origin(&self) -> &str {
        self.0.verifier().name()
    }

    /// A log must never sign two checkpoints of which one is not the beginning of the other.
    #[must_use]
    pub fn sign(&self, size: u64, root: Hash) -> SignedCheckpoint {
        let checkpoint = Checkpoint { origin: self.origin().to_owned(), size, root };
        let text = checkpoint.to_string();
        let signatures = vec![self.0.sign(&text)];
        SignedCheckpoint { checkpoint, note: Note { text, signatures } }
    }
}

/// A witness's key: its cosignature says that it saw a log only grow.
#[derive(Debug)]
pub struct WitnessKey(NoteKey);

impl WitnessKey {
    pub fn from_secret(name: &str, secret: &[u8; 32]) -> Result<Self, KeyError> {
        Ok(Self(NoteKey::new(name, KeyKind::Witness, secret)?))
    }

    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        self.0.verifier()
    }

    /// Adds a cosignature. The caller has verified that the log only grew since the last one.
    pub fn cosign(&self, signed: &mut SignedCheckpoint, unix_seconds: u64) {
        let cosignature = self.0.cosign(&signed.note.text, unix_seconds);
        signed.note.signatures.push(cosignature);
    }
}

#[cfg(test)]
mod tests;
