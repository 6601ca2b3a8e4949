//! Given, when, then; the state × command matrix; properties. One file per group of sentences.
//!
//! The world of these tests is small: an author, two reviewers, a committee, a manager, somebody without any
//! certification, two accounts, and a policy with one binding of each strength. What the checking engine would
//! find is written into the text itself (`[forbid]`), see [`inspect`].

mod boundaries;
mod clearing;
mod consulting;
mod drafting;
mod emergency;
mod feasible;
mod matrix;
mod oracle;
mod permissions;
mod properties;
mod reviewing;
mod sending;
mod series;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    command::{Command, Outcome, Situation},
    content::{Digest, Draft, DraftDelivery, Evidence, EvidenceKind, Resolved},
    decide,
    event::{FailureKind, FindingKey, PostEvent, Verdict},
    state::{Post, Progress},
};
use crate::{
    account::{Account, AccountDetails, Channel, Medium},
    actor::Actor,
    certification::{Capability, Certification, CertificationState},
    clearance::{Clearance, Judge},
    id::{
        AccountId, AttemptId, BlobId, CertificationId, ConsultationId, DeliveryId, DoubtId, PersonId, PostId, StopId,
    },
    obligation::{Case, Duty, Facts, Misfit, Obligation, Obligations, Standing, obligations},
    people::{Deputy, Language, Leave, Person, PersonEvent, PersonKind, PersonNames, Role, Weekday},
    pledge::Adopted,
    policy::{Binding, Class, ClassRule, Consulted, ItemId, Policy, Requirement, Strength, When},
    private::Private,
    refusal::{Refusal, Why},
    report::{Finding, Place, Report, RuleId, Span, Unchecked},
    stop::{Lifting, Stop, StopScope},
    time::Timestamp,
    world::World,
};

pub(super) const POST: PostId = PostId(0x50);
/// Goes to [`PAGE`].
pub(super) const FIRST: DeliveryId = DeliveryId(0xd1);
/// Goes to [`HAND`].
pub(super) const SECOND: DeliveryId = DeliveryId(0xd2);
pub(super) const PAGE: AccountId = AccountId(0xac1);
pub(super) const HAND: AccountId = AccountId(0xac2);
pub(super) const AUTHOR: PersonId = PersonId(0xa);
pub(super) const REVIEWER: PersonId = PersonId(0xb);
pub(super) const OTHER: PersonId = PersonId(0xc);
pub(super) const MEMBER: PersonId = PersonId(0xd);
pub(super) const MANAGER: PersonId = PersonId(0xe);
pub(super) const DEPUTY: PersonId = PersonId(0xf);
pub(super) const OUTSIDER: PersonId = PersonId(0x10);
pub(super) const PEOPLE: [PersonId; 7] = [AUTHOR, REVIEWER, OTHER, MEMBER, MANAGER, DEPUTY, OUTSIDER];
pub(super) const ATTEMPT: AttemptId = AttemptId(0x77);
pub(super) const DOUBT: DoubtId = DoubtId(0xdb);
pub(super) const QUESTION: ConsultationId = ConsultationId(0xc0);
pub(super) const STOP: StopId = StopId(0x5709);
/// Some Tuesday.
pub(super) const MORNING: Timestamp = Timestamp(1_790_000_000_000_000);

/// A mark, its strength, who is consulted, the class that it raises to, and its item.
type Mark = (&'static str, Strength, Option<Consulted>, Option<Class>, ItemId);

/// The marks that [`inspect`] finds, with what the policy of these tests makes of each.
pub(super) const MARKS: [Mark; 9] = [
    ("note", Strength::Note, None, None, ItemId::new(1, 8)),
    ("answer", Strength::Answer, None, None, ItemId::new(2, 2)),
    ("review", Strength::Review, None, None, ItemId::new(2, 3)),
    ("manager", Strength::Consult, Some(Consulted::Manager), None, ItemId::new(1, 9)),
    ("committee", Strength::Consult, Some(Consulted::Committee), None, ItemId::new(2, 4)),
    ("forbid", Strength::Forbid, None, None, ItemId::new(1, 4)),
    ("number", Strength::Answer, None, Some(Class::Campaign), ItemId::new(2, 2)),
    ("politics", Strength::Forbid, None, Some(Class::Delicate), ItemId::new(2, 4)),
    ("calm", Strength::Note, None, Some(Class::Routine), ItemId::new(1, 9)),
];

pub(super) const COOLING_OFF: u16 = 30;

fn rule_of(mark: &str) -> RuleId {
    RuleId(format!("test/{mark}").into())
}

/// What a class asks for in these tests. `reply` asks for nothing, so that a misuse of it shows.
pub(super) fn requirements(class: Class) -> Vec<Requirement> {
    use Requirement::{Benefit, Consult, CoolingOff, Review, ReviewAfterwards, Sources};
    match class {
        Class::Reply => vec![],
        Class::Routine | Class::Fix => vec![Review],
        Class::Campaign => vec![Benefit, Sources, Review, CoolingOff(COOLING_OFF)],
        Class::Delicate => vec![Benefit, Review, Consult(Consulted::Committee)],
        Class::Emergency => vec![Review, ReviewAfterwards(48)],
    }
}

fn policy() -> Policy {
    let binding = |(mark, strength, consult, raises, item): Mark| Binding {
        item,
        rule: rule_of(mark),
        when: When::default(),
        strength,
        consult,
        raises,
    };
    Policy {
        id: "test".to_owned(),
        version: "1".to_owned(),
        items: Vec::new(),
        bindings: MARKS.into_iter().map(binding).collect(),
        classes: Class::ALL.map(|class| ClassRule { class, requires: requirements(class) }).into(),
    }
}

/// Finds `[mark]` in the text, sentence by sentence: a checking engine of a dozen lines.
pub(super) fn inspect(text: &str) -> Report {
    let mut report = Report::default();
    let mut at = 0;
    for sentence in text.split_inclusive('。') {
        for (mark, ..) in MARKS {
            let quote = format!("[{mark}]");
            let Some(start) = sentence.find(&quote).map(|start| at + start) else { continue };
            let span = Span { start, end: start + quote.len() };
            let rule = rule_of(mark);
            let same = report.findings.iter().filter(|f| f.rule == rule && f.sentence == sentence.trim()).count();
            let (sentence, ordinal) = (sentence.trim().to_owned(), u16::try_from(same).unwrap());
            let replacement = None;
            report.findings.push(Finding {
                rule,
                place: Place::Text,
                span,
                quote,
                sentence,
                ordinal,
                replacement,
                beside: Vec::new(),
            });
        }
        at += sentence.len();
    }
    if text.contains("[unchecked]") {
        report.unchecked.push(Unchecked { rule: rule_of("unchecked"), why: "the lexicon is missing".to_owned() });
    }
    report
}

fn person(id: PersonId, roles: &[Role]) -> (PersonId, Person) {
    let names = PersonNames { name: format!("name {id}"), kana: String::new(), email: String::new() };
    let (roles, manager) = (roles.iter().copied().collect(), (id == AUTHOR).then_some(MANAGER));
    let (kind, language) = (PersonKind::Employee, Language::Ja);
    let names = names.into();
    let added = PersonEvent::Added { person: id, kind, roles, manager, language, names };
    let known = Person::evolve(None, &added, Timestamp(0));
    let (pack_hash, version) = (adopted().pack_hash, adopted().version);
    let known = Person::evolve(known, &PersonEvent::Acknowledged { pack_hash, version }, Timestamp(0));
    (id, known.expect("the first event adds them"))
}

fn account(id: AccountId, channel: Channel) -> (AccountId, Account) {
    let details = AccountDetails { name: String::new(), handle: String::new(), url: String::new(), colour: 1 };
    (
        id,
        Account {
            id,
            medium: Medium::OfficialPage,
            channel,
            details: details.into(),
            registered_at: Timestamp(0),
            closed_at: None,
        },
    )
}

fn certified(person: PersonId) -> Certification {
    use Capability::{Publish, Reply, Review, Write};
    Certification {
        id: CertificationId(person.0),
        number: u32::try_from(person.0).unwrap(),
        person,
        accounts: BTreeSet::from([PAGE, HAND]),
        capabilities: BTreeSet::from([Write, Review, Publish, Reply]),
        from: MORNING.plus_minutes(-60),
        until: MORNING.plus_minutes(60 * 24 * 365),
        state: CertificationState::Granted,
    }
}

fn adopted() -> Adopted {
    let (pack_hash, version) = (BlobId::of(b"pack"), "1".to_owned());
    Adopted { pack_hash, version, effective: Timestamp(0), acknowledge_days: 30 }
}

fn world() -> World {
    World {
        people: BTreeMap::from([
            person(AUTHOR, &[Role::Operator]),
            person(REVIEWER, &[Role::Operator]),
            person(OTHER, &[Role::Operator]),
            person(MEMBER, &[Role::Committee]),
            person(MANAGER, &[Role::Employee]),
            person(DEPUTY, &[Role::Employee]),
            person(OUTSIDER, &[Role::Employee]),
        ]),
        accounts: BTreeMap::from([account(PAGE, Channel::OfficialPage), account(HAND, Channel::ByHand)]),
        certifications: [AUTHOR, REVIEWER, OTHER].map(certified).into(),
        adopted: Some(adopted()),
        stops: Vec::new(),
        clock_behind: false,
    }
}

fn judge() -> Judge {
    let (policy, version) = ("test".to_owned(), "1".to_owned());
    Judge { policy, version, pack_hash: BlobId::of(b"pack"), engine: "0".to_owned() }
}

pub(super) fn draft(text: &str) -> Draft {
    let part = |delivery, account| DraftDelivery { delivery, account, variant: None };
    Draft {
        title: "春の展示".to_owned(),
        text: text.to_owned(),
        pictures: Vec::new(),
        benefit: "日程がわかる".to_owned(),
        sources: Vec::new(),
        answers: String::new(),
        corrects: None,
        deliveries: vec![part(FIRST, PAGE)],
    }
}

/// The same text for both accounts.
pub(super) fn draft_for_two(text: &str) -> Draft {
    let mut draft = draft(text);
    draft.deliveries.push(DraftDelivery { delivery: SECOND, account: HAND, variant: None });
    draft
}

pub(super) fn evidence() -> Evidence {
    Evidence { kind: EvidenceKind::ConfirmedBy, text: "営業の佐藤さん".to_owned(), url: None }
}

/// Everything that a decision looks at, and the history so far.
#[derive(Clone)]
pub(super) struct Scene {
    pub post: Option<Post>,
    pub history: Vec<(PostEvent, Option<PersonId>, Timestamp)>,
    pub now: Timestamp,
    pub world: World,
    pub policy: Policy,
    /// A new version of the engine that finds this everywhere.
    pub found_everywhere: Vec<&'static str>,
    /// Deliveries that could not be inspected.
    pub blind: BTreeSet<DeliveryId>,
    pub misfit: Option<Misfit>,
}

impl Scene {
    pub fn new() -> Self {
        Self {
            post: None,
            history: Vec::new(),
            now: MORNING,
            world: world(),
            policy: policy(),
            found_everywhere: Vec::new(),
            blind: BTreeSet::new(),
            misfit: None,
        }
    }

    /// Folds one event into the state, as the store would.
    pub fn happened(&mut self, actor: Option<PersonId>, event: PostEvent) {
        self.post = Post::evolve(self.post.take(), &event, actor, self.now);
        self.history.push((event, actor, self.now));
    }

    pub fn facts_of(&self, content: &Resolved) -> Facts {
        let mut text = content.text.clone();
        for mark in &self.found_everywhere {
            text.push_str(&format!("[{mark}]。"));
        }
        Facts { report: inspect(&text), misfit: self.misfit.clone() }
    }

    fn facts(&self) -> BTreeMap<DeliveryId, Facts> {
        let deliveries = self.post.iter().flat_map(|post| post.deliveries.values());
        let seen = deliveries.filter(|delivery| !self.blind.contains(&delivery.id));
        seen.filter_map(|delivery| Some((delivery.id, self.facts_of(delivery.content.kept()?)))).collect()
    }

    pub fn decide(&self, actor: Actor, command: Command) -> Result<Vec<PostEvent>, Refusal> {
        let (facts, judge) = (self.facts(), judge());
        let (policy, world, now) = (&self.policy, &self.world, self.now);
        let situation = Situation { actor, now, policy, judge: &judge, world, facts: &facts };
        decide(self.post.as_ref(), command, &situation)
    }

    /// Decides, and folds what was decided.
    pub fn act(&mut self, actor: Actor, command: Command) -> Result<Vec<PostEvent>, Refusal> {
        let events = self.decide(actor, command)?;
        for event in &events {
            self.happened(actor.principal(), event.clone());
        }
        Ok(events)
    }

    /// Something that must succeed for the test to make sense.
    #[track_caller]
    pub fn does(mut self, person: PersonId, command: Command) -> Self {
        if let Err(refusal) = self.act(Actor::Person(person), command) {
            panic!("the test's own preparation was refused: {refusal}");
        }
        self
    }

    pub fn later(mut self, minutes: i64) -> Self {
        self.now = self.now.plus_minutes(minutes);
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn when(self, person: PersonId, command: Command) -> Then {
        self.when_actor(Actor::Person(person), command)
    }

    pub fn when_actor(mut self, actor: Actor, command: Command) -> Then {
        let decided = self.act(actor, command);
        Then { scene: self, decided }
    }

    pub fn post(&self) -> &Post {
        self.post.as_ref().expect("the test drafted a post")
    }

    pub fn digests(&self) -> BTreeMap<DeliveryId, Digest> {
        let open = self.post().deliveries.values().filter(|delivery| !delivery.progress.is_frozen());
        open.map(|delivery| (delivery.id, delivery.digest)).collect()
    }

    pub fn progress(&self, delivery: DeliveryId) -> &Progress {
        &self.post().deliveries[&delivery].progress
    }

    /// What the page would show for this delivery now.
    pub fn obligations(&self, delivery: DeliveryId) -> Obligations {
        let post = self.post();
        let delivery = &post.deliveries[&delivery];
        let publisher = match &delivery.progress {
            Progress::Scheduled { by, .. } => *by,
            _ => post.author,
        };
        let facts = self.facts_of(delivery.content.kept().expect("kept"));
        let (policy, world, now) = (&self.policy, &self.world, self.now);
        obligations(&Case { post, delivery, publisher, policy, facts: &facts, world, now })
    }

    pub fn open_duties(&self) -> Vec<Duty> {
        self.obligations(FIRST).open().map(|obligation| obligation.duty.clone()).collect()
    }

    #[track_caller]
    #[expect(clippy::wrong_self_convention, reason = "reads as a sentence and goes on with the scene")]
    pub fn is_cleared(self) -> Self {
        assert_eq!(self.open_duties(), vec![], "expected nothing open");
        self
    }

    #[track_caller]
    pub fn holds(self, duty: &Duty) -> Self {
        let open = self.open_duties();
        assert!(open.contains(duty), "expected {duty:?} among the open duties, got {open:?}");
        self
    }

    /// The key of the finding of `[mark]`, as the page would send it.
    pub fn key(&self, mark: &str) -> FindingKey {
        let obligations = self.obligations(FIRST);
        let bound = obligations.findings.iter().find(|bound| bound.finding.rule == rule_of(mark));
        FindingKey::of(bound.expect("the text carries the mark"))
    }

    pub fn standing(&self, mark: &str) -> Standing {
        let all = self.obligations(FIRST).all;
        let of =
            |obligation: &Obligation| matches!(&obligation.duty, Duty::Finding { rule, .. } if *rule == rule_of(mark));
        all.into_iter().find(of).expect("the text carries the mark").standing
    }
}

/// What came of a command.
pub(super) struct Then {
    pub scene: Scene,
    pub decided: Result<Vec<PostEvent>, Refusal>,
}

impl Then {
    #[track_caller]
    pub fn then<const N: usize>(self, expected: [PostEvent; N]) -> Scene {
        match self.decided {
            Ok(events) => assert_eq!(events, expected),
            Err(refusal) => panic!("expected {expected:?}, got the refusal {refusal}"),
        }
        self.scene
    }

    #[track_caller]
    pub fn succeeds(self) -> Scene {
        if let Err(refusal) = &self.decided {
            panic!("expected it to be possible, got the refusal {refusal}");
        }
        self.scene
    }

    #[track_caller]
    pub fn refused(self, expected: Why) -> Scene {
        match self.decided {
            Ok(events) => panic!("expected the refusal {expected:?}, got {events:?}"),
            Err(refusal) => assert_eq!(refusal.why, expected),
        }
        self.scene
    }

    /// Refused because exactly these duties are open.
    #[track_caller]
    pub fn held_by(self, expected: &[Duty]) -> Scene {
        match self.decided {
            Err(Refusal { why: Why::Outstanding(open), .. }) => {
                let open = open.into_iter().map(|obligation| obligation.duty).collect::<Vec<_>>();
                assert_eq!(open, expected);
            }
            Err(refusal) => panic!("expected open duties {expected:?}, got {refusal}"),
            Ok(events) => panic!("expected open duties {expected:?}, got {events:?}"),
        }
        self.scene
    }
}

/// A post whose history is given as events, at [`MORNING`].
pub(super) fn given<const N: usize>(events: [PostEvent; N]) -> Scene {
    let mut scene = Scene::new();
    for event in events {
        scene.happened(Some(AUTHOR), event);
    }
    scene
}

pub(super) fn drafted() -> PostEvent {
    PostEvent::Drafted { post: POST, author: AUTHOR, reply: false }
}

pub(super) fn revised(revision: u32, class: Class, draft: Draft) -> PostEvent {
    PostEvent::Revised { revision, class, draft: draft.into() }
}

/// Drafted and saved once, as `class`.
pub(super) fn saved(class: Class, text: &str) -> Scene {
    given([drafted(), revised(1, class, draft(text))])
}

pub(super) fn submitted(class: Class, text: &str) -> Scene {
    given([drafted(), revised(1, class, draft(text)), PostEvent::Submitted { revision: 1 }])
}

/// Through the emergency lane: opened by its author, joined by [`REVIEWER`].
pub(super) fn hurried(text: &str) -> Scene {
    let scene = submitted(Class::Routine, text).does(AUTHOR, open_lane());
    let join = scene.join_lane();
    scene.does(REVIEWER, join)
}

pub(super) fn open_lane() -> Command {
    Command::OpenEmergency { reason: "発火のおそれ".to_owned() }
}

/// Submitted and approved by [`REVIEWER`].
pub(super) fn approved(class: Class, text: &str) -> Scene {
    submitted(class, text).approved_by(REVIEWER)
}

impl Scene {
    #[track_caller]
    pub fn approved_by(self, reviewer: PersonId) -> Self {
        let command = self.approve();
        self.does(reviewer, command)
    }

    pub fn approve(&self) -> Command {
        Command::Approve { digests: self.digests(), comment: String::new() }
    }

    pub fn join_lane(&self) -> Command {
        Command::JoinEmergency { digests: self.digests() }
    }

    pub fn revise(&self, class: Class, draft: Draft) -> Command {
        Command::Revise { based_on: self.post().revision, class, draft }
    }

    pub fn rule(&self, verdict: Verdict, conditions: &[&str]) -> Command {
        Command::Rule {
            consultation: QUESTION,
            verdict,
            reason: "熟慮した".to_owned(),
            conditions: conditions.iter().map(|&condition| condition.to_owned()).collect(),
            protected_report_considered: true,
            digests: self.digests(),
        }
    }
}

pub(super) fn consult(with: Consulted) -> Command {
    Command::Consult { consultation: QUESTION, with, question: "出してよいか".to_owned() }
}

pub(super) fn send() -> Command {
    Command::StartSending { delivery: FIRST, attempt: ATTEMPT }
}

pub(super) fn outcome(outcome: Outcome) -> Command {
    Command::RecordOutcome { delivery: FIRST, attempt: ATTEMPT, outcome }
}

pub(super) fn sent(reconciled: bool) -> Outcome {
    Outcome::Sent { url: "https://asanagi.example/1".to_owned(), capture: None, reconciled }
}

pub(super) fn failed(kind: FailureKind) -> Outcome {
    Outcome::Failed { kind, why: "503".to_owned() }
}

pub(super) fn lost() -> Outcome {
    Outcome::Unknown { why: "no answer in 30 s".to_owned() }
}

pub(super) fn due_in(minutes: i64) -> Command {
    Command::Schedule { delivery: FIRST, due: MORNING.plus_minutes(minutes) }
}

pub(super) fn stop(scope: StopScope) -> Stop {
    let (by, at) = (MEMBER, MORNING);
    Stop { id: STOP, scope, by, at, reason: "事故".to_owned().into(), lifted: None }
}

impl World {
    fn suspend(&mut self, person: PersonId) {
        for certification in self.certifications.iter_mut().filter(|c| c.person == person) {
            certification.state = CertificationState::Suspended;
        }
    }

    fn leaves(&mut self, person: PersonId) {
        self.people.get_mut(&person).unwrap().left_at = Some(MORNING);
    }
}
