//! 確認: what another certified person sees and decides (items 1-7, 2-2, 2-4, 2-9).
//!
//! Reading order: `view` (what pages show) → `exact` (the bytes, so that nothing is invisible) → `since` (what changed)
//! → `handlers`.

pub mod exact;
pub mod handlers;
pub mod reason;
pub mod samples;
pub mod since;
pub mod view;
