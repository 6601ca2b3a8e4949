//! Who looks, in which language: worked out once for each request, before any handler.
//!
//! A form of a page must carry the session's token and must not come from another site; a program signs in with a
//! bearer token and needs neither, because no browser sends that by itself (2-8).

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, Uri, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use shingi_app::{App, AppError, password::Secret, session::Signed, words::Lang};
use shingi_domain::permit::Action;

use crate::{
    cookie,
    pages::{Flash, Here, Page, StopState, Theme, Viewer, check, parts::Strength},
    problem::Problem,
    state::Web,
};

/// The request's own facts, in its extensions.
#[derive(Clone)]
pub struct Visitor {
    pub signed: Option<Signed>,
    pub lang: Lang,
    pub theme: Theme,
    /// Path and query without `lang=`.
    pub path: String,
    pub csrf: String,
    /// The session's secret, to end it.
    pub session: Option<Secret>,
    /// Signed in by a bearer token.
    pub by_token: bool,
    /// The message key of what just happened, from `?done=`.
    done: Option<String>,
    organisation: String,
    stopped: bool,
}

/// Someone who is signed in; otherwise the request ends at the sign-in page, or with 401 for a program.
#[derive(Clone)]
pub struct Me {
    pub signed: Signed,
    pub visitor: Visitor,
}

/// Works out the visitor, checks where a change comes from, and keeps a chosen language.
pub async fn work_out(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let chosen = query(uri.query(), "lang").and_then(|tag| Lang::from_tag(&tag));
    let visitor = match visitor(&web, &uri, &headers, chosen).await {
        Ok(visitor) => visitor,
        Err(problem) => return problem.into_response(),
    };
    if changes(request.method()) && !visitor.by_token && !same_site(&headers) {
        return Problem::other_site().into_response();
    }
    request.extensions_mut().insert(visitor.clone());
    let mut response = crate::problem::LANG.scope(visitor.clone(), next.run(request)).await;
    if let Some(lang) = chosen.filter(|_| !check::is_blind(uri.path())) {
        response.headers_mut().append(header::SET_COOKIE, cookie::preference("lang", lang.tag(), web.is_secure()));
    }
    response
}

async fn visitor(web: &Web, uri: &Uri, headers: &HeaderMap, chosen: Option<Lang>) -> Result<Visitor, Problem> {
    // At the self-check nobody is recognised, and no session is written to be in use.
    let blind = check::is_blind(uri.path());
    let secret = cookie::read(headers, cookie::session_name(web.is_secure())).filter(|_| !blind).map(Secret::new);
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(|token| Secret::new(token.trim().to_owned()));
    let by_token = bearer.is_some();
    // Not on the threads that serve everybody: once a minute it is written that a session is in use.
    let (signed, stopped) = match (bearer, secret.clone()) {
        (None, None) => (None, false),
        (bearer, secret) => web.run(move |app| who(app, bearer.as_ref(), secret.as_ref())).await?,
    };
    let language = signed.as_ref().map(|signed| match signed.person.language {
        shingi_domain::people::Language::Ja => Lang::Ja,
        shingi_domain::people::Language::En => Lang::En,
    });
    let accepted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map(Lang::from_accept_language);
    let kept = cookie::read(headers, "lang").and_then(|tag| Lang::from_tag(&tag));
    let theme = match cookie::read(headers, "theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        Some(_) | None => Theme::System,
    };
    Ok(Visitor {
        csrf: secret.as_ref().map(csrf).unwrap_or_default(),
        lang: chosen.or(kept).or(language).or(accepted).unwrap_or_default(),
        theme,
        path: path(uri),
        session: signed.is_some().then_some(secret).flatten(),
        by_token,
        done: query(uri.query(), "done").filter(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')),
        organisation: web.app.in_force().map(|in_force| in_force.organisation.name.clone()).unwrap_or_default(),
        stopped,
        signed,
    })
}

/// Who this is, and whether something is stopped: strangers need not know.
fn who(app: &App, bearer: Option<&Secret>, secret: Option<&Secret>) -> Result<(Option<Signed>, bool), AppError> {
    let signed = match (bearer, secret) {
        (Some(token), _) => app.bearer(token)?,
        (None, Some(secret)) => app.session(secret)?,
        (None, None) => None,
    };
    let stopped = signed.is_some() && app.is_stopped()?;
    Ok((signed, stopped))
}

const fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether a browser says that the request comes from our own pages. Old browsers and programs say nothing; the
/// token in the form decides then.
fn same_site(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}

/// The token that a form of this session must carry.
fn csrf(secret: &Secret) -> String {
    let mut hash = Sha256::new();
    hash.update(b"shingi form v1\n");
    hash.update(secret.reveal().as_bytes());
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..18])
}

/// One value of a query string, percent-decoded as far as we use it: keys and tags are plain ASCII.
fn query(query: Option<&str>, name: &str) -> Option<String> {
    query?
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

fn path(uri: &Uri) -> String {
    let kept = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang=") && !pair.starts_with("done="));
    let query = kept.collect::<Vec<_>>().join("&");
    if query.is_empty() { uri.path().to_owned() } else { format!("{}?{query}", uri.path()) }
}

impl Visitor {
    /// The base of every page.
    #[must_use]
    pub fn page(&self, here: Here) -> Page {
        let viewer = self.signed.as_ref().map(|signed| Viewer {
            id: signed.id().to_string(),
            name: signed.person.names.kept().map(|names| names.name.clone()).unwrap_or_default(),
            places: places(signed),
            counts: Vec::new(),
        });
        let flash = self.done.as_ref().map(|key| Flash {
            strength: Strength::Done,
            text: crate::words_filter::text(self.lang, format!("done-{key}")).to_string(),
        });
        Page {
            lang: self.lang,
            csrf: self.csrf.clone(),
            path: self.path.clone(),
            here,
            viewer,
            organisation: self.organisation.clone(),
            stop: if self.stopped { StopState::Stopped } else { StopState::Running },
            flash,
            problems: Vec::new(),
            theme: self.theme,
            single_keys: true,
        }
    }

    /// Whether a form's token is this session's. A program that signed in by token needs none.
    #[must_use]
    pub fn csrf_fits(&self, given: &str) -> bool {
        self.by_token || (!self.csrf.is_empty() && given == self.csrf)
    }
}

/// The places of the navigation that are open to this person.
fn places(signed: &Signed) -> Vec<Here> {
    let open = |here: &Here| match here {
        Here::Home | Here::Policy | Here::Official | Here::Elsewhere => true,
        Here::Posts | Here::Calendar | Here::Emergencies => signed.may(Action::ReadPosts),
        Here::Write => signed.may(Action::WritePost),
        Here::Feasibility => signed.may(Action::SeeFeasibility),
        Here::Reviews => signed.may(Action::WritePost),
        Here::Consultations => signed.may(Action::Consult),
        Here::Stops => signed.may(Action::OrderStop) || signed.may(Action::LiftStop),
        Here::Accounts => signed.may(Action::ReadPosts) || signed.may(Action::ManageAccounts),
        Here::People => signed.may(Action::ManagePeople) || signed.may(Action::GrantCertification),
        Here::Records => signed.may(Action::ReadRecord),
    };
    Here::ALL.into_iter().filter(open).collect()
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::fault("a route without its visitor"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Me {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let visitor = Visitor::from_request_parts(parts, state).await?;
        match visitor.signed.clone() {
            Some(signed) => Ok(Self { signed, visitor }),
            None => Err(Problem::sign_in_needed(visitor.path)),
        }
    }
}
