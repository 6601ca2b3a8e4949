//! What people do with a post beside writing and sending it: submit, answer, doubt, consult, give up (1-9, 2-2, 2-4).

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect},
};
use shingi_app::{App, AppError};
use shingi_domain::{
    id::{ConsultationId, DoubtId, PostId},
    policy::Consulted,
    post::{Evidence, EvidenceKind, FindingKey},
    refusal::{Refusal, Why},
};

use super::{
    Asked,
    composer::{edit_again, save_first},
    id, path,
};
use crate::{
    form::{Checked, Fields, done},
    pages::{FieldProblem, posts::form, problems::view::ProblemKind},
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// One use case, then the page that shows what became of it.
async fn act(
    web: &Web,
    (me, id): Asked,
    (back, what): (String, &str),
    work: impl FnOnce(&App, &Me, PostId) -> Result<(), AppError> + Send + 'static,
) -> Answer {
    web.run(move |app| work(app, &me, id)).await?;
    Ok(done(&back, what))
}

fn composer(id: PostId) -> String {
    format!("{}/edit", path(id))
}

fn key(fields: &Fields) -> Result<FindingKey, Problem> {
    form::finding_key(fields.get("key"))
        .ok_or_else(|| Problem::with_key(ProblemKind::BadRequest, "problem-finding-key"))
}

fn evidence(fields: &Fields) -> Evidence {
    let url = fields.get("url").trim();
    Evidence {
        kind: fields.word("kind").unwrap_or(EvidenceKind::Explanation),
        text: fields.get("text").trim().to_owned(),
        url: (!url.is_empty()).then(|| url.to_owned()),
    }
}

/// From the composer the words come along: what was typed last is saved first, and a conflict is shown before anything
/// is submitted. Whoever submits twice is shown what they submitted.
pub async fn submit(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    if checked.fields.has("based_on")
        && let Some(instead) = save_first(&web, (me.clone(), id), checked.fields).await?
    {
        return Ok(instead);
    }
    let asking = me.clone();
    let submitted = web.run(move |app| app.submit_post(&asking.signed, id).map(drop)).await;
    match submitted {
        Ok(()) => Ok(done(&path(id), "submitted")),
        Err(AppError::Refused(Refusal { why: Why::State, state: "submitted", .. })) => {
            Ok(Redirect::to(&path(id)).into_response())
        }
        Err(AppError::Refused(Refusal { why: Why::Accounts, .. })) => {
            let message = text(me.visitor.lang, "posts-choose-account").to_string();
            let problems = vec![FieldProblem { field: "account".to_owned(), message }];
            edit_again(&web, me, id, None, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn answer(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let (key, evidence) = (key(&checked.fields)?, evidence(&checked.fields));
    act(&web, (me, id), (composer(id), "answered"), move |app, me, id| {
        app.answer_finding(&me.signed, id, key, evidence).map(drop)
    })
    .await
}

pub async fn dismiss(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let key = key(&checked.fields)?;
    act(&web, (me, id), (composer(id), "dismissed"), move |app, me, id| app.dismiss_note(&me.signed, id, key).map(drop))
        .await
}

pub async fn overrule(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let (key, reason) = (key(&checked.fields)?, checked.fields.get("reason").to_owned());
    act(&web, (me, id), (format!("/reviews/{id}"), "overruled"), move |app, me, id| {
        app.overrule_finding(&me.signed, id, key, reason).map(drop)
    })
    .await
}

pub async fn doubt(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let reason = checked.fields.get("reason").to_owned();
    act(&web, (me, id), (path(id), "doubted"), move |app, me, id| app.raise_doubt(&me.signed, id, reason).map(drop))
        .await
}

pub async fn resolve(
    State(web): State<Web>,
    Path((post, doubt)): Path<(String, String)>,
    me: Me,
    checked: Checked,
) -> Answer {
    let (id, doubt) = (id::<PostId>(&post)?, id::<DoubtId>(&doubt)?);
    let answer = checked.fields.get("answer").to_owned();
    act(&web, (me, id), (path(id), "resolved"), move |app, me, id| {
        app.resolve_doubt(&me.signed, id, doubt, answer).map(drop)
    })
    .await
}

/// A question; from a finding of the composer it is about the words as they stand there.
pub async fn consult(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let with = checked.fields.word("with").unwrap_or(Consulted::Committee);
    let question = checked.fields.get("question").to_owned();
    let from_composer = checked.fields.has("key");
    let back = if from_composer { composer(id) } else { path(id) };
    act(&web, (me, id), (back, "consulted"), move |app, me, id| {
        if from_composer {
            app.consult_on_words(&me.signed, id, with, question).map(drop)
        } else {
            app.consult_on_post(&me.signed, id, with, question).map(drop)
        }
    })
    .await
}

pub async fn meet_condition(
    State(web): State<Web>,
    Path((post, consultation, n)): Path<(String, String, u16)>,
    me: Me,
    checked: Checked,
) -> Answer {
    let (id, consultation) = (id::<PostId>(&post)?, id::<ConsultationId>(&consultation)?);
    let evidence = evidence(&checked.fields);
    act(&web, (me, id), (path(id), "condition-met"), move |app, me, id| {
        app.meet_condition(&me.signed, id, consultation, n, evidence).map(drop)
    })
    .await
}

pub async fn abandon(State(web): State<Web>, Path(post): Path<String>, me: Me, _: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    act(&web, (me, id), (path(id), "abandoned"), |app, me, id| app.abandon_post(&me.signed, id).map(drop)).await
}
