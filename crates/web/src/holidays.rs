//! Holidays of Japan and days of remembrance, as data: what a calendar shows so that nobody jokes on the wrong day
//! (1-7, 2-3). The Cabinet Office publishes the holidays of the next year each February.
//!
//! A year that is not listed has no holidays here, and the calendar says that it does not know them.

use jiff::civil::Date;

/// Month and day, and the key of its name.
type Day = (i8, i8, &'static str);

/// The holidays of each year that this version knows.
pub const HOLIDAYS: [(i16, &[Day]); 2] = [
    (
        2026,
        &[
            (1, 1, "new-year"),
            (1, 12, "coming-of-age"),
            (2, 11, "foundation"),
            (2, 23, "emperor"),
            (3, 20, "vernal-equinox"),
            (4, 29, "showa"),
            (5, 3, "constitution"),
            (5, 4, "greenery"),
            (5, 5, "children"),
            (5, 6, "substitute"),
            (7, 20, "marine"),
            (8, 11, "mountain"),
            (9, 21, "respect-for-the-aged"),
            (9, 22, "citizens"),
            (9, 23, "autumnal-equinox"),
            (10, 12, "sports"),
            (11, 3, "culture"),
            (11, 23, "labour-thanksgiving"),
        ],
    ),
    (
        2027,
        &[
            (1, 1, "new-year"),
            (1, 11, "coming-of-age"),
            (2, 11, "foundation"),
            (2, 23, "emperor"),
            (3, 21, "vernal-equinox"),
            (3, 22, "substitute"),
            (4, 29, "showa"),
            (5, 3, "constitution"),
            (5, 4, "greenery"),
            (5, 5, "children"),
            (7, 19, "marine"),
            (8, 11, "mountain"),
            (9, 20, "respect-for-the-aged"),
            (9, 23, "autumnal-equinox"),
            (10, 11, "sports"),
            (11, 3, "culture"),
            (11, 23, "labour-thanksgiving"),
        ],
    ),
];

/// Days on which many people mourn, each year.
pub const REMEMBRANCE: [Day; 9] = [
    (1, 1, "noto"),
    (1, 17, "hanshin"),
    (3, 11, "tohoku"),
    (4, 14, "kumamoto"),
    (6, 23, "okinawa"),
    (8, 6, "hiroshima"),
    (8, 9, "nagasaki"),
    (8, 15, "end-of-war"),
    (9, 1, "kanto"),
];

/// The message key of the holiday on this day.
#[must_use]
pub fn holiday(day: Date) -> Option<String> {
    let (_, days) = HOLIDAYS.iter().find(|(year, _)| *year == day.year())?;
    find(days, day).map(|name| format!("holiday-{name}"))
}

/// The message key of what is remembered on this day.
#[must_use]
pub fn remembrance(day: Date) -> Option<String> {
    find(&REMEMBRANCE, day).map(|name| format!("remembrance-{name}"))
}

/// Whether this version knows the holidays of the year.
#[must_use]
pub fn is_known(year: i16) -> bool {
    HOLIDAYS.iter().any(|(known, _)| *known == year)
}

fn find(days: &[Day], day: Date) -> Option<&'static str> {
    days.iter().find(|(month, number, _)| (*month, *number) == (day.month(), day.day())).map(|(_, _, name)| *name)
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, ToSpan as _, civil::Weekday, tz::TimeZone};
    use shingi_app::words::{Lang, words};

    use super::*;

    #[test]
    fn the_years_have_as_many_holidays_as_the_law_gives_them() {
        let counts = HOLIDAYS.map(|(year, days)| (year, days.len()));
        assert_eq!(counts, [(2026, 18), (2027, 17)]);
        assert_eq!(REMEMBRANCE.len(), 9);
    }

    #[test]
    fn mondays_by_law_are_mondays_and_a_holiday_on_a_sunday_has_a_substitute() {
        for (year, days) in HOLIDAYS {
            for (month, day, name) in days {
                let date = Date::new(year, *month, *day).unwrap();
                if ["coming-of-age", "marine", "respect-for-the-aged", "sports"].contains(name) {
                    assert_eq!(date.weekday(), Weekday::Monday, "{date} {name}");
                }
                if date.weekday() == Weekday::Sunday {
                    let mut next = date;
                    while holiday(next).is_some_and(|key| key != "holiday-substitute") {
                        next = next.saturating_add(1.day());
                    }
                    assert_eq!(holiday(next).as_deref(), Some("holiday-substitute"), "after {date} {name}");
                }
            }
        }
    }

    #[test]
    fn every_day_has_a_name_in_both_languages() {
        let holidays = HOLIDAYS.iter().flat_map(|(_, days)| days.iter()).map(|(_, _, name)| format!("holiday-{name}"));
        let keys = holidays.chain(REMEMBRANCE.iter().map(|(_, _, name)| format!("remembrance-{name}")));
        for key in keys {
            assert!(Lang::ALL.into_iter().all(|lang| words().has(lang, &key)), "{key}");
        }
    }

    #[test]
    fn the_list_is_not_too_old_for_the_calendars_that_people_look_at_today() {
        let soon = Timestamp::now().to_zoned_datetime(TimeZone::UTC).date().saturating_add(60.days());
        assert!(
            is_known(soon.year()),
            "expected the holidays of {}, the list ends with {}: add what the Cabinet Office published",
            soon.year(),
            HOLIDAYS[HOLIDAYS.len() - 1].0
        );
    }
}
