//! What the policy asks of a delivery, read a second time from the bare history, without `obligations()`, without
//! `clearance()`, without digests and without the folded state: the properties compare the two.

use super::*;

/// Everything in a delivery that a reviewer sees, compared field by field.
#[derive(PartialEq)]
struct Words<'a> {
    account: AccountId,
    class: Class,
    reply: bool,
    title: &'a str,
    text: &'a str,
    pictures: &'a [crate::post::content::Picture],
    benefit: &'a str,
    sources: &'a [String],
    answers: &'a str,
    corrects: Option<DeliveryId>,
}

/// The history up to a moment, and the delivery that is asked about.
pub(super) struct Oracle<'a> {
    scene: &'a Scene,
    delivery: DeliveryId,
}

impl<'a> Oracle<'a> {
    pub fn new(scene: &'a Scene, delivery: DeliveryId) -> Self {
        Self { scene, delivery }
    }

    /// The words of the delivery after the first `upto` events.
    fn words(&self, upto: usize) -> Option<Words<'a>> {
        let history = &self.scene.history[..upto];
        let (class, draft) = history.iter().rev().find_map(|(event, ..)| match event {
            PostEvent::Revised { class, draft, .. } => Some((*class, draft.kept()?)),
            _ => None,
        })?;
        let part = draft.deliveries.iter().find(|part| part.delivery == self.delivery)?;
        Some(Words {
            account: part.account,
            class,
            reply: class == Class::Reply,
            title: &draft.title,
            text: part.variant.as_deref().unwrap_or(&draft.text),
            pictures: &draft.pictures,
            benefit: &draft.benefit,
            sources: &draft.sources,
            answers: &draft.answers,
            corrects: draft.corrects,
        })
    }

    fn now(&self) -> Option<Words<'a>> {
        self.words(self.scene.history.len())
    }

    fn events(&self) -> impl DoubleEndedIterator<Item = (usize, &'a PostEvent, Timestamp)> {
        self.scene.history.iter().enumerate().map(|(index, (event, _, at))| (index, event, *at))
    }

    pub fn writers(&self) -> BTreeSet<PersonId> {
        let wrote = |(event, actor, _): &(PostEvent, Option<PersonId>, _)| match event {
            PostEvent::Drafted { author, .. } => Some(*author),
            PostEvent::Revised { .. } => *actor,
            _ => None,
        };
        self.scene.history.iter().filter_map(wrote).collect()
    }

    fn speaks(&self, person: PersonId, account: AccountId, capability: Capability) -> bool {
        let Scene { world, now, .. } = self.scene;
        let here = world.people.get(&person).is_some_and(|person| person.left_at.is_none());
        let in_force = |c: &Certification| {
            let Certification { id: _, number: _, person: of, accounts, capabilities, from, until, state } = c;
            *of == person
                && *state == CertificationState::Granted
                && (*from..*until).contains(now)
                && accounts.contains(&account)
                && capabilities.contains(&capability)
        };
        here && world.certifications.iter().any(in_force)
    }

    fn reads_for_the_company(&self, person: PersonId, account: AccountId) -> bool {
        !self.writers().contains(&person) && self.speaks(person, account, Capability::Review)
    }

    /// Whether somebody who still may approved exactly these words, and nobody asked for changes since.
    fn approved(&self, words: &Words<'_>) -> bool {
        let returned = |event: &PostEvent| matches!(event, PostEvent::Returned { .. });
        let since = self.events().rev().find(|(_, event, _)| returned(event)).map_or(0, |(index, ..)| index);
        self.events().any(|(index, event, _)| match event {
            PostEvent::Approved { by, .. } | PostEvent::EmergencyJoined { by, .. } => {
                index >= since
                    && self.words(index).as_ref() == Some(words)
                    && self.reads_for_the_company(*by, words.account)
            }
            _ => false,
        })
    }

    /// Whether a writer who still may opened the lane, nobody gave the post back since, and the last who joined read
    /// exactly these words and still may.
    fn hurries(&self, words: &Words<'_>) -> bool {
        let opened = self.events().rev().find_map(|(index, event, _)| match event {
            PostEvent::EmergencyOpened { by, .. } => Some((index, *by)),
            _ => None,
        });
        let Some((opened, by)) = opened else { return false };
        let since = || self.events().filter(|(index, ..)| *index > opened);
        let joined = since().rev().find_map(|(index, event, _)| match event {
            PostEvent::EmergencyJoined { by, .. } => Some((index, *by)),
            _ => None,
        });
        self.speaks(by, words.account, Capability::Write)
            && !since().any(|(_, event, _)| matches!(event, PostEvent::Returned { .. }))
            && joined.is_some_and(|(index, by)| {
                self.words(index).as_ref() == Some(words) && self.reads_for_the_company(by, words.account)
            })
    }

    fn addressee(&self, consultation: ConsultationId) -> Option<Consulted> {
        self.events().find_map(|(_, event, _)| match event {
            PostEvent::Consulted { consultation: id, with, .. } if *id == consultation => Some(*with),
            _ => None,
        })
    }

    fn is_ruled(&self, wanted: ConsultationId) -> bool {
        self.events()
            .any(|(_, event, _)| matches!(event, PostEvent::Ruled { consultation, .. } if *consultation == wanted))
    }

    /// Whether the newest word of those in charge permits exactly these words.
    fn permitted(&self, words: &Words<'_>, with: Consulted) -> bool {
        let speaks_here =
            |consultation| self.addressee(consultation).is_some_and(|to| to == with || to == Consulted::Committee);
        let rulings = self.events().filter_map(|(index, event, at)| match event {
            PostEvent::Ruled { consultation, by, verdict, .. } if speaks_here(*consultation) => {
                Some((at, index, *by, *verdict))
            }
            _ => None,
        });
        let rulings = rulings.collect::<Vec<_>>();
        let Some(newest) = rulings.iter().map(|ruling| ruling.0).max() else { return false };
        let mut newest_rulings = rulings.iter().filter(|ruling| ruling.0 == newest);
        let refused = newest_rulings.clone().any(|ruling| ruling.3 == Verdict::Refuse);
        let permitted = newest_rulings
            .any(|(_, index, by, _)| self.words(*index).as_ref() == Some(words) && !self.writers().contains(by));
        let waits = self.events().any(|(_, event, at)| match event {
            PostEvent::Consulted { consultation, with: to, .. } => {
                *to == with && at >= newest && !self.is_ruled(*consultation)
            }
            _ => false,
        });
        permitted && !refused && !waits
    }

    fn answered(&self, wanted: &Finding, item: ItemId) -> bool {
        self.events().any(|(_, event, _)| match event {
            PostEvent::Answered { key, .. } => key.kept().is_some_and(|key| {
                (&key.rule, key.item, &key.sentence, key.ordinal)
                    == (&wanted.rule, item, &wanted.sentence, wanted.ordinal)
            }),
            _ => false,
        })
    }

    fn overruled(&self, wanted: &Finding, item: ItemId, account: AccountId) -> bool {
        self.events().any(|(_, event, _)| match event {
            PostEvent::FindingOverruled { key, by, .. } => key.kept().is_some_and(|key| {
                let same = (&key.rule, key.item, &key.sentence, key.ordinal)
                    == (&wanted.rule, item, &wanted.sentence, wanted.ordinal);
                same && self.reads_for_the_company(*by, account)
            }),
            _ => false,
        })
    }

    fn words_changed_at(&self) -> Timestamp {
        let mut changed = MORNING;
        for (index, event, at) in self.events() {
            if matches!(event, PostEvent::Revised { .. }) && self.words(index) != self.words(index + 1) {
                changed = at;
            }
        }
        changed
    }

    /// What still stands against sending this delivery in the name of `publisher`. Empty: nothing.
    pub fn open(&self, publisher: PersonId) -> Vec<String> {
        let Some(words) = self.now() else { return vec!["there are no words".to_owned()] };
        let mut open = self.open_in_the_world(&words, publisher);
        if self.scene.blind.contains(&self.delivery) {
            open.push("nobody looked".to_owned());
            return open;
        }
        let report = self.scene.facts_of_text(words.text);
        let emergency = self.hurries(&words);
        let mut class = if emergency { Class::Emergency } else { words.class };
        let mut answered_any = false;
        let mut ask = BTreeSet::new();
        for finding in &report.findings {
            let (mark, strength, consult, raises, item) =
                MARKS.into_iter().find(|mark| rule_of(mark.0) == finding.rule).unwrap();
            let overruled = strength == Strength::Forbid && self.overruled(finding, item, words.account);
            let answered = self.answered(finding, item);
            answered_any |= answered;
            match (strength, raises) {
                (_, Some(Class::Campaign)) if !overruled && !matches!(class, Class::Delicate | Class::Emergency) => {
                    class = Class::Campaign;
                }
                (_, Some(Class::Delicate)) if !overruled && class != Class::Emergency => class = Class::Delicate,
                _ => {}
            }
            let met = match strength {
                Strength::Note => true,
                Strength::Answer => emergency || answered,
                Strength::Review => emergency || self.approved(&words),
                Strength::Consult => emergency || self.permitted(&words, consult.unwrap()),
                Strength::Forbid => overruled,
            };
            if !met {
                open.push(format!("[{mark}]"));
            }
        }
        if !report.unchecked.is_empty() && !emergency {
            open.push("a rule could not look".to_owned());
        }
        for requirement in requirements(class) {
            let met = match requirement {
                Requirement::Benefit => !words.benefit.trim().is_empty(),
                Requirement::Sources => answered_any || words.sources.iter().any(|source| !source.trim().is_empty()),
                Requirement::Review => self.approved(&words),
                Requirement::CoolingOff(minutes) => {
                    self.words_changed_at().plus_minutes(minutes.into()) <= self.scene.now
                }
                Requirement::Consult(with) => {
                    ask.insert(with == Consulted::Committee);
                    true
                }
                Requirement::ReviewAfterwards(_) => true,
            };
            if !met {
                open.push(format!("{requirement:?}"));
            }
        }
        let named = match words.class {
            Class::Reply => !words.answers.trim().is_empty(),
            Class::Fix => words.corrects.is_some(),
            _ => true,
        };
        if !named && !emergency {
            open.push("occasion".to_owned());
        }
        self.open_among_people(&words, ask, &mut open);
        open
    }

    fn open_in_the_world(&self, words: &Words<'_>, publisher: PersonId) -> Vec<String> {
        let world = &self.scene.world;
        let mut open = Vec::new();
        let mut hold = |holds: bool, what: &str| {
            if holds {
                open.push(what.to_owned());
            }
        };
        hold(world.accounts.get(&words.account).is_none_or(|account| account.closed_at.is_some()), "account");
        hold(!self.speaks(AUTHOR, words.account, Capability::Write), "author's certification");
        hold(!self.speaks(publisher, words.account, Capability::Publish), "publisher's certification");
        hold(words.text.trim().is_empty() && words.pictures.is_empty(), "content");
        hold(self.events().any(|(_, event, _)| matches!(event, PostEvent::Abandoned {})), "abandoned");
        hold(world.clock_behind, "clock");
        hold(self.is_stopped(words.account), "stop");
        for picture in words.pictures {
            let lasts = picture.rights.as_ref().is_some_and(|rights| {
                !rights.evidence.trim().is_empty() && rights.until.is_none_or(|until| until > self.scene.now)
            });
            hold(!lasts, "rights");
        }
        open
    }

    pub fn is_stopped(&self, account: AccountId) -> bool {
        self.scene.world.stops.iter().any(|stop| match (stop.scope, &stop.lifted) {
            (_, Some(_)) => false,
            (StopScope::Company, None) => true,
            (StopScope::Account(only), None) => only == account,
        })
    }

    pub fn account(&self) -> Option<AccountId> {
        Some(self.now()?.account)
    }

    /// Doubts, questions that somebody asked, and the conditions of what was permitted.
    fn open_among_people(&self, words: &Words<'_>, mut ask: BTreeSet<bool>, open: &mut Vec<String>) {
        for (index, event, _) in self.events() {
            let later = || self.scene.history[index..].iter().map(|(event, ..)| event);
            match event {
                PostEvent::DoubtRaised { doubt, .. } => {
                    let resolved = later().any(|event| {
                        matches!(event, PostEvent::DoubtResolved { doubt: id, by, .. }
                            if id == doubt && !self.writers().contains(by))
                    });
                    if !resolved {
                        open.push("doubt".to_owned());
                    }
                }
                PostEvent::Consulted { with, .. } => {
                    ask.insert(*with == Consulted::Committee);
                }
                PostEvent::Ruled { consultation, verdict: Verdict::Permit, conditions, .. } => {
                    for number in 0..conditions.kept().unwrap().len() {
                        let met = later().any(|event| {
                            matches!(event, PostEvent::ConditionMet { consultation: id, condition, .. }
                                if id == consultation && usize::from(*condition) == number)
                        });
                        if !met {
                            open.push("condition".to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        for committee in ask {
            let with = if committee { Consulted::Committee } else { Consulted::Manager };
            if !self.permitted(words, with) {
                open.push(format!("{with:?}"));
            }
        }
    }

    /// Whether `by` said yes at `at` to exactly the words that stand now: an approval, or else a ruling.
    pub fn said_yes_to_these_words(&self, by: PersonId, at: Timestamp, ruling: bool) -> bool {
        let now = self.now();
        self.events().any(|(index, event, when)| {
            let said = match event {
                PostEvent::Approved { by: who, .. } | PostEvent::EmergencyJoined { by: who, .. } => {
                    !ruling && *who == by
                }
                PostEvent::Ruled { by: who, verdict: Verdict::Permit, .. } => ruling && *who == by,
                _ => false,
            };
            said && when == at && self.words(index) == now
        })
    }
}

impl Scene {
    fn facts_of_text(&self, text: &str) -> Report {
        let more = self.found_everywhere.iter().map(|mark| format!("[{mark}]。")).collect::<String>();
        inspect(&format!("{text}{more}"))
    }
}
