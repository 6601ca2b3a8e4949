//! Decoding inside limits: bytes, sides, memory, frames times pixels (1-7: a picture must not stop the house).

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, metadata::Orientation};

use crate::frames;

/// Bytes of an upload.
pub const BYTES_MAX: usize = 10 * 1024 * 1024;
/// Pixels of the longer side.
pub const SIDE_MAX: u32 = 8_192;
/// Memory that a decoder may ask for.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
/// Frames of a moving picture, of which the first is kept.
pub const FRAMES_MAX: u32 = 1_000;
/// Pixels of all frames together.
const PIXELS_MAX: u64 = 400_000_000;

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("expected a picture of at most {} MB, got {got} bytes; make it smaller and try again", BYTES_MAX / 1024 / 1024)]
    TooManyBytes { got: usize },
    #[error("expected PNG, JPEG, WebP or GIF, got something else; save it as one of these and try again")]
    WrongType,
    #[error(
        "expected at most {SIDE_MAX} pixels a side, the picture says {width}×{height}; make it smaller and try again"
    )]
    TooLarge { width: u32, height: u32 },
    #[error(
        "expected at most {FRAMES_MAX} frames and no film, the picture has {got}; take one frame of it and try again"
    )]
    TooManyFrames { got: u32 },
    #[error("the picture cannot be decoded: {why}; save it anew in another program and try again")]
    Broken { why: String },
}

/// A picture as it stands in the file, not turned yet, with what stands beside it.
pub(crate) struct Decoded {
    pub picture: DynamicImage,
    pub format: ImageFormat,
    pub orientation: Orientation,
    pub frames: u32,
    pub exif: Option<Vec<u8>>,
    pub xmp: Option<Vec<u8>>,
    pub iptc: Option<Vec<u8>>,
    pub colours: Option<Vec<u8>>,
}

/// The claimed type and name are ignored: the bytes decide.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, PictureError> {
    if bytes.len() > BYTES_MAX {
        return Err(PictureError::TooManyBytes { got: bytes.len() });
    }
    let format = image::guess_format(bytes).map_err(|_| PictureError::WrongType)?;
    if media_type(format).is_none() {
        return Err(PictureError::WrongType);
    }
    let broken = |error: image::ImageError| PictureError::Broken { why: error.to_string() };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder =
        reader.into_decoder().map_err(|error| too_large(bytes, format).unwrap_or_else(|| broken(error)))?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > SIDE_MAX {
        return Err(PictureError::TooLarge { width, height });
    }
    let frames = frames::count(bytes, format);
    if frames > FRAMES_MAX
        || u64::from(frames) * u64::from(width) * u64::from(height) > PIXELS_MAX.max(u64::from(SIDE_MAX).pow(2))
    {
        return Err(PictureError::TooManyFrames { got: frames });
    }
    // What cannot be read beside the pixels is no reason to refuse them: it is taken off anyway.
    let exif = decoder.exif_metadata().ok().flatten();
    let xmp = decoder.xmp_metadata().ok().flatten();
    let iptc = decoder.iptc_metadata().ok().flatten();
    let colours = decoder.icc_profile().ok().flatten();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    Ok(Decoded { picture, format, orientation, frames, exif, xmp, iptc, colours })
}

/// What these bytes are, whatever somebody says of them; `None` for anything that is not one of our pictures.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<&'static str> {
    media_type(image::guess_format(bytes).ok()?)
}

fn media_type(format: ImageFormat) -> Option<&'static str> {
    match format {
        ImageFormat::Png => Some("image/png"),
        ImageFormat::Jpeg => Some("image/jpeg"),
        ImageFormat::WebP => Some("image/webp"),
        ImageFormat::Gif => Some("image/gif"),
        _ => None,
    }
}

pub(crate) fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    limits
}

/// A decoder that refuses the dimensions says less than we want to say.
fn too_large(bytes: &[u8], format: ImageFormat) -> Option<PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.no_limits();
    let (width, height) = reader.into_dimensions().ok()?;
    (width.max(height) > SIDE_MAX).then_some(PictureError::TooLarge { width, height })
}
