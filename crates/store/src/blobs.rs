//! Pictures, captures and packs, each under the SHA-256 of its bytes. Written once, whole or not at all.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
};

use shingi_domain::id::BlobId;

use crate::StoreError;

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
        let file_error = |source| StoreError::File { path: path.display().to_string(), source };
        let folder = path.parent().expect("a blob lies in a folder named by its first digits");
        fs::create_dir_all(folder).map_err(file_error)?;
        let part = folder.join(format!("{}.{}.part", id, std::process::id()));
        let mut file = File::create(&part).map_err(file_error)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&part, &path));
        if let Err(source) = written {
            let _ = fs::remove_file(&part);
            return Err(file_error(source));
        }
        // The name itself is on disk once its folder is.
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(file_error)?;
        Ok(id)
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
