//! The hash of what a picture looks like, so that the same picture is known again (1-3: used once does not mean for ever).

use image::{GrayImage, imageops};
use shingi_domain::picture::Looks;

const SIDE: u32 = 16;

/// Whether it gets lighter or darker from each of 16 × 16 fields to its right neighbour.
pub fn looks(grey: &GrayImage) -> Looks {
    let small = imageops::resize(grey, SIDE + 1, SIDE, imageops::FilterType::Lanczos3);
    let mut bits = [0_u64; 4];
    for y in 0..SIDE {
        for x in 0..SIDE {
            let lighter = small.get_pixel(x, y).0[0] < small.get_pixel(x + 1, y).0[0];
            let nth = (y * SIDE + x) as usize;
            bits[nth / 64] |= u64::from(lighter) << (nth % 64);
        }
    }
    Looks(bits)
}
