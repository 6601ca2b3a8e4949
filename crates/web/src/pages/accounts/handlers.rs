//! The register of official accounts (0, 1-2, 2-8).

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse as _,
    routing::{get, post},
};
use shingi_app::{App, AppError, use_cases::register_account::AccountForm as NewAccount};
use shingi_domain::{
    account::{Account, AccountDetails, Channel, Medium},
    certification::Capability,
    id::AccountId,
    permit::Action,
};

use super::view::{AccountForm, AccountRow, AccountsPage};
use crate::{
    form::{Checked, Fields, done, html, word_of},
    pages::{Here, parts::Choice},
    present::{Present, field_problems},
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/accounts", get(index).post(create))
        .route("/accounts/new", get(new))
        .route("/accounts/{id}", post(change))
        .route("/accounts/{id}/edit", get(edit))
        .route("/accounts/{id}/closing", post(close))
}

/// The fields as they stand: from an account, or as they were typed.
struct Typed {
    action: String,
    medium: String,
    channel: String,
    details: AccountDetails,
    may_close: bool,
}

fn build(app: &App, me: &Me, typed: Option<Typed>) -> Result<AccountsPage, AppError> {
    let manages = me.signed.may(Action::ManageAccounts);
    if !manages {
        me.signed.require(Action::ReadPosts)?;
    }
    let in_force = app.in_force()?;
    let show = Present { lang: me.visitor.lang, zone: in_force.zone.clone(), now: app.now() };
    let world = app.store.read(|read| app.world(read, show.now))?;
    let row = |account: &Account| {
        let details = account.details.kept();
        let certified = world
            .people
            .keys()
            .filter(|person| world.certification(**person, account.id, Capability::Publish, show.now).is_some());
        let page = details.map(|details| match account.channel {
            Channel::OfficialPage => format!("/official/{}", details.handle),
            Channel::ByHand => details.url.clone(),
        });
        AccountRow {
            tag: show.account(account),
            handle: details.map(|details| details.handle.clone()).unwrap_or_default(),
            url: page.unwrap_or_default(),
            channel: show.t(&format!("channel-{}", word_of(&account.channel))),
            certified: u32::try_from(certified.count()).unwrap_or(u32::MAX),
            since: show.stamp(account.registered_at),
            closed: account.closed_at.map(|at| show.stamp(at)),
            edit: (manages && account.closed_at.is_none()).then(|| format!("/accounts/{}/edit", account.id)),
        }
    };
    Ok(AccountsPage {
        page: me.visitor.page(Here::Accounts),
        rows: app.accounts()?.iter().map(row).collect(),
        form: typed.map(|typed| form(&show, typed)),
        may_add: manages,
    })
}

fn form(show: &Present, typed: Typed) -> AccountForm {
    let Typed { action, medium, channel, details, may_close } = typed;
    let choice = |prefix: &str, word: String, chosen: &str| {
        Choice::new(word.clone(), show.t(&format!("{prefix}-{word}")), word == chosen)
    };
    let colour = |n: u8| Choice::new(n.to_string(), show.t(&format!("colour-{n}")), n == details.colour);
    AccountForm {
        is_new: action == "/accounts",
        action,
        name: details.name.clone(),
        handle: details.handle.clone(),
        url: details.url.clone(),
        media: Medium::ALL.iter().map(|one| choice("medium", word_of(one), &medium)).collect(),
        channels: [Channel::OfficialPage, Channel::ByHand]
            .iter()
            .map(|one| choice("channel", word_of(one), &channel))
            .collect(),
        colours: (1..=6).map(colour).collect(),
        may_close,
    }
}

async fn index(State(web): State<Web>, me: Me) -> Answer {
    html(&web.run(move |app| build(app, &me, None)).await?)
}

async fn new(State(web): State<Web>, me: Me) -> Answer {
    me.signed.require(Action::ManageAccounts)?;
    let details = AccountDetails { name: String::new(), handle: String::new(), url: String::new(), colour: 1 };
    let typed = Typed {
        action: "/accounts".to_owned(),
        medium: word_of(&Medium::OfficialPage),
        channel: word_of(&Channel::OfficialPage),
        details,
        may_close: false,
    };
    html(&web.run(move |app| build(app, &me, Some(typed))).await?)
}

fn details(fields: &Fields) -> AccountDetails {
    let text = |name: &str| fields.get(name).trim().to_owned();
    AccountDetails {
        name: text("name"),
        handle: text("handle"),
        url: text("url"),
        colour: fields.parse("colour").unwrap_or(1),
    }
}

async fn create(State(web): State<Web>, me: Me, Checked { fields, .. }: Checked) -> Answer {
    let details = details(&fields);
    let (medium, channel) = (fields.word::<Medium>("medium"), fields.word::<Channel>("channel"));
    let (Some(medium), Some(channel)) = (medium, channel) else { return Err(Problem::stale_form()) };
    let typed = Typed {
        action: "/accounts".to_owned(),
        medium: fields.get("medium").to_owned(),
        channel: fields.get("channel").to_owned(),
        details: details.clone(),
        may_close: false,
    };
    let who = me.signed.clone();
    let created = web.run(move |app| app.register_account(&who, NewAccount { medium, channel, details })).await;
    answer(&web, me, typed, created.map(drop), "account-added").await
}

async fn account(web: &Web, id: &str) -> Result<Account, Problem> {
    let id = id.parse::<AccountId>().map_err(|_| Problem::not_found())?;
    let found = web.run(move |app| Ok(app.accounts()?.into_iter().find(|account| account.id == id))).await?;
    found.ok_or_else(Problem::not_found)
}

fn typed_of(account: &Account, details: AccountDetails) -> Typed {
    Typed {
        action: format!("/accounts/{}", account.id),
        medium: word_of(&account.medium),
        channel: word_of(&account.channel),
        details,
        may_close: account.closed_at.is_none(),
    }
}

async fn edit(State(web): State<Web>, me: Me, Path(id): Path<String>) -> Answer {
    me.signed.require(Action::ManageAccounts)?;
    let account = account(&web, &id).await?;
    let details = account.details.kept().cloned().ok_or_else(Problem::not_found)?;
    html(&web.run(move |app| build(app, &me, Some(typed_of(&account, details)))).await?)
}

async fn change(State(web): State<Web>, me: Me, Path(id): Path<String>, Checked { fields, .. }: Checked) -> Answer {
    let account = account(&web, &id).await?;
    let details = details(&fields);
    let typed = typed_of(&account, details.clone());
    let who = me.signed.clone();
    let changed = web.run(move |app| app.change_account(&who, account.id, details)).await;
    answer(&web, me, typed, changed, "account-saved").await
}

/// The list after success; the form with its problems otherwise.
async fn answer(web: &Web, me: Me, typed: Typed, done_or: Result<(), AppError>, what: &str) -> Answer {
    match done_or {
        Ok(()) => Ok(done("/accounts", what)),
        Err(AppError::Invalid(problems)) => {
            let problems = field_problems(me.visitor.lang, &problems);
            let mut page = web.run(move |app| build(app, &me, Some(typed))).await?;
            page.page.problems = problems;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn close(State(web): State<Web>, me: Me, Path(id): Path<String>, _: Checked) -> Answer {
    let account = account(&web, &id).await?;
    web.run(move |app| app.close_account(&me.signed, account.id)).await?;
    Ok(done("/accounts", "account-closed"))
}
