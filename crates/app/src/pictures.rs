//! What was seen in the pictures of a post: looked at once, when they come in, and kept beside their bytes (1-3, 1-4).
//!
//! A picture without a look, or with one by another program, is reported as unchecked and looked at by a job.

use std::{collections::BTreeSet, sync::PoisonError};

use shingi_check::context::{InPicture, Looked, Medium};
use shingi_domain::{
    id::{BlobId, PostId},
    picture::{Looks, Seen, Trace},
    post::{Consent, Picture, Post, Resolved},
    time::Timestamp,
};
use shingi_store::{PictureRow, Read, WriteTx};

use crate::{App, AppError, repository};

pub use shingi_picture::{BYTES_MAX, CleanPicture, PictureError, SIDE_MAX, VERSION, clean, sniff};

/// Posts of which it is not known when they came to a picture show it from now on.
const NEVER: i64 = i64::MAX;
/// Characters by which a post without a title is called.
const HEAD_MAX: usize = 30;

impl App {
    /// Takes an upload in: cleaned, looked at, kept. One that cannot be looked at is refused.
    pub(crate) fn take_in(&self, upload: &[u8]) -> Result<(BlobId, CleanPicture), AppError> {
        let clean = shingi_picture::clean(upload)?;
        let seen = shingi_picture::look(&clean.bytes)?;
        let blob = self.keep_blob(&clean.bytes)?;
        self.store.write(|tx| put(tx, blob, Some(&seen), &clean.traces))?;
        Ok((blob, clean))
    }

    /// The pictures of a content as the engine wants them. What could not be said for want of a look is noted for the
    /// job; `false` tells that there was such a one.
    pub(crate) fn media(
        &self,
        content: &Resolved,
        post: PostId,
        now: Timestamp,
    ) -> Result<(Vec<Medium>, bool), AppError> {
        if content.pictures.is_empty() {
            return Ok((Vec::new(), true));
        }
        let (media, unseen) = self.store.read(|read| media(read, content, post, now))?;
        let complete = unseen.is_empty();
        self.unseen.lock().unwrap_or_else(PoisonError::into_inner).extend(unseen);
        Ok((media, complete))
    }

    /// What is known of these pictures, in their order; nothing of those that nobody looked at.
    pub fn pictures_known(&self, pictures: &[Picture]) -> Result<Vec<KnownPicture>, AppError> {
        self.store.read(|read| {
            let of = |picture: &Picture| Ok(known(read, picture.blob)?.unwrap_or_default());
            pictures.iter().map(of).collect()
        })
    }

    /// Looks at what was found not to have been looked at. The job of `jobs::look_at_pictures`.
    pub(crate) fn look_at_unseen(&self) -> Result<(), AppError> {
        let unseen = std::mem::take(&mut *self.unseen.lock().unwrap_or_else(PoisonError::into_inner));
        for blob in unseen {
            let bytes = self.store.blobs().get(blob);
            let seen = bytes.ok().and_then(|bytes| shingi_picture::look(&bytes).ok());
            if seen.is_none() {
                tracing::warn!(%blob, "a picture cannot be looked at; the posts that show it stay unchecked");
            }
            self.store.write(|tx| put(tx, blob, seen.as_ref(), &[]))?;
        }
        Ok(())
    }
}

/// Pictures without a look by this program.
pub(crate) type Unseen = BTreeSet<BlobId>;

/// A picture that was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownPicture {
    /// By which program.
    pub engine: String,
    /// `None` where it could not be looked at.
    pub seen: Option<Seen>,
    /// What its file carried, and was taken off.
    pub traces: Vec<Trace>,
}

fn known(read: &Read, blob: BlobId) -> Result<Option<KnownPicture>, AppError> {
    let Some(PictureRow { engine, seen, traces }) = read.picture(&blob.to_string())? else { return Ok(None) };
    let wrong = |error: serde_json::Error| AppError::Record(error.to_string());
    let seen = if seen.is_empty() { None } else { Some(serde_json::from_str(&seen).map_err(wrong)?) };
    Ok(Some(KnownPicture { engine, seen, traces: serde_json::from_str(&traces).map_err(wrong)? }))
}

fn put(tx: &WriteTx<'_>, blob: BlobId, seen: Option<&Seen>, traces: &[Trace]) -> Result<(), AppError> {
    let wrong = |error: serde_json::Error| AppError::Record(error.to_string());
    let row = PictureRow {
        engine: VERSION.to_owned(),
        seen: seen.map(serde_json::to_string).transpose().map_err(wrong)?.unwrap_or_default(),
        traces: serde_json::to_string(traces).map_err(wrong)?,
    };
    let looks = seen.map_or_else(Looks::default, |seen| seen.looks).to_string();
    Ok(tx.put_picture(&blob.to_string(), &looks, &row)?)
}

fn media(
    read: &Read,
    content: &Resolved,
    post: PostId,
    now: Timestamp,
) -> Result<(Vec<Medium>, Vec<BlobId>), AppError> {
    let own = read.picture_uses(&post.to_string())?;
    let since = own.iter().map(|(_, since)| *since).min().unwrap_or(NEVER);
    let before = read.picture_uses_before(&post.to_string(), since)?;
    let mut unseen = Vec::new();
    let mut media = Vec::new();
    for picture in &content.pictures {
        let blob = picture.blob.to_string();
        let looked = match known(read, picture.blob)? {
            Some(KnownPicture { engine, seen, traces }) if engine == VERSION => match seen {
                None => Looked::Missing,
                Some(seen) => {
                    let same = |other: &&shingi_store::PictureUse| {
                        other.blob == blob || other.looks.parse().is_ok_and(|looks: Looks| seen.looks.is_like(looks))
                    };
                    let used_in = match before.iter().find(same) {
                        Some(other) => Some(named(read, &other.post)?),
                        None => None,
                    };
                    Looked::Seen(Box::new(InPicture {
                        name: format!("picture {}", &blob[..16]),
                        seen,
                        traces,
                        used_in,
                    }))
                }
            },
            Some(_) | None => {
                unseen.push(picture.blob);
                Looked::Missing
            }
        };
        let rights = picture.rights.as_ref();
        let agreed = rights.is_some_and(|r| r.consent == Consent::Given && r.until.is_none_or(|until| until > now));
        media.push(Medium { alt: Some(picture.alt.clone()), looked, agreed });
    }
    Ok((media, unseen))
}

/// A post as its writers know it: what it is called, and where it is found.
fn named(read: &Read, post: &str) -> Result<String, AppError> {
    let id =
        post.parse::<PostId>().map_err(|_| AppError::Record(format!("expected the id of a post, got `{post}`")))?;
    let known = repository::post(read, id)?.map(|document| document.value);
    let draft = known.as_ref().and_then(Post::draft_kept);
    let head = draft.map_or("", |draft| if draft.title.is_empty() { &draft.text } else { &draft.title });
    let head: String = head.lines().next().unwrap_or("").chars().take(HEAD_MAX).collect();
    Ok(format!("{head} (/posts/{id})").trim_start().to_owned())
}

/// Says on which post the pictures are now that it shows; none, once it is given up.
pub(crate) fn note_uses(tx: &WriteTx<'_>, post: &Post, now: Timestamp) -> Result<(), AppError> {
    let pictures = post.draft_kept().filter(|_| post.abandoned.is_none()).map_or(&[][..], |draft| &draft.pictures);
    let blobs: Vec<String> = pictures.iter().map(|picture| picture.blob.to_string()).collect();
    Ok(tx.put_picture_uses(&post.id.to_string(), &blobs, now.0)?)
}
