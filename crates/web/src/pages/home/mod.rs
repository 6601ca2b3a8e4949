//! 今日: what waits for the person who looks, why, and until when (items 2-6 and 1-7).

pub mod handlers;
pub mod samples;
pub mod view;
