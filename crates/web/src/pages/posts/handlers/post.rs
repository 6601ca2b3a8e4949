//! One post: where each delivery stands, what is open, what happened, and what can be done next (2-2, 2-9).

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse as _,
};
use shingi_app::{
    App, AppError,
    queries::desk::{Desk, Part},
};
use shingi_domain::{
    account::Channel,
    certification::Capability,
    id::{DeliveryId, PersonId, PostId},
    obligation::Obligation,
    permit::Action,
    post::{DeliveryState, Progress, state::Consultation},
    time::Timestamp,
};

use super::{id, show as present, title_of};
use crate::{
    form::{html, word_of},
    pages::{
        FieldProblem, Here,
        emergencies::{lane, view::LaneView},
        feasibility::handlers::lacks_until,
        parts::{Clock, Due, EventLine, State as Shown},
        posts::{
            findings,
            view::{
                DeliveryView, DoubtView, PostPage,
                post::{ConsultationLink, ReturnView, ScheduleForm},
            },
        },
    },
    present::{Present, class, state},
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

pub async fn show(State(web): State<Web>, Path(post): Path<String>, me: Me) -> Answer {
    let id = id::<PostId>(&post)?;
    let page = web.run(move |app| page(app, &me, id, Again::default())).await?;
    html(&page)
}

/// What could not be carried out, when the page is shown again.
#[derive(Default)]
pub struct Again {
    pub schedule: Option<Wrong>,
    pub problem: Option<FieldProblem>,
    /// The question that lacks its words was for the committee.
    pub consult_committee: bool,
}

/// What was typed into the schedule form of a delivery, and what is wrong with it.
pub struct Wrong {
    pub delivery: DeliveryId,
    pub date: String,
    pub time: String,
    pub message: String,
}

/// The page again, with a problem at its field.
pub async fn show_again(web: &Web, me: Me, id: PostId, again: Again) -> Answer {
    let page = web.run(move |app| page(app, &me, id, again)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

fn page(app: &App, me: &Me, id: PostId, again: Again) -> Result<PostPage, AppError> {
    let Again { schedule: wrong, problem, consult_committee } = again;
    let show = present(app, &me.visitor)?;
    let desk = app.desk(&me.signed, id)?;
    let post = &desk.post;
    let (shown, state_why) = state_of(&show, &desk);
    let saved = if me.signed.may(Action::WritePost) { Some(app.saved_draft(&me.signed, id)?.form) } else { None };
    let draft = post.draft_kept();
    let (title, words) = match (draft, &saved) {
        (Some(draft), _) => (draft.title.as_str(), draft.text.as_str()),
        (None, Some(form)) => (form.title.as_str(), form.text.as_str()),
        (None, None) => ("", ""),
    };
    let raised = desk.parts.first().map_or(post.class, |part| part.obligations.class);
    let mut happened = app.history(&me.signed, id)?;
    happened.reverse();
    let mut page = me.visitor.page(Here::Posts);
    page.problems.extend(
        wrong
            .iter()
            .map(|wrong| FieldProblem { field: format!("date-{}", wrong.delivery), message: wrong.message.clone() }),
    );
    page.problems.extend(problem);
    let alive = post.abandoned.is_none();
    let deliveries = desk.parts.iter().map(|part| delivery(app, &show, &desk, me, part, wrong.as_ref()));
    Ok(PostPage {
        page,
        post: id.to_string(),
        title: title_of(&show, title, words),
        state: shown,
        state_why,
        class: class(raised),
        author: show.person(&desk.world, post.author),
        revision: post.revision,
        returned: returned_view(&show, &desk),
        chain: if alive { show.chain(&desk) } else { Vec::new() },
        deliveries: deliveries.collect::<Result<_, _>>()?,
        obligations: obligations(&show, &desk),
        doubts: post.doubts.iter().map(|doubt| doubt_view(&show, &desk, me.signed.id(), doubt)).collect(),
        consultations: post.consultations.iter().map(|asked| consultation(&show, &desk, asked)).collect(),
        lane: lane_view(&show, &desk, me),
        // They are all about this page: a link would lead here.
        events: happened.iter().map(|one| EventLine { href: None, ..show.event(&desk.world, one) }).collect(),
        may_edit: me.signed.may(Action::WritePost) && desk.can_be_revised(),
        may_review: post.submitted.is_some() && alive && desk.may_review(me.signed.id()),
        may_doubt: alive && me.signed.may(Action::RaiseDoubt),
        may_consult: alive && me.signed.may(Action::Consult) && desk.to_be_cleared().next().is_some(),
        consult_committee,
        may_abandon: alive
            && post.author == me.signed.id()
            && !desk.parts.iter().any(|part| part.delivery.progress.is_frozen()),
        zone: show.zone_words(),
    })
}

/// What the reviewer asked for, until it is handed in again.
#[must_use]
pub fn returned_view(show: &Present, desk: &Desk) -> Option<ReturnView> {
    let returned = desk.post.returned.as_ref().filter(|_| desk.post.abandoned.is_none())?;
    Some(ReturnView {
        by: show.person(&desk.world, returned.by),
        at: show.stamp(returned.at),
        revision: returned.revision,
        comment: returned.comment.kept().cloned().unwrap_or_else(|| show.t("proof-erased")),
    })
}

fn lane_view(show: &Present, desk: &Desk, me: &Me) -> LaneView {
    let post = &desk.post;
    let unused = post.open_emergency().is_some_and(|lane| lane.used.is_none());
    LaneView {
        uses: post.emergencies.iter().map(|emergency| lane::one(show, desk, emergency)).collect(),
        may_open: !unused
            && me.signed.may(Action::WritePost)
            && post.writers.contains(&me.signed.id())
            && desk.can_be_revised(),
        may_look_back: desk.owes_a_look_back(me.signed.id()).is_some(),
    }
}

/// Open ones first; what holds by itself is not worth a line.
fn obligations(show: &Present, desk: &Desk) -> Vec<crate::pages::parts::ObligationRow> {
    if desk.post.abandoned.is_some() {
        return Vec::new();
    }
    let mut all = findings::merged(desk);
    all.retain(|obligation| obligation.is_open() || !findings::holds_by_itself(&obligation.duty));
    all.sort_by_key(|obligation| !obligation.is_open());
    all.iter().map(|obligation| findings::row(show, desk, obligation)).collect()
}

/// The state of a post: that of the delivery which most needs somebody's eye, with the reason where there is one.
pub fn state_of(show: &Present, desk: &Desk) -> (Shown, String) {
    if desk.post.abandoned.is_some() {
        return (Shown::Draft, show.t("stage-abandoned"));
    }
    let weight = |shown: DeliveryState| match shown {
        DeliveryState::Unknown => 0,
        DeliveryState::Expired => 1,
        DeliveryState::Held => 2,
        DeliveryState::Returned => 3,
        DeliveryState::Sending => 4,
        DeliveryState::Waiting => 5,
        DeliveryState::Draft => 6,
        DeliveryState::Cleared => 7,
        DeliveryState::Scheduled => 8,
        DeliveryState::Corrected => 9,
        DeliveryState::Withdrawn => 10,
        DeliveryState::Published => 11,
    };
    let part = desk.parts.iter().min_by_key(|part| weight(part.shown));
    let shown = part.map_or(DeliveryState::Draft, |part| part.shown);
    (state(shown), why(show, desk, shown))
}

fn why(show: &Present, desk: &Desk, shown: DeliveryState) -> String {
    let doubts = desk.post.open_doubts().count();
    let open = findings::merged(desk).iter().filter(|obligation| obligation.is_open()).count();
    match shown {
        DeliveryState::Held | DeliveryState::Waiting | DeliveryState::Returned if doubts > 0 => {
            text(show.lang, "posts-doubts").with("n", doubts).to_string()
        }
        DeliveryState::Held | DeliveryState::Returned if open > 0 => {
            text(show.lang, "posts-obligations-open").with("n", open).to_string()
        }
        _ => String::new(),
    }
}

/// When a delivery is planned to go out.
pub fn planned(part: &Part) -> Option<Timestamp> {
    match part.delivery.progress {
        Progress::Scheduled { due, .. } => Some(due),
        Progress::Published { at, .. } => Some(at),
        Progress::Draft
        | Progress::Sending { .. }
        | Progress::Unknown { .. }
        | Progress::Failed { .. }
        | Progress::Missed { .. } => None,
    }
}

fn delivery(
    app: &App,
    show: &Present,
    desk: &Desk,
    me: &Me,
    part: &Part,
    wrong: Option<&Wrong>,
) -> Result<DeliveryView, AppError> {
    let alive = desk.post.abandoned.is_none();
    let account = part.delivery.account;
    let may_publish = alive
        && me.signed.may(Action::WritePost)
        && desk.world.certification(me.signed.id(), account, Capability::Publish, show.now).is_some();
    let frozen = part.delivery.progress.is_frozen();
    let by_hand = part.account.as_ref().is_some_and(|account| account.channel == Channel::ByHand);
    let missed = matches!(part.delivery.progress, Progress::Missed { .. });
    let scheduled = missed || matches!(part.delivery.progress, Progress::Scheduled { .. });
    let under_way = matches!(part.delivery.progress, Progress::Sending { .. } | Progress::Unknown { .. });
    let (public_url, certificate) = match &part.delivery.progress {
        Progress::Published { url, .. } => (
            url.kept().filter(|url| findings::is_address(url)).cloned(),
            app.certificate(part.delivery.id)?.map(|_| format!("/certificates/{}", part.delivery.id)),
        ),
        _ => (None, None),
    };
    let due = due(show, part);
    let schedule = if may_publish && !frozen { Some(schedule_form(app, (show, desk), me, part, wrong)?) } else { None };
    Ok(DeliveryView {
        id: part.delivery.id.to_string(),
        account: show.part_account(part),
        state: if alive { state(part.shown) } else { Shown::Draft },
        state_why: if alive { String::new() } else { show.t("stage-abandoned") },
        text: part.delivery.content.kept().map_or_else(|| show.t("delivery-erased"), |content| content.text.clone()),
        pictures: pictures(desk, part),
        at: planned(part).filter(|_| due.is_none()).map(|at| show.stamp(at)),
        due,
        explanation: if alive { explanation(show, desk, part) } else { String::new() },
        public_url,
        certificate,
        schedule,
        may_unschedule: scheduled && alive && (may_publish || desk.post.author == me.signed.id()),
        missed,
        may_publish_now: may_publish && !by_hand && !frozen && part.is_cleared(),
        by_hand: may_publish && by_hand && (under_way || (!frozen && part.is_cleared())),
    })
}

fn pictures(desk: &Desk, part: &Part) -> Vec<(String, String)> {
    let pictures = part.delivery.content.kept().map_or(&[][..], |content| &content.pictures);
    let source = |picture| super::composer::page::source(desk.post.id, picture);
    pictures.iter().map(|picture| (source(picture), picture.alt.clone())).collect()
}

/// How near the planned time is, while something is still open.
fn due(show: &Present, part: &Part) -> Option<Due> {
    let Progress::Scheduled { due, .. } = part.delivery.progress else { return None };
    if part.is_cleared() {
        return None;
    }
    let left = due.0 - show.now.0;
    let clock = if left < 0 {
        Clock::Over
    } else if left < 4 * Timestamp::HOUR {
        Clock::Soon
    } else {
        Clock::Track
    };
    Some(Due::new(show.stamp(due).text, clock))
}

fn explanation(show: &Present, desk: &Desk, part: &Part) -> String {
    match (&part.delivery.progress, part.shown) {
        (Progress::Sending { by, .. }, _) => {
            if part.account.as_ref().is_some_and(|account| account.channel == Channel::ByHand) {
                let name = show.person(&desk.world, *by);
                text(show.lang, "delivery-sending-by-hand").with("name", name).to_string()
            } else {
                show.t("delivery-sending")
            }
        }
        (Progress::Unknown { .. }, _) => show.t("delivery-unknown"),
        (Progress::Failed { kind, .. }, _) => {
            let why = show.t(&format!("failure-{}", word_of(kind)));
            text(show.lang, "delivery-failed").with("why", why).to_string()
        }
        (Progress::Missed { due, stopped }, _) => {
            let key = if *stopped { "delivery-missed-stopped" } else { "delivery-missed" };
            text(show.lang, key).with("due", show.stamp(*due).text).to_string()
        }
        (Progress::Scheduled { .. }, DeliveryState::Scheduled) => show.t("delivery-scheduled"),
        (Progress::Scheduled { .. }, _) => show.t("delivery-held"),
        (Progress::Draft, DeliveryState::Cleared) => show.t("delivery-cleared"),
        (Progress::Draft | Progress::Published { .. }, _) => String::new(),
    }
}

fn schedule_form(
    app: &App,
    (show, desk): (&Present, &Desk),
    me: &Me,
    part: &Part,
    wrong: Option<&Wrong>,
) -> Result<ScheduleForm, AppError> {
    if let Some(wrong) = wrong.filter(|wrong| wrong.delivery == part.delivery.id) {
        return Ok(ScheduleForm {
            date: wrong.date.clone(),
            time: wrong.time.clone(),
            conflict: String::new(),
            lacks: String::new(),
            problem: wrong.message.clone(),
        });
    }
    let Some(at) = planned(part) else { return Ok(ScheduleForm::default()) };
    let zoned = show.zoned(at);
    let hour = Timestamp(at.0 - at.0.rem_euclid(Timestamp::HOUR));
    let others = app.calendar(&me.signed, hour, hour.plus_micros(Timestamp::HOUR))?;
    let (account, own) = (part.delivery.account.to_string(), part.delivery.id.to_string());
    let others = others.iter().filter(|row| row.account == account && row.delivery != own).count();
    let conflict =
        if others == 0 { String::new() } else { text(show.lang, "schedule-conflict").with("n", others).to_string() };
    Ok(ScheduleForm {
        date: zoned.date().to_string(),
        time: format!("{:02}:{:02}", zoned.hour(), zoned.minute()),
        conflict,
        lacks: lacks_until(show, desk, part),
        problem: String::new(),
    })
}

/// Also for the page of reviewers.
#[must_use]
pub fn doubt_view(show: &Present, desk: &Desk, me: PersonId, doubt: &shingi_domain::post::state::Doubt) -> DoubtView {
    let erased = || show.t("proof-erased");
    let resolution = doubt.resolution.as_ref().map(|resolution| {
        text(show.lang, "doubt-resolved-by")
            .with("name", show.person(&desk.world, resolution.by))
            .with("at", show.stamp(resolution.at).text)
            .with("answer", resolution.answer.kept().cloned().unwrap_or_else(erased))
            .to_string()
    });
    let in_charge = me == doubt.by || desk.world.is_committee(me);
    DoubtView {
        id: doubt.id.to_string(),
        by: show.person(&desk.world, doubt.by),
        at: show.stamp(doubt.at),
        reason: doubt.reason.kept().cloned().unwrap_or_else(erased),
        may_resolve: doubt.resolution.is_none() && in_charge && !desk.post.writers.contains(&me),
        resolution,
    }
}

fn consultation(show: &Present, desk: &Desk, asked: &Consultation) -> ConsultationLink {
    let standing = match &asked.ruling {
        None => text(show.lang, "consultation-waits").with("with", show.consulted(asked.with)).to_string(),
        Some(ruling) => text(show.lang, "consultation-ruled")
            .with("verdict", show.t(&format!("verdict-{}", word_of(&ruling.verdict))))
            .with("name", show.person(&desk.world, ruling.by))
            .with("at", show.stamp(ruling.at).text)
            .to_string(),
    };
    ConsultationLink {
        href: format!("/consultations/{}", asked.id),
        question: asked.question.kept().cloned().unwrap_or_else(|| show.t("proof-erased")),
        standing,
    }
}

/// What is still open for a delivery, in a few words.
#[must_use]
pub fn open_words(show: &Present, desk: &Desk, open: &[&Obligation]) -> String {
    let labels = open.iter().map(|obligation| findings::row(show, desk, obligation).label).collect::<Vec<_>>();
    labels.join(if show.lang == crate::words_filter::Lang::Ja { "、" } else { ", " })
}
