//! 誓約: who has read and acknowledged which version of the policy, until when it is due, and what hangs on it
//! (1, 1-1, 2).
//!
//! Kept of a person: the version and the day, of the quiz that it was passed and the day. Never an answer, a score or the
//! number of tries.

use serde::{Deserialize, Serialize};

use crate::{id::BlobId, people::Person, time::Timestamp, world::World};

/// The version of the policy that counts, as far as people have to acknowledge it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adopted {
    pub pack_hash: BlobId,
    pub version: String,
    pub effective: Timestamp,
    /// How many days everybody has from then on, and who comes later from their first day on.
    pub acknowledge_days: u16,
}

/// What somebody did with one version of the policy, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub pack_hash: BlobId,
    pub version: String,
    pub at: Timestamp,
}

/// How a person stands to the version in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Acknowledged { at: Timestamp },
    Due { by: Timestamp },
    Late { by: Timestamp },
}

impl Standing {
    #[must_use]
    pub fn of(person: &Person, adopted: &Adopted, now: Timestamp) -> Self {
        let kept = person.acknowledged.iter().find(|receipt| receipt.pack_hash == adopted.pack_hash);
        if let Some(receipt) = kept {
            return Self::Acknowledged { at: receipt.at };
        }
        let begins = adopted.effective.max(person.added_at);
        let by = begins.plus_minutes(i64::from(adopted.acknowledge_days) * 24 * 60);
        if now < by { Self::Due { by } } else { Self::Late { by } }
    }

    /// Whether a certification of this person counts (2): the version in force is acknowledged, or an earlier one was and
    /// the time for the new one still runs. Who never acknowledged any version does not speak for the company.
    #[must_use]
    pub fn lets_speak(self, person: &Person) -> bool {
        match self {
            Self::Acknowledged { .. } => true,
            Self::Due { .. } => !person.acknowledged.is_empty(),
            Self::Late { .. } => false,
        }
    }
}

/// Everybody who is here and has not acknowledged the version in force, with their standing.
#[must_use]
pub fn open<'w>(world: &'w World, adopted: &Adopted, now: Timestamp) -> Vec<(&'w Person, Standing)> {
    let here = world.people.values().filter(|person| person.is_here());
    here.map(|person| (person, Standing::of(person, adopted, now)))
        .filter(|(_, standing)| match standing {
            Standing::Acknowledged { .. } => false,
            Standing::Due { .. } | Standing::Late { .. } => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::{
        id::PersonId,
        people::{Language, PersonEvent, PersonKind, PersonNames},
    };

    const DAY: i64 = Timestamp::DAY;

    fn adopted(version: &str, effective: i64) -> Adopted {
        let pack_hash = BlobId::of(version.as_bytes());
        Adopted { pack_hash, version: version.to_owned(), effective: Timestamp(effective), acknowledge_days: 30 }
    }

    fn person(added: i64, acknowledged: &[(&str, i64)]) -> Person {
        let event = PersonEvent::Added {
            person: PersonId(1),
            kind: PersonKind::Employee,
            roles: BTreeSet::new(),
            manager: None,
            language: Language::Ja,
            names: PersonNames { name: String::new(), kana: String::new(), email: String::new() }.into(),
        };
        let person = Person::evolve(None, &event, Timestamp(added));
        let acknowledged = acknowledged.iter().fold(person, |person, (version, at)| {
            let Adopted { pack_hash, version, .. } = adopted(version, 0);
            Person::evolve(person, &PersonEvent::Acknowledged { pack_hash, version }, Timestamp(*at))
        });
        acknowledged.expect("the first event adds them")
    }

    #[test]
    fn whoever_comes_later_has_the_whole_time_from_their_first_day_on() {
        let policy = adopted("2", 0);
        let by = Timestamp(40 * DAY);
        assert_eq!(Standing::of(&person(10 * DAY, &[]), &policy, Timestamp(39 * DAY)), Standing::Due { by });
        assert_eq!(Standing::of(&person(10 * DAY, &[]), &policy, by), Standing::Late { by });
    }

    #[test]
    fn who_never_acknowledged_any_version_does_not_speak_not_even_while_it_is_due() {
        let (policy, new) = (adopted("2", 0), person(0, &[]));
        assert!(!Standing::of(&new, &policy, Timestamp(DAY)).lets_speak(&new));
    }

    #[test]
    fn an_earlier_version_carries_until_the_new_one_is_late() {
        let (policy, old) = (adopted("2", 100 * DAY), person(0, &[("1", DAY)]));
        let speaks = |day| Standing::of(&old, &policy, Timestamp(day * DAY)).lets_speak(&old);
        assert!(speaks(129) && !speaks(130));
    }

    #[test]
    fn who_left_owes_nothing() {
        let left = Person::evolve(Some(person(0, &[])), &PersonEvent::Left {}, Timestamp(DAY)).expect("they were here");
        let here = person(0, &[]);
        let world = |person: Person| World { people: BTreeMap::from([(person.id, person)]), ..World::default() };
        assert!(open(&world(left), &adopted("2", 0), Timestamp(0)).is_empty());
        assert_eq!(open(&world(here), &adopted("2", 0), Timestamp(0)).len(), 1);
    }

    proptest! {
        /// Time alone never gives the right to speak, it only takes it; acknowledging the version in force always gives it.
        #[test]
        fn time_only_takes_the_right_to_speak(
            added in 0i64..200, effective in 0i64..200, first in 0i64..400, later in 0i64..400, old in any::<bool>(),
        ) {
            let policy = adopted("2", effective * DAY);
            let (first, later) = (first.min(later), first.max(later));
            let versions: &[(&str, i64)] = if old { &[("1", 0)] } else { &[] };
            let known = person(added * DAY, versions);
            let speaks = |day: i64| Standing::of(&known, &policy, Timestamp(day * DAY)).lets_speak(&known);
            prop_assert!(speaks(first) || !speaks(later));
            let acknowledged = person(added * DAY, &[("2", 0)]);
            prop_assert!(Standing::of(&acknowledged, &policy, Timestamp(later * DAY)).lets_speak(&acknowledged));
        }
    }
}
