//! A small ledger with fixed keys, salts and times, for tests of every crate that writes or shows one (2-9).
//!
//! The same calls always give the same bytes. It must never be used for a real ledger: its secrets stand here.

use std::{collections::BTreeMap, convert::Infallible};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    Log,
    checkpoint::{Checkpoint, LogKey, SignedCheckpoint, WitnessKey},
    commitment::{Salt, commit},
    epoch,
    export::{Certificate, ErasureProof, Exported, Header, Item, LogKeys, Payload, Payloads, write},
    line::Entry,
    note::VerifierKey,
    proof::inclusion,
    tree::{Frontier, Hash, Leaves, leaf_hash},
};

/// 2026-04-01T00:00:00Z.
const START: i64 = 1_775_001_600_000_000;
const SECOND: i64 = 1_000_000;

/// One of the two logs while it grows. All fields are open, so that a test can tamper with them.
#[derive(Debug)]
pub struct Growing {
    pub key: LogKey,
    /// Of epochs that ended, the newest first.
    pub older: Vec<VerifierKey>,
    pub items: Vec<Item>,
    pub leaves: Vec<Hash>,
    pub frontier: Frontier,
    streams: BTreeMap<String, u64>,
}

impl Growing {
    fn new(log: Log, host: &str) -> Self {
        let secret = Sha256::digest(format!("test key of {log}")).into();
        let key = LogKey::from_secret(&log.origin(host), &secret).expect("the host of a test is a good name");
        let older = Vec::new();
        Self { key, older, items: Vec::new(), leaves: Vec::new(), frontier: Frontier::new(), streams: BTreeMap::new() }
    }

    /// The keys of the first line of an export.
    #[must_use]
    pub fn keys(&self) -> Vec<VerifierKey> {
        [&[self.key.verifier().clone()], &self.older[..]].concat()
    }

    /// The lines without the checkpoints.
    pub fn lines(&self) -> impl Iterator<Item = &Exported> {
        self.items.iter().filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Checkpoint(_) => None,
        })
    }

    pub fn lines_mut(&mut self) -> impl Iterator<Item = &mut Exported> {
        self.items.iter_mut().filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Checkpoint(_) => None,
        })
    }
}

/// Both logs, a witness, a counter that stands for clock and chance.
#[derive(Debug)]
pub struct Ledger {
    pub record: Growing,
    pub certificates: Growing,
    pub witness: WitnessKey,
    ticks: u32,
}

impl Ledger {
    #[must_use]
    pub fn new(host: &str) -> Self {
        let secret = Sha256::digest("test key of the witness").into();
        Self {
            record: Growing::new(Log::Record, host),
            certificates: Growing::new(Log::Certificates, host),
            witness: WitnessKey::from_secret("witness.example", &secret).expect("a good name"),
            ticks: 0,
        }
    }

    #[must_use]
    pub const fn log(&self, log: Log) -> &Growing {
        match log {
            Log::Record => &self.record,
            Log::Certificates => &self.certificates,
        }
    }

    pub const fn log_mut(&mut self, log: Log) -> &mut Growing {
        match log {
            Log::Record => &mut self.record,
            Log::Certificates => &mut self.certificates,
        }
    }

    /// Appends a line and returns its position. In `certificates`, `data` gets the size and root of `record`.
    pub fn append(&mut self, log: Log, stream: &str, kind: &str, mut data: Value, hidden: &[(&str, &[u8])]) -> u64 {
        self.ticks += 1;
        let ticks = self.ticks;
        if log == Log::Certificates {
            let record = &self.record.frontier;
            data["record"] = json!({"size": record.size(), "root": record.root().to_text()});
        }
        let payloads = hidden.iter().map(|(name, bytes)| {
            let salt = Salt::new(Sha256::digest(format!("test salt {ticks} {name}")).into());
            ((*name).to_owned(), Some(Payload { salt, bytes: bytes.to_vec() }))
        });
        let payloads = payloads.collect::<Payloads>();
        let growing = self.log_mut(log);
        let seq = growing.streams.entry(stream.to_owned()).or_insert(0);
        *seq += 1;
        let entry = Entry {
            version: 1,
            pos: growing.frontier.size(),
            at: START + i64::from(ticks) * SECOND + i64::from(ticks % 7),
            stream: stream.to_owned(),
            seq: *seq,
            kind: kind.to_owned(),
            actor: "person:000000000000000000000000000000a1".to_owned(),
            data,
            hidden: payloads
                .iter()
                .filter_map(|(name, payload)| payload.as_ref().map(|p| (name.clone(), commit(&p.salt, &p.bytes))))
                .collect(),
        };
        let line = entry.encode().expect("a test appends good lines");
        let leaf = leaf_hash(&line);
        growing.leaves.push(leaf);
        growing.frontier.push(leaf);
        growing.items.push(Item::Line(Exported { line, leaf, payloads }));
        entry.pos
    }

    /// Takes a payload away and says so on the log `by`.
    pub fn erase(&mut self, by: Log, of: Log, pos: u64, name: &str, reason: &str) {
        let line = self.log_mut(of).lines_mut().nth(usize::try_from(pos).expect("a small log"));
        line.expect("the line is there").payloads.insert(name.to_owned(), None);
        let data = json!({"log": of.name(), "pos": pos, "name": name, "reason": reason});
        self.append(by, "erasures", "payload_erased", data, &[]);
    }

    /// Goes on as after a restore: `ended` is what had been published, of the origin in force first.
    pub fn open_epoch(&mut self, log: Log, digits: u8, ended: &[&Checkpoint]) -> u64 {
        let growing = self.log_mut(log);
        let origin = log.next_origin(growing.key.origin(), [digits; 4]);
        let key = growing.key.under(&origin).expect("an origin is a good name");
        for ended in ended {
            growing.older.insert(0, key.verifier().under(&ended.origin).expect("an origin is a good name"));
        }
        growing.key = key;
        let ended = ended
            .iter()
            .map(|Checkpoint { origin, size, root }| json!({"origin": origin, "size": size, "root": root.to_text()}));
        let data = json!({"origin": origin, "ended": ended.collect::<Vec<_>>()});
        self.append(log, "epoch", epoch::KIND, data, &[])
    }

    /// Signs the present size; the witness cosigns if asked.
    pub fn checkpoint(&mut self, log: Log, cosigned: bool) -> SignedCheckpoint {
        let seconds = u64::try_from(START / SECOND + i64::from(self.ticks)).expect("after 1970");
        let growing = self.log(log);
        let mut signed = growing.key.sign(growing.frontier.size(), growing.frontier.root());
        if cosigned {
            self.witness.cosign(&mut signed, seconds);
        }
        self.log_mut(log).items.push(Item::Checkpoint(signed.to_string()));
        signed
    }

    /// The keys that an auditor has: of both logs and of the witness.
    #[must_use]
    pub fn keys(&self) -> Vec<VerifierKey> {
        let logs = Log::ALL.map(|log| self.log(log).key.verifier().clone());
        logs.into_iter().chain([self.witness.verifier().clone()]).collect()
    }

    #[must_use]
    pub fn header(&self) -> Header {
        let logs = Log::ALL.map(|log| LogKeys { log, keys: self.log(log).keys() });
        Header { logs: logs.to_vec(), witnesses: vec![self.witness.verifier().clone()] }
    }

    /// The bytes of the export of both logs.
    #[must_use]
    pub fn export(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let items = |log| self.log(log).items.iter().cloned().map(Ok::<_, Infallible>);
        let (record, certificates) = (items(Log::Record), items(Log::Certificates));
        write(&mut out, &self.header(), record, certificates, &mut |_| ()).expect("a vector takes all bytes");
        out
    }

    /// The bytes of the export of `certificates` alone, as the public may have it.
    #[must_use]
    pub fn public_export(&self) -> Vec<u8> {
        let mut header = self.header();
        header.logs.remove(0);
        let mut out = Vec::new();
        let items = self.certificates.items.iter().cloned().map(Ok::<_, Infallible>);
        write(&mut out, &header, [], items, &mut |_| ()).expect("a vector takes all bytes");
        out
    }

    /// The certificate of one line under a new checkpoint, with the erasures that concern it.
    #[must_use]
    pub fn certificate(&self, log: Log, pos: u64) -> Certificate {
        let growing = self.log(log);
        let size = growing.frontier.size();
        let prove = |pos| inclusion(&Leaves(&growing.leaves), pos, size).unwrap_or_else(|never| match never {});
        let lines = growing.lines().collect::<Vec<_>>();
        let line = lines[usize::try_from(pos).expect("a small log")];
        let erasures = lines.iter().filter_map(|line| Entry::decode(&line.line).ok().map(|entry| (entry, line)));
        let erasures = erasures.filter(|(entry, _)| {
            entry.kind == "payload_erased" && entry.data["pos"] == pos && entry.data["log"] == log.name()
        });
        let mut signed = growing.key.sign(size, growing.frontier.root());
        self.witness.cosign(&mut signed, 1_775_100_000);
        Certificate {
            log,
            keys: growing.keys(),
            witnesses: vec![self.witness.verifier().clone()],
            line: line.line.clone(),
            payloads: line.payloads.clone(),
            proof: prove(pos),
            erasures: erasures
                .map(|(entry, line)| ErasureProof { line: line.line.clone(), proof: prove(entry.pos) })
                .collect(),
            checkpoint: signed.to_string(),
        }
    }
}

/// A ledger with everything that a file can have: texts, bytes, certificates, checkpoints with and without a witness,
/// payloads erased in both logs, an empty log's checkpoint. `posts` posts make about four lines each.
#[must_use]
pub fn sample(posts: u32) -> Ledger {
    let mut ledger = Ledger::new("shingi.example");
    ledger.checkpoint(Log::Record, false);
    ledger.checkpoint(Log::Certificates, false);
    ledger.append(
        Log::Record,
        "organisation",
        "organisation_founded",
        json!({}),
        &[("details", "信義商事".as_bytes())],
    );
    for number in 0..posts {
        let stream = format!("post:{number:032x}");
        let text = "新しい靴の発売日が決まりました。履き心地と色を、開発した三人が語ります。".repeat(3);
        let text = format!("おはようございます。\n本日の「お知らせ」{number}\t\\ \u{7}です。{text}");
        let account = json!({"account": "account:01", "class": "routine"});
        ledger.append(Log::Record, &stream, "post_drafted", account.clone(), &[]);
        let hidden: [(&str, &[u8]); 2] = [("draft", text.as_bytes()), ("picture", &[0xff, 0xd8, 0, 1])];
        let drafted = ledger.append(Log::Record, &stream, "post_revised", json!({"length": text.len()}), &hidden);
        ledger.append(Log::Record, &stream, "post_approved", json!({"by": ["a", -1, null, true]}), &[("comment", b"")]);
        if number % 3 == 1 {
            ledger.checkpoint(Log::Record, number % 2 == 0);
        }
        if number % 2 == 0 {
            ledger.append(Log::Certificates, &stream, "certificate_issued", account, &[("text", text.as_bytes())]);
            ledger.checkpoint(Log::Certificates, false);
        }
        if number % 4 == 3 {
            ledger.erase(Log::Record, Log::Record, drafted, "draft", "law");
        }
    }
    if posts > 2 {
        ledger.erase(Log::Record, Log::Certificates, 1, "text", "committee");
        ledger.erase(Log::Certificates, Log::Certificates, 1, "text", "committee");
    }
    ledger.append(Log::Record, "organisation", "organisation_changed", json!({}), &[("details", "信義".as_bytes())]);
    ledger.checkpoint(Log::Record, true);
    ledger.append(Log::Certificates, "organisation", "certificate_issued", json!({}), &[]);
    ledger.checkpoint(Log::Certificates, true);
    ledger
}

/// A ledger after a restore, and the checkpoints of what it lost: the longest of `record` last, then one of
/// `certificates`. Both logs go on as new epochs, and `record` lost two epochs beside each other.
#[must_use]
pub fn restored() -> (Ledger, Vec<SignedCheckpoint>) {
    let grown = |origin: Option<u8>, lines: u32| {
        let mut ledger = sample(2);
        if let Some(digits) = origin {
            let last = ledger.checkpoint(Log::Record, false);
            ledger.open_epoch(Log::Record, digits, &[&last.checkpoint]);
        }
        for line in 0..lines {
            ledger.append(Log::Record, "lost", "post_drafted", json!({"line": line}), &[]);
        }
        ledger.append(Log::Certificates, "lost", "certificate_issued", json!({}), &[]);
        (ledger.checkpoint(Log::Record, false), ledger.checkpoint(Log::Certificates, false))
    };
    let ((between, _), (beside, _), (last, certificates)) = (grown(None, 1), grown(Some(1), 2), grown(None, 3));
    let mut ledger = sample(2);
    ledger.open_epoch(Log::Record, 2, &[&last.checkpoint, &beside.checkpoint]);
    ledger.open_epoch(Log::Certificates, 2, &[&certificates.checkpoint]);
    ledger.append(Log::Record, "organisation", "organisation_changed", json!({}), &[("details", "信".as_bytes())]);
    ledger.append(Log::Certificates, "organisation", "certificate_issued", json!({}), &[]);
    for log in Log::ALL {
        ledger.checkpoint(log, true);
    }
    (ledger, vec![between, beside, last, certificates])
}
