//! Posts over JSON: every act of the pages, one handler each (1-7, 2-2, 2-4, 2-9).

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post, put},
};
use serde::{Deserialize, Serialize};
use shingi_app::{
    App, AppError, FieldProblem,
    use_cases::{
        on_post::Done,
        prove_by_hand::Proof,
        rule_consultation::{ProtectedReport, RulingForm},
    },
};
use shingi_domain::{
    id::{BlobId, ConsultationId, DeliveryId, DoubtId, PostId},
    time::Timestamp,
};
use shingi_store::view::posts::{Cursor, PostFilter};
use utoipa::{IntoParams, ToSchema};

use super::wire::{
    AnswerIn, ApprovalIn, ConsultationIn, DismissalIn, EvidenceIn, OverrulingIn, PostIn, PostOut, ProofIn, RulingIn,
    ScheduleIn, WordsIn, digests, id, parsed,
};
use crate::{
    pages::problems::view::ProblemKind,
    problem::{Problem, encode},
    state::{Answer, Web},
    visitor::Me,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/posts", get(list).post(create))
        .route("/posts/{post}", get(show).put(replace))
        .route("/posts/{post}/submission", post(submission))
        .route("/posts/{post}/answers", post(answers))
        .route("/posts/{post}/dismissals", post(dismissals))
        .route("/posts/{post}/overrulings", post(overrulings))
        .route("/posts/{post}/approvals", post(approvals))
        .route("/posts/{post}/returns", post(returns))
        .route("/posts/{post}/doubts", post(doubts))
        .route("/posts/{post}/doubts/{doubt}/resolution", post(resolution))
        .route("/posts/{post}/consultations", post(consultations))
        .route("/posts/{post}/consultations/{consultation}/ruling", post(ruling))
        .route("/posts/{post}/consultations/{consultation}/conditions/{condition}/evidence", post(evidence))
        .route("/posts/{post}/deliveries/{delivery}/schedule", put(schedule).delete(unschedule))
        .route("/posts/{post}/deliveries/{delivery}/attempts", post(attempts))
        .route("/posts/{post}/deliveries/{delivery}/proof", post(proof))
        .route("/posts/{post}/abandonment", post(abandonment))
        .route("/posts/{post}/emergency", post(emergency))
        .route("/posts/{post}/emergency/joining", post(joining))
        .route("/posts/{post}/emergency/review", post(look_back))
        .route("/emergencies", get(emergencies))
        .route("/series", get(series))
        .route("/series/approvals", post(series_approvals))
        .route("/posts/{post}/history", get(history))
        .route("/pictures", post(pictures))
}

/// A body that is JSON of the right form, or a problem that says where it is not.
pub struct Body<T>(pub T);

impl<T: serde::de::DeserializeOwned> axum::extract::FromRequest<Web> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: axum::extract::Request, web: &Web) -> Result<Self, Problem> {
        let bytes =
            Bytes::from_request(request, web).await.map_err(|_| Problem::new(ProblemKind::TooLarge { limit: None }))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| Problem::bad_json(&error))
    }
}

/// The post as it now stands, with its revision as `ETag`.
async fn told(
    web: Web,
    me: Me,
    status: StatusCode,
    act: impl FnOnce(&App, &Me) -> Result<Done, AppError> + Send + 'static,
) -> Answer {
    let post = web
        .run(move |app| {
            let done = act(app, &me)?;
            Ok(PostOut::of(&app.desk(&me.signed, done.post.id)?))
        })
        .await?;
    Ok(tagged(status, &post))
}

fn tagged(status: StatusCode, post: &PostOut) -> Response {
    let mut response = (status, Json(post)).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", post.revision)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn post_id(text: &str) -> Result<PostId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Rows of one page, at most.
const ROWS_MAX: u32 = 499;

#[derive(Deserialize, IntoParams)]
pub struct ListQuery {
    /// How far it has come: `draft`, `submitted`, `returned`, `scheduled`, `published`, …
    #[serde(default)]
    stage: String,
    #[serde(default)]
    q: String,
    /// Where the page before ended: as its `Link` with `rel="next"` says.
    before: Option<String>,
    count: Option<u32>,
}

#[derive(Serialize, ToSchema)]
pub struct RowOut {
    id: String,
    author: String,
    title: String,
    stage: String,
    class: String,
    /// Microseconds since 1970 in UTC.
    updated: i64,
}

#[utoipa::path(get, path = "/posts", params(ListQuery), responses((status = 200, body = Vec<RowOut>)))]
pub async fn list(State(web): State<Web>, me: Me, Query(asked): Query<ListQuery>) -> Answer {
    let ListQuery { stage, q, before, count } = asked;
    let wanted = count.unwrap_or(50).clamp(1, ROWS_MAX);
    let before = before.map(|before| parsed_cursor(&before)).transpose()?;
    let link = format!("/api/v1/posts?stage={}&q={}&count={wanted}", encode(&stage), encode(&q));
    let filter = PostFilter { stage, search: q, before, count: wanted + 1 };
    let mut rows = web.run(move |app| app.posts(&me.signed, &filter)).await?;
    let more = rows.len() > wanted as usize;
    rows.truncate(wanted as usize);
    let next = rows.last().filter(|_| more).map(|last| format!("<{link}&before={}>; rel=\"next\"", last.cursor()));
    let rows = rows.into_iter().map(|row| RowOut {
        id: row.post,
        author: row.author,
        title: row.title,
        stage: row.stage,
        class: row.class,
        updated: row.updated,
    });
    Ok(linked(Json(rows.collect::<Vec<_>>()).into_response(), next))
}

fn parsed_cursor(text: &str) -> Result<Cursor, AppError> {
    text.parse().map_err(|_| AppError::Invalid(vec![FieldProblem::new("before", "cursor-form")]))
}

/// A page of a list with the address of the next one (RFC 8288); without it, this is the end.
pub(super) fn linked(mut response: Response, next: Option<String>) -> Response {
    if let Some(next) = next.and_then(|next| HeaderValue::from_str(&next).ok()) {
        response.headers_mut().insert(header::LINK, next);
    }
    response
}

#[utoipa::path(post, path = "/posts", request_body = PostIn, responses((status = 201, body = PostOut)))]
pub async fn create(State(web): State<Web>, me: Me, Body(body): Body<PostIn>) -> Answer {
    let post = web
        .run(move |app| {
            let form = body.form()?;
            form.check()?;
            let drafted = app.draft_post(&me.signed, false)?;
            Ok(PostOut::of(&app.revise_post(&me.signed, drafted.post.id, form, 0)?))
        })
        .await?;
    Ok(tagged(StatusCode::CREATED, &post))
}

#[utoipa::path(get, path = "/posts/{post}", params(("post" = String, Path)), responses((status = 200, body = PostOut)))]
pub async fn show(State(web): State<Web>, me: Me, Path(post): Path<String>) -> Answer {
    let id = post_id(&post)?;
    let post = web.run(move |app| Ok(PostOut::of(&app.desk(&me.signed, id)?))).await?;
    Ok(tagged(StatusCode::OK, &post))
}

#[utoipa::path(put, path = "/posts/{post}", params(("post" = String, Path), ("If-Match" = String, Header)), request_body = PostIn,
    responses((status = 200, body = PostOut), (status = 409, description = "somebody saved in between")))]
pub async fn replace(
    State(web): State<Web>,
    me: Me,
    Path(post): Path<String>,
    headers: HeaderMap,
    Body(body): Body<PostIn>,
) -> Answer {
    let id = post_id(&post)?;
    let seen = headers
        .get(header::IF_MATCH)
        .and_then(|tag| tag.to_str().ok())
        .and_then(|tag| tag.trim_matches('"').parse().ok());
    let seen = seen.ok_or_else(|| Problem::with_key(ProblemKind::BadRequest, "problem-if-match"))?;
    let post = web.run(move |app| Ok(PostOut::of(&app.revise_post(&me.signed, id, body.form()?, seen)?))).await?;
    Ok(tagged(StatusCode::OK, &post))
}

#[utoipa::path(post, path = "/posts/{post}/submission", params(("post" = String, Path)), responses((status = 200, body = PostOut)))]
pub async fn submission(State(web): State<Web>, me: Me, Path(post): Path<String>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::OK, move |app, me| app.submit_post(&me.signed, id)).await
}

#[utoipa::path(post, path = "/posts/{post}/answers", params(("post" = String, Path)), request_body = AnswerIn, responses((status = 201, body = PostOut)))]
pub async fn answers(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<AnswerIn>) -> Answer {
    let id = post_id(&post)?;
    let act = move |app: &App, me: &Me| app.answer_finding(&me.signed, id, body.key.key()?, body.evidence.evidence()?);
    told(web, me, StatusCode::CREATED, act).await
}

#[utoipa::path(post, path = "/posts/{post}/dismissals", params(("post" = String, Path)), request_body = DismissalIn, responses((status = 201, body = PostOut)))]
pub async fn dismissals(
    State(web): State<Web>,
    me: Me,
    Path(post): Path<String>,
    Body(body): Body<DismissalIn>,
) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.dismiss_note(&me.signed, id, body.key.key()?)).await
}

#[utoipa::path(post, path = "/posts/{post}/overrulings", params(("post" = String, Path)), request_body = OverrulingIn, responses((status = 201, body = PostOut)))]
pub async fn overrulings(
    State(web): State<Web>,
    me: Me,
    Path(post): Path<String>,
    Body(body): Body<OverrulingIn>,
) -> Answer {
    let id = post_id(&post)?;
    let act = move |app: &App, me: &Me| app.overrule_finding(&me.signed, id, body.key.key()?, body.reason);
    told(web, me, StatusCode::CREATED, act).await
}

#[utoipa::path(post, path = "/posts/{post}/approvals", params(("post" = String, Path)), request_body = ApprovalIn, responses((status = 201, body = PostOut)))]
pub async fn approvals(
    State(web): State<Web>,
    me: Me,
    Path(post): Path<String>,
    Body(body): Body<ApprovalIn>,
) -> Answer {
    let id = post_id(&post)?;
    let act = move |app: &App, me: &Me| app.approve_post(&me.signed, id, digests(&body.digests)?, body.comment);
    told(web, me, StatusCode::CREATED, act).await
}

#[utoipa::path(post, path = "/posts/{post}/returns", params(("post" = String, Path)), request_body = WordsIn, responses((status = 201, body = PostOut)))]
pub async fn returns(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<WordsIn>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.return_post(&me.signed, id, body.text)).await
}

#[utoipa::path(post, path = "/posts/{post}/doubts", params(("post" = String, Path)), request_body = WordsIn, responses((status = 201, body = PostOut)))]
pub async fn doubts(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<WordsIn>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.raise_doubt(&me.signed, id, body.text)).await
}

#[utoipa::path(post, path = "/posts/{post}/doubts/{doubt}/resolution", params(("post" = String, Path), ("doubt" = String, Path)), request_body = WordsIn, responses((status = 201, body = PostOut)))]
pub async fn resolution(
    State(web): State<Web>,
    me: Me,
    Path((post, doubt)): Path<(String, String)>,
    Body(body): Body<WordsIn>,
) -> Answer {
    let id_ = post_id(&post)?;
    let doubt = id::<DoubtId>("doubt", &doubt)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.resolve_doubt(&me.signed, id_, doubt, body.text)).await
}

#[utoipa::path(post, path = "/posts/{post}/consultations", params(("post" = String, Path)), request_body = ConsultationIn, responses((status = 201, body = PostOut)))]
pub async fn consultations(
    State(web): State<Web>,
    me: Me,
    Path(post): Path<String>,
    Body(body): Body<ConsultationIn>,
) -> Answer {
    let id = post_id(&post)?;
    let with = parsed("with", &body.with)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.consult_on_post(&me.signed, id, with, body.question)).await
}

#[utoipa::path(post, path = "/posts/{post}/consultations/{consultation}/ruling", params(("post" = String, Path), ("consultation" = String, Path)), request_body = RulingIn, responses((status = 201, body = PostOut)))]
pub async fn ruling(
    State(web): State<Web>,
    me: Me,
    Path((post, consultation)): Path<(String, String)>,
    Body(body): Body<RulingIn>,
) -> Answer {
    let id_ = post_id(&post)?;
    let consultation = id::<ConsultationId>("consultation", &consultation)?;
    let form = ruling_form(body)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.rule_consultation(&me.signed, id_, consultation, form)).await
}

fn ruling_form(body: RulingIn) -> Result<RulingForm, AppError> {
    let RulingIn { verdict, reason, conditions, protected_report, digests: seen } = body;
    let protected =
        protected_report.map(|perhaps| if perhaps { ProtectedReport::Perhaps } else { ProtectedReport::No });
    Ok(RulingForm {
        protected,
        verdict: Some(parsed("verdict", &verdict)?),
        reason,
        conditions,
        digests: digests(&seen)?,
    })
}

#[utoipa::path(post, path = "/posts/{post}/consultations/{consultation}/conditions/{condition}/evidence", params(("post" = String, Path), ("consultation" = String, Path), ("condition" = u16, Path)), request_body = EvidenceIn, responses((status = 201, body = PostOut)))]
pub async fn evidence(
    State(web): State<Web>,
    me: Me,
    Path((post, consultation, condition)): Path<(String, String, u16)>,
    Body(body): Body<EvidenceIn>,
) -> Answer {
    let id_ = post_id(&post)?;
    let consultation = id::<ConsultationId>("consultation", &consultation)?;
    let act = move |app: &App, me: &Me| app.meet_condition(&me.signed, id_, consultation, condition, body.evidence()?);
    told(web, me, StatusCode::CREATED, act).await
}

#[utoipa::path(put, path = "/posts/{post}/deliveries/{delivery}/schedule", params(("post" = String, Path), ("delivery" = String, Path)), request_body = ScheduleIn, responses((status = 200, body = PostOut)))]
pub async fn schedule(
    State(web): State<Web>,
    me: Me,
    Path((post, delivery)): Path<(String, String)>,
    Body(body): Body<ScheduleIn>,
) -> Answer {
    let id_ = post_id(&post)?;
    let delivery = id::<DeliveryId>("delivery", &delivery)?;
    let due = body
        .due
        .parse::<jiff::Timestamp>()
        .map_err(|_| Problem::with_key(ProblemKind::Unprocessable, "field-due-form"))?;
    let due = Timestamp(due.as_microsecond());
    told(web, me, StatusCode::OK, move |app, me| app.schedule_delivery(&me.signed, id_, delivery, due)).await
}

#[utoipa::path(delete, path = "/posts/{post}/deliveries/{delivery}/schedule", params(("post" = String, Path), ("delivery" = String, Path)), responses((status = 200, body = PostOut)))]
pub async fn unschedule(State(web): State<Web>, me: Me, Path((post, delivery)): Path<(String, String)>) -> Answer {
    let id_ = post_id(&post)?;
    let delivery = id::<DeliveryId>("delivery", &delivery)?;
    told(web, me, StatusCode::OK, move |app, me| app.unschedule_delivery(&me.signed, id_, delivery)).await
}

#[utoipa::path(post, path = "/posts/{post}/deliveries/{delivery}/attempts", params(("post" = String, Path), ("delivery" = String, Path)), responses((status = 201, body = PostOut)))]
pub async fn attempts(State(web): State<Web>, me: Me, Path((post, delivery)): Path<(String, String)>) -> Answer {
    let id_ = post_id(&post)?;
    let delivery = id::<DeliveryId>("delivery", &delivery)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.start_by_hand(&me.signed, id_, delivery)).await
}

#[utoipa::path(post, path = "/posts/{post}/deliveries/{delivery}/proof", params(("post" = String, Path), ("delivery" = String, Path)), request_body = ProofIn, responses((status = 201, body = PostOut)))]
pub async fn proof(
    State(web): State<Web>,
    me: Me,
    Path((post, delivery)): Path<(String, String)>,
    Body(body): Body<ProofIn>,
) -> Answer {
    let id_ = post_id(&post)?;
    let delivery = id::<DeliveryId>("delivery", &delivery)?;
    let act = move |app: &App, me: &Me| match body.outcome.as_str() {
        "published" => {
            let blob = body.capture.map(|blob| id::<BlobId>("capture", &blob)).transpose()?;
            let capture = blob.map(|blob| app.store.blobs().get(blob)).transpose()?;
            app.prove_by_hand(&me.signed, id_, delivery, Proof { url: body.url, capture })
        }
        "not_published" => app.report_not_published(&me.signed, id_, delivery, body.why),
        "unknown" => app.report_unknown(&me.signed, id_, delivery, body.why),
        _ => Err(AppError::Invalid(vec![shingi_app::FieldProblem::new("outcome", "word-unknown")])),
    };
    told(web, me, StatusCode::CREATED, act).await
}

#[utoipa::path(post, path = "/posts/{post}/abandonment", params(("post" = String, Path)), responses((status = 200, body = PostOut)))]
pub async fn abandonment(State(web): State<Web>, me: Me, Path(post): Path<String>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::OK, move |app, me| app.abandon_post(&me.signed, id)).await
}

/// The first of two who open the emergency lane: `text` is the reason.
#[utoipa::path(post, path = "/posts/{post}/emergency", params(("post" = String, Path)), request_body = WordsIn, responses((status = 201, body = PostOut)))]
pub async fn emergency(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<WordsIn>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.open_emergency(&me.signed, id, body.text)).await
}

#[derive(Deserialize, ToSchema)]
pub struct JoiningIn {
    /// Delivery → digest of the bytes that were seen.
    digests: std::collections::BTreeMap<String, String>,
}

/// The second, for exactly the bytes that they saw; this approves them, too.
#[utoipa::path(post, path = "/posts/{post}/emergency/joining", params(("post" = String, Path)), request_body = JoiningIn, responses((status = 201, body = PostOut)))]
pub async fn joining(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<JoiningIn>) -> Answer {
    let id = post_id(&post)?;
    let act = move |app: &App, me: &Me| app.join_emergency(&me.signed, id, digests(&body.digests)?);
    told(web, me, StatusCode::CREATED, act).await
}

/// The committee's look at the whole afterwards: `text` says what was found.
#[utoipa::path(post, path = "/posts/{post}/emergency/review", params(("post" = String, Path)), request_body = WordsIn, responses((status = 201, body = PostOut)))]
pub async fn look_back(State(web): State<Web>, me: Me, Path(post): Path<String>, Body(body): Body<WordsIn>) -> Answer {
    let id = post_id(&post)?;
    told(web, me, StatusCode::CREATED, move |app, me| app.review_emergency(&me.signed, id, body.text)).await
}

/// One use of the emergency lane. Moments are microseconds since 1970 in UTC.
#[derive(Serialize, ToSchema)]
pub struct EmergencyOut {
    post: String,
    opened_by: String,
    opened: i64,
    reason: Option<String>,
    joined_by: Option<String>,
    joined: Option<i64>,
    used: Option<i64>,
    /// Until when the committee owes its review; missing where it owes none.
    owed_until: Option<i64>,
    reviewed_by: Option<String>,
    found: Option<String>,
    /// Somebody gave the post back.
    shut: bool,
}

/// Every use of the emergency lane, newest change first.
#[utoipa::path(get, path = "/emergencies", responses((status = 200, body = Vec<EmergencyOut>)))]
pub async fn emergencies(State(web): State<Web>, me: Me) -> Answer {
    let desks = web.run(move |app| app.emergencies(&me.signed)).await?;
    let mut uses = Vec::new();
    for desk in &desks {
        uses.extend(desk.post.emergencies.iter().map(|lane| EmergencyOut {
            post: desk.post.id.to_string(),
            opened_by: lane.by.to_string(),
            opened: lane.at.0,
            reason: lane.reason.kept().cloned(),
            joined_by: lane.joined.as_ref().map(|joined| joined.by.to_string()),
            joined: lane.joined.as_ref().map(|joined| joined.at.0),
            used: lane.used.map(|at| at.0),
            owed_until: desk.review_owed_until(lane).map(|at| at.0),
            reviewed_by: lane.review.as_ref().map(|review| review.by.to_string()),
            found: lane.review.as_ref().and_then(|review| review.words.kept().cloned()),
            shut: lane.shut,
        }));
    }
    Ok(Json(uses).into_response())
}

#[derive(Serialize, ToSchema)]
pub struct SeriesOut {
    author: String,
    benefit: String,
    accounts: Vec<String>,
    posts: Vec<String>,
}

/// Everyday posts that wait for the caller's review and may be approved together.
#[utoipa::path(get, path = "/series", responses((status = 200, body = Vec<SeriesOut>)))]
pub async fn series(State(web): State<Web>, me: Me) -> Answer {
    let found = web.run(move |app| app.series(&me.signed)).await?;
    let out = found.iter().map(|one| SeriesOut {
        author: one.key.author.to_string(),
        benefit: one.key.benefit.clone(),
        accounts: one.key.accounts.iter().map(ToString::to_string).collect(),
        posts: one.desks.iter().map(|desk| desk.post.id.to_string()).collect(),
    });
    Ok(Json(out.collect::<Vec<_>>()).into_response())
}

#[derive(Deserialize, ToSchema)]
pub struct SeriesIn {
    posts: Vec<SeenIn>,
}

#[derive(Deserialize, ToSchema)]
pub struct SeenIn {
    post: String,
    /// Delivery → digest of the bytes that were seen.
    digests: std::collections::BTreeMap<String, String>,
}

#[derive(Serialize, ToSchema)]
pub struct ApprovedOut {
    approved: usize,
}

/// All of them or none; each keeps its own approval on the record.
#[utoipa::path(post, path = "/series/approvals", request_body = SeriesIn, responses((status = 201, body = ApprovedOut), (status = 422, description = "one of them is no longer of the series")))]
pub async fn series_approvals(State(web): State<Web>, me: Me, Body(body): Body<SeriesIn>) -> Answer {
    let approved = web
        .run(move |app| {
            let seen = body
                .posts
                .iter()
                .map(|one| Ok::<_, AppError>((id::<PostId>("post", &one.post)?, digests(&one.digests)?)));
            app.approve_series(&me.signed, seen.collect::<Result<_, AppError>>()?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(ApprovedOut { approved })).into_response())
}

#[derive(Serialize, ToSchema)]
pub struct LineOut {
    pub pos: u64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    pub actor: String,
    pub stream: String,
    pub kind: String,
}

#[utoipa::path(get, path = "/posts/{post}/history", params(("post" = String, Path)), responses((status = 200, body = Vec<LineOut>)))]
pub async fn history(State(web): State<Web>, me: Me, Path(post): Path<String>) -> Answer {
    let id = post_id(&post)?;
    let lines = web.run(move |app| app.history(&me.signed, id)).await?;
    Ok(Json(lines.iter().map(LineOut::of).collect::<Vec<_>>()).into_response())
}

impl LineOut {
    pub fn of(line: &shingi_app::queries::history::Happened) -> Self {
        let actor = line.actor.to_string();
        Self { pos: line.pos, at: line.at.0, actor, stream: line.stream.clone(), kind: line.kind.clone() }
    }
}

#[derive(Serialize, ToSchema)]
pub struct PictureOut {
    blob: String,
    media_type: String,
}

/// The bytes of one picture; it comes back cleaned of everything but pixels.
#[utoipa::path(post, path = "/pictures", request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 201, body = PictureOut)))]
pub async fn pictures(State(web): State<Web>, me: Me, body: Bytes) -> Answer {
    let picture = web.run(move |app| app.add_picture(&me.signed, &body)).await?;
    let out = PictureOut { blob: picture.blob.to_string(), media_type: picture.media_type };
    Ok((StatusCode::CREATED, Json(out)).into_response())
}
