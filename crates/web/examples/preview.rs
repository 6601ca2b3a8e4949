//! Serves every sample page on loopback, for looking at them: `cargo run -p shingi-web --example preview`.
//!
//! `/` lists the samples; `/ja/home` is one of them. The strict content security policy of the product
//! is set here too, so that what it would block is seen. Nothing is stored; forms are answered with 204.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use shingi_web::pages::samples;
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
