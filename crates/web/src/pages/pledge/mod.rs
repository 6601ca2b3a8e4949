//! 誓約: reading the policy, the quiz, the acknowledgement with its receipt, and who is still to do it (1, 1-1, 2).

pub mod handlers;
pub mod samples;
pub mod view;
