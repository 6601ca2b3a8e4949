//! Stop orders: one press and a reason hold everything (items 1-9, 2-5). Lifting one flushes nothing.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Choice, Stamp};

/// `GET /stops`.
#[derive(Debug, Clone, Template)]
#[template(path = "stops/stops.html")]
pub struct StopsPage {
    pub page: Page,
    /// Stops in force.
    pub standing: Vec<StopView>,
    pub may_stop: bool,
    /// What was typed as the reason, when the form comes back.
    pub reason: String,
    /// The whole organisation first, then each account.
    pub scopes: Vec<Choice>,
    /// How many scheduled deliveries a stop would hold now.
    pub would_hold: u32,
    /// What was missed while stopped; each is confirmed or let go by a person.
    pub missed: Vec<MissedRow>,
    /// All that were missed; the rows are one page of them.
    pub missed_count: usize,
    /// The address of the next page.
    pub more_missed: Option<String>,
    /// Earlier stops, as sentences.
    pub earlier: Vec<(Stamp, String)>,
    pub more_earlier: Option<String>,
}

#[derive(Debug, Clone)]
pub struct StopView {
    pub id: String,
    pub scope: String,
    pub by: String,
    pub at: Stamp,
    pub reason: String,
    /// What was already under way when it was stopped: where it is, and a sentence. May be empty.
    pub in_flight: Vec<(String, String)>,
    pub held: u32,
    /// The form, or who can lift it.
    pub may_lift: Result<(), String>,
    /// What was typed as the reason for lifting, when the form comes back.
    pub lifting: String,
}

#[derive(Debug, Clone)]
pub struct MissedRow {
    pub post: String,
    pub delivery: String,
    pub title: String,
    pub account: AccountTag,
    pub was_due: Stamp,
    /// A stop, or something that was still open.
    pub why: String,
    /// Date and time of the form that schedules it again, or why this person cannot.
    pub again: Result<Again, String>,
}

/// What the form of one missed delivery begins with.
#[derive(Debug, Clone)]
pub struct Again {
    pub date: String,
    pub time: String,
}
