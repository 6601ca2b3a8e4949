//! Takes a delivery off the calendar (1-7).

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::Command,
};

use super::on_post::Done;
use crate::{App, AppError, session::Signed};

impl App {
    pub fn unschedule_delivery(&self, who: &Signed, id: PostId, delivery: DeliveryId) -> Result<Done, AppError> {
        who.require(Action::WritePost)?;
        self.on_post(who.actor(), id, Command::Unschedule { delivery })
    }
}
