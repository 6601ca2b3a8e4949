//! Pictures on their way in, and back out to those who work on the post (1-3, 1-4).

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::IntoResponse as _,
};
use shingi_app::{App, AppError, pictures};
use shingi_domain::{
    id::{BlobId, PostId},
    permit::Action,
    post::Progress,
};

use super::{composer, id, path};
use crate::{
    form::{Checked, done},
    pages::FieldProblem,
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// Saves the words that came along, then adds pictures to the draft. Their own words and rights follow in the composer.
pub async fn add(State(web): State<Web>, Path(post): Path<String>, me: Me, checked: Checked) -> Answer {
    let id = id::<PostId>(&post)?;
    if checked.fields.has("based_on")
        && let Some(instead) = composer::save_first(&web, (me.clone(), id), checked.fields).await?
    {
        return Ok(instead);
    }
    let uploads = checked.files.into_iter().map(|file| file.bytes).collect::<Vec<_>>();
    let asking = me.clone();
    let added = web
        .run(move |app| {
            if uploads.is_empty() {
                return Err(AppError::Invalid(vec![shingi_app::FieldProblem::new("media", "media-needed")]));
            }
            app.add_pictures(&asking.signed, id, &uploads)
        })
        .await;
    let problem = match added {
        Ok(_) => return Ok(done(&format!("{}/edit", path(id)), "pictures-added")),
        Err(AppError::Invalid(problems)) => composer::in_words(&me, &problems),
        Err(AppError::Picture(error)) => {
            let key = Problem::from(AppError::Picture(error)).key.unwrap_or_default();
            let help = text(me.visitor.lang, format!("{key}.help")).to_string();
            let what = text(me.visitor.lang, key).to_string();
            vec![FieldProblem { field: "media".to_owned(), message: format!("{what} {help}") }]
        }
        Err(error) => return Err(error.into()),
    };
    composer::edit_again(&web, me, id, None, problem).await
}

/// A picture of this post, to those who may read it. Its bytes are a picture and nothing else, whatever they hold.
pub async fn serve(
    State(web): State<Web>,
    Path((post, blob)): Path<(String, String)>,
    me: Me,
    headers: HeaderMap,
) -> Answer {
    let (id, blob) = (id::<PostId>(&post)?, id::<BlobId>(&blob)?);
    let tag = format!("\"{blob}\"");
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let (media_type, bytes) = web.run(move |app| picture(app, &me, id, blob)).await?;
    let fixed = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
        (header::ETAG, HeaderValue::from_str(&tag).map_err(Problem::fault)?),
    ];
    if known {
        return Ok((axum::http::StatusCode::NOT_MODIFIED, fixed).into_response());
    }
    Ok((fixed, bytes).into_response())
}

fn picture(app: &App, me: &Me, id: PostId, blob: BlobId) -> Result<(&'static str, Vec<u8>), AppError> {
    let desk = app.desk(&me.signed, id)?;
    let contents = desk.parts.iter().filter_map(|part| part.delivery.content.kept());
    let mut on_record = contents.flat_map(|content| &content.pictures).map(|picture| picture.blob);
    let captured = desk.parts.iter().any(|part| match &part.delivery.progress {
        Progress::Published { capture, .. } => capture.kept().copied().flatten() == Some(blob),
        Progress::Draft
        | Progress::Scheduled { .. }
        | Progress::Sending { .. }
        | Progress::Unknown { .. }
        | Progress::Failed { .. }
        | Progress::Missed { .. } => false,
    });
    let mut belongs = captured || on_record.any(|known| known == blob);
    if !belongs && me.signed.may(Action::WritePost) {
        let saved = app.saved_draft(&me.signed, id)?;
        belongs = saved.form.pictures.iter().any(|picture| picture.blob == blob);
    }
    if !belongs {
        return Err(AppError::NotFound("picture"));
    }
    let bytes = app.store.blobs().get(blob)?;
    Ok((pictures::sniff(&bytes).ok_or(AppError::NotFound("picture"))?, bytes))
}
