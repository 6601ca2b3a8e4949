//! 発信: one matter with one author, and a delivery for each account that it goes to.
//!
//! Reading order: `content` (the words) → `event` (what happened) → `state` (what follows) → `command` → `decide`.
//! Serves 1-7, 1-8, 2-2, 2-4, 2-9.

pub mod command;
pub mod content;
pub mod decide;
pub mod event;
pub mod evolve;
pub mod state;

#[cfg(test)]
mod tests;

pub use command::{Command, Outcome, Situation};
pub use content::{
    Consent, Digest, Draft, DraftDelivery, Evidence, EvidenceKind, Picture, Resolved, Rights, RightsBasis,
};
pub use decide::decide;
pub use event::{FindingKey, PostEvent, Verdict};
pub use state::{Approval, Consultation, Delivery, DeliveryState, Doubt, Post, Progress, Ruling};
