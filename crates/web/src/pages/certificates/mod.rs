//! Certificates of clearance, for the public and for auditors (2-2, 2-9).

pub mod handlers;
pub mod samples;
pub mod view;
