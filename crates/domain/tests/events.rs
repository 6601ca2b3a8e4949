//! Every event on the record: that it can be read again, with its words and without, and that its form never changes
//! by accident. `golden.jsonl` is that form; a changed line there is a new version of the kind, never an edit.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use shingi_domain::{
    account::{AccountDetails, AccountEvent, Channel, Medium},
    certification::{Capability, CertificationEvent},
    clearance::{ClearanceRecord, Judge},
    event::{DecodeError, Event, KINDS},
    id::{
        AccountId, AttemptId, BlobId, CertificationId, ConsultationId, DeliveryId, DoubtId, PersonId, PostId, StopId,
    },
    obligation::{Duty, Obligation, Party, Standing},
    organisation::{EndedEpoch, EpochEvent, OrganisationDetails, OrganisationEvent, PayloadEvent, PolicyEvent},
    people::{Language, Leave, PersonEvent, PersonKind, PersonNames, Role, Weekday},
    policy::{BoundFinding, Class, Consulted, ItemId, Strength},
    post::{
        Consent, Draft, DraftDelivery, Evidence, EvidenceKind, FindingKey, Picture, PostEvent, Rights, RightsBasis,
        Verdict, event::FailureKind,
    },
    private::Private,
    report::{Finding, Place, RuleId, Span},
    stop::{StopEvent, StopScope},
    time::Timestamp,
};

const GOLDEN: &str = include_str!("../golden.jsonl");

/// Stands in every text, name and address of the samples, and so must never stand in a line.
const MARKER: &str = "密";

fn secret(what: &str) -> String {
    format!("{MARKER}{what}")
}

fn at(minutes: i64) -> Timestamp {
    Timestamp(1_790_000_000_000_000).plus_minutes(minutes)
}

fn blob() -> BlobId {
    BlobId::of(MARKER.as_bytes())
}

fn account_details() -> AccountDetails {
    AccountDetails { name: secret("name"), handle: secret("handle"), url: secret("url"), colour: 3 }
}

fn organisation_details() -> OrganisationDetails {
    OrganisationDetails {
        name: secret("name"),
        other_names: vec![secret("brand")],
        contacts: vec![secret("telephone")],
        public_url: secret("url"),
        time_zone: secret("zone"),
    }
}

fn names() -> PersonNames {
    PersonNames { name: secret("name"), kana: secret("kana"), email: secret("email") }
}

fn evidence() -> Evidence {
    Evidence { kind: EvidenceKind::ConfirmedBy, text: secret("evidence"), url: Some(secret("url")) }
}

fn rule() -> RuleId {
    RuleId::new("personal/phone_number")
}

fn key() -> FindingKey {
    FindingKey { rule: rule(), item: ItemId::new(1, 4), sentence: secret("sentence"), ordinal: 0 }
}

fn draft() -> Draft {
    let rights = Rights {
        basis: RightsBasis::Licence,
        evidence: secret("licence"),
        until: Some(at(60)),
        consent: Consent::NobodyRecognisable,
    };
    Draft {
        title: secret("title"),
        text: secret("text"),
        pictures: vec![Picture {
            blob: blob(),
            media_type: "image/png".to_owned(),
            alt: secret("alt"),
            rights: Some(rights),
        }],
        benefit: secret("benefit"),
        sources: vec![secret("source")],
        answers: String::new(),
        corrects: None,
        deliveries: vec![DraftDelivery {
            delivery: DeliveryId(0xd1),
            account: AccountId(0xac),
            variant: Some(secret("variant")),
        }],
    }
}

fn clearance_record() -> ClearanceRecord {
    let draft = draft();
    let finding = Finding {
        rule: rule(),
        place: Place::Text,
        span: Span { start: 0, end: 3 },
        quote: secret("quote"),
        sentence: secret("sentence"),
        ordinal: 0,
        replacement: None,
        beside: Vec::new(),
    };
    let (item, strength) = (ItemId::new(1, 4), Strength::Forbid);
    let duty = Duty::Finding { index: 0, rule: rule() };
    let standing = Standing::Overruled { by: PersonId(0xb), at: at(1) };
    let (policy, version, engine) = ("standard".to_owned(), "1.0.0".to_owned(), "0.1.0".to_owned());
    ClearanceRecord {
        judge: Judge { policy, version, pack_hash: blob(), engine },
        class: Class::Campaign,
        content: draft.resolve(Class::Campaign, false, &draft.deliveries[0]),
        findings: vec![BoundFinding { finding, item, strength, consult: None, raises: None }],
        obligations: vec![Obligation { duty, item, strength, who: Party::Author, standing }],
    }
}

/// Everything but the post: who and what there is.
fn samples_of_the_register() -> Vec<Event> {
    let (person, manager) = (PersonId(0xa), Some(PersonId(0xe)));
    let (kind, language) = (PersonKind::ExternalStaff, Language::Ja);
    let roles = BTreeSet::from([Role::Employee, Role::Operator]);
    let (medium, channel) = (Medium::OfficialPage, Channel::OfficialPage);
    let certification = CertificationId(0xce);
    let reason = || secret("reason").into();
    vec![
        Event::Organisation(OrganisationEvent::Founded {
            administrator: person,
            details: organisation_details().into(),
        }),
        Event::Organisation(OrganisationEvent::Changed { details: organisation_details().into() }),
        Event::Policy(PolicyEvent::Adopted {
            pack_id: "standard".to_owned(),
            version: "1.0.0".to_owned(),
            pack_hash: BlobId::of(b"pack"),
            effective: at(0),
            acknowledge_days: 30,
        }),
        Event::Person(PersonEvent::Added {
            person,
            kind,
            roles: roles.clone(),
            manager,
            language,
            names: names().into(),
        }),
        Event::Person(PersonEvent::Changed { kind, roles, manager: None, language, names: names().into() }),
        Event::Person(PersonEvent::DeputyNamed { deputy: PersonId(0xf), from: at(0), until: at(60) }),
        Event::Person(PersonEvent::DutyDaysSet { days: BTreeSet::from([Weekday::Monday, Weekday::Sunday]).into() }),
        Event::Person(PersonEvent::LeaveEntered { leave: Leave { from: at(0), until: at(60) }.into() }),
        Event::Person(PersonEvent::QuizPassed { pack_hash: BlobId::of(b"pack"), version: "1.0.0".to_owned() }),
        Event::Person(PersonEvent::Acknowledged { pack_hash: BlobId::of(b"pack"), version: "1.0.0".to_owned() }),
        Event::Person(PersonEvent::Left {}),
        Event::Account(AccountEvent::Registered {
            account: AccountId(0xac),
            medium,
            channel,
            details: account_details().into(),
        }),
        Event::Account(AccountEvent::Changed { details: account_details().into() }),
        Event::Account(AccountEvent::Closed {}),
        Event::Certification(CertificationEvent::Granted {
            certification,
            number: 7,
            person,
            accounts: BTreeSet::from([AccountId(0xac)]),
            capabilities: BTreeSet::from([Capability::Write, Capability::Publish]),
            from: at(0),
            until: at(60),
        }),
        Event::Certification(CertificationEvent::Suspended { reason: reason() }),
        Event::Certification(CertificationEvent::Reinstated {}),
        Event::Certification(CertificationEvent::Revoked { reason: reason() }),
    ]
}

fn samples_of_stops_and_of_the_record() -> Vec<Event> {
    let person = PersonId(0xa);
    let reason = || secret("reason").into();
    vec![
        Event::Stop(StopEvent::Ordered {
            stop: StopId(0x5),
            scope: StopScope::Account(AccountId(0xac)),
            by: person,
            reason: reason(),
        }),
        Event::Stop(StopEvent::Lifted { by: person, reason: reason() }),
        Event::Payload(PayloadEvent::Erased {
            log: "record".to_owned(),
            pos: 41,
            name: "draft".to_owned(),
            reason: reason(),
        }),
        Event::Epoch(EpochEvent::Opened {
            origin: "social.example.jp/record/0001abff".to_owned(),
            ended: vec![EndedEpoch {
                origin: "social.example.jp/record".to_owned(),
                size: 41,
                root: "ucEU8fE6sYteoU/05La437qXi8YYqRPRxtiumyVM4/E=".to_owned(),
            }],
        }),
    ]
}

fn samples_of_the_post() -> Vec<PostEvent> {
    let (post, author, by) = (PostId(0x50), PersonId(0xa), PersonId(0xb));
    let (delivery, attempt) = (DeliveryId(0xd1), AttemptId(0x77));
    let (doubt, consultation) = (DoubtId(0xdb), ConsultationId(0xc0));
    let (rule, item) = (rule(), ItemId::new(1, 4));
    let words = |what| secret(what).into();
    let digest = clearance_record().content.digest();
    let digests = BTreeMap::from([(delivery, digest)]);
    vec![
        PostEvent::Drafted { post, author, reply: false },
        PostEvent::Revised { revision: 1, class: Class::Campaign, draft: draft().into() },
        PostEvent::Answered { rule: rule.clone(), item, key: key().into(), evidence: evidence().into() },
        PostEvent::NoteDismissed { rule: rule.clone(), item, key: key().into() },
        PostEvent::FindingOverruled { rule, item, key: key().into(), by, reason: words("reason") },
        PostEvent::Submitted { revision: 1 },
        PostEvent::Approved { by, revision: 1, digests: digests.clone().into(), comment: words("comment") },
        PostEvent::Returned { by, revision: 1, comment: words("comment") },
        PostEvent::DoubtRaised { doubt, by, reason: words("reason") },
        PostEvent::DoubtResolved { doubt, by, answer: words("answer") },
        PostEvent::Consulted { consultation, with: Consulted::Committee, by, question: words("question") },
        PostEvent::Ruled {
            consultation,
            by,
            verdict: Verdict::Permit,
            protected_report_considered: true,
            digests: digests.clone().into(),
            reason: words("reason"),
            conditions: vec![secret("condition")].into(),
        },
        PostEvent::ConditionMet { consultation, condition: 0, evidence: evidence().into() },
        PostEvent::Scheduled { delivery, due: at(60), by },
        PostEvent::Unscheduled { delivery },
        PostEvent::SendStarted { delivery, attempt, by, digest: digest.into(), clearance: clearance_record().into() },
        PostEvent::SendSucceeded {
            delivery,
            attempt,
            reconciled: false,
            url: words("url"),
            capture: Some(blob()).into(),
        },
        PostEvent::SendFailed { delivery, attempt, kind: FailureKind::Rejected, why: words("why") },
        PostEvent::SendUnknown { delivery, attempt, why: words("why") },
        PostEvent::Missed { delivery, due: at(60), stopped: true },
        PostEvent::Abandoned {},
        PostEvent::EmergencyOpened { by, reason: words("reason") },
        PostEvent::EmergencyJoined { by, revision: 1, digests: digests.into() },
        PostEvent::EmergencyReviewed { by, words: words("words") },
    ]
}

/// One of each kind, in the order of [`KINDS`].
fn samples() -> Vec<Event> {
    let mut samples = samples_of_the_register();
    samples.extend(samples_of_stops_and_of_the_record());
    samples.extend(samples_of_the_post().into_iter().map(Event::Post));
    samples.sort_by_key(|event| KINDS.iter().position(|kind| kind.name == event.encode().kind.name));
    samples
}

fn kept(hidden: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Option<Vec<u8>>> {
    hidden.into_iter().map(|(name, bytes)| (name, Some(bytes))).collect()
}

#[test]
fn every_kind_has_a_sample_and_every_sample_a_kind() {
    let names = samples().iter().map(|event| event.encode().kind.name).collect::<Vec<_>>();
    assert_eq!(names, KINDS.iter().map(|kind| kind.name).collect::<Vec<_>>());
}

#[test]
fn what_is_written_can_be_read_again() {
    for event in samples() {
        let encoded = event.encode();
        let (name, version) = (encoded.kind.name, encoded.kind.version);
        assert_eq!(Event::decode(name, version, &encoded.data, &kept(encoded.hidden)).unwrap(), event, "{name}");
    }
}

#[test]
fn nothing_brought_back_is_not_read_as_something_erased() {
    let capture = Private::Kept(None);
    let (delivery, attempt) = (DeliveryId(0xd1), AttemptId(0x77));
    let url = "https://asanagi.example/1".to_owned().into();
    let event = Event::Post(PostEvent::SendSucceeded { delivery, attempt, reconciled: true, url, capture });
    let encoded = event.encode();
    let read = Event::decode(encoded.kind.name, 1, &encoded.data, &kept(encoded.hidden)).unwrap();
    assert_eq!(read, event);
}

#[test]
fn every_payload_can_be_erased_and_the_event_still_be_read() {
    for event in samples() {
        let encoded = event.encode();
        let name = encoded.kind.name;
        assert_eq!(
            encoded.hidden.keys().map(String::as_str).collect::<BTreeSet<_>>(),
            encoded.kind.hidden.iter().copied().collect(),
            "{name}"
        );
        for erased in encoded.kind.hidden {
            let mut hidden = kept(encoded.hidden.clone());
            hidden.insert((*erased).to_owned(), None);
            let read = Event::decode(name, 1, &encoded.data, &hidden).unwrap();
            assert_ne!(read, event, "`{erased}` of {name} is gone");
            assert_eq!(read.encode().data, encoded.data, "the line of {name} does not depend on its payloads");
        }
        Event::decode(name, 1, &encoded.data, &BTreeMap::new()).unwrap();
    }
}

/// The hash of a pack is the one content address in the clear: every certificate names it in public.
#[test]
fn no_word_name_address_or_blob_stands_in_a_line() {
    for event in samples() {
        let encoded = event.encode();
        let line = encoded.data.to_string();
        assert!(!line.contains(MARKER), "{} says a word in its line: {line}", encoded.kind.name);
        assert!(!line.contains(&blob().to_string()), "{} names a blob in its line: {line}", encoded.kind.name);
        let digest = clearance_record().content.digest().0.to_string();
        assert!(!line.contains(&digest), "{} names a digest in its line: {line}", encoded.kind.name);
    }
}

#[test]
fn the_debug_form_of_an_event_shows_no_word() {
    for event in samples() {
        let shown = format!("{event:?}");
        assert!(!shown.contains(MARKER), "{shown}");
    }
}

#[test]
fn the_form_on_record_is_what_it_was() {
    let lines = samples().into_iter().map(|event| {
        let encoded = event.encode();
        let hidden = encoded.hidden.iter().map(|(name, bytes)| (name.clone(), serde_json::from_slice(bytes).unwrap()));
        let hidden = hidden.collect::<BTreeMap<String, Value>>();
        let (kind, version, data) = (encoded.kind.name, encoded.kind.version, encoded.data);
        json!({ "type": kind, "v": version, "data": data, "hidden": hidden }).to_string()
    });
    let now = lines.collect::<Vec<_>>();
    for (line, golden) in now.iter().zip(GOLDEN.lines()) {
        // As values: the order of fields is nobody's business.
        let [line, golden] = [line, golden].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(line, golden, "a form that changed is a new version, with an upcast in `Event::decode`");
    }
    assert_eq!(
        now.len(),
        GOLDEN.lines().count(),
        "golden.jsonl lacks or adds a line; it should read:\n{}",
        now.join("\n")
    );
}

#[test]
fn the_golden_lines_can_still_be_read() {
    for (line, event) in GOLDEN.lines().zip(samples()) {
        let line: Value = serde_json::from_str(line).unwrap();
        let hidden = line["hidden"].as_object().unwrap().iter();
        let hidden = hidden.map(|(name, value)| (name.clone(), Some(value.to_string().into_bytes()))).collect();
        let version = u16::try_from(line["v"].as_u64().unwrap()).unwrap();
        assert_eq!(Event::decode(line["type"].as_str().unwrap(), version, &line["data"], &hidden).unwrap(), event);
    }
}

#[test]
fn an_event_of_a_newer_shingi_is_said_to_be_one() {
    let nothing = BTreeMap::new();
    for (name, version) in [("post_drafted", 2), ("post_sung", 1), ("song_sung", 1), ("post", 1), ("", 1)] {
        let refused = Event::decode(name, version, &json!({}), &nothing);
        assert!(matches!(refused, Err(DecodeError::Unknown { .. })), "{name} {version}");
    }
}

#[test]
fn a_line_of_a_wrong_form_is_refused_and_never_panics() {
    for kind in KINDS {
        for data in [json!([]), json!("x"), json!(1), json!({ "by": 1 }), Value::Null] {
            let read = Event::decode(kind.name, 1, &data, &BTreeMap::new());
            let form = matches!(read, Err(DecodeError::Form { .. }));
            let empty_by_right = data.get("by").is_some() && read.is_ok();
            assert!(form || empty_by_right, "{}: {read:?}", kind.name);
        }
        for hidden in kind.hidden {
            let torn = BTreeMap::from([((*hidden).to_owned(), Some(b"{\"na".to_vec()))]);
            assert!(matches!(Event::decode(kind.name, 1, &json!({}), &torn), Err(DecodeError::Form { .. })));
        }
    }
}
