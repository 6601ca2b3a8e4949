//! The first set-up of a server (preamble, 2-8): whose it is and who looks after it.

pub mod handlers;
pub mod view;
