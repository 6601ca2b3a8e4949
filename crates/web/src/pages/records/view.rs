//! The record as an auditor reads it: events as sentences, the checkpoint, and whether it holds (item 2-9).

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{Choice, EventLine, Stamp};

/// `GET /records?type=&who=&from=&until=&after=`.
#[derive(Debug, Clone, Template)]
#[template(path = "records/records.html")]
pub struct RecordsPage {
    pub page: Page,
    pub events: Vec<EventLine>,
    pub total: u64,
    pub kinds: Vec<Choice>,
    pub people: Vec<Choice>,
    pub from: String,
    pub until: String,
    pub more: Option<String>,
    pub checkpoint: Option<Checkpoint>,
    pub verification: Verification,
    pub may_verify: bool,
    /// The addresses of exports and keys, with their labels.
    pub downloads: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: String,
    pub at: Stamp,
    /// Who signed beside us; may be empty.
    pub witnesses: String,
}

/// What the last verification said.
#[derive(Debug, Clone)]
pub enum Verification {
    Never,
    /// So many of so many lines; the page asks again by itself.
    Running {
        part: u64,
        whole: u64,
    },
    Holds {
        at: Stamp,
        lines: u64,
        not_established: Vec<String>,
    },
    Broken {
        at: Stamp,
        what: String,
    },
}

/// `GET /records/verification` while it runs: the part that htmx swaps.
#[derive(Debug, Clone, Template)]
#[template(path = "records/verification_fragment.html")]
pub struct VerificationFragment {
    pub page: Page,
    pub verification: Verification,
    pub may_verify: bool,
}
