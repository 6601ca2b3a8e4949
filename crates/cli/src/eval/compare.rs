//! `shingi eval --baseline`: what got better or worse. Serves 0.

use std::collections::BTreeSet;

use shingi_check::score::{Missed, Wrong};

use super::figures::{Count, Figures, Share};

/// A figure that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// An item or a rule; empty for all posts.
    pub of: String,
    /// The key of its words.
    pub what: &'static str,
    pub before: f64,
    pub now: f64,
    pub worse: bool,
    /// Whether it counts for the exit code: rules may come and go, items and the whole may not fall.
    pub counts: bool,
}

#[derive(Debug)]
pub struct Compared {
    pub changes: Vec<Change>,
    pub newly_missed: BTreeSet<Missed>,
    pub newly_found: BTreeSet<Missed>,
    pub newly_wrong: BTreeSet<Wrong>,
    pub no_longer_wrong: BTreeSet<Wrong>,
    /// The two sets are not the same size: figures of different posts are compared.
    pub other_posts: Option<(usize, usize)>,
}

impl Compared {
    pub fn new(before: &Figures, now: &Figures) -> Self {
        let mut changes = Vec::new();
        for ((what, old), (_, new)) in before.all().into_iter().zip(now.all()) {
            changes.extend(change("", what, old, new, true));
        }
        for (item, new) in &now.items {
            let old = before.items.get(item);
            changes.extend(old.into_iter().flat_map(|old| counts(&item.to_string(), old, new, true)));
        }
        for (rule, new) in &now.rules {
            let old = before.rules.get(rule);
            changes.extend(old.into_iter().flat_map(|old| counts(rule, old, new, false)));
        }
        Self {
            changes,
            newly_missed: &now.missed - &before.missed,
            newly_found: &before.missed - &now.missed,
            newly_wrong: &now.wrong - &before.wrong,
            no_longer_wrong: &before.wrong - &now.wrong,
            other_posts: (before.posts != now.posts).then_some((before.posts, now.posts)),
        }
    }

    pub fn is_worse(&self) -> bool {
        self.changes.iter().any(|change| change.worse && change.counts)
    }
}

fn counts(of: &str, old: &Count, new: &Count, counts: bool) -> Vec<Change> {
    let pairs = [
        ("eval-recall", old.recall, new.recall),
        ("eval-precision", old.precision, new.precision),
        ("eval-noise", old.noise, new.noise),
    ];
    pairs.into_iter().filter_map(|(what, old, new)| change(of, what, old, new, counts)).collect()
}

/// Of nothing there is no figure, and what has none is neither better nor worse.
fn change(of: &str, what: &'static str, old: Share, new: Share, counts: bool) -> Option<Change> {
    let (before, now) = (old.figure?, new.figure?);
    // Quotients of the same numbers are the same to the bit; JSON writes them in full.
    if (before - now).abs() < 1e-9 {
        return None;
    }
    let worse = if what == "eval-noise" { now > before } else { now < before };
    Some(Change { of: of.to_owned(), what, before, now, worse, counts })
}
