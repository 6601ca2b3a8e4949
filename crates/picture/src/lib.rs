//! Pictures: taken in without what they carry beside their pixels, and looked at (1-3, 1-4).
//!
//! Heavy (decoders, a model of faces, readers of codes), so apart from the pure crates: what is seen leaves as plain
//! facts of `shingi_domain::picture`. Must never say whose face it is, and never panic on any bytes.

pub mod clean;
mod codes;
mod faces;
mod frames;
pub mod limits;
mod looks;
mod traces;

use std::panic::{AssertUnwindSafe, catch_unwind};

use shingi_domain::picture::Seen;

pub use clean::{CleanPicture, clean};
pub use limits::{BYTES_MAX, PictureError, SIDE_MAX, sniff};

/// Which program looked. What another one saw is looked at again; it stands on certificates beside the engine of texts.
pub const VERSION: &str = "1";

/// Looks at a picture that was kept.
pub fn look(bytes: &[u8]) -> Result<Seen, PictureError> {
    let picture = limits::decode(bytes)?.picture;
    let grey = picture.to_luma8();
    // The readers below are other people's, and a picture may be made to break them.
    let seen = catch_unwind(AssertUnwindSafe(|| Seen {
        faces: faces::faces(&grey),
        codes: codes::codes(&grey),
        looks: looks::looks(&grey),
    }));
    seen.map_err(|_| PictureError::Broken { why: "a reader of faces or codes gave up on it".to_owned() })
}
