//! The engine: a compiled pack that reads texts.
//!
//! Serves every **R** item. Must never panic, whatever the text; must never stop at the first finding.

use std::collections::HashMap;

use shingi_domain::report::{Place, Report, RuleId, Span, Unchecked};
use shingi_morph::Morphology;

use crate::{
    context::{Context, Looked, Medium, Organisation},
    entities::Entity,
    incoming::{self, Answered, Hostility},
    lexicon::Lexicon,
    likeness::Model,
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
    model: Option<Model>,
}

/// A stretch of a text that tells for whom its writer works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmployerCue {
    pub span: Span,
    /// It is one of the organisation's names.
    pub names_it: bool,
}

/// Why a pack that loaded cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected lexicons that can be searched, got a fault: {0}; run `shingi pack check` on the pack")]
pub struct EngineError(pub String);

impl Engine {
    /// # Errors
    /// Where the lexicons of the pack cannot be compiled into one search.
    pub fn new(pack: &Pack) -> Result<Self, EngineError> {
        Self::with_parts(pack, shingi_morph::built_in(), Model::built_in())
    }

    /// With another dictionary of words than the one built in, or without any: then the rules that need words report
    /// what they left unchecked.
    ///
    /// # Errors
    /// Where the lexicons of the pack cannot be compiled into one search.
    pub fn with_words(pack: &Pack, morphology: Option<&'static dyn Morphology>) -> Result<Self, EngineError> {
        Self::with_parts(pack, morphology, Model::built_in())
    }

    /// With a dictionary and weights that came from elsewhere, or without: rules that need weights are then not asked.
    ///
    /// # Errors
    /// Where the lexicons of the pack cannot be compiled into one search.
    pub fn with_parts(
        pack: &Pack,
        morphology: Option<&'static dyn Morphology>,
        model: Option<Model>,
    ) -> Result<Self, EngineError> {
        let rules: Vec<&'static Rule> = rules::all().collect();
        let searcher = Searcher::new(&rules, &pack.lexicons).map_err(EngineError)?;
        Ok(Self { rules, lexicons: pack.lexicons.clone(), searcher, morphology, model })
    }

    /// The rules that cannot be asked, or not in full, for want of the dictionary or the weights, whatever the text is.
    pub fn lacking(&self, need: Need) -> impl Iterator<Item = RuleId> + '_ {
        let missing = !self.has(need);
        self.rules.iter().filter(move |rule| missing && rule.needs.contains(&need)).map(|rule| rule.rule_id())
    }

    fn has(&self, need: Need) -> bool {
        match need {
            Need::Words => self.morphology.is_some(),
            Need::Weights => self.model.is_some(),
            // What the caller has is in the context, or beside the text.
            Need::Matters | Need::History | Need::Pictures | Need::ReplyTo => true,
        }
    }

    fn can_be_asked(&self, rule: &Rule, ctx: &Context) -> bool {
        rule.can_be_asked(ctx) && (self.has(Need::Weights) || !rule.needs.contains(&Need::Weights))
    }

    /// Everything that the rules find in a text and in the alt texts of its media, sorted by place and position.
    /// Takes time in proportion to the length.
    #[must_use]
    pub fn inspect(&self, text: &str, media: &[Medium], ctx: &Context) -> Report {
        let mut report = Report::default();
        for rule in &self.rules {
            if !self.can_be_asked(rule, ctx) {
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

    /// What in a text tells for whom its writer works, and which of it are the organisation's own names: spans of the
    /// original, in order. No finding by itself (1-10).
    #[must_use]
    pub fn employer_cues(&self, text: &str, organisation: &Organisation) -> Vec<EmployerCue> {
        let analysis = Analysis::bare(text, organisation);
        let cue = |range: std::ops::Range<usize>| EmployerCue {
            names_it: analysis.organisation().contains(&range),
            span: analysis.original_span(range),
        };
        rules::identity::employer_opinion::cues(&analysis).into_iter().map(cue).collect()
    }

    /// What is hostile in a message to the company: findings of [`incoming::RULES`], sorted by position. `ctx` is ours,
    /// its history what the same sender wrote before.
    #[must_use]
    pub fn inspect_incoming(&self, message: &str, ctx: &Context) -> Report {
        let mut report = Report::default();
        let organisation = &ctx.organisation;
        let mut a = Analysis::new(message, Place::Text, &[], organisation, &self.lexicons, self.morphology);
        a.model = self.model;
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
        analysis.model = self.model;
        let mut fired = vec![false; self.rules.len()];
        analysis.hits = self.searcher.run(analysis.text(), analysis.folded(), &mut fired);
        for (rule, _) in self.rules.iter().zip(&fired).filter(|(rule, fired)| **fired && self.can_be_asked(rule, ctx)) {
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
