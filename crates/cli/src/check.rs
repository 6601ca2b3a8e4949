//! `shingi check`: a linter for posts, on one's own machine. Nothing is stored, sent, logged or counted.
//!
//! Serves every **R** item and the blind self-check of 1-10. Must never open a connection, and never have the register of
//! confidential matters: with it, the check would be an oracle that confirms code names.

mod batch;
mod human;
mod input;
mod report;
#[cfg(test)]
mod tests;

use std::{
    io::{self, BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use fluent_bundle::FluentArgs;
use shingi_app::words::{Lang, words};
use shingi_check::{
    context::{Context, Employer, Organisation, Speaker},
    date::Date,
    engine::Engine,
    pack::Pack,
    rules,
};
use shingi_domain::policy::{Circumstances, Class};

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
    #[arg(long)]
    batch: bool,
    /// How to write the report; `--batch` always writes JSON.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// For whom the texts speak, where a line of a batch does not say it.
    #[arg(long, value_enum, default_value_t = SpeakerArg::Official)]
    speaker: SpeakerArg,
    /// A name of the organisation; repeat it for several.
    #[arg(long, value_name = "NAME")]
    organisation: Vec<String>,
    /// A contact that the organisation has published (number, address); repeat it for several.
    #[arg(long, value_name = "CONTACT")]
    contact: Vec<String>,
    /// The day that the texts call today (default: today).
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Whether the texts answer somebody.
    #[arg(long)]
    reply: bool,
    /// A policy pack in a folder, instead of the standard one.
    #[arg(long, value_name = "DIR")]
    pack: Option<PathBuf>,
    /// The language of messages.
    #[arg(long, value_enum, default_value_t = LangArg::Ja)]
    lang: LangArg,
    /// Name all rules, and end.
    #[arg(long)]
    list_rules: bool,
    /// Show the document of a rule, and end.
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SpeakerArg {
    Official,
    Personal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Ja,
    En,
}

/// Everything that stays the same from text to text.
struct Checker {
    pack: Pack,
    engine: Engine,
    organisation: Organisation,
    today: Date,
    reply: bool,
    lang: Lang,
}

/// Where texts come from and reports go; a test gives its own.
pub struct Streams<'s> {
    pub stdin: &'s mut dyn BufRead,
    pub stdout: &'s mut dyn Write,
    pub stderr: &'s mut dyn Write,
}

pub fn run(args: CheckArgs) -> ExitCode {
    let mut stdin = io::stdin().lock();
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr();
    let streams = Streams { stdin: &mut stdin, stdout: &mut stdout, stderr: &mut stderr };
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
    if args.list_rules {
        for rule in rules::all() {
            writeln!(streams.stdout, "{}", rule.id)?;
        }
        return Ok(CLEAN);
    }
    if let Some(name) = &args.explain {
        return explain(name, streams);
    }
    let pack = match &args.pack {
        None => Pack::standard(),
        Some(folder) => match crate::pack::read_folder(folder) {
            Ok(files) => Pack::load(&files),
            Err(message) => return tell(streams, &message),
        },
    };
    let pack = match pack {
        Ok(pack) => pack,
        Err(problems) => {
            for problem in problems {
                writeln!(streams.stderr, "{problem}")?;
            }
            return tell(streams, "expected a policy pack without problems; correct what stands above");
        }
    };
    let engine = match Engine::new(&pack) {
        Ok(engine) => engine,
        Err(error) => return tell(streams, &error.to_string()),
    };
    let CheckArgs { mut files, batch, format, speaker, organisation, contact, today, reply, lang, .. } = args;
    if files.is_empty() {
        // A batch without a file is a stream.
        files.push(PathBuf::from("-"));
    }
    let checker = Checker {
        pack,
        engine,
        organisation: Organisation::new(organisation, contact),
        today: today.unwrap_or_else(today_here),
        reply,
        lang: match lang {
            LangArg::Ja => Lang::Ja,
            LangArg::En => Lang::En,
        },
    };
    let mut worst = CLEAN;
    for file in &files {
        let code = if batch {
            input::open(file, streams, |reader, out, err| batch::run(&checker, speaker, reader, out, err))?
        } else {
            one_post(&checker, speaker, format, file, streams)?
        };
        worst = worst.max(code);
    }
    Ok(worst)
}

fn tell(streams: &mut Streams<'_>, message: &str) -> io::Result<u8> {
    writeln!(streams.stderr, "shingi check: {message}")?;
    Ok(WRONG)
}

fn explain(name: &str, streams: &mut Streams<'_>) -> io::Result<u8> {
    match rules::find(name) {
        Some(rule) => {
            writeln!(streams.stdout, "{}", rule.doc.trim_end())?;
            Ok(CLEAN)
        }
        None => tell(streams, &format!("expected a rule, got `{name}`; `shingi check --list-rules` names them all")),
    }
}

fn one_post(
    checker: &Checker,
    speaker: SpeakerArg,
    format: Format,
    file: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let text = match input::read_text(file, streams.stdin)? {
        Ok(text) => text,
        Err(message) => return tell(streams, &message),
    };
    let name = if input::is_stdin(file) { "-".to_owned() } else { file.display().to_string() };
    let checked = checker.check(&text, speaker);
    match format {
        Format::Human => human::write(checker, &name, &text, &checked, streams.stdout)?,
        Format::Json => {
            serde_json::to_writer(&mut streams.stdout, &report::json(checker, name.into(), &checked))?;
            writeln!(streams.stdout)?;
        }
    }
    Ok(checked.code())
}

impl Checker {
    fn check(&self, text: &str, speaker: SpeakerArg) -> report::Checked {
        let speaker = match speaker {
            SpeakerArg::Official => Speaker::Official { account: String::new() },
            SpeakerArg::Personal => Speaker::Personal { employer: Employer::Unknown },
        };
        let ctx = Context {
            speaker,
            organisation: self.organisation.clone(),
            today: self.today,
            reply: self.reply,
            matters: None,
            history: None,
        };
        let report = self.engine.inspect(text, &[], &ctx);
        let class = if self.reply { Class::Reply } else { Class::Routine };
        let circumstances = Circumstances { voice: ctx.speaker.voice(), class, reply: self.reply };
        report::Checked::new(&self.pack.policy, report, circumstances)
    }

    fn word(&self, key: &str) -> std::borrow::Cow<'static, str> {
        words().get(self.lang, key, &FluentArgs::new())
    }

    fn word_with(&self, key: &str, name: &'static str, value: usize) -> std::borrow::Cow<'static, str> {
        let mut args = FluentArgs::new();
        args.set(name, value);
        words().get(self.lang, key, &args)
    }
}

/// The day in this machine's zone.
fn today_here() -> Date {
    let date = jiff::ZonedDateTime::now().date();
    Date::new(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("a civil date of one calendar is one of the other")
}
