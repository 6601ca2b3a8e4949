//! The certificate as a file that `shingi verify` and any stranger's verifier read (docs/ledger-format.md) (2-9).

use std::collections::BTreeMap;

use shingi_domain::id::DeliveryId;
use shingi_ledger::{
    Log,
    commitment::{SALT_BYTES, Salt},
    export::{Certificate, ErasureProof, Payload, Payloads},
    line::Entry,
};
use shingi_store::{RawLine, Read};

use crate::{App, AppError};

/// The payloads of a line as an export writes them: one for each commitment, `None` where it was erased.
pub fn payloads(raw: &RawLine) -> Result<Payloads, AppError> {
    let entry = Entry::decode(&raw.line).map_err(|error| AppError::Record(error.to_string()))?;
    let mut payloads = BTreeMap::new();
    for name in entry.hidden.into_keys() {
        let kept = raw.payloads.get(&name).and_then(|(salt, bytes)| {
            let salt = <[u8; SALT_BYTES]>::try_from(salt.as_slice()).ok()?;
            Some(Payload { salt: Salt::new(salt), bytes: bytes.clone() })
        });
        payloads.insert(name, kept);
    }
    Ok(payloads)
}

impl App {
    /// The file of a delivery's certificate, once a signed checkpoint covers it.
    pub fn certificate_file(&self, delivery: DeliveryId) -> Result<Option<Vec<u8>>, AppError> {
        let keys = self.keys()?;
        self.store.read(|read| {
            let Some(pos) = shingi_store::view::certificates::position(read, &delivery.to_string())? else {
                return Ok(None);
            };
            let Some((size, checkpoint)) = read.newest_checkpoint(Log::Certificates)?.filter(|(size, _)| pos < *size)
            else {
                return Ok(None);
            };
            let raw = line(read, pos)?;
            let payloads = payloads(&raw)?;
            let certificate = Certificate {
                log: Log::Certificates,
                keys: keys.verifiers(read, Log::Certificates)?,
                witnesses: Vec::new(),
                erasures: erasures(read, pos, size)?,
                line: raw.line,
                payloads,
                proof: read.inclusion(Log::Certificates, pos, size)?,
                checkpoint,
            };
            Ok(Some(certificate.to_bytes()))
        })
    }
}

fn line(read: &Read, pos: u64) -> Result<RawLine, AppError> {
    read.raw(Log::Certificates, pos, 1)?.into_iter().next().ok_or(AppError::NotFound("line"))
}

/// The lines of the same log that say that a payload of this line was erased.
fn erasures(read: &Read, pos: u64, size: u64) -> Result<Vec<ErasureProof>, AppError> {
    let mut proofs = Vec::new();
    for event in read.stream(Log::Certificates, "payload")? {
        let erased = event.data.get("pos").and_then(serde_json::Value::as_u64);
        if erased == Some(pos) && event.pos < size {
            let raw = line(read, event.pos)?;
            proofs.push(ErasureProof { line: raw.line, proof: read.inclusion(Log::Certificates, event.pos, size)? });
        }
    }
    Ok(proofs)
}
