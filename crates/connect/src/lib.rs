//! How a cleared delivery leaves: one trait, a manifest of what each medium can do, and four kinds of answers.
//!
//! Serves 1-2 (the list of media is open) and 2-9. A connector never touches the store, and never decides:
//! jobs write the intent first, call it, and feed the answer back as a command.

pub mod by_hand;
pub mod count;
pub mod limits;
pub mod official_page;
pub mod registry;

#[cfg(feature = "failpoints")]
pub mod receiver;

use shingi_domain::{
    id::{AttemptId, DeliveryId},
    post::Resolved,
};

pub use registry::Registry;

/// What a medium can do. One that cannot edit or delete says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manifest {
    /// The program itself can publish; otherwise a person does, with proof.
    pub automatic: bool,
    /// The medium can be asked whether an attempt arrived.
    pub can_ask: bool,
    /// The medium knows our identity for an attempt, so that the same attempt twice is one publication.
    pub idempotent: bool,
    pub can_edit: bool,
    pub can_delete: bool,
}

/// One attempt: exactly what goes out, and under which identity.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    pub delivery: DeliveryId,
    pub attempt: AttemptId,
    pub content: &'a Resolved,
    /// The account's handle; for an official page its path segment.
    pub handle: &'a str,
    /// The organisation's public URL, without a slash at its end.
    pub public_url: &'a str,
}

/// Where it now stands for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub url: String,
}

/// Why an attempt did not succeed, as far as the next step depends on it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    #[error("the medium asks to come back in {seconds} seconds; it did not publish")]
    RetryAfter { seconds: u32 },
    #[error("the medium does not take this content: {0}")]
    Rejected(String),
    #[error("our access is gone: {0}; renew it and send again")]
    Revoked(String),
    /// It may or may not have acted. Ask first; never repeat blindly.
    #[error("no answer came, the medium may or may not have published: {0}")]
    Unknown(String),
}

/// The medium's answer to "did this attempt arrive?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    Found(Sent),
    /// It is not there now. Where sending is not idempotent, a slow first request may still land: a person decides.
    NotFound,
    /// It could not be asked.
    NoAnswer(String),
}

pub trait Connector: Send + Sync {
    fn manifest(&self) -> Manifest;

    /// Called once per attempt, after its intent is on record.
    fn send(&self, outgoing: &Outgoing<'_>) -> Result<Sent, SendError>;

    fn ask(&self, outgoing: &Outgoing<'_>) -> Asked;
}
