//! Pictures of our own making, so that nobody's rights stand in the way of a test (1-3): scenes, faces drawn with
//! ellipses, codes, files with what cameras write.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageEncoder as _, ImageFormat, Luma, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

/// A number that looks like chance and is the same every time.
pub fn noise(seed: u32, x: u32, y: u32) -> u32 {
    let mut n = seed.wrapping_mul(0x9e37_79b9) ^ x.wrapping_mul(0x85eb_ca6b) ^ y.wrapping_mul(0xc2b2_ae35);
    n = (n ^ n >> 15).wrapping_mul(0x2c1b_3c6d);
    n = (n ^ n >> 12).wrapping_mul(0x297a_2d39);
    n ^ n >> 15
}

/// Hills, houses and a sky, different for each seed.
pub fn scene(seed: u32, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::from_fn(width, height, |x, y| {
        let u = f64::from(x) / f64::from(width);
        let v = f64::from(y) / f64::from(height);
        let wave = |n: u32| f64::from(noise(seed, n, 0) % 1_000) / 1_000.0;
        let hill = 0.35 + 0.3 * wave(1) + 0.12 * (u * (3.0 + 6.0 * wave(2)) + 6.0 * wave(3)).sin();
        let light = 40.0 * (u * (2.0 + 5.0 * wave(4)) + v * (1.0 + 4.0 * wave(5))).cos();
        let grain = f64::from(noise(seed, x, y) % 13);
        let base = if v < hill { 190.0 - 60.0 * v } else { 90.0 + 40.0 * u };
        let shade = (base + light + grain).clamp(0.0, 255.0) as u8;
        Rgb([shade, shade.saturating_add((wave(6) * 30.0) as u8), shade.saturating_sub((wave(7) * 40.0) as u8)])
    });
    for house in 0..6 {
        let at = |n: u32, of: u32| noise(seed, 100 + house, n) % of;
        let (left, top) = (at(0, width * 4 / 5), height / 3 + at(1, height / 2));
        let (across, down) = (width / 16 + at(2, width / 8), height / 12 + at(3, height / 4));
        let colour = [at(4, 256) as u8, at(5, 256) as u8, at(6, 256) as u8];
        for y in top..(top + down).min(height) {
            for x in left..(left + across).min(width) {
                picture.put_pixel(x, y, Rgb(colour));
            }
        }
    }
    picture
}

/// A soft ellipse over a grey picture.
fn ellipse(picture: &mut GrayImage, (cx, cy): (f64, f64), (rx, ry): (f64, f64), shade: f64, strength: f64, soft: f64) {
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let r = ((f64::from(x) - cx) / rx).hypot((f64::from(y) - cy) / ry);
        let inside = ((1.0 - r) / soft).clamp(0.0, 1.0) * strength;
        pixel.0[0] = (f64::from(pixel.0[0]) * (1.0 - inside) + shade * inside) as u8;
    }
}

/// A face from the front: hair, skin lit from above, brows, eyes, nose and mouth. `n` varies light and measure.
pub fn face(n: u32) -> DynamicImage {
    let (width, height) = (480, 480);
    let vary = |k: u32| f64::from(noise(n, k, 7) % 100) / 100.0;
    let mut p = GrayImage::from_fn(width, height, |x, y| Luma([(120 + noise(n, x / 9, y / 9) % 50) as u8]));
    let (cx, cy, s) = (240.0, 235.0, 95.0 + 20.0 * vary(1));
    let hair = 35.0 + 30.0 * vary(2);
    let skin = 178.0 + 25.0 * vary(3);
    ellipse(&mut p, (cx, cy + 2.3 * s), (1.9 * s, 1.1 * s), 70.0, 1.0, 0.05);
    ellipse(&mut p, (cx, cy + 1.2 * s), (0.45 * s, 0.7 * s), skin - 45.0, 1.0, 0.1);
    ellipse(&mut p, (cx, cy - 0.25 * s), (1.08 * s, 1.3 * s), hair, 1.0, 0.06);
    ellipse(&mut p, (cx, cy + 0.1 * s), (0.86 * s, 1.18 * s), skin, 1.0, 0.12);
    // Light from above: darker at the sides and under the chin.
    ellipse(&mut p, (cx - 0.75 * s, cy + 0.3 * s), (0.25 * s, 0.8 * s), skin - 50.0, 0.6, 1.0);
    ellipse(&mut p, (cx + 0.75 * s, cy + 0.3 * s), (0.25 * s, 0.8 * s), skin - 50.0, 0.6, 1.0);
    ellipse(&mut p, (cx, cy - 0.55 * s), (0.55 * s, 0.3 * s), skin + 25.0, 0.7, 1.0);
    for side in [-1.0, 1.0] {
        let ex = cx + side * 0.38 * s;
        let ey = cy - 0.08 * s;
        ellipse(&mut p, (ex, ey), (0.30 * s, 0.2 * s), skin - 60.0, 0.8, 0.9);
        ellipse(&mut p, (ex, ey - 0.24 * s), (0.27 * s, 0.065 * s), hair, 0.9, 0.5);
        ellipse(&mut p, (ex, ey + 0.02 * s), (0.18 * s, 0.085 * s), 215.0, 0.85, 0.3);
        ellipse(&mut p, (ex, ey + 0.015 * s), (0.085 * s, 0.09 * s), 25.0, 1.0, 0.3);
        ellipse(&mut p, (ex, ey - 0.055 * s), (0.2 * s, 0.03 * s), 30.0, 0.9, 0.5);
        ellipse(&mut p, (cx + side * 0.5 * s, cy + 0.4 * s), (0.25 * s, 0.2 * s), skin + 22.0, 0.6, 1.0);
        ellipse(&mut p, (cx + side * 0.11 * s, cy + 0.42 * s), (0.07 * s, 0.04 * s), 60.0, 0.9, 0.6);
        ellipse(&mut p, (cx + side * 0.2 * s, cy + 0.38 * s), (0.05 * s, 0.1 * s), skin - 45.0, 0.7, 0.9);
    }
    ellipse(&mut p, (cx, cy + 0.15 * s), (0.09 * s, 0.34 * s), skin + 30.0, 0.6, 0.9);
    ellipse(&mut p, (cx, cy + 0.5 * s), (0.22 * s, 0.05 * s), skin - 50.0, 0.7, 0.9);
    ellipse(&mut p, (cx, cy + 0.7 * s), (0.34 * s, 0.1 * s), 95.0, 0.85, 0.5);
    ellipse(&mut p, (cx, cy + 0.7 * s), (0.32 * s, 0.025 * s), 45.0, 0.9, 0.5);
    ellipse(&mut p, (cx, cy + 0.87 * s), (0.25 * s, 0.05 * s), skin - 40.0, 0.6, 0.9);
    let p = image::imageops::blur(&p, 1.2);
    DynamicImage::ImageLuma8(p)
}

pub fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub fn jpeg(picture: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A segment of a JPEG behind its first two bytes.
pub fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// A QR code with its quiet margin, so many pixels a field.
pub fn qr(text: &str, pixels: u32) -> GrayImage {
    use rxing::Writer as _;
    let bits = rxing::MultiFormatWriter.encode(text, &rxing::BarcodeFormat::QR_CODE, 1, 1).unwrap();
    GrayImage::from_fn(bits.width() * pixels, bits.height() * pixels, |x, y| {
        Luma([if bits.get(x / pixels, y / pixels) { 20 } else { 240 }])
    })
}

/// `what` on `ground`, its middle at (x, y), turned by so many degrees.
pub fn put(ground: &mut RgbImage, what: &GrayImage, (x, y): (u32, u32), degrees: f64) {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (half_x, half_y) = (f64::from(what.width()) / 2.0, f64::from(what.height()) / 2.0);
    for (gx, gy, pixel) in ground.enumerate_pixels_mut() {
        let (dx, dy) = (f64::from(gx) - f64::from(x), f64::from(gy) - f64::from(y));
        let (wx, wy) = (dx * cos + dy * sin + half_x, dy * cos - dx * sin + half_y);
        if wx >= 0.0 && wy >= 0.0 && wx < f64::from(what.width()) && wy < f64::from(what.height()) {
            let shade = what.get_pixel(wx as u32, wy as u32).0[0];
            *pixel = Rgb([shade, shade, shade]);
        }
    }
}
