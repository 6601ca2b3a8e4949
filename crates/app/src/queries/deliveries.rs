//! Deliveries by how far they have come: what a stop holds, what was in flight when it was ordered, what was missed
//! (1-9, 2-5).

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
        let may_read = who.may(Action::ReadPosts);
        let (standing, lifted) = self.stops()?.into_iter().partition::<Vec<_>, _>(|stop| stop.lifted.is_none());
        let since = standing.iter().map(|stop| stop.at.0).min();
        let (scheduled, missed, flying) = self.store.read(|read| {
            let rows = |stage: &str, from: i64| view::posts::in_stage(read, stage, from);
            let mut flying = [rows("sending", 0)?, rows("unknown", 0)?].concat();
            if let Some(since) = since {
                flying.extend([rows("failed", since)?, rows("published", since)?].concat());
            }
            Ok::<_, AppError>((rows("scheduled", 0)?, rows("missed", 0)?, flying))
        })?;
        let standing = standing.into_iter().map(|stop| StandingStop {
            in_flight: flying.iter().filter(|row| may_read && was_in_flight(&stop, row)).cloned().collect(),
            held: scheduled.iter().filter(|row| covers(&stop, row)).count(),
            stop,
        });
        let missed = if may_read { missed } else { Vec::new() };
        Ok(StopSheet { standing: standing.collect(), lifted, missed, scheduled: scheduled.len() })
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
