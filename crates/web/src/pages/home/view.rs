//! What the page of today shows. Each row has a reason and a deadline, or it is not a row. Serves 1-7, 2-6.
//!
//! It never ranks people and never counts what somebody did: only what waits.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Due, Stamp, State, Strength};

/// `GET /`.
#[derive(Debug, Clone, Template)]
#[template(path = "home/today.html")]
pub struct TodayPage {
    pub page: Page,
    /// The date as a heading: 11月24日 火曜日.
    pub today: Stamp,
    /// The family name or the whole name: 佐藤.
    pub greeted: String,
    /// One page of what waits.
    pub waiting: Vec<WaitingRow>,
    /// All that waits.
    pub waiting_count: usize,
    /// The address of the next page.
    pub more: Option<String>,
    pub waiting_late: u32,
    pub duties: Vec<DutyRow>,
    pub sending_today: Vec<AgendaRow>,
    pub stop: StopCard,
    /// For those who may see the record.
    pub record: Option<RecordCard>,
    /// Whether this person may write a post.
    pub may_write: bool,
}

/// Something that this person has to do.
#[derive(Debug, Clone)]
pub struct WaitingRow {
    pub strength: Strength,
    pub icon: &'static str,
    pub title: String,
    pub href: String,
    /// Why it waits for this person; a row without a reason is not shown.
    pub why: String,
    pub due: Option<Due>,
    /// Like `1-4・2-2`; may be empty.
    pub items: String,
    pub accounts: Vec<AccountTag>,
}

/// A duty with a date (a certificate that ends, a password to change).
#[derive(Debug, Clone)]
pub struct DutyRow {
    pub strength: Strength,
    pub icon: &'static str,
    pub title: String,
    pub item: String,
    pub href: Option<String>,
    pub detail: String,
    pub due: Due,
    /// How much of the time is over, with what to say about it.
    pub spent: Spent,
}

/// A part of a whole, as a bar.
#[derive(Debug, Clone)]
pub struct Spent {
    pub part: u32,
    pub whole: u32,
    pub label: String,
}

/// A delivery of today.
#[derive(Debug, Clone)]
pub struct AgendaRow {
    pub at: Stamp,
    pub title: String,
    pub href: String,
    pub state: State,
    /// Such as 疑義1件; may be empty.
    pub why: String,
    /// Short names of the accounts, joined.
    pub accounts: String,
}

/// The switch that stops everything.
#[derive(Debug, Clone)]
pub struct StopCard {
    /// Who stopped, when and why, while it is stopped.
    pub stopped: Option<String>,
    pub may_stop: bool,
    /// Missed deliveries that wait for a person, one by one.
    pub missed: u32,
}

/// How the record stands.
#[derive(Debug, Clone)]
pub struct RecordCard {
    pub events: u64,
    pub checkpoint_at: Option<Stamp>,
    pub root: String,
}
