//! `--batch`: one JSON line in, one JSON line out, in order, whatever the line is. Serves every **R** item.

use std::io::{self, BufRead, Write};

use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    CLEAN, Run, WRONG,
    input::{self, LINE_MAX, Line, TEXT_MAX},
    report,
};
use crate::checker::SpeakerArg;

/// A line as it should be; other fields are ignored.
#[derive(Deserialize)]
struct Row {
    id: Option<Value>,
    text: Option<Value>,
    speaker: Option<Value>,
}

/// What is left of a line whose other fields cannot be read.
#[derive(Deserialize)]
struct OnlyId {
    id: Option<Value>,
}

/// Why a line gives no report.
struct Refused {
    id: Value,
    expected: &'static str,
    came: String,
    help: &'static str,
}

pub(super) fn run(
    run: &mut Run<'_>,
    speaker: SpeakerArg,
    reader: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut line = Vec::new();
    let mut worst = CLEAN;
    for number in 1u64.. {
        let (read, more) = input::read_line(reader, &mut line)?;
        if read == Line::End {
            break;
        }
        if read == Line::Read && line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let parsed = if read == Line::TooLong { Err(too_long()) } else { parse(&line, speaker) };
        let code = match parsed {
            Ok((id, text, speaker)) => {
                let checked = run.check(&id, &text, speaker);
                serde_json::to_writer(&mut *out, &report::json(run.checker, id, &checked))?;
                checked.code()
            }
            Err(Refused { id, expected, came, help }) => {
                writeln!(err, "shingi check: line {number}: expected {expected}, got {came}; {help}")?;
                let error = json!({ "line": number, "expected": expected, "came": came, "help": help });
                serde_json::to_writer(&mut *out, &json!({ "id": id, "error": error }))?;
                WRONG
            }
        };
        writeln!(out)?;
        worst = worst.max(code);
        // Whoever sends one line and waits for its report gets it now; whoever sends many gets them in blocks.
        if !more {
            out.flush()?;
        }
    }
    Ok(worst)
}

fn too_long() -> Refused {
    Refused {
        id: Value::Null,
        expected: "a line of at most 8 MiB",
        came: format!("more than {LINE_MAX} bytes"),
        help: "check long texts as files",
    }
}

fn parse(line: &[u8], default: SpeakerArg) -> Result<(Value, String, SpeakerArg), Refused> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    if let Err(error) = std::str::from_utf8(line) {
        let id = serde_json::from_slice(line).ok().and_then(|OnlyId { id }| id).unwrap_or(Value::Null);
        let came = format!("other bytes at byte column {}", input::byte_column(&line[..error.valid_up_to()]));
        return Err(Refused { id, expected: "UTF-8", came, help: "send the line as UTF-8" });
    }
    let row: Row = serde_json::from_slice(line).map_err(|error| unreadable(line, &error))?;
    let id = row.id.unwrap_or(Value::Null);
    let refuse = |expected, came: String, help| Err(Refused { id: id.clone(), expected, came, help });
    if !(id.is_string() || id.is_number()) {
        return refuse("`id` as text or number", kind(Some(&id)), "give every line an id");
    }
    let text = match row.text {
        Some(Value::String(text)) if text.len() as u64 > TEXT_MAX => {
            return refuse("`text` of at most 4 MiB", format!("{} bytes", text.len()), "check it in parts");
        }
        Some(Value::String(text)) => text,
        other => return refuse("`text` as text", kind(other.as_ref()), "put the words of the post there"),
    };
    let speaker = match row.speaker.as_ref().map(|speaker| speaker.as_str()) {
        None => default,
        Some(Some("official")) => SpeakerArg::Official,
        Some(Some("personal")) => SpeakerArg::Personal,
        Some(_) => {
            let came = row.speaker.map_or_else(String::new, |speaker| format!("`{}`", short(&speaker.to_string())));
            return refuse("`speaker` as `official` or `personal`", came, "correct it, or leave it out");
        }
    };
    Ok((id, text, speaker))
}

/// The other fields of a line are read even where its text is broken, so that the report carries the id.
fn unreadable(line: &[u8], error: &serde_json::Error) -> Refused {
    let id = serde_json::from_slice(line).ok().and_then(|OnlyId { id }| id).unwrap_or(Value::Null);
    let came = error.to_string();
    if came.contains("hex escape") || came.contains("surrogate") {
        let came = format!("half of a surrogate pair ({came})");
        return Refused { id, expected: "characters", came, help: "write the character itself, or both halves" };
    }
    Refused { id, expected: "a JSON object with `id` and `text`", came, help: "write one object a line, in UTF-8" }
}

fn kind(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "none",
        Some(Value::Bool(_)) => "true or false",
        Some(Value::Number(_)) => "a number",
        Some(Value::String(_)) => "text",
        Some(Value::Array(_)) => "a list",
        Some(Value::Object(_)) => "an object",
    }
    .to_owned()
}

fn short(words: &str) -> String {
    words.chars().take(40).collect()
}
