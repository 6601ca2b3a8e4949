//! What a draft contains: a text is read once, and every rule says what it finds and where.
//!
//! Serves every **R** item of the policy. Must never read a clock, a file or the network, never know what follows from a
//! finding (that is the pack's word), never panic on any text.
//!
//! ```
//! use shingi_check::{context::Context, date::Date, engine::Engine, pack::Pack};
//!
//! let pack = Pack::standard().expect("the embedded pack loads");
//! let engine = Engine::new(&pack).expect("and compiles");
//! let ctx = Context::official(Date::new(2026, 11, 24).expect("the day exists"));
//! let report = engine.inspect("お電話は０９０-1234-5678まで", &[], &ctx);
//! assert_eq!(report.findings[0].rule.as_str(), "personal/phone_number");
//! assert_eq!(report.findings[0].quote, "０９０-1234-5678");
//! ```

pub mod context;
pub mod date;
pub mod document;
pub mod engine;
pub mod entities;
pub mod examples;
pub mod fingerprint;
pub mod fix;
pub mod incoming;
pub mod layout;
pub mod lexicon;
pub mod likeness;
pub mod matters;
pub mod mosaic;
pub mod normalize;
pub mod numbers;
pub mod pack;
pub mod pattern;
pub mod people;
pub mod perfect;
pub mod phrases;
mod plans;
pub mod problem;
mod required;
pub mod rule;
pub mod rules;
pub mod score;
mod search;
pub mod skeleton;
pub mod text;
mod verdict;
mod wordlist;
