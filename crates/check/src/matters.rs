//! The register of confidential matters, compiled: names and documents of thousands of matters, asked of a text at once.
//!
//! Serves 1-6. A matter that is public by now gives no finding. Who may know a matter is not the engine's to say: a
//! finding carries the matter's id, never its name, and nothing here prints a name. Must never keep a document, only its
//! fingerprints.

use std::{fmt, str::FromStr, sync::Arc};

use crate::{
    context::Context,
    date::{Date, NotADate},
    text::Analysis,
};

mod fingerprints;
mod names;

pub use fingerprints::{Fingerprints, GRAM_LETTERS, QUOTED_WEIGHT_MIN, WINDOW};
pub(crate) use names::Named;
use names::Names;

/// A confidential matter, as far as a text can betray it.
#[derive(Clone, PartialEq, Eq)]
pub struct Matter {
    pub id: String,
    pub class: MatterClass,
    /// Name, aliases, readings, each in one spelling: the others (kana, width, case, long vowels, middle dots, blanks,
    /// forms of a kanji) are found too.
    pub names: Vec<String>,
    /// From when on everybody may know. `None`: not foreseen.
    pub public_from: Option<Moment>,
    pub documents: Vec<Fingerprints>,
}

impl Matter {
    /// A matter without an end and without documents.
    #[must_use]
    pub const fn new(id: String, class: MatterClass, names: Vec<String>) -> Self {
        Self { id, class, names, public_from: None, documents: Vec::new() }
    }
}

impl fmt::Debug for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, class, names, public_from, documents } = self;
        f.debug_struct("Matter")
            .field("id", id)
            .field("class", class)
            .field("names", &names.len())
            .field("public_from", public_from)
            .field("documents", &documents.len())
            .finish()
    }
}

/// What a matter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterClass {
    CodeName,
    Client,
    Product,
    Figures,
    Personnel,
    /// What the law calls one: only a disclosure releases it.
    MaterialFact,
    Other,
}

impl MatterClass {
    pub const ALL: [Self; 7] =
        [Self::CodeName, Self::Client, Self::Product, Self::Figures, Self::Personnel, Self::MaterialFact, Self::Other];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodeName => "code_name",
            Self::Client => "client",
            Self::Product => "product",
            Self::Figures => "figures",
            Self::Personnel => "personnel",
            Self::MaterialFact => "material_fact",
            Self::Other => "other",
        }
    }
}

/// Why a word is not a class.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected code_name, client, product, figures, personnel, material_fact or other, got `{0}`")]
pub struct NotAClass(pub String);

impl FromStr for MatterClass {
    type Err = NotAClass;

    fn from_str(text: &str) -> Result<Self, NotAClass> {
        let wrong = || NotAClass(text.chars().take(40).collect());
        Self::ALL.into_iter().find(|class| class.name() == text).ok_or_else(wrong)
    }
}

/// A day, and a minute of it, in the organisation's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub date: Date,
    /// Since midnight.
    pub minute: u16,
}

impl FromStr for Moment {
    type Err = NotADate;

    /// `2026-12-01` (from midnight on) or `2026-12-01T10:00`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let Some((date, time)) = text.split_once('T') else { return Ok(Self { date: text.parse()?, minute: 0 }) };
        let wrong = || NotADate(text.chars().take(40).collect());
        let (hour, minute) = time.split_once(':').ok_or_else(wrong)?;
        let number = |digits: &str, below: u16| -> Result<u16, NotADate> {
            let two = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|number| two && *number < below).ok_or_else(wrong)
        };
        Ok(Self { date: date.parse()?, minute: number(hour, 24)? * 60 + number(minute, 60)? })
    }
}

/// A name that cannot be searched for; it is told by its place, without the name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("matter `{id}`: expected a name of at least two letters or digits as name {nth}, got fewer; write it out")]
pub struct UnfitName {
    pub id: String,
    /// Counted from 1.
    pub nth: usize,
}

/// A register, ready to be asked. Cheap to clone and to share.
#[derive(Clone, Default)]
pub struct Matters(Arc<Compiled>);

#[derive(Default)]
struct Compiled {
    matters: Vec<Matter>,
    names: Names,
    documents: fingerprints::Index,
}

impl Matters {
    /// # Errors
    /// Every name that is too short to be searched for. Then nothing is compiled: a register with a hole in it would
    /// look like one that watches.
    pub fn new(matters: Vec<Matter>) -> Result<Self, Vec<UnfitName>> {
        let names = Names::new(&matters)?;
        let documents = fingerprints::Index::new(&matters);
        Ok(Self(Arc::new(Compiled { matters, names, documents })))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.matters.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.matters.is_empty()
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Matter> {
        self.0.matters.iter().find(|matter| matter.id == id)
    }

    /// Where matters that are not public yet are named, by position; and the register that the indices mean.
    pub(crate) fn named<'a>(&self, a: &'a Analysis<'_>, ctx: &Context) -> (&[Matter], &'a [Named]) {
        let Compiled { matters, names, documents: _ } = &*self.0;
        let secret = |nth: usize| !ctx.knows_as_public(&matters[nth]);
        (matters, a.named.get_or_init(|| names.find(a, |nth| matters[nth].class, secret)))
    }

    /// Where stretches stand that a document of a matter has too that is not public yet.
    pub(crate) fn quoted(&self, a: &Analysis<'_>, ctx: &Context) -> (&[Matter], Vec<Named>) {
        let Compiled { matters, names: _, documents } = &*self.0;
        (matters, documents.find(a, |nth| !ctx.knows_as_public(&matters[nth])))
    }
}

/// By their number; never by their names.
impl fmt::Debug for Matters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matters").field("matters", &self.len()).finish_non_exhaustive()
    }
}

impl PartialEq for Matters {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.matters == other.0.matters
    }
}

impl Eq for Matters {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_or_a_minute_of_it() {
        let at = |text: &str| text.parse::<Moment>();
        assert_eq!(at("2026-12-01").unwrap(), at("2026-12-01T00:00").unwrap());
        assert!(at("2026-12-01T10:30").unwrap() > at("2026-12-01T09:59").unwrap());
        for wrong in ["2026-12-32", "2026-12-01T24:00", "2026-12-01T1:00", "2026-12-01 10:00", "2026-12-01T10:60"] {
            assert!(at(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_without_two_letters_is_refused_by_its_place() {
        let of =
            |names: &[&str]| Matter::new("7".into(), MatterClass::Client, names.iter().map(|n| (*n).into()).collect());
        let refused = Matters::new(vec![of(&["水鏡計画", "ー・-", "あ"])]).unwrap_err();
        let places: Vec<usize> = refused.iter().map(|unfit| unfit.nth).collect();
        assert_eq!(places, [2, 3]);
        assert!(!refused[1].to_string().contains('あ'));
    }

    #[test]
    fn nothing_prints_a_name() {
        let matter = Matter::new("7".into(), MatterClass::CodeName, vec!["水鏡計画".into()]);
        let matters = Matters::new(vec![matter.clone()]).unwrap();
        assert!(!format!("{matter:?}{matters:?}").contains("水鏡"));
    }
}
