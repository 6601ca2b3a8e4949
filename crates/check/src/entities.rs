//! Who and what is named: people, houses, products, places; by the lists of the pack, the organisation's own list, the
//! tags of the dictionary of words, and rules on neighbouring words.
//!
//! Serves 1-3, 1-4, 1-6 and 2-3. A trade (運転手さん), a shop (八百屋さん), an animal (うさぎさん) and everybody (皆さん) are
//! nobody. Must never say whether a name may be named: that is a rule's word.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use shingi_morph::{Kind, Token};

use crate::{people, text::Analysis};

mod houses;
mod persons;
mod places;

/// The list of today's organisations, products, services, media and parties, and of people whom everybody knows.
pub(crate) const NAMES: &str = "names";

/// What carries a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Person,
    /// A person in public life, in history or in fiction: a name of the list `names`.
    PublicPerson,
    Organisation,
    /// A product, service, work or brand.
    Product,
    Place,
}

impl Sort {
    #[must_use]
    pub const fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::PublicPerson)
    }
}

/// How a name was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A surname or given name by itself, with nothing around it that says so.
    Bare,
    /// A whole name, a title, a suffix of a house, a chain of places.
    Formed,
    /// A surname with a given name.
    Whole,
    /// It stands in a list.
    Listed,
}

/// A name in the text. The range has the title (さん) with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub range: Range<usize>,
    pub sort: Sort,
    pub certainty: Certainty,
}

/// All names of a text, in order; of two that touch the one of the list, or else the longer.
pub(crate) fn find(a: &Analysis<'_>) -> Vec<Entity> {
    let mut found = listed(a);
    match a.words() {
        Some(words) => {
            let reading = Reading { text: a.text(), words };
            persons::find(&reading, &mut found);
            houses::find(&reading, &mut found);
            places::find(&reading, &mut found);
        }
        None => found.extend(people::titled(a.text()).map(|range| Entity {
            range,
            sort: Sort::Person,
            certainty: Certainty::Formed,
        })),
    }
    found.retain(|entity| !a.is_in_url(&entity.range));
    without_overlaps(found)
}

/// Names of the lists: the pack's, and the organisation's clients and products.
fn listed(a: &Analysis<'_>) -> Vec<Entity> {
    let certainty = Certainty::Listed;
    let terms = a.terms(NAMES).filter_map(|term| {
        let sort = match term.entry.category.as_str() {
            "company" | "media" | "party" | "body" => Sort::Organisation,
            "product" | "service" => Sort::Product,
            "person" | "character" => Sort::PublicPerson,
            _ => return None,
        };
        stands_alone(a, &term.range).then_some(Entity { range: term.range, sort, certainty })
    });
    let of_house =
        [(a.clients(), Sort::Organisation), (a.organisation(), Sort::Organisation), (a.products(), Sort::Product)];
    let of_house = of_house.into_iter().flat_map(|(ranges, sort)| ranges.iter().map(move |range| (range, sort)));
    let of_house = of_house.filter(|(range, _)| stands_alone(a, range)).map(|(range, sort)| Entity {
        range: range.clone(),
        sort,
        certainty,
    });
    terms.chain(of_house).collect()
}

/// Whether a term of kanji is not the inside of a longer word: 東和 in 東和歌山.
fn stands_alone(a: &Analysis<'_>, range: &Range<usize>) -> bool {
    let Some(words) = a.words() else { return true };
    let at = |position: usize| words.partition_point(|word| word.end <= position);
    let begins = words.get(at(range.start)).is_none_or(|word| word.start == range.start);
    let ends = words.get(at(range.end)).is_none_or(|word| word.start >= range.end);
    begins && ends || range.len() > 12
}

fn without_overlaps(mut found: Vec<Entity>) -> Vec<Entity> {
    found.sort_by_key(|e| (e.range.start, std::cmp::Reverse((e.certainty == Certainty::Listed, e.range.end))));
    let mut kept: Vec<Entity> = Vec::new();
    for entity in found {
        match kept.last_mut() {
            Some(last) if entity.range.start < last.range.end => {
                let better = (entity.certainty, entity.range.len()) > (last.certainty, last.range.len());
                if better && entity.range.end > last.range.end && last.certainty != Certainty::Listed {
                    *last = entity;
                }
            }
            _ => kept.push(entity),
        }
    }
    kept
}

/// A text with its words, and small questions to it.
pub(crate) struct Reading<'a, 't> {
    pub text: &'a str,
    pub words: &'a [Token<'t>],
}

impl Reading<'_, '_> {
    pub fn word(&self, nth: usize) -> &str {
        self.words.get(nth).map_or("", |word| word.surface(self.text))
    }

    pub fn kind(&self, nth: usize) -> Kind {
        self.words.get(nth).map_or(Kind::Other, |word| word.kind)
    }

    /// Whether nothing, not even a blank, stands between a word and the one before it.
    pub fn joined(&self, nth: usize) -> bool {
        nth > 0 && self.words.get(nth).is_some_and(|word| self.words[nth - 1].end == word.start)
    }

    /// A noun that no dictionary knows.
    pub fn is_unknown(&self, nth: usize) -> bool {
        self.words.get(nth).is_some_and(|word| word.unknown && (word.kind.is_noun() || word.kind == Kind::Other))
    }

    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.words[first].start..self.words[last].end
    }
}

/// Words to ask for one by one.
type Words = LazyLock<HashSet<&'static str>>;

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

pub(crate) fn is_kanji(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, '一'..='鿿' | '㐀'..='䶿' | '々' | '\u{20000}'..='\u{2ffff}'))
}

pub(crate) fn is_hiragana(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'))
}

pub(crate) fn is_katakana(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'ァ'..='ヺ' | 'ー'))
}

pub(crate) fn length(word: &str) -> usize {
    word.chars().count()
}
