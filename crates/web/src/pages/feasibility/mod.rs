//! 見込み: who can clear what, by class and day, and who is missing where nobody can (1-7, 2-1, 2-6).

pub mod handlers;
pub mod samples;
pub mod view;
