//! 義務: what the policy asks of one delivery, by whom it can be met, and whether it is (1-7, 2, 2-1 to 2-5, 2-7).
//!
//! Nothing here is stored. An obligation without an arm in [`obligations`] does not exist.

use serde::{Deserialize, Serialize};

use crate::{
    certification::Capability,
    id::{ConsultationId, DoubtId, PersonId, StopId},
    policy::{BoundFinding, Circumstances, Class, Consulted, ItemId, Policy, Requirement, Strength, Voice},
    post::{
        content::{EvidenceKind, Resolved},
        event::{FindingKey, Verdict},
        state::{Delivery, Joined, Overruling, Post},
    },
    report::{Report, RuleId},
    time::Timestamp,
    world::World,
};

/// What has to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// The account is registered and open.
    Account,
    /// This person's certification for this is in force.
    Certification {
        person: PersonId,
        capability: Capability,
    },
    /// There are words or a picture to send.
    Content,
    /// The medium takes it: its limits are kept.
    Fit(Misfit),
    Benefit,
    Sources,
    /// What a reply answers, what a fix mends.
    Occasion,
    Review,
    CoolingOff {
        until: Timestamp,
    },
    Rights {
        picture: u16,
    },
    /// Index into the bound findings that were given.
    Finding {
        index: u16,
        rule: RuleId,
    },
    Unchecked {
        rule: RuleId,
    },
    Doubt {
        doubt: DoubtId,
    },
    /// A ruling on exactly these words.
    Ruling {
        with: Consulted,
    },
    Condition {
        consultation: ConsultationId,
        condition: u16,
    },
    Stop {
        stop: StopId,
    },
    Clock,
}

/// Why a medium would not take a content. Counted by the connector's own rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Misfit {
    TooLong { counted: u64, limit: u64 },
    TooManyPictures { counted: u64, limit: u64 },
    PictureNeeded,
}

/// To whom it falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Author,
    /// A certified person who is not the author.
    OtherCertified,
    Manager,
    Committee,
    /// The one who raised the doubt, or the committee.
    Doubter,
    Examiner,
    Administrator,
    Clock,
}

/// Whether it is met, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Open,
    /// It holds by itself: a certification in force, a clock that ran, a field that is filled.
    InForce,
    Discharged {
        by: PersonId,
        at: Timestamp,
    },
    Overruled {
        by: PersonId,
        at: Timestamp,
    },
    /// A note: shown, asks nothing.
    Shown,
    Dismissed,
    /// Open, but the emergency lane shows it without holding.
    Afterwards,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    pub duty: Duty,
    pub item: ItemId,
    pub strength: Strength,
    pub who: Party,
    pub standing: Standing,
}

impl Obligation {
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self.standing {
            Standing::Open => true,
            Standing::InForce
            | Standing::Discharged { .. }
            | Standing::Overruled { .. }
            | Standing::Shown
            | Standing::Dismissed
            | Standing::Afterwards => false,
        }
    }
}

/// What was computed about a delivery's content outside this crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub report: Report,
    pub misfit: Option<Misfit>,
}

/// One delivery with everything that its obligations follow from.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub post: &'a Post,
    pub delivery: &'a Delivery,
    /// Who sends it or ordered its schedule; the author until somebody did.
    pub publisher: PersonId,
    pub policy: &'a Policy,
    pub facts: &'a Facts,
    pub world: &'a World,
    pub now: Timestamp,
}

/// The obligations of one delivery, met and open, with the class that findings raised it to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligations {
    pub class: Class,
    pub findings: Vec<BoundFinding>,
    pub all: Vec<Obligation>,
}

impl Obligations {
    pub fn open(&self) -> impl Iterator<Item = &Obligation> {
        self.all.iter().filter(|obligation| obligation.is_open())
    }
}

const fn item(part: u8, number: u8) -> ItemId {
    ItemId::new(part, number)
}

/// Everything that the policy asks of this delivery. One pure function, run when a page is shown and in the
/// instant of sending.
#[must_use]
pub fn obligations(case: &Case<'_>) -> Obligations {
    let declared = declared_class(case);
    let circumstances = Circumstances { voice: Voice::Official, class: declared, reply: case.post.is_reply() };
    let findings = case.policy.bind(&case.facts.report, circumstances);
    let class = raised_class(case, declared, &findings);
    let mut all = Vec::new();
    speaker(case, &mut all);
    let emergency = class == Class::Emergency;
    for (index, bound) in findings.iter().enumerate() {
        all.push(finding(case, index, bound, emergency));
    }
    for unchecked in &case.facts.report.unchecked {
        let duty = Duty::Unchecked { rule: unchecked.rule.clone() };
        let standing = if emergency { Standing::Afterwards } else { Standing::Open };
        all.push(Obligation {
            duty,
            item: item(1, 7),
            strength: Strength::Forbid,
            who: Party::Administrator,
            standing,
        });
    }
    class_asks(case, class, &findings, &mut all);
    doubts(case, &mut all);
    Obligations { class, findings, all }
}

/// The class that the author declared, or the emergency lane where two people opened it for these bytes.
fn declared_class(case: &Case<'_>) -> Class {
    match case.post.class {
        _ if lane_is_open(case) => Class::Emergency,
        // Nobody can declare it; if the record says so all the same, the heaviest class is asked for.
        Class::Emergency => Class::Delicate,
        class => class,
    }
}

/// Both who opened it may still do what they did: one writes here, the other reads for the company.
fn lane_is_open(case: &Case<'_>) -> bool {
    let Case { post, delivery, world, now, .. } = *case;
    post.open_emergency().is_some_and(|lane| {
        let writes = world.certification(lane.by, delivery.account, Capability::Write, now).is_some();
        let joined =
            |joined: &Joined| joined.digests.get(&delivery.id) == Some(&delivery.digest) && may_review(case, joined.by);
        writes && lane.joined.as_ref().is_some_and(joined)
    })
}

/// The class, raised by every finding that stands: an overruled finding raises nothing.
fn raised_class(case: &Case<'_>, declared: Class, findings: &[BoundFinding]) -> Class {
    findings
        .iter()
        .filter(|bound| overruling(case, bound).is_none())
        .filter_map(|bound| bound.raises)
        .fold(declared, Class::raised_to)
}

/// The overruling that holds against this finding. Only what is forbidden can be overruled, whatever the binding was
/// when somebody did; and no one overrules in their own post, whatever the record says of it.
fn overruling<'a>(case: &Case<'a>, bound: &BoundFinding) -> Option<&'a Overruling> {
    let key = FindingKey::of(bound);
    let mut given = case.post.overrulings.iter().rev();
    match bound.strength {
        Strength::Forbid => given.find(|overruling| overruling.key == key && may_review(case, overruling.by)),
        Strength::Note | Strength::Answer | Strength::Review | Strength::Consult => None,
    }
}

/// 0, 2-1: account, certifications, content, clock and stop orders.
fn speaker(case: &Case<'_>, all: &mut Vec<Obligation>) {
    let Case { post, delivery, publisher, world, now, .. } = *case;
    let open = world.accounts.get(&delivery.account).is_some_and(|account| account.closed_at.is_none());
    let mut push = |duty, item, strength, who, holds: bool| {
        let standing = if holds { Standing::InForce } else { Standing::Open };
        all.push(Obligation { duty, item, strength, who, standing });
    };
    push(Duty::Account, item(0, 0), Strength::Forbid, Party::Administrator, open);
    for (person, capability) in [(post.author, Capability::Write), (publisher, Capability::Publish)] {
        let holds = world.certification(person, delivery.account, capability, now).is_some();
        push(Duty::Certification { person, capability }, item(2, 1), Strength::Forbid, Party::Examiner, holds);
    }
    let content = delivery.content.kept();
    let says = content.is_some_and(|c| !c.text.trim().is_empty() || !c.pictures.is_empty());
    push(Duty::Content, item(1, 7), Strength::Forbid, Party::Author, says && post.abandoned.is_none());
    if let Some(misfit) = &case.facts.misfit {
        push(Duty::Fit(misfit.clone()), item(1, 7), Strength::Forbid, Party::Author, false);
    }
    if world.clock_behind {
        push(Duty::Clock, item(2, 9), Strength::Forbid, Party::Administrator, false);
    }
    for stop in world.stops.iter().filter(|stop| stop.holds(delivery.account)) {
        push(Duty::Stop { stop: stop.id }, item(2, 5), Strength::Forbid, Party::Committee, false);
    }
    for (index, picture) in content.map_or(&[][..], |c| &c.pictures).iter().enumerate() {
        let valid = picture
            .rights
            .as_ref()
            .is_some_and(|rights| !rights.evidence.trim().is_empty() && rights.until.is_none_or(|until| now < until));
        let picture = u16::try_from(index).unwrap_or(u16::MAX);
        push(Duty::Rights { picture }, item(1, 3), Strength::Answer, Party::Author, valid);
    }
}

fn finding(case: &Case<'_>, index: usize, bound: &BoundFinding, emergency: bool) -> Obligation {
    let Case { post, .. } = *case;
    let key = FindingKey::of(bound);
    let (who, met) = match bound.strength {
        Strength::Note => {
            let dismissed = post.dismissals.contains(&key);
            (Party::Author, Some(if dismissed { Standing::Dismissed } else { Standing::Shown }))
        }
        Strength::Answer => {
            let answer = post.answers.iter().find(|answer| answer.key == key && answer.evidence.kept().is_some());
            let by = answer.and_then(|answer| answer.by).unwrap_or(post.author);
            (Party::Author, answer.map(|answer| Standing::Discharged { by, at: answer.at }))
        }
        Strength::Review => (Party::OtherCertified, approval(case)),
        Strength::Consult => {
            let with = bound.consult.unwrap_or(Consulted::Committee);
            (party_of(with), ruling(case, with))
        }
        Strength::Forbid => {
            let overruled = overruling(case, bound);
            (Party::Author, overruled.map(|overruling| Standing::Overruled { by: overruling.by, at: overruling.at }))
        }
    };
    let afterwards = emergency && bound.strength != Strength::Forbid;
    let open = if afterwards { Standing::Afterwards } else { Standing::Open };
    let duty = Duty::Finding { index: u16::try_from(index).unwrap_or(u16::MAX), rule: bound.finding.rule.clone() };
    Obligation { duty, item: bound.item, strength: bound.strength, who, standing: met.unwrap_or(open) }
}

const fn party_of(with: Consulted) -> Party {
    match with {
        Consulted::Manager => Party::Manager,
        Consulted::Committee => Party::Committee,
    }
}

/// What the class asks, whatever was found; and the rulings that someone asked for.
fn class_asks(case: &Case<'_>, class: Class, findings: &[BoundFinding], all: &mut Vec<Obligation>) {
    let Case { post, delivery, policy, now, .. } = *case;
    let Some(content) = delivery.content.kept() else { return };
    occasion(case, class, content, all);
    let mut consulted = Vec::new();
    for requirement in policy.requirements(class) {
        let (duty, item, strength, who, met) = match *requirement {
            Requirement::Benefit => {
                let met = (!content.benefit.trim().is_empty()).then_some(Standing::InForce);
                (Duty::Benefit, item(2, 7), Strength::Answer, Party::Author, met)
            }
            Requirement::Sources => (
                Duty::Sources,
                item(2, 2),
                Strength::Answer,
                Party::Author,
                has_source(post, content, findings).then_some(Standing::InForce),
            ),
            Requirement::Review => (Duty::Review, item(1, 7), Strength::Review, Party::OtherCertified, approval(case)),
            Requirement::CoolingOff(minutes) => {
                let until = delivery.changed_at.plus_minutes(minutes.into());
                let met = (until <= now).then_some(Standing::InForce);
                (Duty::CoolingOff { until }, item(1, 7), Strength::Answer, Party::Clock, met)
            }
            Requirement::Consult(with) => {
                consulted.push(with);
                continue;
            }
            // A duty of the committee after the fact; it never holds the text.
            Requirement::ReviewAfterwards(_) => continue,
        };
        all.push(Obligation { duty, item, strength, who, standing: met.unwrap_or(Standing::Open) });
    }
    consulted.extend(post.consultations.iter().map(|consultation| consultation.with));
    // Findings that ask for the committee carry their own obligation; one entry per addressee is enough for the rest.
    for with in [Consulted::Manager, Consulted::Committee] {
        // In the emergency lane findings hold nothing, so that they stand for nothing either.
        let by_finding = class != Class::Emergency && findings.iter().any(|bound| bound.consult == Some(with));
        if consulted.contains(&with) && !(by_finding && post.consultations.is_empty()) {
            let standing = ruling(case, with).unwrap_or(Standing::Open);
            all.push(Obligation {
                duty: Duty::Ruling { with },
                item: item(2, 4),
                strength: Strength::Consult,
                who: party_of(with),
                standing,
            });
        }
    }
    conditions(case, all);
}

/// A light class is light because of what the text belongs to: without that, anything would be a reply.
fn occasion(case: &Case<'_>, class: Class, content: &Resolved, all: &mut Vec<Obligation>) {
    let (item, named) = match case.post.class {
        // In an emergency nothing is asked that can wait.
        _ if class == Class::Emergency => return,
        Class::Reply => (item(2, 6), !content.answers.trim().is_empty()),
        Class::Fix => (item(2, 5), content.corrects.is_some()),
        Class::Routine | Class::Campaign | Class::Delicate | Class::Emergency => return,
    };
    let standing = if named { Standing::InForce } else { Standing::Open };
    let (strength, who) = (Strength::Answer, Party::Author);
    all.push(Obligation { duty: Duty::Occasion, item, strength, who, standing });
}

/// A source is stated, or an answer to something that still stands in the text names one.
fn has_source(post: &Post, content: &Resolved, findings: &[BoundFinding]) -> bool {
    let stated = content.sources.iter().any(|source| !source.trim().is_empty());
    let stands = |key: &FindingKey| findings.iter().any(|bound| FindingKey::of(bound) == *key);
    let mut answers = post.answers.iter().filter(|answer| stands(&answer.key));
    stated
        || answers.any(|answer| match answer.evidence.kept().map(|evidence| evidence.kind) {
            Some(EvidenceKind::Source | EvidenceKind::ConfirmedBy | EvidenceKind::PublicKnowledge) => true,
            Some(EvidenceKind::Rights | EvidenceKind::Consent | EvidenceKind::NoHarm | EvidenceKind::Explanation)
            | None => false,
        })
}

/// Whether this person may read this delivery for the company: certified, here, and none of its writers.
fn may_review(case: &Case<'_>, person: PersonId) -> bool {
    !case.post.writers.contains(&person)
        && case.world.certification(person, case.delivery.account, Capability::Review, case.now).is_some()
}

/// The approval of exactly these bytes by somebody who may still give one.
fn approval(case: &Case<'_>) -> Option<Standing> {
    let Case { post, delivery, .. } = *case;
    let given = post.approvals.iter().rev().find(|approval| {
        approval.digests.get(&delivery.id) == Some(&delivery.digest) && may_review(case, approval.by)
    })?;
    Some(Standing::Discharged { by: given.by, at: given.at })
}

/// The newest ruling decides: it must permit exactly these bytes, and nothing may have been asked since. Of two in the
/// same instant the refusal counts. The committee's word serves for the manager's.
fn ruling(case: &Case<'_>, with: Consulted) -> Option<Standing> {
    let Case { post, delivery, .. } = *case;
    let newest = post
        .consultations
        .iter()
        .filter(|consultation| consultation.with == with || consultation.with == Consulted::Committee)
        .filter_map(|consultation| consultation.ruling.as_ref())
        .max_by_key(|ruling| (ruling.at, ruling.verdict == Verdict::Refuse))?;
    let asked_since =
        post.consultations.iter().any(|asked| asked.with == with && asked.ruling.is_none() && newest.at <= asked.at);
    let permits = newest.verdict == Verdict::Permit
        && !asked_since
        && !post.writers.contains(&newest.by)
        // Conditions that were erased can be met by nobody: only a new ruling helps.
        && newest.conditions.kept().is_some()
        && newest.digests.get(&delivery.id) == Some(&delivery.digest);
    permits.then_some(Standing::Discharged { by: newest.by, at: newest.at })
}

/// What a permitting ruling asked for in addition.
fn conditions(case: &Case<'_>, all: &mut Vec<Obligation>) {
    for consultation in &case.post.consultations {
        let Some(ruling) = consultation.ruling.as_ref().filter(|ruling| ruling.verdict == Verdict::Permit) else {
            continue;
        };
        let count = ruling.conditions.kept().map_or(0, Vec::len);
        for condition in 0..u16::try_from(count).unwrap_or(u16::MAX) {
            let evidenced = ruling.met.get(&condition).filter(|met| met.evidence.kept().is_some());
            let met = evidenced.map(|met| Standing::Discharged { by: met.by, at: met.at });
            all.push(Obligation {
                duty: Duty::Condition { consultation: consultation.id, condition },
                item: item(2, 4),
                strength: Strength::Answer,
                who: Party::Author,
                standing: met.unwrap_or(Standing::Open),
            });
        }
    }
}

/// 2-2: if any doubt remains, do not publish.
fn doubts(case: &Case<'_>, all: &mut Vec<Obligation>) {
    for doubt in &case.post.doubts {
        let standing = doubt
            .resolution
            .as_ref()
            .filter(|resolution| !case.post.writers.contains(&resolution.by))
            .map_or(Standing::Open, |resolution| Standing::Discharged { by: resolution.by, at: resolution.at });
        all.push(Obligation {
            duty: Duty::Doubt { doubt: doubt.id },
            item: item(2, 2),
            strength: Strength::Review,
            who: Party::Doubter,
            standing,
        });
    }
}
