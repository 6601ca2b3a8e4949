//! One member of the committee, or the manager, rules; never the author (2-4, 2-5, 1-9).

use std::collections::BTreeMap;

use shingi_domain::{
    id::{ConsultationId, DeliveryId, PostId},
    post::{Command, Digest, Verdict},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

/// A ruling as the form hands it in. The domain refuses one that did not ask about protected reports.
pub struct RulingForm {
    pub verdict: Verdict,
    pub reason: String,
    pub conditions: Vec<String>,
    pub protected_report_considered: bool,
    /// The bytes that the member saw.
    pub digests: BTreeMap<DeliveryId, Digest>,
}

impl App {
    pub fn rule_consultation(
        &self,
        who: &Signed,
        id: PostId,
        consultation: ConsultationId,
        form: RulingForm,
    ) -> Result<Done, AppError> {
        let RulingForm { verdict, reason, conditions, protected_report_considered, digests } = form;
        let command = Command::Rule { consultation, verdict, reason, conditions, protected_report_considered, digests };
        self.on_post(who.actor(), id, command)
    }
}
