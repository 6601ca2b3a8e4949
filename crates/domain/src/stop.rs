//! A stop order: one press and a reason, and nothing more is sent (2-5, 2-9).

use serde::{Deserialize, Serialize};

use crate::{
    id::{AccountId, PersonId, StopId},
    private::Private,
    time::Timestamp,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopScope {
    Company,
    Account(AccountId),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum StopEvent {
    Ordered { stop: StopId, scope: StopScope, by: PersonId, reason: Private<String> },
    Lifted { by: PersonId, reason: Private<String> },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub id: StopId,
    pub scope: StopScope,
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Private<String>,
    pub lifted: Option<Lifting>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifting {
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Private<String>,
}

impl Stop {
    /// Folds one event of the stop's stream; the first must be `Ordered`, and no other is.
    #[must_use]
    pub fn evolve(stop: Option<Self>, event: &StopEvent, at: Timestamp) -> Option<Self> {
        match (stop, event.clone()) {
            (None, StopEvent::Ordered { stop: id, scope, by, reason }) => {
                Some(Self { id, scope, by, at, reason, lifted: None })
            }
            (Some(old), StopEvent::Ordered { .. }) => Some(old),
            (Some(old), StopEvent::Lifted { by, reason }) => {
                Some(Self { lifted: Some(Lifting { by, at, reason }), ..old })
            }
            (None, StopEvent::Lifted { .. }) => None,
        }
    }

    #[must_use]
    pub fn holds(&self, account: AccountId) -> bool {
        let covers = match self.scope {
            StopScope::Company => true,
            StopScope::Account(only) => only == account,
        };
        covers && self.lifted.is_none()
    }
}
