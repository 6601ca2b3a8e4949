//! Pictures on their way in: within limits, upright, stripped, and what was stripped is said (1-3, 1-4, 1-7).

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types)]

mod drawn;

use std::{io::Cursor, time::Instant};

use drawn::{jpeg, noise, png, scene, with_segment};
use exif::{Field, In, Rational, Tag, Value, experimental::Writer};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use shingi_domain::picture::Trace;
use shingi_picture::{PictureError, clean, limits::FRAMES_MAX, sniff};

fn field(tag: Tag, value: Value) -> Field {
    Field { tag, ifd_num: In::PRIMARY, value }
}

fn text(tag: Tag, value: &str) -> Field {
    field(tag, Value::Ascii(vec![value.as_bytes().to_vec()]))
}

fn degrees(tag: Tag, value: f64) -> Field {
    let whole = |value: f64, denom: u32| Rational { num: (value * f64::from(denom)) as u32, denom };
    field(tag, Value::Rational(vec![whole(value.trunc(), 1), whole(value.fract() * 60.0, 10_000), whole(0.0, 1)]))
}

fn exif(fields: &[Field], thumbnail: Option<&[u8]>) -> Vec<u8> {
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    if let Some(thumbnail) = thumbnail {
        writer.set_jpeg(thumbnail, In::THUMBNAIL);
    }
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, false).unwrap();
    bytes.into_inner()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn ten_cameras_tell_where_when_and_whose_and_nothing_of_it_is_kept() {
    for n in 0..10_u32 {
        let (owner, serial) = (format!("Owner {n}"), format!("SN-{n:06}"));
        let north = 10.0 + f64::from(n) * 5.5;
        let fields = [
            degrees(Tag::GPSLatitude, north),
            text(Tag::GPSLatitudeRef, if n % 2 == 0 { "N" } else { "S" }),
            degrees(Tag::GPSLongitude, 139.7),
            text(Tag::GPSLongitudeRef, "E"),
            text(Tag::Artist, &owner),
            text(Tag::Copyright, "(c) Minato"),
            text(Tag::BodySerialNumber, &serial),
            text(Tag::DateTimeOriginal, "2026:11:24 09:00:00"),
            text(Tag::Software, "Darkroom 3"),
            text(Tag::Model, "Camera X"),
        ];
        let upload = jpeg(&scene(n, 320, 240), Some(exif(&fields, None)));
        assert!(holds(&upload, &owner) && holds(&upload, &serial));
        let kept = clean(&upload).unwrap();
        let sign = if n % 2 == 0 { "" } else { "-" };
        let expected = [
            Trace::Position(format!("{sign}{north:.2}, 139.70")),
            Trace::Owner(owner.clone()),
            Trace::Rights("(c) Minato".to_owned()),
            Trace::Device("Camera X".to_owned()),
            Trace::Serial(serial.clone()),
            Trace::Taken("2026:11:24 09:00:00".to_owned()),
            Trace::Software("Darkroom 3".to_owned()),
        ];
        assert_eq!(kept.traces, expected);
        for words in [owner.as_str(), &serial, "Minato", "Darkroom", "Camera X", "2026:11", "Exif"] {
            assert!(!holds(&kept.bytes, words), "{words}");
        }
        assert!(clean(&kept.bytes).unwrap().traces.is_empty());
    }
}

#[test]
fn ten_pictures_without_anything_beside_their_pixels_have_no_trace() {
    for n in 0..10 {
        let picture = scene(n, 200, 150);
        assert!(clean(&jpeg(&picture, None)).unwrap().traces.is_empty());
        assert!(clean(&png(&DynamicImage::ImageRgb8(picture))).unwrap().traces.is_empty());
    }
}

#[test]
fn xmp_and_iptc_name_their_makers_and_are_taken_off_like_the_rest() {
    let plain = jpeg(&scene(1, 200, 150), None);
    let xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
               xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
               xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:exif='http://ns.adobe.com/exif/1.0/' \
               exif:GPSLatitude='35,39.5123N'><dc:creator><rdf:Seq><rdf:li>写真館 みなと</rdf:li></rdf:Seq></dc:creator>\
               </rdf:Description></rdf:RDF></x:xmpmeta>";
    let kept = clean(&with_segment(&plain, 0xe1, xmp.as_bytes())).unwrap();
    assert_eq!(kept.traces, [Trace::Position("35,39".to_owned()), Trace::Owner("写真館 みなと".to_owned())]);

    let broken = xmp.replace("</x:xmpmeta>", "<");
    assert_eq!(clean(&with_segment(&plain, 0xe1, broken.as_bytes())).unwrap().traces, [Trace::Unreadable]);

    let record = |number: u8, value: &str| [&[0x1c, 2, number, 0, value.len() as u8], value.as_bytes()].concat();
    let records = [record(80, "Minato Studio"), record(116, "(c) Minato"), record(90, "Yokohama")].concat();
    let mut iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0".to_vec();
    iptc.push(records.len() as u8);
    iptc.extend(records);
    let kept = clean(&with_segment(&plain, 0xed, &iptc)).unwrap();
    let expected = [
        Trace::Position("Yokohama".to_owned()),
        Trace::Owner("Minato Studio".to_owned()),
        Trace::Rights("(c) Minato".to_owned()),
    ];
    assert_eq!(kept.traces, expected);
    assert!(!holds(&kept.bytes, "Minato"));
}

#[test]
fn a_thumbnail_that_shows_what_was_cut_away_is_said_and_one_of_the_same_picture_is_not() {
    let picture = scene(2, 480, 320);
    let small = |from: &RgbImage| jpeg(&image::imageops::thumbnail(from, 120, 80), None);
    let with = |thumbnail: &[u8]| {
        clean(&jpeg(&picture, Some(exif(&[field(Tag::Orientation, Value::Short(vec![1]))], Some(thumbnail)))))
            .unwrap()
            .traces
    };
    assert_eq!(with(&small(&picture)), Vec::new());
    assert_eq!(with(&small(&scene(8, 480, 320))), [Trace::Thumbnail]);
}

#[test]
fn a_corrupt_block_of_exif_is_said_and_the_picture_is_taken_all_the_same() {
    for n in 0..10 {
        let mut block = exif(&[text(Tag::Artist, "Somebody"), degrees(Tag::GPSLatitude, 35.0)], None);
        for k in 0..6 {
            let at = 4 + noise(n, k, 0) as usize % (block.len() - 4);
            block[at] = 0xff;
        }
        let kept = clean(&jpeg(&scene(n, 64, 48), Some(block))).unwrap();
        assert!(!holds(&kept.bytes, "Somebody"));
    }
    let nonsense = clean(&jpeg(&scene(1, 64, 48), Some(b"not a block of EXIF at all".to_vec()))).unwrap();
    assert_eq!(nonsense.traces, [Trace::Unreadable]);
}

#[test]
fn a_picture_is_kept_upright() {
    // Taken with the camera on its side: what lies left in the file belongs on top.
    let lying = RgbImage::from_fn(80, 40, |x, _| if x < 40 { Rgb([250, 250, 250]) } else { Rgb([5, 5, 5]) });
    let turned = exif(&[field(Tag::Orientation, Value::Short(vec![6]))], None);
    let kept = clean(&jpeg(&lying, Some(turned))).unwrap();
    assert_eq!((kept.width, kept.height, kept.media_type), (40, 80, "image/jpeg"));
    let picture = image::load_from_memory(&kept.bytes).unwrap().to_luma8();
    assert!(picture.get_pixel(20, 10).0[0] > 200 && picture.get_pixel(20, 70).0[0] < 50);
}

#[test]
fn a_small_colour_profile_stays_since_it_is_part_of_the_colours() {
    let mut profile = vec![7_u8; 300];
    profile[16..20].copy_from_slice(b"RGB ");
    let mut with = b"ICC_PROFILE\0\x01\x01".to_vec();
    with.extend(&profile);
    let kept = clean(&with_segment(&jpeg(&scene(1, 64, 48), None), 0xe2, &with)).unwrap();
    assert!(kept.bytes.windows(profile.len()).any(|window| window == profile));
    let mut large = b"ICC_PROFILE\0\x01\x01".to_vec();
    large.extend([&profile[..], &[7; 9_000]].concat());
    let kept = clean(&with_segment(&jpeg(&scene(1, 64, 48), None), 0xe2, &large)).unwrap();
    assert!(!holds(&kept.bytes, "ICC_PROFILE"));
}

#[test]
fn a_picture_for_a_printer_keeps_its_colours() {
    let kept = clean(&red_for_a_printer()).unwrap();
    let [red, green, blue] = image::load_from_memory(&kept.bytes).unwrap().to_rgb8().get_pixel(3, 3).0;
    assert!(red > 200 && green < 60 && blue < 60, "{red} {green} {blue}");
}

/// Eight by eight pixels of red in cyan, magenta, yellow and black, as Adobe writes them: upside down.
fn red_for_a_printer() -> Vec<u8> {
    let components: Vec<u8> = (1..=4).flat_map(|id| [id, 0x11, 0]).collect();
    let scan: Vec<u8> = (1..=4).flat_map(|id| [id, 0]).collect();
    let table = |class: u8, counts: [u8; 2], symbols: &[u8]| {
        let lengths = [&counts[..], &[0; 14]].concat();
        [&[0xff, 0xc4, 0, (19 + symbols.len()) as u8, class][..], &lengths, symbols].concat()
    };
    [
        &[0xff, 0xd8][..],
        &[0xff, 0xee, 0, 14],
        b"Adobe\0\x64\0\0\0\0\0",
        &[0xff, 0xdb, 0, 67, 0],
        &[8; 64],
        &[0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4],
        &components,
        &table(0x00, [1, 1], &[7, 0]),
        &table(0x10, [1, 0], &[0]),
        &[0xff, 0xda, 0, 14, 4],
        &scan,
        &[0, 63, 0],
        // For each of the four: category 7, its seven bits, end of block.
        &[0b0111_1111, 0b0000_0000, 0b0000_0000, 0b0000_1111, 0b1110_1111],
        &[0xff, 0xd9],
    ]
    .concat()
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

/// A PNG whose header lies about its sides.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(&DynamicImage::new_rgb8(1, 1));
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

/// A GIF of so many frames of one pixel.
fn film(frames: usize) -> Vec<u8> {
    let frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
    [&b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"[..], &frame.repeat(frames), &[0x3b]].concat()
}

#[test]
fn lying_dimensions_and_bombs_are_refused_at_once() {
    for (width, height) in [(50_000, 50_000), (50_000, 1), (1, 8_193), (u32::MAX >> 1, 2)] {
        let started = Instant::now();
        let refused = clean(&bomb(width, height)).unwrap_err();
        assert_eq!(refused, PictureError::TooLarge { width, height });
        assert!(started.elapsed().as_millis() < 50, "{:?}", started.elapsed());
    }
    // Sides that are allowed, and no pixels behind them.
    let started = Instant::now();
    assert!(matches!(clean(&bomb(4_000, 4_000)), Err(PictureError::Broken { .. })));
    assert!(started.elapsed().as_millis() < 500, "{:?}", started.elapsed());
}

#[test]
fn a_film_is_refused_by_its_frames_and_a_short_one_says_that_the_first_is_kept() {
    let started = Instant::now();
    assert_eq!(clean(&film(10_000)), Err(PictureError::TooManyFrames { got: 10_000 }));
    assert!(started.elapsed().as_millis() < 50, "{:?}", started.elapsed());
    assert!(PictureError::TooManyFrames { got: 10_000 }.to_string().contains(&FRAMES_MAX.to_string()));
    assert_eq!(clean(&film(3)).unwrap().traces, [Trace::Frames(3)]);
    assert!(clean(&film(1)).unwrap().traces.is_empty());
    // The same said by an animated PNG and a WebP.
    let mut animated = png(&DynamicImage::new_rgb8(1, 1));
    let mut chunk = b"acTL".to_vec();
    chunk.extend([10_000_u32.to_be_bytes(), [0; 4]].concat());
    let crc = crc32(&chunk).to_be_bytes();
    animated.splice(33..33, [&8_u32.to_be_bytes()[..], &chunk, &crc].concat());
    assert_eq!(clean(&animated), Err(PictureError::TooManyFrames { got: 10_000 }));
}

#[test]
fn another_type_a_cut_file_and_too_many_bytes_each_have_their_word() {
    assert_eq!(clean(b"%PDF-1.7 not a picture"), Err(PictureError::WrongType));
    assert_eq!(clean(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PictureError::WrongType));
    assert_eq!(clean(b"\0\0\0\x20ftypheic\0\0\0\0"), Err(PictureError::WrongType));
    assert_eq!(clean(b""), Err(PictureError::WrongType));
    let whole = png(&DynamicImage::ImageRgb8(scene(1, 64, 64)));
    assert!(matches!(clean(&whole[..whole.len() / 2]), Err(PictureError::Broken { .. })));
    let got = 50 * 1024 * 1024;
    assert_eq!(clean(&vec![0; got]), Err(PictureError::TooManyBytes { got }));
    assert_eq!((sniff(&whole), sniff(b"GIF89a"), sniff(b"%PDF")), (Some("image/png"), Some("image/gif"), None));
}

#[test]
fn whatever_bytes_come_nothing_breaks() {
    let whole = [
        jpeg(&scene(1, 60, 40), Some(exif(&[text(Tag::Artist, "A"), degrees(Tag::GPSLatitude, 35.0)], None))),
        png(&DynamicImage::ImageRgb8(scene(2, 60, 40))),
        film(4),
        {
            let mut webp = Cursor::new(Vec::new());
            DynamicImage::ImageRgb8(scene(3, 60, 40)).write_to(&mut webp, ImageFormat::WebP).unwrap();
            webp.into_inner()
        },
    ];
    for (kind, file) in (0..).zip(&whole) {
        clean(file).unwrap();
        for n in 0..150 {
            let mut bytes = file.clone();
            for k in 0..1 + n % 5 {
                let at = noise(kind, n, k) as usize % bytes.len();
                bytes[at] = noise(kind, n, 100 + k) as u8;
            }
            bytes.truncate(bytes.len() - noise(kind, n, 50) as usize % (bytes.len() / 4));
            if let Ok(kept) = clean(&bytes) {
                shingi_picture::look(&kept.bytes).unwrap();
            }
        }
    }
}
