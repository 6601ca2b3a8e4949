//! `shingi check`: a linter for posts, on one's own machine. Nothing is sent, logged or counted, and files are changed only
//! where `--fix` asks for it.
//!
//! Serves every **R** item and the blind self-check of 1-10. Must never open a connection, and never read a register of
//! confidential matters but the file that is named to it: otherwise it would be an oracle that confirms code names.

mod baseline;
mod batch;
mod explain;
mod github;
mod human;
pub mod input;
mod mend;
mod report;
mod sarif;
mod stats;
#[cfg(test)]
mod tests;

use std::{
    io::{self, BufRead, IsTerminal as _, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Args, ValueEnum};
use serde_json::Value;

pub use self::sarif::uri;
use self::{baseline::Baseline, report::Checked, sarif::Sarif, stats::Stats};
use crate::checker::{Checker, CheckerArgs, SpeakerArg};

/// No finding above `note` is open.
const CLEAN: u8 = 0;
/// Something has to be answered, ruled on or changed.
const FOUND: u8 = 1;
/// The question itself could not be read.
const WRONG: u8 = 2;

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Texts to check, one post a file; `-` reads standard input, as `--batch` does without a file.
    #[arg(value_name = "FILE", required_unless_present_any = ["list_rules", "explain", "batch"])]
    files: Vec<PathBuf>,
    /// Read JSON lines `{"id":…,"text":…,"speaker":"official|personal"}` and write one report a line, in order.
    #[arg(long, conflicts_with = "fix")]
    batch: bool,
    /// How to write the report; `--batch` always writes JSON.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// For whom the texts speak, where a line of a batch does not say it.
    #[arg(long, value_enum, default_value_t = SpeakerArg::Official)]
    speaker: SpeakerArg,
    /// Whether the texts answer somebody.
    #[arg(long)]
    reply: bool,
    /// Show only findings that this earlier JSON report does not have.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Take out of the files what nobody sees (direction marks, characters without width), then check them.
    #[arg(long)]
    fix: bool,
    /// With `--fix`: show the changes, and make none.
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Say on standard error how much was found, by item and rule, and how fast.
    #[arg(long)]
    stats: bool,
    /// Name all rules and what the pack makes of them, and end.
    #[arg(long)]
    list_rules: bool,
    /// Show the document of a rule, and end.
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    #[command(flatten)]
    checker: CheckerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// As a compiler writes it.
    Human,
    /// One report a line.
    Json,
    /// One SARIF 2.1.0 document.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Where texts come from and reports go; a test gives its own.
pub struct Streams<'s> {
    pub stdin: &'s mut dyn BufRead,
    pub stdout: &'s mut dyn Write,
    pub stderr: &'s mut dyn Write,
    /// Whether a person reads standard output.
    pub terminal: bool,
}

/// One call of the command: what it knows, and what it counts.
struct Run<'c> {
    checker: &'c Checker,
    baseline: Option<Baseline>,
    stats: Option<Stats>,
    sarif: Sarif,
    format: Format,
}

pub fn run(args: CheckArgs) -> ExitCode {
    let mut stdin = io::stdin().lock();
    let terminal = io::stdout().is_terminal();
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr();
    let streams = Streams { stdin: &mut stdin, stdout: &mut stdout, stderr: &mut stderr, terminal };
    ExitCode::from(run_with(args, streams))
}

/// The exit code: 0, 1 or 2. A reader that went away (`| head`) ends the run quietly.
pub fn run_with(args: CheckArgs, mut streams: Streams<'_>) -> u8 {
    let code = check(args, &mut streams).unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::BrokenPipe {
            // Standard error may be gone too; then nobody can be told.
            let _ = writeln!(streams.stderr, "shingi check: {error}");
        }
        WRONG
    });
    match streams.stdout.flush() {
        Ok(()) => code,
        Err(_) => WRONG,
    }
}

fn check(args: CheckArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    if args.list_rules || args.explain.is_some() {
        return about_rules(&args, streams);
    }
    let started = Instant::now();
    let CheckArgs { mut files, batch, format, speaker, reply, baseline, fix, dry_run, stats, checker, .. } = args;
    if batch && matches!(format, Format::Sarif | Format::Github) {
        return tell(streams, "expected `--format json` with `--batch`, got another; name the texts as files for it");
    }
    if fix && files.iter().any(|file| input::is_stdin(file)) {
        return tell(streams, "expected files with `--fix`, got standard input; name the files to change");
    }
    let baseline = match baseline.as_deref().map(Baseline::read).transpose() {
        Ok(baseline) => baseline,
        Err(message) => return tell(streams, &message),
    };
    let checker = match Checker::new(checker, reply) {
        Ok(checker) => checker,
        Err(message) => return tell(streams, &message),
    };
    if files.is_empty() {
        // A batch without a file is a stream.
        files.push(PathBuf::from(input::STDIN));
    }
    let stats = stats.then(|| Stats::new(started));
    let mut run = Run { checker: &checker, baseline, stats, sarif: Sarif::default(), format };
    let mut worst = CLEAN;
    for file in &files {
        let code = match (batch, fix) {
            (true, _) => {
                input::open(file, streams, |reader, out, err| batch::run(&mut run, speaker, reader, out, err))?
            }
            (false, true) => run.mend(speaker, file, dry_run, streams)?,
            (false, false) => run.post(speaker, file, streams)?,
        };
        worst = worst.max(code);
    }
    let Run { stats, sarif, .. } = run;
    if format == Format::Sarif && !dry_run {
        sarif.finish(&checker, streams.stdout)?;
    }
    if let Some(stats) = stats {
        streams.stdout.flush()?;
        stats.write(&checker, streams.stderr)?;
    }
    Ok(worst)
}

fn tell(streams: &mut Streams<'_>, message: &str) -> io::Result<u8> {
    writeln!(streams.stderr, "shingi check: {message}")?;
    Ok(WRONG)
}

fn about_rules(args: &CheckArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let (pack, lang) = match args.checker.pack() {
        Ok(pack) => (pack, args.checker.lang()),
        Err(message) => return tell(streams, &message),
    };
    if let Some(name) = &args.explain {
        return match explain::explain(&pack, lang, name, streams.terminal, streams.stdout)? {
            Ok(()) => Ok(CLEAN),
            Err(message) => tell(streams, &message),
        };
    }
    explain::list(&pack, lang, args.format, streams.stdout)?;
    Ok(CLEAN)
}

impl Run<'_> {
    /// One text against the policy, the baseline and the counters.
    fn check(&mut self, id: &Value, text: &str, speaker: SpeakerArg) -> Checked {
        let (report, circumstances) = self.checker.inspect(text, speaker);
        let checked = Checked::new(&self.checker.pack.policy, report, circumstances, id, self.baseline.as_ref());
        if let Some(stats) = &mut self.stats {
            stats.count(text, &checked);
        }
        checked
    }

    fn post(&mut self, speaker: SpeakerArg, file: &Path, streams: &mut Streams<'_>) -> io::Result<u8> {
        let text = match input::read_text(file, streams.stdin)? {
            Ok(text) => text,
            Err(message) => {
                self.sarif.fail(&message);
                return tell(streams, &message);
            }
        };
        let name = if input::is_stdin(file) { input::STDIN.to_owned() } else { file.display().to_string() };
        let checked = self.check(&name.as_str().into(), &text, speaker);
        let checker = self.checker;
        match self.format {
            Format::Human => human::write(checker, &name, &text, &checked, streams.stdout)?,
            Format::Json => {
                serde_json::to_writer(&mut streams.stdout, &report::json(checker, name.into(), &checked))?;
                writeln!(streams.stdout)?;
            }
            Format::Sarif => self.sarif.add(checker, &name, &text, &checked),
            Format::Github => github::write(checker, &name, &text, &checked, streams.stdout)?,
        }
        Ok(checked.code())
    }

    /// Changes a file, or shows how, and checks what came of it.
    fn mend(&mut self, speaker: SpeakerArg, file: &Path, dry_run: bool, streams: &mut Streams<'_>) -> io::Result<u8> {
        let mended = match mend::mended(self.checker, speaker, file) {
            Ok(mended) => mended,
            Err(message) => {
                self.sarif.fail(&message);
                return tell(streams, &message);
            }
        };
        let name = file.display().to_string();
        if dry_run {
            write!(streams.stdout, "{}", mend::diff(&name, &mended))?;
            return Ok(if mended.changes == 0 { CLEAN } else { FOUND });
        }
        if mended.changes > 0 {
            if let Err(message) = mend::write(file, &mended) {
                self.sarif.fail(&message);
                return tell(streams, &message);
            }
            writeln!(streams.stderr, "{name}: {}", self.checker.word_with("check-fixed", "n", mended.changes))?;
        }
        self.post(speaker, file, streams)
    }
}
