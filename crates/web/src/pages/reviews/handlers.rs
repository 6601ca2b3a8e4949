//! The review box, the page where a second person decides, and two of the four answers: approve, and ask for changes
//! (1-7). Doubts and consultations are nouns of the post.

mod decisions;
mod page;
mod series;

pub use decisions::digests;
pub use page::{Again, again};

use axum::{
    Router,
    extract::{Query, State},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use shingi_app::{
    App, AppError,
    queries::{desk::Desk, reviews::ReviewBox, series::among},
};
use shingi_domain::{permit::Action, post::Progress, time::Timestamp};

use super::{
    since::since,
    view::{ReviewRow, ReviewsPage},
};
use crate::{
    form::{html, page_of, word_of},
    pages::{
        Here,
        parts::{Clock, Due, Tab},
        posts::handlers::{post::state_of, title_of},
    },
    present::{Present, class},
    state::{Answer, Web},
    visitor::{Me, Visitor},
    words_filter::text,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/reviews", get(inbox))
        .route("/reviews/{post}", get(page::show))
        .route("/reviews/{post}/series", get(series::show).post(series::step))
        .route("/posts/{id}/approvals", post(decisions::approve))
        .route("/posts/{id}/returns", post(decisions::give_back))
}

/// The four lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum List {
    #[default]
    Me,
    Mine,
    Returned,
    Expired,
}

/// Rows of one page.
const ROWS: usize = 30;

#[derive(Deserialize, Default)]
struct Asked {
    tab: Option<String>,
    #[serde(default)]
    page: usize,
}

async fn inbox(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    let list = asked.tab.as_deref().and_then(crate::form::word::<List>).unwrap_or_default();
    let page = web.run(move |app| build(app, &me, list, asked.page)).await?;
    html(&page)
}

fn build(app: &App, me: &Me, list: List, page: usize) -> Result<ReviewsPage, AppError> {
    me.signed.require(Action::ReadPosts)?;
    let show = present(app, &me.visitor)?;
    let found = app.review_box(&me.signed)?;
    let tab = |which: List, key: &str, href: &str, desks: &[Desk]| Tab {
        href: href.to_owned(),
        label: show.t(key),
        count: u32::try_from(desks.len()).ok(),
        current: which == list,
    };
    let tabs = vec![
        tab(List::Me, "reviews-for-me", "/reviews", &found.for_me),
        tab(List::Mine, "reviews-mine", "/reviews?tab=mine", &found.mine),
        tab(List::Returned, "reviews-returned", "/reviews?tab=returned", &found.returned),
        tab(List::Expired, "reviews-expired", "/reviews?tab=expired", &found.expired),
    ];
    let series = if list == List::Me { among(&found.for_me) } else { Vec::new() };
    let series = series.into_iter().map(|(key, first, count)| {
        let label = text(show.lang, "series-waits").with("n", count).with("benefit", key.benefit).to_string();
        (format!("/reviews/{first}/series"), label)
    });
    let series = series.collect();
    let (desks, more) = page_of(of(&found, list).iter().collect(), page, ROWS);
    let rows = desks.into_iter().map(|desk| row(app, &show, me, desk, list)).collect::<Result<Vec<_>, _>>()?;
    let when_empty = match list {
        List::Me => when_nothing_waits(&show, &found),
        List::Mine => show.t("reviews-empty-mine"),
        List::Returned => show.t("reviews-empty-returned"),
        List::Expired => show.t("reviews-empty-expired"),
    };
    let more = more.map(|next| format!("/reviews?tab={}&page={next}", word_of(&list)));
    Ok(ReviewsPage { page: me.visitor.page(Here::Reviews), tabs, series, rows, when_empty, more })
}

const fn of(found: &ReviewBox, list: List) -> &Vec<Desk> {
    match list {
        List::Me => &found.for_me,
        List::Mine => &found.mine,
        List::Returned => &found.returned,
        List::Expired => &found.expired,
    }
}

/// What comes next when nothing waits.
fn when_nothing_waits(show: &Present, found: &ReviewBox) -> String {
    let next = found.mine.iter().filter_map(|desk| Some((desk.planned()?, desk))).min_by_key(|(at, _)| *at);
    next.map_or_else(
        || show.t("reviews-empty-for-me"),
        |(at, desk)| {
            let title = title(show, desk);
            text(show.lang, "reviews-empty-next").with("at", show.stamp(at).text).with("title", title).to_string()
        },
    )
}

fn row(app: &App, show: &Present, me: &Me, desk: &Desk, list: List) -> Result<ReviewRow, AppError> {
    let changed = match list {
        List::Me => since(show, desk, app.last_look(&me.signed, desk)?.as_ref()).row,
        List::Mine => waits_for(show, desk),
        List::Returned => returned(show, desk),
        List::Expired => missed(show, desk),
    };
    let id = desk.post.id;
    Ok(ReviewRow {
        title: title(show, desk),
        href: if list == List::Me { format!("/reviews/{id}") } else { format!("/posts/{id}") },
        changed,
        author: show.person(&desk.world, desk.post.author),
        state: state_of(show, desk).0,
        class: class(desk.parts.first().map_or(desk.post.class, |part| part.obligations.class)),
        due: due(show, desk),
        accounts: desk.parts.iter().map(|part| show.part_account(part)).collect(),
        current: false,
    })
}

fn waits_for(show: &Present, desk: &Desk) -> String {
    let Some(party) = desk.waits_for().into_iter().next() else { return show.t("reviews-row-cleared") };
    let party = show.t(&format!("party-{}", crate::form::word_of(&party).replace('_', "-")));
    text(show.lang, "posts-waits-for").with("party", party).to_string()
}

fn returned(show: &Present, desk: &Desk) -> String {
    let Some(returned) = &desk.post.returned else { return String::new() };
    let comment = returned.comment.kept().cloned().unwrap_or_else(|| show.t("proof-erased"));
    let name = show.person(&desk.world, returned.by);
    text(show.lang, "reviews-row-returned").with("name", name).with("comment", comment).to_string()
}

fn missed(show: &Present, desk: &Desk) -> String {
    let missed = desk.parts.iter().find_map(|part| match part.delivery.progress {
        Progress::Missed { due, stopped } => Some((due, stopped)),
        _ => None,
    });
    let Some((due, stopped)) = missed else { return String::new() };
    let key = if stopped { "delivery-missed-stopped" } else { "delivery-missed" };
    text(show.lang, key).with("due", show.stamp(due).text).to_string()
}

fn title(show: &Present, desk: &Desk) -> String {
    let draft = desk.post.draft_kept();
    draft.map_or_else(|| show.t("posts-untitled"), |draft| title_of(show, &draft.title, &draft.text))
}

/// The planned time, as a deadline for whoever still has to act.
fn due(show: &Present, desk: &Desk) -> Option<Due> {
    let due = desk.planned()?;
    let left = due.0 - desk.now.0;
    let (key, clock) = match left {
        ..0 => ("review-due-over", Clock::Over),
        left if left < 4 * Timestamp::HOUR => ("review-due", Clock::Soon),
        _ => ("review-due", Clock::Track),
    };
    Some(Due::new(text(show.lang, key).with("at", show.stamp(due).text).to_string(), clock))
}

fn present(app: &App, visitor: &Visitor) -> Result<Present, AppError> {
    Ok(Present { lang: visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

#[cfg(test)]
mod tests;
