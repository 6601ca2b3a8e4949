//! 従業員等: the people in scope, their roles, managers and deputies (1-1, 2-1).
//!
//! Holds nothing about a person's private accounts, and never will (see the pledge).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    id::{BlobId, PersonId},
    pledge::Receipt,
    private::Private,
    time::Timestamp,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    Employee,
    Officer,
    ExternalStaff,
}

/// What a person may do in the system. The right to speak is not a role: it is a certification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Employee,
    Operator,
    Committee,
    Chair,
    Examiner,
    Hr,
    Administrator,
    Auditor,
}

impl Role {
    pub const ALL: [Self; 8] = [
        Self::Employee,
        Self::Operator,
        Self::Committee,
        Self::Chair,
        Self::Examiner,
        Self::Hr,
        Self::Administrator,
        Self::Auditor,
    ];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Ja,
    En,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// Monday to Friday: when somebody is there who said nothing else.
    #[must_use]
    pub fn usual() -> BTreeSet<Self> {
        Self::ALL[..5].iter().copied().collect()
    }
}

/// How a person is called and reached. Purpose: to show who acted, and to send notices.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNames {
    pub name: String,
    pub kana: String,
    pub email: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum PersonEvent {
    Added {
        person: PersonId,
        kind: PersonKind,
        roles: BTreeSet<Role>,
        manager: Option<PersonId>,
        language: Language,
        names: Private<PersonNames>,
    },
    Changed {
        kind: PersonKind,
        roles: BTreeSet<Role>,
        manager: Option<PersonId>,
        language: Language,
        names: Private<PersonNames>,
    },
    DeputyNamed {
        deputy: PersonId,
        from: Timestamp,
        until: Timestamp,
    },
    /// The weekdays on which they do their part, on call or at their desk.
    DutyDaysSet {
        days: Private<BTreeSet<Weekday>>,
    },
    LeaveEntered {
        leave: Private<Leave>,
    },
    /// The quiz on this version was passed. How, and at which try, is not kept.
    QuizPassed {
        pack_hash: BlobId,
        version: String,
    },
    /// They have read this version of the policy, and say so.
    Acknowledged {
        pack_hash: BlobId,
        version: String,
    },
    Left {},
}

/// Someone who acts in a person's place for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deputy {
    pub person: PersonId,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// A time in which somebody does no part of theirs. Why is nobody's business.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    pub from: Timestamp,
    pub until: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub kind: PersonKind,
    pub roles: BTreeSet<Role>,
    pub manager: Option<PersonId>,
    pub language: Language,
    pub names: Private<PersonNames>,
    pub deputies: Vec<Deputy>,
    pub duty_days: BTreeSet<Weekday>,
    pub leaves: Vec<Leave>,
    pub quizzes_passed: Vec<Receipt>,
    pub acknowledged: Vec<Receipt>,
    pub added_at: Timestamp,
    pub left_at: Option<Timestamp>,
}

impl Person {
    /// Folds one event of the person's stream; the first must be `Added`, and no other is.
    #[must_use]
    pub fn evolve(person: Option<Self>, event: &PersonEvent, at: Timestamp) -> Option<Self> {
        match (person, event.clone()) {
            (None, PersonEvent::Added { person: id, kind, roles, manager, language, names }) => Some(Self {
                id,
                kind,
                roles,
                manager,
                language,
                names,
                deputies: Vec::new(),
                duty_days: Weekday::usual(),
                leaves: Vec::new(),
                quizzes_passed: Vec::new(),
                acknowledged: Vec::new(),
                added_at: at,
                left_at: None,
            }),
            (Some(old), PersonEvent::Added { .. }) => Some(old),
            (Some(old), PersonEvent::Changed { kind, roles, manager, language, names }) => {
                Some(Self { kind, roles, manager, language, names, ..old })
            }
            (Some(mut old), PersonEvent::DeputyNamed { deputy, from, until }) => {
                old.deputies.push(Deputy { person: deputy, from, until });
                Some(old)
            }
            (Some(old), PersonEvent::DutyDaysSet { days }) => {
                Some(Self { duty_days: days.into_kept().unwrap_or_else(Weekday::usual), ..old })
            }
            (Some(mut old), PersonEvent::LeaveEntered { leave }) => {
                old.leaves.extend(leave.into_kept());
                Some(old)
            }
            (Some(mut old), PersonEvent::QuizPassed { pack_hash, version }) => {
                old.quizzes_passed.push(Receipt { pack_hash, version, at });
                Some(old)
            }
            (Some(mut old), PersonEvent::Acknowledged { pack_hash, version }) => {
                old.acknowledged.push(Receipt { pack_hash, version, at });
                Some(old)
            }
            (Some(old), PersonEvent::Left {}) => Some(Self { left_at: Some(at), ..old }),
            (
                None,
                PersonEvent::Changed { .. }
                | PersonEvent::DeputyNamed { .. }
                | PersonEvent::DutyDaysSet { .. }
                | PersonEvent::LeaveEntered { .. }
                | PersonEvent::QuizPassed { .. }
                | PersonEvent::Acknowledged { .. }
                | PersonEvent::Left {},
            ) => None,
        }
    }

    #[must_use]
    pub fn is_here(&self) -> bool {
        self.left_at.is_none()
    }

    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.is_here() && self.roles.contains(&role)
    }

    /// A chair is a member, too.
    #[must_use]
    pub fn is_committee(&self) -> bool {
        self.has(Role::Committee) || self.has(Role::Chair)
    }

    /// Whether they do their part on this day of the week, of which `at` is a moment.
    #[must_use]
    pub fn is_there(&self, weekday: Weekday, at: Timestamp) -> bool {
        let away = self.leaves.iter().any(|leave| leave.from <= at && at < leave.until);
        self.is_here() && self.duty_days.contains(&weekday) && !away
    }

    /// Whether `other` acts for this person at `now`.
    #[must_use]
    pub fn is_deputised_by(&self, other: PersonId, now: Timestamp) -> bool {
        self.deputies.iter().any(|deputy| deputy.person == other && deputy.from <= now && now < deputy.until)
    }
}
