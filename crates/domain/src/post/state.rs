//! A post as its events leave it. What is *shown* as a delivery's state is computed, see [`Post::shown`].
//! Serves 1-7, 1-8.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    content::{Digest, Draft, Evidence, Resolved},
    event::{FailureKind, FindingKey, Verdict},
};
use crate::{
    id::{AccountId, AttemptId, BlobId, ConsultationId, DeliveryId, DoubtId, PersonId, PostId},
    policy::{Class, Consulted},
    private::Private,
    time::Timestamp,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub id: PostId,
    /// Who stands by it (1-8).
    pub author: PersonId,
    /// Whoever put words into it, the author among them: none of them clears it.
    pub writers: BTreeSet<PersonId>,
    pub drafted_at: Timestamp,
    pub reply: bool,
    /// As the author declared it; findings may raise it.
    pub class: Class,
    /// Counts saved states from 1; 0 before the first.
    pub revision: u32,
    pub draft: Option<Private<Draft>>,
    pub submitted: Option<Submission>,
    pub returned: Option<Return>,
    pub deliveries: BTreeMap<DeliveryId, Delivery>,
    pub answers: Vec<Answer>,
    pub dismissals: Vec<FindingKey>,
    pub overrulings: Vec<Overruling>,
    pub approvals: Vec<Approval>,
    pub doubts: Vec<Doubt>,
    pub consultations: Vec<Consultation>,
    /// Every use of the emergency lane, in order: the last one counts for what is still to be sent.
    pub emergencies: Vec<Emergency>,
    pub abandoned: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    pub revision: u32,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    pub by: PersonId,
    pub revision: u32,
    pub at: Timestamp,
    pub comment: Private<String>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub id: DeliveryId,
    pub account: AccountId,
    pub content: Private<Resolved>,
    pub digest: Digest,
    /// When `digest` last changed: the cooling-off time counts from here.
    pub changed_at: Timestamp,
    pub progress: Progress,
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Delivery").field("id", &self.id).field("progress", &self.progress).finish_non_exhaustive()
    }
}

/// How far a delivery has come. Facts of clearance are not here: they are computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    Draft,
    Scheduled {
        due: Timestamp,
        by: PersonId,
    },
    Sending {
        attempt: AttemptId,
        by: PersonId,
        started: Timestamp,
    },
    Unknown {
        attempt: AttemptId,
        by: PersonId,
        since: Timestamp,
    },
    Failed {
        kind: FailureKind,
        at: Timestamp,
        why: Private<String>,
    },
    Missed {
        due: Timestamp,
        stopped: bool,
    },
    Published {
        attempt: AttemptId,
        by: PersonId,
        at: Timestamp,
        url: Private<String>,
        #[serde(with = "crate::private::optional")]
        capture: Private<Option<BlobId>>,
    },
}

impl Progress {
    /// From the intent on, the words may not change any more.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        match self {
            Self::Sending { .. } | Self::Unknown { .. } | Self::Published { .. } => true,
            Self::Draft | Self::Scheduled { .. } | Self::Failed { .. } | Self::Missed { .. } => false,
        }
    }

    /// For messages and tests: the name of the state alone.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled { .. } => "scheduled",
            Self::Sending { .. } => "sending",
            Self::Unknown { .. } => "unknown",
            Self::Failed { .. } => "failed",
            Self::Missed { .. } => "missed",
            Self::Published { .. } => "published",
        }
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub key: FindingKey,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub evidence: Private<Evidence>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overruling {
    pub key: FindingKey,
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Private<String>,
}

macro_rules! debug_without_words {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({}, {})", stringify!($name), self.key.rule, self.key.item)
            }
        }
    )*};
}
debug_without_words!(Answer, Overruling);

impl std::fmt::Debug for FindingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FindingKey({}, {}, {})", self.rule, self.item, self.ordinal)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    pub by: PersonId,
    pub at: Timestamp,
    pub revision: u32,
    pub digests: BTreeMap<DeliveryId, Digest>,
    pub comment: Private<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    pub id: DoubtId,
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Private<String>,
    pub resolution: Option<Resolution>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    pub by: PersonId,
    pub at: Timestamp,
    pub answer: Private<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    pub id: ConsultationId,
    pub with: Consulted,
    pub by: PersonId,
    pub at: Timestamp,
    pub question: Private<String>,
    pub ruling: Option<Ruling>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub by: PersonId,
    pub at: Timestamp,
    pub verdict: Verdict,
    pub digests: BTreeMap<DeliveryId, Digest>,
    pub reason: Private<String>,
    pub conditions: Private<Vec<String>>,
    /// Conditions that were met, by their number.
    pub met: BTreeMap<u16, Met>,
}

/// Who met a condition, and with what.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// The writer who brought the evidence; the author where the record names nobody.
    pub by: PersonId,
    pub at: Timestamp,
    pub evidence: Private<Evidence>,
}

impl std::fmt::Debug for Met {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Met({}, {:?})", self.by, self.at)
    }
}

/// One use of the emergency lane: a writer opened it with a reason, a second certified person joined for exactly
/// these bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Private<String>,
    pub joined: Option<Joined>,
    /// When something first left through it: from here on the committee owes its review.
    pub used: Option<Timestamp>,
    pub review: Option<Afterwards>,
    /// A reviewer gave the post back: the lane is shut.
    pub shut: bool,
}

impl Emergency {
    #[must_use]
    pub const fn opened(by: PersonId, at: Timestamp, reason: Private<String>) -> Self {
        Self { by, at, reason, joined: None, used: None, review: None, shut: false }
    }

    #[must_use]
    pub const fn is_owed_a_review(&self) -> bool {
        self.used.is_some() && self.review.is_none()
    }
}

/// The second of the two who open the lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    pub by: PersonId,
    pub at: Timestamp,
    pub digests: BTreeMap<DeliveryId, Digest>,
}

/// What the committee found when it looked at the whole afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afterwards {
    pub by: PersonId,
    pub at: Timestamp,
    pub words: Private<String>,
}

/// The twelve states that pages show (`corrected` and `withdrawn` come with correction cases).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    Draft,
    Waiting,
    Returned,
    Held,
    Cleared,
    Scheduled,
    Sending,
    Published,
    Unknown,
    Corrected,
    Withdrawn,
    Expired,
}

impl DeliveryState {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Held => "held",
            Self::Cleared => "cleared",
            Self::Scheduled => "scheduled",
            Self::Sending => "sending",
            Self::Published => "published",
            Self::Unknown => "unknown",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

impl Post {
    /// What to show for a delivery, given whether clearance says *cleared* right now. `Scheduled` while it is,
    /// `Held` once something open would stop it.
    #[must_use]
    pub fn shown(&self, delivery: &Delivery, cleared: bool) -> DeliveryState {
        match &delivery.progress {
            Progress::Sending { .. } => DeliveryState::Sending,
            Progress::Unknown { .. } => DeliveryState::Unknown,
            Progress::Published { .. } => DeliveryState::Published,
            Progress::Missed { .. } => DeliveryState::Expired,
            Progress::Scheduled { .. } if cleared => DeliveryState::Scheduled,
            Progress::Scheduled { .. } => DeliveryState::Held,
            Progress::Failed { .. } => DeliveryState::Held,
            Progress::Draft if cleared => DeliveryState::Cleared,
            Progress::Draft if self.returned.is_some() => DeliveryState::Returned,
            Progress::Draft if self.submitted.is_some() => DeliveryState::Waiting,
            Progress::Draft => DeliveryState::Draft,
        }
    }

    /// Whether it answers somebody: begun as a reply, or of that class now.
    #[must_use]
    pub const fn is_reply(&self) -> bool {
        self.reply || matches!(self.class, Class::Reply)
    }

    /// The use of the emergency lane that counts for what is still to be sent.
    #[must_use]
    pub fn open_emergency(&self) -> Option<&Emergency> {
        self.emergencies.last().filter(|emergency| !emergency.shut)
    }

    #[must_use]
    pub fn draft_kept(&self) -> Option<&Draft> {
        self.draft.as_ref().and_then(Private::kept)
    }

    #[must_use]
    pub fn digests(&self) -> BTreeMap<DeliveryId, Digest> {
        self.deliveries.values().map(|delivery| (delivery.id, delivery.digest)).collect()
    }

    #[must_use]
    pub fn consultation(&self, id: ConsultationId) -> Option<&Consultation> {
        self.consultations.iter().find(|consultation| consultation.id == id)
    }

    pub fn open_doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter().filter(|doubt| doubt.resolution.is_none())
    }
}
