//! Signing in and having signed out.
//!
//! Serves 2-8 (accounts and passwords are managed firmly). Must never say whether an address is known:
//! a wrong address and a wrong password are one answer. The password is never sent back.

use askama::Template;

use crate::pages::Page;

/// `/session/new`
#[derive(Debug, Clone, Template)]
#[template(path = "signin/new.html")]
pub struct SignInPage {
    pub page: Page,
    /// Where the form posts to.
    pub action: String,
    /// What was typed before.
    pub login: String,
    pub trouble: Option<Trouble>,
    /// Where to go afterwards, a path on this server.
    pub next: Option<String>,
}

/// Why the page is shown again, or shown at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    Missing,
    /// A wrong address or a wrong password; how many tries are left, once few are.
    Mismatch {
        left: Option<u32>,
    },
    Limited {
        minutes: u32,
    },
    /// The form's token was too old.
    Stale,
    /// The session ended while something was open.
    Ended,
}

impl Trouble {
    /// Whether the fields themselves are wrong.
    pub fn is_in_fields(&self) -> bool {
        matches!(self, Self::Missing | Self::Mismatch { .. })
    }

    pub fn strength(&self) -> &'static str {
        match self {
            Self::Missing | Self::Mismatch { .. } => "forbid",
            Self::Limited { .. } => "consult",
            Self::Stale | Self::Ended => "note",
        }
    }

    pub fn icon(&self) -> &'static str {
        match self {
            Self::Missing | Self::Mismatch { .. } => "forbid",
            Self::Limited { .. } | Self::Stale | Self::Ended => "waiting",
        }
    }
}

impl SignInPage {
    pub fn in_fields(&self) -> bool {
        self.trouble.is_some_and(|trouble| trouble.is_in_fields())
    }
}

/// After `DELETE /session`.
#[derive(Debug, Clone, Template)]
#[template(path = "signin/gone.html")]
pub struct SignedOutPage {
    pub page: Page,
    pub signin_url: String,
}
