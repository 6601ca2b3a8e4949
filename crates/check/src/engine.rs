//! The engine: a compiled pack that reads texts.
//!
//! Serves every **R** item. Must never panic, whatever the text; must never stop at the first finding.

use std::collections::HashMap;

use shingi_domain::report::{Place, Report, RuleId, Unchecked};
use shingi_morph::Morphology;

use crate::{
    context::{Context, Looked, Medium},
    entities::Entity,
    lexicon::Lexicon,
    pack::Pack,
    rule::{Need, Rule, Sink},
    rules,
    search::Searcher,
    text::Analysis,
};

/// Which program judged. It stands on every certificate beside the pack's hash, because another program may judge
/// otherwise: it is raised with every change that can change a judgement.
pub const ENGINE_VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+4");

/// Rules and lexicons, ready to run. Cheap to share between threads.
#[derive(Debug)]
pub struct Engine {
    rules: Vec<&'static Rule>,
    lexicons: Vec<Lexicon>,
    searcher: Searcher,
    morphology: Option<&'static dyn Morphology>,
}

/// Why a pack that loaded cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected lexicons that can be searched, got a fault: {0}; run `shingi pack check` on the pack")]
pub struct EngineError(pub String);

impl Engine {
    /// # Errors
    /// Where the lexicons of the pack cannot be compiled into one search.
    pub fn new(pack: &Pack) -> Result<Self, EngineError> {
        Self::with_words(pack, shingi_morph::built_in())
    }

    /// With another dictionary of words than the one built in, or without any: then the rules that need words report
    /// what they left unchecked.
    ///
    /// # Errors
    /// Where the lexicons of the pack cannot be compiled into one search.
    pub fn with_words(pack: &Pack, morphology: Option<&'static dyn Morphology>) -> Result<Self, EngineError> {
        let rules: Vec<&'static Rule> = rules::all().collect();
        let searcher = Searcher::new(&rules, &pack.lexicons).map_err(EngineError)?;
        Ok(Self { rules, lexicons: pack.lexicons.clone(), searcher, morphology })
    }

    /// Everything that the rules find in a text and in the alt texts of its media, sorted by place and position.
    /// Takes time in proportion to the length.
    #[must_use]
    pub fn inspect(&self, text: &str, media: &[Medium], ctx: &Context) -> Report {
        let mut report = Report::default();
        for rule in &self.rules {
            if !rule.can_be_asked(ctx) {
                report.not_asked.push(rule.rule_id());
            }
        }
        self.looked(media, &mut report);
        self.inspect_place(text, Place::Text, media, ctx, &mut report);
        for (nth, medium) in media.iter().enumerate() {
            if let Some(alt) = &medium.alt {
                let place = Place::AltText(u16::try_from(nth).unwrap_or(u16::MAX));
                self.inspect_place(alt, place, &[], ctx, &mut report);
            }
        }
        rules::likeness::yield_to_reasons(&mut report.findings);
        number(&mut report);
        report
    }

    /// What is not known of pictures that nobody looked into.
    fn looked(&self, media: &[Medium], report: &mut Report) {
        for rule in self.rules.iter().filter(|rule| rule.needs.contains(&Need::Pictures)) {
            if media.iter().any(|medium| medium.looked == Looked::NotAsked) {
                report.not_asked.push(rule.rule_id());
            }
            if media.iter().any(|medium| medium.looked == Looked::Missing) {
                let why = "a picture was not looked at yet; it is tried again by itself".to_owned();
                report.unchecked.push(Unchecked { rule: rule.rule_id(), why });
            }
        }
    }

    /// The names in a text, by their places in its normalised spelling.
    #[must_use]
    pub fn names(&self, text: &str, ctx: &Context) -> Vec<Entity> {
        let mut analysis = Analysis::new(text, Place::Text, &[], &ctx.organisation, &self.lexicons, self.morphology);
        analysis.hits = self.searcher.run(analysis.text(), analysis.folded(), &mut vec![false; self.rules.len()]);
        analysis.entities().to_vec()
    }

    fn inspect_place(&self, text: &str, place: Place, media: &[Medium], ctx: &Context, report: &mut Report) {
        let mut analysis = Analysis::new(text, place, media, &ctx.organisation, &self.lexicons, self.morphology);
        let mut fired = vec![false; self.rules.len()];
        analysis.hits = self.searcher.run(analysis.text(), analysis.folded(), &mut fired);
        for (rule, _) in self.rules.iter().zip(&fired).filter(|(rule, fired)| **fired && rule.can_be_asked(ctx)) {
            if self.morphology.is_none() && rule.needs.contains(&Need::Words) {
                let why = "no dictionary of words is built in; check with a program that has one".to_owned();
                report.unchecked.push(Unchecked { rule: rule.rule_id(), why });
            }
            let mut sink = Sink::new(rule.rule_id(), &mut report.findings, &mut report.unchecked);
            (rule.run)(&analysis, ctx, &mut sink);
        }
    }
}

/// Sorts, drops what a rule said twice, and counts equal (rule, sentence) pairs.
fn number(report: &mut Report) {
    report.findings.sort_by(|a, b| {
        (a.place, a.span.start, a.span.end, &a.rule).cmp(&(b.place, b.span.start, b.span.end, &b.rule))
    });
    report.findings.dedup_by(|a, b| a.place == b.place && a.span == b.span && a.rule == b.rule && a.quote == b.quote);
    let mut seen: HashMap<(RuleId, &str), u16> = HashMap::new();
    let ordinals: Vec<u16> = report
        .findings
        .iter()
        .map(|finding| {
            let next = seen.entry((finding.rule.clone(), &finding.sentence)).or_insert(0);
            let ordinal = *next;
            *next = next.saturating_add(1);
            ordinal
        })
        .collect();
    for (finding, ordinal) in report.findings.iter_mut().zip(ordinals) {
        finding.ordinal = ordinal;
    }
    report.not_asked.sort();
    report.unchecked.sort_by(|a, b| a.rule.cmp(&b.rule));
}
