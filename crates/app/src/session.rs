//! Who is signed in. Sessions and tokens are mutable, never on record: the acts done with them are. Serves 2-8.

use shingi_domain::{actor::Actor, id::PersonId, people::Person, permit, permit::Action};

use crate::AppError;

/// A person who proved who they are, by session or by token.
#[derive(Debug, Clone)]
pub struct Signed {
    pub person: Person,
}

impl Signed {
    #[must_use]
    pub const fn id(&self) -> PersonId {
        self.person.id
    }

    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Person(self.person.id)
    }

    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        permit::may(&self.person, action)
    }

    /// The first line of every use case.
    pub fn require(&self, action: Action) -> Result<(), AppError> {
        if self.may(action) { Ok(()) } else { Err(AppError::NotAllowed(action)) }
    }
}
