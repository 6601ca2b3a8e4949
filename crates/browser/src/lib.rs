//! The checking engine as a module for browsers: the same rules, the same pack, on the reader's own device.
//!
//! Serves every **R** item and the blind self-check of 1-10. Must never reach for the network, a clock or storage: all
//! that it knows is handed over, and all that it says is handed back. Must never know the register of matters.
//!
//! `exports` is what a page sees (`crates/web/assets/js/engine.js`), `checker` what it does.

pub mod checker;
pub mod exports;
pub mod wire;
