//! The sample organisation, brought to life through the same use cases as a real one: every line of its record is
//! genuine, only the clock is set. About thirty posts in every state, Japanese texts. Serves every item.

pub mod content;
pub mod picture;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{Timestamp as Moment, ToSpan as _, tz::TimeZone};
use serde::Serialize;
use shingi_domain::{
    account::AccountDetails,
    id::{AccountId, DeliveryId, PersonId, PostId},
    obligation::Party,
    organisation::OrganisationDetails,
    people::{Language, PersonNames, Role},
    policy::Consulted,
    post::{Consent, Evidence, EvidenceKind, Progress, Rights, RightsBasis, Verdict},
    time::Timestamp,
};

use self::content::{
    ACCOUNTS, CONTACTS, Goal, NOT_YET, ORGANISATION, OTHER_NAMES, PEOPLE, POSTS, SamplePost, TIME_ZONE,
};
use crate::{
    App, AppError,
    clock::SetClock,
    jobs,
    password::Secret,
    session::Signed,
    use_cases::{
        acknowledge_policy::right_answers,
        add_person::PersonForm,
        found_organisation::Founding,
        grant_certification::CertificationForm,
        prove_by_hand::Proof,
        register_account::AccountForm,
        rule_consultation::{ProtectedReport, RulingForm},
        save_draft::PostForm,
    },
};

/// How to sign in as each sample person. Written to `demo.json`, never logged.
#[derive(Serialize)]
pub struct DemoPerson {
    pub name: String,
    pub email: String,
    pub password: String,
    pub roles: Vec<Role>,
    pub token: String,
}

/// All sample people share it: the demo listens on loopback and holds nothing real.
pub const PASSWORD: &str = "asanagi-demo-2026";

struct Demo<'a> {
    app: &'a App,
    clock: &'a SetClock,
    today: Timestamp,
    people: BTreeMap<&'static str, PersonId>,
    accounts: BTreeMap<&'static str, AccountId>,
}

/// Fills an empty data folder. `clock` is the clock of `app`; it is left at `today`.
pub fn seed(app: &App, clock: &Arc<SetClock>, today: Timestamp, public_url: &str) -> Result<Vec<DemoPerson>, AppError> {
    let mut demo = Demo { app, clock, today, people: BTreeMap::new(), accounts: BTreeMap::new() };
    clock.set(today.plus_micros(-40 * Timestamp::DAY));
    let sign_ins = demo.people(public_url)?;
    demo.accounts_and_certifications()?;
    let mut posts = POSTS.iter().collect::<Vec<_>>();
    posts.sort_by_key(|post| match post.goal {
        Goal::Published(days) => -days,
        _ => 0,
    });
    for post in posts {
        demo.post(post)?;
    }
    clock.set(today);
    jobs::look(app)?;
    Ok(sign_ins)
}

impl Demo<'_> {
    fn who(&self, login: &str) -> Result<Signed, AppError> {
        self.app.signed_as(*self.people.get(login).ok_or(AppError::NotFound("person"))?)
    }

    fn people(&mut self, public_url: &str) -> Result<Vec<DemoPerson>, AppError> {
        let secret = self.app.draw_setup_secret()?.ok_or(AppError::SetUpLink)?;
        let mut sign_ins = Vec::new();
        for sample in PEOPLE {
            let email = format!("{}@asanagi.example", sample.login);
            let names = PersonNames { name: sample.name.into(), kana: sample.kana.into(), email: email.clone() };
            let password = Secret::new(PASSWORD.into());
            let person = if self.people.is_empty() {
                let organisation = OrganisationDetails {
                    name: ORGANISATION.into(),
                    other_names: OTHER_NAMES.map(String::from).to_vec(),
                    contacts: CONTACTS.map(String::from).to_vec(),
                    public_url: public_url.into(),
                    time_zone: TIME_ZONE.into(),
                };
                let founding = Founding { organisation, administrator: names, language: Language::Ja, password };
                self.app.found_organisation(&secret, founding)?
            } else {
                let form = PersonForm {
                    kind: sample.kind,
                    roles: sample.roles.iter().copied().collect(),
                    manager: sample.manager.and_then(|manager| self.people.get(manager).copied()),
                    language: Language::Ja,
                    names,
                };
                self.app.add_person(&self.who(PEOPLE[0].login)?, form, &password)?
            };
            self.people.insert(sample.login, person);
            let token = self.app.create_token(&self.who(sample.login)?, "demo")?.reveal().to_owned();
            let roles = sample.roles.to_vec();
            sign_ins.push(DemoPerson { name: sample.name.into(), email, password: PASSWORD.into(), roles, token });
        }
        Ok(sign_ins)
    }

    fn accounts_and_certifications(&mut self) -> Result<(), AppError> {
        let administrator = self.who(PEOPLE[0].login)?;
        for sample in ACCOUNTS {
            let details = AccountDetails {
                name: sample.name.into(),
                handle: sample.handle.into(),
                url: sample.url.into(),
                colour: sample.colour,
            };
            let form = AccountForm { medium: sample.medium, channel: sample.channel, details };
            self.accounts.insert(sample.key, self.app.register_account(&administrator, form)?);
        }
        for sample in PEOPLE.iter().filter(|sample| !NOT_YET.contains(&sample.login)) {
            let answers = right_answers(&self.app.in_force()?.pack);
            self.app.take_quiz(&self.who(sample.login)?, &answers)?;
            self.app.acknowledge_policy(&self.who(sample.login)?)?;
        }
        let examiner = self.who("yoshida")?;
        for sample in PEOPLE.iter().filter(|sample| !sample.certified.is_empty()) {
            let form = CertificationForm {
                person: self.people[sample.login],
                accounts: self.accounts.values().copied().collect(),
                capabilities: sample.certified.iter().copied().collect::<BTreeSet<_>>(),
                from: self.app.now(),
                until: self.app.now().plus_micros(400 * Timestamp::DAY),
            };
            self.app.grant_certification(&examiner, form)?;
        }
        Ok(())
    }

    /// Brings one post as far as its goal says.
    fn post(&self, sample: &SamplePost) -> Result<(), AppError> {
        self.clock.set(self.begin_of(sample.goal));
        let author = self.who(sample.author)?;
        let id = self.app.draft_post(&author, false)?.post.id;
        self.app.revise_post(&author, id, self.form(sample, &author)?, 0)?;
        match sample.goal {
            Goal::Draft => return Ok(()),
            Goal::Abandoned => return self.app.abandon_post(&author, id).map(drop),
            _ => self.app.submit_post(&author, id)?,
        };
        self.clock.advance_minutes(9);
        match sample.goal {
            Goal::Draft | Goal::Abandoned | Goal::Waiting => Ok(()),
            Goal::Returned(comment) => self.app.return_post(&self.reviewer(sample)?, id, comment.into()).map(drop),
            Goal::Doubted(reason) => self.app.raise_doubt(&self.reviewer(sample)?, id, reason.into()).map(drop),
            Goal::Consulted(question) => {
                self.app.consult_on_post(&author, id, Consulted::Committee, question.into()).map(drop)
            }
            Goal::Cleared => self.clear(sample, id),
            Goal::Scheduled(days, hour) => {
                self.clear(sample, id)?;
                self.schedule(id, self.at(days, hour))
            }
            Goal::Held(days, hour, reason) => {
                self.clear(sample, id)?;
                self.schedule(id, self.at(days, hour))?;
                self.app.raise_doubt(&self.who("ito")?, id, reason.into()).map(drop)
            }
            Goal::Published(_) => {
                self.clear(sample, id)?;
                self.publish(id)
            }
            Goal::Sending | Goal::Unknown => {
                self.clear(sample, id)?;
                let publisher = self.who("takahashi")?;
                for delivery in self.deliveries(id)? {
                    self.app.start_by_hand(&publisher, id, delivery)?;
                    if sample.goal == Goal::Unknown {
                        let why = "投稿の途中で画面が閉じた。公開されたかを確かめている。";
                        self.app.report_unknown(&publisher, id, delivery, why.into())?;
                    }
                }
                Ok(())
            }
            Goal::Missed => {
                self.schedule(id, self.app.now().plus_minutes(30))?;
                self.clock.advance_minutes(60);
                jobs::look(self.app)
            }
        }
    }

    /// When a post was begun: published ones long ago, the rest yesterday afternoon.
    fn begin_of(&self, goal: Goal) -> Timestamp {
        let days = match goal {
            Goal::Published(days) => days,
            _ => 1,
        };
        self.at(-days, 14).plus_minutes(self.app.now().0.rem_euclid(50)).max(self.app.now())
    }

    fn at(&self, days: i64, hour: i8) -> Timestamp {
        let zone = TimeZone::get(TIME_ZONE).unwrap_or(TimeZone::UTC);
        let today =
            Moment::from_microsecond(self.today.0).unwrap_or(Moment::UNIX_EPOCH).to_zoned_datetime(zone.clone());
        let day = today.date().saturating_add(days.days());
        let moment = day.at(hour, 0, 0, 0).to_zoned_datetime(zone).map(|zoned| zoned.timestamp().as_microsecond());
        Timestamp(moment.unwrap_or(self.today.0))
    }

    fn form(&self, sample: &SamplePost, author: &Signed) -> Result<PostForm, AppError> {
        let mut pictures = Vec::new();
        if sample.picture {
            let mut picture = self.app.add_picture(author, &picture::sample())?;
            picture.alt = "水の入ったガラスのコップと、白い浄水機。背景は淡い青。".into();
            picture.rights = Some(Rights {
                basis: RightsBasis::OwnWork,
                evidence: "社内の広報係が作図".into(),
                until: None,
                consent: Consent::NobodyRecognisable,
            });
            pictures.push(picture);
        }
        Ok(PostForm {
            class: sample.class,
            title: sample.title.into(),
            text: sample.text.into(),
            benefit: sample.benefit.into(),
            sources: sample.source.map(String::from).into_iter().collect(),
            answers: String::new(),
            corrects: None,
            pictures,
            accounts: sample.accounts.iter().map(|key| (self.accounts[key], None)).collect(),
        })
    }

    fn reviewer(&self, sample: &SamplePost) -> Result<Signed, AppError> {
        self.who(if sample.author == "takahashi" { "yamamoto" } else { "takahashi" })
    }

    fn deliveries(&self, id: PostId) -> Result<Vec<DeliveryId>, AppError> {
        Ok(self.app.desk(&self.who("takahashi")?, id)?.post.deliveries.keys().copied().collect())
    }

    /// Does what is still open, as the people would: answers, a ruling, a review, and the cooling-off time.
    fn clear(&self, sample: &SamplePost, id: PostId) -> Result<(), AppError> {
        let author = self.who(sample.author)?;
        let desk = self.app.desk(&author, id)?;
        let consult = desk.waits_for().contains(&Party::Committee);
        for key in desk.to_be_answered() {
            let evidence =
                Evidence {
                    kind: EvidenceKind::ConfirmedBy, text: "広報室と担当部署で確かめた".into(), url: None
                };
            self.app.answer_finding(&author, id, key, evidence)?;
        }
        if consult {
            self.rule(&author, id)?;
        }
        let digests =
            self.app.desk(&author, id)?.to_be_cleared().map(|part| (part.delivery.id, part.delivery.digest)).collect();
        self.app.approve_post(&self.reviewer(sample)?, id, digests, String::new())?;
        self.clock.advance_minutes(31);
        Ok(())
    }

    fn rule(&self, author: &Signed, id: PostId) -> Result<(), AppError> {
        let question = "この内容で出してよいか、ご意見をください。";
        let asked = self.app.consult_on_post(author, id, Consulted::Committee, question.into())?;
        let consultation = asked.post.consultations.last().ok_or(AppError::NotFound("consultation"))?.id;
        let form = RulingForm {
            protected: Some(ProtectedReport::No),
            verdict: Some(Verdict::Permit),
            reason: "事実だけを述べており、差し支えない。".into(),
            conditions: Vec::new(),
            digests: asked.post.digests(),
        };
        self.app.rule_consultation(&self.who("kobayashi")?, id, consultation, form).map(drop)
    }

    fn schedule(&self, id: PostId, due: Timestamp) -> Result<(), AppError> {
        let publisher = self.who("takahashi")?;
        for delivery in self.deliveries(id)? {
            self.app.schedule_delivery(&publisher, id, delivery, due)?;
        }
        Ok(())
    }

    /// The official page by its schedule, everything else by hand with proof.
    fn publish(&self, id: PostId) -> Result<(), AppError> {
        let publisher = self.who("takahashi")?;
        let desk = self.app.desk(&publisher, id)?;
        for part in &desk.parts {
            let account = part.account.as_ref().ok_or(AppError::NotFound("account"))?;
            let delivery = part.delivery.id;
            if self.app.connectors.connector(account.channel).manifest().automatic {
                self.app.schedule_delivery(&publisher, id, delivery, self.app.now().plus_minutes(5))?;
            } else {
                self.app.start_by_hand(&publisher, id, delivery)?;
                self.clock.advance_minutes(2);
                let base = account.details.kept().map_or("", |details| details.url.as_str());
                let proof = Proof { url: format!("{base}/posts/{delivery}"), capture: Some(picture::sample()) };
                self.app.prove_by_hand(&publisher, id, delivery, proof)?;
            }
        }
        self.clock.advance_minutes(6);
        jobs::look(self.app)?;
        let done = self.app.desk(&publisher, id)?;
        let published =
            |part: &crate::queries::desk::Part| matches!(part.delivery.progress, Progress::Published { .. });
        if done.parts.iter().all(published) {
            return Ok(());
        }
        let open =
            done.parts.iter().flat_map(|part| part.open()).map(|open| format!("{:?}", open.duty)).collect::<Vec<_>>();
        Err(AppError::Record(format!("a sample post could not be published: {open:?}")))
    }
}
