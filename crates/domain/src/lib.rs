//! What may happen: people, policy, posts, obligations and clearance, as pure functions and plain types.
//!
//! Serves every **W** row of the policy. Must never read a clock, draw a random number, open a file or a socket:
//! time and ids arrive as arguments (see `clippy.toml` of this crate).

pub mod id;
pub mod policy;
pub mod report;
pub mod time;
