//! `--fix`: makes the changes that nobody would read otherwise, and no others. Serves 1-7.
//!
//! A file is replaced whole or not at all: what stands beside it until then is a temporary file in the same folder. Must
//! never touch a file in which there is nothing to change.

use std::{fs, io::Write as _, path::Path};

use shingi_check::fix;
use similar::TextDiff;

use super::{
    Checker,
    human::visible,
    input::{self, words_of},
};
use crate::checker::SpeakerArg;

/// A change may bring another finding to light; more often than this it never does.
const ROUNDS: usize = 8;

/// What became of a file.
pub struct Mended {
    pub before: String,
    pub after: String,
    pub changes: usize,
}

/// Reads a file and makes every safe change in its words; byte order mark and last line end stay.
pub(super) fn mended(checker: &Checker, speaker: SpeakerArg, file: &Path) -> Result<Mended, String> {
    let before = input::read_whole(file, &mut std::io::empty())?;
    let words = words_of(&before);
    let start = before.find(words).unwrap_or(0);
    let (head, tail) = (&before[..start], &before[start + words.len()..]);
    let (mut text, mut changes) = (words.to_owned(), 0);
    for _ in 0..ROUNDS {
        let (report, _) = checker.inspect(&text, speaker);
        let (next, count) = fix::mend(&text, &report.findings);
        if count == 0 {
            break;
        }
        (text, changes) = (next, changes + count);
    }
    Ok(Mended { after: format!("{head}{text}{tail}"), before, changes })
}

/// Puts the new words in the place of the old ones. Where the name is a link, what it points to is replaced.
pub fn write(file: &Path, mended: &Mended) -> Result<(), String> {
    let replace = || -> std::io::Result<()> {
        let file = fs::canonicalize(file)?;
        let folder = file.parent().unwrap_or_else(|| Path::new("."));
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        beside.write_all(mended.after.as_bytes())?;
        beside.as_file().set_permissions(fs::metadata(&file)?.permissions())?;
        beside.as_file().sync_all()?;
        beside.persist(&file).map_err(|error| error.error)?;
        Ok(())
    };
    replace().map_err(|error| {
        let name = file.display();
        format!("expected to write `{name}`, got: {error}; it is as it was; let its folder be written to")
    })
}

/// The change as a diff for people: what shows nothing is written as its number, so it is no patch for a program.
pub fn diff(name: &str, mended: &Mended) -> String {
    let shown = |text: &str| text.split('\n').map(visible).collect::<Vec<_>>().join("\n");
    let (before, after) = (shown(&mended.before), shown(&mended.after));
    TextDiff::from_lines(&before, &after).unified_diff().context_radius(2).header(name, name).to_string()
}
