//! Judges an export, line by line, in the order in which it was written (2-9, 1-4).

use std::{collections::HashSet, io::BufRead};

use super::{
    Erased, Fault, FileKind, Missing, NotEstablished, Options, PayloadId, Range, Reason, Unreadable, Verdict,
    epochs::Epochs,
    header::Header,
    lines::{Lines, fault, text},
    log::{LogState, check_outside},
    payloads::{ERASURE, Erasure, Scratch, check, named_record},
};
use crate::{
    Log,
    checkpoint::SignedCheckpoint,
    commitment::is_spelling_of,
    epoch,
    json::{Misspelt, Scan},
    line::LineView,
    note::VerifierKey,
};

/// Which line a checkpoint may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Header,
    Line(Log),
    Checkpoint(Log),
}

struct Verifier {
    logs: Vec<LogState>,
    before: Before,
    missing: Missing,
    gone: HashSet<PayloadId>,
    erased: Vec<Erased>,
    payloads: u64,
    scratch: Scratch,
    /// The largest size of `record` that a certificate names, where `record` is not in the file.
    named: u64,
}

/// `first` is the first line with its newline.
pub(super) fn verify<R: BufRead>(
    first: &[u8],
    mut lines: Lines<'_, R>,
    options: &Options,
) -> Result<Verdict, Unreadable> {
    let header = match text(first).and_then(Header::scan) {
        Ok(header) => header,
        Err(reason) => return Ok(without_logs(FileKind::Export, fault(1, reason), &mut lines)),
    };
    let origins = header.logs.iter().flat_map(|(_, keys)| keys).map(VerifierKey::name).collect::<Vec<_>>();
    let all = header.logs.iter().flat_map(|(_, keys)| keys).chain(&header.witnesses).cloned().collect::<Vec<_>>();
    let mut not_established = check_outside(options, &origins, &all)?;
    let log = |(log, keys): &(Log, Vec<_>)| LogState::new(*log, Epochs::of(keys), keys, &header.witnesses, options);
    let logs = header.logs.iter().map(log);
    let mut verifier = Verifier {
        logs: logs.collect(),
        before: Before::Header,
        missing: Missing::new(),
        gone: HashSet::new(),
        erased: Vec::new(),
        payloads: 0,
        scratch: Scratch::default(),
        named: 0,
    };
    let fault = verifier.run(&mut lines)?;
    if options.keys.is_empty() {
        not_established.insert(0, NotEstablished::Signer);
    }
    not_established.extend(verifier.logs.iter().flat_map(LogState::not_established));
    if verifier.log(Log::Record).is_none() {
        not_established.push(NotEstablished::RecordAbsent);
    }
    Ok(Verdict {
        kind: FileKind::Export,
        fault,
        logs: verifier.logs.iter().map(LogState::summary).collect(),
        erased: verifier.erased,
        payloads: verifier.payloads,
        not_established,
        read: lines.finish(),
    })
}

pub(super) fn without_logs<R: BufRead>(kind: FileKind, fault: Fault, lines: &mut Lines<'_, R>) -> Verdict {
    let read = lines.finish();
    Verdict {
        kind,
        fault: Some(fault),
        logs: Vec::new(),
        erased: Vec::new(),
        payloads: 0,
        not_established: Vec::new(),
        read,
    }
}

/// What goes wrong on a line: the log and position it concerns, if any.
struct Wrong {
    // Boxed, as this stands in the result of every line.
    reason: Box<Reason>,
    log: Option<Log>,
    pos: Option<u64>,
    range: Option<Range>,
}

impl From<Reason> for Wrong {
    fn from(reason: Reason) -> Self {
        Self { reason: Box::new(reason), log: None, pos: None, range: None }
    }
}

impl From<Misspelt> for Wrong {
    fn from(error: Misspelt) -> Self {
        Reason::from(error).into()
    }
}

impl Wrong {
    fn at(reason: impl Into<Reason>, log: Log, pos: u64) -> Self {
        Self { reason: Box::new(reason.into()), log: Some(log), pos: Some(pos), range: None }
    }

    fn within(reason: Reason, log: Log, range: Range) -> Self {
        Self { reason: Box::new(reason), log: Some(log), pos: None, range: Some(range) }
    }
}

impl Verifier {
    fn log(&mut self, log: Log) -> Option<&mut LogState> {
        self.logs.iter_mut().find(|state| state.log == log)
    }

    fn run<R: BufRead>(&mut self, lines: &mut Lines<'_, R>) -> Result<Option<Fault>, Unreadable> {
        // The empty log has a root too.
        if let Err(wrong) = self.compare_outside(1) {
            return Ok(Some(located(1, wrong)));
        }
        loop {
            let number = lines.read().lines + 1;
            let Some(line) = lines.next()? else { return Ok(Some(fault(number, Reason::Cut))) };
            let ended = match self.file_line(line, number) {
                Ok(ended) => ended,
                Err(wrong) => return Ok(Some(located(number, wrong))),
            };
            if ended {
                let trailing = lines.next()?.is_some();
                return Ok(if trailing { Some(fault(number + 1, Reason::Trailing)) } else { self.missing() });
            }
        }
    }

    /// One line of the file; true for the `end`.
    fn file_line(&mut self, line: &[u8], number: u64) -> Result<bool, Wrong> {
        let mut scan = Scan::new(text(line)?);
        if scan.skip("{\"record\":") {
            self.entry(scan, Log::Record, number)?;
        } else if scan.skip("{\"certificates\":") {
            self.entry(scan, Log::Certificates, number)?;
        } else if scan.skip("{\"checkpoint\":\"record\",\"note\":") {
            self.checkpoint(scan, Log::Record, number)?;
        } else if scan.skip("{\"checkpoint\":\"certificates\",\"note\":") {
            self.checkpoint(scan, Log::Certificates, number)?;
        } else if scan.skip("{\"end\":{") {
            self.end(scan)?;
            return Ok(true);
        } else {
            scan.expected("`record`, `certificates`, `checkpoint` or `end`")?;
        }
        Ok(false)
    }

    fn entry(&mut self, mut scan: Scan<'_>, log: Log, number: u64) -> Result<(), Wrong> {
        let expected = self.log(log).ok_or(Reason::LogNotNamed(log))?.frontier.size();
        let line = LineView::scan(&mut scan).map_err(|error| Wrong::at(error, log, expected))?;
        self.entry_line(&mut scan, log, &line, number).map_err(|reason| Wrong::at(reason, log, expected))?;
        if log == Log::Certificates {
            self.named_record(&line, number)?;
        }
        if line.kind == ERASURE {
            self.erasure(log, &line).map_err(|reason| Wrong::at(reason, log, expected))?;
        }
        self.before = Before::Line(log);
        self.compare_outside(number)
    }

    fn entry_line(&mut self, scan: &mut Scan<'_>, log: Log, line: &LineView<'_>, number: u64) -> Result<(), Reason> {
        let state = self.logs.iter_mut().find(|state| state.log == log).ok_or(Reason::LogNotNamed(log))?;
        let before = (line.kind == epoch::KIND).then(|| state.frontier.root());
        let leaf = state.line(line)?;
        scan.literal(",\"leaf\":")?;
        if !is_spelling_of(&leaf.0, scan.base64_of_32()?) {
            return Err(Reason::Leaf);
        }
        scan.literal(",\"payloads\":")?;
        let missing = &mut self.missing;
        self.payloads += check(scan, line, &mut self.scratch, |name| {
            missing.insert((log, line.pos, name.to_owned()), number);
        })?;
        scan.literal("}")?;
        scan.end()?;
        before.map_or(Ok(()), |root| state.open(line, root))
    }

    /// A line of `certificates` pins `record`: at the moment of its writing, it had this size and this root.
    fn named_record(&mut self, line: &LineView<'_>, number: u64) -> Result<(), Wrong> {
        let wrong = |reason| Wrong::at(reason, Log::Certificates, line.pos);
        let (named, root) = named_record(line).ok_or_else(|| wrong(Reason::CertificateForm))?;
        let Some(record) = self.log(Log::Record) else {
            let size = std::mem::replace(&mut self.named, named);
            return if named < size { Err(wrong(Reason::CertificatePlace { named, size })) } else { Ok(()) };
        };
        let size = record.frontier.size();
        if named != size {
            return Err(wrong(Reason::CertificatePlace { named, size }));
        }
        record.compare_root(root, number).map_err(|(computed, range)| Wrong {
            range: Some(range),
            ..wrong(Reason::CertificateRoot { size, named: root, computed })
        })
    }

    fn erasure(&mut self, log: Log, line: &LineView<'_>) -> Result<(), Reason> {
        let entry = line.to_entry()?;
        let erasure = Erasure::read(&entry).ok_or(Reason::ErasureForm)?;
        let Erasure { log: of, pos, name, reason } = erasure;
        if self.log(of).is_none() {
            return Ok(());
        }
        let id = (of, pos, name);
        if self.missing.remove(&id).is_none() && !self.gone.contains(&id) {
            let (log, pos, name) = id;
            return Err(Reason::ErasureOfNothing { log, pos, name });
        }
        self.gone.insert(id.clone());
        let (of, pos, name) = id;
        let (actor, at) = (entry.actor, line.at.to_owned());
        self.erased.push(Erased { log: of, pos, name, by: (log, line.pos), actor, at, reason });
        Ok(())
    }

    fn checkpoint(&mut self, mut scan: Scan<'_>, log: Log, number: u64) -> Result<(), Wrong> {
        let before = self.before;
        let state = self.log(log).ok_or(Reason::LogNotNamed(log))?;
        let size = state.frontier.size();
        let wrong = |reason| Wrong { log: Some(log), ..Wrong::from(reason) };
        let mut buffer = String::new();
        let note = scan.string()?.unescape(&mut buffer);
        scan.literal("}")?;
        scan.end()?;
        let signed = SignedCheckpoint::parse(note).map_err(|error| wrong(Reason::Checkpoint(error)))?;
        state.check_signatures(&signed).map_err(wrong)?;
        let named = signed.checkpoint.size;
        if named != size {
            return Err(wrong(Reason::CheckpointPlace { named, size }));
        }
        let at_start = size == 0 && state.checkpoints() == 1;
        let in_place = match before {
            Before::Line(before) => before == log,
            Before::Header => at_start,
            Before::Checkpoint(before) => at_start && before < log,
        };
        if !in_place {
            return Err(wrong(Reason::CheckpointOrder));
        }
        state.compare_root(signed.checkpoint.root, number).map_err(|(computed, range)| {
            Wrong::within(Reason::Root { signed: signed.checkpoint.root, computed }, log, range)
        })?;
        state.close();
        self.before = Before::Checkpoint(log);
        Ok(())
    }

    fn compare_outside(&mut self, number: u64) -> Result<(), Wrong> {
        for state in &mut self.logs {
            let log = state.log;
            state.compare_outside(number).map_err(|(reason, range)| Wrong::within(reason, log, range))?;
        }
        Ok(())
    }

    fn end(&mut self, mut scan: Scan<'_>) -> Result<(), Wrong> {
        for (index, state) in self.logs.iter().enumerate() {
            if index > 0 {
                scan.literal(",")?;
            }
            scan.literal(match state.log {
                Log::Record => "\"record\":",
                Log::Certificates => "\"certificates\":",
            })?;
            let (expected, got) = (state.frontier.size(), scan.unsigned()?);
            if expected != got {
                return Err(Wrong { log: Some(state.log), ..Wrong::from(Reason::Counts { expected, got }) });
            }
        }
        scan.literal("}}")?;
        scan.end()?;
        for state in &mut self.logs {
            let (log, size) = (state.log, state.frontier.size());
            let lines = size - state.closed();
            if lines > 0 {
                return Err(Wrong { log: Some(log), ..Wrong::from(Reason::UnsignedTail { log, lines }) });
            }
            state.finish_outside().map_err(|reason| Wrong { log: Some(log), ..Wrong::from(reason) })?;
        }
        Ok(())
    }

    /// The first payload that is missing without a line that says it was erased.
    fn missing(&self) -> Option<Fault> {
        let ((log, pos, name), &line) = self.missing.iter().min_by_key(|(_, line)| **line)?;
        let reason = Reason::PayloadMissing(name.clone());
        Some(Fault { line, log: Some(*log), pos: Some(*pos), range: None, reason })
    }
}

fn located(line: u64, wrong: Wrong) -> Fault {
    let Wrong { reason, log, pos, range } = wrong;
    Fault { line, log, pos, range, reason: *reason }
}
