//! The small things that pages show: chips, accounts, clocks, the chain of who must still act, findings, differences.
//! Serves no item of its own.
//!
//! Shapes and colours follow one rule (`state is an attribute, never a second class`), so each enum here knows
//! its attribute, its message key and its icon, and nothing else. These are words for the eye: the domain has its own
//! types, and handlers translate; a colour must never decide anything.

/// The five strengths of an obligation, and what is discharged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strength {
    Note,
    Answer,
    Review,
    Consult,
    Forbid,
    Done,
}

impl Strength {
    pub const fn attr(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Answer => "answer",
            Self::Review => "review",
            Self::Consult => "consult",
            Self::Forbid => "forbid",
            Self::Done => "done",
        }
    }

    pub const fn icon(self) -> &'static str {
        self.attr()
    }

    pub fn key(self) -> String {
        format!("strength-{}", self.attr())
    }
}

/// The states of a post and of a delivery, as the eye tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Waiting,
    Returned,
    Held,
    Cleared,
    Scheduled,
    Sending,
    Published,
    Unknown,
    Corrected,
    Withdrawn,
    Expired,
}

impl State {
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Waiting,
        Self::Returned,
        Self::Held,
        Self::Cleared,
        Self::Scheduled,
        Self::Sending,
        Self::Published,
        Self::Unknown,
        Self::Corrected,
        Self::Withdrawn,
        Self::Expired,
    ];

    pub const fn attr(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Held => "held",
            Self::Cleared => "cleared",
            Self::Scheduled => "scheduled",
            Self::Sending => "sending",
            Self::Published => "published",
            Self::Unknown => "unknown",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    pub const fn icon(self) -> &'static str {
        match self {
            Self::Cleared => "done-ring",
            Self::Sending => "send",
            Self::Draft
            | Self::Waiting
            | Self::Returned
            | Self::Held
            | Self::Scheduled
            | Self::Published
            | Self::Unknown
            | Self::Corrected
            | Self::Withdrawn
            | Self::Expired => self.attr(),
        }
    }

    pub fn key(self) -> String {
        format!("state-{}", self.attr())
    }
}

/// The class of a text: how much it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    Reply,
    Routine,
    Fix,
    Campaign,
    Delicate,
    Emergency,
}

impl Class {
    pub const ALL: [Self; 6] = [Self::Reply, Self::Routine, Self::Fix, Self::Campaign, Self::Delicate, Self::Emergency];

    pub const fn attr(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Routine => "routine",
            Self::Fix => "fix",
            Self::Campaign => "campaign",
            Self::Delicate => "delicate",
            Self::Emergency => "emergency",
        }
    }

    pub fn key(self) -> String {
        format!("class-{}", self.attr())
    }
}

/// Where an account speaks; the same list as the domain's media. It is open (item 1-2): what has no sign is `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    OfficialPage,
    X,
    Bluesky,
    Mastodon,
    Facebook,
    Instagram,
    Threads,
    Line,
    Linkedin,
    Youtube,
    Tiktok,
    Note,
    Other,
}

impl Medium {
    pub const ALL: [Self; 13] = [
        Self::OfficialPage,
        Self::X,
        Self::Bluesky,
        Self::Mastodon,
        Self::Facebook,
        Self::Instagram,
        Self::Threads,
        Self::Line,
        Self::Linkedin,
        Self::Youtube,
        Self::Tiktok,
        Self::Note,
        Self::Other,
    ];

    pub const fn attr(self) -> &'static str {
        match self {
            Self::OfficialPage => "official_page",
            Self::X => "x",
            Self::Bluesky => "bluesky",
            Self::Mastodon => "mastodon",
            Self::Facebook => "facebook",
            Self::Instagram => "instagram",
            Self::Threads => "threads",
            Self::Line => "line",
            Self::Linkedin => "linkedin",
            Self::Youtube => "youtube",
            Self::Tiktok => "tiktok",
            Self::Note => "note",
            Self::Other => "other",
        }
    }

    pub const fn icon(self) -> &'static str {
        match self {
            Self::OfficialPage => "net-web",
            Self::X => "net-x",
            Self::Bluesky => "net-bluesky",
            Self::Mastodon => "net-mastodon",
            Self::Instagram => "net-photo",
            Self::Note => "book",
            Self::Linkedin => "building",
            Self::Youtube | Self::Tiktok => "net-video",
            Self::Facebook | Self::Threads | Self::Line | Self::Other => "answer",
        }
    }

    pub fn key(self) -> String {
        format!("medium-{}", self.attr())
    }

    /// How the browser counts for this medium; the server counts again by the same rules.
    pub const fn counting(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Bluesky => "bluesky",
            Self::Mastodon => "mastodon",
            Self::Threads => "threads",
            Self::Line | Self::Tiktok => "utf16",
            Self::OfficialPage
            | Self::Facebook
            | Self::Instagram
            | Self::Linkedin
            | Self::Youtube
            | Self::Note
            | Self::Other => "characters",
        }
    }
}

/// An official account, as a tag beside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountTag {
    pub id: String,
    pub name: String,
    pub medium: Medium,
    /// 1 to 6: the coloured square, never the only sign.
    pub colour: u8,
}

/// A moment: machine form and the form that people read, in the organisation's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub iso: String,
    pub text: String,
}

impl Stamp {
    pub fn new(iso: impl Into<String>, text: impl Into<String>) -> Self {
        Self { iso: iso.into(), text: text.into() }
    }
}

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    Track,
    Soon,
    Over,
    Done,
}

impl Clock {
    pub const fn attr(self) -> &'static str {
        match self {
            Self::Track => "track",
            Self::Soon => "soon",
            Self::Over => "over",
            Self::Done => "done",
        }
    }
}

/// Until when, in words: 今日 11:30 まで.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub text: String,
    pub clock: Clock,
}

impl Due {
    pub fn new(text: impl Into<String>, clock: Clock) -> Self {
        Self { text: text.into(), clock }
    }
}

/// How far a step of the chain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    Done,
    Now,
    Blocked,
    Todo,
}

impl Step {
    pub const fn attr(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Blocked => "blocked",
            Self::Todo => "todo",
        }
    }

    pub fn key(self) -> String {
        format!("step-{}", self.attr())
    }
}

/// One step of "who must still do what" (item 2-9: each part has a named person).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainStep {
    pub step: Step,
    /// A name of the icon sprite.
    pub icon: &'static str,
    pub what: String,
    pub who: String,
    pub note: String,
}

/// One obligation in a list: discharged ones show [`Strength::Done`] and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObligationRow {
    pub strength: Strength,
    pub icon: &'static str,
    pub label: String,
    /// Like `1-7`; empty where no item stands behind it.
    pub item: String,
    pub detail: String,
    /// Where the proof or the form is.
    pub href: Option<String>,
    /// For what the clock discharges: shown instead of the strength.
    pub due: Option<Due>,
}

/// A piece of a word difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffPart {
    Same(String),
    Added(String),
    Removed(String),
    /// So many lines are the same and not shown.
    Skipped(usize),
}

/// One choice of a select, a radio or a check list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), chosen }
    }
}

/// A tab or a segment: a link with a label, and how many things are behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub href: String,
    pub label: String,
    pub count: Option<u32>,
    pub current: bool,
}

/// One sentence of the record, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventLine {
    pub position: u64,
    pub at: Stamp,
    pub sentence: String,
    pub icon: &'static str,
    pub href: Option<String>,
}
