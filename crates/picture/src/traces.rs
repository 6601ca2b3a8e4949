//! What a picture carries beside its pixels, in EXIF, XMP and IPTC, said so that its author learns what a camera tells (1-4).
//!
//! Must never keep more than is needed to say it: a position is cut to a kilometre, a text to a line.

use std::collections::BTreeSet;

use exif::{Exif, In, Tag, Value};
use image::{ImageFormat, ImageReader};
use shingi_domain::picture::Trace;

use crate::{
    limits::{self, Decoded},
    looks::looks,
};

/// Characters of a value that are shown.
const VALUE_MAX: usize = 80;
/// Nodes of an XMP document that are read.
const XMP_NODES_MAX: u32 = 4_000;
/// Bits in which a small picture inside must differ to be called another one.
const OTHER_MIN: u32 = 90;

/// Sorted, each once.
pub(crate) fn traces(decoded: &Decoded) -> Vec<Trace> {
    let mut found = BTreeSet::new();
    if let Some(raw) = &decoded.exif {
        match read_exif(raw) {
            Ok(exif) => from_exif(&exif, decoded, &mut found),
            Err(_) => {
                found.insert(Trace::Unreadable);
            }
        }
    }
    if let Some(raw) = &decoded.xmp
        && from_xmp(raw, &mut found).is_none()
    {
        found.insert(Trace::Unreadable);
    }
    if let Some(raw) = &decoded.iptc {
        from_iptc(raw, &mut found);
    }
    if decoded.frames > 1 {
        found.insert(Trace::Frames(decoded.frames));
    }
    found.into_iter().collect()
}

fn read_exif(raw: &[u8]) -> Result<Exif, exif::Error> {
    let raw = raw.strip_prefix(b"Exif\0\0").unwrap_or(raw);
    exif::Reader::new().read_raw(raw.to_vec())
}

/// A trace that is a field's words.
type OfWords = fn(String) -> Trace;

fn from_exif(exif: &Exif, decoded: &Decoded, found: &mut BTreeSet<Trace>) {
    found.extend(position(exif).map(Trace::Position));
    let simple: [(Tag, OfWords); 8] = [
        (Tag::Artist, Trace::Owner),
        (Tag::CameraOwnerName, Trace::Owner),
        (Tag::Copyright, Trace::Rights),
        (Tag::BodySerialNumber, Trace::Serial),
        (Tag::LensSerialNumber, Trace::Serial),
        (Tag::DateTimeOriginal, Trace::Taken),
        (Tag::Software, Trace::Software),
        (Tag::Model, Trace::Device),
    ];
    for (tag, trace) in simple {
        found.extend(exif.get_field(tag, In::PRIMARY).and_then(|field| words(&field.value)).map(trace));
    }
    if thumbnail_differs(exif, decoded) == Some(true) {
        found.insert(Trace::Thumbnail);
    }
}

fn words(value: &Value) -> Option<String> {
    let Value::Ascii(parts) = value else { return None };
    shown(&parts.iter().map(|part| String::from_utf8_lossy(part)).collect::<Vec<_>>().join(" "))
}

/// One line without control characters; `None` where nothing is left.
fn shown(text: &str) -> Option<String> {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line: String = line.trim().chars().take(VALUE_MAX).collect();
    (!line.is_empty()).then_some(line)
}

/// Two decimals of both degrees. A latitude without a longitude is none.
fn position(exif: &Exif) -> Option<String> {
    let degrees = |tag, reference, negative: &[u8]| {
        let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
        let parts: Vec<f64> = parts.iter().map(exif::Rational::to_f64).collect();
        let value = parts.first()? + parts.get(1).unwrap_or(&0.0) / 60.0 + parts.get(2).unwrap_or(&0.0) / 3_600.0;
        let sign = exif.get_field(reference, In::PRIMARY).is_some_and(
            |field| matches!(&field.value, Value::Ascii(text) if text.first().is_some_and(|text| text.starts_with(negative))),
        );
        value.is_finite().then_some(if sign { -value } else { value })
    };
    let latitude = degrees(Tag::GPSLatitude, Tag::GPSLatitudeRef, b"S")?;
    let longitude = degrees(Tag::GPSLongitude, Tag::GPSLongitudeRef, b"W")?;
    // A camera that never saw a satellite writes zeros.
    (latitude != 0.0 || longitude != 0.0).then(|| format!("{latitude:.2}, {longitude:.2}"))
}

/// Whether the small picture inside shows something else; `None` where there is none that can be read.
fn thumbnail_differs(exif: &Exif, decoded: &Decoded) -> Option<bool> {
    let number = |tag| exif.get_field(tag, In::THUMBNAIL)?.value.get_uint(0).and_then(|n| usize::try_from(n).ok());
    let start = number(Tag::JPEGInterchangeFormat)?;
    let end = start.checked_add(number(Tag::JPEGInterchangeFormatLength)?)?;
    let bytes = exif.buf().get(start..end)?;
    let mut reader = ImageReader::with_format(std::io::Cursor::new(bytes), ImageFormat::Jpeg);
    reader.limits(limits::limits());
    let small = reader.decode().ok()?;
    let shape = |width: u32, height: u32| f64::from(width) / f64::from(height.max(1));
    let (inside, outside) =
        (shape(small.width(), small.height()), shape(decoded.picture.width(), decoded.picture.height()));
    let other_shape = (inside / outside).ln().abs() > 0.35;
    let differences = looks(&small.to_luma8()).differences(looks(&decoded.picture.to_luma8()));
    Some(other_shape || differences >= OTHER_MIN)
}

/// Elements and attributes by their local names, whatever their namespaces.
fn from_xmp(raw: &[u8], found: &mut BTreeSet<Trace>) -> Option<()> {
    let text = std::str::from_utf8(raw).ok()?;
    let options = roxmltree::ParsingOptions { nodes_limit: XMP_NODES_MAX, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(text.trim_matches(['\0', '\u{feff}']), options).ok()?;
    let mut add = |name: &str, value: &str| {
        let Some(value) = shown(value) else { return };
        found.extend(match name {
            "creator" | "Author" | "OwnerName" => Some(Trace::Owner(value)),
            "rights" | "Rights" => Some(Trace::Rights(value)),
            "City" | "Location" | "Sublocation" | "GPSLatitude" | "GPSLongitude" => {
                Some(Trace::Position(coarse(value)))
            }
            "SerialNumber" | "LensSerialNumber" => Some(Trace::Serial(value)),
            "CreatorTool" => Some(Trace::Software(value)),
            _ => None,
        });
    };
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let words: String = node
            .descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|part| part.text())
            .collect::<Vec<_>>()
            .join(" ");
        add(node.tag_name().name(), &words);
        for attribute in node.attributes() {
            add(attribute.name(), attribute.value());
        }
    }
    Some(())
}

/// `35,39.5123N` with its seconds cut off; names of places stay.
fn coarse(value: String) -> String {
    if value.starts_with(|c: char| c.is_ascii_digit()) {
        value.split_once('.').map_or(value.clone(), |(whole, _)| whole.to_owned())
    } else {
        value
    }
}

/// Records of IPTC-IIM: 0x1c, 2, number, length, value.
fn from_iptc(raw: &[u8], found: &mut BTreeSet<Trace>) {
    let mut at = 0;
    while let Some(start) = raw.get(at..).and_then(|rest| rest.windows(2).position(|pair| pair == [0x1c, 2])) {
        let record = at + start;
        at = record + 2;
        let Some([number, high, low]) = raw.get(at..at + 3).and_then(|bytes| <[u8; 3]>::try_from(bytes).ok()) else {
            break;
        };
        let length = usize::from(high) << 8 | usize::from(low);
        let Some(value) = raw.get(at + 3..at + 3 + length) else { continue };
        at += 3 + length;
        let Some(value) = shown(&String::from_utf8_lossy(value)) else { continue };
        found.extend(match number {
            80 => Some(Trace::Owner(value)),
            90 | 92 => Some(Trace::Position(value)),
            116 => Some(Trace::Rights(value)),
            65 => Some(Trace::Software(value)),
            _ => None,
        });
    }
}
