//! What can happen to a post. Words stand in [`Private`] fields, which the record keeps beside its lines. Serves 2-9.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::content::{Digest, Draft, Evidence};
use crate::{
    clearance::ClearanceRecord,
    id::{AttemptId, BlobId, ConsultationId, DeliveryId, DoubtId, PersonId, PostId},
    policy::{BoundFinding, Class, Consulted, ItemId},
    private::Private,
    report::RuleId,
    time::Timestamp,
};

/// What an answer, a dismissal or an overruling is bound to: these words, for this item, whatever stands around them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingKey {
    pub rule: RuleId,
    pub item: ItemId,
    /// The normalised sentence.
    pub sentence: String,
    pub ordinal: u16,
}

impl FindingKey {
    #[must_use]
    pub fn of(bound: &BoundFinding) -> Self {
        Self {
            rule: bound.finding.rule.clone(),
            item: bound.item,
            sentence: bound.finding.sentence.clone(),
            ordinal: bound.finding.ordinal,
        }
    }
}

/// What the manager or the committee said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Permit,
    Refuse,
}

/// How a send failed, as far as the author's next step depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The medium says no to this content.
    Rejected,
    /// Our access is gone.
    Revoked,
    /// It certainly did not act; a person may try again.
    NotSent,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "events are few at a time and live briefly")]
pub enum PostEvent {
    Drafted {
        post: PostId,
        author: PersonId,
        reply: bool,
    },
    Revised {
        revision: u32,
        class: Class,
        draft: Private<Draft>,
    },
    Answered {
        rule: RuleId,
        item: ItemId,
        key: Private<FindingKey>,
        evidence: Private<Evidence>,
    },
    NoteDismissed {
        rule: RuleId,
        item: ItemId,
        key: Private<FindingKey>,
    },
    FindingOverruled {
        rule: RuleId,
        item: ItemId,
        key: Private<FindingKey>,
        by: PersonId,
        reason: Private<String>,
    },
    Submitted {
        revision: u32,
    },
    Approved {
        by: PersonId,
        revision: u32,
        digests: Private<BTreeMap<DeliveryId, Digest>>,
        comment: Private<String>,
    },
    Returned {
        by: PersonId,
        revision: u32,
        comment: Private<String>,
    },
    DoubtRaised {
        doubt: DoubtId,
        by: PersonId,
        reason: Private<String>,
    },
    DoubtResolved {
        doubt: DoubtId,
        by: PersonId,
        answer: Private<String>,
    },
    Consulted {
        consultation: ConsultationId,
        with: Consulted,
        by: PersonId,
        question: Private<String>,
    },
    Ruled {
        consultation: ConsultationId,
        by: PersonId,
        verdict: Verdict,
        /// Whether "could this be a protected report?" was asked; a ruling without it is refused.
        protected_report_considered: bool,
        digests: Private<BTreeMap<DeliveryId, Digest>>,
        reason: Private<String>,
        conditions: Private<Vec<String>>,
    },
    ConditionMet {
        consultation: ConsultationId,
        condition: u16,
        evidence: Private<Evidence>,
    },
    Scheduled {
        delivery: DeliveryId,
        due: Timestamp,
        by: PersonId,
    },
    Unscheduled {
        delivery: DeliveryId,
    },
    /// The intent. Written in the transaction that computed clearance, before any call.
    SendStarted {
        delivery: DeliveryId,
        attempt: AttemptId,
        by: PersonId,
        digest: Private<Digest>,
        clearance: Private<ClearanceRecord>,
    },
    SendSucceeded {
        delivery: DeliveryId,
        attempt: AttemptId,
        reconciled: bool,
        url: Private<String>,
        #[serde(with = "crate::private::optional")]
        capture: Private<Option<BlobId>>,
    },
    SendFailed {
        delivery: DeliveryId,
        attempt: AttemptId,
        kind: FailureKind,
        why: Private<String>,
    },
    /// The medium may or may not have acted: asked first, never repeated blindly.
    SendUnknown {
        delivery: DeliveryId,
        attempt: AttemptId,
        why: Private<String>,
    },
    /// Its time passed while something held it; nothing is flushed later.
    Missed {
        delivery: DeliveryId,
        due: Timestamp,
        stopped: bool,
    },
    Abandoned {},
    /// A writer opens the emergency lane; nothing changes before a second person joins.
    EmergencyOpened {
        by: PersonId,
        reason: Private<String>,
    },
    /// A second certified person joins, for exactly these bytes; this is their approval, too.
    EmergencyJoined {
        by: PersonId,
        revision: u32,
        digests: Private<BTreeMap<DeliveryId, Digest>>,
    },
    /// The committee looked at the whole afterwards.
    EmergencyReviewed {
        by: PersonId,
        words: Private<String>,
    },
}
