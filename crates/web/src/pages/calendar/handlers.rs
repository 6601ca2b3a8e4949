//! The calendar: what goes out when, in the organisation's zone; moving posts to the delivery's schedule (1-7, 2-6).

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Query, State},
    routing::get,
};
use jiff::civil::Date;
use serde::Deserialize;
use shingi_app::{
    App, AppError,
    queries::desk::{Desk, Part},
    session::Signed,
};
use shingi_domain::{id::PostId, permit::Action, post::Command, time::Timestamp};
use shingi_store::view::posts::DeliveryRow;

use super::{
    days::{self, View},
    view::{AgendaDay, AgendaEntry, CalendarLink, CalendarPage, Chip, DayCell, DayKind, MoveForm, Weekday},
};
use crate::{
    form::html,
    holidays,
    pages::{
        Here,
        parts::{AccountTag, Medium, Stamp, State as Shown, Tab},
    },
    present::{Present, state},
    state::{Answer, Web},
    visitor::{Me, Visitor},
    words_filter::{Lang, text},
};

pub fn routes() -> Router<Web> {
    Router::new().route("/calendar", get(show))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    view: String,
    on: String,
}

async fn show(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    let page = web.run(move |app| build(app, &me, &asked)).await?;
    html(&page)
}

/// A delivery that has a time, ready for a cell and for the list.
struct Item {
    post: String,
    delivery: String,
    title: String,
    account: AccountTag,
    state: Shown,
    why: String,
    at: Timestamp,
    date: Date,
    time: String,
    /// Where a move is posted to.
    action: Option<String>,
}

fn build(app: &App, me: &Me, asked: &Asked) -> Result<CalendarPage, AppError> {
    let show = present(app, &me.visitor)?;
    let today = show.zoned(show.now).date();
    let (view, on) = (View::of(&asked.view), days::day_or(&asked.on, today));
    let (first, last) = days::span(view, on);
    let items = items(app, &show, &me.signed, first, last)?;
    let agenda = agenda(&show, &items, view, on, today);
    let weeks = match view {
        View::List => Vec::new(),
        View::Month | View::Week => weeks(&show, &items, view, on, today),
    };
    let unknown = [first.year(), last.year()].into_iter().find(|year| !holidays::is_known(*year));
    let open = app.accounts()?.into_iter().filter(|account| account.closed_at.is_none());
    let mut accounts = open.map(|account| show.account(&account)).collect::<Vec<_>>();
    accounts.sort_by(|one, other| (one.colour, &one.name).cmp(&(other.colour, &other.name)));
    Ok(CalendarPage {
        page: me.visitor.page(Here::Calendar),
        heading: heading(&show, view, on, first, last),
        views: View::ALL
            .into_iter()
            .map(|other| Tab {
                href: address(other, on, today),
                label: show.t(&format!("calendar-{}", other.word())),
                count: None,
                current: other == view,
            })
            .collect(),
        earlier: beside(&show, view, on, today, false),
        later: beside(&show, view, on, today, true),
        today: address(view, today, today),
        zone: show.zone_words(),
        accounts,
        weeks,
        weekdays: days::days(days::span(View::Week, on).0, days::span(View::Week, on).1)
            .map(|day| weekday(&show, day))
            .collect(),
        is_week: view == View::Week,
        agenda_count: agenda.iter().map(|day| day.rows.len()).sum(),
        agenda,
        conflicts: conflicts(&show, &items),
        holidays_unknown: unknown
            .map(|year| text(show.lang, "calendar-holidays-unknown").with("year", year.to_string()).to_string())
            .unwrap_or_default(),
        may_write: me.signed.may(Action::WritePost),
    })
}

/// Today needs no date: the address stays right tomorrow.
fn address(view: View, on: Date, today: Date) -> String {
    if on == today {
        format!("/calendar?view={}", view.word())
    } else {
        format!("/calendar?view={}&on={on}", view.word())
    }
}

fn beside(show: &Present, view: View, on: Date, today: Date, later: bool) -> CalendarLink {
    let key = format!("calendar-{}-{}", if later { "later" } else { "earlier" }, view.word());
    CalendarLink { href: address(view, days::beside(view, on, later), today), label: show.t(&key) }
}

fn heading(show: &Present, view: View, on: Date, first: Date, last: Date) -> String {
    match view {
        View::Month => text(show.lang, "calendar-heading-month")
            .with("year", on.year().to_string())
            .with("month", month(show, on))
            .to_string(),
        View::Week | View::List => text(show.lang, "calendar-heading-span")
            .with("year", span_year(show, first, last).to_string())
            .with("from", day_of_month(show, first))
            .with("until", day_of_month(show, last))
            .to_string(),
    }
}

/// The year stands before a span in Japanese and behind it in English.
fn span_year(show: &Present, first: Date, last: Date) -> i16 {
    match show.lang {
        Lang::Ja => first.year(),
        Lang::En => last.year(),
    }
}

fn month(show: &Present, day: Date) -> String {
    match show.lang {
        Lang::Ja => day.month().to_string(),
        Lang::En => day.strftime("%B").to_string(),
    }
}

fn day_of_month(show: &Present, day: Date) -> String {
    text(show.lang, "calendar-day").with("month", month(show, day)).with("day", day.day().to_string()).to_string()
}

fn weekday(show: &Present, day: Date) -> Weekday {
    let offset = day.weekday().to_sunday_zero_offset();
    let kind = match offset {
        0 => DayKind::Off,
        6 => DayKind::Saturday,
        _ => DayKind::Work,
    };
    let full = show.t(&format!("weekday-{offset}"));
    Weekday { short: show.weekday(day.weekday()).to_owned(), full, kind }
}

fn items(app: &App, show: &Present, who: &Signed, first: Date, last: Date) -> Result<Vec<Item>, AppError> {
    let end = last.tomorrow().unwrap_or(last);
    let rows = app.calendar(who, days::begin(first, &show.zone), days::begin(end, &show.zone))?;
    // Only what is still to come can be held, and only that is worth computing.
    let scheduled = rows.iter().filter(|row| row.stage == "scheduled");
    let mut ids = scheduled.filter_map(|row| row.post.parse().ok()).collect::<Vec<PostId>>();
    ids.sort_unstable();
    ids.dedup();
    let desks = app.desks(who, &ids)?;
    let mut parts = BTreeMap::<String, (&Desk, &Part)>::new();
    for desk in &desks {
        parts.extend(desk.parts.iter().map(|part| (part.delivery.id.to_string(), (desk, part))));
    }
    let accounts = app.accounts()?;
    let tags = accounts.iter().map(|account| (account.id.to_string(), show.account(account)));
    let tags = tags.collect::<BTreeMap<_, _>>();
    let erased = AccountTag { id: String::new(), name: show.t("account-erased"), medium: Medium::Other, colour: 1 };
    let found = rows.iter().map(|row| {
        let account = tags.get(&row.account).cloned().unwrap_or_else(|| erased.clone());
        item(show, who, row, account, parts.get(&row.delivery).copied())
    });
    Ok(found.collect())
}

fn item(
    show: &Present,
    who: &Signed,
    row: &DeliveryRow,
    account: AccountTag,
    computed: Option<(&Desk, &Part)>,
) -> Item {
    let zoned = show.zoned(Timestamp(row.at));
    let shown = match (row.stage.as_str(), computed) {
        (_, Some((_, part))) => state(part.shown),
        ("sending", None) => Shown::Sending,
        ("unknown", None) => Shown::Unknown,
        ("missed", None) => Shown::Expired,
        ("published", None) => Shown::Published,
        (_, None) => Shown::Held,
    };
    let open = computed.map_or(0, |(_, part)| part.open().len());
    let why = if shown == Shown::Held && open > 0 {
        text(show.lang, "posts-obligations-open").with("n", open).to_string()
    } else {
        String::new()
    };
    let may_move = computed.is_some_and(|(desk, part)| {
        let soon = desk.now.plus_minutes(1);
        who.may(Action::WritePost)
            && desk.would(who, Command::Schedule { delivery: part.delivery.id, due: soon }).is_ok()
    });
    Item {
        title: if row.title.is_empty() { show.t("posts-untitled") } else { row.title.clone() },
        account,
        state: shown,
        why,
        at: Timestamp(row.at),
        date: zoned.date(),
        time: format!("{:02}:{:02}", zoned.hour(), zoned.minute()),
        action: may_move.then(|| format!("/posts/{}/deliveries/{}/schedule", row.post, row.delivery)),
        post: row.post.clone(),
        delivery: row.delivery.clone(),
    }
}

fn weeks(show: &Present, items: &[Item], view: View, on: Date, today: Date) -> Vec<Vec<DayCell>> {
    let (first, last) = days::span(view, on);
    let cells = days::days(first, last).map(|day| cell(show, items, view, on, today, day)).collect::<Vec<_>>();
    cells.chunks(7).map(<[DayCell]>::to_vec).collect()
}

fn cell(show: &Present, items: &[Item], view: View, on: Date, today: Date, day: Date) -> DayCell {
    let chip = |item: &Item| Chip {
        account: item.account.clone(),
        state: item.state,
        date: day.to_string(),
        time: item.time.clone(),
        title: item.title.clone(),
        href: format!("/posts/{}", item.post),
        action: item.action.clone(),
    };
    let first = day.day() == 1;
    DayCell {
        date: day.to_string(),
        label: if first { format!("{}/1", day.month()) } else { day.day().to_string() },
        kind: days::kind(day),
        outside: view == View::Month && day.month() != on.month(),
        today: day == today,
        holiday: holidays::holiday(day).map(|key| show.t(&key)).unwrap_or_default(),
        notes: holidays::remembrance(day).map(|key| show.t(&key)).into_iter().collect(),
        chips: items.iter().filter(|item| item.date == day).map(chip).collect(),
    }
}

/// What is to come in the span that is shown; all of it where the span is over or not here yet.
fn agenda(show: &Present, items: &[Item], view: View, on: Date, today: Date) -> Vec<AgendaDay> {
    let (first, last) = match view {
        View::Month => (on.first_of_month(), on.last_of_month()),
        View::Week | View::List => days::span(view, on),
    };
    let from = if (first..=last).contains(&today) { today } else { first };
    let mut agenda = Vec::<AgendaDay>::new();
    for item in items.iter().filter(|item| (from..=last).contains(&item.date)) {
        let date = item.date.to_string();
        let entry = AgendaEntry {
            at: Stamp::new(show.stamp(item.at).iso, item.time.clone()),
            title: item.title.clone(),
            href: format!("/posts/{}", item.post),
            state: item.state,
            why: item.why.clone(),
            accounts: vec![item.account.clone()],
            movable: item.action.clone().map(|action| MoveForm {
                id: item.delivery.clone(),
                action,
                date: date.clone(),
                time: item.time.clone(),
            }),
        };
        match agenda.last_mut() {
            Some(day) if day.date.iso == date => day.rows.push(entry),
            Some(_) | None => agenda.push(AgendaDay {
                date: Stamp::new(date, agenda_day(show, item)),
                kind: days::kind(item.date),
                rows: vec![entry],
            }),
        }
    }
    agenda
}

fn agenda_day(show: &Present, item: &Item) -> String {
    let day = show.day(item.at);
    let names = [holidays::holiday(item.date), holidays::remembrance(item.date)];
    let names = names.into_iter().flatten().map(|key| show.t(&key)).collect::<Vec<_>>();
    if names.is_empty() { day } else { format!("{day} {}", names.join(&show.t("list-separator"))) }
}

/// The same account twice in an hour, and whatever is planned for a day on which many people mourn.
fn conflicts(show: &Present, items: &[Item]) -> Vec<String> {
    let to_come =
        || items.iter().filter(|item| matches!(item.state, Shown::Scheduled | Shown::Held) && item.at >= show.now);
    let mut hours = BTreeMap::<(Date, &str, &str), Vec<&Item>>::new();
    for item in to_come() {
        let hour = item.time.split(':').next().unwrap_or_default();
        hours.entry((item.date, hour, item.account.id.as_str())).or_default().push(item);
    }
    let twice = hours.into_values().filter(|items| items.len() > 1).map(|items| {
        let titles = items.iter().map(|item| format!("{} {}", item.time, item.title)).collect::<Vec<_>>();
        text(show.lang, "calendar-conflict-hour")
            .with("account", items[0].account.name.clone())
            .with("day", show.day(items[0].at))
            .with("titles", titles.join(&show.t("list-separator")))
            .to_string()
    });
    let mourning = to_come().filter_map(|item| {
        let key = holidays::remembrance(item.date)?;
        let said = text(show.lang, "calendar-conflict-remembrance")
            .with("day", show.day(item.at))
            .with("name", show.t(&key))
            .with("title", item.title.clone());
        Some(said.to_string())
    });
    twice.chain(mourning).collect()
}

fn present(app: &App, visitor: &Visitor) -> Result<Present, AppError> {
    Ok(Present { lang: visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() })
}

#[cfg(test)]
mod tests;
