//! `shingi export`: both logs with their words, in one file that anyone can verify. Runs beside `shingi serve`.
//! Serves 2-9.

use std::{fs::File, io::BufWriter, io::Write as _, path::PathBuf};

use anyhow::Context as _;
use clap::Args;

use crate::{folder, progress};

#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The file to write; it must not be there yet.
    #[arg(long)]
    out: PathBuf,
}

pub fn run(args: ExportArgs) -> anyhow::Result<()> {
    let ExportArgs { data, out } = args;
    let app = folder::open(&data)?;
    // Written beside and renamed: a file under the wanted name is whole.
    anyhow::ensure!(!out.exists(), "expected a new file, `{}` is there already; choose another name", out.display());
    let part = out.with_extension("part");
    let file = File::create(&part).with_context(|| format!("expected to write `{}`", part.display()))?;
    let mut writer = BufWriter::new(file);
    let bar = progress::bar("lines");
    let summary = app.export(&mut writer, &mut |done, whole| progress::at(&bar, done, whole))?;
    writer.flush()?;
    writer.into_inner()?.sync_all()?;
    std::fs::rename(&part, &out)?;
    bar.finish_and_clear();
    println!("wrote {}: {} lines of record, {} of certificates", out.display(), summary.record, summary.certificates);
    Ok(())
}
