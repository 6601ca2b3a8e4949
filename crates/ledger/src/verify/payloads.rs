//! Compares the payloads beside a line with the commitments on it, in one pass and without a copy (1-4, 2-9).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;

use super::Reason;
use crate::{
    Log,
    commitment::{Salt, commit, is_spelling_of},
    json::Scan,
    line::{Entry, LineView},
    tree::Hash,
};

/// Buffers that are used again for every line.
#[derive(Default)]
pub(super) struct Scratch {
    text: String,
    bytes: Vec<u8>,
}

/// Steps over `{"name":{"salt":…,"text":…},"erased":null}`, which must have the names of the line's `hidden` in the
/// same order. Tells the names without payload and returns how many payloads matched.
pub(super) fn check(
    scan: &mut Scan<'_>,
    line: &LineView<'_>,
    scratch: &mut Scratch,
    mut missing: impl FnMut(&str),
) -> Result<u64, Reason> {
    scan.literal("{")?;
    let mut matched = 0;
    for (index, (name, commitment)) in line.hidden().enumerate() {
        let absent = || Reason::PayloadMissing(name.to_owned());
        if index > 0 && !scan.skip(",") {
            return Err(absent());
        }
        if scan.word().ok() != Some(name) {
            return Err(absent());
        }
        scan.literal(":")?;
        if scan.skip("null") {
            missing(name);
            continue;
        }
        check_one(scan, name, commitment, scratch)?;
        matched += 1;
    }
    scan.literal("}")?;
    Ok(matched)
}

fn check_one(scan: &mut Scan<'_>, name: &str, commitment: &str, scratch: &mut Scratch) -> Result<(), Reason> {
    scan.literal("{\"salt\":")?;
    let Some(salt) = Salt::from_text(scan.base64_of_32()?) else {
        return scan.expected("a salt of 32 bytes in base64 before this").map_err(Reason::from);
    };
    let payload = if scan.skip(",\"text\":") {
        scan.string()?.unescape(&mut scratch.text).as_bytes()
    } else {
        scan.literal(",\"base64\":")?;
        scratch.bytes.clear();
        if STANDARD.decode_vec(scan.string()?.raw(), &mut scratch.bytes).is_err() {
            return scan.expected("base64 before this").map_err(Reason::from);
        }
        if str::from_utf8(&scratch.bytes).is_ok() {
            return Err(Reason::PayloadSpelling(name.to_owned()));
        }
        &scratch.bytes
    };
    scan.literal("}")?;
    if is_spelling_of(&commit(&salt, payload).0, commitment) { Ok(()) } else { Err(Reason::Payload(name.to_owned())) }
}

/// A line of this kind says that a payload was erased.
pub(super) const ERASURE: &str = "payload_erased";

/// What an erasure says: `data` names `log`, `pos` and `name`; the reason is a word in `data` or a payload `reason`.
pub(super) struct Erasure {
    pub(super) log: Log,
    pub(super) pos: u64,
    pub(super) name: String,
    pub(super) reason: Option<String>,
}

impl Erasure {
    pub(super) fn read(entry: &Entry) -> Option<Self> {
        let Entry { data, hidden, .. } = entry;
        let reason = data["reason"].as_str().filter(|reason| !reason.is_empty()).map(str::to_owned);
        if reason.is_none() && !hidden.contains_key("reason") {
            return None;
        }
        Some(Self {
            log: Log::from_name(data["log"].as_str()?)?,
            pos: data["pos"].as_u64()?,
            name: data["name"].as_str()?.to_owned(),
            reason,
        })
    }
}

/// The size and root of `record` that a line of `certificates` names.
pub(super) fn named_record(line: &LineView<'_>) -> Option<(u64, Hash)> {
    #[derive(Deserialize)]
    struct Data<'a> {
        #[serde(borrow)]
        record: Named<'a>,
    }
    #[derive(Deserialize)]
    struct Named<'a> {
        size: u64,
        root: &'a str,
    }
    let Data { record } = serde_json::from_str::<Data<'_>>(line.data).ok()?;
    Some((record.size, Hash::from_text(record.root)?))
}
