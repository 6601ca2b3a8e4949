//! `shingi verify`: an export or a certificate, offline. Exit 0 holds, 1 does not, 2 unreadable. Serves 2-9.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Args;
use shingi_ledger::{
    checkpoint::SignedCheckpoint,
    note::VerifierKey,
    verify::{Options, Verdict, verify},
};

use crate::progress;

#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// An export (`shingi export`) or a certificate file.
    file: PathBuf,
    /// Keys that must have signed: a key (`origin+hash+base64`), or a file with one a line.
    #[arg(long)]
    key: Vec<String>,
    /// A signed checkpoint kept elsewhere: the file must agree with it and be at least as long, or name its end.
    #[arg(long)]
    checkpoint: Vec<PathBuf>,
}

pub fn run(args: VerifyArgs) -> anyhow::Result<ExitCode> {
    let VerifyArgs { file, key, checkpoint } = args;
    let mut options = Options::default();
    for key in &key {
        options.keys.extend(keys(key)?);
    }
    for path in &checkpoint {
        let note = read(path)?;
        let parsed = SignedCheckpoint::parse(&note).with_context(|| format!("checkpoint `{}`", path.display()))?;
        options.checkpoints.push(parsed);
    }
    let size = std::fs::metadata(&file).map_or(0, |meta| meta.len());
    let opened = File::open(&file).with_context(|| format!("expected a file at `{}`", file.display()))?;
    let bar = progress::bar("bytes");
    let verdict =
        verify(BufReader::with_capacity(1 << 20, opened), &options, &mut |read| progress::at(&bar, read.bytes, size))
            .with_context(|| format!("`{}`", file.display()))?;
    bar.finish_and_clear();
    print(&verdict);
    Ok(if verdict.holds() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("expected a file at `{}`", path.display()))
}

/// A key as it is, or a file of keys.
fn keys(given: &str) -> anyhow::Result<Vec<VerifierKey>> {
    if let Ok(key) = VerifierKey::parse(given) {
        return Ok(vec![key]);
    }
    let text =
        read(Path::new(given)).with_context(|| format!("expected a verifier key or a file of keys, got `{given}`"))?;
    VerifierKey::parse_list(&text).with_context(|| format!("the keys in `{given}`"))
}

fn print(verdict: &Verdict) {
    match &verdict.fault {
        None => println!("holds"),
        Some(fault) => println!("does not hold: {fault}"),
    }
    for log in &verdict.logs {
        let at = log.last_at.as_deref().map(|at| format!(", last line of {at}")).unwrap_or_default();
        println!("  {}: {} lines, {} checkpoints, root {}{at}", log.origin, log.size, log.checkpoints, log.root);
        for signer in &log.signers {
            println!("    signed by {signer}");
        }
        for ended in &log.ended {
            println!("    follows `{}`, which was published up to line {} and ended", ended.origin, ended.size);
        }
        if let Some(size) = log.agreed_outside {
            println!("    agrees with the checkpoint given at {size}");
        }
    }
    for erased in &verdict.erased {
        let reason = erased.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let (log, pos, name) = (erased.log, erased.pos, &erased.name);
        println!("  erased: `{name}` of position {pos} of {log}, by {} at {}{reason}", erased.actor, erased.at);
    }
    for open in &verdict.not_established {
        println!("  not established: {open}");
    }
}
