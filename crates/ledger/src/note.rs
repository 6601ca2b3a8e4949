//! Signed notes (C2SP `signed-note`): a text, and below it who signed it (2-9).
//!
//! Two kinds of Ed25519 signatures are known: the log's own (0x01) and a witness's cosignature with its time (0x04,
//! C2SP `tlog-cosignature`). This module must never show a secret key by `Debug`, and never take an unknown
//! signature for a good one.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// Longest note in bytes that is read.
pub const NOTE_MAX: usize = 1 << 20;
/// Most signatures of a note that are read; the standard asks for at least 16.
pub const SIGNATURES_MAX: usize = 64;

/// What a key's signatures mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// The log's own signature over the note's text.
    Log,
    /// A witness saw that the log only grew, at the time that the signature carries.
    Witness,
}

impl KeyKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Log => 0x01,
            Self::Witness => 0x04,
        }
    }
}

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("expected a key name without spaces, control characters and `+`, got `{0}`")]
    Name(String),
    #[error("expected a verifier key like `example.com/record+1a2b3c4d+AQ…`, got `{0}`")]
    Form(String),
    #[error("expected a secret key like `PRIVATE+KEY+example.com/record+1a2b3c4d+AQ…`, got something else")]
    SecretForm,
    #[error("expected an Ed25519 key (type 1) or a cosigner's (type 4) in `{0}`, got another type")]
    Kind(String),
    #[error("the key id in `{0}` is not the one of its name and bytes; copy the key again")]
    Id(String),
    #[error("the bytes in `{0}` are not a point of the curve; copy the key again")]
    Point(String),
}

/// A public key with the name of its owner: a "vkey".
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    kind: KeyKind,
    id: u32,
    key: VerifyingKey,
}

impl VerifierKey {
    fn new(name: &str, kind: KeyKind, key: VerifyingKey) -> Self {
        Self { name: name.to_owned(), kind, id: key_id(name, kind, key.as_bytes()), key }
    }

    /// For a log's key this is the log's origin.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The same key under the name of another epoch's origin.
    pub fn under(&self, name: &str) -> Result<Self, KeyError> {
        check_name(name)?;
        Ok(Self::new(name, self.kind, self.key))
    }

    /// Whether both are the same key, be it under two names: whoever signed with one holds the other.
    #[must_use]
    pub fn is_same_key(&self, other: &Self) -> bool {
        self.kind == other.kind && self.key == other.key
    }

    /// Four bytes of a hash: a hint which key signed, no identity.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// `<name>+<id>+<base64 of type and key>`; only the one spelling that `Display` gives is accepted.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let shown = || text.chars().take(120).collect::<String>();
        let form = || KeyError::Form(shown());
        // The base64 part may hold a `+` itself, a name never does.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(form());
        };
        check_name(name)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| form())?;
        let (&kind, bytes) = bytes.split_first().ok_or_else(form)?;
        let kind = [KeyKind::Log, KeyKind::Witness].into_iter().find(|known| known.byte() == kind);
        let kind = kind.ok_or_else(|| KeyError::Kind(shown()))?;
        let bytes: &[u8; 32] = bytes.try_into().map_err(|_| form())?;
        if id != format!("{:08x}", key_id(name, kind, bytes)) {
            return Err(KeyError::Id(shown()));
        }
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Point(shown()))?;
        Ok(Self::new(name, kind, key))
    }

    /// One key a line; empty lines and lines that begin with `#` are skipped.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, KeyError> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(Self::parse).collect()
    }

    /// Is this signature by this key over `text`? For a witness, the result holds when it signed.
    fn verify(&self, text: &str, signature: &[u8]) -> Option<Option<u64>> {
        match self.kind {
            KeyKind::Log => self.verify_bytes(text.as_bytes(), signature).then_some(None),
            KeyKind::Witness => {
                let (time, signature) = signature.split_first_chunk::<8>()?;
                let time = u64::from_be_bytes(*time);
                self.verify_bytes(cosigned(text, time).as_bytes(), signature).then_some(Some(time))
            }
        }
    }

    fn verify_bytes(&self, message: &[u8], signature: &[u8]) -> bool {
        // Strict: refuses the few keys and signatures for which libraries disagree.
        ed25519_dalek::Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{:08x}+{}", self.name, self.id, tagged(self.kind, self.key.as_bytes()))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

/// A secret key that signs notes. `Debug` shows its public side only; the caller keeps the secret bytes in a file.
pub struct NoteKey {
    secret: SigningKey,
    public: VerifierKey,
}

impl NoteKey {
    /// `secret` are 32 random bytes, drawn once by the caller.
    pub fn new(name: &str, kind: KeyKind, secret: &[u8; 32]) -> Result<Self, KeyError> {
        check_name(name)?;
        let secret = SigningKey::from_bytes(secret);
        let public = VerifierKey::new(name, kind, secret.verifying_key());
        Ok(Self { secret, public })
    }

    /// Reads what [`Self::to_skey`] gave.
    pub fn from_skey(text: &str) -> Result<Self, KeyError> {
        let rest = text.strip_prefix("PRIVATE+KEY+").ok_or(KeyError::SecretForm)?;
        let mut parts = rest.splitn(3, '+');
        let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(KeyError::SecretForm);
        };
        let bytes = STANDARD.decode(encoded).map_err(|_| KeyError::SecretForm)?;
        let (&kind, secret) = bytes.split_first().ok_or(KeyError::SecretForm)?;
        let kind = [KeyKind::Log, KeyKind::Witness].into_iter().find(|known| known.byte() == kind);
        let secret: &[u8; 32] = secret.try_into().map_err(|_| KeyError::SecretForm)?;
        let key = Self::new(name, kind.ok_or_else(|| KeyError::Kind(name.to_owned()))?, secret)?;
        if id == format!("{:08x}", key.public.id) { Ok(key) } else { Err(KeyError::Id(name.to_owned())) }
    }

    /// `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>`, as Go's note package writes it. It is the secret.
    #[must_use]
    pub fn to_skey(&self) -> String {
        let VerifierKey { name, kind, id, .. } = &self.public;
        format!("PRIVATE+KEY+{name}+{id:08x}+{}", tagged(*kind, &self.secret.to_bytes()))
    }

    /// The same secret under the name of another epoch's origin.
    pub(crate) fn under(&self, name: &str) -> Result<Self, KeyError> {
        Self::new(name, self.public.kind, &self.secret.to_bytes())
    }

    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        &self.public
    }

    /// A log's signature over `text`.
    #[must_use]
    pub(crate) fn sign(&self, text: &str) -> Signature {
        self.signature(self.secret.sign(text.as_bytes()).to_bytes().to_vec())
    }

    /// A witness's signature over `text`, made at `unix_seconds`.
    #[must_use]
    pub(crate) fn cosign(&self, text: &str, unix_seconds: u64) -> Signature {
        let signed = self.secret.sign(cosigned(text, unix_seconds).as_bytes());
        self.signature([&unix_seconds.to_be_bytes()[..], &signed.to_bytes()].concat())
    }

    fn signature(&self, bytes: Vec<u8>) -> Signature {
        Signature { name: self.public.name.clone(), id: self.public.id, bytes }
    }
}

impl fmt::Debug for NoteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NoteKey(secret of {})", self.public)
    }
}

/// Why a text is not a signed note, or not one to trust.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    #[error("expected a note of at most 1048576 bytes and 64 signatures, got more")]
    TooLong,
    #[error("expected no control characters in a signed note but newlines")]
    Control,
    #[error("expected a text, an empty line and signature lines that begin with `— `")]
    Form,
    #[error("expected `— name base64` with at least 5 bytes, got `{0}`")]
    Signature(String),
    #[error("the signature of `{0}` is not by this key over this text")]
    Forged(String),
}

/// One line below the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub id: u32,
    /// Without the four bytes of the id.
    pub bytes: Vec<u8>,
}

/// A signature that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub key: VerifierKey,
    /// When a witness says that it signed, in seconds since 1970.
    pub at: Option<u64>,
}

/// A text, ending in a newline, and its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Signatures are not checked here, but their form is: what `Display` gives is what was read.
    pub fn parse(note: &str) -> Result<Self, NoteError> {
        if note.len() > NOTE_MAX {
            return Err(NoteError::TooLong);
        }
        if note.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
            return Err(NoteError::Control);
        }
        let split = note.rfind("\n\n").ok_or(NoteError::Form)?;
        let text = &note[..=split];
        let signatures = note[split + 2..].strip_suffix('\n').ok_or(NoteError::Form)?;
        let signatures = signatures.split('\n').map(Signature::parse).collect::<Result<Vec<_>, _>>()?;
        if signatures.len() > SIGNATURES_MAX {
            return Err(NoteError::TooLong);
        }
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// Which of `keys` signed, in the order of the note. Signatures of other keys are left aside; one that bears a
    /// known key's name and id and is not its signature is an error.
    pub fn signed_by(&self, keys: &[VerifierKey]) -> Result<Vec<Signed>, NoteError> {
        let mut found = Vec::new();
        for signature in &self.signatures {
            let key = keys.iter().find(|key| key.name == signature.name && key.id == signature.id);
            let Some(key) = key else { continue };
            match key.verify(&self.text, &signature.bytes) {
                Some(at) => found.push(Signed { key: key.clone(), at }),
                None => return Err(NoteError::Forged(signature.name.clone())),
            }
        }
        Ok(found)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl Signature {
    fn parse(line: &str) -> Result<Self, NoteError> {
        let not = || NoteError::Signature(line.chars().take(120).collect());
        let (name, encoded) = line.strip_prefix("— ").and_then(|rest| rest.split_once(' ')).ok_or_else(not)?;
        check_name(name).map_err(|_| not())?;
        let bytes = STANDARD.decode(encoded).map_err(|_| not())?;
        let (id, bytes) = bytes.split_first_chunk::<4>().ok_or_else(not)?;
        if bytes.is_empty() {
            return Err(not());
        }
        Ok(Self { name: name.to_owned(), id: u32::from_be_bytes(*id), bytes: bytes.to_vec() })
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.id.to_be_bytes()[..], &self.bytes].concat();
        write!(f, "— {} {}", self.name, STANDARD.encode(bytes))
    }
}

/// What a witness signs.
fn cosigned(text: &str, unix_seconds: u64) -> String {
    format!("cosignature/v1\ntime {unix_seconds}\n{text}")
}

fn tagged(kind: KeyKind, key: &[u8; 32]) -> String {
    STANDARD.encode([&[kind.byte()][..], key].concat())
}

fn key_id(name: &str, kind: KeyKind, key: &[u8; 32]) -> u32 {
    let hash = Sha256::new().chain_update(name).chain_update([b'\n', kind.byte()]).chain_update(key).finalize();
    u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])
}

fn check_name(name: &str) -> Result<(), KeyError> {
    let bad = |c: char| c == '+' || c.is_whitespace() || c.is_control();
    if name.is_empty() || name.contains(bad) {
        return Err(KeyError::Name(name.chars().take(120).collect()));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
