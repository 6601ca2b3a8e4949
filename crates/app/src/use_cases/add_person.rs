//! The directory: who is in scope, with which roles (1-1). No field for anyone's private accounts.

use std::collections::BTreeSet;

use shingi_domain::{
    actor::Actor,
    event::Event,
    id::PersonId,
    people::{Language, Person, PersonEvent, PersonKind, PersonNames, Role},
    permit::Action,
    time::Timestamp,
};
use shingi_store::{Expect, WriteTx, view};

use crate::{
    App, AppError, FieldProblem,
    password::{PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, Secret, hash_password},
    repository::stream,
    session::Signed,
};

#[derive(Clone)]
pub struct PersonForm {
    pub kind: PersonKind,
    pub roles: BTreeSet<Role>,
    pub manager: Option<PersonId>,
    pub language: Language,
    pub names: PersonNames,
}

impl App {
    /// Adds a person with a first password, which they are told by somebody and change themselves.
    pub fn add_person(&self, who: &Signed, form: PersonForm, password: &Secret) -> Result<PersonId, AppError> {
        who.require(Action::ManagePeople)?;
        self.store.write(|tx| self.add_person_in(tx, who.actor(), form.clone(), password))
    }

    /// The same for the first administrator, who adds themselves.
    pub fn add_person_in(
        &self,
        tx: &mut WriteTx<'_>,
        actor: Actor,
        form: PersonForm,
        password: &Secret,
    ) -> Result<PersonId, AppError> {
        let person = PersonId(self.ids.id());
        let known = view::documents::all::<Person>(tx, "person")?;
        let mut problems = check(&form, &known, None);
        problems.extend(check_password(password));
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        let PersonForm { kind, roles, manager, language, names } = form;
        let login = names.email.to_lowercase();
        let event = PersonEvent::Added { person, kind, roles, manager, language, names: names.into() };
        self.append(tx, &stream("person", person), Expect::Exact(0), actor, &[Event::Person(event)])?;
        let hash = hash_password(password, self.ids.as_ref());
        tx.put_credential(&person.to_string(), &login, &hash, self.now().0)?;
        Ok(person)
    }

    pub fn change_person(&self, who: &Signed, id: PersonId, form: PersonForm) -> Result<(), AppError> {
        who.require(Action::ManagePeople)?;
        self.store.write(|tx| {
            let known = view::documents::all::<Person>(tx, "person")?;
            let problems = check(&form, &known, Some(id));
            if !problems.is_empty() {
                return Err(AppError::Invalid(problems));
            }
            let current = view::documents::one::<Person>(tx, "person", &id.to_string())?;
            let version = current.ok_or(AppError::NotFound("person"))?.version;
            let PersonForm { kind, roles, manager, language, names } = form.clone();
            let login = names.email.to_lowercase();
            let event = PersonEvent::Changed { kind, roles, manager, language, names: names.into() };
            self.append(tx, &stream("person", id), Expect::Exact(version), who.actor(), &[Event::Person(event)])?;
            tx.rename_credential(&id.to_string(), &login)?;
            Ok(())
        })
    }

    /// Names who acts in a person's place for a time; the person themselves or HR may.
    pub fn name_deputy(
        &self,
        who: &Signed,
        person: PersonId,
        deputy: PersonId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<(), AppError> {
        if who.id() != person {
            who.require(Action::ManagePeople)?;
        }
        if until <= from || deputy == person {
            return Err(AppError::Invalid(vec![FieldProblem::new("deputy", "deputy-form")]));
        }
        self.on_person(who.actor(), person, PersonEvent::DeputyNamed { deputy, from, until })
    }

    /// Someone leaves: from this instant no session, token or certification of theirs counts.
    pub fn let_person_leave(&self, who: &Signed, person: PersonId) -> Result<(), AppError> {
        who.require(Action::ManagePeople)?;
        self.on_person(who.actor(), person, PersonEvent::Left {})?;
        self.store.write(|tx| Ok::<_, AppError>(tx.end_sessions(&person.to_string())?))
    }

    pub(super) fn on_person(&self, actor: Actor, person: PersonId, event: PersonEvent) -> Result<(), AppError> {
        self.store.write(|tx| {
            let current = view::documents::one::<Person>(tx, "person", &person.to_string())?;
            let current = current.ok_or(AppError::NotFound("person"))?;
            if !current.value.is_here() {
                return Err(AppError::Invalid(vec![FieldProblem::new("person", "person-left")]));
            }
            let expected = Expect::Exact(current.version);
            self.append(tx, &stream("person", person), expected, actor, &[Event::Person(event.clone())])?;
            Ok(())
        })
    }
}

fn check(form: &PersonForm, known: &[Person], own: Option<PersonId>) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let PersonForm { kind: _, roles: _, manager, language: _, names } = form;
    if names.name.trim().is_empty() {
        problems.push(FieldProblem::new("name", "name-needed"));
    }
    let email = names.email.trim();
    let parts = email.split_once('@');
    if !parts.is_some_and(|(user, host)| !user.is_empty() && host.contains('.')) || email.contains(char::is_whitespace)
    {
        problems.push(FieldProblem::new("email", "email-form"));
    }
    let taken = known.iter().any(|person| {
        Some(person.id) != own && person.names.kept().is_some_and(|names| names.email.eq_ignore_ascii_case(email))
    });
    if taken {
        problems.push(FieldProblem::new("email", "email-taken"));
    }
    if let Some(manager) = manager
        && (!known.iter().any(|person| person.id == *manager) || own.is_some_and(|own| is_below(*manager, own, known)))
    {
        problems.push(FieldProblem::new("manager", "manager-loop"));
    }
    problems
}

/// Whether `person` stands below `boss`, or is the same: then `boss` cannot become their manager in turn.
fn is_below(person: PersonId, boss: PersonId, known: &[Person]) -> bool {
    let mut current = Some(person);
    for _ in 0..=known.len() {
        match current {
            Some(id) if id == boss => return true,
            Some(id) => current = known.iter().find(|person| person.id == id).and_then(|person| person.manager),
            None => return false,
        }
    }
    true
}

#[must_use]
pub fn check_password(password: &Secret) -> Option<FieldProblem> {
    let length = password.reveal().chars().count();
    let fits = (PASSWORD_LENGTH_MIN..=PASSWORD_LENGTH_MAX).contains(&length);
    (!fits).then_some(FieldProblem::new("password", "password-length"))
}
