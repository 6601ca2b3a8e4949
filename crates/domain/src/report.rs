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
    /// What the finding rests on beside the words themselves; most rest on nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Beside>,
}

/// Something outside of the text without which there would be no finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// A matter of the register (1-6), by its id. Never its name: who reads the finding may not know it.
    Matter { id: String },
    /// Words of an earlier text (1-4) or message (1-9).
    Earlier { id: String, quote: String },
}

impl Finding {
    /// The matters of the register that it rests on.
    pub fn matters(&self) -> impl Iterator<Item = &str> {
        self.beside.iter().filter_map(|beside| match beside {
            Beside::Matter { id } => Some(id.as_str()),
            Beside::Earlier { .. } => None,
        })
    }

    /// The same for somebody who may not know the matter: that there is something in this place, and nothing more. A
    /// marked word would confirm the name to whoever tries one after another.
    #[must_use]
    pub fn veiled(&self) -> Self {
        let Self { rule, place, span: _, quote: _, sentence: _, ordinal: _, replacement: _, beside: _ } = self;
        Self {
            rule: rule.clone(),
            place: *place,
            span: Span { start: 0, end: 0 },
            quote: String::new(),
            sentence: String::new(),
            ordinal: 0,
            replacement: None,
            beside: Vec::new(),
        }
    }
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

impl Report {
    /// The report as a reader may see it who knows some matters of the register and not others: a finding that rests on
    /// one unknown to the reader is [`Finding::veiled`], and several of a rule in one place become one, so that their
    /// number tells nothing.
    #[must_use]
    pub fn veiled(mut self, knows: impl Fn(&str) -> bool) -> Self {
        for finding in &mut self.findings {
            if finding.matters().any(|id| !knows(id)) {
                *finding = finding.veiled();
            }
        }
        self.findings.sort_by(|a, b| (a.place, a.span, &a.rule).cmp(&(b.place, b.span, &b.rule)));
        self.findings.dedup_by(|a, b| a.quote.is_empty() && *a == *b);
        self
    }
}
