//! 今日: what waits for this person, with a reason and a time (1-7, 2-6).

use axum::{
    Router,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect},
    routing::get,
};
use shingi_app::{
    App, AppError,
    queries::desk::{Desk, Part},
    session::Signed,
};
use shingi_domain::{
    account::Channel, certification::Capability, id::PostId, obligation::Party, permit::Action, pledge::Standing,
    post::Progress, time::Timestamp,
};
use shingi_ledger::Log;

use super::view::{AgendaRow, DutyRow, RecordCard, Spent, StopCard, TodayPage, WaitingRow};
use crate::{
    form::{PageAsked, html, page_of},
    pages::{
        Here,
        parts::{Clock, Due, Strength},
        pledge::handlers::due as due_by,
        posts::handlers::title_of,
    },
    present::{Present, state},
    problem::Problem,
    state::{Answer, Web},
    visitor::{Me, Visitor},
};

pub fn routes() -> Router<Web> {
    Router::new().route("/", get(today))
}

/// Rows of one page of what waits.
const ROWS: usize = 60;

async fn today(State(web): State<Web>, visitor: Visitor, Query(asked): Query<PageAsked>) -> Answer {
    if !web.app.is_set_up() {
        return Ok(Redirect::to("/setup").into_response());
    }
    // A stranger at the front door is shown what is public.
    if visitor.signed.is_none() {
        return Ok(Redirect::to("/official").into_response());
    }
    let signed = visitor.signed.clone().ok_or_else(|| Problem::sign_in_needed("/".to_owned()))?;
    let me = Me { signed, visitor };
    let page = web.run(move |app| build(app, &me, asked.page)).await?;
    html(&page)
}

fn build(app: &App, me: &Me, page: usize) -> Result<TodayPage, AppError> {
    let in_force = app.in_force()?;
    let show = Present { lang: me.visitor.lang, zone: in_force.zone.clone(), now: app.now() };
    let mut waiting = Vec::new();
    let mut sending_today = Vec::new();
    if me.signed.may(Action::ReadPosts) {
        for desk in app.desks_that_concern(&me.signed)? {
            waiting.extend(waits(&show, &desk?, &me.signed));
        }
        waiting.extend(owed(app, &show, &me.signed)?);
        sending_today = agenda(app, &show, me)?;
    }
    let stops = app.stops()?;
    let stopped = stops.iter().find(|stop| stop.lifted.is_none()).map(|stop| {
        crate::words_filter::text(me.visitor.lang, "home-stopped-by".to_owned())
            .with("at", show.stamp(stop.at).text)
            .with("reason", stop.reason.kept().cloned().unwrap_or_default())
            .to_string()
    });
    let waiting_late =
        waiting.iter().filter(|row| row.due.as_ref().is_some_and(|due| due.clock == Clock::Over)).count();
    let waiting_count = waiting.len();
    let (waiting, more) = page_of(waiting, page, ROWS);
    let missed = if me.signed.may(Action::ReadPosts) { count(app, &me.signed, "missed")? } else { 0 };
    Ok(TodayPage {
        page: me.visitor.page(Here::Home),
        today: crate::pages::parts::Stamp::new(show.stamp(show.now).iso, show.day(show.now)),
        greeted: me.signed.person.names.kept().map(|names| names.name.clone()).unwrap_or_default(),
        waiting_late: u32::try_from(waiting_late).unwrap_or(u32::MAX),
        waiting_count,
        waiting,
        more: more.map(|next| format!("/?page={next}")),
        duties: pledge(app, &show, &me.signed)?.into_iter().collect(),
        sending_today,
        stop: StopCard { stopped, may_stop: me.signed.may(Action::OrderStop), missed },
        record: record(app, &show, &me.signed)?,
        may_write: me.signed.may(Action::WritePost),
    })
}

/// The policy that is to be read, until it is.
fn pledge(app: &App, show: &Present, who: &Signed) -> Result<Option<DutyRow>, AppError> {
    let by = match app.standing(&who.person)? {
        Standing::Acknowledged { .. } => return Ok(None),
        Standing::Due { by } | Standing::Late { by } => by,
    };
    let whole = u32::from(app.in_force()?.adopted.acknowledge_days);
    let left = u32::try_from((by.0 - show.now.0) / Timestamp::DAY).unwrap_or(0);
    let part = whole.saturating_sub(left);
    let spent = crate::words_filter::text(show.lang, "duty-pledge.spent").with("whole", whole).with("part", part);
    Ok(Some(DutyRow {
        strength: Strength::Answer,
        icon: "book",
        title: show.t("duty-pledge"),
        item: "1".to_owned(),
        href: Some("/pledge".to_owned()),
        detail: show.t("duty-pledge.detail"),
        due: due_by(show, by),
        spent: Spent { part, whole, label: spent.to_string() },
    }))
}

fn count(app: &App, who: &Signed, stage: &str) -> Result<u32, AppError> {
    let counts = app.post_counts(who)?;
    Ok(counts.into_iter().find(|(name, _)| name == stage).map_or(0, |(_, n)| u32::try_from(n).unwrap_or(u32::MAX)))
}

/// Why a post waits for this person, if it does: one row at most, the heaviest reason.
fn waits(show: &Present, desk: &Desk, who: &Signed) -> Option<WaitingRow> {
    let me = who.id();
    let post = &desk.post;
    let mine = post.writers.contains(&me);
    let parties = desk.waits_for();
    let id = post.id;
    let (strength, icon, href, key) = if let Some(part) = by_hand(desk, me) {
        (Strength::Answer, "copy", format!("/posts/{id}/deliveries/{}", part.delivery.id), "waits-by-hand")
    } else if mine && post.returned.is_some() {
        (Strength::Consult, "returned", format!("/posts/{id}/edit"), "waits-returned")
    } else if mine && parties.contains(&Party::Author) && post.submitted.is_some() {
        (Strength::Answer, "answer", format!("/posts/{id}/edit"), "waits-author")
    } else if post.open_doubts().any(|doubt| doubt.by == me || (desk.world.is_committee(me) && !mine)) {
        (Strength::Review, "doubt", format!("/posts/{id}"), "waits-doubt")
    } else if let Some(consultation) = open_consultation(desk, me) {
        (Strength::Consult, "consult", format!("/consultations/{consultation}"), "waits-ruling")
    } else if desk.waits_for_a_second() && !mine && may_review(desk, me) {
        (Strength::Forbid, "flag", format!("/reviews/{id}"), "waits-emergency")
    } else if post.submitted.is_some() && parties.contains(&Party::OtherCertified) && !mine && may_review(desk, me) {
        (Strength::Review, "review", format!("/reviews/{id}"), "waits-review")
    } else if mine
        && desk
            .parts
            .iter()
            .any(|part| matches!(part.delivery.progress, Progress::Missed { .. } | Progress::Failed { .. }))
    {
        (Strength::Forbid, "expired", format!("/posts/{id}"), "waits-missed")
    } else {
        return None;
    };
    let title = post.draft_kept().map(|draft| draft.title.clone()).filter(|title| !title.is_empty());
    let mut items = desk.parts.iter().flat_map(Part::open).map(|open| open.item).collect::<Vec<_>>();
    items.sort_unstable();
    items.dedup();
    let name = show.person(&desk.world, post.author);
    Some(WaitingRow {
        strength,
        icon,
        title: title.unwrap_or_else(|| show.t("posts-untitled")),
        href,
        why: crate::words_filter::text(show.lang, key.to_owned()).with("name", name).to_string(),
        due: due(show, desk),
        items: items.iter().map(ToString::to_string).collect::<Vec<_>>().join("・"),
        accounts: desk.parts.iter().map(|part| show.part_account(part)).collect(),
    })
}

/// What left through the emergency lane and waits for this member's look.
fn owed(app: &App, show: &Present, who: &Signed) -> Result<Vec<WaitingRow>, AppError> {
    let mut rows = Vec::new();
    for desk in app.emergencies(who)? {
        let Some(until) = desk.owes_a_look_back(who.id()) else { continue };
        let draft = desk.post.draft_kept();
        let title = draft.map_or_else(|| show.t("posts-untitled"), |draft| title_of(show, &draft.title, &draft.text));
        let name = show.person(&desk.world, desk.post.author);
        rows.push(WaitingRow {
            strength: Strength::Forbid,
            icon: "flag",
            title,
            href: format!("/posts/{}#emergency", desk.post.id),
            why: crate::words_filter::text(show.lang, "waits-look-back").with("name", name).to_string(),
            due: Some(Due::new(show.stamp(until).text, if until < show.now { Clock::Over } else { Clock::Soon })),
            items: "1-7".to_owned(),
            accounts: desk.parts.iter().map(|part| show.part_account(part)).collect(),
        });
    }
    Ok(rows)
}

/// A delivery by hand whose time has come, or that this person began.
fn by_hand(desk: &Desk, me: shingi_domain::id::PersonId) -> Option<&Part> {
    desk.parts.iter().find(|part| {
        let hand = part.account.as_ref().is_some_and(|account| account.channel == Channel::ByHand);
        hand && match part.delivery.progress {
            Progress::Sending { by, .. } | Progress::Unknown { by, .. } => by == me,
            Progress::Scheduled { due, by } => by == me && due <= desk.now,
            Progress::Draft | Progress::Failed { .. } | Progress::Missed { .. } | Progress::Published { .. } => false,
        }
    })
}

fn open_consultation(desk: &Desk, me: shingi_domain::id::PersonId) -> Option<shingi_domain::id::ConsultationId> {
    use shingi_domain::policy::Consulted;
    if desk.post.writers.contains(&me) {
        return None;
    }
    let manager = desk.world.is_manager_of(me, desk.post.author, desk.now);
    let open = desk.post.consultations.iter().find(|asked| {
        asked.ruling.is_none()
            && match asked.with {
                Consulted::Committee => desk.world.is_committee(me),
                Consulted::Manager => manager,
            }
    });
    open.map(|asked| asked.id)
}

fn may_review(desk: &Desk, me: shingi_domain::id::PersonId) -> bool {
    desk.to_be_cleared()
        .all(|part| desk.world.certification(me, part.delivery.account, Capability::Review, desk.now).is_some())
}

/// The earliest planned time, as a deadline for whoever still has to act.
fn due(show: &Present, desk: &Desk) -> Option<Due> {
    let due = desk.parts.iter().filter_map(|part| match part.delivery.progress {
        Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => Some(due),
        _ => None,
    });
    let due = due.min()?;
    let left = due.0 - desk.now.0;
    let clock = if left < 0 {
        Clock::Over
    } else if left < 4 * Timestamp::HOUR {
        Clock::Soon
    } else {
        Clock::Track
    };
    Some(Due::new(show.stamp(due).text, clock))
}

fn agenda(app: &App, show: &Present, me: &Me) -> Result<Vec<AgendaRow>, AppError> {
    let today = show.zoned(show.now).date();
    let begin =
        today.to_zoned_datetime(show.zone.clone()).map(|day| day.timestamp().as_microsecond()).unwrap_or(show.now.0);
    let rows = app.calendar(&me.signed, Timestamp(begin), Timestamp(begin + Timestamp::DAY))?;
    let accounts = app.accounts()?;
    let ids = rows.iter().filter_map(|row| row.post.parse().ok()).collect::<Vec<PostId>>();
    let desks = app.desks(&me.signed, &ids)?;
    let shown = |delivery: &str| {
        desks
            .iter()
            .flat_map(|desk| &desk.parts)
            .find(|part| part.delivery.id.to_string() == delivery)
            .map(|part| state(part.shown))
    };
    let agenda = rows.iter().filter_map(|row| {
        let account = accounts.iter().find(|account| account.id.to_string() == row.account);
        let at = show.zoned(Timestamp(row.at));
        Some(AgendaRow {
            at: crate::pages::parts::Stamp::new(
                show.stamp(Timestamp(row.at)).iso,
                format!("{:02}:{:02}", at.hour(), at.minute()),
            ),
            title: if row.title.is_empty() { show.t("posts-untitled") } else { row.title.clone() },
            href: format!("/posts/{}", row.post),
            state: shown(&row.delivery)?,
            why: String::new(),
            accounts: account.map(|account| show.account(account).name).unwrap_or_default(),
        })
    });
    Ok(agenda.collect())
}

fn record(app: &App, show: &Present, who: &Signed) -> Result<Option<RecordCard>, AppError> {
    if !who.may(Action::ReadRecord) {
        return Ok(None);
    }
    let (size, root, at) = app.store.read(|read| {
        let size = read.size(Log::Record)?;
        Ok::<_, AppError>((size, read.root_at(Log::Record, size)?, read.newest_at(Log::Record)?))
    })?;
    let root = root.to_text().chars().take(12).collect::<String>();
    Ok(Some(RecordCard { events: size, checkpoint_at: at.map(|at| show.stamp(Timestamp(at))), root }))
}
