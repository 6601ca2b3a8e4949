//! What is seen in pictures: codes wherever they stand, faces or none, the same picture again (1-3, 1-4, 1-7). Ten of each.

#![allow(clippy::unwrap_used)]

mod drawn;

use drawn::{face, jpeg, png, put, qr, scene};
use image::{DynamicImage, GrayImage, RgbImage, imageops};
use shingi_domain::picture::{Faces, Looks, Seen};
use shingi_picture::look;

fn seen(picture: RgbImage) -> Seen {
    look(&jpeg(&picture, None)).unwrap()
}

fn looks(picture: &RgbImage) -> Looks {
    seen(picture.clone()).looks
}

#[test]
fn a_code_is_read_turned_inverted_small_and_beside_others() {
    let inverted = |mut code: GrayImage| {
        imageops::invert(&mut code);
        code
    };
    let text = |n: u32| format!("https://example.com/{n}");
    // Degrees, pixels a field, inverted.
    let cases = [
        (0.0, 8, false),
        (90.0, 8, false),
        (180.0, 6, false),
        (270.0, 6, false),
        (12.0, 8, false),
        (33.0, 8, false),
        (-20.0, 7, false),
        (0.0, 4, false),
        (0.0, 8, true),
        (90.0, 8, true),
    ];
    for (n, (degrees, pixels, turned)) in (0..).zip(cases) {
        let code = qr(&text(n), pixels);
        let code = if turned { inverted(code) } else { code };
        let mut picture = scene(n, 1_000, 700);
        put(&mut picture, &code, (500, 350), degrees);
        assert_eq!(seen(picture).codes, [text(n)], "{degrees} degrees, {pixels} pixels, inverted: {turned}");
    }
    let mut two = scene(20, 1_200, 700);
    put(&mut two, &qr("https://example.com/a", 7), (300, 350), 0.0);
    put(&mut two, &qr("https://example.com/b", 7), (900, 350), 0.0);
    assert_eq!(seen(two).codes, ["https://example.com/a", "https://example.com/b"]);
}

#[test]
fn a_small_code_in_a_large_picture_is_read_too() {
    let mut picture = scene(3, 2_000, 1_500);
    put(&mut picture, &qr("https://example.com/small", 3), (1_700, 1_200), 0.0);
    assert_eq!(seen(picture).codes, ["https://example.com/small"]);
}

#[test]
fn a_face_from_the_front_is_seen_and_a_landscape_has_none_and_no_code_either() {
    for n in 0..10 {
        assert!(matches!(look(&png(&face(n))).unwrap().faces, Faces::Some(_)), "face {n}");
        let without = seen(scene(n, 900, 600));
        assert_eq!((without.faces, without.codes), (Faces::None, Vec::new()), "scene {n}");
    }
}

#[test]
fn faces_in_a_crowd_and_a_close_up_are_seen() {
    let mut crowd = scene(5, 1_200, 700);
    for n in 0..3 {
        let one = imageops::resize(&face(n).to_luma8(), 220, 220, imageops::FilterType::Triangle);
        put(&mut crowd, &one, (250 + 350 * n, 350), 0.0);
    }
    assert!(matches!(seen(crowd).faces, Faces::Some(2..=3)));
    let close_up = face(4).crop_imm(120, 110, 240, 260).resize_exact(1_400, 1_500, imageops::FilterType::Triangle);
    assert!(matches!(look(&png(&close_up)).unwrap().faces, Faces::Some(_)));
}

#[test]
fn the_same_picture_is_known_again_smaller_brighter_worse_and_captioned() {
    for n in 0..10 {
        let first = scene(n, 960, 640);
        let own = looks(&first);
        let smaller = imageops::resize(&first, 480, 320, imageops::FilterType::Triangle);
        let brighter = imageops::brighten(&first, 25);
        let grey = DynamicImage::ImageLuma8(imageops::grayscale(&first)).to_rgb8();
        let mut captioned = first.clone();
        for (_, y, pixel) in captioned.enumerate_pixels_mut() {
            if y > 590 {
                *pixel = image::Rgb([250, 250, 250]);
            }
        }
        for (how, again) in [("smaller", smaller), ("brighter", brighter), ("grey", grey), ("captioned", captioned)] {
            let other = looks(&again);
            assert!(own.is_like(other), "scene {n}, {how}: {} bits", own.differences(other));
        }
    }
}

#[test]
fn another_picture_and_a_plain_one_are_not_taken_for_it() {
    let all: Vec<Looks> = (0..10).map(|n| looks(&scene(n, 480, 320))).collect();
    for (n, one) in all.iter().enumerate() {
        for (m, other) in all.iter().enumerate().filter(|(m, _)| *m != n) {
            assert!(!one.is_like(*other), "scenes {n} and {m}: {} bits", one.differences(*other));
        }
    }
    let plain = |shade| looks(&RgbImage::from_pixel(400, 300, image::Rgb([shade; 3])));
    assert!(!plain(255).is_like(plain(255)) && !plain(255).is_like(plain(10)));
}

#[test]
fn the_smallest_and_the_thinnest_pictures_are_looked_at_without_harm() {
    for (width, height) in [(1, 1), (1, 500), (500, 1), (2, 3), (39, 41), (8_192, 1), (41, 900)] {
        look(&png(&DynamicImage::new_rgb8(width, height))).unwrap();
    }
}
