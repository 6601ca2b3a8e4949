//! What a text is held against beside the policy: the register of matters, earlier texts, what it answers.
//!
//! Serves 1-4, 1-6 and 1-9. Files of whoever runs the check, and nobody else's: whoever has the register may know it. A
//! message names a line and an id, never a name of a matter.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;
use shingi_check::{
    context::{Context, Earlier},
    date::Date,
    matters::{Fingerprints, Matter, MatterClass, Matters, Moment},
    mosaic::History,
};

use crate::check::input;

#[derive(Debug, Args)]
pub struct BesideArgs {
    /// Confidential matters, a JSON object a line: `{"id":…,"class":"code_name","names":[…],"public_from":"2026-12-01",
    /// "documents":["a file beside this one"]}`.
    #[arg(long, value_name = "FILE")]
    matters: Option<PathBuf>,
    /// Earlier texts of the same account, a JSON object a line: `{"id":…,"text":…,"at":"2026-11-24"}`.
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// The message that the texts answer; they count as replies.
    #[arg(long, value_name = "FILE")]
    reply_to: Option<PathBuf>,
}

/// Read once, for every text.
#[derive(Debug, Default)]
pub struct Beside {
    matters: Option<Matters>,
    history: Option<History>,
    pub reply_to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MatterRow {
    id: String,
    class: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    public_from: Option<String>,
    #[serde(default)]
    documents: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct EarlierRow {
    id: serde_json::Value,
    text: String,
    /// A day; what follows it (a time) is left out.
    at: Option<String>,
}

impl Beside {
    /// The files, or what is wrong with them.
    pub fn read(args: &BesideArgs) -> Result<Self, String> {
        let BesideArgs { matters, history, reply_to } = args;
        Ok(Self {
            matters: matters.as_deref().map(read_matters).transpose()?,
            history: history.as_deref().map(read_history).transpose()?,
            reply_to: reply_to.as_deref().map(read_text).transpose()?,
        })
    }

    pub fn give(&self, ctx: &mut Context) {
        let Self { matters, history, reply_to } = self;
        ctx.matters.clone_from(matters);
        ctx.history.clone_from(history);
        ctx.reply_to.clone_from(reply_to);
        ctx.reply |= reply_to.is_some();
    }
}

fn read_text(file: &Path) -> Result<String, String> {
    input::read_text(file, &mut std::io::empty()).unwrap_or_else(|error| Err(error.to_string()))
}

/// Each line with something on it, with its number.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(nth, line)| (nth + 1, line)).filter(|(_, line)| !line.trim().is_empty())
}

fn read_matters(file: &Path) -> Result<Matters, String> {
    let text = read_text(file)?;
    let mut matters = Vec::new();
    for (number, line) in lines(&text) {
        let wrong =
            |came: &str| format!("`{}`:{number}: expected a matter as a JSON object, got {came}", file.display());
        let row: MatterRow = serde_json::from_str(line).map_err(|error| wrong(&place(&error)))?;
        let class =
            row.class.as_deref().unwrap_or("other").parse::<MatterClass>().map_err(|e| wrong(&e.to_string()))?;
        let mut matter = Matter::new(row.id, class, row.names);
        let from = row.public_from.as_deref().map(str::parse::<Moment>).transpose();
        matter.public_from = from.map_err(|error| wrong(&error.to_string()))?;
        for document in row.documents {
            let path = file.parent().unwrap_or(Path::new("")).join(document);
            let prints = Fingerprints::of(&read_text(&path)?);
            matter
                .documents
                .push(prints.ok_or_else(|| wrong("a document of less than twenty letters; name a longer one"))?);
        }
        matters.push(matter);
    }
    Matters::new(matters).map_err(|unfit| {
        let lines: Vec<String> = unfit.iter().map(ToString::to_string).collect();
        format!("`{}`: {}", file.display(), lines.join("; "))
    })
}

fn read_history(file: &Path) -> Result<History, String> {
    let text = read_text(file)?;
    let mut posts = Vec::new();
    for (number, line) in lines(&text) {
        let wrong =
            |came: &str| format!("`{}`:{number}: expected `{{\"id\":…,\"text\":…}}`, got {came}", file.display());
        let row: EarlierRow = serde_json::from_str(line).map_err(|error| wrong(&place(&error)))?;
        let at = row.at.map(|at| at.get(..10).unwrap_or(&at).parse::<Date>()).transpose();
        let at = at.map_err(|error| wrong(&error.to_string()))?;
        let id = row.id.as_str().map_or_else(|| row.id.to_string(), ToOwned::to_owned);
        posts.push(Earlier { id, text: row.text, at });
    }
    Ok(History::new(posts))
}

/// What is wrong and where in the line, without the words of the line.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Data => "other fields",
        serde_json::error::Category::Eof => "half an object",
        serde_json::error::Category::Io | serde_json::error::Category::Syntax => "no JSON",
    };
    format!("{what} at column {}", error.column())
}
