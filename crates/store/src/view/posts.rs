//! Lists of posts, deliveries and consultations: what a page filters, sorts and counts by (1-7).

use std::{fmt, str::FromStr};

use shingi_domain::{
    policy::Class,
    post::{Post, PostEvent, Progress},
};
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    Read, StoreError, StoredEvent, WriteTx, queries,
    read::{Value, natural},
};

/// Where a page of a list ends: the time of its last row, and its id, since rows may be of one time. Written `TIME.ID`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub at: i64,
    pub id: String,
}

/// Where a list that runs back in time begins.
fn below(before: Option<&Cursor>) -> (i64, &str) {
    before.map_or((i64::MAX, ""), |cursor| (cursor.at, cursor.id.as_str()))
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at, self.id)
    }
}

/// What is no cursor begins a list anew, so nothing more is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a cursor like `1795482000000000.0123456789abcdef0123456789abcdef`")]
pub struct NoCursor;

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let (at, id) = text.split_once('.').ok_or(NoCursor)?;
        let plain = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        if plain { Ok(Self { at: at.parse().map_err(|_| NoCursor)?, id: id.to_owned() }) } else { Err(NoCursor) }
    }
}

/// How words are compared when somebody searches: without regard to case and to full or half width. Done here and not
/// by the databases, of which one knows the case of ASCII only.
#[must_use]
pub fn folded(words: &str) -> String {
    words.nfkc().collect::<String>().to_lowercase()
}

/// What contains these words, as `LIKE` wants it where `\` makes its signs plain.
#[must_use]
pub fn containing(words: &str) -> String {
    let escaped = folded(words).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// Rows of one page, at most.
const COUNT_MAX: u32 = 500;

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
    /// Words in title or texts, whatever their case and width.
    pub search: String,
    /// Where the page before ended; `None` for the first.
    pub before: Option<Cursor>,
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

impl PostRow {
    /// Where a page that ends with this row ends.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.updated, id: self.post.clone() }
    }
}

impl DeliveryRow {
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.at, id: self.delivery.clone() }
    }
}

impl ConsultationRow {
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.asked, id: self.consultation.clone() }
    }
}

pub fn posts(read: &Read, filter: &PostFilter) -> Result<Vec<PostRow>, StoreError> {
    let (at, id) = below(filter.before.as_ref());
    let count = i64::from(filter.count.clamp(1, COUNT_MAX));
    let like = containing(&filter.search);
    let mut values: Vec<Value<'_>> = vec![&at, &id, &like, &count];
    let query = if filter.stage.is_empty() {
        queries::POST_LIST
    } else {
        values.push(&filter.stage);
        queries::POST_LIST_STAGE
    };
    read.rows(query, &values, |row| {
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

/// Posts that are under way, from the hand-in until nothing is left to clear or to settle, with the versions of their
/// streams: newest change first, all of them.
pub fn under_way(read: &Read) -> Result<Vec<(String, u64)>, StoreError> {
    read.rows(queries::POST_UNDER_WAY, &[], |row| Ok((row.get(0)?, natural(row.get(1)?))))
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

/// All deliveries with a time in a span, in the order of time.
pub fn between(read: &Read, from: i64, until: i64) -> Result<Vec<DeliveryRow>, StoreError> {
    read.rows(queries::DELIVERY_BETWEEN, &[&from, &until], delivery_row)
}

/// All deliveries of a stage from a time on, in the order of time.
pub fn in_stage(read: &Read, stage: &str, from: i64) -> Result<Vec<DeliveryRow>, StoreError> {
    read.rows(queries::DELIVERY_STAGE, &[&stage, &from], delivery_row)
}

/// A page of what an account published, newest first.
pub fn published(
    read: &Read,
    account: &str,
    before: Option<&Cursor>,
    count: u32,
) -> Result<Vec<DeliveryRow>, StoreError> {
    let (at, id) = below(before);
    read.rows(queries::DELIVERY_PUBLISHED, &[&account, &at, &id, &i64::from(count.clamp(1, COUNT_MAX))], delivery_row)
}

pub fn delivery(read: &Read, id: &str) -> Result<Option<DeliveryRow>, StoreError> {
    Ok(read.rows(queries::DELIVERY_ONE, &[&id], delivery_row)?.into_iter().next())
}

fn consultation_row(row: &crate::Row<'_>) -> Result<ConsultationRow, crate::SqlError> {
    Ok(ConsultationRow {
        consultation: row.get(0)?,
        post: row.get(1)?,
        author: row.get(2)?,
        title: row.get(3)?,
        asked_of: row.get(4)?,
        asked: row.get(5)?,
        ruled: row.get(6)?,
    })
}

pub fn consultation(read: &Read, id: &str) -> Result<Option<ConsultationRow>, StoreError> {
    read.one(queries::CONSULTATION_ONE, &[&id], consultation_row)
}

/// A page of the open consultations or of those that were ruled, asked last first.
pub fn consultations(
    read: &Read,
    ruled: bool,
    before: Option<&Cursor>,
    count: u32,
) -> Result<Vec<ConsultationRow>, StoreError> {
    let (at, id) = below(before);
    let query = if ruled { queries::CONSULTATION_RULED } else { queries::CONSULTATION_OPEN };
    read.rows(query, &[&at, &id, &i64::from(count.clamp(1, COUNT_MAX))], consultation_row)
}

pub fn consultation_count(read: &Read, ruled: bool) -> Result<u64, StoreError> {
    let query = if ruled { queries::CONSULTATION_RULED_COUNT } else { queries::CONSULTATION_OPEN_COUNT };
    Ok(read.one(query, &[], |row| row.get(0))?.map_or(0, natural))
}

/// Everything that a search looks through.
fn searched(post: &Post) -> String {
    let Some(draft) = post.draft_kept() else { return String::new() };
    let variants = draft.deliveries.iter().filter_map(|delivery| delivery.variant.as_deref());
    let all = [draft.title.as_str(), draft.text.as_str()].into_iter().chain(variants).collect::<Vec<_>>();
    folded(&all.join("\n"))
}

fn is_under_way(post: &Post, stage: &str) -> bool {
    let left = || post.deliveries.values().any(|delivery| !delivery.progress.is_frozen());
    match stage {
        "draft" | "abandoned" => false,
        "published" => left(),
        _ => true,
    }
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
    let (searched, under_way) = (searched(post), i64::from(is_under_way(post, stage)));
    tx.run(
        queries::POST_PUT,
        &[&id, &author, &title, &words, &stage, &class, &stored.at, &doubts, &searched, &under_way],
    )?;
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
