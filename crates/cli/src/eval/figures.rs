//! Figures as programs read them, and as a later run compares itself with. Serves 0.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shingi_check::{
    engine::ENGINE_VERSION,
    score::{self, Missed, Score, Wrong},
};
use shingi_domain::policy::ItemId;

use crate::checker::Checker;

/// So many of so many; `figure` is their quotient, none where there is nothing to divide by.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
    pub figure: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Count {
    pub recall: Share,
    pub precision: Share,
    pub noise: Share,
    pub noise_clean: Share,
    pub noise_hard: Share,
    /// Quotes that only this rule found; 0 for an item.
    #[serde(default)]
    pub alone: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    pub pack: String,
    pub pack_hash: String,
    pub engine: String,
    pub today: String,
    pub posts: usize,
    pub recall: Share,
    pub precision: Share,
    /// Clean texts without a finding above a note.
    pub clean: Share,
    pub items: BTreeMap<ItemId, Count>,
    pub rules: BTreeMap<String, Count>,
    pub missed: BTreeSet<Missed>,
    pub wrong: BTreeSet<Wrong>,
}

impl Figures {
    pub fn new(checker: &Checker, score: &Score) -> Self {
        let policy = &checker.pack.policy;
        Self {
            pack: format!("{} {}", policy.id, policy.version),
            pack_hash: checker.pack.hash_hex(),
            engine: ENGINE_VERSION.to_owned(),
            today: checker.today.to_string(),
            posts: score.posts,
            recall: share(score.recall),
            precision: share(score.precision),
            clean: share(score.clean),
            items: score.items.iter().map(|(item, found)| (*item, count(found))).collect(),
            rules: score.rules.iter().map(|(rule, found)| (rule.clone(), count(found))).collect(),
            missed: score.missed.iter().cloned().collect(),
            wrong: score.wrong.iter().cloned().collect(),
        }
    }

    /// The three figures over all posts, by the key of their words.
    pub const fn all(&self) -> [(&'static str, Share); 3] {
        [("eval-recall", self.recall), ("eval-precision", self.precision), ("eval-clean", self.clean)]
    }
}

fn share(share: score::Share) -> Share {
    Share { part: share.part, whole: share.whole, figure: share.figure() }
}

fn count(count: &score::Count) -> Count {
    let score::Count { recall, precision, noise, noise_clean, noise_hard, alone } = *count;
    Count {
        recall: share(recall),
        precision: share(precision),
        noise: share(noise),
        noise_clean: share(noise_clean),
        noise_hard: share(noise_hard),
        alone,
    }
}
