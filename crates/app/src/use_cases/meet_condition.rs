//! The author meets a condition of a ruling, with evidence (2-4).

use shingi_domain::{
    id::{ConsultationId, PostId},
    permit::Action,
    post::{Command, Evidence},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn meet_condition(
        &self,
        who: &Signed,
        id: PostId,
        consultation: ConsultationId,
        condition: u16,
        evidence: Evidence,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_post(who.actor(), id, Command::MeetCondition { consultation, condition, evidence })
    }
}
