//! 人と認定: who is in scope, and who may speak on which account until when (items 1-1, 2, 2-1).

pub mod handlers;
pub mod samples;
pub mod view;
