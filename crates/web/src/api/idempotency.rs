//! `Idempotency-Key`: the same request of the same person under the same key is carried out once; later ones get the
//! first answer again. Another request under a used key is refused (422). Serves no item of its own.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use sha2::{Digest as _, Sha256};
use shingi_app::AppError;
use shingi_domain::time::Timestamp;
use shingi_store::Answered;

use crate::{pages::problems::view::ProblemKind, problem::Problem, state::Web, visitor::Visitor};

/// How long an answer is kept.
const KEPT: i64 = Timestamp::DAY;
const ANSWER_MAX: usize = 1 << 20;
const KEY_LENGTH_MAX: usize = 200;

pub async fn once(State(web): State<Web>, request: Request, next: Next) -> Response {
    let key = request.headers().get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    let person =
        request.extensions().get::<Visitor>().and_then(|visitor| visitor.signed.as_ref().map(|signed| signed.id()));
    let (Some(key), Some(person), &Method::POST) = (key, person, request.method()) else {
        return next.run(request).await;
    };
    if key.is_empty() || key.len() > KEY_LENGTH_MAX {
        return Problem::with_key(ProblemKind::BadRequest, "problem-idempotency-key").into_response();
    }
    match carry_out(&web, &format!("{person} {key}"), request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn carry_out(web: &Web, key: &str, request: Request, next: Next) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let limit = web.app.config.server.body_bytes_max;
    let body = to_bytes(body, limit).await.map_err(|_| Problem::new(ProblemKind::TooLarge { limit: None }))?;
    let fingerprint = fingerprint(&[parts.uri.to_string().as_bytes(), &body]);
    let secret = fingerprint_of_key(key);
    let known = {
        let secret = secret.clone();
        web.run(move |app| Ok(app.store.read(|read| read.answered(&secret))?)).await?
    };
    if let Some(known) = known {
        if known.request != fingerprint {
            return Err(Problem::with_key(ProblemKind::Unprocessable, "problem-idempotency-reused"));
        }
        return Ok(answer(known.status, Bytes::from(known.body)));
    }
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, ANSWER_MAX).await.map_err(Problem::fault)?;
    // What failed on our side may be tried again under the same key.
    if !parts.status.is_server_error() {
        let answered = Answered {
            request: fingerprint,
            status: parts.status.as_u16(),
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        web.run(move |app| {
            let now = app.now().0;
            app.store.write(|tx| Ok::<_, AppError>(tx.put_answered(&secret, &answered, now, now - KEPT)?))
        })
        .await?;
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn answer(status: u16, body: Bytes) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    let mut response = (status, body).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn fingerprint_of_key(key: &str) -> String {
    fingerprint(&[b"shingi idempotency v1", key.as_bytes()])
}
