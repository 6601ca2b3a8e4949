//! Pages that say what went wrong, what to do, and who can.

pub mod view;
