//! Stopping everything with one press and a reason, lifting it, and what was missed meanwhile (1-9, 2-5).
//!
//! There is no button that sends what was missed all at once: each is looked at by a person.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use jiff::{ToSpan as _, civil::DateTime};
use serde::Deserialize;
use shingi_app::{
    App, AppError, FieldProblem as Wrong,
    queries::{deliveries::StandingStop, desk::Desk},
    session::Signed,
    use_cases::order_stop,
};
use shingi_domain::{
    account::Account,
    id::{AccountId, DeliveryId, PostId, StopId},
    permit::Action,
    post::{Command, Progress},
    stop::{Stop, StopScope},
    time::Timestamp,
    world::World,
};
use shingi_store::view::posts::DeliveryRow;

use super::view::{Again, MissedRow, StopView, StopsPage};
use crate::{
    form::{Checked, Fields, done, html, page_of},
    pages::{
        FieldProblem, Here,
        parts::{AccountTag, Choice, Stamp},
        reviews::reason,
    },
    present::{Present, field_problems},
    problem::Problem,
    state::{Answer, Web},
    visitor::{Me, Visitor},
    words_filter::text,
};

/// Rows of one page, of what was missed and of earlier stops.
const ROWS: usize = 30;

pub fn routes() -> Router<Web> {
    Router::new().route("/stops", get(show).post(order)).route("/stops/{id}/lifting", post(lift))
}

/// Which page of either list.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    missed: usize,
    earlier: usize,
}

/// A form that could not be carried out: what was typed, for which stop, and what is wrong.
#[derive(Default)]
struct Sent {
    lifting: Option<StopId>,
    fields: Fields,
    problems: Vec<FieldProblem>,
}

async fn show(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    let page = web.run(move |app| build(app, &me, asked, Sent::default())).await?;
    html(&page)
}

fn build(app: &App, me: &Me, asked: Asked, sent: Sent) -> Result<StopsPage, AppError> {
    let show = present(app, &me.visitor)?;
    let sheet = app.stop_sheet(&me.signed)?;
    let world = app.store.read(|read| app.world(read, show.now))?;
    let Sent { lifting, fields, problems } = sent;
    let typed = |stop: &Stop| if lifting == Some(stop.id) { fields.get("reason").to_owned() } else { String::new() };
    let standing = sheet.standing.iter().map(|one| standing(&show, &world, &me.signed, one, typed(&one.stop)));
    let newest_first = sheet.missed.iter().rev().collect::<Vec<_>>();
    let missed_count = newest_first.len();
    let (rows, more_missed) = page_of(newest_first, asked.missed, ROWS);
    let (lifted, more_earlier) = page_of(sheet.lifted.iter().collect(), asked.earlier, ROWS);
    let mut page = me.visitor.page(Here::Stops);
    page.problems = problems;
    Ok(StopsPage {
        page,
        standing: standing.collect(),
        may_stop: me.signed.may(Action::OrderStop),
        reason: if lifting.is_none() { fields.get("reason").to_owned() } else { String::new() },
        scopes: scopes(&show, &world, fields.get("scope")),
        would_hold: count(sheet.scheduled),
        missed: missed(app, &show, &me.signed, &rows)?,
        missed_count,
        more_missed: more_missed.map(|next| format!("/stops?missed={next}#missed")),
        earlier: lifted.into_iter().map(|stop| earlier(&show, &world, stop)).collect(),
        more_earlier: more_earlier.map(|next| format!("/stops?earlier={next}#earlier-h")),
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The whole organisation first, then each account that is in use.
fn scopes(show: &Present, world: &World, chosen: &str) -> Vec<Choice> {
    let mut scopes = vec![Choice::new("all", show.t("stops-scope-all"), chosen.is_empty() || chosen == "all")];
    let open = world.accounts.values().filter(|account| account.closed_at.is_none());
    let choice = |account: &Account| {
        let id = account.id.to_string();
        Choice::new(id.clone(), show.account(account).name, chosen == id)
    };
    scopes.extend(open.map(choice));
    scopes
}

fn scope(show: &Present, world: &World, stop: &Stop) -> String {
    match stop.scope {
        StopScope::Company => show.t("stops-scope-all"),
        StopScope::Account(id) => account(show, world, &id.to_string()).name,
    }
}

fn account(show: &Present, world: &World, id: &str) -> AccountTag {
    let known = id.parse::<AccountId>().ok().and_then(|id| world.accounts.get(&id));
    known.map_or_else(
        || AccountTag {
            id: String::new(),
            name: show.t("account-erased"),
            medium: crate::pages::parts::Medium::Other,
            colour: 1,
        },
        |account| show.account(account),
    )
}

fn standing(show: &Present, world: &World, who: &Signed, one: &StandingStop, lifting: String) -> StopView {
    let StandingStop { stop, in_flight, held } = one;
    StopView {
        id: stop.id.to_string(),
        scope: scope(show, world, stop),
        by: show.person(world, stop.by),
        at: show.stamp(stop.at),
        reason: stop.reason.kept().cloned().unwrap_or_else(|| show.t("proof-erased")),
        in_flight: in_flight.iter().map(|row| flying(show, world, row)).collect(),
        held: count(*held),
        may_lift: order_stop::may_lift(who, stop).map_err(|error| match error {
            AppError::Invalid(problems) => {
                let said = problems.iter().map(|problem| show.t(&format!("field-{}", problem.code)));
                said.collect::<Vec<_>>().join(" ")
            }
            _ => show.t("stops-lift-who"),
        }),
        lifting,
    }
}

/// What was under way, and what became of it.
fn flying(show: &Present, world: &World, row: &DeliveryRow) -> (String, String) {
    let key = match row.stage.as_str() {
        "sending" => "stops-flying-sending",
        "unknown" => "stops-flying-unknown",
        "failed" => "stops-flying-failed",
        _ => "stops-flying-published",
    };
    let words = text(show.lang, key)
        .with("title", title(show, row))
        .with("account", account(show, world, &row.account).name)
        .with("at", show.stamp(Timestamp(row.at)).text)
        .to_string();
    (format!("/posts/{}", row.post), words)
}

fn title(show: &Present, row: &DeliveryRow) -> String {
    if row.title.is_empty() { show.t("posts-untitled") } else { row.title.clone() }
}

/// Each with the form that schedules it again, or why this person cannot.
fn missed(app: &App, show: &Present, who: &Signed, rows: &[&DeliveryRow]) -> Result<Vec<MissedRow>, AppError> {
    let mut ids = rows.iter().filter_map(|row| row.post.parse().ok()).collect::<Vec<PostId>>();
    ids.sort_unstable();
    ids.dedup();
    let desks = if ids.is_empty() { Vec::new() } else { app.desks(who, &ids)? };
    let one = |row: &&DeliveryRow| {
        let desk = desks.iter().find(|desk| desk.post.id.to_string() == row.post)?;
        let part = desk.parts.iter().find(|part| part.delivery.id.to_string() == row.delivery)?;
        let Progress::Missed { due, stopped } = part.delivery.progress else { return None };
        Some(MissedRow {
            post: row.post.clone(),
            delivery: row.delivery.clone(),
            title: title(show, row),
            account: show.part_account(part),
            was_due: show.stamp(due),
            why: show.t(if stopped { "stops-missed-stopped" } else { "stops-missed-held" }),
            again: again(show, desk, who, part.delivery.id, due),
        })
    };
    Ok(rows.iter().filter_map(one).collect())
}

/// The same time of day, today if that is still to come.
fn again(show: &Present, desk: &Desk, who: &Signed, delivery: DeliveryId, due: Timestamp) -> Result<Again, String> {
    if !who.may(Action::WritePost) {
        return Err(show.t("stops-again-who"));
    }
    let asked = Command::Schedule { delivery, due: desk.now.plus_minutes(1) };
    reason::of(show, desk, desk.would(who, asked))?;
    let (was, now) = (show.zoned(due), show.zoned(show.now));
    let today = DateTime::from_parts(now.date(), was.time());
    let at = if today > now.datetime() { today } else { today.saturating_add(1.day()) };
    Ok(Again { date: at.date().to_string(), time: format!("{:02}:{:02}", at.hour(), at.minute()) })
}

fn earlier(show: &Present, world: &World, stop: &Stop) -> (Stamp, String) {
    let words = |reason: &shingi_domain::private::Private<String>| {
        reason.kept().cloned().unwrap_or_else(|| show.t("proof-erased"))
    };
    let mut sentence = text(show.lang, "stops-earlier-one")
        .with("scope", scope(show, world, stop))
        .with("name", show.person(world, stop.by))
        .with("reason", words(&stop.reason));
    if let Some(lifting) = &stop.lifted {
        sentence = sentence
            .with("lifter", show.person(world, lifting.by))
            .with("until", show.stamp(lifting.at).text)
            .with("because", words(&lifting.reason));
    }
    (show.stamp(stop.at), sentence.to_string())
}

async fn order(State(web): State<Web>, me: Me, checked: Checked) -> Answer {
    let fields = checked.fields;
    let (scope, reason) = (fields.get("scope").to_owned(), fields.get("reason").to_owned());
    let asking = me.clone();
    let ordered = web
        .run(move |app| {
            let account = match scope.as_str() {
                "all" | "" => None,
                id => Some(known(app, id)?),
            };
            app.order_stop(&asking.signed, account, reason).map(drop)
        })
        .await;
    answer(&web, me, Sent { lifting: None, fields, problems: Vec::new() }, ordered, "stopped").await
}

fn known(app: &App, id: &str) -> Result<AccountId, AppError> {
    let found = app.accounts()?.into_iter().find(|account| account.id.to_string() == id);
    found.map(|account| account.id).ok_or_else(|| AppError::Invalid(vec![Wrong::new("scope", "scope-form")]))
}

async fn lift(State(web): State<Web>, Path(id): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id.parse::<StopId>().map_err(|_| Problem::not_found())?;
    let fields = checked.fields;
    let reason = fields.get("reason").to_owned();
    let asking = me.clone();
    let lifted = web.run(move |app| app.lift_stop(&asking.signed, id, reason)).await;
    answer(&web, me, Sent { lifting: Some(id), fields, problems: Vec::new() }, lifted, "lifted").await
}

/// The page again, with what happened or what is wrong with what was sent.
async fn answer(web: &Web, me: Me, mut sent: Sent, result: Result<(), AppError>, what: &str) -> Answer {
    match result {
        Ok(()) => Ok(done("/stops", what)),
        Err(AppError::Invalid(problems)) => {
            sent.problems = field_problems(me.visitor.lang, &problems);
            for problem in &mut sent.problems {
                // The fields of the form that was sent: each standing stop has its own.
                match sent.lifting {
                    Some(id) if problem.field == "reason" => problem.field = format!("lift-{id}"),
                    Some(id) if problem.field == "stop" => problem.field = format!("stop-{id}"),
                    Some(_) | None => {}
                }
            }
            let page = web.run(move |app| build(app, &me, Asked::default(), sent)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn present(app: &App, visitor: &Visitor) -> Result<Present, AppError> {
    Ok(Present { lang: visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

#[cfg(test)]
mod tests;
