//! The pledge over JSON: how I stand, the quiz, the acknowledgement, and who is still to do it (1, 1-1, 2).
//!
//! The answer to a try says no more than a page does, and nothing of it is kept but that it was passed.

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use shingi_app::use_cases::acknowledge_policy::{Answers, Tried, has_passed, questions};
use shingi_domain::{pledge::Standing, policy::ItemId};
use utoipa::ToSchema;

use super::{posts::Body, wire::id};
use crate::{
    state::{Answer, Web},
    visitor::Me,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/me/acknowledgement", get(standing).post(acknowledge))
        .route("/quiz", get(quiz))
        .route("/quiz/attempts", post(attempt))
        .route("/acknowledgements", get(acknowledgements))
}

#[derive(Serialize, ToSchema)]
pub struct StandingOut {
    policy_version: String,
    pack_hash: String,
    /// Microseconds since 1970 in UTC; `null` until it is acknowledged.
    acknowledged_at: Option<i64>,
    /// Until when it is due; `null` once it is acknowledged.
    due: Option<i64>,
    late: bool,
    quiz_passed: bool,
}

/// How I stand to the policy in force.
#[utoipa::path(get, path = "/me/acknowledgement", responses((status = 200, body = StandingOut)))]
pub async fn standing(State(web): State<Web>, me: Me) -> Answer {
    let out = web
        .run(move |app| {
            let (in_force, person) = (app.in_force()?, &me.signed.person);
            let (acknowledged_at, due, late) = match app.standing(person)? {
                Standing::Acknowledged { at } => (Some(at.0), None, false),
                Standing::Due { by } => (None, Some(by.0), false),
                Standing::Late { by } => (None, Some(by.0), true),
            };
            Ok(StandingOut {
                policy_version: in_force.judge.version.clone(),
                pack_hash: in_force.judge.pack_hash.to_string(),
                acknowledged_at,
                due,
                late,
                quiz_passed: has_passed(person, &in_force),
            })
        })
        .await?;
    Ok(Json(out).into_response())
}

/// Acknowledges the version in force, once its quiz is passed.
#[utoipa::path(post, path = "/me/acknowledgement", responses((status = 204)))]
pub async fn acknowledge(State(web): State<Web>, me: Me) -> Answer {
    web.run(move |app| app.acknowledge_policy(&me.signed)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Serialize, ToSchema)]
pub struct QuestionOut {
    item: String,
    /// Counted from 0 within the item.
    number: usize,
    question_ja: String,
    question_en: String,
    choices_ja: Vec<String>,
    choices_en: Vec<String>,
}

#[utoipa::path(get, path = "/quiz", responses((status = 200, body = Vec<QuestionOut>)))]
pub async fn quiz(State(web): State<Web>, _: Me) -> Answer {
    let out = web
        .run(|app| {
            let in_force = app.in_force()?;
            let asked = questions(&in_force.pack).map(|((item, number), question)| QuestionOut {
                item: item.to_string(),
                number,
                question_ja: question.ja.question.clone(),
                question_en: question.en.question.clone(),
                choices_ja: question.ja.choices.clone(),
                choices_en: question.en.choices.clone(),
            });
            Ok(asked.collect::<Vec<_>>())
        })
        .await?;
    Ok(Json(out).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct AnswerIn {
    item: String,
    number: usize,
    /// Counted from 0.
    choice: usize,
}

#[derive(Serialize, ToSchema)]
pub struct TriedOut {
    passed: bool,
    right: usize,
    asked: usize,
}

/// One try. Passing goes on record, failing leaves no trace.
#[utoipa::path(post, path = "/quiz/attempts", request_body = Vec<AnswerIn>, responses((status = 200, body = TriedOut)))]
pub async fn attempt(State(web): State<Web>, me: Me, Body(body): Body<Vec<AnswerIn>>) -> Answer {
    let given = body.iter().map(|one| Ok(((id::<ItemId>("item", &one.item)?, one.number), one.choice)));
    let answers = given.collect::<Result<Answers, shingi_app::AppError>>()?;
    let Tried { passed, right, asked } = web.run(move |app| app.take_quiz(&me.signed, &answers)).await?;
    Ok(Json(TriedOut { passed, right, asked }).into_response())
}

#[derive(Serialize, ToSchema)]
pub struct OpenOut {
    person: String,
    due: i64,
    /// They hold a certification that does not count meanwhile.
    silenced: bool,
}

/// Who has not acknowledged the policy in force, in the order of their readings.
#[utoipa::path(get, path = "/acknowledgements", responses((status = 200, body = Vec<OpenOut>)))]
pub async fn acknowledgements(State(web): State<Web>, me: Me) -> Answer {
    let found = web.run(move |app| app.acknowledgements(&me.signed)).await?;
    let out = found.open.iter().map(|open| OpenOut {
        person: open.person.to_string(),
        due: open.by.0,
        silenced: open.certified && !open.speaks,
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}
