//! `shingi lsp`: the findings of `shingi check` in any editor, over standard input and output.
//!
//! Serves every **R** item. Must never change a file: an editor makes the changes that a person chose. A text is checked
//! when nothing else is waiting, so that a fast typist is answered once and for the last state.

mod answers;
mod document;
mod queue;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, process::ExitCode, sync::mpsc, thread};

use anyhow::Context as _;
use clap::Args;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use self::{
    document::{Change, Document},
    queue::Queue,
};
use crate::{
    checker::{Checker, CheckerArgs, SpeakerArg},
    lines::Unit,
};

/// The command behind "show the article".
const SHOW_ARTICLE: &str = "shingi.showArticle";
/// The kind of the action that makes every safe change.
const FIX_ALL: &str = "source.fixAll.shingi";

#[derive(Debug, Args)]
pub struct LspArgs {
    /// For whom the texts speak.
    #[arg(long, value_enum, default_value_t = SpeakerArg::Official)]
    speaker: SpeakerArg,
    #[command(flatten)]
    checker: CheckerArgs,
}

/// What an editor has open, and what it understands.
struct Server<'c> {
    checker: &'c Checker,
    speaker: SpeakerArg,
    unit: Unit,
    shows_documents: bool,
    /// By URI.
    documents: BTreeMap<String, Document>,
    /// Articles that an editor was asked to show; gone when the editor is.
    folder: Option<tempfile::TempDir>,
    sender: Box<dyn Fn(Message) + 'c>,
    asked: i32,
    shutting_down: bool,
}

#[derive(Deserialize)]
struct Identifier {
    uri: String,
    #[serde(default)]
    version: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: OpenedText,
}

#[derive(Deserialize)]
struct OpenedText {
    uri: String,
    version: i64,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Identifier,
    content_changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closed {
    text_document: Identifier,
}

pub fn run(args: LspArgs) -> anyhow::Result<ExitCode> {
    let LspArgs { speaker, checker } = args;
    let checker = Checker::new(checker, false).map_err(anyhow::Error::msg)?;
    let (connection, threads) = Connection::stdio();
    let code = serve(&checker, speaker, connection)?;
    match threads.join() {
        Ok(()) => Ok(code),
        // The editor is gone: nobody is left to be told.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(ExitCode::FAILURE),
        Err(error) => Err(error).context("expected an editor that speaks the protocol"),
    }
}

/// Until the editor says `exit`, or is gone.
fn serve(checker: &Checker, speaker: SpeakerArg, connection: Connection) -> anyhow::Result<ExitCode> {
    let (id, asked) = connection.initialize_start().context("expected an editor that begins with `initialize`")?;
    let unit = encoding(&asked);
    connection.initialize_finish(id, capabilities(unit)).context("expected `initialized`")?;
    let Connection { sender, receiver } = connection;
    // The crate hands over one message at a time; what waits has to be seen to be cancelled.
    let (forward, incoming) = mpsc::channel();
    thread::spawn(move || receiver.into_iter().try_for_each(|message| forward.send(message)));
    let mut server = Server {
        checker,
        speaker,
        unit,
        shows_documents: asked["capabilities"]["window"]["showDocument"]["support"] == true,
        documents: BTreeMap::new(),
        folder: None,
        // An editor that is gone is noticed where the next message is awaited.
        sender: Box::new(move |message| drop(sender.send(message))),
        asked: 0,
        shutting_down: false,
    };
    let mut queue = Queue::default();
    loop {
        if queue.is_empty() {
            server.publish();
            let Ok(message) = incoming.recv() else { return Ok(ExitCode::FAILURE) };
            queue.push(message);
        }
        incoming.try_iter().for_each(|message| queue.push(message));
        queue.cancelled().into_iter().for_each(|response| server.send(response));
        match queue.next() {
            Some(Message::Notification(told)) if told.method == "exit" => {
                return Ok(if server.shutting_down { ExitCode::SUCCESS } else { ExitCode::FAILURE });
            }
            Some(Message::Notification(told)) => server.notice(told),
            Some(Message::Request(request)) => server.answer(request),
            Some(Message::Response(_)) | None => {}
        }
    }
}

/// The first encoding of the editor that we count in; UTF-16 where it names none.
fn encoding(asked: &Value) -> Unit {
    let named = asked["capabilities"]["general"]["positionEncodings"].as_array();
    let known = named.into_iter().flatten().find_map(|name| match name.as_str() {
        Some("utf-8") => Some(Unit::Utf8),
        Some("utf-16") => Some(Unit::Utf16),
        Some("utf-32") => Some(Unit::Utf32),
        _ => None,
    });
    known.unwrap_or(Unit::Utf16)
}

fn capabilities(unit: Unit) -> Value {
    let encoding = match unit {
        Unit::Utf8 => "utf-8",
        Unit::Utf16 => "utf-16",
        Unit::Utf32 => "utf-32",
    };
    json!({
        "capabilities": {
            "positionEncoding": encoding,
            // 2: changes come as ranges, or whole.
            "textDocumentSync": { "openClose": true, "change": 2 },
            "hoverProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix", FIX_ALL] },
            "executeCommandProvider": { "commands": [SHOW_ARTICLE] },
        },
        "serverInfo": { "name": "shingi", "version": env!("CARGO_PKG_VERSION") },
    })
}

impl Server<'_> {
    fn send(&self, message: impl Into<Message>) {
        (self.sender)(message.into());
    }

    /// A notification that cannot be read is none: nobody waits for an answer.
    fn notice(&mut self, told: Notification) {
        fn read<T: DeserializeOwned>(told: Notification) -> Option<T> {
            serde_json::from_value(told.params).ok()
        }
        match told.method.as_str() {
            "textDocument/didOpen" => {
                if let Some(Opened { text_document: OpenedText { uri, version, text } }) = read(told) {
                    self.documents.insert(uri, Document::new(text, version));
                }
            }
            "textDocument/didChange" => {
                let Some(Changed { text_document, content_changes }) = read(told) else { return };
                if let Some(document) = self.documents.get_mut(&text_document.uri) {
                    document.change(content_changes, text_document.version, self.unit);
                }
            }
            "textDocument/didClose" => {
                if let Some(Closed { text_document: Identifier { uri, version: _ } }) = read(told) {
                    self.documents.remove(&uri);
                    self.publish_of(&uri, None, &[]);
                }
            }
            _ => {}
        }
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            _ if self.shutting_down => Err((ErrorCode::InvalidRequest, "expected `exit` after `shutdown`".to_owned())),
            "shutdown" => {
                self.shutting_down = true;
                Ok(Value::Null)
            }
            "textDocument/hover" => self.hover(params),
            "textDocument/codeAction" => self.actions(params),
            "workspace/executeCommand" => self.execute(params),
            other => {
                let short: String = other.chars().take(80).collect();
                Err((ErrorCode::MethodNotFound, format!("expected a request that this server has, got `{short}`")))
            }
        };
        self.send(match answer {
            Ok(value) => Response::new_ok(id, value),
            Err((code, message)) => Response::new_err(id, code as i32, message),
        });
    }

    /// What is found in every text that changed since it was last told.
    fn publish(&mut self) {
        let untold: Vec<String> =
            self.documents.iter().filter(|(_, document)| document.is_untold()).map(|(uri, _)| uri.clone()).collect();
        for uri in untold {
            let Some(document) = self.documents.get_mut(&uri) else { continue };
            document.check(self.checker, self.speaker);
            let (version, diagnostics) = (document.version, document.diagnostics(self.checker, self.unit));
            self.publish_of(&uri, Some(version), &diagnostics);
        }
    }

    fn publish_of(&self, uri: &str, version: Option<i64>, diagnostics: &[Value]) {
        let mut params = json!({ "uri": uri, "diagnostics": diagnostics });
        if let Some(version) = version {
            params["version"] = version.into();
        }
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
    }
}
