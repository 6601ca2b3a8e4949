//! Random walks: anybody tries anything at any time while the world changes around them.

use proptest::prelude::*;

use super::*;
use crate::post::content::{Consent, Picture, Rights, RightsBasis};

/// One step. Numbers choose among what there is when the step is taken, so that every walk makes some sense.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Wait(i64),
    Ask(u8, Ask),
    /// Does what the first open duty of a delivery asks for, by somebody who may: without it few walks get far.
    Help(u8),
    Change(Change),
}

#[derive(Debug, Clone)]
pub(super) enum Ask {
    Revise { text: u8, field: u8, class: u8, accounts: u8, stale: bool },
    Answer(u8),
    Dismiss(u8),
    Overrule(u8),
    Submit,
    Approve { stale: bool },
    Return,
    Doubt(u8),
    Resolve(u8),
    Consult(u8, bool),
    Rule { which: u8, permit: bool, conditions: u8, stale: bool },
    Meet(u8, u8),
    Schedule(u8, i64),
    Unschedule(u8),
    Send(u8),
    Outcome { delivery: u8, what: u8, other: bool },
    Miss(u8),
    Abandon,
    Hurry,
    Join { stale: bool },
    LookBack,
}

#[derive(Debug, Clone)]
pub(super) enum Change {
    Suspend(u8),
    Reinstate,
    Leave(u8),
    Stop(u8),
    Lift,
    NewRule(u8),
    Blind(u8),
    Clock,
    Close,
}

const TEXTS: [&str; 12] = [
    "おはようございます。",
    "こんにちは。",
    "[answer]だそうです。",
    "[review]のこと。",
    "[manager]のこと。",
    "[committee]のこと。",
    "[forbid]です。",
    "売上は[number]倍です。",
    "[politics]のこと。",
    "[note]と[answer]と[answer]。[answer]。",
    "[unchecked]。",
    " ",
];

pub(super) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => prop::sample::select(vec![0, 0, 1, 10, 31, 1440]).prop_map(Step::Wait),
        10 => (0..16u8, ask()).prop_map(|(actor, ask)| Step::Ask(actor, ask)),
        9 => (0..2u8).prop_map(Step::Help),
        2 => change().prop_map(Step::Change),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let revise = (0..12u8, 0..10u8, 0..6u8, 0..3u8, prop::bool::weighted(0.1));
    let rule = (0..3u8, prop::bool::weighted(0.7), 0..3u8, prop::bool::weighted(0.1));
    prop_oneof![
        3 => revise.prop_map(|(text, field, class, accounts, stale)| Ask::Revise { text, field, class, accounts, stale }),
        1 => (0..4u8).prop_map(Ask::Answer),
        1 => (0..4u8).prop_map(Ask::Dismiss),
        2 => (0..4u8).prop_map(Ask::Overrule),
        2 => Just(Ask::Submit),
        3 => prop::bool::weighted(0.1).prop_map(|stale| Ask::Approve { stale }),
        1 => Just(Ask::Return),
        1 => (0..3u8).prop_map(Ask::Doubt),
        1 => (0..3u8).prop_map(Ask::Resolve),
        1 => (0..3u8, any::<bool>()).prop_map(|(which, committee)| Ask::Consult(which, committee)),
        2 => rule.prop_map(|(which, permit, conditions, stale)| Ask::Rule { which, permit, conditions, stale }),
        1 => (0..3u8, 0..2u8).prop_map(|(which, condition)| Ask::Meet(which, condition)),
        2 => (0..2u8, -5..60i64).prop_map(|(delivery, minutes)| Ask::Schedule(delivery, minutes)),
        1 => (0..2u8).prop_map(Ask::Unschedule),
        4 => (0..2u8).prop_map(Ask::Send),
        3 => (0..2u8, 0..4u8, prop::bool::weighted(0.1))
            .prop_map(|(delivery, what, other)| Ask::Outcome { delivery, what, other }),
        1 => (0..2u8).prop_map(Ask::Miss),
        1 => prop::bool::weighted(0.4).prop_map(|yes| if yes { Ask::Abandon } else { Ask::Submit }),
        2 => Just(Ask::Hurry),
        3 => prop::bool::weighted(0.1).prop_map(|stale| Ask::Join { stale }),
        1 => Just(Ask::LookBack),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => (0..3u8).prop_map(Change::Suspend),
        4 => Just(Change::Reinstate),
        1 => (0..7u8).prop_map(Change::Leave),
        2 => (0..3u8).prop_map(Change::Stop),
        4 => Just(Change::Lift),
        2 => (0..10u8).prop_map(Change::NewRule),
        1 => (0..3u8).prop_map(Change::Blind),
        1 => Just(Change::Clock),
        1 => Just(Change::Close),
    ]
}

fn delivery(which: u8) -> DeliveryId {
    [FIRST, SECOND][usize::from(which) % 2]
}

fn question(which: u8) -> ConsultationId {
    ConsultationId(0xc0 + u128::from(which))
}

/// What somebody tried, and what came of it.
pub(super) struct Tried<'a> {
    pub before: &'a Scene,
    pub actor: Actor,
    pub command: Command,
    pub decided: &'a Result<Vec<PostEvent>, Refusal>,
}

/// Takes the steps, and calls `check` after each attempt with what was before and what is now.
pub(super) fn walk(
    steps: &[Step],
    mut check: impl FnMut(&Tried<'_>, &Scene) -> Result<(), TestCaseError>,
) -> Result<Scene, TestCaseError> {
    let mut scene = saved(Class::Routine, TEXTS[0]);
    for step in steps {
        let asked = match step {
            Step::Wait(minutes) => {
                scene = scene.later(*minutes);
                continue;
            }
            Step::Change(change) => {
                scene.change(change);
                continue;
            }
            Step::Ask(actor, ask) => scene.command(ask).map(|command| (actor_of(*actor, ask), command)),
            Step::Help(which) => scene.help(delivery(*which)),
        };
        let Some((actor, command)) = asked else { continue };
        let before = scene.clone();
        let decided = scene.act(actor, command.clone());
        check(&Tried { before: &before, actor, command, decided: &decided }, &scene)?;
    }
    Ok(scene)
}

fn actor_of(number: u8, ask: &Ask) -> Actor {
    match (PEOPLE.get(usize::from(number)), ask) {
        (Some(person), _) => Actor::Person(*person),
        (None, Ask::Send(_) | Ask::Outcome { .. } | Ask::Miss(_)) if number == 7 => Actor::System,
        (None, _) if number == 7 => Actor::SystemFor(REVIEWER),
        (None, _) if number == 8 => Actor::SystemFor(AUTHOR),
        (None, _) => usual_actor(ask),
    }
}

/// Whose this is by right: half of what is tried, so that walks are not refusals alone.
fn usual_actor(ask: &Ask) -> Actor {
    match ask {
        Ask::Overrule(_) | Ask::Approve { .. } | Ask::Return | Ask::Join { .. } => Actor::Person(REVIEWER),
        Ask::Resolve(_) | Ask::Rule { .. } | Ask::LookBack => Actor::Person(MEMBER),
        Ask::Doubt(_) | Ask::Consult(..) => Actor::Person(OTHER),
        Ask::Outcome { .. } | Ask::Miss(_) => Actor::System,
        Ask::Revise { .. }
        | Ask::Answer(_)
        | Ask::Dismiss(_)
        | Ask::Submit
        | Ask::Meet(..)
        | Ask::Schedule(..)
        | Ask::Unschedule(_)
        | Ask::Send(_)
        | Ask::Abandon
        | Ask::Hurry => Actor::Person(AUTHOR),
    }
}

impl Scene {
    fn written(&self, text: u8, field: u8, accounts: u8) -> Draft {
        let text = TEXTS[usize::from(text) % TEXTS.len()];
        let mut draft = if accounts == 0 { draft(text) } else { draft_for_two(text) };
        if accounts == 2 {
            draft.deliveries.remove(0);
        }
        let rights = Rights {
            basis: RightsBasis::OwnWork,
            evidence: "自社で撮影".to_owned(),
            until: Some(MORNING.plus_minutes(60 * 24)),
            consent: Consent::NobodyRecognisable,
        };
        let picture = |rights| Picture {
            blob: BlobId::of(b"p"),
            media_type: "image/png".to_owned(),
            alt: "海".to_owned(),
            rights,
        };
        match field {
            0 => draft.title = "別の題".to_owned(),
            1 => draft.benefit.clear(),
            2 | 3 => draft.sources.push("https://asanagi.example/".to_owned()),
            4 => draft.pictures.push(picture(Some(rights))),
            5 => draft.pictures.push(picture(None)),
            7..=9 => {
                draft.answers = "https://example.jp/1".to_owned();
                draft.corrects = (field > 7).then_some(DeliveryId(0xd9));
            }
            6 => draft.deliveries.iter_mut().for_each(|part| part.variant = Some(format!("{text}！"))),
            _ => {}
        }
        draft
    }

    fn nth_key(&self, nth: u8) -> Option<FindingKey> {
        let deliveries = self.post().deliveries.keys().copied().collect::<Vec<_>>();
        let bound = deliveries.into_iter().flat_map(|id| self.obligations(id).findings).collect::<Vec<_>>();
        Some(FindingKey::of(bound.get(usize::from(nth) % bound.len().max(1))?))
    }

    /// The bytes that somebody saw: these, or those of an earlier look.
    fn seen(&self, stale: bool) -> BTreeMap<DeliveryId, Digest> {
        if !stale {
            return self.digests();
        }
        self.digests().into_keys().map(|id| (id, Digest(BlobId::of(b"earlier")))).collect()
    }

    fn command(&self, ask: &Ask) -> Option<Command> {
        Some(match *ask {
            Ask::Revise { text, field, class, accounts, stale } => Command::Revise {
                based_on: self.post().revision - u32::from(stale),
                class: Class::ALL[usize::from(class)],
                draft: self.written(text, field, accounts),
            },
            Ask::Answer(nth) => Command::Answer { key: self.nth_key(nth)?, evidence: evidence() },
            Ask::Dismiss(nth) => Command::DismissNote { key: self.nth_key(nth)? },
            Ask::Overrule(nth) => Command::Overrule { key: self.nth_key(nth)?, reason: "当たらない".to_owned() },
            Ask::Submit => Command::Submit,
            Ask::Approve { stale } => Command::Approve { digests: self.seen(stale), comment: String::new() },
            Ask::Return => Command::Return { comment: "直す".to_owned() },
            Ask::Doubt(n) => Command::RaiseDoubt { doubt: DoubtId(n.into()), reason: "本当か".to_owned() },
            Ask::Resolve(n) => Command::ResolveDoubt { doubt: DoubtId(n.into()), answer: "確かめた".to_owned() },
            Ask::Consult(n, committee) => Command::Consult {
                consultation: question(n),
                with: if committee { Consulted::Committee } else { Consulted::Manager },
                question: "出してよいか".to_owned(),
            },
            Ask::Rule { which, permit, conditions, stale } => Command::Rule {
                consultation: question(which),
                verdict: if permit { Verdict::Permit } else { Verdict::Refuse },
                reason: "熟慮した".to_owned(),
                conditions: (0..conditions / 2).map(|_| "連絡先を添える".to_owned()).collect(),
                protected_report_considered: true,
                digests: self.seen(stale),
            },
            Ask::Meet(n, condition) => {
                Command::MeetCondition { consultation: question(n), condition: condition.into(), evidence: evidence() }
            }
            Ask::Schedule(which, minutes) => {
                Command::Schedule { delivery: delivery(which), due: self.now.plus_minutes(minutes) }
            }
            Ask::Unschedule(which) => Command::Unschedule { delivery: delivery(which) },
            Ask::Send(which) => self.sending(delivery(which)),
            Ask::Outcome { delivery: which, what, other } => self.answered(delivery(which), what, other),
            Ask::Miss(which) => Command::Miss { delivery: delivery(which) },
            Ask::Abandon => Command::Abandon,
            Ask::Hurry => open_lane(),
            Ask::Join { stale } => Command::JoinEmergency { digests: self.seen(stale) },
            Ask::LookBack => Command::ReviewEmergency { words: "誤りなし".to_owned() },
        })
    }

    fn sending(&self, delivery: DeliveryId) -> Command {
        Command::StartSending { delivery, attempt: AttemptId(self.history.len() as u128) }
    }

    fn answered(&self, delivery: DeliveryId, what: u8, other: bool) -> Command {
        let under_way = self.post().deliveries.get(&delivery).and_then(|delivery| match delivery.progress {
            Progress::Sending { attempt, .. } | Progress::Unknown { attempt, .. } => Some(attempt),
            _ => None,
        });
        let attempt = under_way.filter(|_| !other).unwrap_or(ATTEMPT);
        let outcome = match what {
            0 => sent(true),
            1 => failed(FailureKind::NotSent),
            2 => failed(FailureKind::Rejected),
            _ => lost(),
        };
        Command::RecordOutcome { delivery, attempt, outcome }
    }

    /// The command that would bring this delivery forward, by somebody who may give it.
    fn help(&self, id: DeliveryId) -> Option<(Actor, Command)> {
        let post = self.post();
        let delivery = post.deliveries.get(&id)?;
        if delivery.progress.is_frozen() {
            return Some((Actor::System, self.answered(id, (self.history.len() % 4) as u8, false)));
        }
        let obligations = self.obligations(id);
        let Some(open) = obligations.open().next() else { return Some((Actor::Person(AUTHOR), self.sending(id))) };
        let writers = &post.writers;
        let other = [REVIEWER, OTHER].into_iter().find(|person| !writers.contains(person))?;
        let by = |person, command| Some((Actor::Person(person), command));
        match (&open.duty, open.strength) {
            (Duty::Review, _) | (Duty::Finding { .. }, Strength::Review) if post.submitted.is_none() => {
                by(AUTHOR, Command::Submit)
            }
            (Duty::Review, _) | (Duty::Finding { .. }, Strength::Review) => by(other, self.approve()),
            (Duty::Finding { index, .. }, Strength::Answer) => {
                let key = FindingKey::of(&obligations.findings[usize::from(*index)]);
                by(AUTHOR, Command::Answer { key, evidence: evidence() })
            }
            (Duty::Finding { index, .. }, Strength::Forbid) => {
                let key = FindingKey::of(&obligations.findings[usize::from(*index)]);
                by(other, Command::Overrule { key, reason: "当たらない".to_owned() })
            }
            (Duty::Ruling { .. }, _) | (Duty::Finding { .. }, Strength::Consult) => {
                match post.consultations.iter().find(|asked| asked.ruling.is_none()) {
                    Some(asked) => by(
                        MEMBER,
                        Command::Rule {
                            consultation: asked.id,
                            verdict: Verdict::Permit,
                            reason: "よい".to_owned(),
                            conditions: (0..self.history.len() % 2).map(|_| "連絡先を添える".to_owned()).collect(),
                            protected_report_considered: true,
                            digests: self.digests(),
                        },
                    ),
                    None => by(
                        AUTHOR,
                        Command::Consult {
                            consultation: ConsultationId(0x100 + self.history.len() as u128),
                            with: Consulted::Committee,
                            question: "出してよいか".to_owned(),
                        },
                    ),
                }
            }
            (Duty::Condition { consultation, condition }, _) => {
                let (consultation, condition) = (*consultation, *condition);
                by(AUTHOR, Command::MeetCondition { consultation, condition, evidence: evidence() })
            }
            (Duty::Doubt { doubt }, _) => {
                by(MEMBER, Command::ResolveDoubt { doubt: *doubt, answer: "確かめた".to_owned() })
            }
            _ => None,
        }
    }

    fn change(&mut self, change: &Change) {
        let world = &mut self.world;
        match *change {
            Change::Suspend(n) => world.suspend(PEOPLE[usize::from(n)]),
            Change::Reinstate => {
                world.certifications.iter_mut().for_each(|c| c.state = CertificationState::Granted);
            }
            Change::Leave(n) => {
                // People come back in this test, or most walks would end in an empty house.
                for person in world.people.values_mut() {
                    person.left_at =
                        (person.id == PEOPLE[usize::from(n)] && person.left_at.is_none()).then_some(MORNING);
                }
            }
            Change::Stop(n) => {
                let scope = [StopScope::Company, StopScope::Account(PAGE), StopScope::Account(HAND)][usize::from(n)];
                world.stops.push(stop(scope));
            }
            Change::Lift => {
                let lifting = Lifting { by: MEMBER, at: self.now, reason: "済んだ".to_owned().into() };
                world.stops.iter_mut().for_each(|stop| stop.lifted = Some(lifting.clone()));
                world.clock_behind = false;
                self.blind.clear();
                self.found_everywhere.clear();
                world.accounts.values_mut().for_each(|account| account.closed_at = None);
            }
            Change::NewRule(n) => {
                self.found_everywhere = MARKS.get(usize::from(n)).map(|mark| mark.0).into_iter().collect()
            }
            Change::Blind(n) => self.blind = [FIRST, SECOND].get(usize::from(n)).copied().into_iter().collect(),
            Change::Clock => world.clock_behind = !world.clock_behind,
            Change::Close => world
                .accounts
                .values_mut()
                .for_each(|account| account.closed_at = account.closed_at.xor(Some(Timestamp(0)))),
        }
    }
}
