//! The page where a second person decides: exactly the bytes, what changed, what was found, four answers (1-7, 2-2).

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse as _,
};
use shingi_app::{
    App, AppError,
    queries::desk::{Desk, Part},
    session::Signed,
};
use shingi_domain::{
    id::{ConsultationId, DoubtId, PostId},
    obligation::Duty,
    permit::Action,
    policy::Consulted,
    post::{Command, Progress},
};

use super::{due, present, row, title};
use crate::{
    form::html,
    pages::{
        FieldProblem, Here,
        posts::{
            difference::difference,
            findings::{self, Reader},
            handlers::{
                post::{doubt_view, state_of},
                title_of,
            },
        },
        reviews::{
            exact, reason,
            since::since,
            view::{Choosing, Decision, Mended, ReviewDelivery, ReviewPage},
        },
    },
    present::{Present, class},
    problem::Problem,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// Rows of the queue beside the text; all of them stand in the box, to which it leads.
const QUEUE: usize = 20;

pub async fn show(State(web): State<Web>, Path(post): Path<String>, me: Me) -> Answer {
    let id = post.parse::<PostId>().map_err(|_| Problem::not_found())?;
    let page = web.run(move |app| build(app, &me, id, None)).await?;
    html(&page)
}

/// An answer that could not be carried out: the page as it is now, with what was typed and what is wrong.
pub struct Again {
    pub status: StatusCode,
    pub problem: FieldProblem,
    pub open: Choosing,
    pub typed: String,
}

impl Again {
    /// A field that must not be empty was.
    #[must_use]
    pub fn empty(problem: FieldProblem, open: Choosing) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, problem, open, typed: String::new() }
    }
}

pub async fn again(web: &Web, me: Me, id: PostId, again: Again) -> Answer {
    let status = again.status;
    let page = web.run(move |app| build(app, &me, id, Some(again))).await?;
    Ok((status, html(&page)?).into_response())
}

fn build(app: &App, me: &Me, id: PostId, again: Option<Again>) -> Result<ReviewPage, AppError> {
    let show = present(app, &me.visitor)?;
    let desk = app.desk(&me.signed, id)?;
    let post = &desk.post;
    let found = if me.signed.may(Action::ReadPosts) { app.review_box(&me.signed)?.for_me } else { Vec::new() };
    let queue = found.iter().take(QUEUE).map(|other| {
        let row = row(app, &show, me, other, super::List::Me)?;
        Ok(crate::pages::reviews::view::ReviewRow { current: other.post.id == id, ..row })
    });
    let changed = since(&show, &desk, app.last_look(&me.signed, &desk)?.as_ref());
    let reader = Reader::of(&desk, me.signed.id());
    let placed = findings::placed(&show, &desk, reader);
    let (state, state_why) = state_of(&show, &desk);
    let draft = post.draft_kept();
    let mut page = me.visitor.page(Here::Reviews);
    let (open, typed) = again.map_or((Choosing::Approve, String::new()), |again| {
        page.problems.push(again.problem);
        (again.open, again.typed)
    });
    let open = if open == Choosing::Approve && desk.waits_for_a_second() { Choosing::Join } else { open };
    let mut panel = findings::panel(&show, &desk, placed.clone());
    // The answers of a reviewer are given below; the groups carry the forms.
    let groups = std::mem::take(&mut panel.groups);
    Ok(ReviewPage {
        page,
        post: id.to_string(),
        title: title(&show, &desk),
        state,
        state_why,
        class: class(desk.parts.first().map_or(post.class, |part| part.obligations.class)),
        author: show.person(&desk.world, post.author),
        due: due(&show, &desk),
        queue: queue.collect::<Result<_, AppError>>()?,
        queue_count: u32::try_from(found.len()).unwrap_or(u32::MAX),
        chain: if post.abandoned.is_none() { show.chain(&desk) } else { Vec::new() },
        deliveries: shown_parts(&desk).map(|part| delivery(&show, &desk, part)).collect(),
        benefit: draft.map(|draft| draft.benefit.clone()).unwrap_or_default(),
        sources: draft.map(|draft| draft.sources.join("\n")).unwrap_or_default(),
        answers: draft.map(|draft| draft.answers.clone()).unwrap_or_default(),
        mends: mended(app, &show, &desk)?,
        differences: changed.differences,
        since: changed.since,
        difference_summary: changed.summary,
        findings: groups.into_iter().filter(|group| !group.findings.is_empty()).collect(),
        panel,
        obligations: findings::standing(&show, &desk),
        voided: voided(&show, &desk),
        doubts: post.doubts.iter().map(|doubt| doubt_view(&show, &desk, me.signed.id(), doubt)).collect(),
        decision: decision(&show, &desk, &me.signed, open, typed),
    })
}

/// The published text that a fix of form mends, beside what it becomes.
fn mended(app: &App, show: &Present, desk: &Desk) -> Result<Option<Mended>, AppError> {
    let Some(id) = desk.post.draft_kept().and_then(|draft| draft.corrects) else { return Ok(None) };
    let row = app.delivery_row(id)?;
    let Some(post) = row.and_then(|row| row.post.parse::<PostId>().ok()) else { return Ok(None) };
    let Some(known) = app.published_post(post)? else { return Ok(None) };
    let Some(old) = known.deliveries.get(&id).and_then(|delivery| delivery.content.kept()) else { return Ok(None) };
    let new = desk.parts.iter().find(|part| part.delivery.account == old.account);
    let new = new.and_then(|part| part.delivery.content.kept()).map_or("", |content| content.text.as_str());
    Ok(Some(Mended {
        href: format!("/posts/{post}"),
        title: title_of(show, &old.title, &old.text),
        differences: difference(&old.text, new),
    }))
}

/// What is still to be cleared; all of it once nothing is.
fn shown_parts(desk: &Desk) -> impl Iterator<Item = &Part> {
    let all = desk.to_be_cleared().next().is_none();
    desk.parts.iter().filter(move |part| all || !part.delivery.progress.is_frozen())
}

pub(super) fn delivery(show: &Present, desk: &Desk, part: &Part) -> ReviewDelivery {
    let content = part.delivery.content.kept();
    let words = content.map_or("", |content| content.text.as_str());
    let pieces = exact::pieces(words);
    let medium = part.account.as_ref().map(|account| account.medium);
    let source = |picture: &shingi_domain::post::Picture| format!("/posts/{}/media/{}", desk.post.id, picture.blob);
    let at = match part.delivery.progress {
        Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => Some(due),
        Progress::Published { at, .. } => Some(at),
        Progress::Draft | Progress::Sending { .. } | Progress::Unknown { .. } | Progress::Failed { .. } => None,
    };
    let digest = part.delivery.digest.0.to_string();
    ReviewDelivery {
        id: part.delivery.id.to_string(),
        account: show.part_account(part),
        at: at.map(|at| show.stamp(at)),
        hidden: exact::hidden(&pieces, &show.t("list-separator")),
        pieces,
        counts: content.zip(medium).map(|(content, medium)| exact::counts(show, medium, content)).unwrap_or_default(),
        bytes: words.len(),
        digest: exact::grouped(&digest),
        digest_value: digest,
        links: exact::links(show, words),
        pictures: content
            .map(|content| content.pictures.iter().map(|p| exact::picture(show, source(p), p)).collect())
            .unwrap_or_default(),
    }
}

fn voided(show: &Present, desk: &Desk) -> Vec<String> {
    let one = |approval: &&shingi_domain::post::state::Approval| {
        text(show.lang, "review-approval-voided")
            .with("name", show.person(&desk.world, approval.by))
            .with("revision", approval.revision.to_string())
            .with("at", show.stamp(approval.at).text)
            .to_string()
    };
    desk.voided_approvals().iter().map(one).collect()
}

/// Each answer that would be refused carries the reason of the refusal.
fn decision(show: &Present, desk: &Desk, who: &Signed, open: Choosing, typed: String) -> Decision {
    let words = || "?".to_owned();
    let ask = |action: Action, command: Command| {
        if who.may(action) { reason::of(show, desk, desk.would(who, command)) } else { Err(show.t("reason-role")) }
    };
    let approve = Command::Approve { digests: desk.open_digests(), comment: String::new() };
    let consult = Command::Consult { consultation: ConsultationId(0), with: Consulted::Committee, question: words() };
    Decision {
        approve: ask(Action::ReadPosts, approve),
        send_back: ask(Action::ReadPosts, Command::Return { comment: words() }),
        doubt: ask(Action::RaiseDoubt, Command::RaiseDoubt { doubt: DoubtId(0), reason: words() }),
        consult: ask(Action::Consult, consult),
        join: desk.waits_for_a_second().then(|| {
            let reason = desk.post.open_emergency().and_then(|lane| lane.reason.kept().cloned());
            let join = Command::JoinEmergency { digests: desk.open_digests() };
            (reason.unwrap_or_else(|| show.t("proof-erased")), ask(Action::ReadPosts, join))
        }),
        then: then(show, desk),
        approve_comment: if open == Choosing::Approve { typed.clone() } else { String::new() },
        return_comment: if open == Choosing::SendBack { typed } else { String::new() },
        open,
    }
}

/// What happens after the approval.
fn then(show: &Present, desk: &Desk) -> String {
    let mut said = Vec::new();
    let cooling = desk.to_be_cleared().flat_map(Part::open).filter_map(|open| match open.duty {
        Duty::CoolingOff { until } => Some(until),
        _ => None,
    });
    if let Some(until) = cooling.max() {
        said.push(text(show.lang, "review-then-cooling").with("until", show.stamp(until).text).to_string());
    }
    said.push(desk.planned().filter(|due| *due > desk.now).map_or_else(
        || show.t("review-then-no-time"),
        |due| text(show.lang, "review-then-scheduled").with("at", show.stamp(due).text).to_string(),
    ));
    said.push(show.t("review-then-void"));
    said.join(&show.t("sentence-space"))
}
