//! Everything that the domain can say has its words in both languages. Plain text search: this crate reads no Fluent.
#![allow(clippy::disallowed_methods, reason = "the words are files of this repository, read by this test alone")]
#![allow(clippy::unwrap_used, reason = "a helper of a test is not a test to clippy")]

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use shingi_domain::{
    account::{Channel, Medium},
    certification::Capability,
    event::KINDS,
    id::{ConsultationId, DoubtId, PersonId, StopId},
    obligation::{Duty, Misfit, Party, Standing},
    people::{PersonKind, Role},
    policy::{Class, Consulted, Strength},
    post::{Consent, DeliveryState, EvidenceKind, RightsBasis, Verdict, event::FailureKind},
    refusal::Why,
    report::RuleId,
    time::Timestamp,
};

const LANGUAGES: [&str; 2] = ["ja", "en"];

/// File name → text.
fn files(language: &str) -> BTreeMap<String, String> {
    let folder = format!("{}/../../locales/{language}", env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = entries.filter(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    named
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

/// `key` and `key.attribute` of one file, with the variables that each names, in the order of the file.
fn keys(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut keys: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut message = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once('=') {
            let name = name.trim();
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                message = name.to_owned();
                keys.push((message.clone(), BTreeSet::new()));
            } else if name.starts_with('.') {
                keys.push((format!("{message}{name}"), BTreeSet::new()));
            }
        }
        let variables = line.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned());
        if let Some((_, named)) = keys.last_mut() {
            named.extend(variables);
        }
    }
    keys
}

fn all_keys(language: &str) -> BTreeSet<String> {
    files(language).values().flat_map(|text| keys(text)).map(|(key, _)| key).collect()
}

fn word<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(word) => word,
        serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
        other => panic!("an enum is a word or a word with fields, got {other}"),
    }
}

/// One of each. A new variant does not compile before it stands in `next`, and so here.
fn every<T: Clone>(first: T, next: impl Fn(&T) -> Option<T>) -> Vec<T> {
    std::iter::successors(Some(first), next).collect()
}

fn duties() -> Vec<Duty> {
    let rule = || RuleId::new("personal/phone_number");
    every(Duty::Account, |duty| match duty {
        Duty::Account => Some(Duty::Certification { person: PersonId(1), capability: Capability::Write }),
        Duty::Certification { .. } => Some(Duty::Content),
        Duty::Content => Some(Duty::Fit(Misfit::PictureNeeded)),
        Duty::Fit(_) => Some(Duty::Benefit),
        Duty::Benefit => Some(Duty::Sources),
        Duty::Sources => Some(Duty::Occasion),
        Duty::Occasion => Some(Duty::Review),
        Duty::Review => Some(Duty::CoolingOff { until: Timestamp(0) }),
        Duty::CoolingOff { .. } => Some(Duty::Rights { picture: 0 }),
        Duty::Rights { .. } => Some(Duty::Finding { index: 0, rule: rule() }),
        Duty::Finding { .. } => Some(Duty::Unchecked { rule: rule() }),
        Duty::Unchecked { .. } => Some(Duty::Doubt { doubt: DoubtId(1) }),
        Duty::Doubt { .. } => Some(Duty::Ruling { with: Consulted::Manager }),
        Duty::Ruling { .. } => Some(Duty::Condition { consultation: ConsultationId(1), condition: 0 }),
        Duty::Condition { .. } => Some(Duty::Stop { stop: StopId(1) }),
        Duty::Stop { .. } => Some(Duty::Clock),
        Duty::Clock => None,
    })
}

fn refusals() -> Vec<Why> {
    every(Why::NotFound, |why| match why {
        Why::NotFound => Some(Why::Exists),
        Why::Exists => Some(Why::State),
        Why::State => Some(Why::NotTheAuthor),
        Why::NotTheAuthor => Some(Why::OwnPost),
        Why::OwnPost => Some(Why::NotCertified),
        Why::NotCertified => Some(Why::NotInCharge),
        Why::NotInCharge => Some(Why::Conflict { seen: 1, current: 2 }),
        Why::Conflict { .. } => Some(Why::OtherBytes),
        Why::OtherBytes => Some(Why::WordsNeeded),
        Why::WordsNeeded => Some(Why::ProtectedReportNotConsidered),
        Why::ProtectedReportNotConsidered => Some(Why::Past),
        Why::Past => Some(Why::Outstanding(Vec::new())),
        Why::Outstanding(_) => Some(Why::Accounts),
        Why::Accounts => Some(Why::Lane),
        Why::Lane => None,
    })
}

fn parties() -> Vec<Party> {
    every(Party::Author, |party| match party {
        Party::Author => Some(Party::OtherCertified),
        Party::OtherCertified => Some(Party::Manager),
        Party::Manager => Some(Party::Committee),
        Party::Committee => Some(Party::Doubter),
        Party::Doubter => Some(Party::Examiner),
        Party::Examiner => Some(Party::Administrator),
        Party::Administrator => Some(Party::Clock),
        Party::Clock => None,
    })
}

fn standings() -> Vec<Standing> {
    let (by, at) = (PersonId(1), Timestamp(0));
    every(Standing::Open, |standing| match standing {
        Standing::Open => Some(Standing::InForce),
        Standing::InForce => Some(Standing::Discharged { by, at }),
        Standing::Discharged { .. } => Some(Standing::Overruled { by, at }),
        Standing::Overruled { .. } => Some(Standing::Shown),
        Standing::Shown => Some(Standing::Dismissed),
        Standing::Dismissed => Some(Standing::Afterwards),
        Standing::Afterwards => None,
    })
}

fn states() -> Vec<DeliveryState> {
    use DeliveryState::{
        Cleared, Corrected, Draft, Expired, Held, Published, Returned, Scheduled, Sending, Unknown, Waiting, Withdrawn,
    };
    every(Draft, |state| match state {
        Draft => Some(Waiting),
        Waiting => Some(Returned),
        Returned => Some(Held),
        Held => Some(Cleared),
        Cleared => Some(Scheduled),
        Scheduled => Some(Sending),
        Sending => Some(Published),
        Published => Some(Unknown),
        Unknown => Some(Corrected),
        Corrected => Some(Withdrawn),
        Withdrawn => Some(Expired),
        Expired => None,
    })
}

fn words<T: Serialize>(prefix: &str, values: impl IntoIterator<Item = T>) -> Vec<String> {
    values.into_iter().map(|value| format!("{prefix}-{}", word(value))).collect()
}

/// Fluent keys of what the record and the pages say of obligations, in kebab case.
fn kebab(keys: Vec<String>) -> Vec<String> {
    keys.into_iter().map(|key| key.replace('_', "-")).collect()
}

fn needed() -> Vec<String> {
    let mut needed = KINDS.iter().map(|kind| format!("event-{}", kind.name)).collect::<Vec<_>>();
    for why in refusals() {
        needed.extend([format!("refusal-{}", why.key()), format!("refusal-{}.help", why.key())]);
    }
    for key in kebab(words("obligation", duties())) {
        needed.extend([format!("{key}.help"), key]);
    }
    needed.extend(kebab(words("party", parties())));
    needed.extend(kebab(words("standing", standings())));
    needed.extend(words("state", states()));
    needed.extend(words("class", Class::ALL));
    needed.extend(words("role", Role::ALL));
    needed.extend(words("medium", Medium::ALL));
    needed.extend(words("channel", [Channel::OfficialPage, Channel::ByHand]));
    needed.extend(words("capability", [Capability::Write, Capability::Review, Capability::Publish, Capability::Reply]));
    needed.extend(words("person-kind", [PersonKind::Employee, PersonKind::Officer, PersonKind::ExternalStaff]));
    needed.extend(words("consulted", [Consulted::Manager, Consulted::Committee]));
    needed.extend(words("verdict", [Verdict::Permit, Verdict::Refuse]));
    needed.extend(words("consent", [Consent::Given, Consent::NobodyRecognisable]));
    needed.extend(words("failure", [FailureKind::Rejected, FailureKind::Revoked, FailureKind::NotSent]));
    {
        use Strength::{Answer, Consult, Forbid, Note, Review};
        needed.extend(words("strength", [Note, Answer, Review, Consult, Forbid]));
    }
    {
        use RightsBasis::{Licence, OwnWork, Permission, Quotation};
        needed.extend(words("rights", [OwnWork, Licence, Permission, Quotation]));
    }
    {
        use EvidenceKind::{ConfirmedBy, Consent, Explanation, NoHarm, PublicKnowledge, Rights, Source};
        let kinds = [Source, ConfirmedBy, Rights, Consent, PublicKnowledge, NoHarm, Explanation];
        needed.extend(words("evidence", kinds));
    }
    needed
}

#[test]
fn whatever_the_domain_says_has_its_words_in_both_languages() {
    for language in LANGUAGES {
        let known = all_keys(language);
        let missing = needed().into_iter().filter(|key| !known.contains(key)).collect::<Vec<_>>();
        assert_eq!(missing, Vec::<String>::new(), "missing in locales/{language}");
    }
}

#[test]
fn no_sentence_speaks_of_an_event_that_does_not_exist() {
    let kinds = KINDS.iter().map(|kind| format!("event-{}", kind.name)).collect::<BTreeSet<_>>();
    for language in LANGUAGES {
        let sentences = keys(&files(language)["events.ftl"]).into_iter().map(|(key, _)| key);
        let events = sentences.filter(|key| key.starts_with("event-")).collect::<BTreeSet<_>>();
        assert_eq!(events, kinds, "locales/{language}/events.ftl");
    }
}

#[test]
fn the_two_languages_say_the_same_things_with_the_same_values_in_the_same_order() {
    for file in ["events.ftl", "refusals.ftl", "obligations.ftl"] {
        assert_eq!(keys(&files("ja")[file]), keys(&files("en")[file]), "{file}");
    }
}

#[test]
fn every_sentence_of_an_event_says_who_did_it() {
    for language in LANGUAGES {
        for (key, variables) in keys(&files(language)["events.ftl"]) {
            assert!(!key.starts_with("event-") || variables.contains("actor"), "{key} in {language}");
        }
    }
}

#[test]
fn the_words_are_calm() {
    for language in LANGUAGES {
        for file in ["events.ftl", "refusals.ftl", "obligations.ftl"] {
            let text = files(language)[file].to_lowercase();
            for loud in ["!", "！", "error", "エラー", "失敗", "違反", "invalid"] {
                assert!(!text.contains(loud), "`{loud}` in locales/{language}/{file}");
            }
        }
    }
}

#[test]
fn a_key_stands_in_one_file_only() {
    for language in LANGUAGES {
        let mut seen = BTreeMap::new();
        for (file, text) in files(language) {
            for (key, _) in keys(&text) {
                if let Some(other) = seen.insert(key.clone(), file.clone()) {
                    panic!("`{key}` stands in {other} and in {file} of locales/{language}");
                }
            }
        }
    }
}
