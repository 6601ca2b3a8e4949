//! `/check`: what the page needs to work alone afterwards: the words of every rule, and where the module's parts lie.
//!
//! Serves 1-10 and every **R** item for private texts. Must never have a form, or a name on a field: without script there
//! is nothing that could send a text.

use askama::Template;

use crate::{assets::asset, pages::Page};

#[derive(Debug, Clone, Template)]
#[template(path = "check/page.html")]
pub struct CheckPage {
    pub page: Page,
    pub parts: PartUrls,
    pub rules: Vec<RuleWords>,
    pub items: Vec<ItemName>,
}

/// Where the parts lie; each address changes with what lies there.
#[derive(Debug, Clone)]
pub struct PartUrls {
    /// Pack, names and contacts: `shingi_browser::wire::Start`.
    pub start: String,
    pub words: String,
    pub weights: String,
    pub manifest: String,
}

/// What a rule says to a person.
#[derive(Debug, Clone)]
pub struct RuleWords {
    pub id: &'static str,
    pub message: String,
    pub why: String,
    pub help: String,
}

#[derive(Debug, Clone)]
pub struct ItemName {
    pub number: String,
    pub title: String,
}

/// The module; `scripts/wasm.sh` makes it.
pub const ENGINE: &str = "check/engine.wasm";

/// Everything of `/assets` that the page loads.
pub const FILES: [&str; 9] = [
    "tokens.css",
    "base.css",
    "components.css",
    "public.css",
    "icons.svg",
    "mark.svg",
    "js/check.js",
    "js/engine.js",
    ENGINE,
];

impl CheckPage {
    pub fn engine(&self) -> String {
        asset(ENGINE)
    }
}
