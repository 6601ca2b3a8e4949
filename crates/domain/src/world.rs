//! What clearance looks at beside the post itself: people, accounts, certifications, stop orders, the clock (0, 2-1).
//!
//! The store fills it in the same transaction that writes the intent, so that nothing can change in between.

use std::collections::BTreeMap;

use crate::{
    account::Account,
    certification::{Capability, Certification},
    id::{AccountId, PersonId},
    people::Person,
    pledge::{Adopted, Standing},
    stop::Stop,
    time::Timestamp,
};

#[derive(Debug, Clone, Default)]
pub struct World {
    pub people: BTreeMap<PersonId, Person>,
    pub accounts: BTreeMap<AccountId, Account>,
    pub certifications: Vec<Certification>,
    /// The policy in force; `None` before one was adopted, when nothing can be cleared.
    pub adopted: Option<Adopted>,
    /// Only those not lifted matter.
    pub stops: Vec<Stop>,
    /// The clock shows an earlier time than the newest line of the record: nothing is sent until it is right again.
    pub clock_behind: bool,
}

impl World {
    /// The certification that lets this person do this on this account at `now`, if the person is still here and their
    /// acknowledgement of the policy stands (2).
    #[must_use]
    pub fn certification(
        &self,
        person: PersonId,
        account: AccountId,
        capability: Capability,
        now: Timestamp,
    ) -> Option<&Certification> {
        self.people.get(&person).filter(|person| person.is_here() && self.knows_the_policy(person, now))?;
        self.certifications
            .iter()
            .find(|certification| certification.person == person && certification.covers(account, capability, now))
    }

    /// Whether this person's acknowledgement lets them speak, see [`Standing::lets_speak`].
    #[must_use]
    pub fn knows_the_policy(&self, person: &Person, now: Timestamp) -> bool {
        self.adopted.as_ref().is_some_and(|adopted| Standing::of(person, adopted, now).lets_speak(person))
    }

    #[must_use]
    pub fn is_committee(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(Person::is_committee)
    }

    /// Whether `candidate` is the manager of `person`, or acts for that manager at `now`.
    #[must_use]
    pub fn is_manager_of(&self, candidate: PersonId, person: PersonId, now: Timestamp) -> bool {
        let Some(manager) = self.people.get(&person).and_then(|person| person.manager) else { return false };
        let here = self.people.get(&candidate).is_some_and(Person::is_here);
        let deputy = self.people.get(&manager).is_some_and(|manager| manager.is_deputised_by(candidate, now));
        here && (manager == candidate || deputy)
    }
}
