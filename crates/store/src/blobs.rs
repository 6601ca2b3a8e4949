//! Pictures, captures and packs, each under the SHA-256 of its bytes (1-3, 2-9). Written once, whole or not at all.
//!
//! Must never be named on a line in the clear: a content address is a hash that anyone can guess.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use shingi_domain::id::BlobId;

use crate::StoreError;

static NUMBER: AtomicU64 = AtomicU64::new(0);

#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    fn path(&self, id: BlobId) -> PathBuf {
        let name = id.to_string();
        self.folder.join(&name[..2]).join(&name[2..])
    }

    /// Keeps bytes; the same bytes twice are one blob.
    pub fn put(&self, bytes: &[u8]) -> Result<BlobId, StoreError> {
        let id = BlobId::of(bytes);
        let path = self.path(id);
        if path.exists() {
            return Ok(id);
        }
        let file_error = |source| StoreError::file(&path, source);
        let folder = path.parent().expect("a blob lies in a folder named by its first digits");
        fs::create_dir_all(folder).map_err(file_error)?;
        // Two who keep the same bytes at once write two parts; the second rename changes nothing.
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let part = folder.join(format!("{id}.{}-{number}.part", std::process::id()));
        let written = File::create(&part)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&part, &path));
        if let Err(source) = written {
            let _ = fs::remove_file(&part);
            return Err(file_error(source));
        }
        // The name is on disk once the folders are that lead to it.
        for folder in [folder, &self.folder] {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(file_error)?;
        }
        Ok(id)
    }

    /// A blob as a file and its length, for streaming. Not checked against its name: [`Self::get`] does that.
    pub fn open(&self, id: BlobId) -> Result<(File, u64), StoreError> {
        let open = || {
            let file = File::open(self.path(id))?;
            let length = file.metadata()?.len();
            Ok((file, length))
        };
        open().map_err(|error: std::io::Error| StoreError::Blob { id: id.to_string(), why: error.to_string() })
    }

    /// The bytes, checked against their name.
    pub fn get(&self, id: BlobId) -> Result<Vec<u8>, StoreError> {
        let blob_error = |why: String| StoreError::Blob { id: id.to_string(), why };
        let bytes = fs::read(self.path(id)).map_err(|error| blob_error(error.to_string()))?;
        if BlobId::of(&bytes) != id {
            return Err(blob_error("the bytes on disk are not those that were kept".to_owned()));
        }
        Ok(bytes)
    }

    #[must_use]
    pub fn exists(&self, id: BlobId) -> bool {
        self.path(id).exists()
    }
}
