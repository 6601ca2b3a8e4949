//! First run: the one-time link, the form behind it, and what comes next (0, 2-8).

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use shingi_app::{AppError, password::Secret, use_cases::found_organisation::Founding, words::text};
use shingi_domain::{
    organisation::OrganisationDetails,
    people::{Language, PersonNames},
};
use shingi_ledger::Log;

use super::view::{NextKind, NextStep, SetupClosedPage, SetupDonePage, SetupForm, SetupPage, zone_groups};
use crate::{
    cookie,
    form::{Fields, html},
    pages::{FieldProblem, Here},
    state::{Answer, Web},
    visitor::Visitor,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/setup", get(closed))
        .route("/setup/done", get(done))
        .route("/setup/{token}", get(show).post(create))
}

/// Without its link: the link stands on the terminal of whoever started the server.
async fn closed(visitor: Visitor) -> Answer {
    closed_page(&visitor)
}

fn closed_page(visitor: &Visitor) -> Answer {
    let page =
        SetupClosedPage { page: visitor.page(Here::Elsewhere), done: None, signin_url: "/session/new".to_owned() };
    Ok((StatusCode::NOT_FOUND, html(&page)?).into_response())
}

async fn show(State(web): State<Web>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let secret = Secret::new(token.clone());
    if !web.run(move |app| app.setup_secret_fits(&secret)).await? {
        return closed_page(&visitor);
    }
    let form =
        SetupForm { url: format!("http://{}", web.listen), zone: "Asia/Tokyo".to_owned(), ..SetupForm::default() };
    html(&page(&visitor, &token, form, Vec::new()))
}

fn page(visitor: &Visitor, token: &str, form: SetupForm, problems: Vec<FieldProblem>) -> SetupPage {
    let mut page = visitor.page(Here::Elsewhere);
    page.problems = problems;
    // The link itself is the proof: there is no session yet whose token a form could carry.
    page.csrf = "setup".to_owned();
    let length = u32::try_from(shingi_app::password::PASSWORD_LENGTH_MIN).unwrap_or(12);
    SetupPage { page, action: format!("/setup/{token}"), form, zones: zone_groups(), password_length_min: length }
}

async fn create(
    State(web): State<Web>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: axum::Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(form.0);
    let text_of = |name: &str| fields.get(name).trim().to_owned();
    let typed = SetupForm {
        name: text_of("name"),
        names: fields.get("names").to_owned(),
        url: text_of("url").trim_end_matches('/').to_owned(),
        zone: text_of("zone"),
        administrator: text_of("administrator"),
        login: text_of("login"),
    };
    let again = fields.get("password_again") == fields.get("password");
    if !again {
        let message = text(visitor.lang, "setup-error-password-differs".to_owned()).to_string();
        let problems = vec![FieldProblem { field: "password_again".to_owned(), message }];
        return again_page(&visitor, &token, typed, problems);
    }
    let secret = Secret::new(token.clone());
    let password = Secret::new(fields.get("password").to_owned());
    let founding = founding(&typed, password.clone(), visitor.lang);
    let login = typed.login.clone();
    let done = web
        .run(move |app| {
            app.found_organisation(&secret, founding)?;
            app.sign_in(&login, &password, "setup")
        })
        .await;
    match done {
        Ok((session, _)) => {
            let cookie = cookie::session(session.reveal(), web.is_secure());
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/setup/done")).into_response())
        }
        Err(AppError::Invalid(problems)) => {
            let problems = problems.iter().map(|problem| words(&visitor, problem, &typed)).collect();
            again_page(&visitor, &token, typed, problems)
        }
        Err(AppError::SetUpLink) => closed_page(&visitor),
        Err(error) => Err(error.into()),
    }
}

fn again_page(visitor: &Visitor, token: &str, form: SetupForm, problems: Vec<FieldProblem>) -> Answer {
    let page = html(&page(visitor, token, form, problems))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn founding(typed: &SetupForm, password: Secret, lang: shingi_app::words::Lang) -> Founding {
    let language = match lang {
        shingi_app::words::Lang::Ja => Language::Ja,
        shingi_app::words::Lang::En => Language::En,
    };
    Founding {
        organisation: OrganisationDetails {
            name: typed.name.clone(),
            other_names: typed
                .names
                .lines()
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            contacts: Vec::new(),
            public_url: typed.url.clone(),
            time_zone: typed.zone.clone(),
        },
        administrator: PersonNames {
            name: typed.administrator.clone(),
            kana: String::new(),
            email: typed.login.clone(),
        },
        language,
        password,
    }
}

/// The form's own field and sentence for a problem of the use case.
fn words(visitor: &Visitor, problem: &shingi_app::FieldProblem, typed: &SetupForm) -> FieldProblem {
    let (field, key) = match (problem.field, problem.code) {
        ("name", _) if typed.name.is_empty() => ("name", "setup-error-name-missing"),
        ("name", _) => ("administrator", "setup-error-administrator-missing"),
        ("public_url", _) => ("url", "setup-error-url-form"),
        ("time_zone", _) => ("zone", "setup-error-zone-unknown"),
        ("email", _) => ("login", "setup-error-login-form"),
        (_, _) => ("password", "setup-error-password-short"),
    };
    let length = shingi_app::password::PASSWORD_LENGTH_MIN;
    let message = text(visitor.lang, key.to_owned()).with("length", length).to_string();
    FieldProblem { field: field.to_owned(), message }
}

async fn done(State(web): State<Web>, visitor: Visitor) -> Result<Response, crate::problem::Problem> {
    let keys = web.app.keys()?;
    let urls = BTreeMap::from([
        ("setup-next-people", "/people"),
        ("setup-next-policy", "/policy"),
        ("setup-next-accounts", "/accounts"),
        ("setup-next-certify", "/people"),
    ]);
    let next = [NextKind::Accounts, NextKind::People, NextKind::Certify, NextKind::Policy];
    let next = next.into_iter().map(|kind| NextStep { kind, url: urls[kind.key()].to_owned() }).collect();
    html(&SetupDonePage {
        page: visitor.page(Here::Elsewhere),
        keys_folder: web.app.store.folder().join("keys").display().to_string(),
        record_key: keys.of(Log::Record).verifier().to_string(),
        certificates_key: keys.of(Log::Certificates).verifier().to_string(),
        next,
    })
}
