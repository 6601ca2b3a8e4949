//! The parts that the module is given: pack and names of the policy in force; on request, dictionary and weights.
//!
//! Serves 1-10 and every **R** item for private texts. Must never hand out the register of matters, clients or people.

use std::{io::Write as _, sync::LazyLock};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
use shingi_app::{App, AppError, in_force::pack_files};
use shingi_check::likeness::Model;

/// Bytes to send, and what their address ends with.
pub struct Part {
    pub bytes: Vec<u8>,
    pub version: String,
}

/// What stands for the cases, which are tests of the pack and were run before it was adopted.
const NO_CASES: &str = "# Cases\n\nThe cases are run on the server.\n";

/// The pack in force with the organisation's own names and contacts, as the module's `start` takes them.
pub fn start(app: &App) -> Result<Part, AppError> {
    let in_force = app.in_force()?;
    let files = pack_files(&app.store.blobs().get(in_force.judge.pack_hash)?)?;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| AppError::Record(error.to_string()));
    // A phone pays for every byte: what a check never reads stays here. A pack without its cases does not load.
    let read = files.into_iter().filter(|(path, _)| !path.contains("/quiz."));
    let pack = read.map(|(path, bytes)| {
        let words = if path.ends_with("/cases.md") { NO_CASES.to_owned() } else { text(bytes)? };
        Ok((path, words.into()))
    });
    let pack = pack.collect::<Result<serde_json::Map<_, _>, AppError>>()?;
    let organisation = &in_force.organisation;
    let names: Vec<&String> = std::iter::once(&organisation.name).chain(&organisation.other_names).collect();
    let start = serde_json::json!({ "pack": pack, "names": names, "contacts": organisation.contacts });
    let bytes = start.to_string().into_bytes();
    let version = version(&bytes);
    Ok(Part { bytes, version })
}

/// The dictionary of words, compressed once for as long as the server runs.
pub static WORDS: LazyLock<Vec<u8>> = LazyLock::new(|| compressed(&shingi_morph::bundle()));
pub static WORDS_VERSION: LazyLock<String> = LazyLock::new(|| version(&shingi_morph::bundle()));
/// The weights of likeness, compressed once.
pub static WEIGHTS: LazyLock<Vec<u8>> = LazyLock::new(|| compressed(weights()));
pub static WEIGHTS_VERSION: LazyLock<String> = LazyLock::new(|| version(weights()));

fn weights() -> &'static [u8] {
    Model::built_in_bytes().expect("the server is built with the weights inside")
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes what is written")
}

fn version(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}
