//! A policy as the pack states it: items, bindings of rules to items, classes and what each class asks for.
//!
//! Serves every item: this is where "what was found" becomes "what follows". Knows no text and no pattern.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::report::{Finding, Report, RuleId};

/// An item of the policy: `0`, `1`, `1-4`, `2-9`. Part first, number 0 is the part's own preamble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId {
    pub part: u8,
    pub number: u8,
}

impl ItemId {
    #[must_use]
    pub const fn new(part: u8, number: u8) -> Self {
        Self { part, number }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            0 => write!(f, "{}", self.part),
            number => write!(f, "{}-{number}", self.part),
        }
    }
}

/// Why a text is not an item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an item like `1-4`, `2` or `0`, got `{0}`")]
pub struct NotAnItem(pub String);

impl FromStr for ItemId {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let wrong = || NotAnItem(text.chars().take(40).collect());
        let (part, number) = text.split_once('-').unwrap_or((text, "0"));
        let number_of = |digits: &str| -> Result<u8, NotAnItem> {
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            digits.parse().map_err(|_| wrong())
        };
        Ok(Self { part: number_of(part)?, number: number_of(number)? })
    }
}

impl TryFrom<String> for ItemId {
    type Error = NotAnItem;

    fn try_from(text: String) -> Result<Self, NotAnItem> {
        text.parse()
    }
}

impl From<ItemId> for String {
    fn from(item: ItemId) -> Self {
        item.to_string()
    }
}

/// How much an obligation asks for. The order is the order of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Shown; nobody needs to do anything.
    Note,
    /// The author, with evidence.
    Answer,
    /// Another certified person than the author.
    Review,
    /// A ruling by the manager or the committee.
    Consult,
    /// Only a change of the text, or a reviewer's reasoned overruling of the finding.
    Forbid,
}

/// What kind of text this is, and so how much care it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Reply,
    Routine,
    Fix,
    Campaign,
    Delicate,
    /// A lane of its own, which findings never change.
    Emergency,
}

impl Class {
    pub const ALL: [Self; 6] = [Self::Reply, Self::Routine, Self::Fix, Self::Campaign, Self::Delicate, Self::Emergency];

    /// The heavier of the two; `self` where they weigh the same. `Emergency` stays what it is.
    #[must_use]
    pub fn raised_to(self, other: Self) -> Self {
        match (self.weight(), other.weight()) {
            (Some(mine), Some(theirs)) if theirs > mine => other,
            _ => self,
        }
    }

    const fn weight(self) -> Option<u8> {
        match self {
            Self::Reply | Self::Routine | Self::Fix => Some(0),
            Self::Campaign => Some(1),
            Self::Delicate => Some(2),
            Self::Emergency => None,
        }
    }
}

/// For whom a text speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    Official,
    Personal,
}

/// Who rules on a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consulted {
    Manager,
    Committee,
}

/// The circumstances in which a binding counts; what is not given counts always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    pub speaker: Option<Voice>,
    pub class: Option<Vec<Class>>,
    pub reply: Option<bool>,
}

impl When {
    #[must_use]
    pub fn holds(&self, circumstances: Circumstances) -> bool {
        let Circumstances { voice, class, reply } = circumstances;
        self.speaker.is_none_or(|speaker| speaker == voice)
            && self.class.as_ref().is_none_or(|classes| classes.contains(&class))
            && self.reply.is_none_or(|wanted| wanted == reply)
    }

    /// Whether some circumstances satisfy both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let speaker = self.speaker.is_none() || other.speaker.is_none() || self.speaker == other.speaker;
        let reply = self.reply.is_none() || other.reply.is_none() || self.reply == other.reply;
        let class = match (&self.class, &other.class) {
            (Some(mine), Some(theirs)) => mine.iter().any(|class| theirs.contains(class)),
            (None, _) | (_, None) => true,
        };
        speaker && reply && class
    }
}

/// The circumstances of one text. `class` is the one that the author declared, before findings raise it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    pub voice: Voice,
    pub class: Class,
    pub reply: bool,
}

/// "Where this rule finds something, that follows from this item."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    pub item: ItemId,
    pub rule: RuleId,
    pub when: When,
    pub strength: Strength,
    /// Set if and only if `strength` is `Consult`.
    pub consult: Option<Consulted>,
    pub raises: Option<Class>,
}

/// What a class asks of every text, whatever was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// 2-7: the author states the benefit to the reader.
    Benefit,
    /// 1-7: another certified person reads it.
    Review,
    /// 2-2: at least one source, or the author's statement that nothing in it needs one.
    Sources,
    /// 1-7: minutes between the last change of the words and sending.
    CoolingOff(u16),
    /// 2-4: a ruling.
    Consult(Consulted),
    /// A committee review after the fact (`emergency`), within so many hours: a duty, which does not hold the text.
    ReviewAfterwards(u16),
}

/// One class of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassRule {
    pub class: Class,
    pub requires: Vec<Requirement>,
}

/// One item with its article's title in both languages. The article's text stays in the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub id: ItemId,
    pub title_ja: String,
    pub title_en: String,
}

/// A whole policy, as loaded from a pack that passed every check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    pub id: String,
    pub version: String,
    pub items: Vec<Item>,
    pub bindings: Vec<Binding>,
    /// One for each of [`Class::ALL`].
    pub classes: Vec<ClassRule>,
}

/// A finding together with what the policy makes of it. A rule bound to two items gives two of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundFinding {
    pub finding: Finding,
    pub item: ItemId,
    pub strength: Strength,
    pub consult: Option<Consulted>,
    pub raises: Option<Class>,
}

impl Policy {
    /// What the findings mean here. A finding that no binding counts in these circumstances is left out:
    /// that is the policy's word, not the rule's.
    #[must_use]
    pub fn bind(&self, report: &Report, circumstances: Circumstances) -> Vec<BoundFinding> {
        let mut bound = Vec::new();
        for finding in &report.findings {
            for binding in self.bindings.iter().filter(|b| b.rule == finding.rule && b.when.holds(circumstances)) {
                let Binding { item, rule: _, when: _, strength, consult, raises } = binding;
                bound.push(BoundFinding {
                    finding: finding.clone(),
                    item: *item,
                    strength: *strength,
                    consult: *consult,
                    raises: *raises,
                });
            }
        }
        bound
    }

    /// The requirements of a class. A pack without one does not load, so none here means nothing was asked.
    #[must_use]
    pub fn requirements(&self, class: Class) -> &[Requirement] {
        self.classes.iter().find(|rule| rule.class == class).map_or(&[], |rule| &rule.requires)
    }

    /// How many hours the committee has to look at what left through the emergency lane. A pack that names none gives
    /// no time for it, and no leave to skip it.
    #[must_use]
    pub fn hours_for_review_afterwards(&self) -> u16 {
        let asked = self.requirements(Class::Emergency).iter().find_map(|requirement| match requirement {
            Requirement::ReviewAfterwards(hours) => Some(*hours),
            Requirement::Benefit
            | Requirement::Review
            | Requirement::Sources
            | Requirement::CoolingOff(_)
            | Requirement::Consult(_) => None,
        });
        asked.unwrap_or(0)
    }
}
