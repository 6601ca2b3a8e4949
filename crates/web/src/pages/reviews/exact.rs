//! Exactly what goes out, so that nothing in it is invisible: line ends, spaces at the end of a line, characters
//! without a shape of their own, addresses, counts, the digest (1-7, 2-2).
//!
//! It never changes a character; what it adds stands beside the text and is not copied with it.

use shingi_connect::limits::{self, Unit};
use shingi_domain::{
    account::Medium,
    post::{Consent, Picture, Resolved},
};
use unicode_segmentation::UnicodeSegmentation as _;

use super::view::{Piece, ReviewLink, ReviewPicture};
use crate::{
    form::word_of,
    present::{Present, medium},
    words_filter::text,
};

/// The text in pieces; put together again they are the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(grapheme) = rest.graphemes(true).next() {
        if let Some(spaces) = spaces_at_line_end(rest) {
            flush(&mut plain, &mut pieces);
            pieces.push(Piece::Space(spaces.chars().map(shape).collect()));
            rest = &rest[spaces.len()..];
            continue;
        }
        rest = &rest[grapheme.len()..];
        if is_picture(grapheme) {
            plain.push_str(grapheme);
            continue;
        }
        for c in grapheme.chars() {
            match c {
                '\n' => {
                    flush(&mut plain, &mut pieces);
                    pieces.push(Piece::LineEnd);
                }
                '\t' => {
                    flush(&mut plain, &mut pieces);
                    pieces.push(Piece::Space(shape(c).to_string()));
                }
                c if is_hidden(c) => {
                    flush(&mut plain, &mut pieces);
                    pieces.push(Piece::Hidden(name(c)));
                }
                c => plain.push(c),
            }
        }
    }
    flush(&mut plain, &mut pieces);
    pieces
}

fn flush(plain: &mut String, pieces: &mut Vec<Piece>) {
    if !plain.is_empty() {
        pieces.push(Piece::Text(std::mem::take(plain)));
    }
}

/// Spaces that stand before a line end or the end of the text: nobody sees them otherwise.
fn spaces_at_line_end(rest: &str) -> Option<&str> {
    let spaces = &rest[..rest.len() - rest.trim_start_matches([' ', '\t', '\u{3000}']).len()];
    let after = &rest[spaces.len()..];
    let ends = after.is_empty() || after.starts_with('\n') || after.starts_with("\r\n");
    (!spaces.is_empty() && ends).then_some(spaces)
}

const fn shape(space: char) -> char {
    match space {
        '\t' => '⇥',
        '\u{3000}' => '□',
        _ => '␣',
    }
}

/// An emoji is held together by characters that are hidden elsewhere: it is shown as the picture that it is.
fn is_picture(grapheme: &str) -> bool {
    let first = grapheme.chars().next();
    first.is_some_and(|c| matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}'))
        || grapheme.ends_with('\u{20e3}')
}

/// Characters without a shape, or that turn the direction of others, or spaces that are not the usual ones.
const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Which hidden characters, and how often: U+200B ×2. `None` where there are none.
#[must_use]
pub fn hidden(pieces: &[Piece], separator: &str) -> Option<String> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for piece in pieces {
        if let Piece::Hidden(name) = piece {
            *counts.entry(name).or_default() += 1;
        }
    }
    let said = counts.iter().map(|(name, n)| format!("{name} ×{n}")).collect::<Vec<_>>();
    (!said.is_empty()).then(|| said.join(separator))
}

/// How long it is by the medium's own rules: X 247 / 280.
#[must_use]
pub fn counts(show: &Present, on: Medium, content: &Resolved) -> Vec<String> {
    let one = |counter: &limits::Counter| {
        let (counted, limit) = (shingi_app::words::grouped(counter.counted), shingi_app::words::grouped(counter.limit));
        let label = match counter.unit {
            Unit::Bytes => show.t("counter-bytes"),
            Unit::Weighted | Unit::Graphemes | Unit::Characters => show.t(&medium(on).key()),
        };
        format!("{label} {counted} / {limit}")
    };
    limits::counters(on, &content.text).iter().map(one).collect()
}

/// The addresses of the text, each once, with what a reader should know before they press it.
#[must_use]
pub fn links(show: &Present, words: &str) -> Vec<ReviewLink> {
    let mut links = Vec::<ReviewLink>::new();
    for (at, _) in words.match_indices("http") {
        let Some(url) = address(&words[at..]) else { continue };
        if links.iter().any(|link| link.url == url) {
            continue;
        }
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = host.split(['/', '?', '#']).next().unwrap_or(host).to_owned();
        let key = if url.starts_with("http://") {
            "review-link-plain"
        } else if host.contains('@') || host.split('.').any(|label| label.starts_with("xn--")) {
            "review-link-odd"
        } else {
            "review-link-host"
        };
        let note = text(show.lang, key).with("host", host).to_string();
        links.push(ReviewLink { url: url.to_owned(), note });
    }
    links
}

/// The address that the text begins with: ASCII, as browsers take it, without the mark that ends a sentence.
fn address(rest: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(scheme))?;
    let end =
        rest.find(|c: char| !c.is_ascii_graphic() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'));
    let url = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
    (url.len() > scheme.len()).then_some(url)
}

/// A picture with the words that it goes out with, and why we may show it (1-3).
#[must_use]
pub fn picture(show: &Present, source: String, picture: &Picture) -> ReviewPicture {
    let (rights, consent) = match &picture.rights {
        None => (show.t("review-rights-missing"), String::new()),
        Some(rights) => {
            let until = rights.until.map(|until| {
                let key = if until <= show.now { "review-rights-over" } else { "review-rights-until" };
                text(show.lang, key).with("until", show.stamp(until).text).to_string()
            });
            let basis = text(show.lang, "review-rights")
                .with("basis", show.t(&format!("rights-{}", word_of(&rights.basis))))
                .with("evidence", rights.evidence.clone())
                .to_string();
            let consent = match rights.consent {
                Consent::Given => "consent-given",
                Consent::NobodyRecognisable => "consent-nobody_recognisable",
            };
            (format!("{basis}{}", until.unwrap_or_default()), show.t(consent))
        }
    };
    ReviewPicture { src: source, alt: picture.alt.clone(), rights, consent }
}

/// A hash in groups of four, so that two people can compare it aloud.
#[must_use]
pub fn grouped(hash: &str) -> String {
    let characters = hash.chars().collect::<Vec<_>>();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn line_ends_and_spaces_before_them_are_seen() {
        assert_eq!(
            pieces("水です。 \u{3000}\n次\t行 中\n"),
            [
                text_of("水です。"),
                Piece::Space("␣□".to_owned()),
                Piece::LineEnd,
                text_of("次"),
                Piece::Space("⇥".to_owned()),
                text_of("行 中"),
                Piece::LineEnd,
            ]
        );
        assert_eq!(pieces("終わり  "), [text_of("終わり"), Piece::Space("␣␣".to_owned())]);
    }

    #[test]
    fn hidden_characters_have_names_and_are_counted() {
        let found = pieces("請求\u{200b}書\u{202e}です\u{200b}\u{a0}。\r\n");
        assert_eq!(found[1], Piece::Hidden("U+200B".to_owned()));
        assert_eq!(hidden(&found, "、").as_deref(), Some("U+000D ×1、U+00A0 ×1、U+200B ×2、U+202E ×1"));
        assert_eq!(hidden(&pieces("ふつうの文です。"), "、"), None);
    }

    #[test]
    fn an_emoji_is_a_picture_and_a_joiner_between_kana_is_not() {
        assert_eq!(pieces("家族👨‍👩‍👧と❤️と1️⃣"), [text_of("家族👨‍👩‍👧と❤️と1️⃣")]);
        assert_eq!(pieces("あ\u{200d}い"), [text_of("あ"), Piece::Hidden("U+200D".to_owned()), text_of("い")]);
    }

    #[test]
    fn an_address_ends_where_japanese_begins() {
        assert_eq!(
            address("https://asanagi.example/news?id=1をご覧ください"),
            Some("https://asanagi.example/news?id=1")
        );
        assert_eq!(address("https://asanagi.example/news)."), Some("https://asanagi.example/news"));
        assert_eq!(address("http://"), None);
    }
}
