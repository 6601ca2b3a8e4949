//! 2-3 and 2-4: harm to others, what is never said, and what an official account does not decide alone.

use std::sync::OnceLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink},
    rules::temper::any,
    text::Analysis,
};

pub mod defamation;
pub mod disaster;
pub mod discrimination;
pub mod divisive;
pub mod insult;
pub mod masked_abuse;
pub mod obscenity;
pub mod politics;
pub mod religion;
pub mod self_harm;
pub mod slur;
pub mod spam;
pub mod threat;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &slur::RULE,
    &masked_abuse::RULE,
    &insult::RULE,
    &discrimination::RULE,
    &threat::RULE,
    &defamation::RULE,
    &obscenity::RULE,
    &spam::RULE,
    &politics::RULE,
    &religion::RULE,
    &divisive::RULE,
    &disaster::RULE,
    &self_harm::RULE,
];

/// A topic on which an official account takes no side by itself: what names it, what makes a stance of it, and what is
/// harmless. The words that name it are the rule's triggers too, so that nothing names it and goes unseen.
pub(crate) struct Topic {
    words: &'static [&'static str],
    stance: &'static [&'static str],
    except: &'static [&'static str],
    compiled: OnceLock<Compiled>,
}

struct Compiled {
    words: Phrases,
    stance: Phrases,
    except: Phrases,
}

/// How many sentences after the topic a stance still belongs to it.
const NEAR: usize = 1;

impl Topic {
    pub(crate) const fn new(
        words: &'static [&'static str],
        stance: &'static [&'static str],
        except: &'static [&'static str],
    ) -> Self {
        Self { words, stance, except, compiled: OnceLock::new() }
    }

    /// Finds a stance in the sentence that names the topic, or in the one after it.
    pub(crate) fn find(&self, a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
        let Compiled { words, stance, except } = self.compiled.get_or_init(|| {
            let named: Vec<String> = self.words.iter().map(|word| regex_syntax::escape(word)).collect();
            let words = any(&named.iter().map(String::as_str).collect::<Vec<_>>());
            Compiled { words, stance: any(self.stance), except: any(self.except) }
        });
        if !ctx.is_official() || except.is_match(a.folded()) {
            return;
        }
        let mut since = usize::MAX;
        for sentence in a.sentences() {
            let own = &a.folded()[sentence.clone()];
            let named = words.find(own).map(|found| found.start());
            since = if named.is_some() { 0 } else { since.saturating_add(1) };
            if since > NEAR {
                continue;
            }
            if let Some(found) = stance.find(own) {
                let start = sentence.start + named.unwrap_or(found.start()).min(found.start());
                let range = start..sentence.start + found.end();
                if !a.is_quoted(&range) {
                    sink.find(a, range);
                }
            }
        }
    }
}
