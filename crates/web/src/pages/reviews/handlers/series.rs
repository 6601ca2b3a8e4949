//! A series, post by post: exactly the bytes of each, and one press once each was opened (1-7, 2-7).
//!
//! What was opened travels in the form as the digests that were shown; bytes that changed since count as not opened.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use shingi_app::{
    App, AppError,
    queries::{desk::Desk, series::Series},
};
use shingi_domain::{
    id::{DeliveryId, PostId},
    post::Digest,
    refusal::{Refusal, Why},
};

use super::{digests, page::delivery, present, title};
use crate::{
    form::{Checked, done, html},
    pages::{
        FieldProblem, Here,
        reviews::view::{SeriesPage, SeriesPost},
    },
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

type Opened = BTreeMap<DeliveryId, Digest>;

pub async fn show(State(web): State<Web>, Path(post): Path<String>, me: Me) -> Answer {
    let id = id(&post)?;
    let page = web.run(move |app| build(app, &me, id, &Opened::new(), None)).await?;
    page.map_or_else(|| Ok(Redirect::to("/reviews").into_response()), |page| html(&page))
}

fn id(text: &str) -> Result<PostId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// The next one that was not opened; with `approve`, the press for all of them.
pub async fn step(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id(&post)?;
    let opened = digests(&checked.fields);
    let mut status = StatusCode::OK;
    let mut problem = None;
    if checked.fields.get("approve") == "yes" {
        let (asking, seen) = (me.clone(), opened.clone());
        let approved = web
            .run(move |app| {
                let series = app.series_with(&asking.signed, id)?.ok_or(AppError::NotFound("series"))?;
                let batch = series.desks.iter().filter(|desk| is_opened(desk, &seen));
                let batch = batch.map(|desk| (desk.post.id, desk.open_digests())).collect::<Vec<_>>();
                if batch.len() < series.desks.len() {
                    return Ok(None);
                }
                app.approve_series(&asking.signed, batch).map(Some)
            })
            .await;
        match approved {
            Ok(Some(_)) => return Ok(done("/reviews", "series-approved")),
            Ok(None) | Err(AppError::Invalid(_) | AppError::NotFound(_)) => {}
            Err(AppError::Refused(Refusal { why: Why::OtherBytes, .. })) => {}
            Err(error) => return Err(error.into()),
        }
        status = StatusCode::CONFLICT;
        let message = text(me.visitor.lang, "field-series-changed").to_string();
        problem = Some(FieldProblem { field: "series".to_owned(), message });
    }
    let page = web.run(move |app| build(app, &me, id, &opened, problem)).await?;
    match page {
        Some(page) => Ok((status, html(&page)?).into_response()),
        None => Ok(Redirect::to("/reviews").into_response()),
    }
}

fn is_opened(desk: &Desk, opened: &Opened) -> bool {
    desk.open_digests().iter().all(|(delivery, digest)| opened.get(delivery) == Some(digest))
}

/// `None` where this post is of no series that waits for this person.
fn build(
    app: &App,
    me: &Me,
    id: PostId,
    opened: &Opened,
    problem: Option<FieldProblem>,
) -> Result<Option<SeriesPage>, AppError> {
    let show = present(app, &me.visitor)?;
    let Some(Series { key, desks }) = app.series_with(&me.signed, id)? else { return Ok(None) };
    let next = desks.iter().position(|desk| !is_opened(desk, opened));
    let current = next.and_then(|index| desks.get(index)).map(|desk| SeriesPost {
        title: title(&show, desk),
        href: format!("/reviews/{}", desk.post.id),
        deliveries: desk.to_be_cleared().map(|part| delivery(&show, desk, part)).collect(),
    });
    let seen = desks.iter().filter(|desk| is_opened(desk, opened)).flat_map(Desk::open_digests);
    let mut page = me.visitor.page(Here::Reviews);
    page.problems.extend(problem);
    Ok(Some(SeriesPage {
        page,
        post: id.to_string(),
        author: show.person(&desks[0].world, key.author),
        benefit: key.benefit,
        position: next.map_or(desks.len(), |index| index + 1),
        count: desks.len(),
        current,
        seen: seen.map(|(delivery, digest)| (format!("digest.{delivery}"), digest.0.to_string())).collect(),
        list: desks.iter().map(|desk| (title(&show, desk), is_opened(desk, opened))).collect(),
    }))
}
