//! Opening the emergency lane, joining it, looking back on it, and the list of every use (1-7, 2-5, 2-9).

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::{get, post},
};
use shingi_app::{App, AppError, queries::desk::Desk};
use shingi_domain::{
    id::PostId,
    post::{DeliveryState, state::Emergency},
    refusal::{Refusal, Why},
};

use super::{
    lane,
    view::{EmergenciesPage, EmergencyRow},
};
use crate::{
    form::{Checked, done, html},
    pages::{
        FieldProblem, Here,
        posts::handlers::{
            post::{Again as PostAgain, show_again, state_of},
            title_of,
        },
        reviews::{
            handlers::{Again, again, digests},
            view::Choosing,
        },
    },
    present::Present,
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/emergencies", get(list))
        .route("/posts/{id}/emergency", post(open))
        .route("/posts/{id}/emergency/joining", post(join))
        .route("/posts/{id}/emergency/review", post(look_back))
}

async fn list(State(web): State<Web>, me: Me) -> Answer {
    let page = web.run(move |app| build(app, &me)).await?;
    html(&page)
}

fn build(app: &App, me: &Me) -> Result<EmergenciesPage, AppError> {
    let show = Present { lang: me.visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() };
    let desks = app.emergencies(&me.signed)?;
    let mut uses = Vec::new();
    for desk in &desks {
        uses.extend(desk.post.emergencies.iter().map(|one| (desk, one)));
    }
    uses.sort_by_key(|(_, one)| (!one.is_owed_a_review(), std::cmp::Reverse(one.at)));
    let rows = uses.into_iter().map(|(desk, one)| row(&show, desk, one)).collect();
    Ok(EmergenciesPage { page: me.visitor.page(Here::Emergencies), rows })
}

fn row(show: &Present, desk: &Desk, one: &Emergency) -> EmergencyRow {
    let draft = desk.post.draft_kept();
    let title = draft.map_or_else(|| show.t("posts-untitled"), |draft| title_of(show, &draft.title, &draft.text));
    let published = desk.parts.iter().all(|part| part.shown == DeliveryState::Published);
    let state = if published { crate::pages::parts::State::Published } else { state_of(show, desk).0 };
    EmergencyRow {
        href: format!("/posts/{}#emergency", desk.post.id),
        title,
        author: show.person(&desk.world, desk.post.author),
        state,
        accounts: desk.parts.iter().map(|part| show.part_account(part)).collect(),
        one: lane::one(show, desk, one),
    }
}

fn id(text: &str) -> Result<PostId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn problem(me: &Me, field: &str, key: &'static str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message: text(me.visitor.lang, key).to_string() }
}

async fn open(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id(&post)?;
    let reason = checked.fields.get("reason").to_owned();
    let asking = me.clone();
    told(&web, me, id, "emergency-opened", ("lane-reason", "field-reason-needed"), move |app| {
        app.open_emergency(&asking.signed, id, reason).map(drop)
    })
    .await
}

async fn look_back(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id(&post)?;
    let words = checked.fields.get("words").to_owned();
    let asking = me.clone();
    told(&web, me, id, "emergency-reviewed", ("lane-words", "field-look-back-needed"), move |app| {
        app.review_emergency(&asking.signed, id, words).map(drop)
    })
    .await
}

/// One act on the page of the post; an empty field is shown again with its problem.
async fn told(
    web: &Web,
    me: Me,
    id: PostId,
    what: &str,
    (field, key): (&str, &'static str),
    work: impl FnOnce(&App) -> Result<(), AppError> + Send + 'static,
) -> Answer {
    match web.run(work).await {
        Ok(()) => Ok(done(&format!("/posts/{id}"), what)),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => {
            let problem = Some(problem(&me, field, key));
            show_again(web, me, id, PostAgain { problem, ..PostAgain::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn join(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id(&post)?;
    let page = |status, problem| Again { status, problem, open: Choosing::Join, typed: String::new() };
    if checked.fields.get("read") != "yes" {
        let problem = problem(&me, "join-read", "field-read-needed");
        return again(&web, me, id, page(StatusCode::UNPROCESSABLE_ENTITY, problem)).await;
    }
    let (asking, seen) = (me.clone(), digests(&checked.fields));
    match web.run(move |app| app.join_emergency(&asking.signed, id, seen).map(drop)).await {
        Ok(()) => Ok(done(&format!("/posts/{id}"), "emergency-joined")),
        Err(AppError::Refused(Refusal { why: Why::OtherBytes, .. })) => {
            let problem = problem(&me, "join", "refusal-other-bytes");
            again(&web, me, id, page(StatusCode::CONFLICT, problem)).await
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;
