//! The JSON API under `/api/v1`: the same use cases as the pages, for programs with a bearer token.
//! Serves every item.
//!
//! Errors are `application/problem+json`; a `POST` with an `Idempotency-Key` is carried out once; a post's revision is its
//! `ETag`. `/api/v1/openapi.json` is generated from the handlers. Must never do what no use case does.

mod idempotency;
mod organisation;
mod pledge;
mod posts;
mod wire;

use axum::{Json, Router, middleware, routing::get};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::state::Web;

#[derive(OpenApi)]
#[openapi(
    info(title = "Shingi", description = "Every official post, cleared and on the record."),
    servers((url = "/api/v1")),
    modifiers(&Bearer),
    security(("bearer" = [])),
    paths(
        organisation::me,
        organisation::checks,
        organisation::accounts,
        organisation::create_account,
        organisation::people,
        organisation::create_person,
        organisation::certifications,
        organisation::create_certification,
        organisation::suspend_certification,
        organisation::stops,
        organisation::create_stop,
        organisation::lift_stop,
        organisation::records,
        organisation::certificate,
        pledge::standing,
        pledge::acknowledge,
        pledge::quiz,
        pledge::attempt,
        pledge::acknowledgements,
        posts::list,
        posts::create,
        posts::show,
        posts::replace,
        posts::submission,
        posts::answers,
        posts::dismissals,
        posts::overrulings,
        posts::approvals,
        posts::returns,
        posts::doubts,
        posts::resolution,
        posts::consultations,
        posts::ruling,
        posts::evidence,
        posts::schedule,
        posts::unschedule,
        posts::attempts,
        posts::proof,
        posts::abandonment,
        posts::emergency,
        posts::joining,
        posts::look_back,
        posts::emergencies,
        posts::series,
        posts::series_approvals,
        posts::history,
        posts::pictures,
    )
)]
struct Api;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The document, as `/api/v1/openapi.json` gives it.
#[must_use]
pub fn document() -> Document {
    Api::openapi()
}

pub fn routes(web: &Web) -> Router<Web> {
    let api = Router::new()
        .route("/openapi.json", get(async || Json(document())))
        .merge(organisation::routes())
        .merge(pledge::routes())
        .merge(posts::routes())
        .layer(middleware::from_fn_with_state(web.clone(), idempotency::once));
    Router::new().nest("/api/v1", api)
}
