//! Sets the time at which a delivery goes out, if it is cleared then (1-7, 2-6).

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::Command,
    time::Timestamp,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

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
}
