//! 発信: writing a post, seeing what it still needs, and what became of it (items 1-3 to 1-8, 2-2 to 2-4, 2-7, 2-9).

pub mod samples;
pub mod view;
