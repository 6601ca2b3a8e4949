//! The private self-check (1-10, and the carve-out of 1-5 and 1-6): the engine runs on the reader's own device.
//!
//! Must never receive a text, know who looks, set a cookie, or be logged: what a server is not told, nobody can ask it for.

pub mod handlers;
mod parts;
pub mod samples;
pub mod view;

/// Paths at which the server neither looks who asks, nor keeps a preference, nor writes a line.
#[must_use]
pub fn is_blind(path: &str) -> bool {
    path == "/check" || path.starts_with("/check/")
}
