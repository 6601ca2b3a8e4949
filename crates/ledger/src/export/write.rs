//! Writes an export as a stream: the lines of both logs merged, so that a verifier needs no memory of them (2-9).
//!
//! This module must never hold more than one item of each log.

use std::iter::Peekable;

use serde_json::Value;

use super::{Exported, Header, Item, io, push_payloads};
use crate::{Log, json::push_string};

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError<E> {
    #[error("the export cannot be written: {0}")]
    Io(#[from] io::Error),
    #[error("the ledger cannot be read: {0}")]
    Source(E),
}

/// How many lines were written of each log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    pub record: u64,
    pub certificates: u64,
}

impl Summary {
    const fn count(&mut self, log: Log) -> &mut u64 {
        match log {
            Log::Record => &mut self.record,
            Log::Certificates => &mut self.certificates,
        }
    }
}

/// Writes the file. A line of `certificates` comes directly behind the line of `record` that completes the size it
/// names (and behind that line's checkpoint), so that its root can be compared at that moment.
///
/// Read both logs in one snapshot, and only as far as their newest checkpoints. `progress` is told the number of lines
/// after each.
pub fn write<E>(
    out: &mut dyn io::Write,
    header: &Header,
    record: impl IntoIterator<Item = Result<Item, E>>,
    certificates: impl IntoIterator<Item = Result<Item, E>>,
    progress: &mut dyn FnMut(u64),
) -> Result<Summary, WriteError<E>> {
    let (mut record, mut certificates) = (record.into_iter().peekable(), certificates.into_iter().peekable());
    let mut writer = Writer { out, buffer: Vec::new(), written: Summary::default(), progress };
    header.push(&mut writer.buffer);
    writer.flush()?;
    loop {
        while let Some(item) = next_if(&mut record, |item| matches!(item, Item::Checkpoint(_)))? {
            writer.item(Log::Record, item)?;
        }
        let size = writer.written.record;
        let due = |item: &Item| match item {
            Item::Line(line) => named_size(&line.line) <= size,
            Item::Checkpoint(_) => true,
        };
        while let Some(item) = next_if(&mut certificates, due)? {
            writer.item(Log::Certificates, item)?;
        }
        // A certificate that names a size which the record does not reach is written all the same, and judged later.
        match record.next().transpose().map_err(WriteError::Source)? {
            Some(item) => writer.item(Log::Record, item)?,
            None => match certificates.next().transpose().map_err(WriteError::Source)? {
                Some(item) => writer.item(Log::Certificates, item)?,
                None => break,
            },
        }
    }
    writer.end(header)
}

fn next_if<E, I: Iterator<Item = Result<Item, E>>>(
    items: &mut Peekable<I>,
    due: impl Fn(&Item) -> bool,
) -> Result<Option<Item>, WriteError<E>> {
    items.next_if(|item| item.as_ref().map_or(true, &due)).transpose().map_err(WriteError::Source)
}

/// The size of `record` that a line of `certificates` names; 0 for a line that was spoilt.
fn named_size(line: &[u8]) -> u64 {
    let line = serde_json::from_slice::<Value>(line).unwrap_or_default();
    line["data"]["record"]["size"].as_u64().unwrap_or(0)
}

struct Writer<'a> {
    out: &'a mut dyn io::Write,
    buffer: Vec<u8>,
    written: Summary,
    progress: &'a mut dyn FnMut(u64),
}

impl Writer<'_> {
    fn item(&mut self, log: Log, item: Item) -> io::Result<()> {
        match item {
            Item::Line(Exported { line, leaf, payloads }) => {
                self.buffer.extend_from_slice(format!(r#"{{"{log}":"#).as_bytes());
                self.buffer.extend_from_slice(&line);
                self.buffer.extend_from_slice(format!(r#","leaf":"{leaf}","payloads":"#).as_bytes());
                push_payloads(&mut self.buffer, &payloads);
                *self.written.count(log) += 1;
            }
            Item::Checkpoint(note) => {
                self.buffer.extend_from_slice(format!(r#"{{"checkpoint":"{log}","note":"#).as_bytes());
                push_string(&mut self.buffer, &note);
            }
        }
        self.buffer.extend_from_slice(b"}\n");
        self.flush()?;
        (self.progress)(self.written.record + self.written.certificates);
        Ok(())
    }

    fn end<E>(mut self, header: &Header) -> Result<Summary, WriteError<E>> {
        let counts = header.logs.iter().map(|keys| format!(r#""{}":{}"#, keys.log, self.written.count(keys.log)));
        let counts = counts.collect::<Vec<_>>().join(",");
        self.buffer.extend_from_slice(format!("{{\"end\":{{{counts}}}}}\n").as_bytes());
        self.flush()?;
        self.out.flush()?;
        Ok(self.written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }
}
