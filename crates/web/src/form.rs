//! Forms with the session's token, and answers to them: a form that was carried out redirects (303).
//! Serves no item of its own.

use askama::Template;
use axum::{
    Form,
    extract::{FromRequest, Multipart, Request},
    response::{Html, IntoResponse as _, Redirect, Response},
};
use serde::de::DeserializeOwned;

use crate::{
    problem::Problem,
    state::{Answer, Web},
    visitor::Visitor,
};

/// The fields of a form as they came, in order: `accounts` may stand there more than once.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

/// A file of a multipart form.
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A checked form: its token was right.
pub struct Checked {
    pub fields: Fields,
    pub files: Vec<Upload>,
}

impl Fields {
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, value)| key == name && !value.is_empty())
    }

    /// A field that is an id or one of our words; `None` where it is missing or is not one.
    #[must_use]
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).parse().ok()
    }

    /// A field that is one of an enum's snake-case words.
    #[must_use]
    pub fn word<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        word(self.get(name))
    }

    /// All fields whose name begins with `prefix`, with the rest of the name.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())))
    }
}

/// An enum's snake-case word.
#[must_use]
pub fn word<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// The snake-case word of an enum.
#[must_use]
pub fn word_of<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

impl FromRequest<Web> for Checked {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let visitor = request.extensions().get::<Visitor>().cloned().ok_or_else(|| Problem::fault("no visitor"))?;
        let kind = request.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let checked = if kind.starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, web).await.map_err(|_| bad_form())?;
            multipart(form).await?
        } else {
            let form = Form::<Vec<(String, String)>>::from_request(request, web).await.map_err(|error| {
                if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { bad_form() }
            })?;
            Self { fields: Fields(form.0), files: Vec::new() }
        };
        if visitor.csrf_fits(checked.fields.get("csrf")) { Ok(checked) } else { Err(Problem::stale_form()) }
    }
}

fn bad_form() -> Problem {
    Problem::with_key(crate::pages::problems::view::ProblemKind::BadRequest, "problem-form")
}

fn too_large() -> Problem {
    Problem::new(crate::pages::problems::view::ProblemKind::TooLarge { limit: Some("12 MB".to_owned()) })
}

async fn multipart(mut form: Multipart) -> Result<Checked, Problem> {
    let mut checked = Checked { fields: Fields::default(), files: Vec::new() };
    while let Some(field) = form.next_field().await.map_err(|_| too_large())? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.map_err(|_| too_large())?.to_vec();
        if is_file {
            if !bytes.is_empty() {
                checked.files.push(Upload { name, bytes });
            }
        } else {
            checked.fields.0.push((name, String::from_utf8(bytes).map_err(|_| bad_form())?));
        }
    }
    Ok(checked)
}

/// A page.
pub fn html(template: &impl Template) -> Answer {
    template.render().map(|html| Html(html).into_response()).map_err(Problem::fault)
}

/// Which page of a list that is computed whole; the first where nothing is said.
#[derive(Debug, Clone, Copy, Default, serde::Deserialize)]
pub struct PageAsked {
    #[serde(default)]
    pub page: usize,
}

/// The rows of one page, counted from 0, and the number of the next page where there is one.
#[must_use]
pub fn page_of<T>(all: Vec<T>, page: usize, rows: usize) -> (Vec<T>, Option<usize>) {
    let first = page.saturating_mul(rows);
    let more = all.len() > first.saturating_add(rows);
    (all.into_iter().skip(first).take(rows).collect(), more.then_some(page + 1))
}

/// After a form was carried out: the page to look at, with what happened said once (`done-…`).
#[must_use]
pub fn done(path: &str, what: &str) -> Response {
    let mark = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{path}{mark}done={what}")).into_response()
}
