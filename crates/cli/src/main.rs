//! The `shingi` command: one line per subcommand, one file per subcommand. Serves no item of its own.

mod beside;
mod check;
mod checker;
mod demo;
mod eval;
mod export;
mod folder;
mod lines;
mod lsp;
mod maintain;
mod pack;
mod progress;
mod serve;
mod verify;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::{CommandFactory as _, Parser, Subcommand};

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
    /// Read the policy against texts, like a linter.
    Check(check::CheckArgs),
    /// Serve findings to an editor (Language Server Protocol, over standard input and output).
    Lsp(lsp::LspArgs),
    /// Measure how well a policy pack finds what people labelled.
    Eval(eval::EvalArgs),
    /// Check a policy pack.
    Pack(pack::PackArgs),
    /// Write both logs with their words into one file that anyone can verify.
    Export(export::ExportArgs),
    /// Verify an export or a certificate, offline.
    Verify(verify::VerifyArgs),
    /// Copy a data folder, also while it is served.
    Backup(maintain::BackupArgs),
    /// Put a backup into an empty folder.
    Restore(maintain::RestoreArgs),
    /// Work on the views.
    #[command(subcommand)]
    Views(maintain::ViewsCommand),
    /// Say what is wrong with a data folder, and what to do.
    Doctor(maintain::DoctorArgs),
    /// Print completions for a shell.
    Completions {
        /// bash, zsh, fish, elvish or powershell
        shell: clap_complete::Shell,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(args) => serve::run(args).map(|()| ExitCode::SUCCESS),
        Command::Demo(args) => demo::run(args).map(|()| ExitCode::SUCCESS),
        Command::Check(args) => Ok(check::run(args)),
        Command::Lsp(args) => lsp::run(args),
        Command::Eval(args) => Ok(eval::run(args)),
        Command::Pack(args) => Ok(pack::run(args)),
        Command::Export(args) => export::run(args).map(|()| ExitCode::SUCCESS),
        Command::Verify(args) => verify::run(args),
        Command::Backup(args) => maintain::backup(args).map(|()| ExitCode::SUCCESS),
        Command::Restore(args) => maintain::restore(args).map(|()| ExitCode::SUCCESS),
        Command::Views(command) => maintain::views(command).map(|()| ExitCode::SUCCESS),
        Command::Doctor(args) => maintain::doctor(args),
        Command::Completions { shell } => {
            // Into memory first: the library panics where its output fails.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "shingi", &mut script);
            let written = std::io::Write::write_all(&mut std::io::stdout().lock(), &script);
            written.map(|()| ExitCode::SUCCESS).context("expected to write the completions to standard output")
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("shingi: {error:#}");
        ExitCode::from(2)
    })
}
