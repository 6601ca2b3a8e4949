//! What the policy asks of one text: findings with what follows, and the obligations, as JSON.
//! Serves every **R** item.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;
use shingi_check::{fingerprint, fix::Fix};
use shingi_domain::{
    policy::{BoundFinding, Circumstances, Class, Consulted, ItemId, Policy, Requirement, Strength, Voice},
    report::{Beside, Report, RuleId, Unchecked},
};

use super::{CLEAN, Checker, FOUND, baseline::Baseline, human::message_key};

/// A text after the policy was read against it.
pub struct Checked {
    pub findings: Vec<BoundFinding>,
    pub class: Class,
    pub obligations: Vec<Asked>,
    pub unchecked: Vec<Unchecked>,
    pub not_asked: Vec<RuleId>,
    /// Findings that stand in the baseline too and so are not listed; `None` without a baseline.
    pub known: Option<usize>,
}

/// One thing that the policy asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    pub item: ItemId,
    pub strength: Strength,
    /// What is to be done: `finding`, `benefit`, `sources`, `review`, `cooling_off`, `ruling`, `review_afterwards`.
    pub what: &'static str,
    pub who: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
}

impl Checked {
    pub fn new(
        policy: &Policy,
        report: Report,
        circumstances: Circumstances,
        id: &Value,
        baseline: Option<&Baseline>,
    ) -> Self {
        let mut findings = policy.bind(&report, circumstances);
        let class = findings.iter().filter_map(|bound| bound.raises).fold(circumstances.class, Class::raised_to);
        let all = findings.len();
        let known = baseline.map(|baseline| {
            findings.retain(|bound| !baseline.knows(id, &bound.finding));
            all - findings.len()
        });
        let mut obligations: Vec<Asked> = Vec::new();
        for bound in findings.iter().filter(|bound| bound.strength != Strength::Note) {
            let who = match bound.strength {
                Strength::Note | Strength::Answer | Strength::Forbid => "author",
                Strength::Review => "other_certified",
                Strength::Consult => consulted(bound.consult.unwrap_or(Consulted::Committee)),
            };
            let (item, strength, rule) = (bound.item, bound.strength, Some(bound.finding.rule.clone()));
            obligations.push(Asked { item, strength, what: "finding", who, rule, minutes: None });
        }
        // A private text goes through no clearance: only what was found counts.
        if circumstances.voice == Voice::Official {
            obligations.extend(policy.requirements(class).iter().map(|requirement| standing(*requirement)));
        }
        Self { findings, class, obligations, unchecked: report.unchecked, not_asked: report.not_asked, known }
    }

    /// Standing obligations do not count: they are there for every text.
    pub fn code(&self) -> u8 {
        let open = self.findings.iter().any(|bound| bound.strength > Strength::Note) || !self.unchecked.is_empty();
        if open { FOUND } else { CLEAN }
    }
}

const fn consulted(with: Consulted) -> &'static str {
    match with {
        Consulted::Manager => "manager",
        Consulted::Committee => "committee",
    }
}

const fn standing(requirement: Requirement) -> Asked {
    let (item, strength, what, who, minutes) = match requirement {
        Requirement::Benefit => (ItemId::new(2, 7), Strength::Answer, "benefit", "author", None),
        Requirement::Sources => (ItemId::new(2, 2), Strength::Answer, "sources", "author", None),
        Requirement::Review => (ItemId::new(1, 7), Strength::Review, "review", "other_certified", None),
        Requirement::CoolingOff(minutes) => {
            (ItemId::new(1, 7), Strength::Answer, "cooling_off", "clock", Some(minutes))
        }
        Requirement::Consult(with) => (ItemId::new(2, 4), Strength::Consult, "ruling", consulted(with), None),
        Requirement::ReviewAfterwards(hours) => {
            (ItemId::new(1, 7), Strength::Review, "review_afterwards", "committee", Some(hours * 60))
        }
    };
    Asked { item, strength, what, who, rule: None, minutes }
}

/// A report as other programs read it.
#[derive(Serialize)]
pub struct JsonReport<'c> {
    id: Value,
    pack: JsonPack<'c>,
    class: Class,
    findings: Vec<JsonFinding<'c>>,
    obligations: &'c [Asked],
    unchecked: &'c [Unchecked],
    not_asked: &'c [RuleId],
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<usize>,
}

#[derive(Serialize)]
struct JsonPack<'c> {
    id: &'c str,
    version: &'c str,
    hash: String,
}

#[derive(Serialize)]
struct JsonFinding<'c> {
    rule: &'c RuleId,
    item: ItemId,
    strength: Strength,
    start: usize,
    end: usize,
    text: &'c str,
    message: Cow<'static, str>,
    why: Cow<'static, str>,
    help: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'c>>,
    /// Stays the same where lines move; what `--baseline` compares.
    fingerprint: String,
    /// What the finding rests on beside the words: `{"matter":{"id":…}}` or `{"earlier":{"id":…,"quote":…}}`.
    #[serde(skip_serializing_if = "<[Beside]>::is_empty")]
    beside: &'c [Beside],
}

pub(super) fn json<'c>(checker: &'c Checker, id: Value, checked: &'c Checked) -> JsonReport<'c> {
    let findings = checked.findings.iter().map(|bound| {
        let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
        let key = finding.rule.message_key();
        JsonFinding {
            rule: &finding.rule,
            item: *item,
            strength: *strength,
            start: finding.span.start,
            end: finding.span.end,
            text: &finding.quote,
            message: checker.word(&message_key(finding)),
            why: checker.word(&format!("{key}.why")),
            help: checker.word(&format!("{key}.help")),
            fix: Fix::of(finding),
            fingerprint: fingerprint::of(finding),
            beside: &finding.beside,
        }
    });
    let policy = &checker.pack.policy;
    JsonReport {
        id,
        pack: JsonPack { id: &policy.id, version: &policy.version, hash: checker.pack.hash_hex() },
        class: checked.class,
        findings: findings.collect(),
        obligations: &checked.obligations,
        unchecked: &checked.unchecked,
        not_asked: &checked.not_asked,
        known: checked.known,
    }
}
