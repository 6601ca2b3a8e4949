//! What people and jobs ask of a post, and what a decision may look at (1-7, 1-8).

use std::collections::BTreeMap;

use super::{
    content::{Digest, Draft, Evidence},
    event::{FailureKind, FindingKey, Verdict},
};
use crate::{
    actor::Actor,
    clearance::Judge,
    id::{AttemptId, BlobId, ConsultationId, DeliveryId, DoubtId, PersonId, PostId},
    obligation::Facts,
    policy::{Class, Consulted, Policy},
    time::Timestamp,
    world::World,
};

#[derive(Clone, PartialEq, Eq)]
pub enum Command {
    Draft {
        post: PostId,
        author: PersonId,
        reply: bool,
    },
    /// `based_on` is the revision that the writer saw; another one in between is a conflict, and loses nothing.
    Revise {
        based_on: u32,
        class: Class,
        draft: Draft,
    },
    Answer {
        key: FindingKey,
        evidence: Evidence,
    },
    DismissNote {
        key: FindingKey,
    },
    Overrule {
        key: FindingKey,
        reason: String,
    },
    Submit,
    /// Names the bytes that the reviewer saw.
    Approve {
        digests: BTreeMap<DeliveryId, Digest>,
        comment: String,
    },
    Return {
        comment: String,
    },
    RaiseDoubt {
        doubt: DoubtId,
        reason: String,
    },
    ResolveDoubt {
        doubt: DoubtId,
        answer: String,
    },
    Consult {
        consultation: ConsultationId,
        with: Consulted,
        question: String,
    },
    Rule {
        consultation: ConsultationId,
        verdict: Verdict,
        reason: String,
        conditions: Vec<String>,
        protected_report_considered: bool,
        digests: BTreeMap<DeliveryId, Digest>,
    },
    MeetCondition {
        consultation: ConsultationId,
        condition: u16,
        evidence: Evidence,
    },
    Schedule {
        delivery: DeliveryId,
        due: Timestamp,
    },
    Unschedule {
        delivery: DeliveryId,
    },
    /// The intent to send: refused while anything is outstanding.
    StartSending {
        delivery: DeliveryId,
        attempt: AttemptId,
    },
    RecordOutcome {
        delivery: DeliveryId,
        attempt: AttemptId,
        outcome: Outcome,
    },
    /// A schedule whose time passed while something held it.
    Miss {
        delivery: DeliveryId,
    },
    Abandon,
    /// The first of two who open the emergency lane.
    OpenEmergency {
        reason: String,
    },
    /// The second; names the bytes that they saw.
    JoinEmergency {
        digests: BTreeMap<DeliveryId, Digest>,
    },
    /// The committee's look at the whole, after something left through the lane.
    ReviewEmergency {
        words: String,
    },
}

impl Command {
    /// For refusals and the state × command matrix.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft { .. } => "draft",
            Self::Revise { .. } => "revise",
            Self::Answer { .. } => "answer",
            Self::DismissNote { .. } => "dismiss_note",
            Self::Overrule { .. } => "overrule",
            Self::Submit => "submit",
            Self::Approve { .. } => "approve",
            Self::Return { .. } => "return",
            Self::RaiseDoubt { .. } => "raise_doubt",
            Self::ResolveDoubt { .. } => "resolve_doubt",
            Self::Consult { .. } => "consult",
            Self::Rule { .. } => "rule",
            Self::MeetCondition { .. } => "meet_condition",
            Self::Schedule { .. } => "schedule",
            Self::Unschedule { .. } => "unschedule",
            Self::StartSending { .. } => "start_sending",
            Self::RecordOutcome { .. } => "record_outcome",
            Self::Miss { .. } => "miss",
            Self::Abandon => "abandon",
            Self::OpenEmergency { .. } => "open_emergency",
            Self::JoinEmergency { .. } => "join_emergency",
            Self::ReviewEmergency { .. } => "review_emergency",
        }
    }
}

/// What came of an attempt to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// `reconciled`: found there when asked after an unknown outcome.
    Sent {
        url: String,
        capture: Option<BlobId>,
        reconciled: bool,
    },
    Failed {
        kind: FailureKind,
        why: String,
    },
    Unknown {
        why: String,
    },
}

/// What a decision may look at beside the post: who asks, when, and the world as the same transaction reads it.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    pub actor: Actor,
    pub now: Timestamp,
    pub policy: &'a Policy,
    /// Names the pack and the program that the policy and the facts come from.
    pub judge: &'a Judge,
    pub world: &'a World,
    /// What was computed about each delivery's content; a delivery without facts cannot be cleared.
    pub facts: &'a BTreeMap<DeliveryId, Facts>,
}
