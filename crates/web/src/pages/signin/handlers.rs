//! Signing in and out (2-8).

use std::net::SocketAddr;

use axum::{
    Router,
    extract::{ConnectInfo, Query, State},
    http::header,
    response::{IntoResponse as _, Redirect},
    routing::{get, post},
};
use serde::Deserialize;
use shingi_app::{AppError, password::Secret};

use super::view::{SignInPage, SignedOutPage, Trouble};
use crate::{
    cookie,
    form::{Checked, html},
    pages::Here,
    state::{Answer, Web},
    visitor::Visitor,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/session/new", get(new))
        .route("/session", post(create))
        .route("/session/end", post(end).get(ended))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Next {
    next: String,
}

/// A path on this server, and nothing else: never an open redirect.
fn local(path: &str) -> Option<String> {
    let fits = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r']);
    fits.then(|| path.to_owned())
}

fn page(visitor: &Visitor, login: &str, trouble: Option<Trouble>, next: &str) -> SignInPage {
    SignInPage {
        page: visitor.page(Here::Elsewhere),
        action: "/session".to_owned(),
        login: login.to_owned(),
        trouble,
        next: local(next),
    }
}

async fn new(State(web): State<Web>, visitor: Visitor, Query(Next { next }): Query<Next>) -> Answer {
    if !web.app.is_set_up() {
        return Ok(Redirect::to("/setup").into_response());
    }
    html(&page(&visitor, "", None, &next))
}

async fn create(
    State(web): State<Web>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    visitor: Visitor,
    form: axum::Form<Vec<(String, String)>>,
) -> Answer {
    let fields = crate::form::Fields(form.0);
    let (login, next) = (fields.get("login").to_owned(), fields.get("next").to_owned());
    let password = Secret::new(fields.get("password").to_owned());
    if login.trim().is_empty() || password.reveal().is_empty() {
        return html(&page(&visitor, &login, Some(Trouble::Missing), &next));
    }
    let name = login.clone();
    let signed = web.run(move |app| app.sign_in(&name, &password, &from.ip().to_string())).await;
    let trouble = match signed {
        Ok((secret, _)) => {
            let to = local(&next).unwrap_or_else(|| "/".to_owned());
            let cookie = cookie::session(secret.reveal(), web.is_secure());
            return Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&to)).into_response());
        }
        Err(AppError::SignIn) => Trouble::Mismatch { left: None },
        Err(AppError::TooMany) => Trouble::Limited { minutes: 15 },
        Err(error) => return Err(error.into()),
    };
    let status = match trouble {
        Trouble::Limited { .. } => axum::http::StatusCode::TOO_MANY_REQUESTS,
        _ => axum::http::StatusCode::UNAUTHORIZED,
    };
    Ok((status, html(&page(&visitor, &login, Some(trouble), &next))?).into_response())
}

async fn end(State(web): State<Web>, visitor: Visitor, _: Checked) -> Answer {
    if let Some(secret) = visitor.session {
        web.run(move |app| app.sign_out(&secret)).await?;
    }
    let cookie = cookie::session("", web.is_secure());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/session/end")).into_response())
}

async fn ended(visitor: Visitor) -> Answer {
    html(&SignedOutPage { page: visitor.page(Here::Elsewhere), signin_url: "/session/new".to_owned() })
}
