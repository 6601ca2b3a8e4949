//! The directory of people in scope, and their certifications (items 1-1, 2, 2-1).
//!
//! Each field has a purpose; people are never ranked, and nothing of their private life is here. A person sees
//! their own record.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Choice, Due, Stamp, Tab};

/// `GET /people?kind=&q=`, and with a form: `GET /people/new`.
#[derive(Debug, Clone, Template)]
#[template(path = "people/people.html")]
pub struct PeoplePage {
    pub page: Page,
    pub tabs: Vec<Tab>,
    pub query: String,
    pub rows: Vec<PersonRow>,
    pub form: Option<PersonForm>,
    pub may_add: bool,
    pub may_see_acknowledgements: bool,
    pub more: Option<String>,
}

#[derive(Debug, Clone)]
pub struct PersonRow {
    pub href: String,
    pub name: String,
    pub kana: String,
    /// `person-kind-…` in words.
    pub kind: String,
    pub roles: Vec<String>,
    pub accounts: Vec<AccountTag>,
    /// The next end of a certification.
    pub until: Option<Due>,
}

#[derive(Debug, Clone)]
pub struct PersonForm {
    /// `/people` or `/people/{id}`.
    pub action: String,
    pub is_new: bool,
    pub name: String,
    pub kana: String,
    pub email: String,
    pub kinds: Vec<Choice>,
    pub roles: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub managers: Vec<Choice>,
}

/// `GET /people/{id}`.
#[derive(Debug, Clone, Template)]
#[template(path = "people/person.html")]
pub struct PersonPage {
    pub page: Page,
    pub person: String,
    pub name: String,
    pub kana: String,
    pub kind: String,
    pub roles: Vec<String>,
    pub manager: String,
    pub deputy: String,
    /// Why each field is kept: shown to the person, and to those who keep the directory.
    pub certifications: Vec<CertificationView>,
    pub edit: Option<PersonForm>,
    pub certify: Option<CertificationForm>,
    /// How they stand to the policy in force: for themselves, and for who looks after that.
    pub pledge: Option<String>,
    /// It is the person's own page: they can change their password and sign out.
    pub is_own: bool,
    /// Their days and leave, for those who may enter them.
    pub presence: Option<PresenceForm>,
}

/// When somebody does their part. Why they are away is not asked.
#[derive(Debug, Clone)]
pub struct PresenceForm {
    pub days: Vec<Choice>,
    pub leaves: Vec<String>,
    /// As typed, when the form comes back.
    pub from: String,
    pub until: String,
}

#[derive(Debug, Clone)]
pub struct CertificationView {
    pub id: String,
    pub number: String,
    pub accounts: Vec<AccountTag>,
    pub capabilities: Vec<String>,
    pub from: Stamp,
    pub until: Stamp,
    pub examiner: String,
    pub standing: CertificationStanding,
    /// How near the end is.
    pub due: Option<Due>,
    pub may_change: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificationStanding {
    InForce,
    /// Why, by whom: a sentence.
    Suspended(String),
    Revoked(String),
    Ended,
    /// Its holder has not acknowledged the policy in force (2).
    Unread,
}

impl CertificationStanding {
    pub const fn key(&self) -> &'static str {
        match self {
            Self::InForce => "certification-in-force",
            Self::Suspended(_) => "certification-suspended",
            Self::Revoked(_) => "certification-revoked",
            Self::Ended => "certification-ended",
            Self::Unread => "certification-unread",
        }
    }

    pub const fn strength(&self) -> &'static str {
        match self {
            Self::InForce => "done",
            Self::Suspended(_) | Self::Unread => "consult",
            Self::Revoked(_) => "forbid",
            Self::Ended => "note",
        }
    }

    pub fn why(&self) -> &str {
        match self {
            Self::Suspended(why) | Self::Revoked(why) => why,
            Self::InForce | Self::Ended | Self::Unread => "",
        }
    }
}

#[derive(Debug, Clone)]
pub struct CertificationForm {
    pub person: String,
    pub accounts: Vec<Choice>,
    pub capabilities: Vec<Choice>,
    pub from: String,
    pub until: String,
}
