//! Whatever is changed is detected and named, by this crate and by `scripts/verify.py` at the same line (2-9).
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use common::{
    Answer, Lines, Question, answer, folder, judge, last_checkpoint, other_key, rebuild, replace_in_line, run_python,
    run_python_many, same_keys,
};
use shingi_ledger::{
    Log,
    checkpoint::{LogKey, SignedCheckpoint},
    export::Item,
    testing::{self, Ledger},
    tree::{Frontier, Hash},
    verify::{Options, Unreadable},
};

/// One file, what is asked about it, and what the answer must be.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    options: Options,
    expected: Expected,
}

enum Expected {
    Holds,
    /// At this line of the file, for the reason of this code.
    Fault(usize, &'static str),
    Unreadable,
}

struct Table {
    cases: Vec<Case>,
    good: Lines,
    ledger: Ledger,
}

impl Table {
    fn add(&mut self, name: &'static str, bytes: Vec<u8>, options: Options, expected: Expected) {
        assert!(self.cases.iter().all(|case| case.name != name), "{name} twice");
        self.cases.push(Case { name, bytes, options, expected });
    }

    fn options(&self) -> Options {
        Options { keys: self.ledger.keys(), checkpoints: Vec::new() }
    }

    fn kept(&self, checkpoints: &[SignedCheckpoint]) -> Options {
        Options { checkpoints: checkpoints.to_vec(), ..self.options() }
    }

    /// A change to the lines of the good export, found at the line with this index.
    fn tamper(&mut self, name: &'static str, code: &'static str, change: impl FnOnce(&mut Lines) -> usize) {
        let mut lines = self.good.clone();
        let index = change(&mut lines);
        assert_ne!(lines.bytes(), self.good.bytes(), "{name} changes nothing");
        let options = self.options();
        self.add(name, lines.bytes(), options, Expected::Fault(index + 1, code));
    }

    fn replace(&mut self, name: &'static str, code: &'static str, needle: &str, nth: usize, from: &str, to: &str) {
        self.tamper(name, code, |lines| {
            let index = lines.find(needle, nth);
            lines.replace(index, from, to);
            index
        });
    }
}

const REVISED: &str = "\"type\":\"post_revised\"";
const RECORD: &str = "{\"record\":";
const CERTIFICATES: &str = "{\"certificates\":";
const RECORD_NOTE: &str = "{\"checkpoint\":\"record\"";
const CERTIFICATES_NOTE: &str = "{\"checkpoint\":\"certificates\"";

fn table() -> Table {
    let ledger = testing::sample(4);
    let good = Lines::of(&ledger.export());
    let mut table = Table { cases: Vec::new(), good, ledger };
    good_files(&mut table);
    changed_lines(&mut table);
    moved_lines(&mut table);
    changed_checkpoints(&mut table);
    changed_frames(&mut table);
    forgers(&mut table);
    kept_elsewhere(&mut table);
    certificates(&mut table);
    table
}

fn good_files(table: &mut Table) {
    let (export, public) = (table.ledger.export(), table.ledger.public_export());
    table.add("good", export.clone(), table.options(), Expected::Holds);
    table.add("good-without-key", export.clone(), Options::default(), Expected::Holds);
    table.add("good-public", public, table.options(), Expected::Holds);
    let both = Log::ALL.map(|log| last_checkpoint(&table.ledger, log));
    table.add("good-with-kept-checkpoints", export, table.kept(&both), Expected::Holds);
    table.add("good-empty", Ledger::new("shingi.example").export(), Options::default(), Expected::Holds);
    table.add("good-larger", testing::sample(30).export(), table.options(), Expected::Holds);
    for (name, log, pos) in [
        ("good-certificate", Log::Certificates, 0),
        ("good-certificate-erased", Log::Certificates, 1),
        ("good-certificate-of-record", Log::Record, 2),
    ] {
        table.add(name, table.ledger.certificate(log, pos).to_bytes(), table.options(), Expected::Holds);
    }
}

fn changed_lines(table: &mut Table) {
    table.replace("an-actor", "leaf", REVISED, 0, "a1\",\"data", "a2\",\"data");
    table.replace("a-number", "leaf", REVISED, 1, "\"length\":", "\"length\":1");
    table.replace("a-time", "leaf", REVISED, 1, "2026-04-01T", "2026-04-02T");
    table.replace("a-time-backwards", "clock", REVISED, 1, "2026-04-01T", "2026-03-01T");
    table.replace("no-date", "line", REVISED, 1, "2026-04-01T", "2026-02-29T");
    table.replace("a-stream", "sequence", REVISED, 1, "\"stream\":\"post:0", "\"stream\":\"post:1");
    table.replace("a-number-in-the-stream", "sequence", REVISED, 1, "\"seq\":2", "\"seq\":3");
    table.replace("a-type", "leaf", REVISED, 2, "post_revised", "post_approved");
    table.replace("a-commitment", "line", REVISED, 2, "\"hidden\":{\"draft\":\"", "\"hidden\":{\"draft\":\"A");
    table.replace("a-name-in-hidden", "leaf", REVISED, 2, "\"hidden\":{\"draft", "\"hidden\":{\"craft");
    table.replace("a-space", "line", REVISED, 1, "\"data\":{", "\"data\":{ ");
    table.replace("a-needless-escape", "line", REVISED, 1, "\"data\":{\"length", "\"data\":{\"\\u006cength");
    table.replace("a-float", "line", REVISED, 1, ",\"hidden", ".0,\"hidden");
    table.replace("a-key-twice", "line", REVISED, 1, "{\"length\":", "{\"length\":1,\"length\":");
    table.replace("no-object", "line", REVISED, 1, "\"data\":{", "\"data\":[");
    table.replace("a-hash-beside", "spelling", REVISED, 1, "\"leaf\":\"", "\"leaf\":\"A");
    table.replace("a-payload", "payload", REVISED, 1, "「お知らせ」", "「お知らせ」!");
    table.replace("a-payload-normalised", "payload", REVISED, 1, "お知らせ", "お知ら\u{305b}\u{200b}");
    table.replace("a-salt", "spelling", REVISED, 1, "\"draft\":{\"salt\":\"", "\"draft\":{\"salt\":\"A");
    table.replace("bytes", "payload", REVISED, 1, "\"base64\":\"/9gAAQ==\"", "\"base64\":\"/9gAAA==\"");
    table.replace("bytes-spelt-otherwise", "spelling", REVISED, 1, "/9gAAQ==", "/9gAAR==");
    table.replace("text-as-base64", "payload-spelling", "post_approved", 0, "\"text\":\"\"", "\"base64\":\"\"");
    table.replace("a-payload-more", "spelling", "post_drafted", 1, "\"payloads\":{", "\"payloads\":{\"x\":null");
    table.replace("a-new-field", "spelling", REVISED, 1, ",\"leaf\"", ",\"x\":1,\"leaf\"");
    table.tamper("a-payload-nulled", "payload-missing", |lines| {
        let index = lines.find("post_approved", 2);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let payload = line.split_once("\"comment\":{").unwrap().1.split_once('}').unwrap().0.to_owned();
        lines.replace(index, &format!("{{{payload}}}"), "null");
        index
    });
    table.tamper("a-payload-left-out", "payload-missing", |lines| {
        let index = lines.find("post_approved", 2);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let payloads = line.split_once("\"payloads\":").unwrap().1.to_owned();
        lines.replace(index, &payloads, "{}}\n");
        index
    });
    table.tamper("not-utf8", "utf8", |lines| {
        let index = lines.find(REVISED, 1);
        let at = lines.0[index].len() / 2;
        lines.0[index][at] = 0xff;
        index
    });
    table.tamper("a-carriage-return", "spelling", |lines| {
        let index = lines.find(REVISED, 1);
        let at = lines.0[index].len() - 1;
        lines.0[index].insert(at, b'\r');
        index
    });
    table.tamper("a-newline-in-a-line", "spelling", |lines| {
        let index = lines.find(REVISED, 1);
        let at = String::from_utf8_lossy(&lines.0[index]).find(",\"leaf\"").unwrap();
        lines.0[index].insert(at, b'\n');
        index
    });
}

fn moved_lines(table: &mut Table) {
    table.tamper("a-line-deleted", "position", |lines| {
        let index = lines.find(REVISED, 1);
        lines.0.remove(index);
        index
    });
    table.tamper("the-first-line-deleted", "position", |lines| {
        let index = lines.find(RECORD, 0);
        lines.0.remove(index);
        index
    });
    table.tamper("two-lines-swapped", "position", |lines| {
        let index = lines.find(REVISED, 1);
        lines.0.swap(index, index + 1);
        index
    });
    table.tamper("a-line-twice", "position", |lines| {
        let index = lines.find(REVISED, 1);
        lines.0.insert(index, lines.0[index].clone());
        index + 1
    });
    table.tamper("a-certificate-later", "certificate-place", |lines| {
        let index = lines.find(CERTIFICATES, 0);
        let note = lines.0.remove(index + 1);
        lines.0.swap(index, index + 1);
        lines.0.insert(index + 2, note);
        index + 1
    });
    table.tamper("a-certificate-deleted", "checkpoint-place", |lines| {
        let index = lines.find(CERTIFICATES, 1);
        lines.0.remove(index);
        index
    });
    table.tamper("a-checkpoint-before-its-line", "checkpoint-place", |lines| {
        let index = lines.find(RECORD_NOTE, 1);
        lines.0.swap(index - 1, index);
        index - 1
    });
    table.tamper("a-checkpoint-twice", "checkpoint-order", |lines| {
        let index = lines.find(RECORD_NOTE, 1);
        lines.0.insert(index, lines.0[index].clone());
        index + 1
    });
    table.tamper("the-first-checkpoints-swapped", "checkpoint-order", |lines| {
        lines.0.swap(1, 2);
        2
    });
    table.tamper("a-line-in-the-other-log", "position", |lines| {
        let index = lines.find(REVISED, 1);
        lines.replace(index, "{\"record\":", "{\"certificates\":");
        index
    });
    table.tamper("an-erasure-deleted", "position", |lines| {
        let index = lines.find("payload_erased", 0);
        lines.0.remove(index);
        index
    });
}

fn changed_checkpoints(table: &mut Table) {
    table.replace("a-size", "signature", RECORD_NOTE, 1, "\\n7\\n", "\\n6\\n");
    table.replace("an-origin", "origin", RECORD_NOTE, 1, "shingi.example/record\\n", "shingi.example/rekord\\n");
    table.replace("a-dash", "checkpoint", RECORD_NOTE, 1, "— ", "- ");
    table.replace("a-signers-name", "signature-unknown", RECORD_NOTE, 1, "— shingi.", "— thingi.");
    table.replace("another-logs-note", "origin", RECORD_NOTE, 1, RECORD_NOTE, CERTIFICATES_NOTE);
    table.tamper("a-signature", "signature", |lines| {
        let index = lines.find(RECORD_NOTE, 1);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let at = line.rfind('\\').unwrap() - 20;
        lines.0[index][at] = if lines.0[index][at] == b'A' { b'B' } else { b'A' };
        index
    });
    table.tamper("a-cosignature", "signature", |lines| {
        let index = lines.find("witness.example", 1);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let at = line.rfind('\\').unwrap() - 20;
        lines.0[index][at] = if lines.0[index][at] == b'A' { b'B' } else { b'A' };
        index
    });
    table.tamper("a-signature-taken-away", "checkpoint", |lines| {
        let index = lines.find(RECORD_NOTE, 1);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let signature = line.split_once("— ").unwrap().1.split_once("\\n").unwrap().0.to_owned();
        lines.replace(index, &format!("— {signature}\\n"), "");
        index
    });
    table.tamper("only-the-witness-signed", "unsigned", |lines| {
        let index = lines.find("witness.example ", 0);
        let line = String::from_utf8(lines.0[index].clone()).unwrap();
        let signature = line.split_once("— ").unwrap().1.split_once("\\n").unwrap().0.to_owned();
        lines.replace(index, &format!("— {signature}\\n"), "");
        index
    });
    table.tamper("the-last-checkpoint-deleted", "unsigned-tail", |lines| {
        let index = lines.0.len() - 2;
        lines.0.remove(index);
        index
    });
}

fn changed_frames(table: &mut Table) {
    table.replace("a-key", "keys", "shingi", 0, "shingi.example/record+", "shingi.exampel/record+");
    table.replace("a-witness", "keys", "shingi", 0, "\"witnesses\":[\"w", "\"witnesses\":[\"v");
    table.replace("no-logs", "spelling", "shingi", 0, "\"logs\":[", "\"logs\":[],\"x\":[");
    table.replace("a-count", "counts", "{\"end\"", 0, "\"certificates\":", "\"certificates\":1");
    table.tamper("cut-in-a-line", "no-newline", |lines| {
        let index = lines.find(REVISED, 2);
        lines.0.truncate(index + 1);
        lines.0[index].truncate(60);
        index
    });
    table.tamper("cut-between-lines", "cut", |lines| {
        let index = lines.find(REVISED, 2);
        lines.0.truncate(index);
        index
    });
    table.tamper("the-last-newline", "no-newline", |lines| {
        let index = lines.0.len() - 1;
        lines.0[index].pop();
        index
    });
    table.tamper("something-behind-the-end", "trailing", |lines| {
        lines.0.push(b"\n".to_vec());
        lines.0.len() - 1
    });
    table.tamper("an-empty-line", "spelling", |lines| {
        lines.0.insert(5, b"\n".to_vec());
        5
    });
    for (name, bytes) in [
        ("empty-file", &b""[..]),
        ("another-file", b"%PDF-1.7\n"),
        ("a-newer-version", b"{\"shingi\":\"export\",\"v\":2,\"logs\":[]}\n"),
        ("another-kind", b"{\"shingi\":\"backup\",\"v\":1}\n"),
    ] {
        table.add(name, bytes.to_vec(), Options::default(), Expected::Unreadable);
    }
}

/// Somebody rewrites lines and everything that can be computed from them.
fn forgers(table: &mut Table) {
    table.tamper("rewritten-with-its-hash", "root", |lines| {
        let index = lines.find(REVISED, 2);
        lines.forge(index, "a1\",\"data", "a2\",\"data");
        // The next that states a root is the certificate of the third post.
        lines.find(CERTIFICATES, 1)
    });
    let case = table.cases.last_mut().unwrap();
    case.expected = Expected::Fault(table.good.find(CERTIFICATES, 1) + 1, "certificate-root");
    table.tamper("rewritten-before-a-checkpoint", "root", |lines| {
        let index = lines.find(REVISED, 1);
        lines.forge(index, "a1\",\"data", "a2\",\"data");
        lines.find(RECORD_NOTE, 1)
    });
    table.tamper("a-payload-and-its-commitment-rewritten", "root", |lines| {
        let index = lines.find("post_approved", 1);
        lines.forge(index, ",\"hidden\":{\"comment\":", ",\"hidden\":{\"command\":");
        lines.replace(index, "\"payloads\":{\"comment\":", "\"payloads\":{\"command\":");
        lines.find(RECORD_NOTE, 1)
    });
    table.tamper("an-erasure-of-what-is-there", "erasure-of-nothing", |lines| {
        let index = lines.find("payload_erased", 0);
        lines.forge(index, "\"name\":\"draft\"", "\"name\":\"picture\"");
        index
    });
    table.tamper("an-erasure-without-a-reason", "erasure-form", |lines| {
        let index = lines.find("payload_erased", 0);
        lines.forge(index, "\"reason\":\"law\"", "\"reason\":\"\"");
        index
    });
    table.tamper("a-certificate-of-nothing", "certificate-form", |lines| {
        let index = lines.find(CERTIFICATES, 0);
        lines.forge(index, "\"record\":{\"root\"", "\"recorb\":{\"root\"");
        index
    });
    table.tamper("a-certificate-of-another-size", "certificate-place", |lines| {
        let index = lines.find(CERTIFICATES, 0);
        lines.forge(index, "\"size\":4", "\"size\":3");
        index
    });

    let mut ledger = testing::sample(4);
    replace_in_line(ledger.record.lines_mut().nth(2).unwrap(), "a1\",\"data", "a2\",\"data");
    rebuild(&mut ledger, Log::ALL.map(other_key));
    let first_note = Lines::of(&ledger.export()).find(RECORD_NOTE, 0) + 1;
    let expected = Expected::Fault(first_note, "signer-not-given");
    table.add("rewritten-and-signed-with-another-key", ledger.export(), table.options(), expected);
    // Without a key nobody can tell whose file it is; with the right root of another log the certificates disagree.
    let bytes = Lines::of(&ledger.export());
    let expected = Expected::Fault(bytes.find(CERTIFICATES, 0) + 1, "certificate-root");
    table.add("rewritten-without-the-certificates", bytes.bytes(), Options::default(), expected);
}

/// Rewrites the actor of one line of `record` and all that follows from it, with the log's own keys.
fn rewritten_by_the_owner() -> Ledger {
    let mut ledger = testing::sample(4);
    replace_in_line(ledger.record.lines_mut().nth(6).unwrap(), "a1\",\"data", "a2\",\"data");
    let keys = same_keys(&ledger);
    rebuild(&mut ledger, keys);
    // The certificates name roots of `record`, so that they are rewritten too.
    let leaves = ledger.record.leaves.clone();
    for line in ledger.certificates.lines_mut() {
        let value = serde_json::from_slice::<serde_json::Value>(&line.line).unwrap();
        let record = &value["data"]["record"];
        let size = record["size"].as_u64().unwrap() as usize;
        let mut frontier = Frontier::new();
        leaves[..size].iter().for_each(|leaf| frontier.push(*leaf));
        replace_in_line(line, record["root"].as_str().unwrap(), &frontier.root().to_text());
    }
    let keys = same_keys(&ledger);
    rebuild(&mut ledger, keys);
    ledger
}

fn root_below(ledger: &Ledger, size: usize) -> Hash {
    let mut frontier = Frontier::new();
    ledger.certificates.leaves[..size].iter().for_each(|leaf| frontier.push(*leaf));
    frontier.root()
}

/// Somebody who holds the key, the clock and the disk: only a checkpoint kept elsewhere tells.
fn kept_elsewhere(table: &mut Table) {
    let rewritten = rewritten_by_the_owner().export();
    table.add("rewritten-by-the-owner", rewritten.clone(), table.options(), Expected::Holds);
    let kept = table.kept(&[last_checkpoint(&table.ledger, Log::Record)]);
    let end = Lines::of(&rewritten).find("organisation_changed", 0) + 1;
    table.add(
        "rewritten-by-the-owner-against-a-checkpoint",
        rewritten.clone(),
        kept,
        Expected::Fault(end, "outside-root"),
    );
    let notes = [1, 2].map(|nth| {
        let line = &table.good.0[table.good.find(RECORD_NOTE, nth)];
        let value = serde_json::from_slice::<serde_json::Value>(line).unwrap();
        SignedCheckpoint::parse(value["note"].as_str().unwrap()).unwrap()
    });
    let line = Lines::of(&rewritten).find("\"pos\":6", 0) + 1;
    let kept = table.kept(&notes);
    assert_eq!(notes[0].checkpoint.size, 7, "the line 6 is the last below this checkpoint");
    table.add("rewritten-against-the-nearest-checkpoint", rewritten, kept, Expected::Fault(line, "outside-root"));

    // Without its last line and checkpoint, `certificates` is what it was earlier.
    let mut cut = testing::sample(4);
    cut.certificates.items.truncate(cut.certificates.items.len() - 2);
    cut.certificates.items.push(Item::Checkpoint(cut.certificates.key.sign(3, root_below(&cut, 3)).to_string()));
    let cut = cut.export();
    let end = Lines::of(&cut).0.len();
    let kept = table.kept(&[last_checkpoint(&table.ledger, Log::Certificates)]);
    table.add("certificates-cut-clean", cut.clone(), table.options(), Expected::Holds);
    table.add("certificates-cut-against-a-checkpoint", cut, kept, Expected::Fault(end, "outside-longer"));

    let old = testing::sample(2);
    let old_bytes = old.export();
    let end = Lines::of(&old_bytes).0.len();
    let mut newer = testing::sample(2);
    newer.append(Log::Record, "organisation", "organisation_changed", serde_json::json!({}), &[]);
    let kept = table.kept(&[newer.checkpoint(Log::Record, false)]);
    table.add("an-older-database", old_bytes.clone(), table.options(), Expected::Holds);
    table.add("an-older-database-against-a-checkpoint", old_bytes, kept, Expected::Fault(end, "outside-longer"));

    let good = table.good.bytes();
    let foreign = LogKey::from_secret("other.example/record", &[1; 32]).unwrap().sign(3, Hash([1; 32]));
    table.add("a-checkpoint-of-another-log", good.clone(), table.kept(&[foreign]), Expected::Unreadable);
    let mut spoilt = last_checkpoint(&table.ledger, Log::Record);
    spoilt.note.signatures[0].bytes[5] ^= 1;
    table.add("a-spoilt-checkpoint", good.clone(), table.kept(&[spoilt]), Expected::Unreadable);
    let keys = vec![table.ledger.record.key.verifier().clone()];
    let only_record = Options { keys, ..Options::default() };
    let line = table.good.find(CERTIFICATES_NOTE, 0) + 1;
    table.add("the-key-of-one-log-only", good, only_record, Expected::Fault(line, "signer-not-given"));
}

fn certificates(table: &mut Table) {
    let good = Lines::of(&table.ledger.certificate(Log::Certificates, 0).to_bytes());
    let erased = Lines::of(&table.ledger.certificate(Log::Certificates, 1).to_bytes());
    let mut change = |name, code, lines: &Lines, from: &str, to: &str| {
        let mut lines = lines.clone();
        lines.replace(0, from, to);
        let options = table.options();
        table.add(name, lines.bytes(), options, Expected::Fault(1, code));
    };
    change("certificate-line", "proof", &good, "a1\",\"data", "a2\",\"data");
    change("certificate-text", "payload", &good, "本日", "明日");
    change(
        "certificate-payload-nulled",
        "payload-missing",
        &good,
        "\"payloads\":{\"text\":{",
        "\"payloads\":{\"test\":{",
    );
    change(
        "certificate-proof",
        "proof",
        &good,
        "\"proof\":[\"",
        "\"proof\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"",
    );
    change("certificate-proof-spelling", "spelling", &good, "\"proof\":[\"", "\"proof\":[\"A");
    change("certificate-size", "signature", &good, "/certificates\\n", "/certificates\\n1");
    change("certificate-log", "origin", &good, "example/certificates\\n", "example/certificateS\\n");
    change("certificate-position", "proof", &good, "\"pos\":0", "\"pos\":1");
    change("certificate-position-behind", "proof", &good, "\"pos\":0", "\"pos\":9");
    change("certificate-space", "spelling", &good, "\"log\":", "\"log\": ");
    change("certificate-erasure-of-another", "erasure-proof", &erased, "\"pos\":1,\"reason", "\"pos\":0,\"reason");
    change("certificate-erasure-left-out", "payload-missing", &erased, "\"erasures\":[{", "\"erasures\":[],\"x\":[{");
    table.cases.last_mut().unwrap().expected = Expected::Fault(1, "spelling");
    let mut without = table.ledger.certificate(Log::Certificates, 1);
    without.erasures.clear();
    let options = table.options();
    table.add("certificate-without-its-erasure", without.to_bytes(), options, Expected::Fault(1, "payload-missing"));
    let mut longer = good.clone();
    longer.0.push(b"\n".to_vec());
    table.add("certificate-and-more", longer.bytes(), table.options(), Expected::Fault(2, "trailing"));
    let mut forged = table.ledger.certificate(Log::Certificates, 0);
    forged.checkpoint = other_key(Log::Certificates).sign(5, Hash([5; 32])).to_string();
    table.add("certificate-of-a-stranger", forged.to_bytes(), table.options(), Expected::Fault(1, "signature-unknown"));
    let kept = table.kept(&[last_checkpoint(&table.ledger, Log::Certificates)]);
    table.add("certificate-and-a-kept-checkpoint", good.bytes(), kept, Expected::Holds);
    let size = table.ledger.certificates.frontier.size();
    let other = table.ledger.certificates.key.sign(size, Hash([7; 32]));
    let kept = table.kept(&[other]);
    table.add("certificate-against-a-kept-checkpoint", good.bytes(), kept, Expected::Fault(1, "outside-root"));
}

#[test]
fn every_tampering_of_the_table_is_detected_and_named() {
    let table = table();
    assert!(table.cases.len() >= 90, "{}", table.cases.len());
    let mut wrong = Vec::new();
    for Case { name, bytes, options, expected } in &table.cases {
        let judged = judge(bytes, options);
        let right = match (&judged, expected) {
            (Ok(verdict), Expected::Holds) => verdict.holds(),
            (Ok(verdict), Expected::Fault(line, code)) => {
                verdict.fault.as_ref().is_some_and(|fault| fault.line == *line as u64 && fault.reason.code() == *code)
            }
            (Err(error), Expected::Unreadable) => !matches!(error, Unreadable::Io(_)),
            _ => false,
        };
        if !right {
            let found = judged.map(|verdict| verdict.fault.map(|fault| (fault.reason.code(), fault.to_string())));
            wrong.push(format!("{name}: {}, got {found:?}", described(expected)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn described(expected: &Expected) -> String {
    match expected {
        Expected::Holds => "expected it to hold".to_owned(),
        Expected::Fault(line, code) => format!("expected `{code}` at line {line}"),
        Expected::Unreadable => "expected it to be unreadable".to_owned(),
    }
}

#[test]
fn the_verifier_in_python_says_the_same_of_every_file() {
    let cases = table().cases;
    let folder = folder("tampering");
    let questions =
        cases.into_iter().map(|Case { name, bytes, options, .. }| Question { name: name.into(), bytes, options });
    let questions = questions.collect::<Vec<_>>();
    let mut theirs = run_python_many(&questions, &folder);
    // Every tenth as its user runs it, with its own process, exit code and output.
    for (index, question) in questions.iter().enumerate().step_by(10) {
        let alone = run_python(question, &folder);
        assert_eq!(alone, std::mem::replace(&mut theirs[index], alone), "{}", question.name);
    }
    let differ = questions.iter().zip(theirs).filter_map(|(question, theirs)| {
        let ours = answer(&judge(&question.bytes, &question.options));
        (ours != theirs).then(|| format!("{}: we say {ours:?}, Python {theirs:?}", question.name))
    });
    let differ = differ.collect::<Vec<_>>();
    assert!(differ.is_empty(), "\n{}", differ.join("\n"));
}

#[test]
fn a_rewrite_names_the_narrowest_range_between_two_agreements() {
    let ledger = testing::sample(4);
    let mut lines = Lines::of(&ledger.export());
    let (changed, note) = (lines.find(REVISED, 1), lines.find(RECORD_NOTE, 1));
    lines.forge(changed, "a1\",\"data", "a2\",\"data");
    let verdict = judge(&lines.bytes(), &Options::default()).unwrap();
    let range = verdict.fault.unwrap().range.unwrap();
    // The certificate of the first post pinned the first four lines.
    assert_eq!((range.from, range.to), (4, 7));
    assert!((range.first_line..=range.last_line).contains(&(changed as u64 + 1)));
    assert_eq!(range.last_line, note as u64 + 1);
}

#[test]
fn an_answer_has_no_line_where_the_file_holds() {
    let bytes = testing::sample(1).export();
    assert_eq!(answer(&judge(&bytes, &Options::default())), Answer { exit: 0, line: None });
}
