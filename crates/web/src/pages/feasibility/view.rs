//! Who can clear what, by class and day. It names who is certified and who is there, and ranks nobody (1-7, 2-1).

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Class, Stamp};

/// `GET /feasibility`.
#[derive(Debug, Clone, Template)]
#[template(path = "feasibility/feasibility.html")]
pub struct FeasibilityPage {
    pub page: Page,
    pub days: Vec<Stamp>,
    pub rows: Vec<ClassRow>,
    pub there: Vec<(Stamp, String)>,
    pub accounts: Vec<AbleRow>,
    pub committee: String,
}

#[derive(Debug, Clone)]
pub struct ClassRow {
    pub class: Class,
    /// One for each day, with the day's words and what is missing; none where it can be cleared.
    pub cells: Vec<(String, Vec<String>)>,
}

/// Who is certified for an account today, whether there or not.
#[derive(Debug, Clone)]
pub struct AbleRow {
    pub account: AccountTag,
    pub write: String,
    pub review: String,
    pub publish: String,
}
