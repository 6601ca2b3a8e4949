//! Who has not acknowledged the policy in force yet, by name and never by rank (1, 1-1, 2).

use shingi_domain::{
    id::PersonId,
    people::{Person, PersonKind},
    permit::Action,
    pledge::{self, Standing},
    time::Timestamp,
    world::World,
};

use crate::{App, AppError, session::Signed};

/// The version in force and who is still to read it.
#[derive(Debug, Clone)]
pub struct Acknowledgements {
    pub version: String,
    /// Everybody in scope.
    pub people: usize,
    /// In the order of their readings.
    pub open: Vec<Open>,
}

#[derive(Debug, Clone)]
pub struct Open {
    pub person: PersonId,
    /// `None` where it was erased.
    pub name: Option<String>,
    pub kind: PersonKind,
    pub manager: Option<String>,
    pub by: Timestamp,
    /// They hold a certification that would be in force, and whether it counts meanwhile.
    pub certified: bool,
    pub speaks: bool,
}

impl App {
    pub fn acknowledgements(&self, who: &Signed) -> Result<Acknowledgements, AppError> {
        who.require(Action::SeeAcknowledgements)?;
        let (in_force, now) = (self.in_force()?, self.now());
        let world = self.store.read(|read| self.world(read, now))?;
        let mut found = pledge::open(&world, &in_force.adopted, now);
        found.sort_by_key(|(person, _)| person.names.kept().map(|names| (names.kana.clone(), names.name.clone())));
        Ok(Acknowledgements {
            version: in_force.adopted.version.clone(),
            people: world.people.values().filter(|person| person.is_here()).count(),
            open: found.into_iter().map(|(person, standing)| open(&world, person, standing, now)).collect(),
        })
    }
}

fn open(world: &World, person: &Person, standing: Standing, now: Timestamp) -> Open {
    let name = |person: &Person| person.names.kept().map(|names| names.name.clone());
    let by = match standing {
        Standing::Due { by } | Standing::Late { by } => by,
        Standing::Acknowledged { at } => at,
    };
    Open {
        person: person.id,
        name: name(person),
        kind: person.kind,
        manager: person.manager.and_then(|manager| world.people.get(&manager)).and_then(name),
        by,
        certified: world.certifications.iter().any(|one| one.person == person.id && one.is_in_force(now)),
        speaks: standing.lets_speak(person),
    }
}
