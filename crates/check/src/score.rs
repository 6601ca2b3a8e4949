//! How well an engine and a pack find what people labelled: recall, precision and noise, per item and per rule.
//!
//! Serves 0 (a committee measures its pack before it adopts it). The figures are those of `eval/score.py`, and a test
//! holds them together. Must never count a debatable item (`allow`) for or against anybody.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shingi_domain::{
    policy::{BoundFinding, ItemId, Policy, Strength, Voice},
    report::Place,
};

/// The items that are scored whether or not a set labels them.
pub const ITEMS: [ItemId; 11] = [
    ItemId::new(1, 3),
    ItemId::new(1, 4),
    ItemId::new(1, 5),
    ItemId::new(1, 6),
    ItemId::new(1, 8),
    ItemId::new(1, 9),
    ItemId::new(1, 10),
    ItemId::new(2, 2),
    ItemId::new(2, 3),
    ItemId::new(2, 4),
    ItemId::new(2, 5),
];

/// A post with what a good compliance officer would flag: a line of `eval/*.jsonl`. Other fields are ignored.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Labelled {
    pub id: String,
    pub speaker: Voice,
    pub text: String,
    /// Nothing, where the text is clean.
    pub expect: Vec<Expected>,
    /// Items that a naive program would wrongly flag here.
    #[serde(default)]
    pub absent: BTreeSet<ItemId>,
    /// Debatable items.
    #[serde(default)]
    pub allow: BTreeSet<ItemId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Expected {
    pub item: ItemId,
    /// The words that carry it, as they stand in the text.
    pub quote: String,
    /// Items that would be as right.
    #[serde(default)]
    pub or: BTreeSet<ItemId>,
}

impl Expected {
    fn accepts(&self, item: ItemId) -> bool {
        self.item == item || self.or.contains(&item)
    }

    /// The item and its alternatives.
    pub fn items(&self) -> impl Iterator<Item = ItemId> {
        let mut items = self.or.clone();
        items.insert(self.item);
        items.into_iter()
    }
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
}

impl Share {
    const fn count(&mut self, holds: bool) {
        self.whole += 1;
        self.part += holds as usize;
    }

    /// From 0 to 1; `None` of nothing.
    #[must_use]
    pub fn figure(self) -> Option<f64> {
        let number = |n: usize| u32::try_from(n).map_or(f64::INFINITY, f64::from);
        (self.whole > 0).then(|| number(self.part) / number(self.whole))
    }
}

/// What was found for one item, or by one rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Labelled quotes that a right finding touches.
    pub recall: Share,
    /// Texts that were flagged rightly, of all that were flagged.
    pub precision: Share,
    /// Texts that were flagged, of all to which the item does not belong.
    pub noise: Share,
    /// The same, of the clean texts among them.
    pub noise_clean: Share,
    /// The same, of the texts in whose `absent` the item stands.
    pub noise_hard: Share,
    /// For a rule: quotes that no other rule found.
    pub alone: usize,
}

/// A labelled quote that nothing right touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Missed {
    pub id: String,
    pub item: ItemId,
    pub or: BTreeSet<ItemId>,
    pub quote: String,
}

/// A finding that the labels do not bear out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Wrong {
    pub id: String,
    pub item: ItemId,
    pub rule: String,
    pub quote: String,
}

/// The figures of a set.
#[derive(Debug, Clone, Default)]
pub struct Score {
    scored: BTreeSet<ItemId>,
    /// Rule → the items that the policy binds it to.
    bound: BTreeMap<String, BTreeSet<ItemId>>,
    pub posts: usize,
    /// Quotes that were found, over all items.
    pub recall: Share,
    /// Pairs of text and item that are right, of all that were flagged.
    pub precision: Share,
    /// Clean texts without a finding above a note.
    pub clean: Share,
    pub items: BTreeMap<ItemId, Count>,
    pub rules: BTreeMap<String, Count>,
    pub missed: Vec<Missed>,
    pub wrong: Vec<Wrong>,
}

impl Score {
    /// A score of these posts before any is judged: [`ITEMS`] and what the posts are labelled with are scored.
    #[must_use]
    pub fn new<'p>(policy: &Policy, posts: impl IntoIterator<Item = &'p Labelled>) -> Self {
        let mut scored: BTreeSet<ItemId> = ITEMS.into();
        scored.extend(posts.into_iter().flat_map(|post| &post.expect).map(|expected| expected.item));
        let mut bound: BTreeMap<String, BTreeSet<ItemId>> = BTreeMap::new();
        for binding in &policy.bindings {
            bound.entry(binding.rule.to_string()).or_default().insert(binding.item);
        }
        let rules = bound.keys().map(|rule| (rule.clone(), Count::default())).collect();
        let items = scored.iter().map(|item| (*item, Count::default())).collect();
        Self { scored, bound, rules, items, ..Self::default() }
    }

    /// Adds what the policy made of one post.
    pub fn judge(&mut self, post: &Labelled, bound: &[BoundFinding]) {
        self.posts += 1;
        for expected in &post.expect {
            self.judge_quote(post, expected, bound);
        }
        let credit: BTreeSet<ItemId> = post.expect.iter().flat_map(Expected::items).collect();
        let flagged: BTreeSet<ItemId> = bound.iter().map(|finding| finding.item).collect();
        for item in self.scored.iter().copied() {
            let count = self.items.entry(item).or_default();
            judge_text(count, post, &credit, &BTreeSet::from([item]), &flagged);
            if flagged.contains(&item) && (credit.contains(&item) || !post.allow.contains(&item)) {
                self.precision.count(credit.contains(&item));
            }
        }
        for (rule, items) in &self.bound {
            let by_rule = bound.iter().filter(|finding| finding.finding.rule.as_str() == rule);
            let flagged: BTreeSet<ItemId> = by_rule.map(|finding| finding.item).collect();
            let items: BTreeSet<ItemId> = items & &self.scored;
            judge_text(self.rules.entry(rule.clone()).or_default(), post, &credit, &items, &flagged);
        }
        let quiet = bound.iter().all(|finding| finding.strength == Strength::Note);
        if post.expect.is_empty() {
            self.clean.count(quiet);
        }
        for finding in bound {
            let item = finding.item;
            let scored = self.scored.contains(&item) && !credit.contains(&item) && !post.allow.contains(&item);
            let loud = post.expect.is_empty() && finding.strength != Strength::Note && !self.scored.contains(&item);
            if scored || loud {
                let (rule, quote) = (finding.finding.rule.to_string(), finding.finding.quote.clone());
                self.wrong.push(Wrong { id: post.id.clone(), item, rule, quote });
            }
        }
    }

    fn judge_quote(&mut self, post: &Labelled, expected: &Expected, bound: &[BoundFinding]) {
        let touching: BTreeSet<&str> = bound
            .iter()
            .filter(|finding| expected.accepts(finding.item) && touches(&post.text, &expected.quote, finding))
            .map(|finding| finding.finding.rule.as_str())
            .collect();
        self.recall.count(!touching.is_empty());
        self.items.entry(expected.item).or_default().recall.count(!touching.is_empty());
        for (rule, items) in &self.bound {
            if expected.items().any(|item| items.contains(&item)) {
                let count = self.rules.entry(rule.clone()).or_default();
                let found = touching.contains(rule.as_str());
                count.recall.count(found);
                count.alone += usize::from(found && touching.len() == 1);
            }
        }
        if touching.is_empty() {
            let Expected { item, quote, or } = expected.clone();
            self.missed.push(Missed { id: post.id.clone(), item, or, quote });
        }
    }
}

/// Counts one text for an item, or for the items of one rule read as one.
fn judge_text(
    count: &mut Count,
    post: &Labelled,
    credit: &BTreeSet<ItemId>,
    items: &BTreeSet<ItemId>,
    flagged: &BTreeSet<ItemId>,
) {
    let is_flagged = !flagged.is_disjoint(items);
    if !credit.is_disjoint(items) {
        if is_flagged {
            count.precision.count(true);
        }
    } else if post.allow.is_disjoint(items) {
        if is_flagged {
            count.precision.count(false);
        }
        count.noise.count(is_flagged);
        if post.expect.is_empty() {
            count.noise_clean.count(is_flagged);
        }
    }
    if !post.absent.is_disjoint(items) {
        count.noise_hard.count(is_flagged);
    }
}

/// Whether a finding overlaps one of the places of the quote, by a byte at least.
fn touches(text: &str, quote: &str, bound: &BoundFinding) -> bool {
    let (place, span) = (bound.finding.place, bound.finding.span);
    let meets = |start: usize| {
        let end = start + quote.len();
        if span.start == span.end { (start..end).contains(&span.start) } else { span.start < end && start < span.end }
    };
    place == Place::Text
        && !quote.is_empty()
        && text.char_indices().any(|(start, _)| text[start..].starts_with(quote) && meets(start))
}

#[cfg(test)]
mod tests;
