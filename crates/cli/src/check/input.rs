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
/// A line of a batch may carry other fields too, and escapes.
pub const LINE_MAX: usize = 8 * 1024 * 1024;

/// How standard input is named.
pub const STDIN: &str = "-";

pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == STDIN
}

/// The text of one post, or why there is none. A byte order mark and the last line end are no part of it.
pub fn read_text(file: &Path, stdin: &mut dyn BufRead) -> io::Result<Result<String, String>> {
    Ok(read_whole(file, stdin).map(|whole| words_of(&whole).to_owned()))
}

/// A file as it is.
pub fn read_whole(file: &Path, stdin: &mut dyn BufRead) -> Result<String, String> {
    let mut bytes = Vec::new();
    let name = if is_stdin(file) { "standard input".to_owned() } else { format!("`{}`", file.display()) };
    let read = if is_stdin(file) {
        stdin.take(TEXT_MAX + 1).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|opened| opened.take(TEXT_MAX + 1).read_to_end(&mut bytes))
    };
    if let Err(error) = read {
        return Err(format!("expected a text in {name}, got: {error}; name a file that can be read, or `-`"));
    }
    if bytes.len() as u64 > TEXT_MAX {
        return Err(format!("expected at most {TEXT_MAX} bytes in {name}, got more; check it in parts"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let column = byte_column(good);
        format!("expected UTF-8 in {name}, got other bytes at line {line}, byte column {column}; save it as UTF-8")
    })
}

/// The words of a file: a byte order mark and the last line end are no part of a post.
pub fn words_of(whole: &str) -> &str {
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

/// The byte column behind these bytes, counted from 1.
pub fn byte_column(before: &[u8]) -> usize {
    1 + before.iter().rev().take_while(|byte| **byte != b'\n').count()
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
