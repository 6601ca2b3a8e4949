//! Consultations and rulings (items 1-9, 2-4). A ruling first asks whether it could hinder a protected report.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Choice, Due, ObligationRow, Stamp, Tab};
use crate::pages::reviews::view::{Piece, ReviewPicture};

/// `GET /consultations?tab=open|ruled&before=`.
#[derive(Debug, Clone, Template)]
#[template(path = "consultations/list.html")]
pub struct ConsultationsPage {
    pub page: Page,
    pub tabs: Vec<Tab>,
    pub rows: Vec<ConsultationRow>,
    /// The address of the next page.
    pub more: Option<String>,
}

#[derive(Debug, Clone)]
pub struct ConsultationRow {
    pub href: String,
    pub question: String,
    pub post_title: String,
    pub by: String,
    pub at: Stamp,
    pub due: Option<Due>,
    /// `consult-manager` or `consult-committee` in words.
    pub with: String,
    pub verdict: Option<Verdict>,
}

/// How it was ruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Permit,
    Refuse,
}

impl Verdict {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Permit => "ruling-permit",
            Self::Refuse => "ruling-refuse",
        }
    }

    pub const fn strength(self) -> &'static str {
        match self {
            Self::Permit => "done",
            Self::Refuse => "forbid",
        }
    }
}

/// `GET /consultations/{id}`.
#[derive(Debug, Clone, Template)]
#[template(path = "consultations/show.html")]
pub struct ConsultationPage {
    pub page: Page,
    pub consultation: String,
    pub question: String,
    pub post_title: String,
    pub post_href: String,
    pub by: String,
    pub at: Stamp,
    pub with: String,
    pub item: String,
    /// The words that the ruling will be about: per account, the same bytes as a reviewer sees.
    pub texts: Vec<ConsultedText>,
    pub obligations: Vec<ObligationRow>,
    pub precedents: Vec<(String, String)>,
    pub ruling: Option<RulingView>,
    /// The form, or why this person cannot rule.
    pub may_rule: Result<(), String>,
    /// The answers to "could this be a protected report?".
    pub protected: Vec<Choice>,
    /// Lines for conditions, filled or empty.
    pub conditions: Vec<String>,
    pub verdicts: Vec<Choice>,
    /// What was typed as the reason, when the form comes back.
    pub reason: String,
}

#[derive(Debug, Clone)]
pub struct ConsultedText {
    pub delivery: String,
    pub account: AccountTag,
    pub pieces: Vec<Piece>,
    /// Which characters have no shape of their own, if any.
    pub hidden: Option<String>,
    /// The ruling is about them too.
    pub pictures: Vec<ReviewPicture>,
    pub digest: String,
    pub digest_value: String,
}

#[derive(Debug, Clone)]
pub struct RulingView {
    pub verdict: Verdict,
    pub by: String,
    pub at: Stamp,
    pub reason: String,
    pub conditions: Vec<ConditionView>,
    /// The words changed afterwards: the ruling no longer counts.
    pub void: bool,
}

/// A condition is an obligation like any other; its author meets it with evidence.
#[derive(Debug, Clone)]
pub struct ConditionView {
    pub number: u16,
    pub text: String,
    /// Who met it, and with what.
    pub met: Option<String>,
    pub may_meet: bool,
}
