//! A text as an editor has it, with what was found in it. Serves every **R** item.

use std::ops::Range;

use serde::Deserialize;
use serde_json::{Value, json};
use shingi_domain::{
    policy::{BoundFinding, Strength},
    report::Unchecked,
};

use crate::{
    check::input::TEXT_MAX,
    checker::{Checker, SpeakerArg, strength_key},
    lines::{self, Lines, Unit},
};

/// A place as the protocol writes it.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Position {
    pub line: usize,
    pub character: usize,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Span {
    pub start: Position,
    pub end: Position,
}

/// New words for a range, or for everything.
#[derive(Debug, Deserialize)]
pub struct Change {
    pub range: Option<Span>,
    pub text: String,
}

pub struct Document {
    pub text: String,
    pub version: i64,
    pub findings: Vec<BoundFinding>,
    unchecked: Vec<Unchecked>,
    /// Changed since it was last read.
    unread: bool,
    /// Changed since its marks were last told.
    untold: bool,
}

impl Document {
    pub const fn new(text: String, version: i64) -> Self {
        Self { text, version, findings: Vec::new(), unchecked: Vec::new(), unread: true, untold: true }
    }

    pub const fn is_untold(&self) -> bool {
        self.untold
    }

    /// In their order: each change counts from the text after the one before.
    pub fn change(&mut self, changes: Vec<Change>, version: Option<i64>, unit: Unit) {
        for Change { range, text } in changes {
            match range {
                None => self.text = text,
                Some(span) => {
                    let bytes = self.bytes(span, unit);
                    self.text.replace_range(bytes, &text);
                }
            }
        }
        self.version = version.unwrap_or(self.version);
        (self.unread, self.untold) = (true, true);
    }

    pub fn bytes(&self, span: Span, unit: Unit) -> Range<usize> {
        let lines = Lines::new(&self.text);
        let offset =
            |place: Position| lines.offset(lines::Position { line: place.line, column: place.character }, unit);
        let (start, end) = (offset(span.start), offset(span.end));
        start..end.max(start)
    }

    /// Reads the text, unless it was read since it last changed.
    pub fn check(&mut self, checker: &Checker, speaker: SpeakerArg) {
        if !self.unread {
            return;
        }
        self.unread = false;
        if self.text.len() as u64 > TEXT_MAX {
            let why = format!("expected at most {TEXT_MAX} bytes, got {}", self.text.len());
            self.findings.clear();
            self.unchecked = vec![Unchecked { rule: shingi_domain::report::RuleId::new("shingi"), why }];
            return;
        }
        let (report, circumstances) = checker.inspect(&self.text, speaker);
        self.findings = checker.pack.policy.bind(&report, circumstances);
        self.unchecked = report.unchecked;
    }

    /// The marks, which are told with this.
    pub fn diagnostics(&mut self, checker: &Checker, unit: Unit) -> Vec<Value> {
        self.untold = false;
        let lines = Lines::new(&self.text);
        let mut all: Vec<Value> = self.findings.iter().map(|bound| diagnostic(checker, &lines, unit, bound)).collect();
        all.extend(self.unchecked.iter().map(|unchecked| {
            let start = json!({ "line": 0, "character": 0 });
            let message = format!("{}: {}: {}", checker.word("check-unchecked"), unchecked.rule, unchecked.why);
            json!({ "range": { "start": start, "end": start }, "severity": 1, "source": "shingi", "message": message })
        }));
        all
    }

    pub fn range(&self, bytes: Range<usize>, unit: Unit) -> Value {
        range(&Lines::new(&self.text), bytes, unit)
    }
}

fn range(lines: &Lines<'_>, bytes: Range<usize>, unit: Unit) -> Value {
    let place = |at| {
        let lines::Position { line, column } = lines.position(at, unit);
        json!({ "line": line, "character": column })
    };
    json!({ "start": place(bytes.start), "end": place(bytes.end) })
}

pub fn diagnostic(checker: &Checker, lines: &Lines<'_>, unit: Unit, bound: &BoundFinding) -> Value {
    let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
    let severity = match strength {
        Strength::Forbid => 1,
        Strength::Answer | Strength::Review | Strength::Consult => 2,
        Strength::Note => 3,
    };
    let key = finding.rule.message_key();
    let strength = checker.word(strength_key(*strength));
    json!({
        "range": range(lines, finding.span.start..finding.span.end, unit),
        "severity": severity,
        "source": "shingi",
        "code": finding.rule,
        "message": format!("{strength}[{item}] {}", checker.word(&key)),
        "data": { "item": item },
    })
}
