//! A picture drawn here, so that the demo owns the rights to it: a glass, a white box, a pale ground (1-3).

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A PNG of 960 × 540 pixels, the same every time.
pub fn sample() -> Vec<u8> {
    let mut picture = RgbImage::from_fn(960, 540, |x, y| {
        let shade = u8::try_from(y / 12).unwrap_or(u8::MAX);
        let wave = u8::try_from((x + 2 * y) / 40 % 6).unwrap_or(0);
        Rgb([214 - shade / 2, 228 - shade / 3 + wave, 236 - shade / 6 + wave])
    });
    fill(&mut picture, 0..960, 430..540, [196, 186, 170]);
    fill(&mut picture, 520..760, 130..440, [248, 248, 246]);
    fill(&mut picture, 540..740, 160..220, [70, 92, 150]);
    fill(&mut picture, 600..680, 340..360, [120, 130, 140]);
    fill(&mut picture, 250..390, 240..440, [226, 240, 246]);
    fill(&mut picture, 258..382, 300..432, [128, 188, 214]);
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).expect("a picture in memory can be written to memory");
    bytes.into_inner()
}

fn fill(picture: &mut RgbImage, across: std::ops::Range<u32>, down: std::ops::Range<u32>, colour: [u8; 3]) {
    for y in down {
        for x in across.clone() {
            picture.put_pixel(x, y, Rgb(colour));
        }
    }
}
