//! What leaves the house: the whole of a log in one file, or one line with all that proves it (2-9, 1-4).
//!
//! Both files are written here and judged by [`crate::verify`]. The writer is lenient where the record was tampered
//! with: it writes what is there, so that the verifier can name what is wrong. It must never mend anything.

use std::{collections::BTreeMap, fmt, io};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::{Log, commitment::Salt, json::push_string, note::VerifierKey, tree::Hash};

mod write;

pub use write::{Summary, WriteError, write};

/// Longest line of a file in bytes, without its newline.
pub const FILE_LINE_MAX: usize = 1 << 26;

/// How many lines may stand between two checkpoints that are exported. To check a signature takes as long as to hash
/// a hundred kilobytes; each checkpoint narrows the range in which a forger's rewrite is found.
pub const LINES_PER_CHECKPOINT: u64 = 4096;

/// What a commitment commits to. `Debug` hides it: it is somebody's text.
#[derive(Clone, PartialEq, Eq)]
pub struct Payload {
    pub salt: Salt,
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Payload({} bytes)", self.bytes.len())
    }
}

/// One for each name in the line's `hidden`; `None` where it was erased.
pub type Payloads = BTreeMap<String, Option<Payload>>;

/// One log of a file and the keys that signed its checkpoints; their name is the log's origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKeys {
    pub log: Log,
    /// The newest first; older ones stay listed as long as a checkpoint in the file has only their signature.
    pub keys: Vec<VerifierKey>,
}

/// The first line of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// `record`, `certificates`, or both in this order.
    pub logs: Vec<LogKeys>,
    /// Every witness whose cosignature is on a checkpoint of the file.
    pub witnesses: Vec<VerifierKey>,
}

/// What the store has of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The bytes as they were written.
    pub line: Vec<u8>,
    /// The hash that the store's *tree* has for it, not one computed from `line` now: only then a line that was
    /// changed in the database is named exactly.
    pub leaf: Hash,
    pub payloads: Payloads,
}

/// One step through a log: its lines in order, each checkpoint directly after the line that it closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Line(Exported),
    /// The text of a signed checkpoint. A log must end with one of its full size; of the others, one for every
    /// [`LINES_PER_CHECKPOINT`] lines is enough.
    Checkpoint(String),
}

/// One line with all that a stranger needs to verify it: the public certificate file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub log: Log,
    pub keys: Vec<VerifierKey>,
    pub witnesses: Vec<VerifierKey>,
    pub line: Vec<u8>,
    pub payloads: Payloads,
    /// The inclusion proof of the line in the log of the checkpoint's size.
    pub proof: Vec<Hash>,
    /// For each payload that was erased, the line of the same log that says so.
    pub erasures: Vec<ErasureProof>,
    /// A checkpoint that covers the line and the erasures.
    pub checkpoint: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureProof {
    pub line: Vec<u8>,
    pub proof: Vec<Hash>,
}

impl Certificate {
    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self { log, keys, witnesses, line, payloads, proof, erasures, checkpoint } = self;
        let mut out = format!(r#"{{"shingi":"certificate","v":1,"log":"{log}","keys":"#).into_bytes();
        push_strings(&mut out, keys);
        out.extend_from_slice(br#","witnesses":"#);
        push_strings(&mut out, witnesses);
        out.extend_from_slice(br#","line":"#);
        out.extend_from_slice(line);
        out.extend_from_slice(br#","payloads":"#);
        push_payloads(&mut out, payloads);
        out.extend_from_slice(br#","proof":"#);
        push_strings(&mut out, proof);
        out.extend_from_slice(br#","erasures":["#);
        for (index, ErasureProof { line, proof }) in erasures.iter().enumerate() {
            out.extend_from_slice(if index > 0 { br#",{"line":"# } else { br#"{"line":"# });
            out.extend_from_slice(line);
            out.extend_from_slice(br#","proof":"#);
            push_strings(&mut out, proof);
            out.push(b'}');
        }
        out.extend_from_slice(br#"],"checkpoint":"#);
        push_string(&mut out, checkpoint);
        out.extend_from_slice(b"}\n");
        out
    }
}

impl Header {
    /// The origin of a log of this file.
    #[must_use]
    pub fn origin(&self, log: Log) -> Option<&str> {
        let keys = self.logs.iter().find(|keys| keys.log == log)?;
        keys.keys.first().map(VerifierKey::name)
    }

    fn push(&self, out: &mut Vec<u8>) {
        let Self { logs, witnesses } = self;
        out.extend_from_slice(br#"{"shingi":"export","v":1,"logs":["#);
        for (index, LogKeys { log, keys }) in logs.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            out.extend_from_slice(format!(r#"{comma}{{"log":"{log}","keys":"#).as_bytes());
            push_strings(out, keys);
            out.push(b'}');
        }
        out.extend_from_slice(br#"],"witnesses":"#);
        push_strings(out, witnesses);
        out.extend_from_slice(b"}\n");
    }
}

fn push_strings<T: fmt::Display>(out: &mut Vec<u8>, items: &[T]) {
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        push_string(out, &item.to_string());
    }
    out.push(b']');
}

/// As text where the bytes are UTF-8, so that an editor shows them; else as base64.
fn push_payloads(out: &mut Vec<u8>, payloads: &Payloads) {
    out.push(b'{');
    for (index, (name, payload)) in payloads.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        push_string(out, name);
        match payload {
            None => out.extend_from_slice(b":null"),
            Some(Payload { salt, bytes }) => {
                out.extend_from_slice(format!(r#":{{"salt":"{}","#, salt.to_text()).as_bytes());
                if let Ok(text) = str::from_utf8(bytes) {
                    out.extend_from_slice(br#""text":"#);
                    push_string(out, text);
                } else {
                    out.extend_from_slice(br#""base64":"#);
                    push_string(out, &STANDARD.encode(bytes));
                }
                out.push(b'}');
            }
        }
    }
    out.push(b'}');
}
