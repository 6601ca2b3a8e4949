//! Signing in and out (2-8).

pub mod view;
