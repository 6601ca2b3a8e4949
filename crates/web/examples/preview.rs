//! Serves every sample page on loopback, for looking at them: `cargo run -p shingi-web --example preview`.
//!
//! `/` lists the samples; `/ja/home` is one of them. The strict content security policy of the product
//! is set here too, so that what it would block is seen. Nothing is stored; forms are answered with 204. While
//! somebody types in a sample of the composer, the sample's findings are found wherever their words stand.

use axum::extract::{Form, Path};
use axum::http::HeaderMap;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde_json::{Value, json};
use shingi_web::pages::posts::samples::panel;
use shingi_web::pages::posts::view::FindingsFragment;
use shingi_web::pages::{Here, samples};
use shingi_web::words_filter::Lang;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8421".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://{}/", listener.local_addr()?);
    let app = Router::new()
        .route("/", get(index))
        .route("/{lang}/{name}", get(page))
        .route("/posts/{id}/findings", post(findings))
        .route("/posts/{id}/draft", put(draft))
        .route("/assets/{*path}", get(shingi_web::assets::serve))
        .fallback(|| async { StatusCode::NO_CONTENT });
    axum::serve(listener, app).await
}

async fn index() -> Html<String> {
    let mut out = String::from("<!doctype html><meta charset=utf-8><title>Samples</title><ul>");
    for (name, _) in samples::pages(Lang::Ja) {
        out.push_str(&format!("<li><a href=\"/ja/{name}\">{name}</a> <a href=\"/en/{name}\">en</a>"));
    }
    Html(out)
}

async fn page(Path((lang, name)): Path<(String, String)>) -> Response {
    let Some(lang) = Lang::from_tag(&lang) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let found = samples::pages(lang).into_iter().find(|(n, _)| *n == name);
    match found {
        None => StatusCode::NOT_FOUND.into_response(),
        Some((_, html)) => (
            [(header::CONTENT_SECURITY_POLICY, POLICY), (HeaderName::from_static("x-content-type-options"), "nosniff")],
            Html(html),
        )
            .into_response(),
    }
}

type Fields = Vec<(String, String)>;

async fn findings(headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let wants_html = headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"text/html");
    let mut panel = panel(Lang::Ja);
    let mut found: Vec<Value> = Vec::new();
    for group in &mut panel.groups {
        group.findings.retain(|finding| {
            let at = fields.iter().find_map(|(name, text)| {
                let variant = if name == "text" { "" } else { name.strip_prefix("variant.")? };
                Some((variant, text, text.find(&finding.quote)?))
            });
            let Some((variant, text, at)) = at else { return false };
            let start = text[..at].encode_utf16().count();
            found.push(json!({
                "n": finding.n, "rule": finding.rule, "item": finding.item, "variant": variant, "place": "text",
                "strength": finding.strength.attr(), "start": start,
                "end": start + finding.quote.encode_utf16().count(), "quote": finding.quote,
                "message": finding.message, "help": finding.help, "replacement": null,
            }));
            true
        });
    }
    panel.groups.retain(|group| !group.findings.is_empty());
    if wants_html {
        let page = samples::page(Lang::Ja, Here::Write, "/posts/1/edit");
        return match askama::Template::render(&FindingsFragment { page, panel }) {
            Ok(html) => Html(html).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        };
    }
    Json(json!({"revision": 4, "findings": found, "obligations": [], "class": "routine"})).into_response()
}

/// Takes every draft; a text with `409` in it is in conflict.
async fn draft(headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    if fields.iter().any(|(_, value)| value.contains("409")) {
        return StatusCode::CONFLICT.into_response();
    }
    let based_on: u32 =
        headers.get(header::IF_MATCH).and_then(|tag| tag.to_str().ok()?.trim_matches('"').parse().ok()).unwrap_or(0);
    ([(header::ETAG, format!("\"{}\"", based_on + 1))], Json(json!({"revision": based_on + 1}))).into_response()
}
