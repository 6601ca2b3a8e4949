//! The one spelling of JSON that every file of the ledger uses, read strictly and written accordingly (2-9).
//!
//! Compact (no space between tokens), integers only, the shortest escapes, keys of inner objects in ascending order.
//! Why strict: two verifiers that accept different spellings would disagree about a file, and a byte that a lenient
//! parser ignores would be covered by nothing. This module must never accept what it would not write.

use serde_json::Value;

/// The largest integer that every JSON reader keeps exactly (2^53 - 1).
pub(crate) const INTEGER_MAX: u64 = (1 << 53) - 1;
/// How deep arrays and objects may nest inside `data`.
pub(crate) const DEPTH_MAX: u32 = 32;
/// Longest word, see [`is_word`].
pub(crate) const WORD_MAX: usize = 128;

/// What was expected, and at which byte of the line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at byte {offset} of the line")]
pub struct Misspelt {
    pub expected: &'static str,
    pub offset: usize,
}

/// Names of streams, actors, fields and keys: ASCII letters, digits and `_.:/-`, so that no text hides in them.
pub(crate) fn is_word(text: &str) -> bool {
    !text.is_empty() && text.len() <= WORD_MAX && text.bytes().all(|byte| WORD_BYTES[usize::from(byte)])
}

/// A table, since most bytes of most lines are looked up in it.
static WORD_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':' | b'/' | b'-');
        byte += 1;
    }
    table
};

/// Walks over a line without allocating; what it returns are slices of the line.
#[derive(Debug, Clone)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    /// The text from `start` to here.
    pub(crate) fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    pub(crate) const fn expected<T>(&self, expected: &'static str) -> Result<T, Misspelt> {
        Err(Misspelt { expected, offset: self.at })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over `literal` if it stands here. Inlined, since a comparison with a known length is an instruction or two.
    #[inline(always)]
    pub(crate) fn skip(&mut self, literal: &'static str) -> bool {
        let here = self.text.as_bytes()[self.at..].starts_with(literal.as_bytes());
        if here {
            self.at += literal.len();
        }
        here
    }

    #[inline(always)]
    pub(crate) fn literal(&mut self, literal: &'static str) -> Result<(), Misspelt> {
        if self.skip(literal) { Ok(()) } else { self.expected(literal) }
    }

    pub(crate) fn end(&self) -> Result<(), Misspelt> {
        if self.at == self.text.len() { Ok(()) } else { self.expected("the end of the line") }
    }

    /// A number from 0 to 2^53 - 1 without leading zeros.
    pub(crate) fn unsigned(&mut self) -> Result<u64, Misspelt> {
        let start = self.at;
        let mut value = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            value = value * 10 + u64::from(digit - b'0');
            if value > INTEGER_MAX {
                self.at = start;
                return self.expected("an integer below 2^53");
            }
        }
        let digits = self.at - start;
        if digits == 0 || (digits > 1 && self.text.as_bytes()[start] == b'0') {
            self.at = start;
            return self.expected("an integer without leading zeros");
        }
        Ok(value)
    }

    /// A quoted word, without its quotes.
    pub(crate) fn word(&mut self) -> Result<&'a str, Misspelt> {
        let start = self.at;
        self.literal("\"")?;
        let first = self.at;
        let rest = &self.text.as_bytes()[first..];
        self.at += rest.iter().position(|byte| !WORD_BYTES[usize::from(*byte)]).unwrap_or(rest.len());
        let word = self.since(first);
        if word.is_empty() || word.len() > WORD_MAX || !self.skip("\"") {
            self.at = start;
            return self.expected("a word in quotes: 1 to 128 ASCII letters, digits or `_.:/-`");
        }
        Ok(word)
    }

    /// A quoted string; the result is what stands between the quotes, escapes included.
    pub(crate) fn string(&mut self) -> Result<Quoted<'a>, Misspelt> {
        self.literal("\"")?;
        let first = self.at;
        let mut escaped = false;
        loop {
            self.at += plain_length(&self.text.as_bytes()[self.at..]);
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(_) => return self.expected("an escape instead of a control character"),
                None => return self.expected("a closing quote"),
            }
        }
        let raw = self.since(first);
        self.at += 1;
        Ok(Quoted { raw, escaped })
    }

    /// A quoted string of 44 bytes without escapes: the base64 of 32 bytes, which the caller checks.
    #[inline]
    pub(crate) fn base64_of_32(&mut self) -> Result<&'a str, Misspelt> {
        let inner = self.text.get(self.at + 1..self.at + 45);
        let quotes = |bytes: &[u8]| bytes.get(self.at) == Some(&b'"') && bytes.get(self.at + 45) == Some(&b'"');
        match inner {
            Some(inner) if quotes(self.text.as_bytes()) => {
                self.at += 46;
                Ok(inner)
            }
            _ => self.expected("44 bytes of base64 in quotes"),
        }
    }

    fn escape(&mut self) -> Result<(), Misspelt> {
        let rest = &self.text.as_bytes()[self.at + 1..];
        match *rest {
            [b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't', ..] => self.at += 2,
            [b'u', b'0', b'0', high @ (b'0' | b'1'), low, ..]
                if matches!(low, b'0'..=b'9' | b'a'..=b'f') && !has_short_escape(high, low) =>
            {
                self.at += 6;
            }
            _ => return self.expected("one of the escapes \\\" \\\\ \\b \\f \\n \\r \\t, or \\u00 for other controls"),
        }
        Ok(())
    }

    /// Steps over any value in the strict spelling.
    pub(crate) fn value(&mut self, depth: u32) -> Result<(), Misspelt> {
        match self.peek() {
            Some(b'"') => self.string().map(|_| ()),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'-') => {
                self.at += 1;
                if self.unsigned()? == 0 { self.expected("no minus before zero") } else { Ok(()) }
            }
            Some(b'0'..=b'9') => self.unsigned().map(|_| ()),
            _ if self.skip("true") || self.skip("false") || self.skip("null") => Ok(()),
            _ => self.expected("a JSON value"),
        }
    }

    pub(crate) fn object(&mut self, depth: u32) -> Result<(), Misspelt> {
        self.literal("{")?;
        if self.skip("}") {
            return Ok(());
        }
        if depth == DEPTH_MAX {
            return self.expected("no deeper nesting than 32");
        }
        let mut previous = "";
        loop {
            let key = self.word()?;
            if key <= previous {
                return self.expected("the keys in ascending order, each once");
            }
            previous = key;
            self.literal(":")?;
            self.value(depth + 1)?;
            if self.skip("}") {
                return Ok(());
            }
            self.literal(",")?;
        }
    }

    fn array(&mut self, depth: u32) -> Result<(), Misspelt> {
        self.literal("[")?;
        if self.skip("]") {
            return Ok(());
        }
        if depth == DEPTH_MAX {
            return self.expected("no deeper nesting than 32");
        }
        loop {
            self.value(depth + 1)?;
            if self.skip("]") {
                return Ok(());
            }
            self.literal(",")?;
        }
    }
}

/// `\u0008` has the shorter spelling `\b`, and so on: only one of the two is accepted.
const fn has_short_escape(high: u8, low: u8) -> bool {
    high == b'0' && matches!(low, b'8' | b'9' | b'a' | b'c' | b'd')
}

/// How many bytes stand before the next quote, backslash or control character.
fn plain_length(bytes: &[u8]) -> usize {
    let stops = |byte: u8| u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < 0x20);
    position(bytes, stops).unwrap_or(bytes.len())
}

/// The first byte for which `stops` is not 0. Names are short and texts long: a few bytes one by one, then whole blocks
/// without an early exit, which the compiler turns into vector instructions.
#[inline]
pub(crate) fn position(bytes: &[u8], stops: impl Fn(u8) -> u8) -> Option<usize> {
    const FEW: usize = 12;
    let one_by_one = |bytes: &[u8]| bytes.iter().position(|&byte| stops(byte) != 0);
    let (few, rest) = bytes.split_at(bytes.len().min(FEW));
    if let Some(at) = one_by_one(few) {
        return Some(at);
    }
    let blocks = rest.as_chunks::<32>().0;
    let stopped = |block: &[u8; 32]| block.iter().fold(0, |found, &byte| found | stops(byte)) != 0;
    let passed = blocks.iter().position(stopped).unwrap_or(blocks.len()) * 32;
    one_by_one(&rest[passed..]).map(|at| few.len() + passed + at)
}

/// What stands between two quotes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted<'a> {
    raw: &'a str,
    escaped: bool,
}

impl<'a> Quoted<'a> {
    pub(crate) const fn raw(self) -> &'a str {
        self.raw
    }

    /// The string meant; `buffer` holds it only where there were escapes.
    pub(crate) fn unescape<'b>(self, buffer: &'b mut String) -> &'b str
    where
        'a: 'b,
    {
        if !self.escaped {
            return self.raw;
        }
        buffer.clear();
        let mut rest = self.raw;
        while let Some(at) = position(rest.as_bytes(), |byte| u8::from(byte == b'\\')) {
            buffer.push_str(&rest[..at]);
            let (length, meant) = match rest.as_bytes()[at + 1] {
                b'b' => (2, '\u{8}'),
                b'f' => (2, '\u{c}'),
                b'n' => (2, '\n'),
                b'r' => (2, '\r'),
                b't' => (2, '\t'),
                b'u' => (6, control(&rest[at + 4..at + 6])),
                other => (2, char::from(other)),
            };
            buffer.push(meant);
            rest = &rest[at + length..];
        }
        buffer.push_str(rest);
        buffer
    }
}

fn control(hex: &str) -> char {
    char::from(u8::from_str_radix(hex, 16).expect("the scan accepted two hexadecimal digits"))
}

/// Appends a string in the strict spelling.
pub(crate) fn push_string(out: &mut Vec<u8>, text: &str) {
    if plain_length(text.as_bytes()) == text.len() {
        return push_plain(out, text.as_bytes());
    }
    // serde_json writes exactly the shortest escapes; a vector does not fail.
    serde_json::to_writer(out, text).expect("a string always has a JSON form");
}

/// Appends a string that needs no escape: a word, a time, base64.
pub(crate) fn push_plain(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    out.extend_from_slice(text);
    out.push(b'"');
}

/// Appends a number in decimal digits.
pub(crate) fn push_unsigned(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    loop {
        first -= 1;
        // Below ten, so that the cast keeps it.
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return out.extend_from_slice(&digits[first..]);
        }
    }
}

/// Why a value cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    #[error("expected integers between -(2^53 - 1) and 2^53 - 1, got `{0}`; write other numbers as strings")]
    Number(String),
    #[error("expected keys of 1 to 128 ASCII letters, digits or `_.:/-`, got `{0}`; texts belong into a payload")]
    Key(String),
    #[error("expected no deeper nesting than 32 in `data`; put deep structures into a payload")]
    Depth,
}

/// Appends any value in the strict spelling, keys in ascending order whatever order the map keeps.
pub(crate) fn push_value(out: &mut Vec<u8>, value: &Value, depth: u32) -> Result<(), Unwritable> {
    let nested = |empty: bool| if depth == DEPTH_MAX && !empty { Err(Unwritable::Depth) } else { Ok(()) };
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => push_number(out, number)?,
        Value::String(text) => push_string(out, text),
        Value::Array(items) => {
            nested(items.is_empty())?;
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                push_value(out, item, depth + 1)?;
            }
            out.push(b']');
        }
        Value::Object(members) => {
            nested(members.is_empty())?;
            // serde_json's map is ordered by its keys, unless another crate of the build has it keep another order.
            if members.keys().is_sorted() {
                return push_members(out, members.iter(), depth);
            }
            let mut sorted = members.iter().collect::<Vec<_>>();
            sorted.sort_unstable_by_key(|(key, _)| key.as_str());
            push_members(out, sorted.into_iter(), depth)?;
        }
    }
    Ok(())
}

fn push_members<'a>(
    out: &mut Vec<u8>,
    members: impl Iterator<Item = (&'a String, &'a Value)>,
    depth: u32,
) -> Result<(), Unwritable> {
    out.push(b'{');
    for (index, (key, member)) in members.enumerate() {
        if !is_word(key) {
            return Err(Unwritable::Key(key.chars().take(64).collect()));
        }
        if index > 0 {
            out.push(b',');
        }
        push_plain(out, key.as_bytes());
        out.push(b':');
        push_value(out, member, depth + 1)?;
    }
    out.push(b'}');
    Ok(())
}

fn push_number(out: &mut Vec<u8>, number: &serde_json::Number) -> Result<(), Unwritable> {
    match (number.as_u64(), number.as_i64()) {
        (Some(value), _) if value <= INTEGER_MAX => push_unsigned(out, value),
        (None, Some(value)) if value.unsigned_abs() <= INTEGER_MAX => {
            out.push(b'-');
            push_unsigned(out, value.unsigned_abs());
        }
        (Some(_), _) | (None, _) => return Err(Unwritable::Number(number.to_string())),
    }
    Ok(())
}
