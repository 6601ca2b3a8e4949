//! Verifying the running record from a page: an export goes straight into the verifier, in the background (2-9).

use std::{
    io::{BufReader, Write as _},
    sync::{Arc, Mutex, PoisonError},
};

use shingi_domain::{permit::Action, time::Timestamp};
use shingi_ledger::verify::{NotEstablished, Options, verify};

use crate::{App, AppError, session::Signed};

/// How the last verification stands.
#[derive(Debug, Clone, Default)]
pub enum Verification {
    #[default]
    Never,
    Running {
        part: u64,
        whole: u64,
    },
    Holds {
        at: Timestamp,
        lines: u64,
        not_established: Vec<&'static str>,
    },
    Broken {
        at: Timestamp,
        what: String,
    },
}

/// Shared by the page that asks and the thread that works.
#[derive(Debug, Clone, Default)]
pub struct LastVerification(Arc<Mutex<Verification>>);

impl LastVerification {
    #[must_use]
    pub fn get(&self) -> Verification {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, verification: Verification) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = verification;
    }
}

impl App {
    /// Begins a verification, unless one is running. Blocks until it is done: call it on a thread of its own.
    pub fn verify_record(&self, who: &Signed) -> Result<(), AppError> {
        who.require(Action::ReadRecord)?;
        if matches!(self.verification.get(), Verification::Running { .. }) {
            return Ok(());
        }
        self.verification.set(Verification::Running { part: 0, whole: 1 });
        let done = self.verify_now();
        self.verification.set(match done {
            Ok(verification) => verification,
            Err(error) => Verification::Broken { at: self.now(), what: error.to_string() },
        });
        Ok(())
    }

    fn verify_now(&self) -> Result<Verification, AppError> {
        let mut file = tempfile::tempfile().map_err(|error| AppError::Record(error.to_string()))?;
        let shown = self.verification.clone();
        let summary = {
            let mut out = std::io::BufWriter::new(&mut file);
            let summary = self.export(&mut out, &mut |part, whole| {
                if part % 256 == 0 {
                    shown.set(Verification::Running { part: part / 2, whole });
                }
            })?;
            out.flush().map_err(|error| AppError::Record(error.to_string()))?;
            summary
        };
        let whole = summary.record + summary.certificates;
        let keys = self.keys()?;
        let options = Options {
            keys: vec![keys.record.verifier().clone(), keys.certificates.verifier().clone()],
            checkpoints: Vec::new(),
        };
        std::io::Seek::rewind(&mut file).map_err(|error| AppError::Record(error.to_string()))?;
        let mut progress = |read: shingi_ledger::verify::Progress| {
            shown.set(Verification::Running { part: (whole + read.lines) / 2, whole });
        };
        let verdict =
            verify(BufReader::new(file), &options, &mut progress).map_err(|e| AppError::Record(e.to_string()))?;
        Ok(match verdict.fault {
            None => Verification::Holds {
                at: self.now(),
                lines: whole,
                not_established: verdict.not_established.iter().map(NotEstablished::code).collect(),
            },
            Some(fault) => Verification::Broken { at: self.now(), what: fault.to_string() },
        })
    }
}
