//! One member of the committee, or the manager, rules; never the author (2-4, 2-5, 1-9).

use std::collections::BTreeMap;

use shingi_domain::{
    id::{ConsultationId, DeliveryId, PostId},
    post::{Command, Digest, Verdict},
};

use super::on_post::Done;
use crate::{App, AppError, FieldProblem, session::Signed};

/// The answer to "could this be a protected report?", which comes before every ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtectedReport {
    No,
    /// Yes, or one cannot be sure: nothing may hinder it.
    Perhaps,
}

/// A ruling as the form hands it in.
#[derive(Clone)]
pub struct RulingForm {
    /// `None`: not asked. A ruling that did not ask is none.
    pub protected: Option<ProtectedReport>,
    pub verdict: Option<Verdict>,
    pub reason: String,
    pub conditions: Vec<String>,
    /// The bytes that the member saw.
    pub digests: BTreeMap<DeliveryId, Digest>,
}

impl App {
    /// What might be a report of a wrong is permitted, and without conditions: a condition that must be met before
    /// it may be sent would hinder it as well.
    pub fn rule_consultation(
        &self,
        who: &Signed,
        id: PostId,
        consultation: ConsultationId,
        form: RulingForm,
    ) -> Result<Done, AppError> {
        let mut problems = Vec::new();
        if form.protected.is_none() {
            problems.push(FieldProblem::new("protected", "protected-needed"));
        }
        let perhaps = form.protected == Some(ProtectedReport::Perhaps);
        let conditions = form.conditions.iter().any(|condition| !condition.trim().is_empty());
        match form.verdict {
            None => problems.push(FieldProblem::new("verdict", "verdict-needed")),
            Some(Verdict::Refuse) if perhaps => {
                problems.push(FieldProblem::new("verdict", "protected-report-permit-only"));
            }
            Some(Verdict::Permit) if perhaps && conditions => {
                problems.push(FieldProblem::new("condition-1", "protected-report-no-conditions"));
            }
            Some(Verdict::Permit | Verdict::Refuse) => {}
        }
        if form.reason.trim().is_empty() {
            problems.push(FieldProblem::new("reason", "reason-needed"));
        }
        let (Some(verdict), true) = (form.verdict, problems.is_empty()) else {
            return Err(AppError::Invalid(problems));
        };
        let RulingForm { protected, verdict: _, reason, conditions, digests } = form;
        let protected_report_considered = protected.is_some();
        let command = Command::Rule { consultation, verdict, reason, conditions, protected_report_considered, digests };
        self.on_post(who.actor(), id, command)
    }
}
