//! First run: the organisation, its keys, the standard policy, and the first administrator (0, 1).

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use shingi_check::pack::Pack;
use shingi_domain::{
    actor::Actor,
    event::Event,
    id::PersonId,
    organisation::{OrganisationDetails, OrganisationEvent, PolicyEvent},
    people::{Language, PersonKind, PersonNames, Role},
    permit::Action,
};
use shingi_store::{Expect, view};

use super::add_person::PersonForm;
use crate::{App, AppError, FieldProblem, in_force::pack_blob, keys::Keys, password::Secret, session::Signed};

pub struct Founding {
    pub organisation: OrganisationDetails,
    pub administrator: PersonNames,
    pub language: Language,
    pub password: Secret,
}

/// Where the fingerprint of the one-time link is kept until it is used.
const SETUP_LINK: &str = "setup_link";

impl App {
    /// Draws the one-time set-up secret; `None` where the organisation is set up. A new one voids the last.
    pub fn draw_setup_secret(&self) -> Result<Option<Secret>, AppError> {
        if self.is_set_up() {
            return Ok(None);
        }
        let secret = Secret::draw(self.ids.as_ref());
        self.store.write(|tx| Ok::<_, AppError>(tx.put_setting(SETUP_LINK, &secret.fingerprint())?))?;
        Ok(Some(secret))
    }

    /// Whether this is the secret of the set-up link, and nobody used it yet.
    pub fn setup_secret_fits(&self, secret: &Secret) -> Result<bool, AppError> {
        let kept = self.store.read(|read| read.setting(SETUP_LINK))?;
        Ok(!self.is_set_up() && kept.is_some_and(|kept| kept == secret.fingerprint()))
    }

    pub fn found_organisation(&self, secret: &Secret, founding: Founding) -> Result<PersonId, AppError> {
        if !self.setup_secret_fits(secret)? {
            return Err(AppError::SetUpLink);
        }
        let problems = check(&founding.organisation);
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        let pack = Pack::standard().map_err(|problems| AppError::Record(format!("the standard pack: {problems:?}")))?;
        let blob = pack_blob(&Pack::standard_files())?;
        let pack_hash = self.store.blobs().put(&blob)?;
        let keys = Keys::draw(self.ids.as_ref(), &founding.organisation.public_url)?;
        let Founding { organisation, administrator, language, password } = founding;
        let form = PersonForm {
            kind: PersonKind::Employee,
            roles: BTreeSet::from([Role::Administrator]),
            manager: None,
            language,
            names: administrator,
        };
        let person = self.store.write(|tx| {
            let person = self.add_person_in(tx, Actor::System, form.clone(), &password)?;
            let actor = Actor::Person(person);
            let founded = OrganisationEvent::Founded { administrator: person, details: organisation.clone().into() };
            self.append(tx, "organisation", Expect::Exact(0), actor, &[Event::Organisation(founded)])?;
            let adopted = PolicyEvent::Adopted {
                pack_id: pack.policy.id.clone(),
                version: pack.policy.version.clone(),
                pack_hash,
                effective: self.now(),
                acknowledge_days: pack.acknowledge_days,
            };
            self.append(tx, "policy", Expect::Exact(0), actor, &[Event::Policy(adopted)])?;
            tx.put_setting(SETUP_LINK, "")?;
            Ok::<_, AppError>(person)
        })?;
        keys.keep(&self.store)?;
        self.reload()?;
        Ok(person)
    }

    pub fn change_organisation(&self, who: &Signed, details: OrganisationDetails) -> Result<(), AppError> {
        who.require(Action::ChangeOrganisation)?;
        let problems = check(&details);
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        self.store.write(|tx| {
            let known = view::documents::one::<OrganisationDetails>(tx, "organisation", "organisation")?;
            let version = known.ok_or(AppError::NotSetUp)?.version;
            let event = Event::Organisation(OrganisationEvent::Changed { details: details.clone().into() });
            self.append(tx, "organisation", Expect::Exact(version), who.actor(), &[event])?;
            Ok::<_, AppError>(())
        })?;
        self.reload()
    }
}

fn check(details: &OrganisationDetails) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let OrganisationDetails { name, other_names: _, contacts: _, public_url, time_zone } = details;
    if name.trim().is_empty() {
        problems.push(FieldProblem::new("name", "name-needed"));
    }
    let host = public_url.strip_prefix("https://").or_else(|| public_url.strip_prefix("http://"));
    let plain = host.is_some_and(|host| {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        !host.is_empty() && host.chars().all(fits)
    });
    if !plain {
        problems.push(FieldProblem::new("public_url", "public-url-form"));
    }
    if TimeZone::get(time_zone).is_err() || !time_zone.contains('/') && time_zone != "UTC" {
        problems.push(FieldProblem::new("time_zone", "time-zone-form"));
    }
    problems
}
