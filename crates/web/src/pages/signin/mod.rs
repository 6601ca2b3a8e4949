//! Signing in and out (2-8).

pub mod handlers;
pub mod view;
