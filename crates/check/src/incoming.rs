//! What is hostile in a message that reaches the company: threat, abuse, demand, sexual words, the same again and again.
//!
//! Serves 1-8 and 1-9 (who answers keeps calm, and asks first) for the inbox. Each kind is a rule of its own, as document,
//! test and code, in a list of its own: policy binds what *we* say, and nobody binds what is said to us. Must never call a
//! complaint hostile: that something was bad, late or broken, and that the writer is angry, is none of these kinds.

use std::{ops::Range, sync::LazyLock};

use shingi_domain::report::{Finding, RuleId};

use crate::{
    normalize,
    phrases::Phrases,
    rule::{Rule, Sink},
    rules::temper::any,
    text::Analysis,
};

pub mod abuse;
pub mod demand;
pub mod repeated;
pub mod sexual;
pub mod threat;

/// Every kind, in the order of weight.
pub const RULES: &[&Rule] = &[&threat::RULE, &demand::RULE, &sexual::RULE, &abuse::RULE, &repeated::RULE];

/// What makes a message hostile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hostility {
    Threat,
    /// Money, a kneeling apology, somebody's dismissal, with what happens otherwise.
    Demand,
    Sexual,
    Abuse,
    Repeated,
}

impl Hostility {
    /// The kind of a finding of [`crate::engine::Engine::inspect_incoming`].
    #[must_use]
    pub fn of(rule: &RuleId) -> Option<Self> {
        Some(match rule.as_str() {
            "incoming/threat" => Self::Threat,
            "incoming/demand" => Self::Demand,
            "incoming/sexual" => Self::Sexual,
            "incoming/abuse" => Self::Abuse,
            "incoming/repeated" => Self::Repeated,
            _ => return None,
        })
    }
}

/// Rules about what we say ourselves that find the same in what is said to us.
const ALIKE: [(&str, &str); 7] = [
    ("respect/threat", "incoming/threat"),
    ("temper/intimidation", "incoming/threat"),
    ("respect/slur", "incoming/abuse"),
    ("respect/masked_abuse", "incoming/abuse"),
    ("respect/insult", "incoming/abuse"),
    ("respect/discrimination", "incoming/abuse"),
    ("respect/obscenity", "incoming/sexual"),
];

/// The rule whose findings count as another's here.
pub(crate) fn counts_as(rule: &Rule) -> Option<RuleId> {
    ALIKE.iter().find(|(own, _)| *own == rule.id).map(|(_, incoming)| RuleId::new(incoming))
}

/// Of findings of one rule that overlap, the first, and of those the longest.
pub(crate) fn merge(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.rule.clone(), f.place, f.span.start, std::cmp::Reverse(f.span.end));
        key(a).cmp(&key(b))
    });
    findings
        .dedup_by(|next, kept| next.rule == kept.rule && next.place == kept.place && next.span.start < kept.span.end);
}

/// What is known of the message that a text answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered {
    /// Kinds of hostility, each once, in the order of weight.
    pub hostile: Vec<Hostility>,
    /// Whether somebody complains of something that was bad, late, broken or wrong.
    pub complaint: bool,
}

/// Finds what is `wanted` in the folded text of a message, outside of quotations and links. Somebody who writes to us says
/// it to us, so that there is nobody else whose words it could be.
pub(crate) fn sweep(a: &Analysis<'_>, wanted: &Phrases, sink: &mut Sink<'_>) {
    for sentence in a.sentences() {
        for Range { start, end } in wanted.find_all(&a.folded()[sentence.clone()]) {
            let range = sentence.start + start..sentence.start + end;
            if !a.is_quoted(&range) && !a.is_in_url(&range) {
                sink.find(a, range);
            }
        }
    }
}

/// Whether a message complains.
pub(crate) fn is_complaint(message: &str) -> bool {
    static COMPLAINT: LazyLock<Phrases> = LazyLock::new(|| {
        any(&[
            r"届(?:か|いて(?:い)?)ない|届きません|壊れ|こわれ|割れて|破れて|動か(?:ない|なく|ず)|使えない|使えません|開かない|繋がらない|つながらない|エラー|不具合|故障|欠陥|不良|異物|髪の毛|虫が|カビ|腐って|傷(?:が|んで)|汚れ|間違(?:って|い)|違う(?:もの|商品|色|サイズ)|足りない|入ってい?ない|遅い|遅れ|待たされ|待って(?:い)?る|キャンセルでき|解約でき|返金|返品|交換(?:して|を)|二重(?:に)?請求|請求され",
            r"対応(?:が|は|に)[^。]{0,8}?(?:ひど|酷|悪|遅|最悪|おかし|納得|失礼|がっかり|残念)|態度(?:が|は)[^。]{0,8}?(?:ひど|酷|悪|最悪|失礼)|返事(?:が|も)[^。]{0,8}?(?:ない|来|こ)|返信(?:が|も)[^。]{0,8}?(?:ない|ありません|来|こ)|説明(?:が|も)[^。]{0,8}?(?:ない|なく|違|足り)|納得(?:いか|いき|でき)|がっかり|残念(?:です|でした|だった)|ひどい|酷い|最悪|困って(?:い)?(?:ます|る)|困りました|迷惑|不快|腹(?:が)?立|怒って|騙され|だまされ|クレーム|苦情|どうして|なぜ[^。]{0,20}?(?:のですか|んですか|の\?)|いつまで",
            r"(?:never|hasn't|has not|didn't|did not) (?:arrive|come|show|work)|(?:broken|damaged|defective|late|wrong (?:item|size|colou?r)|refund|unacceptable|disappoint|terrible|awful|rude|waiting for|still no|charged twice|doesn't work|does not work|stopped working)",
        ])
    });
    COMPLAINT.is_match(&normalize::folded(message))
}
