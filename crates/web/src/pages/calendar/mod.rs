//! 予定: when what goes out, by month, week and list (items 1-7, 2-6).

pub mod days;
pub mod handlers;
pub mod samples;
pub mod view;
