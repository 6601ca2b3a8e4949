//! Deliveries by how far they have come: what a stop holds, what was in flight when it was ordered, what was missed
//! (1-9, 2-5).

use std::collections::BTreeSet;

use shingi_domain::{
    permit::Action,
    stop::{Stop, StopScope},
};
use shingi_store::view::{self, posts::DeliveryRow};

use crate::{App, AppError, session::Signed};

/// Everything about stops that one page says.
pub struct StopSheet {
    pub standing: Vec<StandingStop>,
    pub lifted: Vec<Stop>,
    /// Time passed while something held them. Empty for whoever may not read posts.
    pub missed: Vec<DeliveryRow>,
    /// Scheduled deliveries: what a stop of everything would hold.
    pub scheduled: usize,
}

/// A stop in force.
pub struct StandingStop {
    pub stop: Stop,
    /// Whose intent was on record before the stop, and had no result yet. Empty for whoever may not read posts.
    pub in_flight: Vec<DeliveryRow>,
    pub held: usize,
}

impl App {
    /// Everyone signed in may know that sending is stopped; what it holds, those who read posts.
    pub fn stop_sheet(&self, who: &Signed) -> Result<StopSheet, AppError> {
        let stages = ["scheduled", "sending", "unknown", "failed", "missed", "published"];
        let rows = self.deliveries_in(&stages)?;
        let may_read = who.may(Action::ReadPosts);
        let scheduled = rows.iter().filter(|row| row.stage == "scheduled").collect::<Vec<_>>();
        let (standing, lifted) = self.stops()?.into_iter().partition::<Vec<_>, _>(|stop| stop.lifted.is_none());
        let standing = standing.into_iter().map(|stop| StandingStop {
            in_flight: rows.iter().filter(|row| may_read && was_in_flight(&stop, row)).cloned().collect(),
            held: scheduled.iter().filter(|row| covers(&stop, row)).count(),
            stop,
        });
        Ok(StopSheet {
            standing: standing.collect(),
            lifted,
            missed: rows.iter().filter(|row| may_read && row.stage == "missed").cloned().collect(),
            scheduled: scheduled.len(),
        })
    }

    /// The view gives a bounded number of rows in the order of time; the next page begins where the last ended.
    fn deliveries_in(&self, stages: &[&str]) -> Result<Vec<DeliveryRow>, AppError> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        let mut from = 0;
        loop {
            let page = self.store.read(|read| view::posts::between(read, from, i64::MAX))?;
            let Some(last) = page.last().map(|row| row.at) else { return Ok(found) };
            for row in page {
                if seen.insert(row.delivery.clone()) && stages.contains(&row.stage.as_str()) {
                    found.push(row);
                }
            }
            from = if last == from { last.saturating_add(1) } else { last };
        }
    }
}

fn covers(stop: &Stop, row: &DeliveryRow) -> bool {
    match stop.scope {
        StopScope::Company => true,
        StopScope::Account(account) => account.to_string() == row.account,
    }
}

/// INVARIANT: nothing gets an intent after a stop. So whatever is under way now was under way then, and so was
/// whatever had its result afterwards.
fn was_in_flight(stop: &Stop, row: &DeliveryRow) -> bool {
    covers(stop, row)
        && match row.stage.as_str() {
            "sending" | "unknown" => true,
            "published" | "failed" => row.at >= stop.at.0,
            _ => false,
        }
}
