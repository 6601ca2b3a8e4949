//! Reading texts and lines, whatever they contain: a line that cannot be read is told, and the next one is read.
//! Serves every **R** item.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Write},
    path::Path,
};

use super::{Streams, WRONG};

/// Longer texts are no posts.
pub const TEXT_MAX: u64 = 4 * 1024 * 1024;
/// A line of a batch may carry other fields too.
pub const LINE_MAX: usize = 16 * 1024 * 1024;

pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The text of one post, or why there is none. A byte order mark and the last line end are no part of it.
pub fn read_text(file: &Path, stdin: &mut dyn BufRead) -> io::Result<Result<String, String>> {
    let mut bytes = Vec::new();
    let name = if is_stdin(file) { "standard input".to_owned() } else { format!("`{}`", file.display()) };
    let read = if is_stdin(file) {
        stdin.take(TEXT_MAX + 1).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|opened| opened.take(TEXT_MAX + 1).read_to_end(&mut bytes))
    };
    if let Err(error) = read {
        return Ok(Err(format!("expected a text in {name}, got: {error}; name a file that can be read, or `-`")));
    }
    if bytes.len() as u64 > TEXT_MAX {
        return Ok(Err(format!("expected at most {TEXT_MAX} bytes in {name}, got more; check it in parts")));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let text = text.strip_suffix('\n').unwrap_or(text);
            Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
            Err(format!("expected UTF-8 in {name}, got other bytes at byte {at} (line {line}); save it as UTF-8"))
        }
    })
}

/// Opens a batch, or says why it cannot.
pub fn open(
    file: &Path,
    streams: &mut Streams<'_>,
    run: impl FnOnce(&mut dyn BufRead, &mut dyn Write, &mut dyn Write) -> io::Result<u8>,
) -> io::Result<u8> {
    if is_stdin(file) {
        return run(streams.stdin, streams.stdout, streams.stderr);
    }
    match File::open(file) {
        Ok(opened) => run(&mut BufReader::new(opened), streams.stdout, streams.stderr),
        Err(error) => {
            let name = file.display();
            writeln!(
                streams.stderr,
                "shingi check: expected JSON lines in `{name}`, got: {error}; name a file, or `-`"
            )?;
            Ok(WRONG)
        }
    }
}

/// What the next line is.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    End,
    Read,
    /// Longer than [`LINE_MAX`]; its rest was skipped.
    TooLong,
}

/// Reads one line without its end into `line`, in bounded memory. The second answer: whether the bytes of another line
/// have come already, so that reading on does not wait.
pub fn read_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<(Line, bool)> {
    line.clear();
    let (mut any, mut too_long) = (false, false);
    loop {
        let available = reader.fill_buf()?;
        if available.is_empty() {
            return Ok((
                if too_long {
                    Line::TooLong
                } else if any {
                    Line::Read
                } else {
                    Line::End
                },
                false,
            ));
        }
        any = true;
        let end = available.iter().position(|byte| *byte == b'\n');
        let part = &available[..end.unwrap_or(available.len())];
        if line.len() + part.len() > LINE_MAX {
            too_long = true;
        } else if !too_long {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        let more = used < available.len();
        reader.consume(used);
        if end.is_some() {
            return Ok((if too_long { Line::TooLong } else { Line::Read }, more));
        }
    }
}
