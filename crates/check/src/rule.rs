//! What a rule is: a name, a document, when it looks, what it needs, and a pure function.
//!
//! Serves every **R** item. Rules never know policy: a finding says what is there, the pack's binding what follows.

use std::{ops::Range, sync::LazyLock};

use shingi_domain::report::{Beside, Finding, Place, RuleId, Span, Unchecked};

use crate::{context::Context, normalize::Normalised, phrases::Phrases, text::Analysis};

/// After so many findings of one rule in one text the rest is not listed, and the report says so.
const FINDINGS_MAX: usize = 1_000;
/// A finding's sentence is cut after so many bytes.
const SENTENCE_MAX: usize = 2_400;
/// How many bytes of the original around a span serve as its sentence.
const WINDOW: usize = 300;

/// A rule. Its two files are `rules/<family>/<name>.rs` and `.md`, its line stands in `rules/<family>.rs`.
#[derive(Debug)]
pub struct Rule {
    /// `family/what_it_finds`.
    pub id: &'static str,
    /// The document, which is the test too: see `tests/docs.rs`. Empty in a build without `documents`.
    pub doc: &'static str,
    /// The rule runs where any of these holds.
    pub triggers: &'static [Trigger],
    /// What the caller must have; where it is missing, the report says "not asked".
    pub needs: &'static [Need],
    pub run: fn(&Analysis<'_>, &Context, &mut Sink<'_>),
}

/// A rule's document, where the program is to show it: 150 kB of all rules that a browser need not load.
pub(crate) const fn document(text: &'static str) -> &'static str {
    if cfg!(feature = "documents") { text } else { "" }
}

/// What the shared pass has to see before a rule looks itself.
#[derive(Debug, Clone, Copy)]
pub enum Trigger {
    Always,
    /// At least so many digits (0–9, any width) in the whole text.
    Digits(usize),
    /// One of these words, anywhere, without regard to width, kana and case.
    Words(&'static [&'static str]),
    /// A word without which none of these phrases can be.
    Phrases(&'static LazyLock<Phrases>),
    /// A term of this lexicon of the pack.
    Lexicon(&'static str),
}

/// What a rule cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Matters,
    History,
    /// Somebody who looked into the pictures.
    Pictures,
    /// The text that is answered.
    ReplyTo,
    /// A dictionary of words. Where none is built in the rule says what it can by the form of the words alone, and the
    /// report says that it was not checked in full.
    Words,
    /// The weights of `crate::likeness`. Where the engine has none, the report says "not asked".
    Weights,
}

impl Rule {
    #[must_use]
    pub const fn rule_id(&self) -> RuleId {
        RuleId::new(self.id)
    }

    /// `personal` of `personal/phone_number`.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    pub(crate) fn can_be_asked(&self, ctx: &Context) -> bool {
        self.needs.iter().all(|need| match need {
            Need::Matters => ctx.matters.is_some(),
            Need::History => ctx.history.is_some(),
            Need::ReplyTo => ctx.reply_to.is_some() || !ctx.reply,
            Need::Words | Need::Weights | Need::Pictures => true,
        })
    }
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Sink<'s> {
    rule: RuleId,
    count: usize,
    findings: &'s mut Vec<Finding>,
    unchecked: &'s mut Vec<Unchecked>,
}

impl<'s> Sink<'s> {
    pub(crate) const fn new(rule: RuleId, findings: &'s mut Vec<Finding>, unchecked: &'s mut Vec<Unchecked>) -> Self {
        Self { rule, count: 0, findings, unchecked }
    }

    /// A finding on a range of the normalised text.
    pub fn find(&mut self, a: &Analysis<'_>, range: Range<usize>) {
        self.push(a, range, None, Vec::new());
    }

    /// A finding that rests on something beside the words.
    pub fn find_beside(&mut self, a: &Analysis<'_>, range: Range<usize>, beside: Vec<Beside>) {
        self.push(a, range, None, beside);
    }

    /// A finding with words that would do instead.
    pub fn find_with(&mut self, a: &Analysis<'_>, range: Range<usize>, replacement: impl Into<String>) {
        self.push(a, range, Some(replacement.into()), Vec::new());
    }

    /// A finding on bytes of the original, for rules about characters that the normalised text does not have.
    pub fn find_original(&mut self, a: &Analysis<'_>, span: Range<usize>, replacement: Option<String>) {
        if self.is_full() {
            return;
        }
        let original = a.original();
        let from = floor(original, span.start.saturating_sub(WINDOW));
        let to = floor(original, span.end + WINDOW).max(span.end);
        let start = original[from..span.start].rfind('\n').map_or(from, |at| from + at + 1);
        let end = original[span.end..to].find('\n').map_or(to, |at| span.end + at);
        let sentence = Normalised::new(&original[start..end]).text().trim().to_owned();
        let quote = &original[span.clone()];
        self.push_finding(
            a.place(),
            Span { start: span.start, end: span.end },
            quote,
            sentence,
            replacement,
            Vec::new(),
        );
    }

    /// A finding on a whole medium.
    pub fn find_medium(&mut self, nth: usize) {
        self.find_in_medium(nth, "", "");
    }

    /// A finding in a picture: what was read there, and what an answer to it is bound to.
    pub fn find_in_medium(&mut self, nth: usize, quote: &str, bound_to: &str) {
        if self.is_full() {
            return;
        }
        let place = Place::Medium(u16::try_from(nth).unwrap_or(u16::MAX));
        let bound_to = &bound_to[..floor(bound_to, SENTENCE_MAX)];
        self.push_finding(place, Span { start: 0, end: 0 }, quote, bound_to.to_owned(), None, Vec::new());
    }

    fn push(&mut self, a: &Analysis<'_>, range: Range<usize>, replacement: Option<String>, beside: Vec<Beside>) {
        if self.is_full() {
            return;
        }
        let span = a.original_span(range.clone());
        let first = a.sentence_at(range.start);
        let last = if range.end > first.end { a.sentence_at(range.end.saturating_sub(1)) } else { first.clone() };
        let start = first.start.min(range.start);
        let end = floor(a.text(), last.end.max(range.end).min(start + SENTENCE_MAX));
        let sentence = a.text()[start..end].to_owned();
        self.push_finding(a.place(), span, &a.original()[span.start..span.end], sentence, replacement, beside);
    }

    /// Counts, and says so once where it is enough.
    fn is_full(&mut self) -> bool {
        self.count += 1;
        if self.count == FINDINGS_MAX + 1 {
            let why = format!("stopped after {FINDINGS_MAX} findings in one text");
            self.unchecked.push(Unchecked { rule: self.rule.clone(), why });
        }
        self.count > FINDINGS_MAX
    }

    fn push_finding(
        &mut self,
        place: Place,
        span: Span,
        quote: &str,
        sentence: String,
        replacement: Option<String>,
        beside: Vec<Beside>,
    ) {
        let (rule, quote) = (self.rule.clone(), quote.to_owned());
        self.findings.push(Finding { rule, place, span, quote, sentence, ordinal: 0, replacement, beside });
    }
}

fn floor(text: &str, position: usize) -> usize {
    text.floor_char_boundary(position.min(text.len()))
}
