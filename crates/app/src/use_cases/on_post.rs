//! The sandwich that every command to a post goes through: read the world and the post, decide, append (2-9).

use shingi_domain::{
    actor::Actor,
    event::Event,
    id::PostId,
    post::{Command, Post, PostEvent, Situation, decide},
};
use shingi_store::{Expect, StoredEvent, WriteTx};

use crate::{
    App, AppError, pictures,
    repository::{self, stream},
};

/// What a command left: the state, the version of its stream, and the lines that were written.
pub struct Done {
    pub post: Post,
    pub version: u64,
    pub written: Vec<StoredEvent>,
}

impl App {
    pub fn on_post(&self, actor: Actor, id: PostId, command: Command) -> Result<Done, AppError> {
        self.store.write(|tx| self.on_post_in(tx, actor, id, command))
    }

    /// The same inside a transaction that does more.
    pub fn on_post_in(
        &self,
        tx: &mut WriteTx<'_>,
        actor: Actor,
        id: PostId,
        command: Command,
    ) -> Result<Done, AppError> {
        let now = self.now();
        let in_force = self.in_force()?;
        let world = self.world(tx, now)?;
        let known = repository::post(tx, id)?;
        let (post, version) = known.map_or((None, 0), |document| (Some(document.value), document.version));
        let facts = post.as_ref().map(|post| self.facts(post, &world, &in_force, now)).unwrap_or_default();
        let situation =
            Situation { actor, now, policy: &in_force.policy, judge: &in_force.judge, world: &world, facts: &facts };
        let events = decide(post.as_ref(), command, &situation)?;
        let moves_pictures =
            events.iter().any(|event| matches!(event, PostEvent::Revised { .. } | PostEvent::Abandoned { .. }));
        let after = events.iter().fold(post, |post, event| Post::evolve(post, event, actor.principal(), now));
        let events = events.into_iter().map(Event::Post).collect::<Vec<_>>();
        let written = self.append(tx, &stream("post", id), Expect::Exact(version), actor, &events)?;
        let post = after.ok_or(AppError::NotFound("post"))?;
        if moves_pictures {
            pictures::note_uses(tx, &post, now)?;
        }
        Ok(Done { post, version: version + written.len() as u64, written })
    }
}

/// The post's events inside `written`, for callers that go on with one of them.
pub fn post_events(written: &[StoredEvent]) -> Result<Vec<PostEvent>, AppError> {
    let mut events = Vec::new();
    for stored in written {
        if let Event::Post(event) = repository::decoded(stored)? {
            events.push(event);
        }
    }
    Ok(events)
}
