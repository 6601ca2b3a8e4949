//! What would do instead of the words of a finding, and whether a program may put it there by itself.
//!
//! Serves every **R** item with a replacement. Must never call a change safe that can alter what a reader understands:
//! only the rules of [`SAFE`] have such changes, and everything else is a suggestion that a person takes or leaves.

use serde::Serialize;
use shingi_domain::report::{Finding, Place};

/// Whether a program may make a change by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicability {
    /// Nobody reads the text otherwise afterwards.
    Safe,
    /// A person has to look whether it is true.
    Suggest,
}

/// Words to put in place of a finding's span; none at all takes the span away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fix<'f> {
    pub replacement: &'f str,
    pub applicability: Applicability,
}

/// The rules whose replacements are safe: what they take away shows nothing.
const SAFE: [&str; 2] = ["hygiene/bidi_control", "hygiene/zero_width"];

/// What the replacements of a rule are, where it has some.
#[must_use]
pub fn applicability(rule: &str) -> Applicability {
    if SAFE.contains(&rule) { Applicability::Safe } else { Applicability::Suggest }
}

impl<'f> Fix<'f> {
    /// The change that a finding knows.
    #[must_use]
    pub fn of(finding: &'f Finding) -> Option<Self> {
        let replacement = finding.replacement.as_deref()?;
        Some(Self { replacement, applicability: applicability(finding.rule.as_str()) })
    }
}

/// The text with every safe change of these findings made, and how many that were. Of two changes that overlap the
/// first is made; the next reading finds the other.
#[must_use]
pub fn mend(text: &str, findings: &[Finding]) -> (String, usize) {
    let mut changes: Vec<(&Finding, Fix<'_>)> = findings
        .iter()
        .filter(|finding| finding.place == Place::Text)
        .filter_map(|finding| Some((finding, Fix::of(finding)?)))
        .filter(|(_, fix)| fix.applicability == Applicability::Safe)
        .collect();
    changes.sort_by_key(|(finding, _)| finding.span);
    let (mut mended, mut at, mut count) = (String::with_capacity(text.len()), 0, 0);
    for (finding, fix) in changes {
        if finding.span.start < at {
            continue;
        }
        mended.push_str(&text[at..finding.span.start]);
        mended.push_str(fix.replacement);
        at = finding.span.end;
        count += 1;
    }
    mended.push_str(&text[at..]);
    (mended, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{context::Context, date::Date, engine::Engine, examples, pack::Pack, rules};

    fn findings(engine: &Engine, text: &str) -> Vec<Finding> {
        engine.inspect(text, &[], &Context::official(Date::new(2026, 11, 24).unwrap())).findings
    }

    #[test]
    fn safe_changes_are_made_and_suggestions_left_to_people() {
        let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
        let text = "新し\u{202e}い\u{202c}店の案\u{200b}内は http://example.com です🎉";
        let found = findings(&engine, text);
        assert_eq!(mend(text, &found), ("新しい店の案内は http://example.com です🎉".to_owned(), 3));
        let link = found.iter().find(|finding| finding.rule.as_str() == "hygiene/http_link").unwrap();
        let fix = Fix::of(link).unwrap();
        assert_eq!((fix.replacement, fix.applicability), ("https://example.com", Applicability::Suggest));
    }

    #[test]
    fn every_hit_of_a_safe_rule_is_gone_after_its_change_and_every_visible_character_stays() {
        let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
        for id in SAFE {
            let rule = rules::find(id).expect("the list names rules that exist");
            for example in examples::parse(id, rule.doc).unwrap().iter().filter(|example| example.finds) {
                let (mended, count) = mend(&example.text, &findings(&engine, &example.text));
                assert!(count > 0, "{id}: {:?}", example.text);
                let left: Vec<_> = findings(&engine, &mended).into_iter().filter(|f| f.rule.as_str() == id).collect();
                assert!(left.is_empty(), "{id}: {left:?}");
                let shown = |text: &str| text.chars().filter(|c| !crate::normalize::is_format(*c)).collect::<String>();
                assert_eq!(shown(&mended), shown(&example.text), "{id}");
            }
        }
    }

    #[test]
    fn of_two_changes_that_overlap_only_the_first_is_made() {
        let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
        let text = "a\u{202e}b";
        let mut found = findings(&engine, text);
        found.retain(|finding| finding.rule.as_str() == "hygiene/bidi_control");
        found.push(found[0].clone());
        assert_eq!(mend(text, &found), ("ab".to_owned(), 1));
    }
}
