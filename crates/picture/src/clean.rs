//! Pictures on their way in: turned upright, stripped of everything but pixels, and what was taken off is said (1-3, 1-4).
//!
//! Where somebody stood, with which camera and when never leaves the house: the picture is encoded anew.

use std::io::Cursor;

use image::{
    DynamicImage, ImageEncoder, ImageFormat,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};
use shingi_domain::picture::Trace;

use crate::{
    limits::{self, Decoded, PictureError},
    traces,
};

/// The longer side after re-encoding: more than any network shows.
const SIDE_KEPT: u32 = 2_048;
/// Bytes of a colour profile that is kept: those of cameras and telephones have some hundred, a printer's has megabytes.
const COLOURS_MAX: usize = 4_096;

/// A picture as it is kept: upright, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanPicture {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
    /// What it carried, sorted.
    pub traces: Vec<Trace>,
}

/// Takes a picture in.
pub fn clean(upload: &[u8]) -> Result<CleanPicture, PictureError> {
    let decoded = limits::decode(upload)?;
    let traces = traces::traces(&decoded);
    let Decoded { mut picture, format, orientation, colours, .. } = decoded;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > SIDE_KEPT {
        picture = picture.resize(SIDE_KEPT, SIDE_KEPT, image::imageops::FilterType::CatmullRom);
    }
    // Colours are part of the pixels: without their profile, red is another red.
    let colours = colours.filter(|profile| profile.len() <= COLOURS_MAX && profile.get(16..20) == Some(b"RGB "));
    let (bytes, media_type) = encode(&picture, format, colours)?;
    Ok(CleanPicture { bytes, media_type, width: picture.width(), height: picture.height(), traces })
}

/// Photographs stay JPEG, everything else becomes PNG (WebP can only be written without loss).
fn encode(
    picture: &DynamicImage,
    from: ImageFormat,
    colours: Option<Vec<u8>>,
) -> Result<(Vec<u8>, &'static str), PictureError> {
    let mut bytes = Cursor::new(Vec::new());
    if from == ImageFormat::Jpeg || (from == ImageFormat::WebP && !picture.color().has_alpha()) {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, 88);
        write(DynamicImage::from(picture.to_rgb8()), encoder, colours)?;
        Ok((bytes.into_inner(), "image/jpeg"))
    } else {
        let colours = colours.filter(|_| picture.color().has_color());
        write(picture.clone(), PngEncoder::new(&mut bytes), colours)?;
        Ok((bytes.into_inner(), "image/png"))
    }
}

fn write(picture: DynamicImage, mut encoder: impl ImageEncoder, colours: Option<Vec<u8>>) -> Result<(), PictureError> {
    if let Some(profile) = colours {
        // An encoder that takes none writes the pixels all the same.
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder).map_err(|error| PictureError::Broken { why: error.to_string() })
}
