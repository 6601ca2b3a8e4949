//! Reading the policy: everyone, signed in or not (item 1).

pub mod article;
pub mod samples;
pub mod view;
