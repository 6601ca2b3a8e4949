//! What pages and the API read. Views only; the one exception is a post's own stream, for its history.
//! Serves every item.

pub mod acknowledgements;
pub mod consultations;
pub mod deliveries;
pub mod desk;
pub mod emergencies;
pub mod feasibility;
pub mod history;
pub mod lists;
pub mod reviews;
pub mod series;
pub mod under_way;
pub mod would;
