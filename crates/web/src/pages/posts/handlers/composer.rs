//! Writing: a new post, the composer, saving with and without a script (1-7). What was typed is never lost.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use shingi_app::{App, AppError, use_cases::save_draft::PostForm};
use shingi_domain::{
    certification::Capability,
    id::{AccountId, PostId},
    permit::Action,
    policy::Class,
    refusal::{Refusal, Why},
};

use super::{Asked, id, path, show, title_of};
use crate::{
    form::{Checked, Fields, done, html, word_of},
    pages::{
        FieldProblem, Here,
        parts::Choice,
        posts::{
            difference,
            form::{self, ANSWER, CLASSES, NOT_DRAFT},
            view::{AccountChoice, ConflictPage, NewPostPage},
        },
    },
    present::Present,
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

pub mod page;

use page::{Stands, edit_page};

pub async fn new(State(web): State<Web>, me: Me) -> Answer {
    new_page(&web, me, Fields::default(), Vec::new()).await
}

async fn new_page(web: &Web, me: Me, fields: Fields, problems: Vec<FieldProblem>) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = web
        .run(move |app| {
            me.signed.require(Action::WritePost)?;
            let show = show(app, &me.visitor)?;
            let chosen = fields.all("account").filter_map(|id| id.parse().ok()).collect::<Vec<AccountId>>();
            let accounts = account_choices(app, &show, &me, &chosen)?;
            let class = fields.word("class").unwrap_or(Class::Routine);
            let mut page = me.visitor.page(Here::Write);
            page.problems = problems;
            Ok(NewPostPage { page, text: fields.get("text").to_owned(), accounts, classes: classes(&show, class) })
        })
        .await?;
    Ok((status, html(&page)?).into_response())
}

/// The accounts that this person may write for, and those that are chosen already with the reason why not.
fn account_choices(app: &App, show: &Present, me: &Me, chosen: &[AccountId]) -> Result<Vec<AccountChoice>, AppError> {
    let world = app.store.read(|read| app.world(read, show.now))?;
    let open = world.accounts.values().filter(|account| account.closed_at.is_none() || chosen.contains(&account.id));
    let choices = open.map(|account| {
        let certified = world.certification(me.signed.id(), account.id, Capability::Write, show.now).is_some();
        AccountChoice {
            tag: show.account(account),
            chosen: chosen.contains(&account.id),
            why_not: (!certified).then(|| show.t("posts-outside-certification")),
        }
    });
    let mut choices = choices.collect::<Vec<_>>();
    choices.sort_by(|one, other| {
        (one.why_not.is_some(), one.tag.colour, &one.tag.name).cmp(&(
            other.why_not.is_some(),
            other.tag.colour,
            &other.tag.name,
        ))
    });
    Ok(choices)
}

fn classes(show: &Present, chosen: Class) -> Vec<Choice> {
    let choice = |class: Class| {
        let key = crate::present::class(class).key();
        let label = text(show.lang, "class-chosen")
            .with("class", show.t(&key))
            .with("hint", show.t(&format!("{key}.hint")))
            .to_string();
        Choice::new(word_of(&class), label, class == chosen)
    };
    let mut classes = CLASSES.map(choice).to_vec();
    if !CLASSES.contains(&chosen) {
        classes.push(choice(chosen));
    }
    classes
}

/// Begins a post and keeps its first words beside it.
pub async fn create(State(web): State<Web>, me: Me, checked: Checked) -> Answer {
    let fields = checked.fields;
    let (asking, sent) = (me.clone(), fields.clone());
    let created = web
        .run(move |app| {
            let form = form::read(app, &asking.signed, None, &sent)?;
            form.check()?;
            let mut missing = Vec::new();
            if form.text.trim().is_empty() {
                missing.push(shingi_app::FieldProblem::new("text", "text-needed"));
            }
            if form.accounts.is_empty() {
                missing.push(shingi_app::FieldProblem::new("account", "accounts-needed"));
            }
            if !missing.is_empty() {
                return Err(AppError::Invalid(missing));
            }
            let id = app.draft_post(&asking.signed, false)?.post.id;
            app.save_draft(&asking.signed, id, form, 0)?;
            Ok(id)
        })
        .await;
    match created {
        Ok(id) => Ok(done(&format!("{}/edit", path(id)), "drafted")),
        Err(AppError::Invalid(problems)) => {
            let problems = in_words(&me, &problems);
            new_page(&web, me, fields, problems).await
        }
        Err(AppError::Refused(Refusal { why: Why::NotCertified, .. })) => {
            let message = text(me.visitor.lang, "posts-no-account").to_string();
            let problems = vec![FieldProblem { field: "account".to_owned(), message }];
            new_page(&web, me, fields, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The problems of a use case at the fields of the page.
pub fn in_words(me: &Me, problems: &[shingi_app::FieldProblem]) -> Vec<FieldProblem> {
    let word = |problem: &shingi_app::FieldProblem| FieldProblem {
        field: problem.field.to_owned(),
        message: text(me.visitor.lang, format!("field-{}", problem.code)).to_string(),
    };
    problems.iter().map(word).collect()
}

pub async fn edit(State(web): State<Web>, Path(post): Path<String>, me: Me) -> Answer {
    let id = id::<PostId>(&post)?;
    let page = web
        .run(move |app| {
            me.signed.require(Action::WritePost)?;
            let stands = Stands::kept(app, &me, id)?;
            if !stands.desk.can_be_revised() {
                return Ok(None);
            }
            edit_page(app, &me, stands, Vec::new()).map(Some)
        })
        .await?;
    match page {
        Some(page) => html(&page),
        None => Ok(Redirect::to(&path(id)).into_response()),
    }
}

/// The same composer with what is wrong, and with the words as they were sent.
pub async fn edit_again(web: &Web, me: Me, post: PostId, sent: Option<Fields>, problems: Vec<FieldProblem>) -> Answer {
    let page = web
        .run(move |app| {
            let stands = match sent {
                Some(fields) => Stands::sent(app, &me, post, &fields)?,
                None => Stands::kept(app, &me, post)?,
            };
            edit_page(app, &me, stands, problems)
        })
        .await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

/// Saving without a script. A conflict shows the difference, and keeps every field that was sent.
pub async fn save(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    let instead = save_first(&web, (me, id), checked.fields).await?;
    Ok(instead.unwrap_or_else(|| done(&format!("{}/edit", path(id)), "saved")))
}

/// Saves what a composer sent. Where it cannot: the page to show instead, with every word on it.
pub async fn save_first(web: &Web, (me, id): Asked, fields: Fields) -> Result<Option<Response>, Problem> {
    let seen = fields.parse::<i64>("based_on").unwrap_or(0);
    match keep(web, (me.clone(), id), fields.clone(), seen).await {
        Ok(_) => Ok(None),
        Err(AppError::Conflict { .. }) => {
            let page = web.run(move |app| conflict(app, &me, id, &fields)).await?;
            Ok(Some((StatusCode::CONFLICT, html(&page)?).into_response()))
        }
        Err(AppError::Invalid(problems)) => {
            let problems = in_words(&me, &problems);
            edit_again(web, me, id, Some(fields), problems).await.map(Some)
        }
        Err(error) => Err(error.into()),
    }
}

/// Saving by the script: `If-Match` is the version that the page began from, `ETag` the new one.
pub async fn autosave(
    State(web): State<Web>,
    Path(post): Path<String>,
    me: Me,
    headers: HeaderMap,
    checked: Checked,
) -> Answer {
    let id = id::<PostId>(&post)?;
    let seen = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    let Some(seen) = seen.and_then(|tag| tag.trim_matches('"').parse::<i64>().ok()) else {
        return Ok((StatusCode::PRECONDITION_REQUIRED, text(me.visitor.lang, "problem-precondition").to_string())
            .into_response());
    };
    match keep(&web, (me, id), checked.fields, seen).await {
        Ok(version) => Ok(tagged(StatusCode::NO_CONTENT, version)),
        Err(AppError::Conflict { current, .. }) => Ok(tagged(StatusCode::PRECONDITION_FAILED, current)),
        Err(error) => Err(error.into()),
    }
}

fn tagged(status: StatusCode, version: i64) -> Response {
    let mut response = status.into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The same words sent twice are one saving: a second press, or an answer that was lost on its way.
async fn keep(web: &Web, (me, id): Asked, fields: Fields, seen: i64) -> Result<i64, AppError> {
    web.run(move |app| {
        let form = form::read(app, &me.signed, Some(id), &fields)?;
        match app.save_draft(&me.signed, id, form.clone(), seen) {
            Err(AppError::Conflict { seen, current }) => {
                let stands = app.saved_draft(&me.signed, id)?;
                if stands.form == form { Ok(stands.version) } else { Err(AppError::Conflict { seen, current }) }
            }
            other => other,
        }
    })
    .await
}

fn is_draft(name: &str) -> bool {
    !NOT_DRAFT.contains(&name) && !name.starts_with(ANSWER)
}

fn conflict(app: &App, me: &Me, id: PostId, fields: &Fields) -> Result<ConflictPage, AppError> {
    let show = show(app, &me.visitor)?;
    let desk = app.desk(&me.signed, id)?;
    let theirs = app.saved_draft(&me.signed, id)?;
    let mine = form::read(app, &me.signed, Some(id), fields)?;
    let kept = fields.0.iter().filter(|(name, _)| is_draft(name)).cloned().collect();
    Ok(ConflictPage {
        page: me.visitor.page(Here::Write),
        post: id.to_string(),
        title: title_of(&show, &mine.title, &mine.text),
        other: show.person(&desk.world, theirs.by),
        theirs_at: show.stamp(shingi_domain::time::Timestamp(theirs.updated)),
        revision: u32::try_from(theirs.version).unwrap_or(0),
        differences: differences(&show, &desk.world, &theirs.form, &mine),
        kept,
        yours: mine.text,
    })
}

/// The differences of two forms, each under its name.
pub fn differences(
    show: &Present,
    world: &shingi_domain::world::World,
    old: &PostForm,
    new: &PostForm,
) -> Vec<(String, Vec<crate::pages::parts::DiffPart>)> {
    let variant = |account: AccountId| {
        let name = world.accounts.get(&account).map_or_else(|| show.t("account-erased"), |a| show.account(a).name);
        text(show.lang, "variant-of").with("name", name).to_string()
    };
    let names = difference::Names {
        common: show.t("posts-common-text"),
        title: show.t("posts-title"),
        benefit: show.t("posts-benefit"),
        sources: show.t("posts-sources"),
        variant: &variant,
    };
    difference::of_forms(old, new, names)
}
