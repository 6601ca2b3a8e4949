//! The pages of the team and of the public: one folder per noun, each with its `view.rs` of typed contexts.
//!
//! A view holds what is shown, ready to be shown: words by key, names, times as text. It never decides
//! anything: clearance, permissions and clocks are worked out before (items 1-7, 2-1 and 2-9 live in `domain`).
//! A form that a person must not send is not in the view, and a button that does not work says why.

pub mod accounts;
pub mod calendar;
pub mod certificates;
pub mod check;
pub mod consultations;
pub mod emergencies;
pub mod feasibility;
pub mod home;
pub mod log;
pub mod official;
pub mod parts;
pub mod people;
pub mod pledge;
pub mod policy;
pub mod posts;
pub mod problems;
pub mod public;
pub mod records;
pub mod reviews;
pub mod samples;
pub mod setup;
pub mod shell;
pub mod signin;
pub mod stops;

pub use shell::{FieldProblem, Flash, Here, NavCount, Page, StopState, Theme, Viewer};

#[cfg(test)]
mod tests;
