//! 1-7, 1-8, 1-9 and 2-5: tone, answers to critics, silent changes.
//!
//! Also how this family, `respect` and `identity` read: turns of phrase ("cues") that belong to one sentence. Must never
//! judge a quoted word as the author's own.

use crate::{
    normalize,
    phrases::Phrases,
    rule::{Rule, Sink},
    text::Analysis,
};

pub mod answers_hostility;
pub mod blames_customer;
pub mod brush_off;
pub mod complaint_unheard;
pub mod contempt;
pub mod hoax;
pub mod insincere_apology;
pub mod intimidation;
pub mod limited_audience;
pub mod negligence;
pub mod rant;
pub mod sarcasm;
pub mod shirking;
pub mod silent_change;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &limited_audience::RULE,
    &insincere_apology::RULE,
    &shirking::RULE,
    &negligence::RULE,
    &rant::RULE,
    &hoax::RULE,
    &sarcasm::RULE,
    &contempt::RULE,
    &blames_customer::RULE,
    &brush_off::RULE,
    &intimidation::RULE,
    &silent_change::RULE,
    &answers_hostility::RULE,
    &complaint_unheard::RULE,
];

/// One expression for patterns written in any kana; they are folded as the text is, so they hold no `\S` or `\B`.
pub(crate) fn any(patterns: &[&str]) -> Phrases {
    Phrases::new(&normalize::fold(&patterns.join("|")))
}

/// Finds what is `wanted`, sentence by sentence, where nothing in the sentence is an `except`. Quotations and links are
/// other people's words.
pub(crate) fn sweep(a: &Analysis<'_>, wanted: &Phrases, except: Option<&Phrases>, sink: &mut Sink<'_>) {
    for sentence in a.sentences() {
        let words = &a.folded()[sentence.clone()];
        for found in wanted.find_all(words) {
            let range = sentence.start + found.start..sentence.start + found.end;
            if range.is_empty() || a.is_quoted(&range) || a.is_in_url(&range) {
                continue;
            }
            if except.is_some_and(|except| except.is_match(words)) {
                break;
            }
            sink.find(a, range);
        }
    }
}
