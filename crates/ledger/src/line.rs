//! One event, one line: what the bytes of a leaf are (2-9, 1-4).
//!
//! `{"v":1,"pos":0,"at":"2026-04-01T00:00:00.000000Z","stream":"…","seq":1,"type":"…","actor":"…","data":{…},"hidden":{…}}`
//!
//! INVARIANT: the bytes are the truth. They are written once by [`Entry::encode`], stored, hashed and exported as they
//! are, and never encoded again. `docs/ledger-format.md` carries the SHA-256 of this file: whoever changes the file
//! reads the document again. This module must never let a name or a text into a line: those are payloads, and the
//! line has commitments to them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    commitment::{Commitment, is_spelling_of_32, spelling_of},
    json::{INTEGER_MAX, Misspelt, Scan, Unwritable, is_word, push_plain, push_unsigned, push_value},
};

/// Longest line in bytes: entry bundles of tiled logs have 16-bit lengths.
pub const LINE_MAX: usize = 65_535;
/// `seq` of the first line of a stream; the stream's version is the `seq` of its last line.
pub const FIRST_SEQ: u64 = 1;

/// An event as it stands on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Version of the event's kind, at least 1. Old versions are upcast on reading.
    pub version: u16,
    /// Position in the log, from 0, without gaps: the index of the leaf.
    pub pos: u64,
    /// Microseconds since 1970 in UTC, never earlier than the line before.
    pub at: i64,
    pub stream: String,
    /// Number within the stream, from [`FIRST_SEQ`], without gaps.
    pub seq: u64,
    /// The line's `type`.
    pub kind: String,
    pub actor: String,
    /// An object of ids, enums, numbers and hashes.
    pub data: Value,
    pub hidden: BTreeMap<String, Commitment>,
}

/// Why something is not a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    #[error("expected a line of at most 65535 bytes, got {0}; put long lists into a payload")]
    TooLong(usize),
    #[error("expected {field} to be 1 to 128 ASCII letters, digits or `_.:/-`, got `{got}`")]
    Word { field: &'static str, got: String },
    #[error("expected `at` between the years 1970 and 9999, got {0} microseconds")]
    Time(i64),
    #[error("expected {field} from {least} to 2^53 - 1, got {got}")]
    Range { field: &'static str, least: u64, got: u64 },
    #[error("expected `data` to be an object")]
    Data,
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    #[error("expected UTF-8, got other bytes from byte {0} of the line")]
    Utf8(usize),
    #[error(transparent)]
    Misspelt(#[from] Misspelt),
}

impl Entry {
    /// The bytes of the leaf, without a newline. Equal entries give equal bytes, whatever order `data`'s map keeps.
    pub fn encode(&self) -> Result<Vec<u8>, LineError> {
        // Destructured, so that a new field cannot be forgotten.
        let Self { version, pos, at, stream, seq, kind, actor, data, hidden } = self;
        let hidden = hidden.iter().map(|(name, commitment)| (name.as_str(), *commitment)).collect::<Vec<_>>();
        let (version, pos, at, seq, hidden) = (*version, *pos, *at, *seq, &hidden[..]);
        let mut out = Vec::with_capacity(512);
        Parts { version, pos, at, stream, seq, kind, actor, data, hidden }.push(&mut out)?;
        Ok(out)
    }

    /// Accepts exactly the bytes that [`Self::encode`] gives, and no other spelling of the same entry.
    pub fn decode(line: &[u8]) -> Result<Self, LineError> {
        if line.len() > LINE_MAX {
            return Err(LineError::TooLong(line.len()));
        }
        let text = str::from_utf8(line).map_err(|error| LineError::Utf8(error.valid_up_to()))?;
        let mut scan = Scan::new(text);
        let view = LineView::scan(&mut scan)?;
        scan.end()?;
        view.to_entry()
    }
}

/// An [`Entry`] whose parts stand elsewhere: who writes many lines owns neither words nor buffers for each.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    pub version: u16,
    pub pos: u64,
    pub at: i64,
    pub stream: &'a str,
    pub seq: u64,
    pub kind: &'a str,
    pub actor: &'a str,
    pub data: &'a Value,
    /// In ascending order of the names, each once.
    pub hidden: &'a [(&'a str, Commitment)],
}

impl Parts<'_> {
    /// Appends the bytes of the leaf to `out`, without a newline. After an error, what was appended is no line.
    pub fn push(&self, out: &mut Vec<u8>) -> Result<(), LineError> {
        let Self { version, pos, at, stream, seq, kind, actor, data, hidden } = *self;
        for (field, word) in [("`stream`", stream), ("`type`", kind), ("`actor`", actor)] {
            check_word(field, word)?;
        }
        for (field, got, least) in [("`v`", u64::from(version), 1), ("`pos`", pos, 0), ("`seq`", seq, FIRST_SEQ)] {
            if got < least || got > INTEGER_MAX {
                return Err(LineError::Range { field, least, got });
            }
        }
        let time = at_bytes(at).ok_or(LineError::Time(at))?;
        if !data.is_object() {
            return Err(LineError::Data);
        }
        // INVARIANT: names are written as they come, so that their order is the caller's duty.
        assert!(hidden.is_sorted_by(|(one, _), (next, _)| one < next), "the names in `hidden` ascend");
        let start = out.len();
        out.extend_from_slice(b"{\"v\":");
        push_unsigned(out, version.into());
        out.extend_from_slice(b",\"pos\":");
        push_unsigned(out, pos);
        for (label, word) in [(&b",\"at\":"[..], &time[..]), (b",\"stream\":", stream.as_bytes())] {
            out.extend_from_slice(label);
            push_plain(out, word);
        }
        out.extend_from_slice(b",\"seq\":");
        push_unsigned(out, seq);
        for (label, word) in [(&b",\"type\":"[..], kind), (b",\"actor\":", actor)] {
            out.extend_from_slice(label);
            push_plain(out, word.as_bytes());
        }
        out.extend_from_slice(b",\"data\":");
        push_value(out, data, 0)?;
        out.extend_from_slice(b",\"hidden\":{");
        for (index, (name, commitment)) in hidden.iter().enumerate() {
            check_word("a name in `hidden`", name)?;
            if index > 0 {
                out.push(b',');
            }
            push_plain(out, name.as_bytes());
            out.push(b':');
            push_plain(out, &spelling_of(&commitment.0));
        }
        out.extend_from_slice(b"}}");
        let length = out.len() - start;
        if length > LINE_MAX {
            return Err(LineError::TooLong(length));
        }
        debug_assert!(self.is_read_back_from(&out[start..]), "what was written is read back as it was");
        Ok(())
    }

    fn is_read_back_from(&self, line: &[u8]) -> bool {
        let Self { version, pos, at, stream, seq, kind, actor, data, hidden } = *self;
        let (stream, kind, actor, data) = (stream.to_owned(), kind.to_owned(), actor.to_owned(), data.clone());
        let hidden = hidden.iter().map(|(name, commitment)| ((*name).to_owned(), *commitment)).collect();
        Entry::decode(line) == Ok(Entry { version, pos, at, stream, seq, kind, actor, data, hidden })
    }
}

fn check_word(field: &'static str, word: &str) -> Result<(), LineError> {
    if is_word(word) { Ok(()) } else { Err(LineError::Word { field, got: word.chars().take(64).collect() }) }
}

/// A line as slices of its bytes, for reading many quickly.
#[derive(Debug, Clone)]
pub(crate) struct LineView<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) version: u16,
    pub(crate) pos: u64,
    pub(crate) at: &'a str,
    pub(crate) stream: &'a str,
    pub(crate) seq: u64,
    pub(crate) kind: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) data: &'a str,
    hidden: Scan<'a>,
}

impl<'a> LineView<'a> {
    /// Reads one line from where `scan` stands, in full, and leaves `scan` behind it.
    pub(crate) fn scan(scan: &mut Scan<'a>) -> Result<Self, LineError> {
        let start = scan.offset();
        scan.literal("{\"v\":")?;
        let version = match u16::try_from(scan.unsigned()?) {
            Ok(version) if version > 0 => version,
            _ => return scan.expected("a version from 1 to 65535").map_err(LineError::from),
        };
        scan.literal(",\"pos\":")?;
        let pos = scan.unsigned()?;
        scan.literal(",\"at\":")?;
        let at = scan.word()?;
        if at_fields(at).is_none() {
            return scan.expected("a time like `2026-04-01T09:30:00.000000Z` before this").map_err(LineError::from);
        }
        scan.literal(",\"stream\":")?;
        let stream = scan.word()?;
        scan.literal(",\"seq\":")?;
        let seq = scan.unsigned()?;
        if seq < FIRST_SEQ {
            return scan.expected("a number from 1 before this").map_err(LineError::from);
        }
        scan.literal(",\"type\":")?;
        let kind = scan.word()?;
        scan.literal(",\"actor\":")?;
        let actor = scan.word()?;
        scan.literal(",\"data\":")?;
        let data_start = scan.offset();
        scan.object(0)?;
        let data = scan.since(data_start);
        scan.literal(",\"hidden\":{")?;
        let hidden = scan.clone();
        skip_hidden(scan)?;
        scan.literal("}")?;
        let bytes = scan.since(start).as_bytes();
        if bytes.len() > LINE_MAX {
            return Err(LineError::TooLong(bytes.len()));
        }
        Ok(Self { bytes, version, pos, at, stream, seq, kind, actor, data, hidden })
    }

    /// The names in `hidden` with the text of their commitments, in ascending order.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut scan = self.hidden.clone();
        std::iter::from_fn(move || {
            scan.skip(",");
            let name = scan.word().ok()?;
            scan.literal(":").ok()?;
            Some((name, scan.base64_of_32().ok()?))
        })
    }

    pub(crate) fn to_entry(&self) -> Result<Entry, LineError> {
        let commitment = |text| Commitment::from_text(text).expect("the scan accepted it");
        Ok(Entry {
            version: self.version,
            pos: self.pos,
            at: parse_at(self.at).expect("the scan accepted it"),
            stream: self.stream.to_owned(),
            seq: self.seq,
            kind: self.kind.to_owned(),
            actor: self.actor.to_owned(),
            data: serde_json::from_str(self.data).map_err(|_| LineError::Data)?,
            hidden: self.hidden().map(|(name, text)| (name.to_owned(), commitment(text))).collect(),
        })
    }
}

/// Steps over `"name":"commitment",…}`.
fn skip_hidden(scan: &mut Scan<'_>) -> Result<(), Misspelt> {
    if scan.skip("}") {
        return Ok(());
    }
    let mut previous = "";
    loop {
        let name = scan.word()?;
        if name <= previous {
            return scan.expected("the names in ascending order, each once");
        }
        previous = name;
        scan.literal(":")?;
        if !is_spelling_of_32(scan.base64_of_32()?) {
            return scan.expected("a commitment in base64 before this");
        }
        if scan.skip("}") {
            return Ok(());
        }
        scan.literal(",")?;
    }
}

const MICROS_PER_SECOND: i64 = 1_000_000;
const SECONDS_PER_DAY: i64 = 86_400;

/// RFC 3339 in UTC with six digits of the second; `None` outside of the years 1970 to 9999.
#[must_use]
pub fn format_at(micros: i64) -> Option<String> {
    at_bytes(micros).map(|bytes| bytes.into_iter().map(char::from).collect())
}

/// The same without an allocation.
fn at_bytes(micros: i64) -> Option<[u8; 27]> {
    let seconds = micros.div_euclid(MICROS_PER_SECOND);
    let (year, month, day) = civil_from_days(seconds.div_euclid(SECONDS_PER_DAY));
    if !(1970..=9999).contains(&year) {
        return None;
    }
    let second = seconds.rem_euclid(SECONDS_PER_DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let mut bytes = *b"0000-00-00T00:00:00.000000Z";
    let fraction = micros.rem_euclid(MICROS_PER_SECOND);
    let fields = [(0..4, year), (5..7, month), (8..10, day), (11..13, hour), (14..16, minute), (17..19, second)];
    for (place, mut value) in fields.into_iter().chain([(20..26, fraction)]) {
        for digit in bytes[place].iter_mut().rev() {
            // Below ten, so that the cast keeps it.
            *digit += (value % 10) as u8;
            value /= 10;
        }
    }
    Some(bytes)
}

/// The one spelling that [`format_at`] gives, and nothing else.
#[must_use]
pub fn parse_at(text: &str) -> Option<i64> {
    let [year, month, day, hour, minute, second, fraction] = at_fields(text)?;
    let days = days_from_civil(year, month, day);
    Some(((days * 24 + hour) * 3600 + minute * 60 + second) * MICROS_PER_SECOND + fraction)
}

/// Year, month, day, hour, minute, second and microseconds, each within its range.
fn at_fields(text: &str) -> Option<[i64; 7]> {
    let bytes: &[u8; 27] = text.as_bytes().try_into().ok()?;
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (26, b'Z')];
    if marks.iter().any(|&(index, mark)| bytes[index] != mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to]
            .iter()
            .try_fold(0_i64, |value, &digit| digit.is_ascii_digit().then(|| value * 10 + i64::from(digit - b'0')))
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second, fraction) = (number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 26)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let good = year >= 1970 && (1..=days).contains(&day) && hour < 24 && minute < 60 && second < 60;
    good.then_some([year, month, day, hour, minute, second, fraction])
}

/// Days since 1970-01-01 to year, month, day of the Gregorian calendar, counted in eras of 400 years from 1 March.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests;
