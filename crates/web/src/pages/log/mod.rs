//! The public log of certificates, for people who want to verify it (2-2, 2-9).

pub mod handlers;
pub mod view;
