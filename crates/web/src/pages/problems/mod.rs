//! Pages that say what went wrong, what to do, and who can (1-9).

pub mod view;
