//! Asks the manager or the committee (2-4, 1-9).

use shingi_domain::{
    id::{ConsultationId, PostId},
    permit::Action,
    policy::Consulted,
    post::Command,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn consult_on_post(
        &self,
        who: &Signed,
        id: PostId,
        with: Consulted,
        question: String,
    ) -> Result<Done, AppError> {
        who.require(Action::Consult)?;
        let consultation = ConsultationId(self.ids.id());
        self.on_post(who.actor(), id, Command::Consult { consultation, with, question })
    }

    /// A writer's question about the words as they stand in the composer: they go on record with it.
    pub fn consult_on_words(
        &self,
        who: &Signed,
        id: PostId,
        with: Consulted,
        question: String,
    ) -> Result<Done, AppError> {
        who.require(Action::Consult)?;
        who.require(Action::WritePost)?;
        let consultation = ConsultationId(self.ids.id());
        self.on_handed_over(who, id, Command::Consult { consultation, with, question })
    }
}
