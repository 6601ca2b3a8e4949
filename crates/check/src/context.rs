//! What the caller knows about a text: who speaks, for which organisation, on which day.
//!
//! Serves 1-4 (the organisation's own contacts are no findings; what was said before), 1-6, 1-9 (what is answered), 1-10
//! and part 2 (for whom a text speaks).
//! What a caller does not have is `None` and is reported as "not asked", never guessed.

use shingi_domain::{
    picture::{Seen, Trace},
    policy::Voice,
};

use crate::{
    date::Date,
    matters::{Matter, Matters, Moment},
    mosaic::History,
    normalize,
};

/// For whom the text speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// A certified operator, on this official account (its handle; may be empty).
    Official {
        account: String,
    },
    Personal {
        employer: Employer,
    },
}

impl Speaker {
    #[must_use]
    pub const fn voice(&self) -> Voice {
        match self {
            Self::Official { account: _ } => Voice::Official,
            Self::Personal { employer: _ } => Voice::Personal,
        }
    }
}

/// How well a reader can tell for whom the writer of a private account works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Employer {
    Stated,
    Guessable,
    Hidden,
    Unknown,
}

/// The organisation as it wants to be known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    names: Vec<String>,
    contacts: Vec<String>,
    folded_names: Vec<String>,
    folded_clients: Vec<String>,
    folded_products: Vec<String>,
    contact_keys: Vec<String>,
}

impl Organisation {
    /// `contacts` are what the organisation has published about itself: numbers, addresses of mail and post, handles.
    #[must_use]
    pub fn new(names: Vec<String>, contacts: Vec<String>) -> Self {
        let folded_names = folded(&names);
        let contact_keys = contacts.iter().map(|c| contact_key(c)).filter(|key| key.chars().count() > 2).collect();
        Self { names, contacts, folded_names, contact_keys, ..Self::default() }
    }

    /// With the names that only the house knows for names: its clients and partners, and its own products.
    #[must_use]
    pub fn knowing(self, clients: &[String], products: &[String]) -> Self {
        Self { folded_clients: folded(clients), folded_products: folded(products), ..self }
    }

    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    #[must_use]
    pub fn contacts(&self) -> &[String] {
        &self.contacts
    }

    pub(crate) fn folded_names(&self) -> &[String] {
        &self.folded_names
    }

    pub(crate) fn folded_clients(&self) -> &[String] {
        &self.folded_clients
    }

    pub(crate) fn folded_products(&self) -> &[String] {
        &self.folded_products
    }

    /// Whether these words are one of the organisation's own published contacts, however they are spelt:
    /// only letters and digits count, and `+81` is the same as a leading `0`.
    #[must_use]
    pub fn publishes(&self, words: &str) -> bool {
        let key = contact_key(words);
        !key.is_empty() && self.contact_keys.iter().any(|own| *own == key || own.ends_with(&key) && key.len() > 8)
    }
}

impl Organisation {
    /// Whether a host is, or lies under, one that the organisation has published; `None` where it has published none.
    pub(crate) fn publishes_host(&self, host: &str) -> Option<bool> {
        let mut hosts = self.contacts.iter().filter_map(|contact| host_of(contact)).peekable();
        hosts.peek()?;
        Some(hosts.any(|own| {
            let own = own.trim_start_matches("www.");
            host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'))
        }))
    }
}

/// The host of a web address, in small letters.
pub(crate) fn host_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    // What stands before an `@` is a name for the door, not the house.
    let host = rest[..end].rsplit('@').next().unwrap_or("").split(':').next().unwrap_or("").to_lowercase();
    (web && host.contains('.')).then_some(host)
}

fn folded(names: &[String]) -> Vec<String> {
    names.iter().map(|name| normalize::folded(name)).filter(|name| !name.trim().is_empty()).collect()
}

/// Letters and digits of a contact, folded.
fn contact_key(words: &str) -> String {
    let folded = normalize::folded(words);
    let international = folded.trim_start().starts_with("+81");
    let key: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    match key.strip_prefix("81") {
        Some(rest) if international => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => key,
    }
}

/// A picture, video or sound beside the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Medium {
    /// The words for those who do not see it. `None` and blank are the same: missing.
    pub alt: Option<String>,
    pub looked: Looked,
    /// The author says that the people in it agreed.
    pub agreed: bool,
}

/// Whether somebody looked into a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Looked {
    /// This caller has no eyes for pictures.
    #[default]
    NotAsked,
    /// It should have been looked at, and was not.
    Missing,
    Seen(Box<InPicture>),
}

/// What is in one picture, and where it was before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InPicture {
    /// Tells this picture from any other: an answer about it is bound to this name.
    pub name: String,
    pub seen: Seen,
    pub traces: Vec<Trace>,
    /// An earlier post that shows the same picture, as its caller names posts.
    pub used_in: Option<String>,
}

/// Something that the same account said before, or that the same sender wrote before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub id: String,
    pub text: String,
    pub at: Option<Date>,
}

/// Everything about one text that is not in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    pub speaker: Speaker,
    pub organisation: Organisation,
    pub today: Date,
    /// Of today, since midnight. Where it is `None`, what becomes public in the course of today is not public yet.
    pub minute: Option<u16>,
    /// Whether the text answers somebody.
    pub reply: bool,
    /// What it answers, where the caller has it.
    pub reply_to: Option<String>,
    pub matters: Option<Matters>,
    pub history: Option<History>,
}

impl Context {
    /// An official text of an organisation that has said nothing about itself; change the fields that are known.
    #[must_use]
    pub fn official(today: Date) -> Self {
        Self {
            speaker: Speaker::Official { account: String::new() },
            organisation: Organisation::default(),
            today,
            minute: None,
            reply: false,
            reply_to: None,
            matters: None,
            history: None,
        }
    }

    /// A private text by somebody of whom nothing is known.
    #[must_use]
    pub fn personal(today: Date) -> Self {
        Self { speaker: Speaker::Personal { employer: Employer::Unknown }, ..Self::official(today) }
    }

    /// Whether everybody may know this matter by now.
    #[must_use]
    pub fn knows_as_public(&self, matter: &Matter) -> bool {
        let now = Moment { date: self.today, minute: self.minute.unwrap_or(0) };
        matter.public_from.is_some_and(|from| from <= now)
    }

    #[must_use]
    pub const fn is_official(&self) -> bool {
        matches!(self.speaker.voice(), Voice::Official)
    }
}
