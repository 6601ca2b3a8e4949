//! `--format sarif`: one SARIF 2.1.0 document for all texts, as code scanning reads it.
//! Serves every **R** item, where posts are reviewed as files.
//!
//! Columns and offsets count UTF-16 units, and the document says so. Both are of the text without a byte order mark.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use serde_json::{Value, json};
use shingi_check::{
    engine::ENGINE_VERSION,
    fingerprint,
    fix::{Applicability, Fix},
    rules,
};
use shingi_domain::policy::{BoundFinding, Strength};

use super::{Checker, input, report::Checked};
use crate::lines::{Lines, Unit};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What has come together so far.
#[derive(Default)]
pub struct Sarif {
    artifacts: Vec<Value>,
    results: Vec<Value>,
    notifications: Vec<Value>,
    failed: bool,
}

impl Sarif {
    pub(super) fn add(&mut self, checker: &Checker, name: &str, text: &str, checked: &Checked) {
        let lines = Lines::new(text);
        let location = json!({ "uri": uri(name), "index": self.artifacts.len() });
        self.artifacts.push(json!({
            "location": { "uri": uri(name) },
            "encoding": "UTF-8",
            "mimeType": "text/plain",
            "roles": ["analysisTarget"],
        }));
        for bound in &checked.findings {
            self.results.push(result(checker, text, &lines, &location, bound, checked.known.is_some()));
        }
        for unchecked in &checked.unchecked {
            let words = format!("{}: {}: {}", checker.word("check-unchecked"), unchecked.rule, unchecked.why);
            self.notifications.push(json!({
                "level": "error",
                "message": { "text": words },
                "locations": [{ "physicalLocation": { "artifactLocation": location } }],
                "associatedRule": { "id": unchecked.rule },
            }));
        }
    }

    /// A text that could not be read.
    pub fn fail(&mut self, message: &str) {
        self.failed = true;
        self.notifications.push(json!({ "level": "error", "message": { "text": message } }));
    }

    pub(super) fn finish(self, checker: &Checker, out: &mut dyn Write) -> io::Result<()> {
        let policy = &checker.pack.policy;
        let document = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "shingi",
                    "version": ENGINE_VERSION,
                    "language": checker.lang.tag(),
                    "rules": descriptors(checker),
                } },
                "language": checker.lang.tag(),
                "columnKind": "utf16CodeUnits",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "defaultEncoding": "UTF-8",
                "artifacts": self.artifacts,
                "results": self.results,
                "invocations": [{
                    "executionSuccessful": !self.failed,
                    "toolExecutionNotifications": self.notifications,
                }],
                "properties": { "pack": {
                    "id": policy.id, "version": policy.version, "hash": checker.pack.hash_hex(),
                } },
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)
    }
}

/// All rules, in the order of [`rules::all`]; an index into them stands in each result.
fn descriptors(checker: &Checker) -> Vec<Value> {
    let mut bound: BTreeMap<&str, Vec<(String, Strength)>> = BTreeMap::new();
    for binding in &checker.pack.policy.bindings {
        bound.entry(binding.rule.as_str()).or_default().push((binding.item.to_string(), binding.strength));
    }
    let descriptor = |rule: &&'static shingi_check::rule::Rule| {
        let key = rule.rule_id().message_key();
        let bindings = bound.get(rule.id).map_or(&[][..], Vec::as_slice);
        let mut items: Vec<&str> = bindings.iter().map(|(item, _)| item.as_str()).collect();
        items.dedup();
        let strongest = bindings.iter().map(|(_, strength)| *strength).max();
        let help = checker.word(&format!("{key}.help"));
        json!({
            "id": rule.id,
            "name": rule.id,
            "shortDescription": { "text": checker.word(&key) },
            "fullDescription": { "text": checker.word(&format!("{key}.why")) },
            "help": { "text": help, "markdown": rule.doc },
            "defaultConfiguration": { "enabled": strongest.is_some(), "level": strongest.map_or("none", level) },
            "properties": { "tags": items },
        })
    };
    rules::all().collect::<Vec<_>>().iter().map(descriptor).collect()
}

fn result(
    checker: &Checker,
    text: &str,
    lines: &Lines<'_>,
    location: &Value,
    bound: &BoundFinding,
    compared: bool,
) -> Value {
    let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
    let region = region(text, lines, finding.span.start, finding.span.end);
    let key = finding.rule.message_key();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rules::all().position(|rule| rule.id == finding.rule.as_str()),
        "level": level(*strength),
        "kind": "fail",
        "message": { "text": checker.word(&key) },
        "locations": [{ "physicalLocation": { "artifactLocation": location, "region": region } }],
        // One finding may serve several items, and each is a result of its own.
        "partialFingerprints": { "shingi/v1": format!("{}:{item}", fingerprint::of(finding)) },
        "properties": { "item": item, "strength": strength, "title": checker.title(*item) },
    });
    if compared {
        result["baselineState"] = "new".into();
    }
    if let Some(Fix { replacement, applicability }) = Fix::of(finding) {
        let safe = applicability == Applicability::Safe;
        let words = checker.word(if safe { "check-fix-safe" } else { "check-fix-suggest" });
        let mut region = region;
        // What is taken away is named by its place alone.
        region.as_object_mut().expect("it was made as an object").remove("snippet");
        result["fixes"] = json!([{
            "description": { "text": words },
            "artifactChanges": [{
                "artifactLocation": location,
                "replacements": [{ "deletedRegion": region, "insertedContent": { "text": replacement } }],
            }],
            "properties": { "applicability": applicability },
        }]);
    }
    result
}

fn region(text: &str, lines: &Lines<'_>, start: usize, end: usize) -> Value {
    let (from, to) = (lines.position(start, Unit::Utf16), lines.position(end, Unit::Utf16));
    json!({
        "startLine": from.line + 1,
        "startColumn": from.column + 1,
        "endLine": to.line + 1,
        "endColumn": to.column + 1,
        "charOffset": Unit::Utf16.length(&text[..start]),
        "charLength": Unit::Utf16.length(&text[start..end]),
        "snippet": { "text": text[start..end] },
    })
}

/// What a ruling or an answer can settle is a warning; what only another text can, an error.
const fn level(strength: Strength) -> &'static str {
    match strength {
        Strength::Note => "note",
        Strength::Answer | Strength::Review | Strength::Consult => "warning",
        Strength::Forbid => "error",
    }
}

/// A path as a URI reference: relative ones stay relative.
pub fn uri(name: &str) -> String {
    if name == input::STDIN {
        return "stdin".to_owned();
    }
    let mut uri = if name.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in name.strip_prefix("./").unwrap_or(name).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' if cfg!(windows) => uri.push('/'),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_reference_that_every_reader_understands() {
        assert_eq!(uri("./posts/新 店.txt"), "posts/%E6%96%B0%20%E5%BA%97.txt");
        assert_eq!(uri("/tmp/a:b#c"), "file:///tmp/a%3Ab%23c");
        assert_eq!(uri("-"), "stdin");
    }
}
