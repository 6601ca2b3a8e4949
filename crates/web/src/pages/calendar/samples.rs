//! Samples of the calendar: a month with a holiday, a week, the list, and an empty month.

use super::view::{AgendaDay, AgendaEntry, CalendarLink, CalendarPage, Chip, DayCell, DayKind, MoveForm, Weekday};
use crate::pages::Here;
use crate::pages::parts::{AccountTag, Stamp, State, Tab};
use crate::pages::samples::{HOSTILE, bluesky, page, photo, say, web, words, x};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, CalendarPage)> {
    let month = calendar(lang, 0);
    let mut week = calendar(lang, 1);
    week.weeks = vec![week.weeks[3].clone()];
    week.is_week = true;
    week.heading = say(lang, "11月22日〜28日", "22–28 November");
    let mut list = calendar(lang, 2);
    list.weeks.clear();
    list.holidays_unknown = say(
        lang,
        "2028年の祝日は、この版のShingiにはまだ入っていません。",
        "This version of Shingi does not know the holidays of 2028 yet.",
    );
    let mut empty = calendar(lang, 0);
    empty.agenda.clear();
    empty.conflicts.clear();
    for day in empty.weeks.iter_mut().flatten() {
        day.chips.clear();
    }
    vec![("calendar-month", month), ("calendar-week", week), ("calendar-list", list), ("calendar-empty", empty)]
}

fn kind(index: usize) -> DayKind {
    match index {
        0 => DayKind::Off,
        6 => DayKind::Saturday,
        _ => DayKind::Work,
    }
}

fn weeks(lang: Lang) -> Vec<Vec<DayCell>> {
    let mut weeks = Vec::new();
    for week in 0..5_u32 {
        let days = (0..7_u32).map(|index| {
            let number = week * 7 + index + 1;
            let (date, label, outside) = if number > 30 {
                let d = number - 30;
                (format!("2026-12-{d:02}"), if d == 1 { "12/1".to_owned() } else { d.to_string() }, true)
            } else {
                (format!("2026-11-{number:02}"), number.to_string(), false)
            };
            let holiday = match number {
                3 => say(lang, "文化の日", "Culture Day"),
                23 => say(lang, "勤労感謝の日", "Labour Thanksgiving Day"),
                _ => String::new(),
            };
            DayCell {
                kind: if holiday.is_empty() { kind(index as usize) } else { DayKind::Off },
                label,
                outside,
                today: number == 24,
                notes: if number == 17 {
                    vec![say(lang, "製品事故から3年", "Three years since the accident")]
                } else {
                    vec![]
                },
                chips: chips(number, &date),
                holiday,
                date,
            }
        });
        weeks.push(days.collect());
    }
    weeks
}

fn chips(number: u32, date: &str) -> Vec<Chip> {
    let chip = |account: AccountTag, state, time: &str, title: &str| Chip {
        account,
        state,
        date: date.to_owned(),
        time: time.to_owned(),
        title: title.to_owned(),
        href: "/posts/1".to_owned(),
        action: (!matches!(state, State::Published | State::Withdrawn | State::Unknown | State::Expired))
            .then(|| "/posts/1/deliveries/d1/schedule".to_owned()),
    };
    match number {
        2 => vec![chip(x(), State::Published, "10:00", "冬の使い方相談、始めました")],
        5 => vec![
            chip(web(), State::Published, "11:00", "停止訓練のお知らせ"),
            chip(x(), State::Withdrawn, "16:00", "写真の差し替え"),
        ],
        10 => vec![chip(x(), State::Expired, "09:00", "水質の豆知識")],
        13 => vec![chip(x(), State::Corrected, "10:00", "保証期間のご案内")],
        18 => vec![chip(photo(), State::Unknown, "13:00", "組み立て動画")],
        24 => vec![
            chip(x(), State::Published, "09:00", "冬の節水、3つの見直し"),
            chip(x(), State::Held, "15:00", "工場の夜間点検について"),
        ],
        25 => vec![
            chip(web(), State::Waiting, "10:00", "年末年始の修理受付"),
            chip(x(), State::Waiting, "10:00", &format!("年末年始 {HOSTILE}")),
        ],
        26 => vec![
            chip(bluesky(), State::Scheduled, "09:00", "水の日めくり"),
            chip(x(), State::Cleared, "18:00", "夜間点検のお礼"),
        ],
        27 => vec![chip(photo(), State::Returned, "12:00", "冬の見学会、募集")],
        30 => vec![chip(x(), State::Draft, "10:00", "師走の点検")],
        33 => vec![chip(x(), State::Held, "09:00", "せせらぎ2 発売")],
        _ => vec![],
    }
}

fn agenda(lang: Lang) -> Vec<AgendaDay> {
    let entry = |id: &str, time: &str, title: &str, state, why: String| AgendaEntry {
        at: Stamp::new(format!("2026-11-25T{time}+09:00"), time),
        title: title.to_owned(),
        href: "/posts/1".to_owned(),
        state,
        why,
        accounts: vec![x(), web()],
        movable: Some(MoveForm {
            id: id.to_owned(),
            action: "/posts/1/deliveries/d1/schedule".to_owned(),
            date: "2026-11-25".to_owned(),
            time: time.to_owned(),
        }),
    };
    vec![
        AgendaDay {
            date: Stamp::new("2026-11-24", say(lang, "11月24日（火）今日", "Tuesday 24 November, today")),
            kind: DayKind::Work,
            rows: vec![entry("a", "15:00", "工場の夜間点検について", State::Held, say(lang, "疑義1件", "one doubt"))],
        },
        AgendaDay {
            date: Stamp::new("2026-11-29", say(lang, "29日（日）", "Sunday 29")),
            kind: DayKind::Off,
            rows: vec![
                entry("b", "10:00", "年末年始の修理受付", State::Waiting, String::new()),
                entry("c", "18:00", "夜間点検のお礼", State::Cleared, String::new()),
            ],
        },
    ]
}

fn calendar(lang: Lang, view: usize) -> CalendarPage {
    let s = |ja, en| say(lang, ja, en);
    let names = [
        ("日", "Sun", "日曜日", "Sunday"),
        ("月", "Mon", "月曜日", "Monday"),
        ("火", "Tue", "火曜日", "Tuesday"),
        ("水", "Wed", "水曜日", "Wednesday"),
        ("木", "Thu", "木曜日", "Thursday"),
        ("金", "Fri", "金曜日", "Friday"),
        ("土", "Sat", "土曜日", "Saturday"),
    ];
    let weekdays =
        names.iter().enumerate().map(|(i, (a, b, c, d))| Weekday { short: s(a, b), full: s(c, d), kind: kind(i) });
    let tabs = ["month", "week", "list"].into_iter().enumerate().map(|(i, name)| Tab {
        href: format!("/calendar?view={name}&on=2026-11-24"),
        label: words(lang, &format!("calendar-{name}")),
        count: None,
        current: i == view,
    });
    CalendarPage {
        page: page(lang, Here::Calendar, "/calendar?view=month&on=2026-11-24"),
        heading: s("2026年11月", "November 2026"),
        views: tabs.collect(),
        earlier: CalendarLink {
            href: "/calendar?on=2026-10-01".to_owned(),
            label: s("前の月、10月", "The month before, October"),
        },
        later: CalendarLink {
            href: "/calendar?on=2026-12-01".to_owned(),
            label: s("次の月、12月", "The next month, December"),
        },
        today: "/calendar".to_owned(),
        zone: "Asia/Tokyo（UTC+9）".to_owned(),
        accounts: vec![x(), bluesky(), web(), photo()],
        weeks: weeks(lang),
        weekdays: weekdays.collect(),
        is_week: false,
        agenda: agenda(lang),
        agenda_count: 3,
        holidays_unknown: String::new(),
        conflicts: vec![s("25日 10:00 に、X 公式の発信が2件あります。", "Two posts on X at 10:00 on the 25th.")],
        may_write: true,
    }
}
