//! One reviewer approves a series with one press: each post with its own approval on the record, of exactly the bytes
//! that they saw, and all of them or none (1-7, 2-7, 2-9).

use std::collections::BTreeMap;

use shingi_domain::{
    id::{DeliveryId, PostId},
    permit::Action,
    post::{Command, Digest},
};

use crate::{App, AppError, FieldProblem, repository, session::Signed};

/// The bytes of one post that the reviewer saw.
pub type Seen = (PostId, BTreeMap<DeliveryId, Digest>);

impl App {
    /// Refused as a whole where one of them is no longer of the series: a doubt, a finding or an edit came in between.
    pub fn approve_series(&self, who: &Signed, seen: Vec<Seen>) -> Result<usize, AppError> {
        who.require(Action::ReadPosts)?;
        let changed = || AppError::Invalid(vec![FieldProblem::new("series", "series-changed")]);
        if seen.is_empty() {
            return Err(changed());
        }
        self.store.write(|tx| {
            let mut key = None;
            for (post, digests) in &seen {
                // Anew for each: the line of the one before is younger than the moment before it.
                let now = self.now();
                let known = repository::post(tx, *post)?.ok_or(AppError::NotFound("post"))?;
                let desk = self.desk_of(known.value, known.version, self.world(tx, now)?, now)?;
                let own = desk.series().ok_or_else(changed)?;
                if *key.get_or_insert_with(|| own.clone()) != own {
                    return Err(changed());
                }
                let (digests, comment) = (digests.clone(), String::new());
                self.on_post_in(tx, who.actor(), *post, Command::Approve { digests, comment })?;
            }
            Ok(seen.len())
        })
    }
}
