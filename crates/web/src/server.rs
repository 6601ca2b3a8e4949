//! The router: every group of routes, and what holds for all of them: headers, limits, the visitor, the log.
//! Serves no item of its own.

use std::{future::Future, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use shingi_app::App;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;

use crate::{api, assets, pages, problem::Problem, state::Web, visitor};

/// Everything that this server answers.
pub fn router(web: &Web) -> Router {
    Router::new()
        .merge(pages::home::handlers::routes())
        .merge(pages::signin::handlers::routes())
        .merge(pages::setup::handlers::routes())
        .merge(pages::posts::handlers::routes())
        .merge(pages::reviews::handlers::routes())
        .merge(pages::consultations::handlers::routes())
        .merge(pages::calendar::handlers::routes())
        .merge(pages::stops::handlers::routes())
        .merge(pages::emergencies::handlers::routes())
        .merge(pages::feasibility::handlers::routes())
        .merge(pages::official::handlers::routes())
        .merge(pages::certificates::handlers::routes())
        .merge(pages::log::handlers::routes())
        .merge(pages::policy::handlers::routes())
        .merge(pages::pledge::handlers::routes())
        .merge(pages::check::handlers::routes())
        .merge(pages::records::handlers::routes())
        .merge(pages::people::handlers::routes())
        .merge(pages::accounts::handlers::routes())
        .merge(api::routes(web))
        .route("/assets/{*path}", get(assets::serve))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .fallback(|| async { Problem::not_found() })
        .layer(middleware::from_fn_with_state(web.clone(), visitor::work_out))
        .layer(DefaultBodyLimit::max(web.app.config.server.body_bytes_max))
        .layer(middleware::from_fn(headers))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(log))
        .with_state(web.clone())
}

/// Ready: the database answers. Before set-up the pages that set it up are what is ready.
async fn ready(axum::extract::State(web): axum::extract::State<Web>) -> Result<&'static str, Problem> {
    web.run(|app| Ok(app.store.read(|read| read.size(shingi_store::Log::Record))?)).await?;
    Ok("ready\n")
}

/// Nothing but our own files may be loaded, framed or sent to.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        // A handler may declare something stricter: a picture is sandboxed.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // What a handler did not declare cacheable belongs to the one who asked.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// One line for each request, without words: method, route, status, time. None for the self-check: nobody counts it.
async fn log(request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    if pages::check::is_blind(&path) {
        return response;
    }
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, path, status = response.status().as_u16(), micros, "request");
    response
}

/// Serves until `ended` resolves; requests under way are answered.
pub async fn serve(
    app: Arc<App>,
    listener: TcpListener,
    ended: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let web = Web { app, listen: listener.local_addr()? };
    let service = router(&web).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(ended).await
}
