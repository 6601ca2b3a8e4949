//! Placeholder while the workspace grows.
pub mod words;
