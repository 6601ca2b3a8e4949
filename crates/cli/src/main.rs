//! The `shingi` command: one line per subcommand, one file per subcommand.

mod demo;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Every official post, cleared and on the record.
#[derive(Parser)]
#[command(name = "shingi", version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a data folder: pages, API, jobs.
    Serve(serve::ServeArgs),
    /// Serve a sample organisation from a temporary folder.
    Demo(demo::DemoArgs),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(args) => serve::run(args),
        Command::Demo(args) => demo::run(args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shingi: {error:#}");
            ExitCode::from(2)
        }
    }
}
