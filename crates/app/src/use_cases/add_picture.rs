//! Takes a picture in: cleaned of everything but pixels, kept under the hash of its bytes (1-3, 1-4).

use shingi_domain::{id::BlobId, permit::Action, post::Picture};

use crate::{App, AppError, pictures, session::Signed};

impl App {
    /// A picture without words and rights yet; the author adds them with the next revision.
    pub fn add_picture(&self, who: &Signed, upload: &[u8]) -> Result<Picture, AppError> {
        who.require(Action::WritePost)?;
        let clean = pictures::clean(upload)?;
        let blob = self.keep_blob(&clean.bytes)?;
        Ok(Picture { blob, media_type: clean.media_type.to_owned(), alt: String::new(), rights: None })
    }

    pub(crate) fn keep_blob(&self, bytes: &[u8]) -> Result<BlobId, AppError> {
        Ok(self.store.blobs().put(bytes)?)
    }
}
