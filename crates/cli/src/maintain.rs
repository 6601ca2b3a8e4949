//! `shingi backup`, `restore`, `views rebuild` and `doctor`: keeping a data folder well (2-9).

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use shingi_app::{
    App,
    clock::SystemClock,
    config::Config,
    ids::RandomIds,
    use_cases::restore_backup::{Restore, restore_backup},
};
use shingi_ledger::{Log, checkpoint::SignedCheckpoint};
use shingi_store::{Options, Store};

use crate::progress;

#[derive(Debug, Args)]
pub struct BackupArgs {
    /// The data folder; it may be served meanwhile.
    #[arg(long)]
    data: PathBuf,
    /// A folder that is not there yet.
    #[arg(long)]
    out: PathBuf,
}

pub fn backup(args: BackupArgs) -> anyhow::Result<()> {
    let store = Store::open(&args.data, Options::existing())?;
    let bar = progress::bar("pages");
    store.backup(&args.out, &mut |done, whole| progress::at(&bar, done, whole))?;
    bar.finish_and_clear();
    println!("wrote {}; keep it apart from the server, it holds the keys", args.out.display());
    Ok(())
}

#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// A folder written by `shingi backup`.
    #[arg(long)]
    from: PathBuf,
    /// The data folder to fill; missing or empty.
    #[arg(long)]
    data: PathBuf,
    /// The data folder that this one replaces, if it can still be read: erasures made since the backup are made again,
    /// and a log that was not signed since goes on as it was.
    #[arg(long)]
    replaces: Option<PathBuf>,
    /// The newest checkpoint of a log that was published, as kept elsewhere. A log of which neither this nor --replaces
    /// says that the backup has all of it goes on as a new epoch.
    #[arg(long)]
    checkpoint: Vec<PathBuf>,
}

pub fn restore(args: RestoreArgs) -> anyhow::Result<()> {
    let bar = progress::bar("parts");
    let mut told = |done, whole| progress::at(&bar, done, whole);
    let published = args.checkpoint.iter().map(|path| {
        let note = std::fs::read_to_string(path).with_context(|| format!("expected a file at `{}`", path.display()))?;
        SignedCheckpoint::parse(&note).with_context(|| format!("checkpoint `{}`", path.display()))
    });
    let published = published.collect::<anyhow::Result<Vec<_>>>()?;
    let asked = Restore { from: &args.from, to: &args.data, replaces: args.replaces.as_deref(), published: &published };
    let done = restore_backup(Arc::new(SystemClock), Arc::new(RandomIds), &asked, &mut told)?;
    bar.finish_and_clear();
    println!("restored {}", args.data.display());
    for (log, pos, name) in &done.erased {
        println!("erased again: `{name}` of position {pos} of {log}");
    }
    for (log, opening) in &done.epochs {
        let ended = &opening.ended[0];
        println!(
            "attention: {log} goes on as `{}`; `{}` ended, published up to line {} as far as is known here",
            opening.origin, ended.origin, ended.size
        );
    }
    if done.missed > 0 {
        println!("attention: {} deliveries are due and may have gone out already; they wait for a person", done.missed);
    }
    println!("compare it with the newest checkpoint kept elsewhere: shingi export, then shingi verify --checkpoint");
    Ok(())
}

#[derive(Debug, Subcommand)]
pub enum ViewsCommand {
    /// Empty all views and fold the whole record into them again; the folder must not be served meanwhile.
    Rebuild {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
}

pub fn views(command: ViewsCommand) -> anyhow::Result<()> {
    let ViewsCommand::Rebuild { data } = command;
    let store = Store::open(&data, Options::alone())?;
    let bar = progress::bar("lines");
    store.rebuild_views(&mut |done, whole| progress::at(&bar, done, whole))?;
    bar.finish_and_clear();
    println!("rebuilt the views of {}", data.display());
    Ok(())
}

#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
}

/// Says what is wrong and what to do; exit 1 where something is.
pub fn doctor(args: DoctorArgs) -> anyhow::Result<ExitCode> {
    let store = match Store::open(&args.data, Options::existing()) {
        Ok(store) => store,
        Err(error) => {
            println!("✗ folder: {error}");
            return Ok(ExitCode::from(1));
        }
    };
    println!("✓ folder: {} can be opened", args.data.display());
    let mut wrong = false;
    let mut say = |name: &str, found: Result<String, String>| match found {
        Ok(found) => println!("✓ {name}: {found}"),
        Err(problem) => {
            wrong = true;
            println!("✗ {name}: {problem}");
        }
    };
    for log in Log::ALL {
        let size = store.read(|read| read.size(log)).map_err(|error| error.to_string());
        say(log.name(), size.map(|size| format!("{size} lines")));
    }
    let now = crate::serve::now();
    let newest = store.read(|read| read.newest_at(Log::Record)).map_err(|error| error.to_string());
    say(
        "clock",
        newest.and_then(|at| match at {
            Some(at) if at > now.0 => Err(format!(
                "the newest line is {} seconds ahead of this machine's clock; sending is held until the clock is right",
                (at - now.0) / 1_000_000
            )),
            Some(_) | None => Ok("not behind the record".to_owned()),
        }),
    );
    let waiting = store.read(shingi_store::Read::outbox_count).map_err(|error| error.to_string());
    say("outbox", waiting.map(|count| format!("{count} calls under way")));
    let app = App::new(store, Arc::new(SystemClock), Arc::new(RandomIds), Config::default());
    match app {
        Ok(app) if app.is_set_up() => {
            say(
                "policy",
                app.in_force().map(|it| format!("{} {}", it.judge.policy, it.judge.version)).map_err(|e| e.to_string()),
            );
            say(
                "keys",
                app.keys().map(|_| "both are there".to_owned()).map_err(|_| {
                    "the folder `keys` lacks record.key or certificates.key; put them back from a backup".to_owned()
                }),
            );
        }
        Ok(_) => println!("· not set up yet: start `shingi serve` and open the link that it prints"),
        Err(error) => say("policy", Err(error.to_string())),
    }
    Ok(if wrong { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
