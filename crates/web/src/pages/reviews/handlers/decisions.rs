//! Two answers of a reviewer: approve exactly these bytes, or ask for changes (1-7, 2-9).

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use shingi_app::AppError;
use shingi_domain::{
    id::{BlobId, DeliveryId, PostId},
    post::Digest,
    refusal::{Refusal, Why},
};

use super::page::{Again, again};
use crate::{
    form::{Checked, Fields, done},
    pages::{FieldProblem, reviews::view::Choosing},
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// The bytes that somebody saw, as the form sends them back. What cannot be read is not what they saw.
pub fn digests(fields: &Fields) -> BTreeMap<DeliveryId, Digest> {
    let seen = fields.with_prefix("digest.").filter_map(|(delivery, digest)| {
        Some((delivery.parse::<DeliveryId>().ok()?, Digest(digest.parse::<BlobId>().ok()?)))
    });
    seen.collect()
}

fn problem(me: &Me, field: &str, key: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message: text(me.visitor.lang, key.to_owned()).to_string() }
}

pub async fn approve(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = post.parse::<PostId>().map_err(|_| Problem::not_found())?;
    let fields = checked.fields;
    let comment = fields.get("comment").to_owned();
    let page = |status, problem| Again { status, problem, open: Choosing::Approve, typed: comment.clone() };
    if fields.get("read") != "yes" {
        let problem = problem(&me, "approve-read", "field-read-needed");
        return again(&web, me, id, page(StatusCode::UNPROCESSABLE_ENTITY, problem)).await;
    }
    let (asking, seen, said) = (me.clone(), digests(&fields), comment.clone());
    match web.run(move |app| app.approve_post(&asking.signed, id, seen, said).map(drop)).await {
        Ok(()) => Ok(done("/reviews", "approved")),
        // The page shows the words that stand now, and what changed in them.
        Err(AppError::Refused(Refusal { why: Why::OtherBytes, .. })) => {
            let problem = problem(&me, "approve", "refusal-other-bytes");
            again(&web, me, id, page(StatusCode::CONFLICT, problem)).await
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn give_back(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = post.parse::<PostId>().map_err(|_| Problem::not_found())?;
    let comment = checked.fields.get("comment").to_owned();
    let (asking, said) = (me.clone(), comment.clone());
    match web.run(move |app| app.return_post(&asking.signed, id, said).map(drop)).await {
        Ok(()) => Ok(done("/reviews", "given-back")),
        Err(AppError::Refused(Refusal { why: Why::WordsNeeded, .. })) => {
            let problem = problem(&me, "return-comment", "field-comment-needed");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            again(&web, me, id, Again { status, problem, open: Choosing::SendBack, typed: comment }).await
        }
        Err(error) => Err(error.into()),
    }
}
