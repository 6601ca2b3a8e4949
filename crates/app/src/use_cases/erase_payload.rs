//! A ruling erases one payload: its words and its salt are gone, the line that committed to them stays (1-4, ADR 0001).

use shingi_domain::{event::Event, organisation::PayloadEvent, permit::Action};
use shingi_store::{Expect, Log};

use crate::{App, AppError, FieldProblem, session::Signed};

impl App {
    pub fn erase_payload(
        &self,
        who: &Signed,
        log: Log,
        pos: u64,
        name: String,
        reason: String,
    ) -> Result<(), AppError> {
        who.require(Action::ErasePayload)?;
        if reason.trim().is_empty() {
            return Err(AppError::Invalid(vec![FieldProblem::new("reason", "reason-needed")]));
        }
        let event = PayloadEvent::Erased { log: log.name().to_owned(), pos, name: name.clone(), reason: reason.into() };
        self.store.write(|tx| {
            // In the log whose payload goes: each log explains its own gaps.
            self.append_to(tx, log, "payload", Expect::Any, who.actor(), &[Event::Payload(event.clone())])?;
            let stream = tx.from(log, pos, 1)?.into_iter().next().map(|line| line.stream);
            tx.erase_payload(log, pos, &name)?;
            // The same words may stand in what was autosaved.
            if let Some(post) = stream.as_deref().and_then(|stream| stream.strip_prefix("post/")) {
                tx.forget_drafts(post)?;
            }
            Ok::<_, AppError>(())
        })?;
        self.store.scrub()?;
        self.reload()
    }
}
