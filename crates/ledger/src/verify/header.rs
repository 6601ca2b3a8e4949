//! The first line of an export, and what a certificate shares with it: keys and lists of strings (2-9).

use super::Reason;
use crate::{
    Log,
    json::{Misspelt, Scan},
    note::{KeyKind, VerifierKey},
};

/// Which logs the file has, and whose signatures are on their checkpoints.
pub(super) struct Header {
    pub(super) logs: Vec<(Log, Vec<VerifierKey>)>,
    pub(super) witnesses: Vec<VerifierKey>,
}

impl Header {
    pub(super) fn scan(text: &str) -> Result<Self, Reason> {
        let mut scan = Scan::new(text);
        scan.literal("{\"shingi\":\"export\",\"v\":1,\"logs\":[")?;
        let mut logs = Vec::new();
        for log in Log::ALL {
            let comma = if logs.is_empty() { "" } else { "," };
            let start = match log {
                Log::Record => "{\"log\":\"record\",\"keys\":",
                Log::Certificates => "{\"log\":\"certificates\",\"keys\":",
            };
            let mut ahead = scan.clone();
            if ahead.skip(comma) && ahead.skip(start) {
                logs.push((log, scan_keys(&mut ahead, KeyKind::Log)?));
                ahead.literal("}")?;
                scan = ahead;
            }
        }
        if logs.is_empty() {
            return scan.expected("`record`, `certificates`, or both in this order").map_err(Reason::from);
        }
        scan.literal("],\"witnesses\":")?;
        let witnesses = scan_keys(&mut scan, KeyKind::Witness)?;
        scan.literal("}")?;
        scan.end()?;
        if let [(_, record), (_, certificates)] = &logs[..]
            && let Some(both) = record.iter().find(|key| certificates.iter().any(|other| other.name() == key.name()))
        {
            return Err(Reason::Keys(format!("both logs have the origin `{}`", both.name())));
        }
        Ok(Self { logs, witnesses })
    }
}

/// A list of keys, all of one kind; those of a log are not empty, the name of the first is its origin, and other names
/// are those of epochs that ended.
pub(super) fn scan_keys(scan: &mut Scan<'_>, kind: KeyKind) -> Result<Vec<VerifierKey>, Reason> {
    let mut keys = Vec::<VerifierKey>::new();
    for text in scan_strings(scan)? {
        let key = VerifierKey::parse(&text).map_err(|error| Reason::Keys(error.to_string()))?;
        if key.kind() != kind {
            return Err(Reason::Keys(format!("`{text}` is not the key of a {}", kind_name(kind))));
        }
        keys.push(key);
    }
    if kind == KeyKind::Log && keys.is_empty() {
        return Err(Reason::Keys("a log has no key".to_owned()));
    }
    Ok(keys)
}

const fn kind_name(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Log => "log",
        KeyKind::Witness => "witness",
    }
}

pub(super) fn scan_strings(scan: &mut Scan<'_>) -> Result<Vec<String>, Misspelt> {
    let mut strings = Vec::new();
    scan.literal("[")?;
    while !scan.skip("]") {
        if !strings.is_empty() {
            scan.literal(",")?;
        }
        strings.push(scan.string()?.unescape(&mut String::new()).to_owned());
    }
    Ok(strings)
}
