//! 認定: the right of one person to speak on named accounts, for a time (2-1). No role replaces it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    id::{AccountId, CertificationId, PersonId},
    private::Private,
    time::Timestamp,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    Write,
    Review,
    Publish,
    Reply,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum CertificationEvent {
    Granted {
        certification: CertificationId,
        /// The public number: a certificate names it instead of the person.
        number: u32,
        person: PersonId,
        accounts: BTreeSet<AccountId>,
        capabilities: BTreeSet<Capability>,
        from: Timestamp,
        until: Timestamp,
    },
    Suspended {
        reason: Private<String>,
    },
    Reinstated {},
    Revoked {
        reason: Private<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificationState {
    Granted,
    Suspended,
    Revoked,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certification {
    pub id: CertificationId,
    pub number: u32,
    pub person: PersonId,
    pub accounts: BTreeSet<AccountId>,
    pub capabilities: BTreeSet<Capability>,
    pub from: Timestamp,
    pub until: Timestamp,
    pub state: CertificationState,
}

impl Certification {
    /// Folds one event of the certification's stream; the first must be `Granted`, and no other is. A revocation is final.
    #[must_use]
    pub fn evolve(certification: Option<Self>, event: &CertificationEvent) -> Option<Self> {
        use CertificationState::{Granted, Revoked, Suspended};
        let state = match event.clone() {
            CertificationEvent::Granted { .. } if certification.is_some() => return certification,
            CertificationEvent::Granted { certification: id, number, person, accounts, capabilities, from, until } => {
                return Some(Self { id, number, person, accounts, capabilities, from, until, state: Granted });
            }
            CertificationEvent::Suspended { .. } => Suspended,
            CertificationEvent::Reinstated {} => Granted,
            CertificationEvent::Revoked { .. } => Revoked,
        };
        let old = certification?;
        let state = if old.state == Revoked { Revoked } else { state };
        Some(Self { state, ..old })
    }

    /// In force for this act on this account at `now`: granted, neither suspended nor revoked, within its term.
    #[must_use]
    pub fn covers(&self, account: AccountId, capability: Capability, now: Timestamp) -> bool {
        self.is_in_force(now) && self.accounts.contains(&account) && self.capabilities.contains(&capability)
    }

    /// Granted, neither suspended nor revoked, within its term. Whether its holder's acknowledgement stands is the world's
    /// to say.
    #[must_use]
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.state == CertificationState::Granted && self.from <= now && now < self.until
    }
}
