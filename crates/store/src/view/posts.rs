//! Lists of posts, deliveries and consultations: what a page filters, sorts and counts by.

use shingi_domain::{
    policy::Class,
    post::{Post, PostEvent, Progress},
};

use crate::{Read, StoreError, StoredEvent, WriteTx, queries};

/// One post in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    pub post: String,
    pub author: String,
    pub title: String,
    /// The text's beginning.
    pub words: String,
    /// `Post::state_name`: how far it has come, not whether it is cleared.
    pub stage: String,
    pub class: String,
    pub updated: i64,
    pub open_doubts: i64,
}

/// Which posts, newest change first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostFilter {
    /// All stages where empty.
    pub stage: String,
    pub author: String,
    /// Words in title or text.
    pub search: String,
    /// Rows after this `updated`, for the next page; `i64::MAX` for the first.
    pub before: Option<i64>,
    pub count: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRow {
    pub delivery: String,
    pub post: String,
    pub account: String,
    pub title: String,
    pub stage: String,
    /// Planned time, or the time of publication.
    pub at: i64,
    pub url: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationRow {
    pub consultation: String,
    pub post: String,
    pub author: String,
    pub title: String,
    pub asked_of: String,
    pub asked: i64,
    /// 0 while open.
    pub ruled: i64,
}

pub fn posts(read: &Read, filter: &PostFilter) -> Result<Vec<PostRow>, StoreError> {
    let before = filter.before.unwrap_or(i64::MAX);
    let count = i64::from(filter.count.clamp(1, 500));
    let like = format!("%{}%", filter.search.replace(['%', '_'], ""));
    read.rows(queries::POST_LIST, &[&filter.stage, &filter.author, &like, &before, &count], |row| {
        Ok(PostRow {
            post: row.get(0)?,
            author: row.get(1)?,
            title: row.get(2)?,
            words: row.get(3)?,
            stage: row.get(4)?,
            class: row.get(5)?,
            updated: row.get(6)?,
            open_doubts: row.get(7)?,
        })
    })
}

/// Posts of a class, newest change first.
pub fn of_class(read: &Read, class: &str, count: u32) -> Result<Vec<String>, StoreError> {
    let count = i64::from(count);
    read.rows(queries::POST_OF_CLASS, &[&class, &count], |row| row.get(0))
}

pub fn counts(read: &Read) -> Result<Vec<(String, i64)>, StoreError> {
    read.rows(queries::POST_COUNTS, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Scheduled deliveries whose time has come: (post, delivery), oldest first.
pub fn due(read: &Read, now: i64) -> Result<Vec<(String, String)>, StoreError> {
    read.rows(queries::DELIVERY_DUE, &[&now], |row| Ok((row.get(0)?, row.get(1)?)))
}

fn delivery_row(row: &crate::Row<'_>) -> Result<DeliveryRow, crate::SqlError> {
    Ok(DeliveryRow {
        delivery: row.get(0)?,
        post: row.get(1)?,
        account: row.get(2)?,
        title: row.get(3)?,
        stage: row.get(4)?,
        at: row.get(5)?,
        url: row.get(6)?,
    })
}

pub fn between(read: &Read, from: i64, until: i64) -> Result<Vec<DeliveryRow>, StoreError> {
    read.rows(queries::DELIVERY_BETWEEN, &[&from, &until], delivery_row)
}

pub fn published(read: &Read, account: &str, before: Option<i64>, count: u32) -> Result<Vec<DeliveryRow>, StoreError> {
    let (before, count) = (before.unwrap_or(i64::MAX), i64::from(count.clamp(1, 500)));
    read.rows(queries::DELIVERY_PUBLISHED, &[&account, &before, &count], delivery_row)
}

pub fn delivery(read: &Read, id: &str) -> Result<Option<DeliveryRow>, StoreError> {
    Ok(read.rows(queries::DELIVERY_ONE, &[&id], delivery_row)?.into_iter().next())
}

pub fn consultations(read: &Read) -> Result<Vec<ConsultationRow>, StoreError> {
    read.rows(queries::CONSULTATION_LIST, &[], |row| {
        Ok(ConsultationRow {
            consultation: row.get(0)?,
            post: row.get(1)?,
            author: row.get(2)?,
            title: row.get(3)?,
            asked_of: row.get(4)?,
            asked: row.get(5)?,
            ruled: row.get(6)?,
        })
    })
}

/// Writes the rows of a post as an event left it.
pub(super) fn put(tx: &WriteTx<'_>, post: &Post, event: &PostEvent, stored: &StoredEvent) -> Result<(), StoreError> {
    let (id, author) = (post.id.to_string(), post.author.to_string());
    let draft = post.draft_kept();
    let title = draft.map_or("", |draft| draft.title.as_str()).to_owned();
    let words = draft.map(|draft| draft.text.chars().take(200).collect::<String>()).unwrap_or_default();
    // A post for which the emergency lane is open or was used is found under that class.
    let hurried = post.emergencies.iter().any(|lane| !lane.shut || lane.used.is_some());
    let class = if hurried { Class::Emergency } else { post.class };
    let class = serde_json::to_string(&class).unwrap_or_default().trim_matches('"').to_owned();
    let doubts = i64::try_from(post.open_doubts().count()).unwrap_or(i64::MAX);
    let stage = post.state_name();
    tx.run(queries::POST_PUT, &[&id, &author, &title, &words, &stage, &class, &stored.at, &doubts])?;
    if matches!(event, PostEvent::Revised { .. } | PostEvent::Abandoned {}) {
        tx.run(queries::DELIVERY_CLEAR_POST, &[&id])?;
    }
    for delivery in post.deliveries.values() {
        let (at, url) = match &delivery.progress {
            Progress::Draft => (post.drafted_at.0, String::new()),
            Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => (due.0, String::new()),
            Progress::Sending { started, .. } => (started.0, String::new()),
            Progress::Unknown { since, .. } => (since.0, String::new()),
            Progress::Failed { at, .. } => (at.0, String::new()),
            Progress::Published { at, url, .. } => (at.0, url.kept().cloned().unwrap_or_default()),
        };
        let stage = if post.abandoned.is_some() { "abandoned" } else { delivery.progress.name() };
        let (delivery, account) = (delivery.id.to_string(), delivery.account.to_string());
        tx.run(queries::DELIVERY_PUT, &[&delivery, &id, &account, &title, &stage, &at, &url])?;
    }
    for asked in &post.consultations {
        let (consultation, with) = (asked.id.to_string(), serde_json::to_string(&asked.with).unwrap_or_default());
        let ruled = asked.ruling.as_ref().map_or(0, |ruling| ruling.at.0);
        let with = with.trim_matches('"');
        tx.run(queries::CONSULTATION_PUT, &[&consultation, &id, &author, &title, &with, &asked.at.0, &ruled])?;
    }
    Ok(())
}

pub(super) fn forget(tx: &WriteTx<'_>, post: &str) -> Result<(), StoreError> {
    for query in [queries::POST_FORGET, queries::DELIVERY_CLEAR_POST, queries::CONSULTATION_FORGET] {
        tx.run(query, &[&post])?;
    }
    Ok(())
}

pub(super) fn clear(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    for query in [queries::POST_CLEAR, queries::DELIVERY_CLEAR, queries::CONSULTATION_CLEAR] {
        tx.run(query, &[])?;
    }
    Ok(())
}
