//! One consultation with the words it is about, and what was ruled in like cases (2-4, 1-9).

use shingi_domain::{
    id::{ConsultationId, PostId},
    permit::Action,
    policy::ItemId,
    post::state::Consultation,
};
use shingi_store::view::{self, posts::ConsultationRow};

use super::{desk::Desk, lists::may_see};
use crate::{App, AppError, session::Signed};

/// Rulings that are looked through for like cases, newest first.
const LOOKED_AT: usize = 20;
const PRECEDENTS_MAX: usize = 5;

/// A question and the post that it is about, as it stands now.
pub struct Asked {
    pub desk: Desk,
    pub consultation: Consultation,
}

impl App {
    /// As this person may see it: see [`App::consultations`].
    pub fn consultation(&self, who: &Signed, id: ConsultationId) -> Result<Asked, AppError> {
        let now = self.now();
        let row = self.store.read(|read| {
            let row = view::posts::consultation(read, &id.to_string())?;
            let world = self.world(read, now)?;
            Ok::<_, AppError>(row.filter(|row| may_see(&world, who, row, now)))
        })?;
        self.asked(who, &row.ok_or(AppError::NotFound("consultation"))?)
    }

    /// The same for a row of a list.
    pub fn asked(&self, who: &Signed, row: &ConsultationRow) -> Result<Asked, AppError> {
        let missing = || AppError::NotFound("consultation");
        let post = row.post.parse::<PostId>().map_err(|_| missing())?;
        let id = row.consultation.parse::<ConsultationId>().map_err(|_| missing())?;
        let desk = self.desk(who, post)?;
        let consultation = desk.post.consultation(id).cloned().ok_or_else(missing)?;
        Ok(Asked { desk, consultation })
    }

    /// Earlier rulings of the same body on texts that the same item sent there. Nothing is guessed from words.
    pub fn precedents(&self, who: &Signed, asked: &Asked) -> Result<Vec<Asked>, AppError> {
        let items = asked.items();
        if items.is_empty() || !who.may(Action::ReadPosts) {
            return Ok(Vec::new());
        }
        let id = asked.consultation.id.to_string();
        let rows = self.consultations(who, true, None, LOOKED_AT + 1)?;
        let mut like = Vec::new();
        for row in rows.iter().filter(|row| row.consultation != id).take(LOOKED_AT) {
            let other = self.asked(who, row)?;
            let same = other.items().iter().any(|item| items.contains(item));
            if other.consultation.with == asked.consultation.with && same {
                like.push(other);
            }
            if like.len() == PRECEDENTS_MAX {
                break;
            }
        }
        Ok(like)
    }
}

impl Asked {
    /// The items whose findings sent the text to whom was asked.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        let findings = self.desk.parts.iter().flat_map(|part| &part.obligations.findings);
        let sent = findings.filter(|bound| bound.consult == Some(self.consultation.with)).map(|bound| bound.item);
        let mut items = sent.collect::<Vec<_>>();
        items.sort_unstable();
        items.dedup();
        items
    }
}
