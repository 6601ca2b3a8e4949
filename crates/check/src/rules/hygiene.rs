//! 1-7 and 2-7: characters, dates, links and pictures that do not do what their author thinks.

use crate::rule::Rule;

pub mod alt_says_nothing;
pub mod bidi_control;
pub mod code_in_picture;
pub mod code_target;
pub mod emoji_only;
pub mod http_link;
pub mod missing_alt;
pub mod mixed_script;
pub mod weekday_mismatch;
pub mod zero_width;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &bidi_control::RULE,
    &zero_width::RULE,
    &mixed_script::RULE,
    &weekday_mismatch::RULE,
    &http_link::RULE,
    &missing_alt::RULE,
    &emoji_only::RULE,
    &code_in_picture::RULE,
    &code_target::RULE,
    &alt_says_nothing::RULE,
];
