//! All posts that a person may see, by what has to happen next (1-7).

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Class, Stamp, State, Tab};

/// `GET /posts?state=&q=&after=`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/list.html")]
pub struct PostsPage {
    pub page: Page,
    /// All, and one per state that has posts.
    pub tabs: Vec<Tab>,
    /// The words that were searched for; empty otherwise.
    pub query: String,
    /// The chosen state's attribute, kept when searching; empty for all.
    pub state: String,
    pub rows: Vec<PostRow>,
    /// The address of the next page.
    pub more: Option<String>,
    pub may_write: bool,
}

#[derive(Debug, Clone)]
pub struct PostRow {
    pub title: String,
    pub href: String,
    /// The first words of the text.
    pub excerpt: String,
    pub state: State,
    /// Such as 疑義1件; may be empty.
    pub why: String,
    pub class: Class,
    pub author: String,
    pub accounts: Vec<AccountTag>,
    /// When it goes out or went out, else when it was last saved.
    pub at: Stamp,
    /// What the next person has to do; may be empty.
    pub next: String,
}
