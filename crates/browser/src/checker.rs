//! The engine with what it was given, and one question at a time. Serves every **R** item.

use std::collections::BTreeMap;

use shingi_check::{
    context::{Context, Employer, Medium, Organisation, Speaker},
    date::Date,
    engine::Engine,
    likeness::Model,
    pack::Pack,
    rule::Need,
};
use shingi_domain::{
    policy::{BoundFinding, Circumstances, Class},
    report::Place,
};
use shingi_morph::{Ipadic, Morphology};

use crate::wire::{Answer, Cue, Found, Question, Ready, Start};

/// Read once after the start, so that the first keystroke finds every expression compiled.
const WARM_UP: &str = "明日（3月14日、株式会社あおば）10:30に山田さんへ03-1234-5678で連絡してください。うちの会社では、来月発売の新製品が\
                       日本一だそうです！ https://example.com/a?b=c user@example.com #PR 絶対に儲かる、と社員として思います。";

/// An engine with a pack; dictionary and weights may come later, or never.
pub struct Checker {
    pack: Pack,
    organisation: Organisation,
    morphology: Option<&'static dyn Morphology>,
    model: Option<Model>,
    engine: Engine,
}

impl Checker {
    /// # Errors
    /// What is wrong with what was handed over, as a sentence.
    pub fn start(json: &[u8]) -> Result<Self, String> {
        let Start { pack, names, contacts } = read(json)?;
        let files: BTreeMap<String, Vec<u8>> = pack.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
        let pack = Pack::load(&files).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            problems.join("\n")
        })?;
        let engine = Engine::with_parts(&pack, None, None).map_err(|error| error.to_string())?;
        let organisation = Organisation::new(names, contacts);
        let checker = Self { pack, organisation, morphology: None, model: None, engine };
        checker.warm_up();
        Ok(checker)
    }

    /// Takes the dictionary of words, which stays where it is.
    ///
    /// # Errors
    /// Where it is none.
    pub fn take_words(&mut self, bundle: &'static [u8]) -> Result<(), String> {
        let analyser = Ipadic::read(bundle).map_err(|error| error.to_string())?;
        self.morphology = Some(Box::leak(Box::new(analyser)));
        self.rebuild()
    }

    /// Takes the weights of likeness, which stay where they are.
    ///
    /// # Errors
    /// Where they are none.
    pub fn take_weights(&mut self, bytes: &'static [u8]) -> Result<(), String> {
        let model = Model::read(bytes).ok_or("expected weights as `likeness.bin` has them, got other bytes")?;
        self.model = Some(model);
        self.rebuild()
    }

    fn rebuild(&mut self) -> Result<(), String> {
        self.engine = Engine::with_parts(&self.pack, self.morphology, self.model).map_err(|error| error.to_string())?;
        self.warm_up();
        Ok(())
    }

    fn warm_up(&self) {
        let day = Date::new(2026, 11, 24).expect("the day exists");
        for ctx in [Context::personal(day), Context::official(day)] {
            // The answer is of no interest, but that it was found.
            let _ = self.engine.inspect(WARM_UP, &[], &ctx);
        }
    }

    #[must_use]
    pub fn ready(&self) -> Ready {
        let lacking = |need| self.engine.lacking(need).map(|rule| rule.to_string()).collect();
        Ready {
            rules: shingi_check::rules::all().count(),
            want_words: lacking(Need::Words),
            want_weights: lacking(Need::Weights),
        }
    }

    /// # Errors
    /// Where the question cannot be read.
    pub fn answer(&self, json: &[u8]) -> Result<Answer, String> {
        let question: Question = read(json)?;
        let today: Date = question.today.parse().map_err(|_| format!("expected a day, got `{}`", question.today))?;
        let cues = if question.account.is_some() { Vec::new() } else { self.cues(&question) };
        let speaker = match &question.account {
            Some(account) => Speaker::Official { account: account.clone() },
            None => Speaker::Personal { employer: employer(&cues) },
        };
        let circumstances = Circumstances {
            voice: speaker.voice(),
            class: question.class.unwrap_or(if question.reply { Class::Reply } else { Class::Routine }),
            reply: question.reply,
        };
        let organisation = self.organisation.clone();
        // The register of matters and earlier posts are never part of the private check.
        let reply = question.reply;
        let ctx =
            Context { speaker, organisation, today, reply, minute: None, reply_to: None, matters: None, history: None };
        let media: Vec<Medium> =
            question.media.iter().map(|alt| Medium { alt: alt.clone(), ..Medium::default() }).collect();
        let report = self.engine.inspect(&question.text, &media, &ctx);
        let bound = self.pack.policy.bind(&report, circumstances);
        let mut findings: Vec<Found> = bound.iter().map(|bound| found(bound, &question)).collect();
        if !question.profile.is_empty() {
            let of_profile = self.engine.inspect(&question.profile, &[], &ctx);
            let bound = self.pack.policy.bind(&of_profile, circumstances);
            findings.extend(bound.iter().map(|bound| of_place(bound, "profile".to_owned(), &question.profile)));
        }
        let not_asked = report.not_asked.iter().map(ToString::to_string).collect();
        let unchecked = report.unchecked.iter().map(|unchecked| unchecked.rule.to_string()).collect();
        Ok(Answer { findings, cues, unchecked, not_asked })
    }

    /// What tells the employer, in the profile and in the text.
    fn cues(&self, question: &Question) -> Vec<Cue> {
        let mut cues = Vec::new();
        for (place, words) in [("profile", &question.profile), ("text", &question.text)] {
            cues.extend(self.engine.employer_cues(words, &self.organisation).into_iter().map(|cue| Cue {
                place,
                start: utf16(words, cue.span.start),
                end: utf16(words, cue.span.end),
                quote: words[cue.span.start..cue.span.end].to_owned(),
                names_it: cue.names_it,
            }));
        }
        cues
    }
}

fn read<'j, T: serde::Deserialize<'j>>(json: &'j [u8]) -> Result<T, String> {
    serde_json::from_slice(json).map_err(|error| error.to_string())
}

/// What the text itself tells is the rules' to see; here counts what readers find in the profile.
fn employer(cues: &[Cue]) -> Employer {
    let mut of_profile = cues.iter().filter(|cue| cue.place == "profile").peekable();
    if of_profile.peek().is_none() {
        Employer::Unknown
    } else if of_profile.any(|cue| cue.names_it) {
        Employer::Stated
    } else {
        Employer::Guessable
    }
}

fn found(bound: &BoundFinding, question: &Question) -> Found {
    let (place, words) = match bound.finding.place {
        Place::Text => ("text".to_owned(), question.text.as_str()),
        Place::AltText(nth) => {
            let alt = question.media.get(usize::from(nth)).and_then(Option::as_deref);
            (format!("alt-{nth}"), alt.unwrap_or_default())
        }
        Place::Medium(nth) => (format!("picture-{nth}"), ""),
    };
    of_place(bound, place, words)
}

fn of_place(bound: &BoundFinding, place: String, words: &str) -> Found {
    let BoundFinding { finding, item, strength, consult, raises: _ } = bound;
    Found {
        rule: finding.rule.to_string(),
        item: *item,
        strength: *strength,
        consult: *consult,
        place,
        start: utf16(words, finding.span.start),
        end: utf16(words, finding.span.end),
        quote: finding.quote.clone(),
        replacement: finding.replacement.clone(),
    }
}

/// Bytes of UTF-8 to units of UTF-16.
fn utf16(words: &str, at: usize) -> usize {
    words.get(..at).map_or(0, |head| head.chars().map(char::len_utf16).sum())
}

#[cfg(test)]
mod tests;
