//! The page and its parts (1-10): the same for everyone, before anything is typed.

use axum::{
    Router,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::json;
use shingi_app::{App, AppError, in_force::InForce, words::words};
use shingi_domain::policy::Voice;

use super::{
    parts::{self, Part},
    view::{CheckPage, FILES, ItemName, PartUrls, RuleWords},
};
use crate::{
    assets::asset,
    form::html,
    pages::Here,
    state::{Answer, Web},
    visitor::Visitor,
    words_filter::{Lang, text},
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/check", get(page))
        .route("/check/worker.js", get(worker))
        .route("/check/manifest.webmanifest", get(manifest))
        .route("/check/start", get(start))
        .route("/check/words", get(dictionary))
        .route("/check/weights", get(weights))
}

/// As for every page, but that the module may be compiled, and that nothing can be sent by a form.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; \
     frame-ancestors 'none'; base-uri 'none'";

async fn page(State(web): State<Web>, visitor: Visitor) -> Answer {
    let page = web.run(move |app| build(app, &visitor)).await?;
    let mut response = html(&page)?;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

fn build(app: &App, visitor: &Visitor) -> Result<CheckPage, AppError> {
    let in_force = app.in_force()?;
    let items = in_force.policy.items.iter().map(|item| ItemName {
        number: item.id.to_string(),
        title: match visitor.lang {
            Lang::Ja => item.title_ja.clone(),
            Lang::En => item.title_en.clone(),
        },
    });
    Ok(CheckPage {
        page: visitor.page(Here::Elsewhere),
        parts: urls(app, visitor.lang)?,
        rules: rules(&in_force, visitor.lang),
        items: items.collect(),
    })
}

fn urls(app: &App, lang: Lang) -> Result<PartUrls, AppError> {
    Ok(PartUrls {
        start: format!("/check/start?v={}", parts::start(app)?.version),
        words: format!("/check/words?v={}", *parts::WORDS_VERSION),
        weights: format!("/check/weights?v={}", *parts::WEIGHTS_VERSION),
        manifest: format!("/check/manifest.webmanifest?lang={lang}"),
    })
}

/// The rules that the policy binds for private texts.
fn rules(in_force: &InForce, lang: Lang) -> Vec<RuleWords> {
    let bindings = &in_force.policy.bindings;
    let bound = |id: &str| {
        bindings.iter().any(|binding| binding.rule.as_str() == id && binding.when.speaker != Some(Voice::Official))
    };
    let rules = shingi_check::rules::all().filter(|rule| bound(rule.id));
    rules
        .map(|rule| {
            let key = rule.rule_id().message_key();
            let of = |name: &str| {
                let key = format!("{key}.{name}");
                if words().has(lang, &key) { text(lang, key).to_string() } else { String::new() }
            };
            RuleWords { id: rule.id, message: text(lang, key.clone()).to_string(), why: of("why"), help: of("help") }
        })
        .collect()
}

/// The service worker, with the list of what it keeps for when there is no network.
async fn worker(State(web): State<Web>) -> Answer {
    let urls = web.run(|app| urls(app, Lang::Ja)).await?;
    let pages = ["/check", "/check?lang=ja", "/check?lang=en"].map(str::to_owned);
    let manifests = ["ja", "en"].map(|lang| format!("/check/manifest.webmanifest?lang={lang}"));
    let files: Vec<String> = pages.into_iter().chain(FILES.map(asset)).chain([urls.start]).chain(manifests).collect();
    let parts = [urls.words, urls.weights];
    let head = format!("const FILES = {};\nconst PARTS = {};\n", json!(files), json!(parts));
    let script = head + include_str!("../../../assets/check/worker.js");
    // Asked for anew at each visit: it is how a browser learns that the policy changed.
    Ok(sent(script.into_bytes(), "text/javascript; charset=utf-8", "no-cache", &[(SCOPE, "/check")]))
}

const SCOPE: HeaderName = HeaderName::from_static("service-worker-allowed");

async fn manifest(visitor: Visitor) -> Answer {
    let word = |key: &'static str| text(visitor.lang, key).to_string();
    let manifest = json!({
        "name": word("selfcheck-title"),
        "short_name": word("selfcheck-short"),
        "description": word("selfcheck-lead"),
        "lang": visitor.lang.tag(),
        "id": "/check",
        "start_url": format!("/check?lang={}", visitor.lang),
        "scope": "/check",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": [{ "src": asset("mark.svg"), "sizes": "any", "type": "image/svg+xml" }],
    });
    Ok(sent(manifest.to_string().into_bytes(), "application/manifest+json", "no-cache", &[]))
}

async fn start(State(web): State<Web>) -> Answer {
    let Part { bytes, version: _ } = web.run(parts::start).await?;
    Ok(sent(bytes, "application/json", FOR_EVER, &[]))
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

async fn dictionary(State(web): State<Web>) -> Answer {
    // The first time takes a second.
    let bytes = web.run(|_| Ok(parts::WORDS.clone())).await?;
    Ok(sent(bytes, "application/octet-stream", FOR_EVER, &[(header::CONTENT_ENCODING, "gzip")]))
}

async fn weights(State(web): State<Web>) -> Answer {
    let bytes = web.run(|_| Ok(parts::WEIGHTS.clone())).await?;
    Ok(sent(bytes, "application/octet-stream", FOR_EVER, &[(header::CONTENT_ENCODING, "gzip")]))
}

fn sent(bytes: Vec<u8>, kind: &'static str, cache: &'static str, more: &[(HeaderName, &'static str)]) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    for (name, value) in more {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests;
