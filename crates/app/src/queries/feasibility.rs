//! Who could clear what on the coming days, and what a chosen time lacks (1-7, 2-1, 2-6): `feasible` over the people who
//! are there, in the organisation's own zone.

use std::{collections::BTreeSet, sync::Arc};

use jiff::{Timestamp as Moment, ToSpan as _, civil};
use shingi_domain::{
    feasible::{Day, Gap, Missing, feasible, missing_until},
    obligation::Case,
    people::Weekday,
    permit::Action,
    time::Timestamp,
    world::World,
};

use super::desk::{Desk, Part};
use crate::{App, AppError, in_force::InForce, session::Signed};

/// Days that a chosen time is looked ahead over; beyond them people will have said when they are there.
const AHEAD_MAX: usize = 31;
/// The hour of a day at which who is there is asked.
const NOON: i8 = 12;

/// The coming days, and what could not be cleared on them.
pub struct Feasibility {
    pub days: Vec<Day>,
    pub gaps: Vec<Gap>,
    pub world: Arc<World>,
    pub in_force: Arc<InForce>,
}

impl App {
    /// Over `count` days from today on. For the committee, administrators, and whoever is somebody's manager.
    pub fn feasibility(&self, who: &Signed, count: usize) -> Result<Feasibility, AppError> {
        let (now, in_force) = (self.now(), self.in_force()?);
        let world = self.store.read(|read| self.world(read, now))?;
        if !world.people.values().any(|person| world.is_manager_of(who.id(), person.id, now)) {
            who.require(Action::SeeFeasibility)?;
        }
        let days = days(&world, &in_force, now, count);
        let gaps = feasible(&in_force.policy, &world, &days);
        Ok(Feasibility { days, gaps, world, in_force })
    }
}

impl Desk {
    /// Who or what is missing for a delivery to be cleared until `due`, if nobody changes their days.
    #[must_use]
    pub fn missing_until(&self, part: &Part, due: Timestamp) -> BTreeSet<Missing> {
        let last = day_of(&self.in_force, due);
        let first = day_of(&self.in_force, self.now);
        let ahead = (1..AHEAD_MAX).take_while(|ahead| day_after(first, *ahead) <= last).count();
        let days = days(&self.world, &self.in_force, self.now, 1 + ahead);
        let case = Case {
            post: &self.post,
            delivery: &part.delivery,
            publisher: self.post.author,
            policy: &self.in_force.policy,
            facts: &part.facts,
            world: &self.world,
            now: self.now,
        };
        missing_until(&case, &part.obligations, &days, due)
    }
}

fn day_of(in_force: &InForce, at: Timestamp) -> civil::Date {
    Moment::from_microsecond(at.0).unwrap_or(Moment::UNIX_EPOCH).to_zoned_datetime(in_force.zone.clone()).date()
}

fn day_after(first: civil::Date, ahead: usize) -> civil::Date {
    first.saturating_add(i64::try_from(ahead).unwrap_or(0).days())
}

/// Who is there today and on the days that follow.
fn days(world: &World, in_force: &InForce, now: Timestamp, count: usize) -> Vec<Day> {
    let today = day_of(in_force, now);
    let day = |ahead: usize| {
        let date = day_after(today, ahead);
        let noon = date.at(NOON, 0, 0, 0).to_zoned_datetime(in_force.zone.clone());
        let noon = noon.map(|noon| noon.timestamp().as_microsecond());
        let at = if ahead == 0 { now } else { Timestamp(noon.unwrap_or(now.0)) };
        let weekday = weekday(date);
        let there = world.people.values().filter(|person| person.is_there(weekday, at)).map(|person| person.id);
        Day { at, there: there.collect() }
    };
    (0..count).map(day).collect()
}

fn weekday(date: civil::Date) -> Weekday {
    Weekday::ALL[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0) % 7]
}
