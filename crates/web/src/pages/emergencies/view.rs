//! What is shown of the emergency lane: each use with who opened it, who joined, and what the committee owes (1-7, 2-5).

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Due, State};

/// `GET /emergencies`.
#[derive(Debug, Clone, Template)]
#[template(path = "emergencies/emergencies.html")]
pub struct EmergenciesPage {
    pub page: Page,
    /// Those that the committee still owes a review first.
    pub rows: Vec<EmergencyRow>,
}

#[derive(Debug, Clone)]
pub struct EmergencyRow {
    pub href: String,
    pub title: String,
    pub author: String,
    pub state: State,
    pub accounts: Vec<AccountTag>,
    pub one: LaneUse,
}

/// One use of the lane.
#[derive(Debug, Clone)]
pub struct LaneUse {
    /// Why it could not wait, in the opener's words.
    pub reason: String,
    /// What happened, as sentences in their order.
    pub steps: Vec<String>,
    /// Until when the committee's review is owed.
    pub due: Option<Due>,
    /// What the committee found.
    pub words: Option<String>,
}

/// The lane on the page of a post.
#[derive(Debug, Clone)]
pub struct LaneView {
    pub uses: Vec<LaneUse>,
    pub may_open: bool,
    pub may_look_back: bool,
}
