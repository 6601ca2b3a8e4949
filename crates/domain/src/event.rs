//! Every event, and how it becomes a line of the record: ids and enums in `data`, words beside it as payloads (2-9).
//!
//! A new variant needs a row in [`KINDS`], a golden line in `golden.jsonl` and a sentence in `locales/*/events.ftl`.
//! Old versions are upcast in [`Event::decode`], never rewritten.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use crate::{
    account::AccountEvent,
    certification::CertificationEvent,
    organisation::{EpochEvent, OrganisationEvent, PayloadEvent, PolicyEvent},
    people::PersonEvent,
    post::PostEvent,
    stop::StopEvent,
};

#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "events are few at a time and live briefly")]
pub enum Event {
    Organisation(OrganisationEvent),
    Policy(PolicyEvent),
    Person(PersonEvent),
    Account(AccountEvent),
    Certification(CertificationEvent),
    Post(PostEvent),
    Stop(StopEvent),
    Payload(PayloadEvent),
    Epoch(EpochEvent),
}

/// One kind of event: its name on the record, its version, and the fields whose values stand beside the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    pub name: &'static str,
    pub version: u16,
    pub hidden: &'static [&'static str],
}

const fn kind(name: &'static str, hidden: &'static [&'static str]) -> Kind {
    Kind { name, version: 1, hidden }
}

/// All kinds. What stands before the first `_` is the stream's noun.
pub const KINDS: &[Kind] = &[
    kind("organisation_founded", &["details"]),
    kind("organisation_changed", &["details"]),
    kind("policy_adopted", &[]),
    kind("person_added", &["names"]),
    kind("person_changed", &["names"]),
    kind("person_deputy_named", &[]),
    kind("person_duty_days_set", &["days"]),
    kind("person_leave_entered", &["leave"]),
    kind("person_quiz_passed", &[]),
    kind("person_acknowledged", &[]),
    kind("person_left", &[]),
    kind("account_registered", &["details"]),
    kind("account_changed", &["details"]),
    kind("account_closed", &[]),
    kind("certification_granted", &[]),
    kind("certification_suspended", &["reason"]),
    kind("certification_reinstated", &[]),
    kind("certification_revoked", &["reason"]),
    kind("post_drafted", &[]),
    kind("post_revised", &["draft"]),
    kind("post_answered", &["key", "evidence"]),
    kind("post_note_dismissed", &["key"]),
    kind("post_finding_overruled", &["key", "reason"]),
    kind("post_submitted", &[]),
    kind("post_approved", &["digests", "comment"]),
    kind("post_returned", &["comment"]),
    kind("post_doubt_raised", &["reason"]),
    kind("post_doubt_resolved", &["answer"]),
    kind("post_consulted", &["question"]),
    kind("post_ruled", &["digests", "reason", "conditions"]),
    kind("post_condition_met", &["evidence"]),
    kind("post_scheduled", &[]),
    kind("post_unscheduled", &[]),
    kind("post_send_started", &["digest", "clearance"]),
    kind("post_send_succeeded", &["url", "capture"]),
    kind("post_send_failed", &["why"]),
    kind("post_send_unknown", &["why"]),
    kind("post_missed", &[]),
    kind("post_abandoned", &[]),
    kind("post_emergency_opened", &["reason"]),
    kind("post_emergency_joined", &["digests"]),
    kind("post_emergency_reviewed", &["words"]),
    kind("stop_ordered", &["reason"]),
    kind("stop_lifted", &["reason"]),
    kind("payload_erased", &["reason"]),
    kind("epoch_opened", &[]),
];

/// An event as the record takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoded {
    pub kind: Kind,
    pub data: Value,
    /// Name of the field → its JSON.
    pub hidden: BTreeMap<String, Vec<u8>>,
}

/// Why an event of the record cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    #[error(
        "expected an event that this version of Shingi knows, got `{kind}` version {version}; a newer Shingi wrote it"
    )]
    Unknown { kind: String, version: u16 },
    #[error("event `{kind}` does not have the expected form: {source}")]
    Form { kind: String, source: serde_json::Error },
}

impl Event {
    /// Splits the event into what the line says and what stands beside it.
    #[must_use]
    pub fn encode(&self) -> Encoded {
        match self {
            Self::Organisation(event) => encode("organisation", event),
            Self::Policy(event) => encode("policy", event),
            Self::Person(event) => encode("person", event),
            Self::Account(event) => encode("account", event),
            Self::Certification(event) => encode("certification", event),
            Self::Post(event) => encode("post", event),
            Self::Stop(event) => encode("stop", event),
            Self::Payload(event) => encode("payload", event),
            Self::Epoch(event) => encode("epoch", event),
        }
    }

    /// Puts an event together again. A payload that was erased is given as `None`.
    pub fn decode(
        name: &str,
        version: u16,
        data: &Value,
        hidden: &BTreeMap<String, Option<Vec<u8>>>,
    ) -> Result<Self, DecodeError> {
        let unknown = || DecodeError::Unknown { kind: name.to_owned(), version };
        let kind = KINDS.iter().find(|kind| kind.name == name && kind.version == version).ok_or_else(unknown)?;
        let form = |source| DecodeError::Form { kind: name.to_owned(), source };
        let (noun, variant) = name.split_once('_').ok_or_else(unknown)?;
        let mut data = serde_json::from_value::<Map<String, Value>>(data.clone()).map_err(form)?;
        for field in kind.hidden {
            let value = match hidden.get(*field).and_then(Option::as_ref) {
                Some(bytes) => serde_json::from_slice(bytes).map_err(form)?,
                None => Value::Null,
            };
            data.insert((*field).to_owned(), value);
        }
        let tagged = json!({ "type": variant, "data": data });
        Ok(match noun {
            "organisation" => Self::Organisation(from(tagged).map_err(form)?),
            "policy" => Self::Policy(from(tagged).map_err(form)?),
            "person" => Self::Person(from(tagged).map_err(form)?),
            "account" => Self::Account(from(tagged).map_err(form)?),
            "certification" => Self::Certification(from(tagged).map_err(form)?),
            "post" => Self::Post(from(tagged).map_err(form)?),
            "stop" => Self::Stop(from(tagged).map_err(form)?),
            "payload" => Self::Payload(from(tagged).map_err(form)?),
            "epoch" => Self::Epoch(from(tagged).map_err(form)?),
            _ => return Err(unknown()),
        })
    }
}

fn from<T: DeserializeOwned>(value: Value) -> Result<T, serde_json::Error> {
    serde_json::from_value(value)
}

fn encode<T: Serialize>(noun: &str, event: &T) -> Encoded {
    let tagged = serde_json::to_value(event).expect("events are structs of strings, numbers and lists");
    let name = format!("{noun}_{}", tagged["type"].as_str().expect("events are tagged by `type`"));
    let kind = *KINDS.iter().find(|kind| kind.name == name).expect("every variant has a row in KINDS, see the tests");
    let mut data = tagged["data"].clone();
    let mut hidden = BTreeMap::new();
    for field in kind.hidden {
        if let Some(value) = data.as_object_mut().and_then(|fields| fields.remove(*field)) {
            hidden.insert((*field).to_owned(), value.to_string().into_bytes());
        }
    }
    Encoded { kind, data, hidden }
}
