//! `--format github`: a workflow command for each finding, which GitHub shows beside the line.
//! Serves every **R** item, where posts are reviewed as files.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use shingi_domain::policy::{BoundFinding, Strength};

use super::{Checker, human::visible, input, report::Checked};
use crate::{
    checker::strength_key,
    lines::{Lines, Unit},
};

pub(super) fn write(
    checker: &Checker,
    name: &str,
    text: &str,
    checked: &Checked,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines = Lines::new(text);
    for bound in &checked.findings {
        let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
        let command = match strength {
            Strength::Note => "notice",
            Strength::Answer | Strength::Review | Strength::Consult => "warning",
            Strength::Forbid => "error",
        };
        let start = lines.position(finding.span.start, Unit::Utf16);
        let end = lines.position(finding.span.end, Unit::Utf16);
        let mut properties = place(name, start.line + 1, end.line + 1);
        // Columns are understood on one line only, and the last one is part of the span.
        if start.line == end.line {
            let (column, last) = (start.column + 1, end.column.max(start.column + 1));
            write!(properties, "col={column},endColumn={last},").expect("a string takes everything");
        }
        let title = format!("{}[{item}] {}", checker.word(strength_key(*strength)), finding.rule);
        let key = finding.rule.message_key();
        let [why, help] = ["why", "help"].map(|part| checker.word(&format!("{key}.{part}")));
        let words = format!("{}\n{why}\n{help}", checker.word(&key));
        writeln!(out, "::{command} {properties}title={}::{}", property(&title), data(&words))?;
    }
    for unchecked in &checked.unchecked {
        let title = format!("{}: {}", checker.word("check-unchecked"), unchecked.rule);
        writeln!(out, "::error {}title={}::{}", place(name, 1, 1), property(&title), data(&unchecked.why))?;
    }
    Ok(())
}

/// Standard input is no file that a page could show.
fn place(name: &str, line: usize, end: usize) -> String {
    if name == input::STDIN {
        return String::new();
    }
    format!("file={},line={line},endLine={end},", property(name))
}

/// Words behind `::`, of which a line end would begin another command.
fn data(words: &str) -> String {
    let shown: Vec<String> = words.split('\n').map(visible).collect();
    shown.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before `::`, where `:` and `,` divide too.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, place, property};

    #[test]
    fn words_of_a_text_begin_no_command_of_their_own() {
        assert_eq!(data("100%\n::error::x\u{202e}"), "100%25%0A::error::x<U+202E>");
        assert_eq!(property("a:b,c%\r\n"), "a%3Ab%2Cc%25<U+000D>%0A");
        assert_eq!(place("-", 1, 1), "");
    }
}
