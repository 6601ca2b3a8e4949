//! By hand, with proof: a person publishes the exact bytes on a medium without a connector (1-2, 2-9).
//! Also where a person settles an outcome that no machine can know.

use shingi_domain::{
    id::{AttemptId, DeliveryId, PostId},
    permit::Action,
    post::{Command, Outcome, Progress, event::FailureKind},
};

use super::on_post::Done;
use crate::{App, AppError, FieldProblem, certificate, pictures, repository, session::Signed};

/// What the person brings back.
pub struct Proof {
    pub url: String,
    /// A picture of the published post, as uploaded; an address alone is no proof.
    pub capture: Option<Vec<u8>>,
}

impl App {
    /// Takes the intent: clearance is computed now, and from here on the words stand still. Where the program itself
    /// publishes, the job takes it: an intent without a call to make would never end.
    pub fn start_by_hand(&self, who: &Signed, id: PostId, delivery: DeliveryId) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        let desk = self.desk(who, id)?;
        let part = desk.parts.iter().find(|part| part.delivery.id == delivery).ok_or(AppError::NotFound("delivery"))?;
        let channel = part.account.as_ref().ok_or(AppError::NotFound("account"))?.channel;
        if self.connectors.connector(channel).manifest().automatic {
            return self.publish_now(who, id, delivery);
        }
        let attempt = AttemptId(self.ids.id());
        self.on_post(who.actor(), id, Command::StartSending { delivery, attempt })
    }

    pub fn prove_by_hand(
        &self,
        who: &Signed,
        id: PostId,
        delivery: DeliveryId,
        proof: Proof,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        let url = proof.url.trim().to_owned();
        if !(url.starts_with("https://") || url.starts_with("http://")) || url.chars().any(char::is_whitespace) {
            return Err(AppError::Invalid(vec![FieldProblem::new("url", "url-form")]));
        }
        let Some(bytes) = proof.capture else {
            return Err(AppError::Invalid(vec![FieldProblem::new("capture", "capture-needed")]));
        };
        let capture = Some(self.keep_blob(&pictures::clean(&bytes)?.bytes)?);
        self.settle(who, id, delivery, Outcome::Sent { url, capture, reconciled: false })
    }

    /// The person looked and it is not there: it was not published.
    pub fn report_not_published(
        &self,
        who: &Signed,
        id: PostId,
        delivery: DeliveryId,
        why: String,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        if why.trim().is_empty() {
            return Err(AppError::Invalid(vec![FieldProblem::new("why", "reason-needed")]));
        }
        self.settle(who, id, delivery, Outcome::Failed { kind: FailureKind::NotSent, why })
    }

    /// The person cannot tell: the delivery stays `unknown` until somebody can.
    pub fn report_unknown(
        &self,
        who: &Signed,
        id: PostId,
        delivery: DeliveryId,
        why: String,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.settle(who, id, delivery, Outcome::Unknown { why })
    }

    fn settle(&self, who: &Signed, id: PostId, delivery: DeliveryId, outcome: Outcome) -> Result<Done, AppError> {
        self.store.write(|tx| {
            let post = repository::post(tx, id)?.ok_or(AppError::NotFound("post"))?.value;
            let part = post.deliveries.get(&delivery).ok_or(AppError::NotFound("delivery"))?;
            let attempt = match part.progress {
                Progress::Sending { attempt, .. } | Progress::Unknown { attempt, .. } => attempt,
                Progress::Draft
                | Progress::Scheduled { .. }
                | Progress::Failed { .. }
                | Progress::Missed { .. }
                | Progress::Published { .. } => return Err(AppError::NotFound("attempt")),
            };
            let sent = matches!(outcome, Outcome::Sent { .. });
            let command = Command::RecordOutcome { delivery, attempt, outcome: outcome.clone() };
            let done = self.on_post_in(tx, who.actor(), id, command)?;
            if sent {
                certificate::issue(self, tx, &done.post, delivery)?;
            }
            tx.finish_outbox(&attempt.to_string())?;
            Ok(done)
        })
    }
}
