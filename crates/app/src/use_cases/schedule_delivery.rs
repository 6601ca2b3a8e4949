//! Sets the time at which a delivery goes out, if it is cleared then (1-7, 2-6).

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::Command,
    refusal::{Refusal, Why},
    time::Timestamp,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

/// "Now" as a time that is still to come when the decision looks at the clock.
const NOW_MICROS: i64 = 1_000_000;

impl App {
    pub fn schedule_delivery(
        &self,
        who: &Signed,
        id: PostId,
        delivery: DeliveryId,
        due: Timestamp,
    ) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_post(who.actor(), id, Command::Schedule { delivery, due })
    }

    /// At once, where the program itself publishes: refused here and now if anything is still open, so that nobody
    /// waits for something that would be held.
    pub fn publish_now(&self, who: &Signed, id: PostId, delivery: DeliveryId) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        let desk = self.desk(who, id)?;
        let part = desk.parts.iter().find(|part| part.delivery.id == delivery);
        let part = part.ok_or(AppError::NotFound("delivery"))?;
        if !part.is_cleared() {
            let open = part.open().into_iter().cloned().collect();
            let state = desk.post.state_name();
            return Err(Refusal { command: "start_sending", state, why: Why::Outstanding(open) }.into());
        }
        self.schedule_delivery(who, id, delivery, self.now().plus_micros(NOW_MICROS))
    }
}
