//! The calendar by month, week and list (items 1-7, 2-6).
//!
//! Every place that shows a time shows its zone. What is published has no grip; what is moved outside its cleared
//! window is asked about by the server, never moved silently.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Stamp, State, Tab};

/// `GET /calendar?view=month|week|list&on=DATE`.
#[derive(Debug, Clone, Template)]
#[template(path = "calendar/calendar.html")]
pub struct CalendarPage {
    pub page: Page,
    /// 2026年11月, or 11月22日〜28日.
    pub heading: String,
    /// Month, week, list.
    pub views: Vec<Tab>,
    pub earlier: CalendarLink,
    pub later: CalendarLink,
    pub today: String,
    /// Asia/Tokyo（UTC+9）.
    pub zone: String,
    pub accounts: Vec<AccountTag>,
    /// Weeks of seven days for month and week; empty for the list.
    pub weeks: Vec<Vec<DayCell>>,
    /// The column heads: short name, full name, and the day's kind.
    pub weekdays: Vec<Weekday>,
    /// A week shows its days taller.
    pub is_week: bool,
    /// The list of what is to come; always there, and alone in the list view.
    pub agenda: Vec<AgendaDay>,
    pub agenda_count: usize,
    /// Same account in the same hour, sensitive days: sentences.
    pub conflicts: Vec<String>,
    /// A sentence where this version does not know the holidays of a year that is shown.
    pub holidays_unknown: String,
    pub may_write: bool,
}

#[derive(Debug, Clone)]
pub struct CalendarLink {
    pub href: String,
    pub label: String,
}

#[derive(Debug, Clone)]
pub struct Weekday {
    pub short: String,
    pub full: String,
    pub kind: DayKind,
}

/// Sundays and holidays are red, Saturdays blue, by custom; the name of the holiday says it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    Work,
    Saturday,
    Off,
}

impl DayKind {
    pub const fn class(self) -> &'static str {
        match self {
            Self::Work => "",
            Self::Saturday => " is-sat",
            Self::Off => " is-sun",
        }
    }
}

#[derive(Debug, Clone)]
pub struct DayCell {
    /// 2026-11-24
    pub date: String,
    /// 24, or 12/1 on the first of another month.
    pub label: String,
    pub kind: DayKind,
    /// Of another month than the one shown.
    pub outside: bool,
    pub today: bool,
    pub holiday: String,
    /// 沈黙期間, 製品事故から3年, …
    pub notes: Vec<String>,
    pub chips: Vec<Chip>,
}

/// A delivery on the calendar.
#[derive(Debug, Clone)]
pub struct Chip {
    pub account: AccountTag,
    pub state: State,
    pub date: String,
    pub time: String,
    pub title: String,
    pub href: String,
    /// Where a move is posted to; none for what cannot move any more.
    pub action: Option<String>,
}

#[derive(Debug, Clone)]
pub struct AgendaDay {
    pub date: Stamp,
    pub kind: DayKind,
    pub rows: Vec<AgendaEntry>,
}

#[derive(Debug, Clone)]
pub struct AgendaEntry {
    pub at: Stamp,
    pub title: String,
    pub href: String,
    pub state: State,
    pub why: String,
    pub accounts: Vec<AccountTag>,
    /// The form of a move without script: its action, date and time.
    pub movable: Option<MoveForm>,
}

#[derive(Debug, Clone)]
pub struct MoveForm {
    pub id: String,
    pub action: String,
    pub date: String,
    pub time: String,
}
