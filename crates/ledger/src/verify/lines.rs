//! Reads a file line by line, counts, and never holds more than one line (2-9).

use std::io::{self, BufRead, Read as _};

use super::{Fault, Progress, Reason};
use crate::{export::FILE_LINE_MAX, json::position};

const MEGABYTE: u64 = 1 << 20;

pub(super) struct Lines<'p, R> {
    reader: R,
    /// Bytes of the reader's own buffer that were given out last.
    given: usize,
    /// For a line that is not whole in the reader's buffer.
    buffer: Vec<u8>,
    read: Progress,
    told: u64,
    progress: &'p mut dyn FnMut(Progress),
}

impl<'p, R: BufRead> Lines<'p, R> {
    pub(super) fn new(reader: R, progress: &'p mut dyn FnMut(Progress)) -> Self {
        Self { reader, given: 0, buffer: Vec::new(), read: Progress::default(), told: 0, progress }
    }

    /// The next line with its newline, or what there is before the end or the longest length; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<&[u8]>> {
        const LIMIT: usize = FILE_LINE_MAX + 1;
        self.reader.consume(std::mem::take(&mut self.given));
        let available = loop {
            match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                filled => break filled?,
            }
        };
        let whole = position(&available[..available.len().min(LIMIT)], |byte| u8::from(byte == b'\n'));
        let length = match whole {
            Some(newline) => {
                self.given = newline + 1;
                self.given
            }
            None => {
                self.buffer.clear();
                self.reader.by_ref().take(LIMIT as u64).read_until(b'\n', &mut self.buffer)?
            }
        };
        if length == 0 {
            return Ok(None);
        }
        self.read.bytes += length as u64;
        self.read.lines += 1;
        if self.read.bytes - self.told >= MEGABYTE {
            self.told = self.read.bytes;
            (self.progress)(self.read);
        }
        Ok(Some(if whole.is_some() { &self.reader.fill_buf()?[..length] } else { &self.buffer }))
    }

    pub(super) const fn read(&self) -> Progress {
        self.read
    }

    pub(super) fn finish(&mut self) -> Progress {
        (self.progress)(self.read);
        self.read
    }
}

/// The text of a line without its newline.
pub(super) fn text(line: &[u8]) -> Result<&str, Reason> {
    let Some(line) = line.strip_suffix(b"\n") else {
        return Err(if line.len() > FILE_LINE_MAX { Reason::TooLong } else { Reason::NoNewline });
    };
    str::from_utf8(line).map_err(|_| Reason::Utf8)
}

/// A fault of the file's form, where no log is concerned.
pub(super) const fn fault(line: u64, reason: Reason) -> Fault {
    Fault { line, log: None, pos: None, range: None, reason }
}
