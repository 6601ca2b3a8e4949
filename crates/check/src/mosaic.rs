//! What earlier texts tell of the same person: each tells little, together they tell who it is.
//!
//! Serves 1-4: the rule `personal/mosaic` asks it which earlier words, beside those of this text, complete an
//! identification. Works by the form of words alone, so that thousands of texts are indexed in seconds and asked in
//! microseconds. Must never say more than "together this may tell who it is": that is statistics of a kind, and a person
//! answers.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::Arc,
};

use crate::{
    context::{Earlier, Organisation},
    text::Analysis,
};

mod subjects;
mod traits;

pub(crate) use subjects::Subject;
pub(crate) use traits::{Told, Trait, traits};

/// Of each trait of a subject only so many of the latest texts are remembered.
const PROVIDERS_MAX: usize = 8;
/// From this weight on a person can be told by most who know the place.
const WEIGHT_MIN: u32 = 7;
/// A surname, or a given name, alone.
const CALLED_WEIGHT: u32 = 2;
/// No more earlier texts are put beside one finding.
const BESIDE_MAX: usize = 3;
/// Longer sentences are quoted by the words that matter only.
const QUOTE_CHARS_MAX: usize = 60;

/// Earlier texts of the same account, indexed by whom they tell of. Cheap to clone and to share.
#[derive(Clone, Default)]
pub struct History(Arc<Index>);

#[derive(Default)]
struct Index {
    posts: Vec<Earlier>,
    subjects: HashMap<Subject, BTreeMap<Trait, Vec<Provider>>>,
    /// A name that was said to be somebody's: 花 → the daughter.
    names: HashMap<String, Subject>,
}

/// An earlier text that tells a trait.
#[derive(Debug, Clone)]
struct Provider {
    post: usize,
    value: String,
    quote: String,
}

/// Earlier words that complete an identification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub id: String,
    pub quote: String,
}

impl History {
    /// In the order in which they were said.
    #[must_use]
    pub fn new(posts: Vec<Earlier>) -> Self {
        let mut made = Index::default();
        let nobody = Organisation::default();
        for (nth, post) in posts.iter().enumerate() {
            let a = Analysis::bare(&post.text, &nobody);
            for told in traits(&a) {
                made.take(nth, &a, told);
            }
        }
        made.posts = posts;
        Self(Arc::new(made))
    }

    #[must_use]
    pub fn posts(&self) -> &[Earlier] {
        &self.0.posts
    }

    /// The earlier words that, with these traits of one subject, tell who it is; none where these alone do, where
    /// nothing is new in them, or where too little is known.
    pub(crate) fn completing(&self, subject: &Subject, told: &[&Told]) -> Option<Vec<Piece>> {
        let here: BTreeMap<Trait, &str> = told.iter().map(|told| (told.what, told.value.as_str())).collect();
        let known = self.0.known(subject);
        let new = here.iter().any(|(what, value)| {
            known.iter().filter_map(|of| of.get(what)).flatten().all(|provider| !is_same(&provider.value, value))
        });
        if known.is_empty() || !new || is_complete(subject, here.keys().copied()) {
            return None;
        }
        // What says otherwise of the same trait speaks of somebody else.
        let differs = |post: usize| {
            here.iter().any(|(what, value)| {
                let of_post =
                    known.iter().filter_map(|of| of.get(what)).flatten().filter(|provider| provider.post == post);
                what.is_lasting() && of_post.into_iter().any(|provider| !is_same(&provider.value, value))
            })
        };
        let mut rest: Vec<(Trait, &Provider)> = Vec::new();
        for of in &known {
            for (what, providers) in of.iter().filter(|(what, _)| !here.contains_key(what)) {
                rest.extend(
                    providers.iter().rev().find(|provider| !differs(provider.post)).map(|provider| (*what, provider)),
                );
            }
        }
        rest.sort_by_key(|(what, provider)| {
            (std::cmp::Reverse(what.weight(subject)), std::cmp::Reverse(provider.post))
        });
        rest.dedup_by_key(|(what, _)| *what);
        let mut chosen: Vec<(Trait, &Provider)> = Vec::new();
        for piece in rest {
            chosen.push(piece);
            if is_complete(subject, here.keys().copied().chain(chosen.iter().map(|(what, _)| *what))) {
                return Some(self.pieces(&chosen));
            }
            if chosen.len() == BESIDE_MAX {
                break;
            }
        }
        None
    }

    fn pieces(&self, chosen: &[(Trait, &Provider)]) -> Vec<Piece> {
        let mut pieces: Vec<(usize, Piece)> = chosen
            .iter()
            .map(|(_, provider)| {
                let id = self.0.posts[provider.post].id.clone();
                (provider.post, Piece { id, quote: provider.quote.clone() })
            })
            .collect();
        pieces.sort_by_key(|(post, _)| *post);
        pieces.dedup();
        pieces.into_iter().map(|(_, piece)| piece).collect()
    }
}

impl Index {
    fn take(&mut self, post: usize, a: &Analysis<'_>, told: Told) {
        let Told { subject, what, value, range } = told;
        if what == Trait::Name && !matches!(subject, Subject::Named(_)) {
            self.names.insert(value.clone(), subject.clone());
        }
        let sentence = a.sentence_at(range.start);
        let words = a.text()[sentence.clone()].trim();
        let short = words.chars().count() <= QUOTE_CHARS_MAX;
        let span = a.original_span(if short { sentence } else { range });
        let quote = a.original()[span.start..span.end].trim().to_owned();
        let providers = self.subjects.entry(subject).or_default().entry(what).or_default();
        providers.push(Provider { post, value, quote });
        if providers.len() > PROVIDERS_MAX {
            providers.remove(0);
        }
    }

    /// What is known of a subject, also by its name and of its name.
    fn known(&self, subject: &Subject) -> Vec<&BTreeMap<Trait, Vec<Provider>>> {
        let named = match subject {
            Subject::Named(name) => self.names.get(name).cloned(),
            _ => {
                let name = self.names.iter().filter(|(_, other)| *other == subject).map(|(name, _)| name).min();
                name.map(|name| Subject::Named(name.clone()))
            }
        };
        [Some(subject.clone()), named].iter().flatten().filter_map(|subject| self.subjects.get(subject)).collect()
    }
}

/// 星見小 and 私立星見小学校 are one school.
fn is_same(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// Whether these traits tell who somebody is, to those who know the place. Of a subject called by name a part of the name
/// is known.
fn is_complete(subject: &Subject, traits: impl Iterator<Item = Trait>) -> bool {
    let mut all: Vec<Trait> = traits.collect();
    all.sort_unstable();
    all.dedup();
    let (whole, part) = (all.contains(&Trait::Name), matches!(subject, Subject::Named(_)));
    let called = if part && !whole { CALLED_WEIGHT } else { 0 };
    let weight: u32 = called + all.iter().map(|what| what.weight(subject)).sum::<u32>();
    let met = all.contains(&Trait::Hour) && all.iter().any(|what| matches!(what, Trait::School | Trait::Place));
    weight >= WEIGHT_MIN && (whole || part || all.len() >= 3 || subject.is_child() && met)
}

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("History").field("posts", &self.0.posts.len()).finish_non_exhaustive()
    }
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.posts == other.0.posts
    }
}

impl Eq for History {}
