//! QR and bar codes in a picture: where they lead is part of what is said (1-3, 1-4, 1-7).
//!
//! Only kinds with a check of their own, since stripes and windows look like the others.

use std::collections::HashSet;

use image::{GrayImage, imageops};
use rxing::{BarcodeFormat, DecodeHints, helpers};

/// Longer sides are made smaller first: reading takes time in proportion to the pixels.
const SIDE_MAX: u32 = 1_280;
const CODES_MAX: usize = 20;
/// Characters of a code that are kept.
const TEXT_MAX: usize = 2_000;

/// Their texts, each once, in the order of the alphabet.
pub fn codes(grey: &GrayImage) -> Vec<String> {
    let side = grey.width().max(grey.height());
    let smaller = (side > SIDE_MAX).then(|| {
        let scaled = |pixels: u32| (u64::from(pixels) * u64::from(SIDE_MAX) / u64::from(side)).max(1) as u32;
        imageops::resize(grey, scaled(grey.width()), scaled(grey.height()), imageops::FilterType::Triangle)
    });
    let mut found = read(smaller.as_ref().unwrap_or(grey));
    if found.is_empty() && smaller.is_some() {
        // A small code in a large picture is lost when it shrinks.
        found = read(grey);
    }
    found.sort();
    found.dedup();
    found.truncate(CODES_MAX);
    found
}

fn read(grey: &GrayImage) -> Vec<String> {
    let formats = [
        BarcodeFormat::QR_CODE,
        BarcodeFormat::MICRO_QR_CODE,
        BarcodeFormat::DATA_MATRIX,
        BarcodeFormat::AZTEC,
        BarcodeFormat::PDF_417,
        BarcodeFormat::EAN_13,
    ];
    let mut hints = DecodeHints {
        PossibleFormats: Some(HashSet::from(formats)),
        TryHarder: Some(true),
        AlsoInverted: Some(true),
        ..DecodeHints::default()
    };
    let luma = grey.as_raw().clone();
    let results = helpers::detect_multiple_in_luma_with_hints(luma, grey.width(), grey.height(), &mut hints);
    let text = |result: &rxing::RXingResult| result.getText().chars().take(TEXT_MAX).collect::<String>();
    results.unwrap_or_default().iter().map(text).filter(|text| !text.trim().is_empty()).collect()
}
