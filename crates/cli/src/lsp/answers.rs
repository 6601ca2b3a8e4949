//! What an editor asks: what a mark means, what can be done about it, and the article behind it.
//! Serves every **R** item, and 1-1: whoever is told something can read why.

use std::{collections::BTreeMap, fs};

use fluent_bundle::FluentArgs;
use lsp_server::{ErrorCode, Notification, Request};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use shingi_app::words::{Lang, words};
use shingi_check::{
    fix::{self, Applicability, Fix},
    rules,
};
use shingi_domain::policy::{BoundFinding, ItemId};

use super::{
    FIX_ALL, Identifier, SHOW_ARTICLE, Server,
    document::{Document, Position, Span, diagnostic},
};
use crate::{
    checker::{Checker, strength_key},
    lines::{Lines, Unit},
};

pub type Answer = Result<Value, (ErrorCode, String)>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct At {
    text_document: Identifier,
    position: Position,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Within {
    text_document: Identifier,
    range: Span,
    #[serde(default)]
    context: Wanted,
}

#[derive(Default, Deserialize)]
struct Wanted {
    only: Option<Vec<String>>,
}

impl Wanted {
    /// Whether actions of this kind are wanted: a kind stands for all below it.
    fn has(&self, kind: &str) -> bool {
        let within = |wanted: &String| {
            kind.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.only.as_ref().is_some_and(|only| only.iter().any(within))
    }
}

#[derive(Deserialize)]
struct Command {
    command: String,
    #[serde(default)]
    arguments: Vec<Value>,
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params)
        .map_err(|error| (ErrorCode::InvalidParams, format!("expected what the protocol says, got: {error}")))
}

impl Server<'_> {
    /// A text in its last state, read.
    fn current(&mut self, uri: &str) -> Result<&Document, (ErrorCode, String)> {
        let Some(document) = self.documents.get_mut(uri) else {
            return Err((ErrorCode::InvalidParams, "expected a text that is open; open it first".to_owned()));
        };
        document.check(self.checker, self.speaker);
        Ok(document)
    }

    pub fn hover(&mut self, params: Value) -> Answer {
        let At { text_document, position } = read(params)?;
        let (checker, unit) = (self.checker, self.unit);
        let document = self.current(&text_document.uri)?;
        let at = document.bytes(Span { start: position, end: position }, unit).start;
        let touched = |bound: &&BoundFinding| (bound.finding.span.start..=bound.finding.span.end).contains(&at);
        let found: Vec<&BoundFinding> = document.findings.iter().filter(touched).collect();
        let Some(first) = found.first() else { return Ok(Value::Null) };
        let parts: Vec<String> = found.iter().map(|bound| explained(checker, bound)).collect();
        let span = first.finding.span;
        Ok(json!({
            "contents": { "kind": "markdown", "value": parts.join("\n\n---\n\n") },
            "range": document.range(span.start..span.end, unit),
        }))
    }

    pub fn actions(&mut self, params: Value) -> Answer {
        let Within { text_document: Identifier { uri, version: _ }, range, context } = read(params)?;
        let (checker, unit) = (self.checker, self.unit);
        let document = self.current(&uri)?;
        let within = document.bytes(range, unit);
        let lines = Lines::new(&document.text);
        let touched =
            |bound: &&BoundFinding| bound.finding.span.start <= within.end && within.start <= bound.finding.span.end;
        let (mut actions, mut articles) = (Vec::new(), BTreeMap::new());
        for bound in document.findings.iter().filter(touched) {
            let marked = diagnostic(checker, &lines, unit, bound);
            if context.only.is_none() || context.has("quickfix") {
                actions.extend(quick_fix(checker, &uri, bound, &marked));
            }
            articles.entry(bound.item).or_insert(marked);
        }
        if context.has(FIX_ALL) {
            actions.extend(fix_all(checker, &uri, document, unit));
        }
        if context.only.is_none() {
            actions.extend(articles.into_iter().map(|(item, marked)| {
                let title = with(checker.lang, "lsp-show-article", "item", &item.to_string());
                let command = json!({ "title": title, "command": SHOW_ARTICLE, "arguments": [item] });
                json!({ "title": title, "diagnostics": [marked], "command": command })
            }));
        }
        Ok(actions.into())
    }

    /// Shows an article as a file, or as a message where the editor shows no files.
    pub fn execute(&mut self, params: Value) -> Answer {
        let Command { command, arguments } = read(params)?;
        let invalid = |what: &str| (ErrorCode::InvalidParams, what.to_owned());
        if command != SHOW_ARTICLE {
            return Err(invalid("expected `shingi.showArticle`"));
        }
        let item = arguments.first().and_then(Value::as_str).and_then(|item| item.parse::<ItemId>().ok());
        let words = item.and_then(|item| Some((item, article(self.checker, item)?)));
        let Some((item, words)) = words else { return Err(invalid("expected an item of the pack, like `1-4`")) };
        match if self.shows_documents { self.file_of(item, &words) } else { None } {
            Some(uri) => {
                self.asked += 1;
                let params = json!({ "uri": uri, "takeFocus": true });
                self.send(Request::new(self.asked.into(), "window/showDocument".to_owned(), params));
            }
            None => {
                let params = json!({ "type": 3, "message": words });
                self.send(Notification::new("window/showMessage".to_owned(), params));
            }
        }
        Ok(Value::Null)
    }

    /// None where nothing can be written: then the words are shown as a message.
    fn file_of(&mut self, item: ItemId, words: &str) -> Option<String> {
        if self.folder.is_none() {
            self.folder = tempfile::tempdir().ok();
        }
        let file = self.folder.as_ref()?.path().join(format!("{item}.md"));
        fs::write(&file, words).ok()?;
        Some(crate::check::uri(&file.display().to_string()))
    }
}

fn with(lang: Lang, key: &str, name: &'static str, value: &str) -> String {
    let mut args = FluentArgs::new();
    args.set(name, value.to_owned());
    words().get(lang, key, &args).into_owned()
}

/// The finding, the article and the rule's own document.
fn explained(checker: &Checker, bound: &BoundFinding) -> String {
    let BoundFinding { finding, item, strength, consult: _, raises: _ } = bound;
    let key = finding.rule.message_key();
    let strength = checker.word(strength_key(*strength));
    let mut parts = vec![format!("**{strength}[{item}]** {}", checker.word(&key))];
    for part in ["why", "help"] {
        parts.push(format!("{}: {}", checker.word(&format!("check-{part}")), checker.word(&format!("{key}.{part}"))));
    }
    parts.extend(article(checker, *item));
    parts.extend(rules::find(finding.rule.as_str()).map(|rule| rule.doc.trim_end().to_owned()));
    parts.join("\n\n")
}

/// An article as the organisation adopted it, as Markdown.
fn article(checker: &Checker, item: ItemId) -> Option<String> {
    let article = checker.pack.articles.get(&item)?;
    let text = match checker.lang {
        Lang::Ja => &article.ja,
        Lang::En => &article.en,
    };
    let unnamed = checker.word("lsp-the-company");
    let name = checker.organisation.names().first().map_or(&*unnamed, String::as_str);
    Some(format!("# {item} {}\n\n{}", text.title_for(name), text.body_for(name)))
}

fn quick_fix(checker: &Checker, uri: &str, bound: &BoundFinding, marked: &Value) -> Option<Value> {
    let Fix { replacement, applicability } = Fix::of(&bound.finding)?;
    let title = match replacement {
        "" => checker.word("check-fix-safe").into_owned(),
        words => with(checker.lang, "lsp-replace", "words", words),
    };
    Some(json!({
        "title": title,
        "kind": "quickfix",
        "isPreferred": applicability == Applicability::Safe,
        "diagnostics": [marked],
        "edit": { "changes": { uri: [{ "range": marked["range"], "newText": replacement }] } },
    }))
}

fn fix_all(checker: &Checker, uri: &str, document: &Document, unit: Unit) -> Option<Value> {
    // A finding that serves two items is one change.
    let findings: Vec<_> = document.findings.iter().map(|bound| bound.finding.clone()).collect();
    let (mended, changes) = fix::mend(&document.text, &findings);
    let whole = document.range(0..document.text.len(), unit);
    (changes > 0).then(|| {
        json!({
            "title": checker.word("check-fix-safe"),
            "kind": FIX_ALL,
            "edit": { "changes": { uri: [{ "range": whole, "newText": mended }] } },
        })
    })
}
