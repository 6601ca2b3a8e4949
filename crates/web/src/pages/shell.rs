//! What every page shares: language, who looks, where they are, whether sending is stopped, what went wrong.
//!
//! The stop state stands on every page of the team (items 1-9 and 2-5: whoever sees trouble must see at once
//! whether anything still goes out). This module knows no session and no database: handlers fill [`Page`].

use crate::words_filter::{Lang, Text, text};

/// The context that every template has as `page`.
#[derive(Debug, Clone)]
pub struct Page {
    pub lang: Lang,
    /// Put into the hidden field `csrf` of each form that posts.
    pub csrf: String,
    /// Path and query of this page without `lang=`, for the language switch.
    pub path: String,
    pub here: Here,
    /// Nobody on public pages, and on the sign-in page.
    pub viewer: Option<Viewer>,
    /// The organisation's own name, as its people write it.
    pub organisation: String,
    pub stop: StopState,
    /// What just happened, after a redirect.
    pub flash: Option<Flash>,
    /// What must be corrected in the form that was sent; shown at the top and at each field.
    pub problems: Vec<FieldProblem>,
    pub theme: Theme,
    /// Single-letter keys can be switched off by each person.
    pub single_keys: bool,
}

/// The person who looks at the page.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub id: String,
    pub name: String,
    /// The places in the navigation that are open to this person.
    pub places: Vec<Here>,
    pub counts: Vec<(Here, NavCount)>,
}

/// How many things wait in a place, and whether one of them is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NavCount {
    pub n: u32,
    pub late: bool,
}

/// Whether anything goes out at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopState {
    Running,
    Stopped,
}

impl StopState {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Running => "stop-state-running",
            Self::Stopped => "stop-state-stopped",
        }
    }

    pub const fn attr(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Stopped => "stopped",
        }
    }
}

/// A sentence shown once at the top of the page.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `note`, `answer`, `consult`, `forbid` or `done`.
    pub strength: super::parts::Strength,
    pub text: String,
}

/// What is wrong with one field: the field's HTML id, and a sentence that says what to do.
#[derive(Debug, Clone)]
pub struct FieldProblem {
    pub field: String,
    pub message: String,
}

/// The person's choice of brightness; the system's by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// The value of `data-theme` on `html`, empty when the system decides.
    pub const fn attr(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The places of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Here {
    Home,
    Posts,
    Write,
    Reviews,
    Calendar,
    Consultations,
    Stops,
    Emergencies,
    Feasibility,
    Accounts,
    People,
    Records,
    Policy,
    Official,
    /// A page that no entry of the navigation leads to.
    Elsewhere,
}

impl Here {
    /// Every place that has an entry, in the order of the navigation.
    pub const ALL: [Self; 14] = [
        Self::Home,
        Self::Posts,
        Self::Write,
        Self::Reviews,
        Self::Calendar,
        Self::Consultations,
        Self::Stops,
        Self::Emergencies,
        Self::Feasibility,
        Self::Accounts,
        Self::People,
        Self::Policy,
        Self::Records,
        Self::Official,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Home => "nav-home",
            Self::Posts | Self::Elsewhere => "nav-posts",
            Self::Write => "nav-write",
            Self::Reviews => "nav-reviews",
            Self::Calendar => "nav-calendar",
            Self::Consultations => "nav-consultations",
            Self::Stops => "nav-stops",
            Self::Emergencies => "nav-emergencies",
            Self::Feasibility => "nav-feasibility",
            Self::Accounts => "nav-accounts",
            Self::People => "nav-people",
            Self::Records => "nav-records",
            Self::Policy => "nav-policy",
            Self::Official => "nav-official",
        }
    }

    pub const fn href(self) -> &'static str {
        match self {
            Self::Home | Self::Elsewhere => "/",
            Self::Posts => "/posts",
            Self::Write => "/posts/new",
            Self::Reviews => "/reviews",
            Self::Calendar => "/calendar",
            Self::Consultations => "/consultations",
            Self::Stops => "/stops",
            Self::Emergencies => "/emergencies",
            Self::Feasibility => "/feasibility",
            Self::Accounts => "/accounts",
            Self::People => "/people",
            Self::Records => "/records",
            Self::Policy => "/policy",
            Self::Official => "/official",
        }
    }

    pub const fn icon(self) -> &'static str {
        match self {
            Self::Home | Self::Elsewhere => "home",
            Self::Posts => "draft",
            Self::Write => "write",
            Self::Reviews => "review",
            Self::Calendar => "scheduled",
            Self::Consultations => "consult",
            Self::Stops => "stop",
            Self::Emergencies => "flag",
            Self::Feasibility => "waiting",
            Self::Accounts => "badge",
            Self::People => "people",
            Self::Records => "record",
            Self::Policy => "book",
            Self::Official => "published",
        }
    }
}

/// One block of the navigation; the first has no head.
#[derive(Debug, Clone)]
pub struct NavGroup {
    pub head: &'static str,
    pub places: Vec<Here>,
}

impl Page {
    /// The message `key` in the page's language; values by `.with("n", 3)`.
    pub fn t<'k>(&self, key: impl AsRef<str> + 'k) -> Text<'k> {
        text(self.lang, key.as_ref().to_owned())
    }

    /// The page in the other language: every address takes `?lang=`, which also sets the preference.
    pub fn other_language(&self) -> String {
        let mark = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{mark}lang={}", self.path, self.lang.other())
    }

    /// The entries of the navigation that this person may see.
    pub fn nav(&self) -> Vec<NavGroup> {
        let Some(viewer) = &self.viewer else {
            return Vec::new();
        };
        let pick = |from: &[Here]| -> Vec<Here> {
            from.iter().copied().filter(|place| viewer.places.contains(place)).collect()
        };
        let groups = [
            ("", pick(&Here::ALL[0..5])),
            ("nav-group-guard", pick(&Here::ALL[5..11])),
            ("nav-group-policy", pick(&Here::ALL[11..14])),
        ];
        groups
            .into_iter()
            .filter(|(_, places)| !places.is_empty())
            .map(|(head, places)| NavGroup { head, places })
            .collect()
    }

    /// How many things wait in a place; zero is not shown.
    pub fn count(&self, place: &Here) -> Option<NavCount> {
        let counts = &self.viewer.as_ref()?.counts;
        counts.iter().find(|(at, count)| at == place && count.n > 0).map(|(_, count)| *count)
    }

    /// What is wrong with the field of this HTML id.
    pub fn problem(&self, field: impl AsRef<str>) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field == field.as_ref()).map(|problem| problem.message.as_str())
    }

    /// The first character of a name, for the round sign beside it.
    pub fn initial(&self, name: impl AsRef<str>) -> String {
        name.as_ref().chars().take(1).collect()
    }
}
