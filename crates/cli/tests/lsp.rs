//! An editor speaks to `shingi lsp` over its standard input and output: the real program, the real protocol.
#![allow(clippy::unwrap_used)]

use std::{
    io::{BufReader, Write as _},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use lsp_server::Message;
use serde_json::{Value, json};

const URI: &str = "file:///post.txt";

struct Editor {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: i32,
}

impl Editor {
    /// Starts the server and agrees on what an editor with these capabilities gets.
    fn new(capabilities: Value) -> (Self, Value) {
        let program = env!("CARGO_BIN_EXE_shingi");
        let arguments = ["lsp", "--today", "2026-11-24", "--lang", "en", "--organisation", "Tsukinowa"];
        let mut command = Command::new(program);
        let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut editor = Self { child, to, from, next: 0 };
        let answer = editor.ask("initialize", json!({ "capabilities": capabilities })).unwrap();
        editor.tell("initialized", json!({}));
        (editor, answer)
    }

    fn write(&mut self, message: Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.write(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn read(&mut self) -> Message {
        Message::read(&mut self.from).unwrap().expect("expected a message, got the end")
    }

    /// The answer, or the code of what is wrong. What is told meanwhile is passed over.
    fn ask(&mut self, method: &str, params: Value) -> Result<Value, i32> {
        self.next += 1;
        self.write(json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        loop {
            if let Message::Response(response) = self.read()
                && response.id == self.next.into()
            {
                return response.response_result.map_err(|error| error.code);
            }
        }
    }

    /// What is told next under this name.
    fn told(&mut self, method: &str) -> Value {
        loop {
            match self.read() {
                Message::Notification(told) if told.method == method => return told.params,
                Message::Request(asked) if asked.method == method => return asked.params,
                _ => {}
            }
        }
    }

    fn open(&mut self, text: &str) -> Value {
        let document = json!({ "uri": URI, "languageId": "plaintext", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        self.told("textDocument/publishDiagnostics")
    }

    fn change(&mut self, version: i32, changes: Value) -> Value {
        let document = json!({ "uri": URI, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
        self.told("textDocument/publishDiagnostics")
    }

    fn actions(&mut self, range: &Value, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": context });
        self.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
    }

    fn end(mut self) -> Option<i32> {
        assert_eq!(self.ask("shutdown", Value::Null), Ok(Value::Null));
        self.tell("exit", Value::Null);
        self.child.wait().unwrap().code()
    }
}

fn marks(told: &Value) -> Vec<(String, u64, u64)> {
    let mark = |found: &Value| {
        let at = |end: &str| found["range"][end]["character"].as_u64().unwrap();
        (found["code"].as_str().unwrap().to_owned(), at("start"), at("end"))
    };
    told["diagnostics"].as_array().unwrap().iter().map(mark).collect()
}

#[test]
fn an_editor_opens_changes_and_closes_a_text_and_its_marks_follow() {
    let (mut editor, answer) = Editor::new(json!({}));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["serverInfo"]["name"], "shingi");
    let told = editor.open("🎉電話は090-1234-5678");
    assert_eq!((&told["uri"], &told["version"]), (&URI.into(), &1.into()));
    assert_eq!(marks(&told), [("personal/phone_number".to_owned(), 5, 18)]);
    assert_eq!((&told["diagnostics"][0]["severity"], &told["diagnostics"][0]["source"]), (&1.into(), &"shingi".into()));

    let end = json!({ "line": 0, "character": 18 });
    let start = json!({ "line": 0, "character": 2 });
    let told = editor.change(2, json!([{ "range": { "start": start, "end": end }, "text": "本日開店" }]));
    assert_eq!((&told["version"], marks(&told).len()), (&2.into(), 0), "{told}");
    let told = editor.change(3, json!([{ "text": "案\u{200b}内" }]));
    assert_eq!(marks(&told), [("hygiene/zero_width".to_owned(), 1, 2)]);

    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(marks(&editor.told("textDocument/publishDiagnostics")), []);
    let gone = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.ask("textDocument/hover", gone), Err(-32602));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn an_editor_that_counts_bytes_gets_bytes() {
    let (mut editor, answer) = Editor::new(json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } }));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-8");
    assert_eq!(marks(&editor.open("🎉電話は090-1234-5678")), [("personal/phone_number".to_owned(), 13, 26)]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_mark_is_explained_with_its_article_and_the_document_of_its_rule() {
    let (mut editor, _) = Editor::new(json!({}));
    editor.open("電話は090-1234-5678");
    let at =
        |character: u32| json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": character } });
    let hover = editor.ask("textDocument/hover", at(5)).unwrap();
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(
        words.contains("[1-4]") && words.contains("# 1-4 ") && words.contains("# personal/phone_number"),
        "{words}"
    );
    assert_eq!(hover["range"]["start"]["character"], 3);
    assert_eq!(editor.ask("textDocument/hover", at(0)), Ok(Value::Null));
    assert_eq!(editor.ask("textDocument/rename", at(0)), Err(-32601));
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err(-32602));
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn actions_make_what_is_safe_offer_what_is_not_and_show_the_article() {
    let (mut editor, _) = Editor::new(json!({ "window": { "showDocument": { "support": true } } }));
    let told = editor.open("案\u{200b}内は http://example.com へ");
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 99 } });
    let actions = editor.actions(&whole, json!({ "diagnostics": told["diagnostics"] }));
    let by = |preferred: bool| actions.iter().find(|action| action["isPreferred"] == preferred).unwrap();
    let edit = |action: &Value| action["edit"]["changes"][URI][0].clone();
    assert_eq!((&edit(by(true))["newText"], &edit(by(true))["range"]["start"]["character"]), (&"".into(), &1.into()));
    assert_eq!(edit(by(false))["newText"], "https://example.com");

    let all = editor.actions(&whole, json!({ "diagnostics": [], "only": ["source.fixAll"] }));
    assert_eq!((all.len(), &edit(&all[0])["newText"]), (1, &"案内は http://example.com へ".into()));
    assert_eq!(editor.actions(&whole, json!({ "diagnostics": [], "only": ["quickfix"] })).len(), 2);

    let show = actions.iter().find(|action| action["command"]["command"] == "shingi.showArticle").unwrap();
    editor.next += 1;
    let (id, command) = (editor.next, show["command"].clone());
    editor.write(json!({ "jsonrpc": "2.0", "id": id, "method": "workspace/executeCommand", "params": command }));
    let shown = editor.told("window/showDocument");
    let path = shown["uri"].as_str().unwrap().strip_prefix("file://").unwrap().to_owned();
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# 1-7 "), "{path}");
    assert_eq!(editor.ask("workspace/executeCommand", json!({ "command": "shingi.gone" })), Err(-32602));
    let nothing = json!({ "command": "shingi.showArticle", "arguments": ["9-9"] });
    assert_eq!(editor.ask("workspace/executeCommand", nothing), Err(-32602));
    assert_eq!(editor.end(), Some(0));
    assert!(!std::path::Path::new(&path).exists(), "what was shown is gone with the server");
}

#[test]
fn an_editor_that_shows_no_files_gets_the_article_as_a_message_and_one_that_goes_ends_the_server() {
    let (mut editor, _) = Editor::new(json!({}));
    editor.next += 1;
    let params = json!({ "command": "shingi.showArticle", "arguments": ["1-4"] });
    let id = editor.next;
    editor.write(json!({ "jsonrpc": "2.0", "id": id, "method": "workspace/executeCommand", "params": params }));
    let message = editor.told("window/showMessage");
    assert!(message["message"].as_str().unwrap().starts_with("# 1-4 "), "{message}");
    let Editor { mut child, to, from, next: _ } = editor;
    drop((to, from));
    assert_eq!(child.wait().unwrap().code(), Some(1), "without `shutdown` it is no good end");
}
