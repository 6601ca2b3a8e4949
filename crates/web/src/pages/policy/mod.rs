//! Reading the policy: everyone, signed in or not (item 1).

pub mod article;
pub mod handlers;
pub mod samples;
pub mod view;
