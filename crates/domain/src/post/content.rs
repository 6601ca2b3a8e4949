//! The words and pictures of a post, and the digest that approvals are bound to (1-3, 1-7, 2-2, 2-3, 2-7).

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    id::{AccountId, BlobId, DeliveryId},
    policy::Class,
    time::Timestamp,
};

/// One saved state of a whole post, as its author handed it in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// For the team's lists; an official page shows it as the heading. May be empty.
    pub title: String,
    /// The text that every account gets unless it has its own.
    pub text: String,
    pub pictures: Vec<Picture>,
    /// 2-7: what the reader has of it.
    pub benefit: String,
    /// 2-2: where it can be looked up.
    pub sources: Vec<String>,
    /// 2-6: what a text of class `reply` answers: the message's address, or its words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answers: String,
    /// 2-5: the published delivery whose slip of form a text of class `fix` mends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<DeliveryId>,
    pub deliveries: Vec<DraftDelivery>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDelivery {
    pub delivery: DeliveryId,
    pub account: AccountId,
    /// This account's own text, where it differs from the common one.
    pub variant: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub blob: BlobId,
    /// `image/png` and so on, as sniffed, never as claimed.
    pub media_type: String,
    pub alt: String,
    pub rights: Option<Rights>,
}

/// 1-3: why we may show this.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    pub basis: RightsBasis,
    /// Who made it, which licence, who permitted it, which source.
    pub evidence: String,
    pub until: Option<Timestamp>,
    pub consent: Consent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RightsBasis {
    OwnWork,
    Licence,
    Permission,
    Quotation,
}

/// Whether recognisable people agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    NobodyRecognisable,
    Given,
}

/// What an author brings against a finding.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub text: String,
    pub url: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Source,
    ConfirmedBy,
    Rights,
    Consent,
    PublicKnowledge,
    NoHarm,
    Explanation,
}

/// The content of one delivery with the common text filled in: what goes out, and all that a reviewer sees.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    pub account: AccountId,
    pub class: Class,
    pub reply: bool,
    pub title: String,
    pub text: String,
    pub pictures: Vec<Picture>,
    pub benefit: String,
    pub sources: Vec<String>,
    // Left out where empty, so that what was approved before there were these fields keeps its digest.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answers: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<DeliveryId>,
}

/// SHA-256 of a whole delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(pub BlobId);

impl Resolved {
    /// INVARIANT: every field takes part, so that no edit keeps an approval.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let bytes = serde_json::to_vec(self).expect("a struct of strings and numbers always serialises");
        let mut hash = Sha256::new();
        hash.update(b"shingi delivery v1\n");
        hash.update(&bytes);
        Digest(BlobId(hash.finalize().into()))
    }
}

impl Draft {
    #[must_use]
    pub fn resolve(&self, class: Class, reply: bool, delivery: &DraftDelivery) -> Resolved {
        let Self { title, text, pictures, benefit, sources, answers, corrects, deliveries: _ } = self;
        Resolved {
            account: delivery.account,
            class,
            reply,
            title: title.clone(),
            text: delivery.variant.as_ref().unwrap_or(text).clone(),
            pictures: pictures.clone(),
            benefit: benefit.clone(),
            sources: sources.clone(),
            answers: answers.clone(),
            corrects: *corrects,
        }
    }
}
