//! Which days a calendar shows, and what each of them is: pure, in the organisation's zone (1-7, 2-3).

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use shingi_domain::time::Timestamp;

use super::view::DayKind;
use crate::holidays;

/// Days that a list shows.
const LIST_DAYS: i32 = 30;
/// Beyond these years nobody plans, and arithmetic on days stays far from its limits.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Month,
    Week,
    List,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::List];

    #[must_use]
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.word() == word).unwrap_or(Self::Month)
    }

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::List => "list",
        }
    }
}

/// A day as the address has it; today where it is none.
#[must_use]
pub fn day_or(word: &str, today: Date) -> Date {
    word.parse::<Date>().ok().filter(|day| YEARS.contains(&day.year())).unwrap_or(today)
}

/// First and last day that are shown: whole weeks from Sunday, except in a list.
#[must_use]
pub fn span(view: View, on: Date) -> (Date, Date) {
    match view {
        View::Month => (week_of(on.first_of_month()).0, week_of(on.last_of_month()).1),
        View::Week => week_of(on),
        View::List => (on, on.saturating_add((LIST_DAYS - 1).days())),
    }
}

/// Sunday to Saturday.
fn week_of(day: Date) -> (Date, Date) {
    let sunday = day.saturating_sub(i32::from(day.weekday().to_sunday_zero_offset()).days());
    (sunday, sunday.saturating_add(6.days()))
}

/// The day that the page before or after this one stands on.
#[must_use]
pub fn beside(view: View, on: Date, later: bool) -> Date {
    let sign = if later { 1 } else { -1 };
    match view {
        View::Month => on.first_of_month().saturating_add(sign.months()),
        View::Week => on.saturating_add((7 * sign).days()),
        View::List => on.saturating_add((LIST_DAYS * sign).days()),
    }
}

/// All days from the first to the last.
pub fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

#[must_use]
pub fn kind(day: Date) -> DayKind {
    if day.weekday() == Weekday::Sunday || holidays::holiday(day).is_some() {
        DayKind::Off
    } else if day.weekday() == Weekday::Saturday {
        DayKind::Saturday
    } else {
        DayKind::Work
    }
}

/// The instant in which a day begins in a zone.
#[must_use]
pub fn begin(day: Date, zone: &TimeZone) -> Timestamp {
    let begin = day.to_zoned_datetime(zone.clone()).map(|zoned| zoned.timestamp().as_microsecond());
    Timestamp(begin.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks_from_sunday() {
        assert_eq!(span(View::Month, date(2026, 11, 24)), (date(2026, 11, 1), date(2026, 12, 5)));
        assert_eq!(span(View::Week, date(2026, 11, 24)), (date(2026, 11, 22), date(2026, 11, 28)));
        assert_eq!(span(View::List, date(2026, 11, 24)), (date(2026, 11, 24), date(2026, 12, 23)));
        assert_eq!(days(date(2026, 11, 1), date(2026, 12, 5)).count(), 35);
    }

    #[test]
    fn the_month_after_january_31_is_february() {
        assert_eq!(beside(View::Month, date(2027, 1, 31), true), date(2027, 2, 1));
        assert_eq!(beside(View::Month, date(2026, 3, 31), false), date(2026, 2, 1));
    }

    #[test]
    fn sundays_and_holidays_are_off_and_nothing_else_is() {
        assert_eq!(kind(date(2026, 11, 22)), DayKind::Off);
        assert_eq!(kind(date(2026, 11, 23)), DayKind::Off);
        assert_eq!(kind(date(2026, 11, 24)), DayKind::Work);
        assert_eq!(kind(date(2026, 11, 28)), DayKind::Saturday);
        // A holiday on a Saturday is red, not blue.
        assert_eq!(kind(date(2027, 1, 2)), DayKind::Saturday);
        assert_eq!(kind(date(2026, 5, 6)), DayKind::Off);
    }

    #[test]
    fn a_day_begins_at_midnight_of_its_zone() {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        assert_eq!(begin(date(2026, 11, 25), &tokyo), Timestamp(1_795_532_400_000_000));
    }

    #[test]
    fn what_is_no_day_is_today() {
        let today = date(2026, 11, 24);
        for word in ["", "x", "2026-13-01", "-9999-01-01", "9999-12-31", "2026-11-31"] {
            assert_eq!(day_or(word, today), today, "{word}");
        }
        assert_eq!(day_or("2027-03-11", today), date(2027, 3, 11));
    }
}
