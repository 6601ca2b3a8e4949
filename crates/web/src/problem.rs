//! What went wrong, for people as a page and for programs as `application/problem+json` (RFC 9457).
//! Serves no item of its own.
//!
//! Never shows an internal error: the log has it under a number.

use std::sync::atomic::{AtomicU64, Ordering};

use askama::Template as _;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use shingi_app::{AppError, FieldProblem, words::Lang};
use shingi_domain::{permit::Action, refusal::Why};

use crate::{
    pages::{
        Here,
        problems::view::{ProblemKind, ProblemPage},
    },
    visitor::Visitor,
    words_filter::text,
};

tokio::task_local! {
    /// The visitor of the request that is being answered: a problem is told in their language.
    pub static LANG: Visitor;
}

#[derive(Debug)]
pub struct Problem {
    pub kind: ProblemKind,
    /// The message key of the exact sentence, with its help in `.help`.
    pub key: Option<String>,
    pub fields: Vec<FieldProblem>,
    who_can: Box<[String]>,
    reference: Option<Box<str>>,
    signin: Option<Box<str>>,
}

impl Problem {
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self { kind, key: None, fields: Vec::new(), who_can: Box::new([]), reference: None, signin: None }
    }

    #[must_use]
    pub fn with_key(kind: ProblemKind, key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..Self::new(kind) }
    }

    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ProblemKind::NotFound)
    }

    #[must_use]
    pub fn other_site() -> Self {
        Self::with_key(ProblemKind::Forbidden, "problem-other-site")
    }

    /// A form without the token of this session: most often a page that stood open for long.
    #[must_use]
    pub fn stale_form() -> Self {
        Self::with_key(ProblemKind::Forbidden, "problem-stale-form")
    }

    /// A body that is not the JSON of this request; the place is named, the text is not repeated.
    #[must_use]
    pub fn bad_json(error: &serde_json::Error) -> Self {
        let place = format!("{}:{}", error.line(), error.column());
        Self { reference: Some(place.into()), ..Self::with_key(ProblemKind::BadRequest, "problem-json") }
    }

    #[must_use]
    pub fn sign_in_needed(path: String) -> Self {
        Self { signin: Some(path.into()), ..Self::new(ProblemKind::SignInNeeded) }
    }

    /// Logs what happened and gives the number under which the log has it.
    #[must_use]
    pub fn fault(what: impl std::fmt::Display) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(1);
        let reference = format!("{:x}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        tracing::error!(%reference, error = %what, "a request failed");
        Self { reference: Some(reference.into()), ..Self::new(ProblemKind::Fault) }
    }

    fn not_allowed(action: Action) -> Self {
        let roles = action.roles().iter().map(|role| format!("{role:?}").to_lowercase()).collect();
        Self { who_can: roles, ..Self::new(ProblemKind::Forbidden) }
    }

    /// The exact sentence in a language.
    #[must_use]
    pub fn detail(&self, lang: Lang) -> Option<String> {
        if let Some(key) = &self.key {
            return Some(text(lang, key.clone()).to_string());
        }
        let fields = self.fields.iter().map(|field| text(lang, format!("field-{}", field.code)).to_string());
        let fields = fields.collect::<Vec<_>>();
        (!fields.is_empty()).then(|| fields.join(" "))
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotAllowed(action) => Self::not_allowed(action),
            AppError::Refused(refusal) => {
                let kind = match refusal.why {
                    Why::NotFound => ProblemKind::NotFound,
                    Why::NotTheAuthor | Why::OwnPost | Why::NotCertified | Why::NotInCharge => ProblemKind::Forbidden,
                    Why::Conflict { .. } | Why::OtherBytes | Why::State | Why::Exists | Why::Outstanding(_) => {
                        ProblemKind::Conflict
                    }
                    Why::WordsNeeded | Why::ProtectedReportNotConsidered | Why::Past | Why::Accounts | Why::Lane => {
                        ProblemKind::Unprocessable
                    }
                };
                Self::with_key(kind, format!("refusal-{}", refusal.why.key()))
            }
            AppError::NotFound(_) => Self::not_found(),
            AppError::Invalid(fields) => Self { fields, ..Self::new(ProblemKind::Unprocessable) },
            AppError::Conflict { .. } => Self::with_key(ProblemKind::Conflict, "refusal-conflict"),
            AppError::TooMany => Self::new(ProblemKind::TooMany { retry_after_seconds: Some(900) }),
            AppError::SignIn => Self::with_key(ProblemKind::SignInNeeded, "problem-sign-in"),
            AppError::NotSetUp => Self::with_key(ProblemKind::Maintenance { minutes: None }, "problem-not-set-up"),
            AppError::SetUpLink => Self::with_key(ProblemKind::Forbidden, "problem-setup-link"),
            AppError::Picture(error) => {
                use shingi_app::pictures::PictureError;
                let (kind, key) = match error {
                    PictureError::TooManyBytes { .. } => {
                        (ProblemKind::TooLarge { limit: Some("10 MB".to_owned()) }, "picture-too-many-bytes")
                    }
                    PictureError::WrongType => (ProblemKind::Unprocessable, "picture-wrong-type"),
                    PictureError::TooLarge { .. } => (ProblemKind::Unprocessable, "picture-too-large"),
                    PictureError::TooManyFrames { .. } => (ProblemKind::Unprocessable, "picture-too-many-frames"),
                    PictureError::Broken { .. } => (ProblemKind::Unprocessable, "picture-broken"),
                };
                Self::with_key(kind, key)
            }
            AppError::Store(error @ shingi_store::StoreError::Full) => {
                Self { key: Some("problem-disk-full".to_owned()), ..Self::fault(error) }
            }
            AppError::Store(error) => Self::fault(error),
            AppError::Open(error) => Self::fault(error),
            AppError::Record(what) | AppError::Restore(what) => Self::fault(what),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let visitor = LANG.try_with(Clone::clone).ok();
        let status = StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let Some(visitor) = visitor else { return (status, status.to_string()).into_response() };
        if visitor.by_token || visitor.path.starts_with("/api/") {
            return self.json(status, &visitor);
        }
        if let Some(path) = self.signin.as_deref() {
            let next = if path == "/" { String::new() } else { format!("?next={}", encode(path)) };
            return Redirect::to(&format!("/session/new{next}")).into_response();
        }
        let page = visitor.page(Here::Elsewhere);
        let detail = self.detail(visitor.lang);
        let who_can = self.who_can.iter().map(|role| text(visitor.lang, format!("role-{role}")).to_string()).collect();
        let page = ProblemPage {
            page,
            kind: self.kind,
            detail,
            who_can,
            reference: self.reference.map(String::from),
            back_url: None,
            signin_url: None,
        };
        match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        }
    }
}

impl Problem {
    fn json(self, status: StatusCode, visitor: &Visitor) -> Response {
        let fields = self.fields.iter().map(|field| {
            let message = text(visitor.lang, format!("field-{}", field.code)).to_string();
            serde_json::json!({ "field": field.field, "code": field.code, "message": message })
        });
        let body = serde_json::json!({
            "type": self.key.as_ref().map_or_else(|| "about:blank".to_owned(), |key| format!("urn:shingi:problem:{key}")),
            "title": status.canonical_reason(),
            "status": status.as_u16(),
            "detail": self.detail(visitor.lang),
            "fields": fields.collect::<Vec<_>>(),
            "reference": self.reference,
        });
        let mut response = (status, body.to_string()).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

/// Percent-encodes a path for a query value.
#[must_use]
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => {
                use std::fmt::Write as _;
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}
