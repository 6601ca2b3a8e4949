//! 相談と裁定: questions to the manager or the committee, and the rulings on exactly these words (items 1-9, 2-4).

pub mod handlers;
pub mod samples;
pub mod view;
