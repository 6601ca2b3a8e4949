//! What a page asks and what it is told, as JSON. Serves every **R** item.
//!
//! Positions are in units of UTF-16, as a browser counts them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shingi_domain::policy::{Class, Consulted, ItemId, Strength};

/// A text, and what is known of whoever writes it.
#[derive(Debug, Deserialize)]
pub struct Question {
    pub text: String,
    /// What a private person says of themselves beside it; it is read for findings and for the employer.
    #[serde(default)]
    pub profile: String,
    /// The words for each picture beside the text; `null` where there are none.
    #[serde(default)]
    pub media: Vec<Option<String>>,
    /// The handle of an official account; none for a private text.
    #[serde(default)]
    pub account: Option<String>,
    #[serde(default)]
    pub reply: bool,
    #[serde(default)]
    pub class: Option<Class>,
    /// The day that the text calls today, `2026-11-24`.
    pub today: String,
}

/// The organisation as it has made itself known, and the policy in force: given once, before the first question.
#[derive(Debug, Deserialize)]
pub struct Start {
    /// Path inside the pack → text.
    pub pack: BTreeMap<String, String>,
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub contacts: Vec<String>,
}

/// What the engine can and cannot do as it stands, whatever the text is.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ready {
    pub rules: usize,
    /// Rules that look less closely for want of the dictionary of words.
    pub want_words: Vec<String>,
    /// Rules that are silent for want of the weights.
    pub want_weights: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub findings: Vec<Found>,
    /// What tells readers for whom a private person works; empty for an official text.
    pub cues: Vec<Cue>,
    pub unchecked: Vec<String>,
    pub not_asked: Vec<String>,
}

/// One finding under one item of the policy.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    pub rule: String,
    pub item: ItemId,
    pub strength: Strength,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consult: Option<Consulted>,
    /// `text`, `profile`, `alt-0`, `picture-0`.
    pub place: String,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// `text` or `profile`.
    pub place: &'static str,
    pub start: usize,
    pub end: usize,
    pub quote: String,
    /// It is one of the organisation's names.
    pub names_it: bool,
}
