//! 認定: an examiner gives, suspends and revokes the right to speak; it counts at the next sending (2-1).

use std::collections::BTreeSet;

use shingi_domain::{
    certification::{Capability, Certification, CertificationEvent, CertificationState},
    event::Event,
    id::{AccountId, CertificationId, PersonId},
    people::Person,
    permit::Action,
    time::Timestamp,
};
use shingi_store::{Expect, view};

use crate::{App, AppError, FieldProblem, repository::stream, session::Signed};

pub struct CertificationForm {
    pub person: PersonId,
    pub accounts: BTreeSet<AccountId>,
    pub capabilities: BTreeSet<Capability>,
    pub from: Timestamp,
    pub until: Timestamp,
}

impl App {
    pub fn grant_certification(&self, who: &Signed, form: CertificationForm) -> Result<CertificationId, AppError> {
        who.require(Action::GrantCertification)?;
        let CertificationForm { person, accounts, capabilities, from, until } = form;
        let mut problems = Vec::new();
        if person == who.id() {
            problems.push(FieldProblem::new("person", "certification-own"));
        }
        if accounts.is_empty() {
            problems.push(FieldProblem::new("accounts", "accounts-needed"));
        }
        if capabilities.is_empty() {
            problems.push(FieldProblem::new("capabilities", "capabilities-needed"));
        }
        if until <= from {
            problems.push(FieldProblem::new("until", "until-after-from"));
        }
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        let certification = CertificationId(self.ids.id());
        self.store.write(|tx| {
            view::documents::one::<Person>(tx, "person", &person.to_string())?.ok_or(AppError::NotFound("person"))?;
            let known = view::documents::all::<Certification>(tx, "certification")?;
            let number = known.iter().map(|known| known.number).max().unwrap_or(0) + 1;
            let event = CertificationEvent::Granted {
                certification,
                number,
                person,
                accounts: accounts.clone(),
                capabilities: capabilities.clone(),
                from,
                until,
            };
            let events = [Event::Certification(event)];
            self.append(tx, &stream("certification", certification), Expect::Exact(0), who.actor(), &events)?;
            Ok(certification)
        })
    }

    pub fn suspend_certification(&self, who: &Signed, id: CertificationId, reason: String) -> Result<(), AppError> {
        self.on_certification(who, id, CertificationEvent::Suspended { reason: needed(reason)?.into() })
    }

    pub fn reinstate_certification(&self, who: &Signed, id: CertificationId) -> Result<(), AppError> {
        self.on_certification(who, id, CertificationEvent::Reinstated {})
    }

    pub fn revoke_certification(&self, who: &Signed, id: CertificationId, reason: String) -> Result<(), AppError> {
        self.on_certification(who, id, CertificationEvent::Revoked { reason: needed(reason)?.into() })
    }

    fn on_certification(&self, who: &Signed, id: CertificationId, event: CertificationEvent) -> Result<(), AppError> {
        who.require(Action::GrantCertification)?;
        self.store.write(|tx| {
            let known = view::documents::one::<Certification>(tx, "certification", &id.to_string())?;
            let known = known.ok_or(AppError::NotFound("certification"))?;
            if known.value.person == who.id() {
                return Err(AppError::Invalid(vec![FieldProblem::new("person", "certification-own")]));
            }
            if known.value.state == CertificationState::Revoked {
                return Err(AppError::Invalid(vec![FieldProblem::new("certification", "certification-revoked")]));
            }
            let events = [Event::Certification(event.clone())];
            self.append(tx, &stream("certification", id), Expect::Exact(known.version), who.actor(), &events)?;
            Ok(())
        })
    }
}

fn needed(reason: String) -> Result<String, AppError> {
    if reason.trim().is_empty() {
        return Err(AppError::Invalid(vec![FieldProblem::new("reason", "reason-needed")]));
    }
    Ok(reason)
}
