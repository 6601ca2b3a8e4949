//! The first set-up: one form behind a one-time link, a page of what comes next, a page for a dead link.
//!
//! Serves the preamble (the company and its names are known before anything is published) and 2-8 (the first
//! administrator has a password of their own, the keys get a second place). Must never show a secret key.

use askama::Template;

use crate::pages::Page;
use crate::pages::public::Moment;

/// `/setup/{token}`. What is wrong stands in `page.problems`, by the ids in [`field`].
#[derive(Debug, Clone, Template)]
#[template(path = "setup/new.html")]
pub struct SetupPage {
    pub page: Page,
    pub action: String,
    pub form: SetupForm,
    pub zones: Vec<ZoneGroup>,
    pub password_length_min: u32,
}

impl SetupPage {
    /// Whether the zone typed or preset is on the list; if not, the list says "choose" instead of choosing.
    #[must_use]
    pub fn knows_zone(&self) -> bool {
        self.zones.iter().any(|group| group.zones.contains(&self.form.zone))
    }
}

/// HTML ids and form names of the fields.
pub mod field {
    pub const NAME: &str = "name";
    pub const NAMES: &str = "names";
    pub const URL: &str = "url";
    pub const ZONE: &str = "zone";
    pub const ADMINISTRATOR: &str = "administrator";
    pub const LOGIN: &str = "login";
    pub const PASSWORD: &str = "password";
    pub const PASSWORD_AGAIN: &str = "password_again";
    /// In the order of the page, for a handler that tests them all.
    pub const ALL: [&str; 8] = [NAME, NAMES, URL, ZONE, ADMINISTRATOR, LOGIN, PASSWORD, PASSWORD_AGAIN];
}

/// What was typed so far. Passwords are never sent back.
#[derive(Debug, Clone, Default)]
pub struct SetupForm {
    pub name: String,
    /// One a line.
    pub names: String,
    pub url: String,
    pub zone: String,
    pub administrator: String,
    pub login: String,
}

/// The time zones of one part of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneGroup {
    pub region: String,
    pub zones: Vec<String>,
}

/// The IANA zones this program knows, by region, without the old short names (`Japan`, `EST5EDT`).
#[must_use]
pub fn zone_groups() -> Vec<ZoneGroup> {
    const REGIONS: [&str; 10] =
        ["Asia", "Africa", "America", "Antarctica", "Arctic", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    names.sort_unstable();
    names.dedup();
    let mut groups: Vec<ZoneGroup> = REGIONS
        .into_iter()
        .map(|region| ZoneGroup {
            region: region.to_owned(),
            zones: names
                .iter()
                .filter(|name| name.split('/').next() == Some(region) && name.contains('/'))
                .cloned()
                .collect(),
        })
        .filter(|group| !group.zones.is_empty())
        .collect();
    groups.push(ZoneGroup { region: "UTC".to_owned(), zones: vec!["UTC".to_owned()] });
    groups
}

/// `/setup/done`: the server is the company's own; what comes next.
#[derive(Debug, Clone, Template)]
#[template(path = "setup/done.html")]
pub struct SetupDonePage {
    pub page: Page,
    /// The folder of the keys, as the person who runs the server names it.
    pub keys_folder: String,
    /// Verifier keys of the two logs.
    pub record_key: String,
    pub certificates_key: String,
    pub next: Vec<NextStep>,
}

/// One thing to do after the set-up. The first is the one to press.
#[derive(Debug, Clone)]
pub struct NextStep {
    pub kind: NextKind,
    pub url: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextKind {
    SignIn,
    People,
    Policy,
    Accounts,
    Certify,
}

impl NextKind {
    pub const ALL: [Self; 5] = [Self::SignIn, Self::People, Self::Policy, Self::Accounts, Self::Certify];

    pub fn key(&self) -> &'static str {
        match self {
            Self::SignIn => "setup-next-signin",
            Self::People => "setup-next-people",
            Self::Policy => "setup-next-policy",
            Self::Accounts => "setup-next-accounts",
            Self::Certify => "setup-next-certify",
        }
    }
}

/// A set-up link that does not open.
#[derive(Debug, Clone, Template)]
#[template(path = "setup/closed.html")]
pub struct SetupClosedPage {
    pub page: Page,
    /// When the set-up was finished; `None` for a link that never was or is no longer valid.
    pub done: Option<Moment>,
    pub signin_url: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zones_are_those_of_the_world_and_not_the_old_short_names() {
        let groups = zone_groups();
        let all: Vec<&String> = groups.iter().flat_map(|group| &group.zones).collect();
        for wanted in ["Asia/Tokyo", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Europe/London", "UTC"] {
            assert!(all.iter().any(|zone| *zone == wanted), "{wanted}");
        }
        assert!(!all.iter().any(|zone| ["Japan", "EST5EDT"].contains(&zone.as_str())));
        assert!(all.len() > 400, "{}", all.len());
    }
}
