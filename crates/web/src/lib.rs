//! Placeholder while the workspace grows.
pub mod assets;
pub mod pages;
pub mod words_filter;
