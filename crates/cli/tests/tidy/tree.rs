//! The files of the project, read once for each test. Must never change one.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// One file: its path from the root, with `/`, and its bytes.
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

impl File {
    /// The text, or nothing for a binary file.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|text| !text.contains('\0'))
    }
}

/// The root of the work tree. Taken at run time where possible: a test binary may be run from another tree.
pub fn root() -> PathBuf {
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&here).join("../..").canonicalize().unwrap()
}

/// Every file that is neither built, nor downloaded, nor git's own; sorted by path.
pub fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = root();
        let mut found = Vec::new();
        collect(&root, &root, &mut found);
        found.sort_by(|a, b| a.path.cmp(&b.path));
        assert!(found.len() > 50, "expected the whole project under `{}`, found {} files", root.display(), found.len());
        found
    })
}

/// The text files whose path begins and ends like this.
pub fn texts<'a>(prefix: &'a str, suffix: &'a str) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
    files()
        .iter()
        .filter(move |file| file.path.starts_with(prefix) && file.path.ends_with(suffix))
        .filter_map(|file| Some((file.path.as_str(), file.text()?)))
}

/// One text file that has to be there.
pub fn text(path: &str) -> &'static str {
    let file = files().iter().find(|file| file.path == path);
    file.and_then(File::text).unwrap_or_else(|| panic!("expected the text file `{path}`, found none"))
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        let skipped =
            name == ".git" || name == "node_modules" || name == "__pycache__" || is_target(root, folder, &name);
        if skipped {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, found);
        } else if let Ok(bytes) = fs::read(&path) {
            // A file that went away between listing and reading was an editor's or a build's.
            found.push(File { path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), bytes });
        }
    }
}

fn is_target(root: &Path, folder: &Path, name: &str) -> bool {
    root == folder && (name == "target" || name.starts_with("target-"))
}

/// Fails with every complaint, and with what to do about them.
#[track_caller]
pub fn assert_none(complaints: &[String], what_to_do: &str) {
    assert!(complaints.is_empty(), "{} found:\n  {}\n{what_to_do}", complaints.len(), complaints.join("\n  "));
}
