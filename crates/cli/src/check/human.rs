//! The report for people, as a compiler writes it: the line, the span underlined, the item, why, what to do.
//! Serves every **R** item.
//!
//! Columns are columns of a terminal: full-width characters take two. Characters that show nothing or turn the direction
//! of text are written as their number, so that the report shows what is really there.

use std::{
    borrow::Cow,
    io::{self, Write},
    ops::Range,
};

use shingi_domain::{
    policy::{BoundFinding, Strength},
    report::{Beside, Finding},
};
use unicode_width::UnicodeWidthChar as _;

use super::{Checker, report::Checked};
use crate::checker::strength_key;

/// Columns shown before and after a span in a long line.
const CONTEXT_COLUMNS: usize = 60;
/// Columns of a span that is shown at all.
const SPAN_COLUMNS: usize = 80;

pub(super) fn write(
    checker: &Checker,
    name: &str,
    text: &str,
    checked: &Checked,
    out: &mut dyn Write,
) -> io::Result<()> {
    for bound in &checked.findings {
        let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
        let title = checker.title(*item);
        let key = finding.rule.message_key();
        writeln!(out, "{}[{item}] {title}: {}", checker.word(strength_key(*strength)), finding.rule)?;
        write_span(out, name, text, finding.span.start..finding.span.end, &checker.word(&message_key(finding)))?;
        for (label, part) in [("check-why", "why"), ("check-help", "help")] {
            writeln!(out, "    = {}: {}", checker.word(label), checker.word(&format!("{key}.{part}")))?;
        }
        if let Some(words) = finding.replacement.as_deref().filter(|words| !words.is_empty()) {
            writeln!(out, "    = {}: {}", checker.word("check-instead"), visible(words))?;
        }
        for beside in &finding.beside {
            let (label, words) = match beside {
                Beside::Matter { id } => ("check-matter", visible(id)),
                Beside::Earlier { id, quote } => ("check-earlier", format!("{}: {}", visible(id), visible(quote))),
            };
            writeln!(out, "    = {}: {words}", checker.word(label))?;
        }
        writeln!(out)?;
    }
    for unchecked in &checked.unchecked {
        writeln!(out, "{}: {}: {}", checker.word("check-unchecked"), unchecked.rule, unchecked.why)?;
    }
    for rule in &checked.not_asked {
        writeln!(out, "{}: {rule}", checker.word("check-not-asked"))?;
    }
    write_obligations(checker, checked, out)?;
    let open = checked.findings.iter().filter(|bound| bound.strength > Strength::Note).count();
    let notes = checked.findings.len() - open;
    let summary = match open {
        0 => checker.word("check-clean"),
        _ => checker.word_with("check-open", "n", open),
    };
    let more = |key: &str, n: usize| match n {
        0 => Cow::Borrowed(""),
        n => checker.word_with(key, "n", n),
    };
    let (notes, known) = (more("check-notes", notes), more("check-known", checked.known.unwrap_or(0)));
    writeln!(out, "{name}: {summary}{notes}{known}")
}

/// What is said of a finding; of a matter of the register what those may read who have it.
pub(super) fn message_key(finding: &Finding) -> String {
    let key = finding.rule.message_key();
    if finding.matters().next().is_some() { format!("{key}.insider") } else { key }
}

fn write_obligations(checker: &Checker, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    if checked.obligations.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", checker.word("check-obligations"))?;
    for asked in &checked.obligations {
        let what = match &asked.rule {
            Some(rule) => rule.to_string(),
            None => checker.word(obligation_key(asked.what)).into_owned(),
        };
        let minutes =
            asked.minutes.map_or_else(String::new, |n| checker.word_with("check-minutes", "n", n.into()).into_owned());
        let who = checker.word(party_key(asked.who));
        let strength = checker.word(strength_key(asked.strength));
        writeln!(out, "  {strength}[{}] {what}{minutes} → {who}", asked.item)?;
    }
    writeln!(out)
}

/// The line of the span with its number, and the span underlined.
fn write_span(out: &mut dyn Write, name: &str, text: &str, span: Range<usize>, message: &str) -> io::Result<()> {
    let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let number = 1 + text[..line_start].matches('\n').count();
    let column = 1 + text[line_start..span.start].chars().count();
    let margin = " ".repeat(number.to_string().len());
    let before = tail(&visible(&text[line_start..span.start]), CONTEXT_COLUMNS);
    let end = span.end.min(line_end).max(span.start);
    let marked = head(&visible(&text[span.start..end]), SPAN_COLUMNS);
    let after = head(&visible(text[end..line_end].trim_end_matches('\r')), CONTEXT_COLUMNS);
    let goes_on = if span.end > line_end { "…" } else { "" };
    writeln!(out, "{margin} --> {name}:{number}:{column}")?;
    writeln!(out, "{margin} |")?;
    writeln!(out, "{number} | {before}{marked}{after}")?;
    let indent = " ".repeat(width(&before));
    let underline = "^".repeat(width(&marked).max(1));
    writeln!(out, "{margin} | {indent}{underline}{goes_on} {message}")
}

/// Columns of words on a terminal.
pub(super) fn width(words: &str) -> usize {
    words.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// What shows nothing, moves the cursor or turns the direction is written as its number.
pub(super) fn visible(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\t' => shown.push_str("    "),
            c if c.is_control() || shingi_check::normalize::is_format(c) => {
                shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
            }
            // Variation selectors and joiners change how many columns a sign takes, differently on each terminal.
            '\u{fe00}'..='\u{fe0f}' => {}
            c => shown.push(c),
        }
    }
    shown
}

fn head(words: &str, columns: usize) -> String {
    let mut used = 0;
    let kept: String = words
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= columns
        })
        .collect();
    if kept.len() < words.len() { kept + "…" } else { kept }
}

fn tail(words: &str, columns: usize) -> String {
    let mut used = 0;
    let mut start = words.len();
    for (at, c) in words.char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        start = at;
    }
    if start > 0 { format!("…{}", &words[start..]) } else { words.to_owned() }
}

fn obligation_key(what: &str) -> &'static str {
    match what {
        "benefit" => "obligation-benefit",
        "sources" => "obligation-sources",
        "review" => "obligation-review",
        "cooling_off" => "obligation-cooling-off",
        "ruling" => "obligation-ruling",
        _ => "check-review-afterwards",
    }
}

fn party_key(who: &str) -> &'static str {
    match who {
        "other_certified" => "party-other-certified",
        "manager" => "party-manager",
        "committee" => "party-committee",
        "clock" => "party-clock",
        _ => "party-author",
    }
}
