//! The words without one of which a phrase cannot be: what wakes the rule that knows the phrase.
//!
//! Serves every **R** item: a list of such words by hand forgets one, and then the phrase fails silently. Must never
//! leave a form of a phrase out; where a phrase has no such words, it says so.

use std::collections::BTreeSet;

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::normalize;

/// No more spellings of one stretch are told apart.
const SPELLINGS_MAX: usize = 64;
/// A stretch that is so rare is long enough; see [`frequency`].
const RARE: f64 = 1e-7;

/// Folded words of which each match of the phrase, folded, contains one; as rare ones as the phrase has. `None` where it
/// may match without any.
pub(crate) fn words(phrase: &Hir) -> Option<BTreeSet<String>> {
    read(phrase, Spelling::Folded).required()
}

/// The same for a text that is not folded.
pub(crate) fn spellings(phrase: &Hir) -> Option<BTreeSet<String>> {
    read(phrase, Spelling::Own).required()
}

/// In which spelling words are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Folded,
    Own,
}

impl Spelling {
    fn of(self, word: &str) -> String {
        match self {
            Self::Folded => normalize::fold(word),
            Self::Own => word.to_owned(),
        }
    }
}

/// Of two sets that both do, the one that stands in fewer texts.
fn rarer(one: Option<BTreeSet<String>>, other: Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if frequency_of(&one) <= frequency_of(&other) { one } else { other }),
        (one, other) => one.or(other),
    }
}

/// How often one of these words stands at a given place, roughly.
fn frequency_of(words: &BTreeSet<String>) -> f64 {
    words.iter().map(|word| word.chars().map(frequency).product::<f64>()).sum()
}

fn frequency(c: char) -> f64 {
    match c {
        'ぁ'..='ゖ' | 'ー' => 1.0 / 25.0,
        '一'..='鿿' => 1.0 / 400.0,
        c if c.is_ascii() => 1.0 / 15.0,
        _ => 1.0 / 100.0,
    }
}

/// What a part of a phrase is made of.
#[derive(Default)]
struct Words {
    /// All its spellings, where they are few.
    whole: Option<BTreeSet<String>>,
    /// Words without one of which it cannot be.
    inside: Option<BTreeSet<String>>,
}

impl Words {
    fn whole(spellings: impl IntoIterator<Item = String>) -> Self {
        Self { whole: Some(spellings.into_iter().collect()), inside: None }
    }

    fn required(&self) -> Option<BTreeSet<String>> {
        rarer(self.whole.clone().filter(|set| !set.contains("")), self.inside.clone())
    }
}

fn read(hir: &Hir, spelling: Spelling) -> Words {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Words::whole([String::new()]),
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).map_or_else(|_| Words::default(), |word| Words::whole([spelling.of(word)]))
        }
        HirKind::Class(class) => characters(class, spelling).map_or_else(Words::default, Words::whole),
        HirKind::Capture(capture) => read(&capture.sub, spelling),
        HirKind::Repetition(repetition) => {
            let sub = read(&repetition.sub, spelling);
            match (repetition.min, repetition.max) {
                (1, Some(1)) => sub,
                (0, Some(1)) => Words {
                    whole: sub.whole.map(|mut set| {
                        set.insert(String::new());
                        set
                    }),
                    inside: None,
                },
                (0, _) => Words::default(),
                (_, _) => Words { whole: None, inside: sub.required() },
            }
        }
        HirKind::Alternation(parts) => {
            let parts: Vec<Words> = parts.iter().map(|part| read(part, spelling)).collect();
            let whole = parts.iter().map(|part| part.whole.clone()).collect::<Option<Vec<_>>>();
            let inside = parts.iter().map(Words::required).collect::<Option<Vec<_>>>();
            let whole: Option<BTreeSet<String>> = whole.map(|sets| sets.into_iter().flatten().collect());
            let whole = whole.filter(|set| set.len() <= SPELLINGS_MAX);
            Words { whole, inside: inside.map(|sets| sets.into_iter().flatten().collect()) }
        }
        HirKind::Concat(parts) => in_a_row(parts, spelling),
    }
}

/// Spellings that follow each other are put together, as long as there are few and they are not rare yet.
fn in_a_row(parts: &[Hir], spelling: Spelling) -> Words {
    let start = || BTreeSet::from([String::new()]);
    let (mut run, mut unbroken, mut inside) = (start(), true, None);
    for part in parts {
        let Words { whole, inside: within } = read(part, spelling);
        let longer = whole.as_ref().and_then(|set| cross(&run, set));
        inside = rarer(inside, within);
        match longer {
            Some(longer) if frequency_of(&run) > RARE || run.contains("") => run = longer,
            _ => {
                unbroken = false;
                let ended = std::mem::replace(&mut run, whole.unwrap_or_else(start));
                inside = rarer(inside, Some(ended).filter(|set| !set.contains("")));
            }
        }
    }
    if unbroken {
        return Words { whole: Some(run), inside };
    }
    Words { whole: None, inside: rarer(inside, Some(run).filter(|set| !set.contains(""))) }
}

/// Each head with each tail, where these are few.
fn cross(heads: &BTreeSet<String>, tails: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let few = heads.len() * tails.len() <= SPELLINGS_MAX;
    few.then(|| heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect())
}

/// Its characters, folded, where they are few.
fn characters(class: &Class, spelling: Spelling) -> Option<BTreeSet<String>> {
    let Class::Unicode(class) = class else { return None };
    let count: usize = class.ranges().iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
    (count <= SPELLINGS_MAX).then(|| {
        let all = class.ranges().iter().flat_map(|range| range.start()..=range.end());
        // In the one spelling of a normalised text: no `ſ`, no sign of Kelvin.
        all.map(|c| match spelling {
            Spelling::Folded if !c.is_ascii() => normalize::folded(&c.to_string()),
            _ => spelling.of(&c.to_string()),
        })
        .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> String {
        let hir = regex_syntax::parse(&crate::pattern::small(pattern)).unwrap();
        words(&hir).map_or_else(|| "nothing".to_owned(), |words| words.into_iter().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_phrase_is_known_by_its_rarest_stretch_in_each_of_its_spellings() {
        assert_eq!(of("燃えて(?:くれ|しまえ)"), "燃えてくれ 燃えてしまえ");
        assert_eq!(of("(?:店|家)[^。]{0,6}?燃え"), "燃え");
        assert_eq!(of(r"\d{1,3}(?:kg|キロ)で?落ち"), "kgで落ち kg落ち きろで落ち きろ落ち");
        assert_eq!(of("(?i)Ky?s"), "ks kys");
        assert_eq!(of("(?:殺す)+|[ab]x"), "ax bx 殺す");
    }

    #[test]
    fn a_phrase_that_may_be_without_any_word_says_so() {
        assert_eq!(of("[^。]{2}だ?"), "nothing");
        assert_eq!(of("殺す|[^a]"), "nothing");
        assert_eq!(of("(?:殺す)?"), "nothing");
    }
}
