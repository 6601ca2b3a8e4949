//! Pages for people, JSON for programs, the public's view: one router over the same use cases. Serves every item.
//!
//! Reading order: `server` (all routes and what holds for them) → `visitor` (who asks) → `form`, `problem` → `present`
//! (facts to words) → `pages/<noun>/{view,handlers}`.

pub mod api;
pub mod assets;
pub mod cookie;
mod download;
pub mod form;
pub mod holidays;
#[cfg(test)]
mod lists;
pub mod pages;
#[cfg(test)]
mod permissions;
pub mod present;
pub mod problem;
pub mod server;
pub mod state;
#[cfg(test)]
mod testing;
pub mod visitor;
pub mod words_filter;

pub use server::serve;
