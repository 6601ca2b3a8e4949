//! 発信: writing a post, seeing what it still needs, and what became of it (items 1-3 to 1-8, 2-2 to 2-4, 2-7, 2-9).
//!
//! Reading order: `view` (what pages show) → `form` (what a composer sends) → `findings` (the panel beside the text) →
//! `difference` (what changed, in words) → `handlers`.

pub mod difference;
pub mod findings;
pub mod form;
pub mod handlers;
pub mod samples;
pub mod view;
