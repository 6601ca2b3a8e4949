//! Judges one certificate: a line, its payloads, the proof that it is in the log, and the log's signed size (2-9).

use std::io::BufRead;

use super::{
    Erased, Fault, FileKind, LogSummary, NotEstablished, Options, Reason, Unreadable, Verdict,
    epochs::Epochs,
    export::without_logs,
    header::{scan_keys, scan_strings},
    lines::{Lines, fault, text},
    log::{LogState, check_outside},
    payloads::{ERASURE, Erasure, Scratch, check, named_record},
};
use crate::{
    Log,
    checkpoint::SignedCheckpoint,
    json::Scan,
    line::LineView,
    note::{KeyKind, VerifierKey},
    proof::verify_inclusion,
    tree::{Hash, leaf_hash},
};

struct Parts<'a> {
    log: Log,
    keys: Vec<VerifierKey>,
    witnesses: Vec<VerifierKey>,
    line: LineView<'a>,
    missing: Vec<String>,
    payloads: u64,
    proof: Vec<Hash>,
    erasures: Vec<(LineView<'a>, Vec<Hash>)>,
    checkpoint: SignedCheckpoint,
}

/// `first` is the first line with its newline; there may be no other.
pub(super) fn verify<R: BufRead>(
    first: &[u8],
    mut lines: Lines<'_, R>,
    options: &Options,
) -> Result<Verdict, Unreadable> {
    let parts = match text(first).and_then(scan) {
        Ok(parts) => parts,
        Err(reason) => return Ok(without_logs(FileKind::Certificate, fault(1, reason), &mut lines)),
    };
    let origin = parts.keys[0].name().to_owned();
    let all = [&parts.keys[..], &parts.witnesses].concat();
    let mut not_established = check_outside(options, &[&origin], &all)?;
    let epochs = Epochs::of(&parts.keys).newest();
    let mut state = LogState::new(parts.log, epochs, &parts.keys, &parts.witnesses, options);
    let judged = judge(&parts, &mut state, options);
    let trailing = lines.next()?.is_some();
    let at_line = |reason| Fault { line: 1, log: Some(parts.log), pos: Some(parts.line.pos), range: None, reason };
    let (fault, erased) = match judged {
        Ok(_) if trailing => (Some(fault(2, Reason::Trailing)), Vec::new()),
        Ok(erased) => (None, erased),
        Err(reason) => (Some(at_line(reason)), Vec::new()),
    };
    if options.keys.is_empty() {
        not_established.insert(0, NotEstablished::Signer);
    }
    not_established.push(NotEstablished::RestOfLog(parts.log));
    let (size, root) = (parts.checkpoint.checkpoint.size, parts.checkpoint.checkpoint.root);
    let others = options.checkpoints.iter().map(|kept| kept.checkpoint.size).filter(|kept| *kept != size);
    not_established.extend(others.map(|size| NotEstablished::OutsideNotComparable { size }));
    let agreed_outside = options.checkpoints.iter().any(|kept| kept.checkpoint.size == size).then_some(size);
    let outside = |not: &NotEstablished| matches!(not, NotEstablished::NoOutsideCheckpoint(_));
    not_established.extend(state.not_established().into_iter().filter(|not| agreed_outside.is_none() || !outside(not)));
    if parts.log == Log::Certificates {
        not_established.push(NotEstablished::RecordAbsent);
    }
    let last_at = Some(parts.line.at.to_owned());
    Ok(Verdict {
        kind: FileKind::Certificate,
        fault,
        logs: vec![LogSummary { size, root, last_at, agreed_outside, ..state.summary() }],
        erased,
        payloads: parts.payloads,
        not_established,
        read: lines.finish(),
    })
}

fn scan(text: &str) -> Result<Parts<'_>, Reason> {
    let mut scan = Scan::new(text);
    scan.literal("{\"shingi\":\"certificate\",\"v\":1,\"log\":")?;
    let Some(log) = Log::from_name(scan.word()?) else {
        return scan.expected("`record` or `certificates` before this").map_err(Reason::from);
    };
    scan.literal(",\"keys\":")?;
    let keys = scan_keys(&mut scan, KeyKind::Log)?;
    scan.literal(",\"witnesses\":")?;
    let witnesses = scan_keys(&mut scan, KeyKind::Witness)?;
    scan.literal(",\"line\":")?;
    let line = LineView::scan(&mut scan)?;
    scan.literal(",\"payloads\":")?;
    let mut missing = Vec::new();
    let payloads = check(&mut scan, &line, &mut Scratch::default(), |name| missing.push(name.to_owned()))?;
    scan.literal(",\"proof\":")?;
    let proof = scan_hashes(&mut scan)?;
    scan.literal(",\"erasures\":[")?;
    let mut erasures = Vec::new();
    while !scan.skip("]") {
        if !erasures.is_empty() {
            scan.literal(",")?;
        }
        scan.literal("{\"line\":")?;
        let line = LineView::scan(&mut scan)?;
        scan.literal(",\"proof\":")?;
        erasures.push((line, scan_hashes(&mut scan)?));
        scan.literal("}")?;
    }
    scan.literal(",\"checkpoint\":")?;
    let mut buffer = String::new();
    let checkpoint = SignedCheckpoint::parse(scan.string()?.unescape(&mut buffer)).map_err(Reason::Checkpoint)?;
    scan.literal("}")?;
    scan.end()?;
    Ok(Parts { log, keys, witnesses, line, missing, payloads, proof, erasures, checkpoint })
}

fn scan_hashes(scan: &mut Scan<'_>) -> Result<Vec<Hash>, Reason> {
    let hashes = scan_strings(scan)?.iter().map(|text| Hash::from_text(text)).collect::<Option<Vec<_>>>();
    match hashes {
        Some(hashes) => Ok(hashes),
        None => scan.expected("hashes in base64 before this").map_err(Reason::from),
    }
}

fn judge(parts: &Parts<'_>, state: &mut LogState, options: &Options) -> Result<Vec<Erased>, Reason> {
    let Parts { log, line, missing, proof, erasures, checkpoint, .. } = parts;
    state.check_signatures(checkpoint)?;
    let (size, root) = (checkpoint.checkpoint.size, checkpoint.checkpoint.root);
    verify_inclusion(leaf_hash(line.bytes), line.pos, size, proof, root).map_err(Reason::Proof)?;
    if *log == Log::Certificates && named_record(line).is_none() {
        return Err(Reason::CertificateForm);
    }
    let mut erased = Vec::<Erased>::new();
    for (erasure, proof) in erasures {
        verify_inclusion(leaf_hash(erasure.bytes), erasure.pos, size, proof, root).map_err(Reason::ErasureProof)?;
        let entry = erasure.to_entry()?;
        let read = if erasure.kind == ERASURE { Erasure::read(&entry) } else { None };
        let Erasure { log: of, pos, name, reason } = read.ok_or(Reason::ErasureForm)?;
        if of != *log || pos != line.pos || !missing.contains(&name) {
            return Err(Reason::ErasureOfNothing { log: of, pos, name });
        }
        let (actor, at) = (entry.actor, erasure.at.to_owned());
        erased.push(Erased { log: of, pos, name, by: (*log, erasure.pos), actor, at, reason });
    }
    let unexplained = missing.iter().find(|name| !erased.iter().any(|erased| erased.name == **name));
    if let Some(name) = unexplained {
        return Err(Reason::PayloadMissing(name.clone()));
    }
    let kept =
        options.checkpoints.iter().map(|kept| &kept.checkpoint).find(|kept| kept.size == size && kept.root != root);
    kept.map_or(Ok(erased), |kept| Err(Reason::OutsideRoot { size, kept: kept.root, computed: root }))
}
