//! The data folder: one SQLite database, one folder of blobs, one lock. Appends to the record, folds views, keeps work.
//!
//! Serves 2-9. Must never change a line of the record: triggers refuse it, and only an erasure on record lets a payload
//! go. Must never decide anything: what may happen is `shingi-domain`'s business.
//!
//! Reading order: `event` (what a line is here) → `read` → `write` → `writer` → `store` → `view`.

mod backup;
mod blobs;
#[cfg(test)]
mod contract;
mod error;
mod event;
mod lock;
pub mod queries;
mod read;
pub mod schema;
mod store;
pub mod view;
mod work;
mod write;
mod writer;

pub use backup::{LogInManifest, Manifest, Restored, Restoring};
pub use blobs::Blobs;
pub use error::{OpenError, StoreError};
pub use event::{Expect, NewEvent, StoredEvent};
pub use read::{Payloads, RawLine, Read, Row, SqlError, Value};
pub use shingi_ledger::Log;
pub use store::{Options, Store};
pub use work::{Answered, Credential, Draft, OutboxRow, PictureRow, PictureUse, Session, Token};
pub use write::{Projection, WriteTx};
