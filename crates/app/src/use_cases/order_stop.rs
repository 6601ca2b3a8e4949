//! One press and a reason: from this position on, nothing is sent (2-5).

use shingi_domain::{
    actor::Actor,
    event::Event,
    id::{AccountId, StopId},
    permit::Action,
    stop::{Stop, StopEvent, StopScope},
};
use shingi_store::Expect;

use crate::{App, AppError, FieldProblem, repository::stream, session::Signed};

impl App {
    pub fn order_stop(&self, who: &Signed, account: Option<AccountId>, reason: String) -> Result<StopId, AppError> {
        who.require(Action::OrderStop)?;
        if reason.trim().is_empty() {
            return Err(AppError::Invalid(vec![FieldProblem::new("reason", "reason-needed")]));
        }
        let stop = StopId(self.ids.id());
        let scope = account.map_or(StopScope::Company, StopScope::Account);
        let event = Event::Stop(StopEvent::Ordered { stop, scope, by: who.id(), reason: reason.into() });
        self.store.write(|tx| {
            self.append(tx, &stream("stop", stop), Expect::Exact(0), who.actor(), &[event])?;
            Ok::<_, AppError>(stop)
        })
    }

    /// Somebody of the committee lifts a stop, with a reason, and not the one who ordered it. What was missed
    /// meanwhile stays missed: each post waits to be scheduled again by a person.
    pub fn lift_stop(&self, who: &Signed, id: StopId, reason: String) -> Result<(), AppError> {
        who.require(Action::LiftStop)?;
        self.store.write(|tx| {
            let known = shingi_store::view::documents::one::<Stop>(tx, "stop", &id.to_string())?;
            let known = known.ok_or(AppError::NotFound("stop"))?;
            may_lift(who, &known.value)?;
            if reason.trim().is_empty() {
                return Err(AppError::Invalid(vec![FieldProblem::new("reason", "reason-needed")]));
            }
            let event = Event::Stop(StopEvent::Lifted { by: who.id(), reason: reason.clone().into() });
            let actor = Actor::Person(who.id());
            self.append(tx, &stream("stop", id), Expect::Exact(known.version), actor, &[event])?;
            Ok(())
        })
    }
}

/// Whether this person may lift it: the page says by this, and the use case decides by it.
pub fn may_lift(who: &Signed, stop: &Stop) -> Result<(), AppError> {
    who.require(Action::LiftStop)?;
    let refused = if stop.lifted.is_some() {
        FieldProblem::new("stop", "stop-already-lifted")
    } else if stop.by == who.id() {
        FieldProblem::new("stop", "stop-own")
    } else {
        return Ok(());
    };
    Err(AppError::Invalid(vec![refused]))
}
