//! A finding's name from run to run: who had it yesterday has it today, although lines moved.
//!
//! Serves every **R** item (a list of what is known already shows only what is new). Must never depend on a position, a
//! message or the policy: the same rule on the same words in the same order is the same finding.

use sha2::{Digest, Sha256};
use shingi_domain::report::Finding;

/// 32 hexadecimal digits of SHA-256 over rule, normalised sentence and ordinal, divided by NUL: half of the hash is
/// plenty to tell findings of one house apart.
#[must_use]
pub fn of(finding: &Finding) -> String {
    let Finding { rule, place: _, span: _, quote: _, sentence, ordinal, replacement: _, beside: _ } = finding;
    let words = format!("{rule}\0{}\0{ordinal}", sentence.trim());
    Sha256::digest(words.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use crate::{context::Context, date::Date, engine::Engine, pack::Pack};

    /// (quote, fingerprint) of every phone number.
    fn prints(text: &str) -> Vec<(String, String)> {
        let engine = Engine::new(&Pack::standard().unwrap()).unwrap();
        let report = engine.inspect(text, &[], &Context::official(Date::new(2026, 11, 24).unwrap()));
        let phones = report.findings.iter().filter(|finding| finding.rule.as_str() == "personal/phone_number");
        phones.map(|finding| (finding.quote.clone(), super::of(finding))).collect()
    }

    #[test]
    fn a_finding_keeps_its_fingerprint_where_lines_move_and_width_changes_and_gets_another_where_words_do() {
        let before = prints("電話は090-1234-5678へ。");
        let moved = prints("はじめまして。\n\n　電話は０９０-1234-5678へ。\nまた。");
        assert_eq!((before.len(), moved.len()), (1, 1));
        assert_eq!(before[0].1, moved[0].1, "{moved:?}");
        assert_eq!(before[0].1.len(), 32);
        assert_ne!(before[0].1, prints("電話は090-1234-5679へ。")[0].1);
    }

    #[test]
    fn two_findings_of_one_rule_on_equal_sentences_differ() {
        let twice = prints("電話は090-1234-5678へ。\n電話は090-1234-5678へ。");
        assert_eq!(twice.len(), 2);
        assert_ne!(twice[0].1, twice[1].1);
    }
}
