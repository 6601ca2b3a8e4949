//! Saves a state of a post on the record: what reviewers see from now on (1-7, 1-8).

use shingi_domain::{id::PostId, permit::Action};

use super::save_draft::PostForm;
use crate::{App, AppError, queries::desk::Desk, session::Signed};

impl App {
    /// For programs, which have no composer open: `seen` is the revision on record that they began from.
    pub fn revise_post(&self, who: &Signed, id: PostId, form: PostForm, seen: u32) -> Result<Desk, AppError> {
        who.require(Action::WritePost)?;
        form.check()?;
        self.store.write(|tx| {
            let post = crate::repository::post(tx, id)?.ok_or(AppError::NotFound("post"))?.value;
            if post.revision != seen {
                return Err(AppError::Conflict { seen: seen.into(), current: post.revision.into() });
            }
            self.keep_draft(tx, who, id, form.clone())?;
            self.hand_over_in(tx, who, id)
        })?;
        self.desk(who, id)
    }
}
