//! Everything beside posts over JSON: who I am, accounts, people, certifications, stops, the record, a check.
//! Serves 0, 1-1, 2-1, 2-5, 2-9.

use std::collections::BTreeSet;

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use shingi_app::{
    App, AppError,
    password::Secret,
    use_cases::{add_person::PersonForm, grant_certification::CertificationForm, register_account::AccountForm},
};
use shingi_domain::{
    account::{Account, AccountDetails},
    id::{AccountId, CertificationId, DeliveryId, PersonId, StopId},
    people::PersonNames,
    policy::{Circumstances, Class, Voice},
    stop::StopScope,
    time::Timestamp,
};
use utoipa::{IntoParams, ToSchema};

use super::{
    posts::{Body, LineOut, linked},
    wire::{FindingOut, WordsIn, id, parsed},
};
use crate::{
    form::word_of,
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/me", get(me))
        .route("/checks", post(checks))
        .route("/accounts", get(accounts).post(create_account))
        .route("/people", get(people).post(create_person))
        .route("/certifications", get(certifications).post(create_certification))
        .route("/certifications/{certification}/suspension", post(suspend_certification))
        .route("/stops", get(stops).post(create_stop))
        .route("/stops/{stop}/lifting", post(lift_stop))
        .route("/records", get(records))
        .route("/certificates/{delivery}", get(certificate))
}

#[derive(Serialize, ToSchema)]
pub struct MeOut {
    id: String,
    name: String,
    roles: Vec<String>,
}

#[utoipa::path(get, path = "/me", responses((status = 200, body = MeOut)))]
pub async fn me(me: Me) -> Json<MeOut> {
    let person = &me.signed.person;
    Json(MeOut {
        id: person.id.to_string(),
        name: person.names.kept().map(|names| names.name.clone()).unwrap_or_default(),
        roles: person.roles.iter().map(word_of).collect(),
    })
}

#[derive(Deserialize, ToSchema)]
pub struct CheckIn {
    text: String,
    /// `routine` where it is missing.
    #[serde(default)]
    class: Option<String>,
    #[serde(default)]
    reply: bool,
}

#[derive(Serialize, ToSchema)]
pub struct CheckOut {
    policy: String,
    policy_version: String,
    engine: String,
    findings: Vec<FindingOut>,
}

/// Reads the policy in force against a text. Nothing of it is kept.
#[utoipa::path(post, path = "/checks", request_body = CheckIn, responses((status = 200, body = CheckOut)))]
pub async fn checks(State(web): State<Web>, _: Me, Body(body): Body<CheckIn>) -> Answer {
    let out = web
        .run(move |app| {
            let in_force = app.in_force()?;
            let class = parsed::<Class>("class", body.class.as_deref().unwrap_or("routine"))?;
            let ctx = in_force.context("", body.reply, app.now());
            let report = in_force.engine.inspect(&body.text, &[], &ctx);
            let circumstances = Circumstances { voice: Voice::Official, class, reply: body.reply };
            let bound = in_force.policy.bind(&report, circumstances);
            Ok(CheckOut {
                policy: in_force.judge.policy.clone(),
                policy_version: in_force.judge.version.clone(),
                engine: in_force.judge.engine.clone(),
                findings: bound.iter().map(FindingOut::of).collect(),
            })
        })
        .await?;
    Ok(Json(out).into_response())
}

#[derive(Serialize, ToSchema)]
pub struct AccountOut {
    id: String,
    medium: String,
    channel: String,
    name: String,
    handle: String,
    url: String,
    closed: bool,
}

impl AccountOut {
    fn of(account: &Account) -> Self {
        let details = account.details.kept();
        let text = |get: &dyn Fn(&AccountDetails) -> String| details.map(get).unwrap_or_default();
        Self {
            id: account.id.to_string(),
            medium: word_of(&account.medium),
            channel: word_of(&account.channel),
            name: text(&|details| details.name.clone()),
            handle: text(&|details| details.handle.clone()),
            url: text(&|details| details.url.clone()),
            closed: account.closed_at.is_some(),
        }
    }
}

#[utoipa::path(get, path = "/accounts", responses((status = 200, body = Vec<AccountOut>)))]
pub async fn accounts(State(web): State<Web>, _: Me) -> Answer {
    let accounts = web.run(|app| app.accounts()).await?;
    Ok(Json(accounts.iter().map(AccountOut::of).collect::<Vec<_>>()).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct AccountIn {
    medium: String,
    /// `official_page` or `by_hand`
    channel: String,
    name: String,
    handle: String,
    #[serde(default)]
    url: String,
    /// 1 to 6
    #[serde(default = "one")]
    colour: u8,
}

const fn one() -> u8 {
    1
}

/// The id of what was made.
#[derive(Serialize, ToSchema)]
pub struct Made {
    id: String,
}

fn made(id: impl std::fmt::Display) -> axum::response::Response {
    (StatusCode::CREATED, Json(Made { id: id.to_string() })).into_response()
}

#[utoipa::path(post, path = "/accounts", request_body = AccountIn, responses((status = 201, body = Made)))]
pub async fn create_account(State(web): State<Web>, me: Me, Body(body): Body<AccountIn>) -> Answer {
    let AccountIn { medium, channel, name, handle, url, colour } = body;
    let form = AccountForm {
        medium: parsed("medium", &medium)?,
        channel: parsed("channel", &channel)?,
        details: AccountDetails { name, handle, url, colour },
    };
    Ok(made(web.run(move |app| app.register_account(&me.signed, form)).await?))
}

#[derive(Serialize, ToSchema)]
pub struct PersonOut {
    id: String,
    name: String,
    kana: String,
    kind: String,
    roles: Vec<String>,
    manager: Option<String>,
    left: bool,
}

#[utoipa::path(get, path = "/people", responses((status = 200, body = Vec<PersonOut>)))]
pub async fn people(State(web): State<Web>, me: Me) -> Answer {
    let people = web.run(move |app| app.people(&me.signed)).await?;
    let out = people.iter().map(|person| PersonOut {
        id: person.id.to_string(),
        name: person.names.kept().map(|names| names.name.clone()).unwrap_or_default(),
        kana: person.names.kept().map(|names| names.kana.clone()).unwrap_or_default(),
        kind: word_of(&person.kind),
        roles: person.roles.iter().map(word_of).collect(),
        manager: person.manager.map(|manager| manager.to_string()),
        left: !person.is_here(),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct PersonIn {
    name: String,
    #[serde(default)]
    kana: String,
    email: String,
    /// `employee`, `officer` or `external_staff`
    kind: String,
    roles: Vec<String>,
    #[serde(default)]
    manager: Option<String>,
    /// `ja` or `en`
    language: String,
    /// Told to the person, who changes it.
    password: String,
}

#[utoipa::path(post, path = "/people", request_body = PersonIn, responses((status = 201, body = Made)))]
pub async fn create_person(State(web): State<Web>, me: Me, Body(body): Body<PersonIn>) -> Answer {
    let PersonIn { name, kana, email, kind, roles, manager, language, password } = body;
    let form = PersonForm {
        kind: parsed("kind", &kind)?,
        roles: roles.iter().map(|role| parsed("roles", role)).collect::<Result<BTreeSet<_>, _>>()?,
        manager: manager.map(|manager| id::<PersonId>("manager", &manager)).transpose()?,
        language: parsed("language", &language)?,
        names: PersonNames { name, kana, email },
    };
    Ok(made(web.run(move |app| app.add_person(&me.signed, form, &Secret::new(password))).await?))
}

#[derive(Serialize, ToSchema)]
pub struct CertificationOut {
    id: String,
    number: u32,
    person: String,
    accounts: Vec<String>,
    capabilities: Vec<String>,
    from: i64,
    until: i64,
    state: String,
}

#[utoipa::path(get, path = "/certifications", responses((status = 200, body = Vec<CertificationOut>)))]
pub async fn certifications(State(web): State<Web>, me: Me) -> Answer {
    let held = web.run(move |app| app.certifications(&me.signed)).await?;
    let out = held.iter().map(|held| CertificationOut {
        id: held.id.to_string(),
        number: held.number,
        person: held.person.to_string(),
        accounts: held.accounts.iter().map(ToString::to_string).collect(),
        capabilities: held.capabilities.iter().map(word_of).collect(),
        from: held.from.0,
        until: held.until.0,
        state: word_of(&held.state),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct CertificationIn {
    person: String,
    accounts: Vec<String>,
    /// `write`, `review`, `publish`, `reply`
    capabilities: Vec<String>,
    /// Microseconds since 1970 in UTC.
    from: i64,
    until: i64,
}

#[utoipa::path(post, path = "/certifications", request_body = CertificationIn, responses((status = 201, body = Made)))]
pub async fn create_certification(State(web): State<Web>, me: Me, Body(body): Body<CertificationIn>) -> Answer {
    let CertificationIn { person, accounts, capabilities, from, until } = body;
    let form = CertificationForm {
        person: id("person", &person)?,
        accounts: accounts.iter().map(|account| id::<AccountId>("accounts", account)).collect::<Result<_, _>>()?,
        capabilities: capabilities.iter().map(|one| parsed("capabilities", one)).collect::<Result<_, _>>()?,
        from: Timestamp(from),
        until: Timestamp(until),
    };
    Ok(made(web.run(move |app| app.grant_certification(&me.signed, form)).await?))
}

#[derive(Deserialize, ToSchema)]
pub struct SuspensionIn {
    /// `suspend`, `resume` or `revoke`
    what: String,
    #[serde(default)]
    reason: String,
}

#[utoipa::path(post, path = "/certifications/{certification}/suspension", params(("certification" = String, Path)), request_body = SuspensionIn, responses((status = 204)))]
pub async fn suspend_certification(
    State(web): State<Web>,
    me: Me,
    Path(certification): Path<String>,
    Body(body): Body<SuspensionIn>,
) -> Answer {
    let certification = id::<CertificationId>("certification", &certification)?;
    let act = move |app: &App| match body.what.as_str() {
        "suspend" => app.suspend_certification(&me.signed, certification, body.reason),
        "resume" => app.reinstate_certification(&me.signed, certification),
        "revoke" => app.revoke_certification(&me.signed, certification, body.reason),
        _ => Err(AppError::Invalid(vec![shingi_app::FieldProblem::new("what", "word-unknown")])),
    };
    web.run(act).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Serialize, ToSchema)]
pub struct StopOut {
    id: String,
    /// `None`: the whole company.
    account: Option<String>,
    by: String,
    at: i64,
    lifted_at: Option<i64>,
}

#[utoipa::path(get, path = "/stops", responses((status = 200, body = Vec<StopOut>)))]
pub async fn stops(State(web): State<Web>, _: Me) -> Answer {
    let stops = web.run(|app| app.stops()).await?;
    let out = stops.iter().map(|stop| StopOut {
        id: stop.id.to_string(),
        account: match stop.scope {
            StopScope::Company => None,
            StopScope::Account(account) => Some(account.to_string()),
        },
        by: stop.by.to_string(),
        at: stop.at.0,
        lifted_at: stop.lifted.as_ref().map(|lifted| lifted.at.0),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct StopIn {
    #[serde(default)]
    account: Option<String>,
    reason: String,
}

#[utoipa::path(post, path = "/stops", request_body = StopIn, responses((status = 201, body = Made)))]
pub async fn create_stop(State(web): State<Web>, me: Me, Body(body): Body<StopIn>) -> Answer {
    let account = body.account.map(|account| id::<AccountId>("account", &account)).transpose()?;
    Ok(made(web.run(move |app| app.order_stop(&me.signed, account, body.reason)).await?))
}

#[utoipa::path(post, path = "/stops/{stop}/lifting", params(("stop" = String, Path)), request_body = WordsIn, responses((status = 204)))]
pub async fn lift_stop(State(web): State<Web>, me: Me, Path(stop): Path<String>, Body(body): Body<WordsIn>) -> Answer {
    let stop = id::<StopId>("stop", &stop)?;
    web.run(move |app| app.lift_stop(&me.signed, stop, body.text)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize, IntoParams)]
pub struct RecordsQuery {
    /// A position; the newest lines where it is missing.
    before: Option<u64>,
    count: Option<u32>,
}

#[utoipa::path(get, path = "/records", params(RecordsQuery), responses((status = 200, body = Vec<LineOut>)))]
pub async fn records(State(web): State<Web>, me: Me, Query(asked): Query<RecordsQuery>) -> Answer {
    let count = asked.count.unwrap_or(100).clamp(1, 1_000);
    let lines = web.run(move |app| app.record(&me.signed, asked.before, count)).await?;
    let last = lines.last().map(|line| line.pos).filter(|pos| *pos > 0);
    let next = last.map(|pos| format!("</api/v1/records?before={pos}&count={count}>; rel=\"next\""));
    Ok(linked(Json(lines.iter().map(LineOut::of).collect::<Vec<_>>()).into_response(), next))
}

/// The certificate file of a delivery, as `shingi verify` reads it.
#[utoipa::path(get, path = "/certificates/{delivery}", params(("delivery" = String, Path)), responses((status = 200, content_type = "application/json")))]
pub async fn certificate(State(web): State<Web>, Path(delivery): Path<String>) -> Answer {
    let delivery = delivery.parse::<DeliveryId>().map_err(|_| Problem::not_found())?;
    let bytes = web.run(move |app| app.certificate_file(delivery)).await?.ok_or_else(Problem::not_found)?;
    Ok(([("content-type", "application/json")], bytes).into_response())
}
