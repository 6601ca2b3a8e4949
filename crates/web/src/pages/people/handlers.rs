//! The directory and the certifications (1-1, 2-1). Everyone sees their own page; who keeps the directory sees all.

use std::collections::BTreeSet;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use jiff::{ToSpan as _, civil::Date};
use serde::Deserialize;
use shingi_app::{
    App, AppError,
    password::Secret,
    use_cases::{add_person::PersonForm as Directory, grant_certification::CertificationForm as Grant},
};
use shingi_domain::{
    certification::{Capability, Certification, CertificationState},
    id::{CertificationId, PersonId},
    people::{Language, Leave, Person, PersonKind, PersonNames, Role, Weekday},
    permit::Action,
    pledge::Standing,
    time::Timestamp,
    world::World,
};

use super::view::{
    CertificationForm, CertificationStanding, CertificationView, PeoplePage, PersonForm, PersonPage, PersonRow,
    PresenceForm,
};
use crate::{
    form::{Checked, Fields, done, html, word, word_of},
    pages::{
        FieldProblem, Here,
        parts::{Choice, Clock, Due, Tab},
    },
    present::{Present, field_problems},
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/people", get(index).post(create))
        .route("/people/new", get(new))
        .route("/people/{id}", get(show).post(change))
        .route("/people/{id}/presence", post(presence))
        .route("/me", get(me))
        .route("/me/password", post(password))
        .route("/certifications", post(grant))
        .route("/certifications/{id}/suspension", post(suspend))
}

const KINDS: [PersonKind; 3] = [PersonKind::Employee, PersonKind::Officer, PersonKind::ExternalStaff];
const CAPABILITIES: [Capability; 4] = [Capability::Write, Capability::Review, Capability::Publish, Capability::Reply];

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    kind: String,
    q: String,
}

async fn me(me: Me) -> Redirect {
    Redirect::to(&format!("/people/{}", me.signed.id()))
}

fn present(app: &App, me: &Me) -> Result<Present, AppError> {
    Ok(Present { lang: me.visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

fn list(app: &App, me: &Me, asked: &Asked, form: Option<PersonForm>) -> Result<PeoplePage, AppError> {
    let show = present(app, me)?;
    let people = app.people(&me.signed)?;
    let world = app.store.read(|read| app.world(read, show.now))?;
    let mut rows = people.iter().filter(|person| person.is_here() && matches(person, asked)).collect::<Vec<_>>();
    rows.sort_by_key(|person| order(person));
    let tab = |kind: Option<PersonKind>| {
        let word = kind.map(|kind| word_of(&kind)).unwrap_or_default();
        let count =
            people.iter().filter(|person| person.is_here() && kind.is_none_or(|kind| kind == person.kind)).count();
        Tab {
            href: if word.is_empty() { "/people".to_owned() } else { format!("/people?kind={word}") },
            label: if word.is_empty() { show.t("posts-all") } else { show.t(&format!("person-kind-{}", word)) },
            count: u32::try_from(count).ok(),
            current: asked.kind == word,
        }
    };
    Ok(PeoplePage {
        page: me.visitor.page(Here::People),
        tabs: std::iter::once(None).chain(KINDS.map(Some)).map(tab).collect(),
        query: asked.q.clone(),
        rows: rows.into_iter().map(|person| row(&show, &world, person)).collect(),
        form,
        may_add: me.signed.may(Action::ManagePeople),
        may_see_acknowledgements: me.signed.may(Action::SeeAcknowledgements),
        more: None,
    })
}

fn order(person: &Person) -> (String, String) {
    person.names.kept().map(|names| (names.kana.clone(), names.name.clone())).unwrap_or_default()
}

fn matches(person: &Person, asked: &Asked) -> bool {
    let kind = asked.kind.is_empty() || word_of(&person.kind) == asked.kind;
    let words = person.names.kept().is_some_and(|names| {
        [&names.name, &names.kana, &names.email]
            .iter()
            .any(|text| text.to_lowercase().contains(&asked.q.to_lowercase()))
    });
    kind && (asked.q.is_empty() || words)
}

fn row(show: &Present, world: &World, person: &Person) -> PersonRow {
    let held = world.certifications.iter().filter(|held| held.person == person.id && held.is_in_force(show.now));
    let mut accounts = Vec::new();
    let mut until = None;
    for certification in held {
        accounts.extend(
            certification.accounts.iter().filter_map(|id| world.accounts.get(id)).map(|account| show.account(account)),
        );
        until = Some(until.map_or(certification.until, |earlier: Timestamp| earlier.min(certification.until)));
    }
    PersonRow {
        href: format!("/people/{}", person.id),
        name: show.person(world, person.id),
        kana: person.names.kept().map(|names| names.kana.clone()).unwrap_or_default(),
        kind: show.t(&format!("person-kind-{}", word_of(&person.kind))),
        roles: roles(show, person),
        accounts,
        until: until.map(|at| ends(show, at)),
    }
}

fn roles(show: &Present, person: &Person) -> Vec<String> {
    person.roles.iter().map(|role| show.t(&format!("role-{}", word_of(role)))).collect()
}

/// The end of a certification: soon from 30 days before.
fn ends(show: &Present, at: Timestamp) -> Due {
    let clock = if at <= show.now {
        Clock::Over
    } else if at.0 - show.now.0 < 30 * Timestamp::DAY {
        Clock::Soon
    } else {
        Clock::Track
    };
    Due::new(show.day(at), clock)
}

async fn index(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    html(&web.run(move |app| list(app, &me, &asked, None)).await?)
}

async fn new(State(web): State<Web>, me: Me) -> Answer {
    me.signed.require(Action::ManagePeople)?;
    let page = web
        .run(move |app| {
            let show = present(app, &me)?;
            let form = person_form(app, &me, &show, "/people".to_owned(), &Fields::default(), None)?;
            list(app, &me, &Asked::default(), Some(form))
        })
        .await?;
    html(&page)
}

/// The form with what was typed, else with what is on record.
fn person_form(
    app: &App,
    me: &Me,
    show: &Present,
    action: String,
    typed: &Fields,
    person: Option<&Person>,
) -> Result<PersonForm, AppError> {
    let names = person.and_then(|person| person.names.kept());
    let text = |field: &str, kept: Option<&String>| {
        if typed.0.is_empty() { kept.cloned().unwrap_or_default() } else { typed.get(field).to_owned() }
    };
    let kind = if typed.0.is_empty() {
        person.map_or(PersonKind::Employee, |person| person.kind)
    } else {
        typed.word("kind").unwrap_or(PersonKind::Employee)
    };
    let language = if typed.0.is_empty() {
        person.map_or(Language::Ja, |person| person.language)
    } else {
        typed.word("language").unwrap_or(Language::Ja)
    };
    let manager = if typed.0.is_empty() { person.and_then(|person| person.manager) } else { typed.parse("manager") };
    let chosen = |role: Role| {
        if typed.0.is_empty() {
            person.is_some_and(|person| person.roles.contains(&role))
        } else {
            typed.all("role").any(|given| given == word_of(&role))
        }
    };
    let people = app.people(&me.signed)?;
    let mut managers = vec![Choice::new("", show.t("people-no-manager"), manager.is_none())];
    managers.extend(people.iter().filter(|other| other.is_here() && Some(other.id) != person.map(|p| p.id)).map(
        |other| {
            let name = other.names.kept().map(|names| names.name.clone()).unwrap_or_default();
            Choice::new(other.id.to_string(), name, manager == Some(other.id))
        },
    ));
    Ok(PersonForm {
        is_new: person.is_none(),
        action,
        name: text("name", names.map(|names| &names.name)),
        kana: text("kana", names.map(|names| &names.kana)),
        email: text("email", names.map(|names| &names.email)),
        kinds: KINDS
            .map(|one| Choice::new(word_of(&one), show.t(&format!("person-kind-{}", word_of(&one))), one == kind))
            .into(),
        roles: Role::ALL
            .map(|role| Choice::new(word_of(&role), show.t(&format!("role-{}", word_of(&role))), chosen(role)))
            .into(),
        languages: [Language::Ja, Language::En]
            .map(|one| Choice::new(word_of(&one), show.t(&format!("language-{}", word_of(&one))), one == language))
            .into(),
        managers,
    })
}

fn directory(fields: &Fields) -> Option<Directory> {
    let text = |name: &str| fields.get(name).trim().to_owned();
    Some(Directory {
        kind: fields.word("kind")?,
        roles: fields.all("role").filter_map(word::<Role>).collect(),
        manager: fields.parse("manager"),
        language: fields.word("language")?,
        names: PersonNames { name: text("name"), kana: text("kana"), email: text("email") },
    })
}

async fn create(State(web): State<Web>, me: Me, Checked { fields, .. }: Checked) -> Answer {
    let form = directory(&fields).ok_or_else(Problem::stale_form)?;
    let password = Secret::new(fields.get("password").to_owned());
    let who = me.signed.clone();
    match web.run(move |app| app.add_person(&who, form, &password)).await {
        Ok(person) => Ok(done(&format!("/people/{person}"), "person-added")),
        Err(AppError::Invalid(problems)) => {
            let problems = field_problems(me.visitor.lang, &problems);
            let page = web.run(move |app| {
                let show = present(app, &me)?;
                let form = person_form(app, &me, &show, "/people".to_owned(), &fields, None)?;
                list(app, &me, &Asked::default(), Some(form))
            });
            let mut page = page.await?;
            page.page.problems = problems;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn show(State(web): State<Web>, me: Me, Path(id): Path<String>) -> Answer {
    let id = id.parse::<PersonId>().map_err(|_| Problem::not_found())?;
    html(&web.run(move |app| build(app, &me, id, &Fields::default())).await?)
}

fn build(app: &App, me: &Me, id: PersonId, typed: &Fields) -> Result<PersonPage, AppError> {
    let manages = me.signed.may(Action::ManagePeople);
    let certifies = me.signed.may(Action::GrantCertification) && me.signed.id() != id;
    if !manages && !certifies && me.signed.id() != id {
        me.signed.require(Action::ReadPosts)?;
    }
    let show = present(app, me)?;
    let world = app.store.read(|read| app.world(read, show.now))?;
    let person = world.people.get(&id).ok_or(AppError::NotFound("person"))?;
    let names = person.names.kept();
    let deputy = person.deputies.iter().find(|deputy| deputy.from <= show.now && show.now < deputy.until);
    let mut held = world.certifications.iter().filter(|held| held.person == id).collect::<Vec<_>>();
    held.sort_by_key(|held| std::cmp::Reverse(held.number));
    let edit = if manages {
        Some(person_form(app, me, &show, format!("/people/{id}"), directory_fields(typed), Some(person))?)
    } else {
        None
    };
    Ok(PersonPage {
        page: me.visitor.page(if me.signed.id() == id { Here::Elsewhere } else { Here::People }),
        person: id.to_string(),
        name: show.person(&world, id),
        kana: names.map(|names| names.kana.clone()).unwrap_or_default(),
        kind: show.t(&format!("person-kind-{}", word_of(&person.kind))),
        roles: roles(&show, person),
        manager: person.manager.map(|manager| show.person(&world, manager)).unwrap_or_default(),
        deputy: deputy.map(|deputy| show.person(&world, deputy.person)).unwrap_or_default(),
        certifications: held
            .into_iter()
            .map(|held| certification(app, &show, &world, held, certifies))
            .collect::<Result<_, _>>()?,
        edit,
        certify: certifies.then(|| certify(&show, &world, id)),
        pledge: if me.signed.id() == id || me.signed.may(Action::SeeAcknowledgements) {
            Some(pledge(app, &show, person)?)
        } else {
            None
        },
        is_own: me.signed.id() == id,
        presence: (manages || me.signed.id() == id).then(|| presence_form(&show, person, typed)),
    })
}

/// What was typed into the directory's own form; another form of the page says nothing of it.
fn directory_fields(typed: &Fields) -> &Fields {
    static NONE: Fields = Fields(Vec::new());
    if typed.has("kind") { typed } else { &NONE }
}

fn presence_form(show: &Present, person: &Person, typed: &Fields) -> PresenceForm {
    let day = |(index, day): (usize, Weekday)| {
        // The names of days begin with Sunday.
        let name = show.t(&format!("weekday-{}", (index + 1) % 7));
        Choice::new(word_of(&day), name, person.duty_days.contains(&day))
    };
    let leave = |leave: &Leave| {
        let last = Timestamp(leave.until.0 - 1);
        text(show.lang, "presence-leave-one")
            .with("from", show.day(leave.from))
            .with("until", show.day(last))
            .to_string()
    };
    PresenceForm {
        days: Weekday::ALL.into_iter().enumerate().map(day).collect(),
        leaves: person.leaves.iter().filter(|leave| show.now < leave.until).map(leave).collect(),
        from: typed.get("leave-from").to_owned(),
        until: typed.get("leave-until").to_owned(),
    }
}

/// Days of the week, or a leave through its last day, in the organisation's zone.
async fn presence(State(web): State<Web>, me: Me, Path(id): Path<String>, Checked { fields, .. }: Checked) -> Answer {
    let id = id.parse::<PersonId>().map_err(|_| Problem::not_found())?;
    let (who, sent) = (me.signed.clone(), fields.clone());
    let entered = web
        .run(move |app| {
            if !sent.has("leave-from") && !sent.has("leave-until") {
                let days = sent.all("day").filter_map(word::<Weekday>).collect::<BTreeSet<_>>();
                return app.set_duty_days(&who, id, days);
            }
            let zone = app.in_force()?.zone.clone();
            let midnight = |field: &'static str, ahead: i64| {
                let wrong = || AppError::Invalid(vec![shingi_app::FieldProblem::new(field, "date-form")]);
                let day = sent.get(field).parse::<Date>().map_err(|_| wrong())?.saturating_add(ahead.days());
                let zoned = day.at(0, 0, 0, 0).to_zoned_datetime(zone.clone()).map_err(|_| wrong())?;
                Ok::<_, AppError>(Timestamp(zoned.timestamp().as_microsecond()))
            };
            app.enter_leave(&who, id, midnight("leave-from", 0)?, midnight("leave-until", 1)?)
        })
        .await;
    match entered {
        Ok(()) => Ok(done(&format!("/people/{id}"), "presence")),
        Err(AppError::Invalid(problems)) => {
            let problems = field_problems(me.visitor.lang, &problems);
            let mut page = web.run(move |app| build(app, &me, id, &fields)).await?;
            page.page.problems = problems;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn certification(
    app: &App,
    show: &Present,
    world: &World,
    held: &Certification,
    may_change: bool,
) -> Result<CertificationView, AppError> {
    let examiner = app.examiner_of(held.id)?;
    let standing = match held.state {
        CertificationState::Suspended => CertificationStanding::Suspended(String::new()),
        CertificationState::Revoked => CertificationStanding::Revoked(String::new()),
        CertificationState::Granted if held.until <= show.now => CertificationStanding::Ended,
        CertificationState::Granted if unread(world, held.person, show.now) => CertificationStanding::Unread,
        CertificationState::Granted => CertificationStanding::InForce,
    };
    Ok(CertificationView {
        id: held.id.to_string(),
        number: held.number.to_string(),
        accounts: held
            .accounts
            .iter()
            .filter_map(|id| world.accounts.get(id))
            .map(|account| show.account(account))
            .collect(),
        capabilities: held.capabilities.iter().map(|one| show.t(&format!("capability-{}", word_of(one)))).collect(),
        from: show.stamp(held.from),
        until: show.stamp(held.until),
        examiner: examiner.map(|person| show.person(world, person)).unwrap_or_default(),
        due: held.is_in_force(show.now).then(|| ends(show, held.until)),
        may_change: may_change && held.state != CertificationState::Revoked,
        standing,
    })
}

fn unread(world: &World, person: PersonId, now: Timestamp) -> bool {
    world.people.get(&person).is_some_and(|person| !world.knows_the_policy(person, now))
}

/// How they stand to the policy in force, in words.
fn pledge(app: &App, show: &Present, person: &Person) -> Result<String, AppError> {
    Ok(match app.standing(person)? {
        Standing::Acknowledged { at } => {
            text(show.lang, "pledge-standing-done").with("at", show.stamp(at).text).to_string()
        }
        Standing::Due { by } | Standing::Late { by } => {
            text(show.lang, "pledge-standing-open").with("by", show.day(by)).to_string()
        }
    })
}

fn certify(show: &Present, world: &World, person: PersonId) -> CertificationForm {
    let date = |at: Timestamp| show.zoned(at).strftime("%Y-%m-%d").to_string();
    let open = world.accounts.values().filter(|account| account.closed_at.is_none());
    CertificationForm {
        person: person.to_string(),
        accounts: open.map(|account| Choice::new(account.id.to_string(), show.account(account).name, false)).collect(),
        capabilities: CAPABILITIES
            .map(|one| {
                Choice::new(word_of(&one), show.t(&format!("capability-{}", word_of(&one))), one == Capability::Write)
            })
            .into(),
        from: date(show.now),
        until: date(show.now.plus_micros(365 * Timestamp::DAY)),
    }
}

async fn change(State(web): State<Web>, me: Me, Path(id): Path<String>, Checked { fields, .. }: Checked) -> Answer {
    let id = id.parse::<PersonId>().map_err(|_| Problem::not_found())?;
    let form = directory(&fields).ok_or_else(Problem::stale_form)?;
    let who = me.signed.clone();
    match web.run(move |app| app.change_person(&who, id, form)).await {
        Ok(()) => Ok(done(&format!("/people/{id}"), "person-saved")),
        Err(AppError::Invalid(problems)) => again(&web, me, id, fields, problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn again(web: &Web, me: Me, id: PersonId, typed: Fields, problems: Vec<shingi_app::FieldProblem>) -> Answer {
    let problems: Vec<FieldProblem> = field_problems(me.visitor.lang, &problems);
    let mut page = web.run(move |app| build(app, &me, id, &typed)).await?;
    page.page.problems = problems;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

async fn grant(State(web): State<Web>, me: Me, Checked { fields, .. }: Checked) -> Answer {
    let person = fields.parse::<PersonId>("person").ok_or_else(Problem::stale_form)?;
    let zone = web.app.in_force()?.zone.clone();
    let day = |name: &str| {
        let date = fields.get(name).parse::<jiff::civil::Date>().ok()?;
        let moment = date.to_zoned_datetime(zone.clone()).ok()?.timestamp();
        Some(Timestamp(moment.as_microsecond()))
    };
    let (from, until) = (day("from").unwrap_or(Timestamp(0)), day("until").unwrap_or(Timestamp(0)));
    let form = Grant {
        person,
        accounts: fields.all("account").filter_map(|id| id.parse().ok()).collect(),
        capabilities: fields.all("capability").filter_map(word::<Capability>).collect(),
        from,
        until,
    };
    let who = me.signed.clone();
    match web.run(move |app| app.grant_certification(&who, form)).await {
        Ok(_) => Ok(done(&format!("/people/{person}"), "certified")),
        Err(AppError::Invalid(problems)) => again(&web, me, person, Fields::default(), problems).await,
        Err(error) => Err(error.into()),
    }
}

/// A new password ends every session of the person, this one too.
async fn password(State(web): State<Web>, me: Me, Checked { fields, .. }: Checked) -> Answer {
    let old = Secret::new(fields.get("old").to_owned());
    let new = Secret::new(fields.get("new").to_owned());
    let (who, id) = (me.signed.clone(), me.signed.id());
    match web.run(move |app| app.change_password(&who, &old, &new)).await {
        Ok(()) => Ok(done("/session/new", "password-changed")),
        Err(AppError::SignIn) => {
            let problem = shingi_app::FieldProblem::new("old", "password-wrong");
            again(&web, me, id, Fields::default(), vec![problem]).await
        }
        Err(AppError::Invalid(_)) => {
            let problem = shingi_app::FieldProblem::new("new", "password-length");
            again(&web, me, id, Fields::default(), vec![problem]).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn suspend(State(web): State<Web>, me: Me, Path(id): Path<String>, Checked { fields, .. }: Checked) -> Answer {
    let id = id.parse::<CertificationId>().map_err(|_| Problem::not_found())?;
    let (what, reason) = (fields.get("what").to_owned(), fields.get("reason").to_owned());
    let person = web
        .run(move |app| {
            match what.as_str() {
                "resume" => app.reinstate_certification(&me.signed, id)?,
                "revoke" => app.revoke_certification(&me.signed, id, reason)?,
                _ => app.suspend_certification(&me.signed, id, reason)?,
            }
            let held = app.certifications(&me.signed)?.into_iter().find(|held| held.id == id);
            held.map(|held| held.person).ok_or(AppError::NotFound("certification"))
        })
        .await?;
    Ok(done(&format!("/people/{person}"), "certification-changed"))
}
