//! The emergency lane: opened by two, shown on the post, looked back on by the committee, listed for the auditor (1-7, 2-9).

pub mod handlers;
pub mod lane;
pub mod samples;
pub mod view;
