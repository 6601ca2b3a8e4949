//! The organisation itself: its names, its public address, its time zone, and the policy in force (0, 1).

use serde::{Deserialize, Serialize};

use crate::{id::BlobId, id::PersonId, private::Private, time::Timestamp};

/// What the company says of itself in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationDetails {
    /// The name that pages show.
    pub name: String,
    /// Further names, brands and group companies, which texts may use.
    pub other_names: Vec<String>,
    /// Telephone numbers, addresses and mail addresses that the company publishes: no personal data (1-4).
    pub contacts: Vec<String>,
    /// `https://social.example.jp`; cookies, feeds, permanent links and log origins follow it.
    pub public_url: String,
    /// An IANA name, for example `Asia/Tokyo`.
    pub time_zone: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum OrganisationEvent {
    Founded { administrator: PersonId, details: Private<OrganisationDetails> },
    Changed { details: Private<OrganisationDetails> },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum PolicyEvent {
    /// The pack's bytes are a blob; `pack_hash` is its hash, which every certificate names.
    Adopted {
        pack_id: String,
        version: String,
        pack_hash: BlobId,
        effective: Timestamp,
        /// How many days people have to acknowledge it (1-1).
        #[serde(default = "thirty", skip_serializing_if = "is_thirty")]
        acknowledge_days: u16,
    },
}

/// What a line means that does not say it: the first adoptions did not.
const fn thirty() -> u16 {
    30
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
const fn is_thirty(days: &u16) -> bool {
    *days == 30
}

/// A log that was restored behind what had been published of it (ADR 0001); docs/ledger-format.md has the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum EpochEvent {
    /// From this line on the log has this origin; those that ended are never signed for again.
    Opened { origin: String, ended: Vec<EndedEpoch> },
}

/// The last that is known to have been published of an epoch that ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedEpoch {
    pub origin: String,
    /// How many lines it had.
    pub size: u64,
    /// The root over them, in base64.
    pub root: String,
}

/// What the record says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum PayloadEvent {
    /// One payload and its salt are gone; the line that committed to it stays (ADR 0001).
    Erased { log: String, pos: u64, name: String, reason: Private<String> },
}
