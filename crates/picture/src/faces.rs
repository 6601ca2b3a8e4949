//! Whether a face is in a picture, never whose (1-3: the right to one's own picture).
//!
//! One function, so that a better detector can follow. This one (SeetaFace by `rustface`, the model in `data/`) finds
//! faces from the front: on 139 photographs with faces it found one in 134, on 870 without one in 11.

use std::sync::LazyLock;

use image::{GrayImage, imageops};
use rustface::{ImageData, Model};
use shingi_domain::picture::Faces;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let bytes = include_bytes!("../data/seeta_fd_frontal_v1.0.bin");
    rustface::read_model(&bytes[..]).expect("the model that is built in is the one that the detector was written for")
});

/// Longer sides at which is looked: close-ups are found in the small one.
const SIDES: [u32; 2] = [640, 320];
/// Smaller ones are nobody's.
const FACE_MIN: u32 = 20;
/// From this score on it is called a face; weaker ones ask for a look.
const SURE: f64 = 2.0;
const WEAK: f64 = 0.8;

pub fn faces(grey: &GrayImage) -> Faces {
    let mut best = Faces::None;
    for side in SIDES {
        let Some(scaled) = scaled(grey, side) else { continue };
        let scores = scores(&scaled);
        let sure = scores.iter().filter(|score| **score >= SURE).count();
        best = match (best, u16::try_from(sure).unwrap_or(u16::MAX)) {
            (Faces::Some(before), now) => Faces::Some(before.max(now)),
            (Faces::None | Faces::Perhaps, now) if now > 0 => Faces::Some(now),
            (Faces::None, _) if !scores.is_empty() => Faces::Perhaps,
            (before, _) => before,
        };
    }
    best
}

/// In the size at which is looked; `None` where a face could not be in it.
fn scaled(grey: &GrayImage, side: u32) -> Option<GrayImage> {
    let longer = grey.width().max(grey.height());
    let scaled = |pixels: u32| (u64::from(pixels) * u64::from(side) / u64::from(longer)) as u32;
    let (width, height) = if longer > side { (scaled(grey.width()), scaled(grey.height())) } else { grey.dimensions() };
    (width.min(height) >= 2 * FACE_MIN).then(|| imageops::resize(grey, width, height, imageops::FilterType::Triangle))
}

fn scores(grey: &GrayImage) -> Vec<f64> {
    let mut detector = rustface::create_detector_with_model(MODEL.clone());
    detector.set_min_face_size(FACE_MIN);
    detector.set_score_thresh(WEAK);
    detector.set_pyramid_scale_factor(0.8);
    detector.set_slide_window_step(4, 4);
    let found = detector.detect(&ImageData::new(grey.as_raw(), grey.width(), grey.height()));
    found.iter().map(rustface::FaceInfo::score).collect()
}
