//! What people do with a post beside writing and sending it: submit, answer, doubt, consult, give up (1-9, 2-2, 2-4).

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect},
};
use shingi_app::{App, AppError, queries::desk::Desk};
use shingi_domain::{
    id::{ConsultationId, DoubtId, PostId},
    policy::Consulted,
    post::{Evidence, EvidenceKind, FindingKey},
    refusal::{Refusal, Why},
};

use super::{
    Asked,
    composer::{edit_again, page::Stands, save_first},
    id, path,
    post::{Again, show_again},
};
use crate::{
    form::{Checked, Fields, done},
    pages::{
        FieldProblem,
        posts::{
            findings::{self, Reader},
            form,
        },
        problems::view::ProblemKind,
        reviews::{handlers as reviews, view::Choosing},
    },
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

fn key(fields: &Fields, name: &str) -> Result<FindingKey, Problem> {
    form::finding_key(fields.get(name)).ok_or_else(|| Problem::with_key(ProblemKind::BadRequest, "problem-finding-key"))
}

/// Fields of evidence whose names begin with `prefix`.
fn evidence(fields: &Fields, prefix: &str) -> Evidence {
    let field = |name: &str| fields.get(&format!("{prefix}{name}")).trim().to_owned();
    let url = field("url");
    Evidence {
        kind: crate::form::word(&field("kind")).unwrap_or(EvidenceKind::Explanation),
        text: field("text"),
        url: (!url.is_empty()).then_some(url),
    }
}

/// The finding of the composer's panel that a press was about: its fields stand under its number in the form of the
/// text, so that what was typed there comes along.
struct Pressed {
    key: FindingKey,
    prefix: String,
}

impl Pressed {
    fn of(fields: &Fields) -> Result<Self, Problem> {
        let prefix = format!("answer.{}.", fields.get("n"));
        Ok(Self { key: key(fields, &format!("{prefix}key"))?, prefix })
    }
}

/// Saves the words of the composer, then does what was pressed. What is wrong stands at the field of that finding.
async fn press(
    web: &Web,
    (me, id): Asked,
    fields: Fields,
    (key, field, what): (FindingKey, &'static str, &str),
    work: impl FnOnce(&App, &Me, PostId) -> Result<(), AppError> + Send + 'static,
) -> Answer {
    if fields.has("based_on")
        && let Some(instead) = save_first(web, (me.clone(), id), fields).await?
    {
        return Ok(instead);
    }
    let asking = me.clone();
    let message = match web.run(move |app| work(app, &asking, id)).await {
        Ok(()) => return Ok(done(&composer(id), what)),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => format!("field-{field}-needed"),
        // The words changed, and with them what was found.
        Err(AppError::Refused(Refusal { why: Why::NotFound, .. })) => "refusal-not-found".to_owned(),
        Err(error) => return Err(error.into()),
    };
    let message = text(me.visitor.lang, message).to_string();
    let place = (key, field);
    let asking = me.clone();
    let field = web.run(move |app| place_of(app, &asking, id, &place.0, place.1)).await?;
    edit_again(web, me, id, None, vec![FieldProblem { field, message }]).await
}

/// The field of a finding in the panel as it stands now; the panel's head where there is no such finding any more.
fn place_of(app: &App, me: &Me, id: PostId, key: &FindingKey, field: &str) -> Result<String, AppError> {
    let n = number_of(app, me, Stands::kept(app, me, id)?.desk, key)?;
    Ok(n.map_or_else(|| "f-h".to_owned(), |n| format!("{field}-{n}")))
}

fn number_of(app: &App, me: &Me, desk: Desk, key: &FindingKey) -> Result<Option<usize>, AppError> {
    let show = super::show(app, &me.visitor)?;
    let key = form::key_field(key);
    let placed = findings::placed(&show, &desk, Reader::of(&desk, me.signed.id()));
    Ok(placed.into_iter().find(|finding| finding.key == key).map(|finding| finding.n))
}

/// One act of a page with a field that must not be empty; an empty one is shown again with its problem.
async fn say(
    web: &Web,
    (me, id): Asked,
    from: From,
    (problem, what): (FieldProblem, &str),
    work: impl FnOnce(&App, &Me, PostId) -> Result<(), AppError> + Send + 'static,
) -> Answer {
    let asking = me.clone();
    match web.run(move |app| work(app, &asking, id)).await {
        Ok(()) => Ok(done(&path(id), what)),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => match from {
            From::Post { consult_committee } => {
                let again = Again { problem: Some(problem), consult_committee, ..Again::default() };
                show_again(web, me, id, again).await
            }
            From::Review(open) => reviews::again(web, me, id, reviews::Again::empty(problem, open)).await,
        },
        Err(error) => Err(error.into()),
    }
}

/// The page that a form stood on.
enum From {
    Post { consult_committee: bool },
    Review(Choosing),
}

fn problem(me: &Me, field: impl Into<String>, key: &'static str) -> FieldProblem {
    FieldProblem { field: field.into(), message: text(me.visitor.lang, key).to_string() }
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
    let Pressed { key, prefix } = Pressed::of(&checked.fields)?;
    let evidence = evidence(&checked.fields, &prefix);
    let about = (key.clone(), "evidence", "answered");
    press(&web, (me, id), checked.fields, about, move |app, me, id| {
        app.answer_finding(&me.signed, id, key, evidence).map(drop)
    })
    .await
}

pub async fn dismiss(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let Pressed { key, .. } = Pressed::of(&checked.fields)?;
    let about = (key.clone(), "f", "dismissed");
    press(&web, (me, id), checked.fields, about, move |app, me, id| app.dismiss_note(&me.signed, id, key).map(drop))
        .await
}

pub async fn overrule(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let (key, reason) = (key(&checked.fields, "key")?, checked.fields.get("reason").to_owned());
    let (asking, about) = (me.clone(), key.clone());
    match web.run(move |app| app.overrule_finding(&asking.signed, id, key, reason).map(drop)).await {
        Ok(()) => Ok(done(&format!("/reviews/{id}"), "overruled")),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => {
            let asking = me.clone();
            let n = web.run(move |app| number_of(app, &asking, app.desk(&asking.signed, id)?, &about)).await?;
            let field = n.map_or_else(|| "fi-h".to_owned(), |n| format!("overrule-{n}"));
            let problem = problem(&me, field, "field-reason-needed");
            reviews::again(&web, me, id, reviews::Again::empty(problem, Choosing::Nothing)).await
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn doubt(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let reason = checked.fields.get("reason").to_owned();
    let (from, field) = match checked.fields.get("from") {
        "review" => (From::Review(Choosing::Doubt), "doubt-reason"),
        _ => (From::Post { consult_committee: false }, "doubt-new"),
    };
    let problem = problem(&me, field, "field-reason-needed");
    say(&web, (me, id), from, (problem, "doubted"), move |app, me, id| {
        app.raise_doubt(&me.signed, id, reason).map(drop)
    })
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
    let from = From::Post { consult_committee: false };
    let problem = problem(&me, format!("resolve-{doubt}"), "field-resolution-needed");
    say(&web, (me, id), from, (problem, "resolved"), move |app, me, id| {
        app.resolve_doubt(&me.signed, id, doubt, answer).map(drop)
    })
    .await
}

/// A question; from a finding of the composer it is about the words as they stand there.
pub async fn consult(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let fields = checked.fields;
    if fields.has("n") {
        let Pressed { key, prefix } = Pressed::of(&fields)?;
        let with = fields.word(&format!("{prefix}with")).unwrap_or(Consulted::Committee);
        let question = fields.get(&format!("{prefix}question")).to_owned();
        return press(&web, (me, id), fields, (key, "ask", "consulted"), move |app, me, id| {
            app.consult_on_words(&me.signed, id, with, question).map(drop)
        })
        .await;
    }
    let with = fields.word("with").unwrap_or(Consulted::Committee);
    let question = fields.get("question").to_owned();
    let (from, field) = match fields.get("from") {
        "review" => (From::Review(Choosing::Consult), "committee-question"),
        _ => (From::Post { consult_committee: with == Consulted::Committee }, "consult-question"),
    };
    let problem = problem(&me, field, "field-ask-needed");
    say(&web, (me, id), from, (problem, "consulted"), move |app, me, id| {
        app.consult_on_post(&me.signed, id, with, question).map(drop)
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
    let evidence = evidence(&checked.fields, "");
    act(&web, (me, id), (path(id), "condition-met"), move |app, me, id| {
        app.meet_condition(&me.signed, id, consultation, n, evidence).map(drop)
    })
    .await
}

pub async fn abandon(State(web): State<Web>, Path(post): Path<String>, me: Me, _: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    act(&web, (me, id), (path(id), "abandoned"), |app, me, id| app.abandon_post(&me.signed, id).map(drop)).await
}
