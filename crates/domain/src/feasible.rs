//! 見込み: which class of text nobody could clear on which day, and who is missing (1-7, 2-1, 2-4, 2-6).
//!
//! Asked before there is a text: at set-up, when people or rules change, when somebody chooses a time. It clears nothing;
//! that is `clearance()` alone, and the tests compare the two.

use std::collections::BTreeSet;

use crate::{
    certification::Capability,
    id::{AccountId, PersonId},
    obligation::{Case, Duty, Obligations, Party},
    policy::{Class, Consulted, Policy, Requirement, Strength},
    time::Timestamp,
    world::World,
};

/// Minutes of a day: a longer wait does not end on the day on which a text arises.
const DAY_MINUTES: u16 = 24 * 60;

/// One day, as far as it matters who is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// A moment of it: certifications and deputies are looked up then.
    pub at: Timestamp,
    pub there: BTreeSet<PersonId>,
}

/// Days in their order.
pub type Calendar = [Day];

/// Who or what is missing. The order is that in which people act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The account is closed.
    Account,
    /// Nobody certified to write is there.
    Author,
    /// Nobody certified to review is there beside whoever writes.
    Reviewer,
    Manager,
    Committee,
    /// Only the one who raised a doubt, or the committee, resolves it.
    Doubter,
    /// The cooling-off time does not end in time.
    Time,
    Publisher,
}

/// A class that cannot be cleared for an account on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub class: Class,
    pub account: AccountId,
    /// Index into the calendar.
    pub day: usize,
    pub missing: BTreeSet<Missing>,
}

/// Everything that cannot be cleared on the day on which it arises, by those who are there on that day. Of several who
/// could write it, the one for whom least is missing counts.
#[must_use]
pub fn feasible(policy: &Policy, world: &World, calendar: &Calendar) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (index, day) in calendar.iter().enumerate() {
        for account in world.accounts.keys() {
            for class in Class::ALL {
                let missing = on(policy, world, day, *account, class);
                if !missing.is_empty() {
                    gaps.push(Gap { class, account: *account, day: index, missing });
                }
            }
        }
    }
    gaps
}

/// Who is there on a day and certified for this on an account.
pub fn able<'a>(
    world: &'a World,
    day: &'a Day,
    account: AccountId,
    capability: Capability,
) -> impl Iterator<Item = PersonId> + 'a {
    day.there.iter().copied().filter(move |person| world.certification(*person, account, capability, day.at).is_some())
}

fn on(policy: &Policy, world: &World, day: &Day, account: AccountId, class: Class) -> BTreeSet<Missing> {
    let mut always = BTreeSet::new();
    if world.accounts.get(&account).is_none_or(|account| account.closed_at.is_some()) {
        always.insert(Missing::Account);
    }
    if able(world, day, account, Capability::Publish).next().is_none() {
        always.insert(Missing::Publisher);
    }
    let by_author = able(world, day, account, Capability::Write)
        .map(|author| beside(policy, world, day, (account, class), author))
        .min_by_key(|missing| (missing.len(), missing.clone()));
    always.extend(by_author.unwrap_or_else(|| BTreeSet::from([Missing::Author])));
    always
}

/// What a text of this author lacks.
fn beside(
    policy: &Policy,
    world: &World,
    day: &Day,
    (account, class): (AccountId, Class),
    author: PersonId,
) -> BTreeSet<Missing> {
    let reviewer = able(world, day, account, Capability::Review).any(|person| person != author);
    // The second of the two who open the emergency lane, whatever its class asks for.
    let mut missing =
        if class == Class::Emergency && !reviewer { BTreeSet::from([Missing::Reviewer]) } else { BTreeSet::new() };
    for requirement in policy.requirements(class) {
        let lacks = match *requirement {
            Requirement::Review => (!reviewer).then_some(Missing::Reviewer),
            Requirement::Consult(with) => who_rules(world, day, with, &BTreeSet::from([author]), author),
            Requirement::CoolingOff(minutes) => (minutes >= DAY_MINUTES).then_some(Missing::Time),
            // The author states them.
            Requirement::Benefit | Requirement::Sources => None,
            // Owed later, and holds nothing.
            Requirement::ReviewAfterwards(_) => None,
        };
        missing.extend(lacks);
    }
    missing
}

/// The committee's word serves for the manager's.
fn who_rules(
    world: &World,
    day: &Day,
    with: Consulted,
    writers: &BTreeSet<PersonId>,
    author: PersonId,
) -> Option<Missing> {
    let mut others = day.there.iter().copied().filter(|person| !writers.contains(person));
    let (in_charge, missing) = match with {
        Consulted::Committee => (others.any(|person| world.is_committee(person)), Missing::Committee),
        Consulted::Manager => (
            others.any(|person| world.is_committee(person) || world.is_manager_of(person, author, day.at)),
            Missing::Manager,
        ),
    };
    (!in_charge).then_some(missing)
}

/// Who is missing for what is still open of one delivery, on all of these days together, the last of which is the one on
/// which it is to go out at `due`. What only its author can do is not asked here.
#[must_use]
pub fn missing_until(case: &Case<'_>, obligations: &Obligations, days: &Calendar, due: Timestamp) -> BTreeSet<Missing> {
    let Case { post, delivery, world, .. } = *case;
    let some_day = |found: &dyn Fn(&Day) -> bool| days.iter().any(found);
    let ruled = |with| some_day(&|day| who_rules(world, day, with, &post.writers, post.author).is_none());
    let committee = || some_day(&|day| day.there.iter().any(|p| world.is_committee(*p) && !post.writers.contains(p)));
    let reviewed = || {
        some_day(&|day| {
            able(world, day, delivery.account, Capability::Review).any(|person| !post.writers.contains(&person))
        })
    };
    let mut missing = BTreeSet::new();
    for obligation in obligations.open() {
        let lacks = match (&obligation.duty, obligation.who) {
            (Duty::CoolingOff { until }, _) => (due < *until).then_some(Missing::Time),
            (Duty::Doubt { doubt }, _) => {
                let raised = post.doubts.iter().find(|known| known.id == *doubt).map(|known| known.by);
                let back = raised.filter(|by| !post.writers.contains(by));
                let there = some_day(&|day| back.is_some_and(|by| day.there.contains(&by)));
                (!there && !committee()).then_some(Missing::Doubter)
            }
            (_, Party::OtherCertified) => (!reviewed()).then_some(Missing::Reviewer),
            (_, Party::Manager) => (!ruled(Consulted::Manager)).then_some(Missing::Manager),
            (_, Party::Committee) if obligation.strength == Strength::Consult => {
                (!ruled(Consulted::Committee)).then_some(Missing::Committee)
            }
            (
                _,
                Party::Author
                | Party::Committee
                | Party::Doubter
                | Party::Examiner
                | Party::Administrator
                | Party::Clock,
            ) => None,
        };
        missing.extend(lacks);
    }
    missing
}
