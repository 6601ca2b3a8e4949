//! What changed between two texts, in words as a reader sees them (1-7, 2-9).
//!
//! Japanese has no spaces: a run of one kind of character (kanji, hiragana, katakana, letters, digits) stands for a
//! word, so that a changed word is shown as a word and not as scattered strokes.

use std::time::{Duration, Instant};

use shingi_app::use_cases::save_draft::PostForm;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::pages::parts::DiffPart;

/// After so long the rest is shown as removed and added: a page must come.
const PATIENCE: Duration = Duration::from_millis(200);
/// Lines of an unchanged stretch that stay on each side of a cut.
const LINES_AROUND: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kanji,
    Hiragana,
    Katakana,
    Letters,
    Digits,
    Spaces,
    /// Line ends, marks and pictures stand alone.
    Alone,
}

fn kind(grapheme: &str) -> Kind {
    match grapheme.chars().next() {
        Some('々' | '〆' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}') => {
            Kind::Kanji
        }
        Some('\u{20000}'..='\u{323af}') => Kind::Kanji,
        Some('\u{3041}'..='\u{309f}') => Kind::Hiragana,
        Some('\u{30a1}'..='\u{30fa}' | 'ー' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}') => Kind::Katakana,
        Some(c) if c.is_numeric() => Kind::Digits,
        Some(c) if c.is_alphabetic() => Kind::Letters,
        Some(' ' | '\t' | '\u{3000}') => Kind::Spaces,
        Some(_) | None => Kind::Alone,
    }
}

/// The text cut into words; put together again they are the text.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut last) = (0, Kind::Alone);
    for (at, grapheme) in text.grapheme_indices(true) {
        let here = kind(grapheme);
        if at > start && (here != last || here == Kind::Alone) {
            words.push(&text[start..at]);
            start = at;
        }
        last = here;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// From `old` to `new`, word by word. Empty where they are the same.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<DiffPart> {
    if old == new {
        return Vec::new();
    }
    let (before, after) = (words(old), words(new));
    let deadline = Instant::now() + PATIENCE;
    let mut parts = Vec::new();
    for op in capture_diff_slices_deadline(Algorithm::Myers, &before, &after, Some(deadline)) {
        match op {
            DiffOp::Equal { old_index, len, .. } => parts.push(DiffPart::Same(before[old_index..][..len].concat())),
            DiffOp::Delete { old_index, old_len, .. } => {
                parts.push(DiffPart::Removed(before[old_index..][..old_len].concat()));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                parts.push(DiffPart::Added(after[new_index..][..new_len].concat()));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                parts.push(DiffPart::Removed(before[old_index..][..old_len].concat()));
                parts.push(DiffPart::Added(after[new_index..][..new_len].concat()));
            }
        }
    }
    parts.into_iter().flat_map(shortened).collect()
}

/// A long stretch that stayed the same is cut in its middle.
fn shortened(part: DiffPart) -> Vec<DiffPart> {
    let DiffPart::Same(text) = &part else { return vec![part] };
    let lines = text.split_inclusive('\n').collect::<Vec<_>>();
    if lines.len() <= 2 * LINES_AROUND + 2 {
        return vec![part];
    }
    let skipped = lines.len() - 2 * LINES_AROUND;
    vec![
        DiffPart::Same(lines[..LINES_AROUND].concat()),
        DiffPart::Skipped(skipped),
        DiffPart::Same(format!("\n{}", lines[lines.len() - LINES_AROUND..].concat())),
    ]
}

/// Characters that went and that came.
#[must_use]
pub fn counted(parts: &[DiffPart]) -> (usize, usize) {
    parts.iter().fold((0, 0), |(removed, added), part| match part {
        DiffPart::Removed(text) => (removed + text.chars().count(), added),
        DiffPart::Added(text) => (removed, added + text.chars().count()),
        DiffPart::Same(_) | DiffPart::Skipped(_) => (removed, added),
    })
}

/// What the names of texts are in a difference of two forms.
pub struct Names<'a> {
    pub common: String,
    pub title: String,
    pub benefit: String,
    pub sources: String,
    pub variant: &'a dyn Fn(shingi_domain::id::AccountId) -> String,
}

/// Every text of two forms that is not the same, with its name.
#[must_use]
pub fn of_forms(old: &PostForm, new: &PostForm, names: Names<'_>) -> Vec<(String, Vec<DiffPart>)> {
    let Names { common, title, benefit, sources, variant } = names;
    let mut found = vec![
        (common, difference(&old.text, &new.text)),
        (title, difference(&old.title, &new.title)),
        (benefit, difference(&old.benefit, &new.benefit)),
        (sources, difference(&old.sources.join("\n"), &new.sources.join("\n"))),
    ];
    let own = |form: &PostForm, account| {
        form.accounts.iter().find(|(id, _)| *id == account).and_then(|(_, own)| own.clone()).unwrap_or_default()
    };
    let mut accounts = old.accounts.iter().chain(&new.accounts).map(|(id, _)| *id).collect::<Vec<_>>();
    accounts.sort_unstable();
    accounts.dedup();
    for account in accounts {
        found.push((variant(account), difference(&own(old, account), &own(new, account))));
    }
    found.retain(|(_, parts)| !parts.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_cut_where_the_kind_of_character_changes() {
        let text = "浄水カートリッジの回収は12月3日から、OK。";
        assert_eq!(
            words(text),
            ["浄水", "カートリッジ", "の", "回収", "は", "12", "月", "3", "日", "から", "、", "OK", "。"]
        );
        assert_eq!(words(text).concat(), text);
    }

    #[test]
    fn a_changed_word_is_shown_as_a_word_and_not_as_letters() {
        let parts = difference("説明会は月曜です。", "説明会は火曜です。");
        assert_eq!(
            parts,
            [
                DiffPart::Same("説明会は".into()),
                DiffPart::Removed("月曜".into()),
                DiffPart::Added("火曜".into()),
                DiffPart::Same("です。".into())
            ]
        );
        assert_eq!(counted(&parts), (2, 2));
    }

    #[test]
    fn an_emoji_sequence_is_never_cut_in_two() {
        assert_eq!(words("家族👨‍👩‍👧‍👦と"), ["家族", "👨‍👩‍👧‍👦", "と"]);
    }

    #[test]
    fn what_did_not_change_has_no_difference_and_long_stretches_are_cut() {
        assert!(difference("同じ", "同じ").is_empty());
        let long = "行\n".repeat(40);
        let parts = difference(&format!("{long}前"), &format!("{long}後"));
        assert!(parts.contains(&DiffPart::Skipped(36)), "{parts:?}");
    }

    #[test]
    fn a_megabyte_of_other_words_still_answers() {
        let (a, b) = ("あa1ア漢".repeat(60_000), "1漢ai".repeat(60_000));
        let started = Instant::now();
        let (removed, added) = counted(&difference(&a, &b));
        assert!(removed > 0 && added > 0);
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}
