//! The emergency lane: opened by two, shown on the post, looked back on by the committee, listed for the auditor.

pub mod handlers;
pub mod lane;
pub mod samples;
pub mod view;
