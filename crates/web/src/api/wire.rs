//! What goes over the wire: plain structs, converted by hand. Serves no item of its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shingi_app::{
    AppError, FieldProblem,
    queries::desk::{Desk, Part},
    use_cases::save_draft::PostForm,
};
use shingi_domain::{
    id::{BlobId, DeliveryId},
    obligation::Obligation,
    policy::BoundFinding,
    post::{Consent, Digest, Evidence, EvidenceKind, FindingKey, Picture, Progress, Rights, RightsBasis},
    report::{Place, RuleId},
    time::Timestamp,
};
use utoipa::ToSchema;

use crate::{
    form::{word, word_of},
    present::duty_name,
};

fn invalid(field: &'static str, code: &'static str) -> AppError {
    AppError::Invalid(vec![FieldProblem::new(field, code)])
}

/// Reads one of our words, an id or a number; a problem names the field.
pub fn parsed<T: serde::de::DeserializeOwned>(field: &'static str, text: &str) -> Result<T, AppError> {
    word(text).ok_or_else(|| invalid(field, "word-unknown"))
}

pub fn id<T: std::str::FromStr>(field: &'static str, text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| invalid(field, "id-form"))
}

#[derive(Deserialize, ToSchema)]
pub struct PostIn {
    /// `reply`, `routine`, `fix`, `campaign` or `delicate`; `routine` where it is missing.
    #[serde(default)]
    pub class: Option<String>,
    #[serde(default)]
    pub title: String,
    pub text: String,
    /// What the reader has of it (2-7).
    #[serde(default)]
    pub benefit: String,
    #[serde(default)]
    pub sources: Vec<String>,
    /// What a `reply` answers: the message's address, or its words.
    #[serde(default)]
    pub answers: String,
    /// The published delivery whose slip of form a `fix` mends.
    #[serde(default)]
    pub corrects: Option<String>,
    pub accounts: Vec<TargetIn>,
    #[serde(default)]
    pub pictures: Vec<PictureIn>,
}

#[derive(Deserialize, ToSchema)]
pub struct TargetIn {
    pub account: String,
    /// This account's own text, where it differs.
    #[serde(default)]
    pub text: Option<String>,
}

#[derive(Deserialize, ToSchema)]
pub struct PictureIn {
    /// As `POST /pictures` gave it.
    pub blob: String,
    pub media_type: String,
    pub alt: String,
    #[serde(default)]
    pub rights: Option<RightsIn>,
}

#[derive(Deserialize, ToSchema)]
pub struct RightsIn {
    /// `own_work`, `licence`, `permission` or `quotation`
    pub basis: String,
    pub evidence: String,
    /// Microseconds since 1970 in UTC.
    #[serde(default)]
    pub until: Option<i64>,
    /// `nobody_recognisable` or `given`
    pub consent: String,
}

impl PostIn {
    pub fn form(self) -> Result<PostForm, AppError> {
        let Self { class, title, text, benefit, sources, answers, corrects, accounts, pictures } = self;
        let mut targets = Vec::new();
        for TargetIn { account, text } in accounts {
            targets.push((id("accounts", &account)?, text));
        }
        Ok(PostForm {
            class: parsed("class", class.as_deref().unwrap_or("routine"))?,
            title,
            text,
            benefit,
            sources,
            answers,
            corrects: corrects.map(|mended| id("corrects", &mended)).transpose()?,
            pictures: pictures.into_iter().map(PictureIn::picture).collect::<Result<_, _>>()?,
            accounts: targets,
        })
    }
}

impl PictureIn {
    fn picture(self) -> Result<Picture, AppError> {
        let Self { blob, media_type, alt, rights } = self;
        let rights = match rights {
            None => None,
            Some(RightsIn { basis, evidence, until, consent }) => Some(Rights {
                basis: parsed::<RightsBasis>("basis", &basis)?,
                evidence,
                until: until.map(Timestamp),
                consent: parsed::<Consent>("consent", &consent)?,
            }),
        };
        Ok(Picture { blob: id::<BlobId>("blob", &blob)?, media_type, alt, rights })
    }
}

/// Names a finding: these words, for this item.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct KeyWire {
    pub rule: String,
    pub item: String,
    pub sentence: String,
    pub ordinal: u16,
}

impl KeyWire {
    pub fn key(self) -> Result<FindingKey, AppError> {
        let Self { rule, item, sentence, ordinal } = self;
        Ok(FindingKey { rule: RuleId(rule.into()), item: id("item", &item)?, sentence, ordinal })
    }
}

#[derive(Deserialize, ToSchema)]
pub struct EvidenceIn {
    /// `source`, `confirmed_by`, `rights`, `consent`, `public_knowledge`, `no_harm` or `explanation`
    pub kind: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub url: Option<String>,
}

impl EvidenceIn {
    pub fn evidence(self) -> Result<Evidence, AppError> {
        let Self { kind, text, url } = self;
        Ok(Evidence { kind: parsed::<EvidenceKind>("kind", &kind)?, text, url })
    }
}

#[derive(Deserialize, ToSchema)]
pub struct AnswerIn {
    pub key: KeyWire,
    pub evidence: EvidenceIn,
}

#[derive(Deserialize, ToSchema)]
pub struct DismissalIn {
    pub key: KeyWire,
}

#[derive(Deserialize, ToSchema)]
pub struct OverrulingIn {
    pub key: KeyWire,
    pub reason: String,
}

#[derive(Deserialize, ToSchema)]
pub struct ApprovalIn {
    /// Delivery → digest of the bytes that were seen.
    pub digests: BTreeMap<String, String>,
    #[serde(default)]
    pub comment: String,
}

pub fn digests(given: &BTreeMap<String, String>) -> Result<BTreeMap<DeliveryId, Digest>, AppError> {
    given.iter().map(|(delivery, digest)| Ok((id("digests", delivery)?, Digest(id("digests", digest)?)))).collect()
}

#[derive(Deserialize, ToSchema)]
pub struct WordsIn {
    /// The comment, reason, question or answer.
    pub text: String,
}

#[derive(Deserialize, ToSchema)]
pub struct ConsultationIn {
    /// `manager` or `committee`
    pub with: String,
    pub question: String,
}

#[derive(Deserialize, ToSchema)]
pub struct RulingIn {
    /// `permit` or `refuse`
    pub verdict: String,
    pub reason: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    /// The answer to "could this be a protected report?"; a ruling without it is refused, `true` allows only `permit`.
    #[serde(default)]
    pub protected_report: Option<bool>,
    pub digests: BTreeMap<String, String>,
}

#[derive(Deserialize, ToSchema)]
pub struct ScheduleIn {
    /// RFC 3339 with an offset.
    pub due: String,
}

#[derive(Deserialize, ToSchema)]
pub struct ProofIn {
    /// `published`, `not_published` or `unknown`
    pub outcome: String,
    #[serde(default)]
    pub url: String,
    /// With `published`: the blob of a picture of it, from `POST /pictures`.
    #[serde(default)]
    pub capture: Option<String>,
    #[serde(default)]
    pub why: String,
}

#[derive(Serialize, ToSchema)]
pub struct PostOut {
    pub id: String,
    pub author: String,
    pub writers: Vec<String>,
    /// The revision on record: the `ETag`.
    pub revision: u32,
    /// As declared; findings may raise it, see the deliveries.
    pub class: String,
    pub title: String,
    pub text: String,
    pub benefit: String,
    pub sources: Vec<String>,
    pub answers: String,
    pub corrects: Option<String>,
    pub submitted: bool,
    pub deliveries: Vec<DeliveryOut>,
}

#[derive(Serialize, ToSchema)]
pub struct DeliveryOut {
    pub id: String,
    pub account: String,
    /// One of the twelve states.
    pub state: String,
    pub class: String,
    pub text: String,
    pub digest: String,
    pub cleared: bool,
    /// Microseconds since 1970 in UTC, where it is planned or published.
    pub at: Option<i64>,
    pub url: Option<String>,
    pub findings: Vec<FindingOut>,
    pub obligations: Vec<ObligationOut>,
}

#[derive(Serialize, ToSchema)]
pub struct FindingOut {
    pub key: KeyWire,
    pub item: String,
    pub strength: String,
    /// `text`, or the number of the picture whose alternative text it is in.
    pub place: String,
    /// Byte offsets into the UTF-8 text of the place.
    pub start: usize,
    pub end: usize,
    pub quote: String,
    pub replacement: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct ObligationOut {
    pub duty: String,
    pub item: String,
    pub strength: String,
    pub who: String,
    pub open: bool,
    /// Index into the findings, where it comes from one.
    pub finding: Option<u16>,
}

impl FindingOut {
    pub fn of(bound: &BoundFinding) -> Self {
        let key = FindingKey::of(bound);
        let place = match bound.finding.place {
            Place::Text => "text".to_owned(),
            Place::AltText(n) | Place::Medium(n) => n.to_string(),
        };
        Self {
            item: key.item.to_string(),
            key: KeyWire {
                rule: key.rule.to_string(),
                item: key.item.to_string(),
                sentence: key.sentence,
                ordinal: key.ordinal,
            },
            strength: word_of(&bound.strength),
            place,
            start: bound.finding.span.start,
            end: bound.finding.span.end,
            quote: bound.finding.quote.clone(),
            replacement: bound.finding.replacement.clone(),
        }
    }
}

impl ObligationOut {
    pub fn of(obligation: &Obligation) -> Self {
        use shingi_domain::obligation::Duty;
        let finding = match obligation.duty {
            Duty::Finding { index, .. } => Some(index),
            _ => None,
        };
        Self {
            duty: duty_name(&obligation.duty).to_owned(),
            item: obligation.item.to_string(),
            strength: word_of(&obligation.strength),
            who: word_of(&obligation.who),
            open: obligation.is_open(),
            finding,
        }
    }
}

impl DeliveryOut {
    fn of(part: &Part) -> Self {
        let (at, url) = match &part.delivery.progress {
            Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => (Some(due.0), None),
            Progress::Published { at, url, .. } => (Some(at.0), url.kept().cloned()),
            Progress::Draft | Progress::Sending { .. } | Progress::Unknown { .. } | Progress::Failed { .. } => {
                (None, None)
            }
        };
        Self {
            id: part.delivery.id.to_string(),
            account: part.delivery.account.to_string(),
            state: part.shown.name().to_owned(),
            class: word_of(&part.obligations.class),
            text: part.delivery.content.kept().map(|content| content.text.clone()).unwrap_or_default(),
            digest: part.delivery.digest.0.to_string(),
            cleared: part.is_cleared(),
            at,
            url,
            findings: part.obligations.findings.iter().map(FindingOut::of).collect(),
            obligations: part.obligations.all.iter().map(ObligationOut::of).collect(),
        }
    }
}

impl PostOut {
    #[must_use]
    pub fn of(desk: &Desk) -> Self {
        let draft = desk.post.draft_kept();
        let text = |get: &dyn Fn(&shingi_domain::post::Draft) -> String| draft.map(get).unwrap_or_default();
        Self {
            id: desk.post.id.to_string(),
            author: desk.post.author.to_string(),
            writers: desk.post.writers.iter().map(ToString::to_string).collect(),
            revision: desk.post.revision,
            class: word_of(&desk.post.class),
            title: text(&|draft| draft.title.clone()),
            text: text(&|draft| draft.text.clone()),
            benefit: text(&|draft| draft.benefit.clone()),
            sources: draft.map(|draft| draft.sources.clone()).unwrap_or_default(),
            answers: text(&|draft| draft.answers.clone()),
            corrects: draft.and_then(|draft| draft.corrects).map(|mended| mended.to_string()),
            submitted: desk.post.submitted.is_some(),
            deliveries: desk.parts.iter().map(DeliveryOut::of).collect(),
        }
    }
}
