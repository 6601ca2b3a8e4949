//! `shingi pack check DIR`: what is wrong in a policy pack, with file and line, and whether its cases come out as written.
//!
//! Serves 0: a committee can try its pack before it adopts it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use shingi_check::{engine::Engine, pack::Pack};

/// No file of a pack is larger.
const FILE_MAX: u64 = 8 * 1024 * 1024;

#[derive(Debug, Args)]
pub struct PackArgs {
    #[command(subcommand)]
    command: PackCommand,
}

#[derive(Debug, Subcommand)]
enum PackCommand {
    /// Read a pack, say everything that is wrong in it, and run its cases.
    Check {
        /// The folder with `pack.toml`.
        dir: PathBuf,
    },
}

/// 0: the pack is sound; 1: it has problems; 2: it could not be read.
pub fn run(args: PackArgs) -> ExitCode {
    let PackCommand::Check { dir } = args.command;
    let files = match read_folder(&dir) {
        Ok(files) => files,
        Err(message) => {
            eprintln!("shingi pack check: {message}");
            return ExitCode::from(2);
        }
    };
    match check(&files) {
        Ok(summary) => {
            println!("{}: {summary}", dir.display());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            eprintln!(
                "shingi pack check: {} problem(s) in `{}`; the pack does not load until they are gone",
                problems.len(),
                dir.display()
            );
            ExitCode::from(1)
        }
    }
}

fn check(files: &BTreeMap<String, Vec<u8>>) -> Result<String, Vec<String>> {
    let told = |problems: Vec<shingi_check::problem::PackProblem>| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let pack = Pack::load(files).map_err(told)?;
    let engine = Engine::new(&pack).map_err(|error| vec![error.to_string()])?;
    let cases = pack.run_cases(&engine).map_err(told)?;
    let policy = &pack.policy;
    Ok(format!(
        "pack `{}` {}: {} items, {} bindings, {} lexicons, {cases} cases come out as written, SHA-256 {}",
        policy.id,
        policy.version,
        policy.items.len(),
        policy.bindings.len(),
        pack.lexicons.len(),
        pack.hash_hex()
    ))
}

/// All files below a folder, by their path in it. Hidden files and folders are no part of a pack.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let told = |error: std::io::Error, path: &Path| {
            format!(
                "expected a policy pack that can be read, got at `{}`: {error}; name the folder with `pack.toml`",
                path.display()
            )
        };
        for entry in fs::read_dir(&next).map_err(|error| told(error, &next))? {
            let path = entry.map_err(|error| told(error, &next))?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            let meta = fs::symlink_metadata(&path).map_err(|error| told(error, &path))?;
            if meta.is_dir() {
                waiting.push(path);
            } else if meta.len() > FILE_MAX {
                return Err(format!(
                    "expected files of at most {FILE_MAX} bytes, got `{}`; it is no part of a pack",
                    path.display()
                ));
            } else {
                let inside = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.insert(inside, fs::read(&path).map_err(|error| told(error, &path))?);
            }
        }
    }
    Ok(files)
}
