//! 1-3 to 1-6, 1-8 to 1-10, 2-2 to 2-5: what a sentence reads like, where no word of it is wrong by itself.
//!
//! All rules here are one sum with other weights (`crate::likeness`). Must never be bound above `answer`, never speak
//! where a rule that can name its reason does, and never hide that they are statistics.

use shingi_domain::report::{Finding, Place};

use crate::{
    context::Context,
    likeness::ITEMS,
    rule::{Rule, Sink},
    rules::confidential::is_protected,
    text::Analysis,
};

pub mod company_voice;
pub mod disrespect;
pub mod house_papers;
pub mod inside_knowledge;
pub mod insincerity;
pub mod law;
pub mod personal;
pub mod quarrel;
pub mod silent_change;
pub mod third_parties;
pub mod unproven;

/// The rules of this family, in the order of `likeness::ITEMS`.
pub const RULES: &[&Rule] = &[
    &law::RULE,
    &personal::RULE,
    &house_papers::RULE,
    &inside_knowledge::RULE,
    &insincerity::RULE,
    &quarrel::RULE,
    &company_voice::RULE,
    &unproven::RULE,
    &third_parties::RULE,
    &disrespect::RULE,
    &silent_change::RULE,
];

/// The family whose rules can name a reason for the same matter, for each of [`RULES`].
const REASONED: [&str; ITEMS.len()] = [
    "rights",
    "personal",
    "confidential",
    "confidential",
    "temper",
    "temper",
    "identity",
    "accuracy",
    "accuracy",
    "respect",
    "temper",
];

/// Finds the sentence that scores highest for an item, where it is above the bound and no other item of the same matter
/// scores higher. Silent on what the policy promises never to limit, and on a correction that says what is right.
pub(crate) fn run<const ITEM: usize>(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let best = a.likeness(ctx.is_official()).iter().max_by(|(_, one), (_, other)| one[ITEM].total_cmp(&other[ITEM]));
    let Some((sentence, scores)) = best.filter(|(_, scores)| scores[ITEM] > 0.0) else { return };
    let mut rivals = (0..ITEMS.len()).filter(|other| *other != ITEM && REASONED[*other] == REASONED[ITEM]);
    if rivals.any(|other| scores[other] > scores[ITEM]) || !ctx.is_official() && is_protected(a.text()) {
        return;
    }
    if ITEMS[ITEM] != "2-5" || !a.text().contains("正しくは") {
        sink.find(a, sentence.clone());
    }
}

/// Takes back what is said of a text where a rule of the same matter already speaks.
pub(crate) fn yield_to_reasons(findings: &mut Vec<Finding>) {
    let reasoned: Vec<(String, Place)> = findings
        .iter()
        .map(|finding| (family(finding).to_owned(), finding.place))
        .filter(|(family, _)| family != "likeness")
        .collect();
    findings.retain(|finding| {
        let nth = RULES.iter().position(|rule| rule.id == finding.rule.as_str());
        !nth.is_some_and(|nth| {
            reasoned.iter().any(|(family, place)| family == REASONED[nth] && *place == finding.place)
        })
    });
}

fn family(finding: &Finding) -> &str {
    finding.rule.as_str().split('/').next().unwrap_or_default()
}
