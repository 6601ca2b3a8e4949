//! Shows what `feasible` says of the coming week, and what a chosen time lacks (1-7, 2-1).

use std::collections::{BTreeMap, BTreeSet};

use axum::{Router, extract::State, routing::get};
use shingi_app::{
    App, AppError,
    queries::{desk::Desk, feasibility::Feasibility},
};
use shingi_domain::{
    account::Account, certification::Capability, feasible::Missing, id::PersonId, policy::Class, post::Progress,
};

use super::view::{AbleRow, ClassRow, FeasibilityPage};
use crate::{
    form::html,
    pages::{Here, parts::Stamp},
    present::{Present, class},
    state::{Answer, Web},
    visitor::Me,
    words_filter::text,
};

/// A week: every weekday once.
const DAYS: usize = 7;

pub fn routes() -> Router<Web> {
    Router::new().route("/feasibility", get(show))
}

async fn show(State(web): State<Web>, me: Me) -> Answer {
    let page = web.run(move |app| build(app, &me)).await?;
    html(&page)
}

fn build(app: &App, me: &Me) -> Result<FeasibilityPage, AppError> {
    let show = Present { lang: me.visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() };
    let found = app.feasibility(&me.signed, DAYS)?;
    let days = found.days.iter().map(|day| Stamp::new(show.stamp(day.at).iso, show.day(day.at))).collect::<Vec<_>>();
    let rows = Class::ALL.into_iter().map(|class| row(&show, &found, &days, class)).collect();
    let there = days.iter().zip(&found.days).map(|(stamp, day)| {
        let parts = day.there.iter().filter(|person| has_a_part(&found, **person)).copied();
        (stamp.clone(), names(&show, &found, parts))
    });
    let open = found.world.accounts.values().filter(|account| account.closed_at.is_none());
    let committee = found.world.people.values().filter(|person| person.is_committee()).map(|person| person.id);
    Ok(FeasibilityPage {
        page: me.visitor.page(Here::Feasibility),
        there: there.collect(),
        accounts: open.map(|account| able(&show, &found, account)).collect(),
        committee: names(&show, &found, committee),
        rows,
        days,
    })
}

/// Certified somewhere, or of the committee: the others' days matter to nobody here.
fn has_a_part(found: &Feasibility, person: PersonId) -> bool {
    found.world.is_committee(person) || found.world.certifications.iter().any(|one| one.person == person)
}

fn names(show: &Present, found: &Feasibility, people: impl Iterator<Item = PersonId>) -> String {
    let names = people.map(|person| show.person(&found.world, person)).collect::<Vec<_>>();
    if names.is_empty() { show.t("feasible-nobody") } else { names.join(&show.t("list-separator")) }
}

fn able(show: &Present, found: &Feasibility, account: &Account) -> AbleRow {
    let who = |capability| {
        let people = found.world.people.keys().copied();
        let able =
            people.filter(|person| found.world.certification(*person, account.id, capability, show.now).is_some());
        names(show, found, able)
    };
    AbleRow {
        account: show.account(account),
        write: who(Capability::Write),
        review: who(Capability::Review),
        publish: who(Capability::Publish),
    }
}

fn row(show: &Present, found: &Feasibility, days: &[Stamp], of: Class) -> ClassRow {
    let cells = days.iter().enumerate().map(|(index, day)| (day.text.clone(), cell(show, found, index, of)));
    ClassRow { class: class(of), cells: cells.collect() }
}

/// What is missing on a day: said once where it is the same for every account.
fn cell(show: &Present, found: &Feasibility, day: usize, class: Class) -> Vec<String> {
    let mut alike = BTreeMap::<&BTreeSet<Missing>, Vec<String>>::new();
    let here = found.gaps.iter().filter(|gap| gap.day == day && gap.class == class);
    // A closed account is no gap of the week.
    for gap in here.filter(|gap| !gap.missing.contains(&Missing::Account)) {
        let name = found.world.accounts.get(&gap.account).map(|account| show.account(account).name);
        alike.entry(&gap.missing).or_default().extend(name);
    }
    let open = found.world.accounts.values().filter(|account| account.closed_at.is_none()).count();
    if open == 0 {
        return vec![missing_words(show, &BTreeSet::from([Missing::Account]))];
    }
    let said = alike.into_iter().map(|(missing, accounts)| {
        let what = missing_words(show, missing);
        if accounts.len() == open {
            return what;
        }
        let accounts = accounts.join(&show.t("list-separator"));
        format!("{accounts}{}{what}", show.t("colon"))
    });
    said.collect()
}

/// Who is missing, in a few words.
#[must_use]
pub fn missing_words(show: &Present, missing: &BTreeSet<Missing>) -> String {
    let key = |missing: &Missing| match missing {
        Missing::Account => "missing-account",
        Missing::Author => "missing-author",
        Missing::Reviewer => "missing-reviewer",
        Missing::Manager => "missing-manager",
        Missing::Committee => "missing-committee",
        Missing::Doubter => "missing-doubter",
        Missing::Time => "missing-time",
        Missing::Publisher => "missing-publisher",
    };
    let words = missing.iter().map(|missing| show.t(key(missing))).collect::<Vec<_>>();
    words.join(&show.t("list-separator"))
}

/// A sentence where a scheduled delivery of this post cannot be cleared until its time; empty otherwise.
#[must_use]
pub fn lacks_until(show: &Present, desk: &Desk, part: &shingi_app::queries::desk::Part) -> String {
    let Progress::Scheduled { due, .. } = part.delivery.progress else { return String::new() };
    let missing = desk.missing_until(part, due);
    if missing.is_empty() {
        return String::new();
    }
    text(show.lang, "schedule-lacks")
        .with("at", show.stamp(due).text)
        .with("missing", missing_words(show, &missing))
        .to_string()
}

#[cfg(test)]
mod tests;
