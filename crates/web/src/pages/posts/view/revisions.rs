//! The revisions of a post with a word difference, and what to do when two people edited the same draft (1-7, 2-9).
//!
//! Nothing is ever overwritten: the second writer is shown the difference and loses nothing.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{Choice, DiffPart, Stamp};

/// `GET /posts/{id}/revisions?from=&to=`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/revisions.html")]
pub struct RevisionsPage {
    pub page: Page,
    pub post: String,
    pub title: String,
    pub revisions: Vec<RevisionRow>,
    pub from: Vec<Choice>,
    pub to: Vec<Choice>,
    /// One difference per text that changed, with the text's name.
    pub differences: Vec<(String, Vec<DiffPart>)>,
    /// 消えた文字 40字、増えた文字 15字.
    pub summary: String,
}

#[derive(Debug, Clone)]
pub struct RevisionRow {
    /// 第7版, or when it was saved.
    pub label: String,
    pub at: Stamp,
    pub by: String,
    pub note: String,
    pub href: String,
    pub shown: bool,
}

/// Answer to `POST /posts/{id}/draft` with status 409, and `GET /posts/{id}/draft` for a kept draft.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/conflict.html")]
pub struct ConflictPage {
    pub page: Page,
    pub post: String,
    pub title: String,
    /// Who saved in between, and when.
    pub other: String,
    pub theirs_at: Stamp,
    /// The revision that is now in force; the kept form is based on it when sent again.
    pub revision: u32,
    /// From theirs to yours.
    pub differences: Vec<(String, Vec<DiffPart>)>,
    /// Every field of your form, to be sent again unchanged.
    pub kept: Vec<(String, String)>,
    /// Your common text, so that it can be copied too.
    pub yours: String,
}
