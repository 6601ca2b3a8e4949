//! The policy in force: a list of the preamble and the items, and a page per item.
//!
//! Serves item 1 (each person can read the policy in plain sections) and the carve-out: what the policy may never
//! limit stands on the list, not in a footnote. Must never show a draft of a policy as if it were in force.

use askama::Template;

use super::article::Article;
use crate::pages::Page;
use crate::pages::public::{Moment, Place};

/// `/policy`
#[derive(Debug, Clone, Template)]
#[template(path = "policy/index.html")]
pub struct PolicyPage {
    pub page: Page,
    pub place: Place,
    /// `None` before the first adoption.
    pub policy: Option<PolicyInForce>,
    pub parts: Vec<Part>,
}

/// Which policy it is.
#[derive(Debug, Clone)]
pub struct PolicyInForce {
    pub version: String,
    pub effective: Moment,
    /// SHA-256 of the pack, in hexadecimal digits.
    pub fingerprint: String,
}

/// The preamble, what counts for everyone, what counts for operators.
#[derive(Debug, Clone)]
pub struct Part {
    pub kind: PartKind,
    pub items: Vec<ItemLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    Preamble,
    Everyone,
    Operators,
}

impl PartKind {
    pub fn key(&self) -> &'static str {
        match self {
            Self::Preamble => "policy-part-preamble",
            Self::Everyone => "policy-part-everyone",
            Self::Operators => "policy-part-operators",
        }
    }
}

/// One item in the list.
#[derive(Debug, Clone)]
pub struct ItemLine {
    /// `1-4`; empty for the preamble, which has no number.
    pub number: String,
    pub title: String,
    /// The first sentence of the article, as plain text (see `Article::summary`).
    pub summary: String,
    pub url: String,
}

/// `/policy/{item}`
#[derive(Debug, Clone, Template)]
#[template(path = "policy/item.html")]
pub struct PolicyItemPage {
    pub page: Page,
    pub place: Place,
    pub policy: PolicyInForce,
    pub part: PartKind,
    pub number: String,
    pub title: String,
    pub article: Article,
    pub policy_url: String,
    pub previous: Option<ItemLine>,
    pub next: Option<ItemLine>,
}
