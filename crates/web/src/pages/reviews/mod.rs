//! 確認: what another certified person sees and decides (items 1-7, 2-2, 2-4, 2-9).

pub mod samples;
pub mod view;
