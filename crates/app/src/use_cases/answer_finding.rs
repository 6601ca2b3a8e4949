//! The author answers a finding with evidence; it counts for these words only (2-2, 2-3, 1-3, 1-6).

use shingi_domain::{
    id::PostId,
    permit::Action,
    post::{Command, Evidence, FindingKey},
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn answer_finding(
        &self,
        who: &Signed,
        id: PostId,
        key: FindingKey,
        evidence: Evidence,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_handed_over(who, id, Command::Answer { key, evidence })
    }
}
