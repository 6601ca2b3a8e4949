//! What the checking engine says of a text: findings, and what it could not look at. A finding is not a verdict.
//! Serves every **R** item.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

/// The name of a rule: `family/what_it_finds`, for example `personal/phone_number`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(pub Cow<'static, str>);

impl RuleId {
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The message key of this rule: `personal/phone_number` → `personal-phone_number`.
    #[must_use]
    pub fn message_key(&self) -> String {
        self.0.replace('/', "-")
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A half-open range of bytes in the original UTF-8 text; both ends are character bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// What was looked at: the text itself, or one of the media beside it (counted from 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Text,
    AltText(u16),
    Medium(u16),
}

/// One thing that a rule found. `span` and `quote` point into the original text of `place`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: RuleId,
    pub place: Place,
    pub span: Span,
    /// The exact words of `span`; in a picture, what was read there.
    pub quote: String,
    /// The sentence around the span, normalised: what an answer or an overruling is bound to. In a picture: a name of
    /// its bytes, or what was read there.
    pub sentence: String,
    /// Counts equal (rule, sentence) pairs of this text from 0, so that each finding has its own key.
    pub ordinal: u16,
    /// Words that would do instead, where a rule knows some.
    pub replacement: Option<String>,
}

/// A rule that should have looked and could not. It holds the post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unchecked {
    pub rule: RuleId,
    /// For people who run the machine; without words of the text.
    pub why: String,
}

/// Everything that one inspection says, sorted by place and position. All findings, never the first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub findings: Vec<Finding>,
    pub unchecked: Vec<Unchecked>,
    /// Rules that need what this caller does not have (the register of matters, history): nobody asked them.
    pub not_asked: Vec<RuleId>,
}
