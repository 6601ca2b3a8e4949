//! Who does something: a person, or the system on a person's behalf. There is no act without a principal
//! except the system's own bookkeeping (2-9).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::id::{NotAnId, PersonId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Actor {
    Person(PersonId),
    /// A job that carries out what this person ordered, for example a schedule.
    SystemFor(PersonId),
    System,
}

impl Actor {
    /// The human who answers for it.
    #[must_use]
    pub const fn principal(self) -> Option<PersonId> {
        match self {
            Self::Person(person) | Self::SystemFor(person) => Some(person),
            Self::System => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(person) => write!(f, "person:{person}"),
            Self::SystemFor(person) => write!(f, "system:{person}"),
            Self::System => f.write_str("system"),
        }
    }
}

impl FromStr for Actor {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once(':') {
            None if text == "system" => Ok(Self::System),
            Some(("person", id)) => Ok(Self::Person(id.parse()?)),
            Some(("system", id)) => Ok(Self::SystemFor(id.parse()?)),
            None | Some(_) => Err(NotAnId(text.chars().take(64).collect())),
        }
    }
}

impl TryFrom<String> for Actor {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<Actor> for String {
    fn from(actor: Actor) -> Self {
        actor.to_string()
    }
}
