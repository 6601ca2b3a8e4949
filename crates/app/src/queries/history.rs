//! What happened to a post, line by line, and the states of its words (2-9).

use shingi_domain::{
    actor::Actor,
    event::Event,
    id::{PersonId, PostId},
    post::{Draft, PostEvent},
    time::Timestamp,
};
use shingi_store::Log;

use crate::{
    App, AppError,
    repository::{decoded, stream},
    session::Signed,
    use_cases::save_draft::SavedDraft,
};

/// One line of the record, as a person may read it.
pub struct Happened {
    pub pos: u64,
    pub at: Timestamp,
    pub actor: Actor,
    pub stream: String,
    pub kind: String,
    pub event: Event,
}

/// A saved state of a post's words.
pub struct Revision {
    pub revision: u32,
    pub at: Timestamp,
    pub actor: Actor,
    /// `None`: erased.
    pub draft: Option<Draft>,
}

impl App {
    pub fn history(&self, who: &Signed, id: PostId) -> Result<Vec<Happened>, AppError> {
        self.desk(who, id)?;
        let stored = self.store.read(|read| read.stream(Log::Record, &stream("post", id)))?;
        stored.iter().map(happened).collect()
    }

    pub fn revisions(&self, who: &Signed, id: PostId) -> Result<Vec<Revision>, AppError> {
        let mut revisions = Vec::new();
        for happened in self.history(who, id)? {
            if let Event::Post(PostEvent::Revised { revision, draft, .. }) = happened.event {
                revisions.push(Revision { revision, at: happened.at, actor: happened.actor, draft: draft.into_kept() });
            }
        }
        Ok(revisions)
    }

    /// The last states that were saved while somebody typed, newest first. Beside the record, and not for ever.
    pub fn saved_drafts(&self, who: &Signed, id: PostId) -> Result<Vec<SavedDraft>, AppError> {
        self.desk(who, id)?;
        let kept = self.store.read(|read| read.draft_history(&id.to_string()))?;
        let saved = kept.into_iter().filter_map(|(version, _, body, updated)| {
            let draft = serde_json::from_str::<SavedDraft>(&body).ok()?;
            Some(SavedDraft { version, updated, ..draft })
        });
        Ok(saved.collect())
    }

    /// A page of the whole record, newest first, for auditors. `before` is a position; the newest line where `None`.
    pub fn record(&self, who: &Signed, before: Option<u64>, count: u32) -> Result<Vec<Happened>, AppError> {
        who.require(shingi_domain::permit::Action::ReadRecord)?;
        let stored = self.store.read(|read| read.before(Log::Record, before, count))?;
        stored.iter().map(happened).collect()
    }

    /// The lines of the record that fit, newest first, and the position before which to look on; `None` at its beginning.
    pub fn record_where(
        &self,
        who: &Signed,
        wanted: &Wanted,
        before: Option<u64>,
        count: usize,
    ) -> Result<(Vec<Happened>, Option<u64>), AppError> {
        who.require(shingi_domain::permit::Action::ReadRecord)?;
        let (stored, next) = self.store.read(|read| {
            let until = wanted.until.map(|until| read.position_at(Log::Record, until.0)).transpose()?;
            let before = before.into_iter().chain(until).min();
            let mut over = false;
            let (stored, next) = read.before_where(Log::Record, before, count, LOOKED_THROUGH, &mut |line| {
                over |= wanted.from.is_some_and(|from| line.at < from.0);
                !over && wanted.fits(&line.kind, &line.actor)
            })?;
            Ok::<_, AppError>((stored, next.filter(|_| !over)))
        })?;
        Ok((stored.iter().map(happened).collect::<Result<_, _>>()?, next))
    }
}

/// Lines of the record that one page looks through.
const LOOKED_THROUGH: u32 = 1_000;

/// Which lines of the record.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// A stream's noun: `post`, `person`, …; any where empty.
    pub noun: String,
    pub who: Option<PersonId>,
    pub from: Option<Timestamp>,
    /// Before this time.
    pub until: Option<Timestamp>,
}

impl Wanted {
    fn fits(&self, kind: &str, actor: &str) -> bool {
        let noun =
            kind.strip_prefix(self.noun.as_str()).is_some_and(|rest| self.noun.is_empty() || rest.starts_with('_'));
        noun && self.who.is_none_or(|who| actor.parse::<Actor>().ok().and_then(Actor::principal) == Some(who))
    }
}

fn happened(stored: &shingi_store::StoredEvent) -> Result<Happened, AppError> {
    let actor = stored.actor.parse::<Actor>().map_err(|e| AppError::Record(e.to_string()))?;
    Ok(Happened {
        pos: stored.pos,
        at: Timestamp(stored.at),
        actor,
        stream: stored.stream.clone(),
        kind: stored.kind.clone(),
        event: decoded(stored)?,
    })
}
