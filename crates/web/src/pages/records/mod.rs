//! 記録: what happened, as sentences, and whether the record holds (item 2-9).

pub mod handlers;
pub mod samples;
pub mod view;
