//! Pictures on their way in: decoded within limits, turned upright, stripped of everything but pixels (1-3, 1-4).
//!
//! Where somebody stood, with which camera and when never leaves the house: the picture is encoded anew.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// Bytes of an upload.
pub const BYTES_MAX: usize = 10 * 1024 * 1024;
/// Pixels of the longer side.
pub const SIDE_MAX: u32 = 8_192;
/// Memory that a decoder may ask for.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
/// The longer side after re-encoding: more than any network shows.
const SIDE_KEPT: u32 = 2_048;

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
    #[error("the picture cannot be decoded: {why}; save it anew in another program and try again")]
    Broken { why: String },
}

/// A picture as it is kept: upright, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanPicture {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
}

/// Takes a picture in. The claimed type and name are ignored: the bytes decide.
pub fn clean(upload: &[u8]) -> Result<CleanPicture, PictureError> {
    if upload.len() > BYTES_MAX {
        return Err(PictureError::TooManyBytes { got: upload.len() });
    }
    let format = image::guess_format(upload).map_err(|_| PictureError::WrongType)?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];
    if !known.contains(&format) {
        return Err(PictureError::WrongType);
    }
    let broken = |error: image::ImageError| PictureError::Broken { why: error.to_string() };
    let mut reader = ImageReader::with_format(Cursor::new(upload), format);
    reader.limits(limits());
    let mut decoder =
        reader.into_decoder().map_err(|error| too_large(upload, format).unwrap_or_else(|| broken(error)))?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > SIDE_MAX {
        return Err(PictureError::TooLarge { width, height });
    }
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > SIDE_KEPT {
        picture = picture.resize(SIDE_KEPT, SIDE_KEPT, image::imageops::FilterType::CatmullRom);
    }
    encode(&picture, format)
}

/// What these bytes are, whatever somebody says of them; `None` for anything that is not one of our pictures.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<&'static str> {
    match image::guess_format(bytes).ok()? {
        ImageFormat::Png => Some("image/png"),
        ImageFormat::Jpeg => Some("image/jpeg"),
        ImageFormat::WebP => Some("image/webp"),
        ImageFormat::Gif => Some("image/gif"),
        _ => None,
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    limits
}

/// A decoder that refuses the dimensions says less than we want to say.
fn too_large(upload: &[u8], format: ImageFormat) -> Option<PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(upload), format);
    reader.no_limits();
    let (width, height) = reader.into_dimensions().ok()?;
    (width.max(height) > SIDE_MAX).then_some(PictureError::TooLarge { width, height })
}

/// Photographs stay JPEG, everything else becomes PNG (WebP can only be written without loss).
fn encode(picture: &DynamicImage, from: ImageFormat) -> Result<CleanPicture, PictureError> {
    let broken = |error: image::ImageError| PictureError::Broken { why: error.to_string() };
    let mut bytes = Cursor::new(Vec::new());
    let media_type = if from == ImageFormat::Jpeg || (from == ImageFormat::WebP && !picture.color().has_alpha()) {
        let quality = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 88);
        picture.to_rgb8().write_with_encoder(quality).map_err(broken)?;
        "image/jpeg"
    } else {
        picture.write_to(&mut bytes, ImageFormat::Png).map_err(broken)?;
        "image/png"
    };
    Ok(CleanPicture { bytes: bytes.into_inner(), media_type, width: picture.width(), height: picture.height() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    /// A PNG whose header says 50,000 × 50,000: a few bytes that would become gigabytes.
    fn bomb() -> Vec<u8> {
        let mut bytes = png(1, 1);
        bytes[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
        let crc = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |mut crc, byte| {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            }
            crc
        })
    }

    #[test]
    fn a_picture_is_kept_upright_and_without_metadata() {
        let mut with_text = png(3, 2);
        let mut chunk = b"tEXtAuthor\0Somebody".to_vec();
        let crc = crc32(&chunk).to_be_bytes();
        let mut text = 15_u32.to_be_bytes().to_vec();
        text.append(&mut chunk);
        text.extend(crc);
        let end = with_text.len() - 12;
        with_text.splice(end..end, text);
        let kept = clean(&with_text).unwrap();
        assert_eq!((kept.width, kept.height, kept.media_type), (3, 2, "image/png"));
        assert!(!kept.bytes.windows(8).any(|w| w == b"Somebody"));
    }

    #[test]
    fn a_bomb_is_refused_by_its_dimensions() {
        assert_eq!(clean(&bomb()), Err(PictureError::TooLarge { width: 50_000, height: 50_000 }));
    }

    #[test]
    fn another_type_is_refused_whatever_it_is_called() {
        assert_eq!(clean(b"%PDF-1.7 not a picture"), Err(PictureError::WrongType));
        assert_eq!(clean(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PictureError::WrongType));
    }

    #[test]
    fn fifty_megabytes_are_refused_before_anything_is_decoded() {
        let got = 50 * 1024 * 1024;
        assert_eq!(clean(&vec![0; got]), Err(PictureError::TooManyBytes { got }));
    }

    #[test]
    fn a_cut_picture_says_that_it_is_broken() {
        let cut = png(64, 64);
        assert!(matches!(clean(&cut[..cut.len() / 2]), Err(PictureError::Broken { .. })));
    }
}
