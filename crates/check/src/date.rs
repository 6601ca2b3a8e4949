//! A calendar day without a clock: what a text calls "today", and the weekday of a written date.
//!
//! Serves 2-2 (dates that do not fit their weekday) and 1-6 (embargoes). Must never ask what day it is.

use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a date that exists, like `2026-11-24`, got `{0}`")]
pub struct NotADate(pub String);

impl Date {
    /// `None` where the day does not exist (30 February) or the year is outside 1–9999.
    #[must_use]
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// A number that orders days: 20261124. For keys of caches, not for counting days.
    #[must_use]
    pub fn number(self) -> u32 {
        let year = u32::from(self.year.unsigned_abs());
        (year * 100 + u32::from(self.month)) * 100 + u32::from(self.day)
    }

    /// Sunday is 0, Saturday 6 (the order of 日月火水木金土).
    #[must_use]
    pub fn weekday(self) -> u8 {
        const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = i32::from(self.year) - i32::from(self.month < 3);
        let shift = SHIFT[usize::from(self.month - 1)];
        let day = (year + year / 4 - year / 100 + year / 400 + shift + i32::from(self.day)) % 7;
        u8::try_from(day).expect("the remainder of a positive number by 7 fits")
    }
}

const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(wrong());
        };
        let plain = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(year, 4) || !plain(month, 2) || !plain(day, 2) {
            return Err(wrong());
        }
        let (year, month, day) = (year.parse(), month.parse(), day.parse());
        match (year, month, day) {
            (Ok(year), Ok(month), Ok(day)) => Self::new(year, month, day).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_fit_the_calendar() {
        for (text, weekday) in [("2026-11-24", 2), ("2000-02-29", 2), ("1970-01-01", 4), ("2027-01-31", 0)] {
            assert_eq!(text.parse::<Date>().unwrap().weekday(), weekday, "{text}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_by_name() {
        for text in ["2026-02-29", "2026-13-01", "26-1-1", "2026-11-24x", "", "2026-11", "+026-11-24"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate(text.to_owned())));
        }
    }
}
