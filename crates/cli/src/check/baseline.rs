//! `--baseline FILE`: findings that an earlier report has are known, and only new ones are shown.
//!
//! Serves every **R** item, where a house begins with many texts. Must never take a baseline that it cannot read whole: a
//! finding would count as new, or as known, by accident.

use std::{
    collections::HashSet,
    fs::File,
    io::{BufRead as _, BufReader},
    path::Path,
};

use serde::Deserialize;
use serde_json::Value;
use shingi_check::fingerprint;
use shingi_domain::report::Finding;

/// (file or id, fingerprint) of every finding of a report.
#[derive(Debug)]
pub struct Baseline(HashSet<(String, String)>);

/// A report as `--format json` and `--batch` write it; a line that could not be checked has no findings.
#[derive(Deserialize)]
struct Row {
    id: Value,
    #[serde(default)]
    findings: Vec<Known>,
}

#[derive(Deserialize)]
struct Known {
    fingerprint: String,
}

impl Baseline {
    /// # Errors
    /// Which line is no report, and what to do.
    pub fn read(file: &Path) -> Result<Self, String> {
        let name = file.display();
        let told = |error: std::io::Error| {
            format!("expected a report in `{name}`, got: {error}; write one with `--format json`")
        };
        let mut known = HashSet::new();
        for (nth, line) in BufReader::new(File::open(file).map_err(told)?).lines().enumerate() {
            let line = line.map_err(told)?;
            if line.trim().is_empty() {
                continue;
            }
            let row: Row = serde_json::from_str(&line).map_err(|error| {
                let number = nth + 1;
                format!("{name}:{number}: expected a report a line, got: {error}; write it anew with `--format json`")
            })?;
            let id = name_of(&row.id);
            known.extend(row.findings.into_iter().map(|finding| (id.clone(), finding.fingerprint)));
        }
        Ok(Self(known))
    }

    pub fn knows(&self, id: &Value, finding: &Finding) -> bool {
        self.0.contains(&(name_of(id), fingerprint::of(finding)))
    }
}

/// `./post.txt` is `post.txt`, and the number 5 is not the text "5".
fn name_of(id: &Value) -> String {
    match id {
        Value::String(name) => format!("\"{}", name.strip_prefix("./").unwrap_or(name)),
        other => other.to_string(),
    }
}
