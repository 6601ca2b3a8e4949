//! The engine: a compiled pack that reads texts.
//!
//! Serves every **R** item. Must never panic, whatever the text; must never stop at the first finding.

use std::collections::HashMap;

use shingi_domain::report::{Place, Report, RuleId, Unchecked};
use shingi_morph::Morphology;

use crate::{
    context::{Context, Looked, Medium},
    entities::Entity,
    incoming::{self, Answered, Hostility},
    lexicon::Lexicon,
    pack::Pack,
    rule::{Need, Rule, Sink},
    rules,
    search::Searcher,
    text::Analysis,
};

/// Which program judged. It stands on every certificate beside the pack's hash, because another program may judge
/// otherwise: it is raised with every change that can change a judgement.
pub const ENGINE_VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+5");

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
        let answered = ctx.reply_to.as_ref().map(|message| self.answered(message, ctx));
        self.looked(media, &mut report);
        self.inspect_place(text, Place::Text, media, ctx, answered.as_ref(), &mut report);
        for (nth, medium) in media.iter().enumerate() {
            if let Some(alt) = &medium.alt {
                let place = Place::AltText(u16::try_from(nth).unwrap_or(u16::MAX));
                self.inspect_place(alt, place, &[], ctx, None, &mut report);
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

    /// What is hostile in a message to the company: findings of [`incoming::RULES`], sorted by position. `ctx` is ours,
    /// its history what the same sender wrote before.
    #[must_use]
    pub fn inspect_incoming(&self, message: &str, ctx: &Context) -> Report {
        let mut report = Report::default();
        let organisation = &ctx.organisation;
        let mut a = Analysis::new(message, Place::Text, &[], organisation, &self.lexicons, self.morphology);
        let mut fired = vec![false; self.rules.len()];
        a.hits = self.searcher.run(a.text(), a.folded(), &mut fired);
        // Nobody's account is official here, so that the rules about our own words read it as anybody's.
        let theirs = Context { organisation: organisation.clone(), ..Context::personal(ctx.today) };
        let alike = self.rules.iter().zip(&fired).filter(|(_, fired)| **fired);
        for (rule, name) in alike.filter_map(|(rule, _)| Some((rule, incoming::counts_as(rule)?))) {
            (rule.run)(&a, &theirs, &mut Sink::new(name, &mut report.findings, &mut report.unchecked));
        }
        for rule in incoming::RULES {
            if rule.can_be_asked(ctx) {
                (rule.run)(&a, ctx, &mut Sink::new(rule.rule_id(), &mut report.findings, &mut report.unchecked));
            } else {
                report.not_asked.push(rule.rule_id());
            }
        }
        incoming::merge(&mut report.findings);
        number(&mut report);
        report
    }

    fn answered(&self, message: &str, ctx: &Context) -> Answered {
        // What its sender wrote before is not our history.
        let theirs = Context { organisation: ctx.organisation.clone(), ..Context::personal(ctx.today) };
        let report = self.inspect_incoming(message, &theirs);
        let mut hostile: Vec<_> = report.findings.iter().filter_map(|f| Hostility::of(&f.rule)).collect();
        hostile.sort_unstable();
        hostile.dedup();
        Answered { hostile, complaint: incoming::is_complaint(message) }
    }

    fn inspect_place(
        &self,
        text: &str,
        place: Place,
        media: &[Medium],
        ctx: &Context,
        answered: Option<&Answered>,
        report: &mut Report,
    ) {
        let mut analysis = Analysis::new(text, place, media, &ctx.organisation, &self.lexicons, self.morphology);
        analysis.answered = answered;
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
