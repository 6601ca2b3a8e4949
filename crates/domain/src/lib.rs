//! What may happen: people, policy, posts, obligations and clearance, as pure functions and plain types.
//!
//! Serves every **W** row of the policy. Must never read a clock, draw a random number, open a file or a socket:
//! time and ids arrive as arguments (see `clippy.toml` of this crate).
//!
//! Reading order: `report` and `policy` (what was found, what follows) → `post` → `obligation` → `clearance` → `event`.

pub mod account;
pub mod actor;
pub mod certification;
pub mod clearance;
pub mod event;
pub mod feasible;
pub mod id;
pub mod obligation;
pub mod organisation;
pub mod people;
pub mod permit;
pub mod picture;
pub mod pledge;
pub mod policy;
pub mod post;
pub mod private;
pub mod refusal;
pub mod report;
pub mod series;
pub mod stop;
pub mod time;
pub mod world;
