//! Which weekdays somebody does their part, and when they are away: what the feasibility of clearing is computed from
//! (1-7, 2-6). Why somebody is away is neither asked nor kept.

use std::collections::BTreeSet;

use shingi_domain::{
    id::PersonId,
    people::{Leave, PersonEvent, Weekday},
    permit::Action,
    time::Timestamp,
};

use crate::{App, AppError, FieldProblem, session::Signed};

impl App {
    /// The person themselves, or who keeps the directory.
    pub fn set_duty_days(&self, who: &Signed, person: PersonId, days: BTreeSet<Weekday>) -> Result<(), AppError> {
        may_enter(who, person)?;
        self.on_person(who.actor(), person, PersonEvent::DutyDaysSet { days: days.into() })
    }

    pub fn enter_leave(
        &self,
        who: &Signed,
        person: PersonId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<(), AppError> {
        may_enter(who, person)?;
        if until <= from {
            return Err(AppError::Invalid(vec![FieldProblem::new("leave-until", "until-after-from")]));
        }
        self.on_person(who.actor(), person, PersonEvent::LeaveEntered { leave: Leave { from, until }.into() })
    }
}

fn may_enter(who: &Signed, person: PersonId) -> Result<(), AppError> {
    if who.id() == person { Ok(()) } else { who.require(Action::ManagePeople) }
}
