//! All posts that a person may see, by what has to happen next (1-7).

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use serde::Deserialize;
use shingi_app::{App, AppError, queries::desk::Desk};
use shingi_domain::{
    id::{PersonId, PostId},
    permit::Action,
    policy::Class,
    post::Progress,
    time::Timestamp,
};
use shingi_store::view::posts::{Cursor, PostFilter, PostRow as Stored};

use super::{post, show, title_of};
use crate::{
    form::{html, word, word_of},
    pages::{
        Here,
        parts::{State as Shown, Tab},
        posts::view::{PostRow, PostsPage},
    },
    present::{Present, class},
    problem::encode,
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// Rows of one page.
const ROWS: u32 = 30;
/// Characters of the text that a row shows.
const EXCERPT: usize = 90;
/// Every stage that has a tab, in the order of a post's life.
const STAGES: [&str; 10] =
    ["draft", "returned", "submitted", "scheduled", "sending", "unknown", "failed", "missed", "published", "abandoned"];

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    state: String,
    q: String,
    /// Where the page before ended; what is no cursor begins at the newest.
    before: String,
}

pub async fn list(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    let page = web.run(move |app| build(app, &me, &asked)).await?;
    html(&page)
}

fn build(app: &App, me: &Me, asked: &Asked) -> Result<PostsPage, AppError> {
    let show = show(app, &me.visitor)?;
    let stage = STAGES.into_iter().find(|stage| *stage == asked.state).unwrap_or("");
    let query = asked.q.trim().chars().take(200).collect::<String>();
    let filter = PostFilter {
        stage: stage.to_owned(),
        search: query.clone(),
        before: asked.before.parse().ok(),
        count: ROWS + 1,
    };
    let mut stored = app.posts(&me.signed, &filter)?;
    let more = stored.len() > ROWS as usize;
    stored.truncate(ROWS as usize);
    let more = stored.last().filter(|_| more).map(|last| address(stage, &query, Some(last.cursor())));
    let ids = stored.iter().filter_map(|row| row.post.parse().ok()).collect::<Vec<PostId>>();
    let desks = app.desks(&me.signed, &ids)?;
    let desks = desks.iter().map(|desk| (desk.post.id.to_string(), desk)).collect::<BTreeMap<_, _>>();
    let mut rows = Vec::new();
    for row in &mut stored {
        let Some(desk) = desks.get(&row.post) else { continue };
        // Words that nobody handed over yet are shown to those who may write along.
        if desk.post.revision == 0 && me.signed.may(Action::WritePost) {
            let form = app.saved_draft(&me.signed, desk.post.id)?.form;
            (row.title, row.words) = (form.title, form.text);
        }
        rows.push(one(&show, row, desk));
    }
    Ok(PostsPage {
        page: me.visitor.page(Here::Posts),
        tabs: tabs(app, &show, me, stage, &query)?,
        rows,
        query,
        state: stage.to_owned(),
        more,
        may_write: me.signed.may(Action::WritePost),
    })
}

fn address(stage: &str, query: &str, before: Option<Cursor>) -> String {
    let mut pairs = Vec::new();
    if !stage.is_empty() {
        pairs.push(format!("state={stage}"));
    }
    if !query.is_empty() {
        pairs.push(format!("q={}", encode(query)));
    }
    pairs.extend(before.map(|before| format!("before={before}")));
    if pairs.is_empty() { "/posts".to_owned() } else { format!("/posts?{}", pairs.join("&")) }
}

/// All, and one for each stage that has posts. While somebody searches, the counts of everything would mislead.
fn tabs(app: &App, show: &Present, me: &Me, stage: &str, query: &str) -> Result<Vec<Tab>, AppError> {
    let counts = app.post_counts(&me.signed)?;
    let count = |name: &str| {
        let found = counts.iter().find(|(known, _)| known == name);
        found.map_or(0, |(_, n)| u32::try_from(*n).unwrap_or(u32::MAX))
    };
    let shown = |n: u32| query.is_empty().then_some(n);
    let all = counts.iter().map(|(_, n)| u32::try_from(*n).unwrap_or(u32::MAX)).fold(0, u32::saturating_add);
    let mut tabs = vec![Tab {
        href: address("", query, None),
        label: show.t("posts-all"),
        count: shown(all),
        current: stage.is_empty(),
    }];
    for name in STAGES.into_iter().filter(|name| count(name) > 0 || *name == stage) {
        tabs.push(Tab {
            href: address(name, query, None),
            label: show.t(&format!("stage-{name}")),
            count: shown(count(name)),
            current: name == stage,
        });
    }
    Ok(tabs)
}

fn one(show: &Present, row: &Stored, desk: &Desk) -> PostRow {
    let (state, why) = post::state_of(show, desk);
    let author = row.author.parse::<PersonId>().map(|author| show.person(&desk.world, author)).unwrap_or_default();
    let at = desk.parts.iter().find_map(|part| match &part.delivery.progress {
        Progress::Published { at, .. } => Some(*at),
        Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => Some(*due),
        Progress::Draft | Progress::Sending { .. } | Progress::Unknown { .. } | Progress::Failed { .. } => None,
    });
    let waits = desk.post.abandoned.is_none() && desk.to_be_cleared().next().is_some();
    let next = desk.waits_for().into_iter().next().filter(|_| waits).map(|party| {
        let name = show.t(&format!("party-{}", word_of(&party).replace('_', "-")));
        text(show.lang, "posts-waits-for").with("party", name).to_string()
    });
    PostRow {
        title: title_of(show, &row.title, &row.words),
        href: format!("/posts/{}", row.post),
        excerpt: excerpt(&row.words),
        state,
        why,
        class: class(word::<Class>(&row.class).unwrap_or(desk.post.class)),
        author,
        accounts: desk.parts.iter().map(|part| show.part_account(part)).collect(),
        at: show.stamp(at.unwrap_or(Timestamp(row.updated))),
        next: if state == Shown::Draft { String::new() } else { next.unwrap_or_default() },
    }
}

fn excerpt(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let head = line.chars().take(EXCERPT).collect::<String>();
    if head.len() < line.len() { format!("{head}…") } else { head }
}
