//! Views: tables that pages read, folded from events in the transaction that writes them. All can be dropped and
//! rebuilt at any time (`shingi views rebuild`). Serves no item of its own.

pub mod certificates;
pub mod documents;
pub mod posts;

use shingi_domain::event::Event;

use crate::{StoreError, StoredEvent};

/// A folded state with the version of its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<T> {
    pub value: T,
    pub version: u64,
}

/// The event that a line of the record tells, with what is left of its payloads.
fn decoded(stored: &StoredEvent) -> Result<Event, StoreError> {
    Event::decode(&stored.kind, stored.version, &stored.data, &stored.hidden)
        .map_err(|error| StoreError::Decode { pos: stored.pos, why: error.to_string() })
}

/// Every projection, in the order in which they see a line.
pub(crate) fn all() -> Vec<Box<dyn crate::Projection>> {
    vec![Box::new(documents::Documents), Box::new(certificates::Certificates)]
}
