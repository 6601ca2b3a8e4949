//! Publishing by hand, with proof (item 1-2: the same rules in a medium without a connector).
//!
//! What is copied are exactly the bytes that were cleared. The page works on a phone: that is where it is used.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Stamp};

/// `GET /posts/{id}/deliveries/{d}`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/by_hand.html")]
pub struct ByHandPage {
    pub page: Page,
    pub post: String,
    pub delivery: String,
    pub title: String,
    pub account: AccountTag,
    pub handle: String,
    /// Where the account is; opened beside this page.
    pub account_url: String,
    pub text: String,
    pub digest: String,
    pub pictures: Vec<HandPicture>,
    pub at: Option<Stamp>,
    /// Why it must not go out now; then there is nothing to copy.
    pub held: Option<String>,
    /// The hidden attempt id, once somebody started.
    pub attempt: Option<String>,
    /// Somebody began and could not tell what came of it.
    pub unknown: bool,
    /// The address as it was typed, when something else about the proof was wrong.
    pub url: String,
}

#[derive(Debug, Clone)]
pub struct HandPicture {
    pub src: String,
    pub file: String,
    pub alt: String,
}
