//! How many frames a picture has, counted in the file without decoding one (1-7: a film of a few bytes a frame).
//!
//! Misses: frames behind a part of a file that is broken; they are never decoded either.

use image::ImageFormat;

/// At least 1.
pub fn count(bytes: &[u8], format: ImageFormat) -> u32 {
    let counted = match format {
        ImageFormat::Gif => gif(bytes),
        ImageFormat::Png => png(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => None,
    };
    counted.unwrap_or(1).max(1)
}

/// Blocks of a GIF: 0x21 extension, 0x2c frame, 0x3b end. Stops where the bytes stop.
fn gif(bytes: &[u8]) -> Option<u32> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        at = match bytes.get(at) {
            Some(0x21) => at + 2,
            Some(0x2c) => {
                frames += 1;
                let flags = bytes.get(at + 9).copied().unwrap_or(0);
                at + 11 + table(flags)
            }
            _ => return Some(frames),
        };
        while let Some(length) = bytes.get(at).copied() {
            at += 1 + usize::from(length);
            if length == 0 {
                break;
            }
        }
    }
}

/// The chunk `acTL` of an animated PNG says it; it stands before the pixels.
fn png(bytes: &[u8]) -> Option<u32> {
    let mut at = 8;
    loop {
        let length = number(bytes.get(at..at + 4)?);
        match bytes.get(at + 4..at + 8)? {
            b"acTL" => return Some(number(bytes.get(at + 8..at + 12)?)),
            b"IDAT" => return None,
            _ => at = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?,
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Chunks `ANMF` of a WebP.
fn webp(bytes: &[u8]) -> Option<u32> {
    let (mut at, mut frames) = (12_usize, 0);
    while let Some(name) = bytes.get(at..at + 4) {
        frames += u32::from(name == b"ANMF");
        let length = bytes.get(at + 4..at + 8)?.iter().rev().fold(0_usize, |n, byte| n << 8 | usize::from(*byte));
        at = at.checked_add(8)?.checked_add(length)?.checked_add(length & 1)?;
    }
    Some(frames)
}
