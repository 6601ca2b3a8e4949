//! Takes a picture in: cleaned of everything but pixels, looked at, kept under the hash of its bytes (1-3, 1-4).

use shingi_domain::{
    id::{BlobId, PostId},
    permit::Action,
    post::Picture,
};

use super::save_draft::{self, PostForm};
use crate::{App, AppError, repository, session::Signed};

impl App {
    /// A picture without words and rights yet; the author adds them with the next revision.
    pub fn add_picture(&self, who: &Signed, upload: &[u8]) -> Result<Picture, AppError> {
        who.require(Action::WritePost)?;
        let (blob, clean) = self.take_in(upload)?;
        Ok(Picture { blob, media_type: clean.media_type.to_owned(), alt: String::new(), rights: None })
    }

    /// Takes uploads into the composer's draft, after what is there: all of them, or none. Gives the draft's version.
    pub fn add_pictures(&self, who: &Signed, post: PostId, uploads: &[Vec<u8>]) -> Result<i64, AppError> {
        let pictures = uploads.iter().map(|upload| self.add_picture(who, upload)).collect::<Result<Vec<_>, _>>()?;
        self.store.write(|tx| {
            let known = repository::post(tx, post)?.ok_or(AppError::NotFound("post"))?.value;
            let mut form = save_draft::saved(tx, post)?.map_or_else(|| PostForm::of(&known), |saved| saved.form);
            form.pictures.extend(pictures.iter().cloned());
            self.keep_draft(tx, who, post, form)
        })
    }

    pub(crate) fn keep_blob(&self, bytes: &[u8]) -> Result<BlobId, AppError> {
        Ok(self.store.blobs().put(bytes)?)
    }
}
