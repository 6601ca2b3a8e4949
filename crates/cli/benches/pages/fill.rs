//! A house with 10,000 posts and 200 people, written through the use cases: every line of its record is genuine, only the
//! clock is set. Three years of published posts, and what is under way in the last days in every state.

use std::{collections::BTreeSet, path::Path, sync::Arc, time::Instant};

use shingi_app::{
    App,
    clock::{SetClock, SystemClock},
    config::Config,
    demo::{
        self, DemoPerson, PASSWORD,
        content::{Goal, POSTS, SamplePost},
        picture,
    },
    ids::RandomIds,
    jobs,
    password::Secret,
    queries::desk::Part,
    session::Signed,
    use_cases::{
        acknowledge_policy::right_answers,
        add_person::PersonForm,
        grant_certification::CertificationForm,
        prove_by_hand::Proof,
        rule_consultation::{ProtectedReport, RulingForm},
        save_draft::PostForm,
    },
};
use shingi_domain::{
    account::Channel,
    certification::Capability,
    id::{AccountId, DeliveryId, PostId},
    obligation::{Duty, Party},
    people::{Language, PersonKind, PersonNames, Role},
    policy::{Class, Consulted},
    post::{Evidence, EvidenceKind, Progress, Verdict},
    time::Timestamp,
};
use shingi_store::{Log, Options, Store, view::posts::PostFilter};

const PEOPLE: usize = 200;
/// Of them, beside the demo's own.
const OPERATORS: usize = 40;
const DAYS: i64 = 3 * 365;
const STAGES: [&str; 10] =
    ["draft", "returned", "submitted", "scheduled", "sending", "unknown", "failed", "missed", "published", "abandoned"];

/// How far a post goes, and how many of 10,000: the rest is published.
const UNDER_WAY: [(What, usize); 11] = [
    (What::Draft, 300),
    (What::Abandoned, 300),
    (What::Waiting, 150),
    (What::Scheduled, 150),
    (What::Consulted, 60),
    (What::Returned, 60),
    (What::Missed, 50),
    (What::Doubted, 40),
    (What::Failed, 30),
    (What::Sending, 30),
    (What::Unknown, 30),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Published,
    Draft,
    Abandoned,
    Waiting,
    Scheduled,
    Consulted,
    Returned,
    Missed,
    Doubted,
    Failed,
    Sending,
    Unknown,
}

struct Fill<'a> {
    app: &'a App,
    clock: &'a SetClock,
    authors: Vec<Signed>,
    reviewer: Signed,
    publisher: Signed,
    member: Signed,
    accounts: Vec<(AccountId, bool)>,
    samples: Vec<&'static SamplePost>,
}

/// Makes the folder, unless it is there.
pub fn fill(folder: &Path, posts: usize) {
    if folder.exists() {
        return;
    }
    let (began, today) = (Instant::now(), now());
    let first = today.plus_micros(-DAYS * Timestamp::DAY);
    let clock = Arc::new(SetClock::at(first));
    let store = Store::open(folder, Options::fast_for_demo()).unwrap();
    let app = App::new(store, clock.clone(), Arc::new(RandomIds), Config::default()).unwrap();
    let demo = demo::seed(&app, &clock, first, "http://127.0.0.1:8420").unwrap();
    let fill = Fill::new(&app, &clock, &demo);
    let under_way = UNDER_WAY.iter().map(|(what, count)| (*what, count * posts / 10_000)).collect::<Vec<_>>();
    let published = posts - POSTS.len() - under_way.iter().map(|(_, count)| count).sum::<usize>();
    let last = today.plus_micros(-2 * Timestamp::DAY);
    for number in 0..published {
        let part = i64::try_from(number).unwrap() * ((last.0 - first.0) / i64::try_from(published).unwrap());
        clock.set(first.plus_micros(part).max(app.now()));
        fill.post(number, What::Published, today);
        if number % 1_000 == 999 {
            eprintln!("{} of {posts} posts in {:.0?}", number + 1, began.elapsed());
        }
    }
    clock.set(last.max(app.now()));
    // Round robin, so that each state has old and new ones.
    let most = under_way.iter().map(|(_, count)| *count).max().unwrap();
    for turn in 0..most {
        for (what, _) in under_way.iter().filter(|(_, count)| turn < *count) {
            fill.post(published + turn, *what, today);
        }
    }
    clock.set(today.max(app.now()));
    jobs::look(&app).unwrap();
    eprintln!(
        "filled in {:.0?}; the clock stood at {} s from now",
        began.elapsed(),
        (app.now().0 - now().0) / 1_000_000
    );
}

fn now() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_microsecond())
}

impl<'a> Fill<'a> {
    fn new(app: &'a App, clock: &'a SetClock, demo: &[DemoPerson]) -> Self {
        let who = |login: &str| {
            let person = demo.iter().find(|person| person.email.starts_with(login)).unwrap();
            app.bearer(&Secret::new(person.token.clone())).unwrap().unwrap()
        };
        let administrator = who("yamada");
        let manager = who("yamamoto").id();
        let answers = right_answers(&app.in_force().unwrap().pack);
        let mut authors = ["sato", "takahashi", "ito", "yamamoto"].map(who).to_vec();
        for number in demo.len()..PEOPLE {
            let operator = number < demo.len() + OPERATORS;
            let names = PersonNames {
                name: format!("社員 {number}"),
                kana: format!("しゃいん {number}"),
                email: format!("op{number}@asanagi.example"),
            };
            let form = PersonForm {
                kind: if number % 5 == 0 { PersonKind::ExternalStaff } else { PersonKind::Employee },
                roles: BTreeSet::from([if operator { Role::Operator } else { Role::Employee }]),
                manager: Some(manager),
                language: Language::Ja,
                names,
            };
            let person = app.add_person(&administrator, form, &Secret::new(PASSWORD.into())).unwrap();
            if operator {
                app.take_quiz(&app.signed_as(person).unwrap(), &answers).unwrap();
                app.acknowledge_policy(&app.signed_as(person).unwrap()).unwrap();
                authors.push(app.signed_as(person).unwrap());
            }
        }
        let accounts = app.accounts().unwrap();
        let examiner = who("yoshida");
        for author in &authors {
            let form = CertificationForm {
                person: author.id(),
                accounts: accounts.iter().map(|account| account.id).collect(),
                capabilities: [Capability::Write, Capability::Review, Capability::Publish].into(),
                from: app.now(),
                until: app.now().plus_micros((DAYS + 400) * Timestamp::DAY),
            };
            app.grant_certification(&examiner, form).unwrap();
        }
        let by_hand = |account: &shingi_domain::account::Account| (account.id, account.channel == Channel::ByHand);
        let published = |post: &&SamplePost| matches!(post.goal, Goal::Published(_)) && !post.picture;
        Self {
            app,
            clock,
            authors,
            reviewer: who("takahashi"),
            publisher: who("yamamoto"),
            member: who("kobayashi"),
            accounts: accounts
                .iter()
                .filter(|account| account.medium != shingi_domain::account::Medium::Instagram)
                .map(by_hand)
                .collect(),
            samples: POSTS.iter().filter(published).collect(),
        }
    }

    fn form(&self, number: usize, what: What) -> PostForm {
        let sample = self.samples[number % self.samples.len()];
        let by_hand = matches!(what, What::Sending | What::Unknown | What::Failed);
        let fits = self.accounts.iter().filter(|(_, hand)| !by_hand || *hand).map(|(id, _)| *id).collect::<Vec<_>>();
        // Every fourth on two accounts; each text is its own.
        let count = if number.is_multiple_of(4) { 2.min(fits.len()) } else { 1 };
        let accounts = (0..count).map(|n| (fits[(number + n) % fits.len()], None)).collect();
        let delicate = what == What::Consulted || (what == What::Published && number.is_multiple_of(25));
        PostForm {
            class: if delicate { Class::Delicate } else { sample.class },
            title: format!("{}（その{number}）", sample.title),
            text: format!("{}\nこれは、お知らせの控えのうち、整理番号がA-{number}のものです。", sample.text),
            benefit: sample.benefit.into(),
            sources: vec!["点検年報（自社、2026年4月公開）".into()],
            pictures: Vec::new(),
            accounts,
            answers: String::new(),
            corrects: None,
        }
    }

    fn post(&self, number: usize, what: What, today: Timestamp) {
        let author = self.author(number);
        let id = self.app.draft_post(author, false).unwrap().post.id;
        self.app.revise_post(author, id, self.form(number, what), 0).unwrap();
        match what {
            What::Draft => return,
            What::Abandoned => return drop(self.app.abandon_post(author, id).unwrap()),
            _ => drop(self.app.submit_post(author, id).unwrap()),
        }
        self.clock.advance_minutes(1);
        let (app, reviewer) = (self.app, &self.reviewer);
        match what {
            What::Draft | What::Abandoned | What::Waiting => {}
            What::Returned => drop(app.return_post(reviewer, id, "日付を書いてください。".into()).unwrap()),
            What::Doubted => drop(app.raise_doubt(reviewer, id, "販売部に確かめる必要があります。".into()).unwrap()),
            What::Consulted => drop(app.consult_on_post(author, id, Consulted::Committee, QUESTION.into()).unwrap()),
            What::Missed => {
                self.schedule(id, app.now().plus_minutes(1));
                self.clock.advance_minutes(20);
                jobs::look(app).unwrap();
            }
            What::Scheduled => {
                self.clear(author, id);
                let ahead = Timestamp::HOUR * i64::try_from(number % 700 + 3).unwrap();
                self.schedule(id, today.plus_micros(ahead));
            }
            What::Published | What::Sending | What::Unknown | What::Failed => {
                self.clear(author, id);
                self.send(id, what);
            }
        }
    }

    /// Never the reviewer or the publisher: nobody clears their own.
    fn author(&self, number: usize) -> &Signed {
        let others =
            self.authors.iter().filter(|author| ![self.reviewer.id(), self.publisher.id()].contains(&author.id()));
        let others = others.collect::<Vec<_>>();
        others[number % others.len()]
    }

    fn deliveries(&self, id: PostId) -> Vec<(DeliveryId, bool)> {
        let desk = self.app.desk(&self.publisher, id).unwrap();
        let hand = |part: &Part| part.account.as_ref().unwrap().channel == Channel::ByHand;
        desk.parts.iter().map(|part| (part.delivery.id, hand(part))).collect()
    }

    fn schedule(&self, id: PostId, due: Timestamp) {
        for (delivery, _) in self.deliveries(id) {
            self.app.schedule_delivery(&self.publisher, id, delivery, due).unwrap();
        }
    }

    /// Does what is still open, as the people would.
    fn clear(&self, author: &Signed, id: PostId) {
        let app = self.app;
        let desk = app.desk(author, id).unwrap();
        let consult = desk.post.class == Class::Delicate || desk.waits_for().contains(&Party::Committee);
        for key in desk.to_be_answered() {
            let kind = EvidenceKind::ConfirmedBy;
            let evidence = Evidence { kind, text: "広報室と担当部署で確かめた".into(), url: None };
            app.answer_finding(author, id, key, evidence).unwrap();
        }
        if consult {
            let asked = app.consult_on_post(author, id, Consulted::Committee, QUESTION.into()).unwrap();
            let form = RulingForm {
                protected: Some(ProtectedReport::No),
                verdict: Some(Verdict::Permit),
                reason: "事実だけを述べており、差し支えない。".into(),
                conditions: Vec::new(),
                digests: asked.post.digests(),
            };
            app.rule_consultation(&self.member, id, asked.post.consultations.last().unwrap().id, form).unwrap();
        }
        let desk = app.desk(author, id).unwrap();
        let digests = desk.to_be_cleared().map(|part| (part.delivery.id, part.delivery.digest)).collect();
        app.approve_post(&self.reviewer, id, digests, String::new()).unwrap();
        let cooling = desk.parts.iter().flat_map(Part::open).filter_map(|open| match open.duty {
            Duty::CoolingOff { until } => Some(until),
            _ => None,
        });
        self.clock.set(cooling.max().unwrap_or_else(|| app.now()).max(app.now()));
    }

    fn send(&self, id: PostId, what: What) {
        let (app, publisher) = (self.app, &self.publisher);
        for (delivery, by_hand) in self.deliveries(id) {
            if !by_hand {
                app.schedule_delivery(publisher, id, delivery, app.now().plus_micros(1)).unwrap();
                continue;
            }
            app.start_by_hand(publisher, id, delivery).unwrap();
            let why = || "画面が閉じた。公開されたかを確かめている。".to_owned();
            match what {
                What::Sending => {}
                What::Unknown => drop(app.report_unknown(publisher, id, delivery, why()).unwrap()),
                What::Failed => drop(app.report_not_published(publisher, id, delivery, why()).unwrap()),
                _ => {
                    let proof = Proof {
                        url: format!("https://x.example/asanagi_kiki/{delivery}"),
                        capture: Some(picture::sample()),
                    };
                    app.prove_by_hand(publisher, id, delivery, proof).unwrap();
                }
            }
        }
        self.clock.set(app.now().plus_micros(2));
        jobs::look(app).unwrap();
        let desk = app.desk(publisher, id).unwrap();
        let out = |part: &Part| matches!(part.delivery.progress, Progress::Published { .. });
        let open = desk.parts.iter().flat_map(Part::open).map(|open| format!("{:?}", open.duty));
        assert!(what != What::Published || desk.parts.iter().all(out), "{:?}", open.collect::<Vec<_>>());
    }
}

const QUESTION: &str = "この内容で出してよいか、ご意見をください。";

/// One who is signed in: the cookie of a browser and what a form must carry, the bearer token of a program.
pub struct Person {
    pub login: &'static str,
    pub cookie: String,
    pub bearer: String,
    pub id: String,
}

/// What the routes name: ids by how far a post has come.
pub struct House {
    pub posts: i64,
    pub people: usize,
    pub lines: u64,
    pub signed_in: Vec<Person>,
    /// Stage → posts, newest and oldest.
    stages: Vec<(&'static str, Vec<String>)>,
    /// Account as its page is called → published deliveries.
    pub official: Vec<(String, Vec<String>)>,
    pub by_hand: Vec<(String, String)>,
    pub consultations: Vec<String>,
    /// Where pages of the list begin.
    pub befores: Vec<String>,
}

impl House {
    pub fn stage(&self, stage: &str) -> &[String] {
        &self.stages.iter().find(|(name, _)| *name == stage).unwrap().1
    }

    pub fn auditor(&self) -> &Person {
        self.signed_in.iter().find(|person| person.login == "sasaki").unwrap()
    }
}

/// The people who are at work: sixteen of the twenty clients, the rest are strangers.
pub const AT_WORK: [&str; 16] = [
    "sato",
    "takahashi",
    "ito",
    "yamamoto",
    "op12",
    "op13",
    "op14",
    "op15",
    "nakamura",
    "kobayashi",
    "kato",
    "sasaki",
    "sasaki",
    "yamada",
    "yoshida",
    "matsumoto",
];

/// Signs everybody in and looks up what the routes name.
pub fn open(folder: &Path) -> House {
    let store = Store::open(folder, Options::serve()).unwrap();
    let app = App::new(store, Arc::new(SystemClock), Arc::new(RandomIds), Config::default()).unwrap();
    let signed_in = AT_WORK.map(|login| {
        let address = format!("{login}@asanagi.example");
        let (secret, signed) = app.sign_in(&address, &Secret::new(PASSWORD.into()), login).unwrap();
        let bearer = app.create_token(&signed, "bench").unwrap().reveal().to_owned();
        (
            signed.clone(),
            Person { login, cookie: format!("shingi={}", secret.reveal()), bearer, id: signed.id().to_string() },
        )
    });
    let who = signed_in[1].0.clone();
    let rows = |stage: &str| {
        app.posts(&who, &PostFilter { stage: stage.to_owned(), count: 300, ..PostFilter::default() }).unwrap()
    };
    let ids = |stage: &str| rows(stage).into_iter().map(|row| row.post).collect::<Vec<_>>();
    let published = |account: &shingi_domain::account::Account| {
        let rows = app.published(account.id, None, 300).unwrap();
        let handle = account.details.kept().unwrap().handle.clone();
        let name = if account.channel == Channel::ByHand { account.id.to_string() } else { handle };
        (name, rows.into_iter().map(|row| row.delivery).collect())
    };
    let by_hand = ids("sending").into_iter().filter_map(|post| {
        let desk = app.desk(&who, post.parse().unwrap()).unwrap();
        Some((post, desk.parts.first()?.delivery.id.to_string()))
    });
    let accounts = app.accounts().unwrap();
    let consultations = |ruled: bool| {
        let rows = app.consultations(&who, ruled, None, 100).unwrap();
        rows.into_iter().map(|row| row.consultation).collect::<Vec<_>>()
    };
    House {
        posts: app.post_counts(&who).unwrap().iter().map(|(_, count)| count).sum(),
        people: app.people(&who).unwrap().len(),
        lines: app.store.read(|read| read.size(Log::Record)).unwrap(),
        stages: STAGES.map(|stage| (stage, ids(stage))).to_vec(),
        official: accounts.iter().map(published).filter(|(_, rows): &(String, Vec<String>)| !rows.is_empty()).collect(),
        by_hand: by_hand.collect(),
        consultations: [false, true].map(consultations).concat(),
        befores: rows("published").iter().step_by(30).map(|row| row.cursor().to_string()).collect(),
        signed_in: signed_in.map(|(_, person)| person).into(),
    }
}
