//! `shingi eval FILE.jsonl…`: how well a pack finds what people labelled, before a committee adopts it.
//!
//! Serves 0. Must never score a row that it could not read: it is told, and the exit code says so.

mod compare;
mod figures;
mod human;
#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use shingi_check::score::{Labelled, Score};
use shingi_domain::policy::{ItemId, Voice};

use self::figures::Figures;
use crate::{
    check::input::{self, Line},
    checker::{Checker, CheckerArgs, SpeakerArg},
};

/// Scored, and nothing is worse than in the baseline.
const DONE: u8 = 0;
/// A figure over all posts or of an item is worse than in the baseline.
const WORSE: u8 = 1;
/// Something could not be read.
const WRONG: u8 = 2;

#[derive(Debug, Args)]
pub struct EvalArgs {
    /// Labelled posts, a JSON object a line, as in the folder `eval` of the source.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How to write the figures.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Figures that `--format json` wrote earlier: say what got better or worse since.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Name what was missed and what was wrongly flagged for an item.
    #[arg(long, value_name = "ITEM")]
    list: Option<ItemId>,
    #[command(flatten)]
    checker: CheckerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

pub fn run(args: EvalArgs) -> ExitCode {
    let (mut out, mut err) = (io::BufWriter::new(io::stdout().lock()), io::stderr());
    let code = run_with(args, &mut out, &mut err).and_then(|code| out.flush().map(|()| code));
    ExitCode::from(code.unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::BrokenPipe {
            // Standard error may be gone too; then nobody can be told.
            let _ = writeln!(err, "shingi eval: {error}");
        }
        WRONG
    }))
}

/// The exit code: 0, 1 or 2.
pub fn run_with(args: EvalArgs, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let EvalArgs { files, format, baseline, list, checker } = args;
    let read = baseline.as_deref().map(read_baseline).transpose();
    let (before, checker) = match read.and_then(|before| Ok((before, Checker::new(checker, false)?))) {
        Ok(both) => both,
        Err(message) => {
            writeln!(err, "shingi eval: {message}")?;
            return Ok(WRONG);
        }
    };
    let (posts, mut worst) = read_posts(&files, err)?;
    if posts.is_empty() {
        writeln!(err, "shingi eval: expected labelled posts, got none; see `README.md` in the folder `eval`")?;
        return Ok(WRONG);
    }
    let figures = Figures::new(&checker, &score(&checker, &posts));
    let compared = before.map(|before| compare::Compared::new(&before, &figures));
    match format {
        Format::Json => {
            serde_json::to_writer(&mut *out, &figures)?;
            writeln!(out)?;
        }
        Format::Human => human::write(&checker, &figures, out)?,
    }
    if let Some(item) = list {
        // Programs read the same from the figures.
        let to: &mut dyn Write = if format == Format::Json { &mut *err } else { &mut *out };
        human::list(&checker, &figures, item, &posts, to)?;
    }
    if let Some(compared) = compared {
        let to: &mut dyn Write = if format == Format::Json { &mut *err } else { &mut *out };
        human::compared(&checker, &compared, to)?;
        worst = worst.max(if compared.is_worse() { WORSE } else { DONE });
    }
    Ok(worst)
}

fn read_baseline(file: &Path) -> Result<Figures, String> {
    let name = file.display();
    let text = fs::read_to_string(file)
        .map_err(|error| format!("expected figures in `{name}`, got: {error}; write them with `--format json`"))?;
    serde_json::from_str(&text)
        .map_err(|error| format!("expected figures in `{name}`, got: {error}; write them anew with `--format json`"))
}

/// All posts that can be read, and the exit code so far. An id counts once.
fn read_posts(files: &[PathBuf], err: &mut dyn Write) -> io::Result<(Vec<Labelled>, u8)> {
    let (mut posts, mut worst, mut ids) = (Vec::new(), DONE, HashSet::new());
    let mut line = Vec::new();
    for file in files {
        let name = file.display();
        let mut reader = match fs::File::open(file) {
            Ok(opened) => io::BufReader::new(opened),
            Err(error) => {
                writeln!(err, "shingi eval: expected labelled posts in `{name}`, got: {error}; name another file")?;
                worst = WRONG;
                continue;
            }
        };
        for number in 1u64.. {
            let (read, _) = input::read_line(&mut reader, &mut line)?;
            let row = match read {
                Line::End => break,
                Line::Read if line.iter().all(u8::is_ascii_whitespace) => continue,
                Line::Read => parse(&line),
                Line::TooLong => Err(format!("expected a line of at most {} bytes, got more", input::LINE_MAX)),
            };
            let row = row.and_then(|post| match ids.insert(post.id.clone()) {
                true => Ok(post),
                false => Err(format!("expected each id once, got `{}` again", post.id)),
            });
            match row {
                Ok(post) => posts.push(post),
                Err(what) => {
                    writeln!(err, "{name}:{number}: {what}; the line is not scored")?;
                    worst = WRONG;
                }
            }
        }
    }
    Ok((posts, worst))
}

fn parse(line: &[u8]) -> Result<Labelled, String> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let post: Labelled =
        serde_json::from_slice(line).map_err(|error| format!("expected a labelled post, got: {error}"))?;
    match post.expect.iter().find(|expected| expected.quote.is_empty() || !post.text.contains(&expected.quote)) {
        Some(expected) => Err(format!("expected a quote out of the text, got `{}`", expected.quote)),
        None => Ok(post),
    }
}

fn score(checker: &Checker, posts: &[Labelled]) -> Score {
    let mut score = Score::new(&checker.pack.policy, posts);
    for post in posts {
        let speaker = match post.speaker {
            Voice::Official => SpeakerArg::Official,
            Voice::Personal => SpeakerArg::Personal,
        };
        let (report, circumstances) = checker.inspect(&post.text, speaker);
        score.judge(post, &checker.pack.policy.bind(&report, circumstances));
    }
    score
}
