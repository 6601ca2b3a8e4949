//! 公式アカウント: the register of what the company itself speaks through (items 0, 1-2, 2-8).

pub mod handlers;
pub mod samples;
pub mod view;
