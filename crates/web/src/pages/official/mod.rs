//! The official accounts as the public sees them (preamble, 2-5, 2-7): pages, feeds, documents for machines.

pub mod feed;
pub mod handlers;
pub mod samples;
pub mod trust;
pub mod view;
