//! What every public page shares: where it stands, moments, pictures and texts with links.
//!
//! Serves the preamble (the public can tell real from fake) and 2-2 (what is shown is exactly what was said).
//! Everything here is ready to show: strings, addresses, marks. Must never decide anything, read a view or
//! name a person to the public.

pub mod samples;

use jiff::{Timestamp, tz::TimeZone};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::words_filter::Lang;

/// Which of the public pages the reader is on, for the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Accounts,
    Policy,
    Log,
    /// A page that the navigation does not name.
    None,
}

/// Where a public page stands: what the navigation marks, where readers may write to, its lasting address.
#[derive(Debug, Clone)]
pub struct Place {
    pub section: Section,
    /// Where the public may write to; a page or a `mailto:` address.
    pub contact_url: Option<String>,
    /// The one lasting address of this page, absolute, without a language.
    pub canonical_url: Option<String>,
}

impl Place {
    /// A page that is not addressed for ever and names no contact.
    #[must_use]
    pub fn at(section: Section) -> Self {
        Self { section, contact_url: None, canonical_url: None }
    }

    pub fn is_accounts(&self) -> bool {
        self.section == Section::Accounts
    }

    pub fn is_policy(&self) -> bool {
        self.section == Section::Policy
    }

    pub fn is_log(&self) -> bool {
        self.section == Section::Log
    }
}

/// A moment twice: for machines, and as the organisation's clock shows it in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    pub machine: String,
    pub shown: String,
}

impl Moment {
    /// Day, hour, minute and second: where the second is part of the proof.
    #[must_use]
    pub fn second(at: Timestamp, zone: &TimeZone, lang: Lang) -> Self {
        Self::formatted(at, zone, lang, "%Y年%-m月%-d日 %-H:%M:%S", "%-d %B %Y, %H:%M:%S")
    }

    /// Day, hour and minute.
    #[must_use]
    pub fn minute(at: Timestamp, zone: &TimeZone, lang: Lang) -> Self {
        Self::formatted(at, zone, lang, "%Y年%-m月%-d日 %-H:%M", "%-d %B %Y, %H:%M")
    }

    /// The day alone.
    #[must_use]
    pub fn day(at: Timestamp, zone: &TimeZone, lang: Lang) -> Self {
        let shown = match lang {
            Lang::Ja => "%Y年%-m月%-d日",
            Lang::En => "%-d %B %Y",
        };
        let zoned = at.to_zoned_datetime(zone.clone());
        Self { machine: zoned.strftime("%Y-%m-%d").to_string(), shown: zoned.strftime(shown).to_string() }
    }

    /// Month and year, for things that lasted: since when an account is ours.
    #[must_use]
    pub fn month(at: Timestamp, zone: &TimeZone, lang: Lang) -> Self {
        let shown = match lang {
            Lang::Ja => "%Y年%-m月",
            Lang::En => "%B %Y",
        };
        let zoned = at.to_zoned_datetime(zone.clone());
        Self { machine: zoned.strftime("%Y-%m").to_string(), shown: zoned.strftime(shown).to_string() }
    }

    fn formatted(at: Timestamp, zone: &TimeZone, lang: Lang, ja: &str, en: &str) -> Self {
        let zoned = at.to_zoned_datetime(zone.clone());
        let shown = match lang {
            Lang::Ja => ja,
            Lang::En => en,
        };
        Self { machine: zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), shown: zoned.strftime(shown).to_string() }
    }
}

/// A picture as it is shown: the address of its bytes (a path on this server), its words, its size in pixels where known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub url: String,
    pub alt: String,
    pub size: Option<(u32, u32)>,
}

/// A stretch of a text; with an address, it is shown as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub url: Option<String>,
}

/// Cuts a text at the web addresses in it. The pieces joined are the text again, byte for byte.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut plain_from = 0;
    let mut look_from = 0;
    while let Some(start) = next_address(text, look_from) {
        let end = start + address_length(&text[start..]);
        // A bare "https://" is a word, not an address.
        if text[start..end].ends_with("//") {
            look_from = end;
            continue;
        }
        if plain_from < start {
            found.push(Piece { text: text[plain_from..start].to_owned(), url: None });
        }
        let address = text[start..end].to_owned();
        found.push(Piece { text: address.clone(), url: Some(address) });
        (plain_from, look_from) = (end, end);
    }
    if plain_from < text.len() {
        found.push(Piece { text: text[plain_from..].to_owned(), url: None });
    }
    found
}

fn next_address(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let https = rest.find("https://");
    let http = rest.find("http://");
    https.into_iter().chain(http).min().map(|at| from + at)
}

/// How far an address reaches: ASCII that may stand in one, without the punctuation of the sentence around it.
fn address_length(text: &str) -> usize {
    let may_stand =
        |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^');
    let end = text.find(|c| !may_stand(c)).unwrap_or(text.len());
    let mut address = &text[..end];
    loop {
        let last = address.chars().next_back();
        let unmatched = last == Some(')') && !address.contains('(');
        let sentence = matches!(last, Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*'));
        if !unmatched && !sentence {
            return address.len();
        }
        address = &address[..address.len() - 1];
    }
}

/// A name for a text that has none: its first line, cut between characters as people see them.
#[must_use]
pub fn title_of(text: &str, length_max: usize) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let clusters: Vec<&str> = line.graphemes(true).collect();
    if clusters.len() <= length_max {
        return line.to_owned();
    }
    format!("{}…", clusters[..length_max.saturating_sub(1)].concat())
}

/// A number with a comma at the thousands.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod rendered;

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    fn links(text: &str) -> Vec<String> {
        pieces(text).into_iter().filter_map(|piece| piece.url).collect()
    }

    #[test]
    fn an_address_ends_where_japanese_goes_on() {
        assert_eq!(links("くわしくはhttps://a.example/news/1をご覧ください"), ["https://a.example/news/1"]);
        assert_eq!(links("（https://a.example/x）。"), ["https://a.example/x"]);
    }

    #[test]
    fn the_punctuation_of_the_sentence_is_no_part_of_an_address() {
        assert_eq!(
            links("See https://a.example/x. And (http://b.example/y)."),
            ["https://a.example/x", "http://b.example/y"]
        );
        assert_eq!(links("https://a.example/wiki/A_(b)"), ["https://a.example/wiki/A_(b)"]);
    }

    #[test]
    fn no_other_scheme_and_no_empty_address_becomes_a_link() {
        for text in ["javascript:alert(1)", "https://", "http:// x", "ftp://a.example", ""] {
            assert!(links(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn pieces_joined_are_the_text_again() {
        for text in ["", "あ\r\nhttps://a.example/?q=あ", "https://https://", "\u{202e}http://x.example/\u{200b}"] {
            assert_eq!(joined(text), text);
        }
    }

    #[test]
    fn a_title_is_the_first_line_that_has_words_and_never_half_a_character() {
        assert_eq!(title_of("\n  おはようございます \n二行目", 20), "おはようございます");
        assert_eq!(title_of("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2), "👨‍👩‍👧…");
        assert_eq!(title_of("", 5), "");
    }

    #[test]
    fn moments_follow_the_zone_of_the_organisation_and_the_language() {
        let at: Timestamp = "2026-12-03T00:00:02Z".parse().expect("timestamp");
        let zone = TimeZone::get("Asia/Tokyo").expect("zone");
        let ja = Moment::second(at, &zone, Lang::Ja);
        assert_eq!(ja.shown, "2026年12月3日 9:00:02");
        assert_eq!(ja.machine, "2026-12-03T09:00:02+09:00");
        assert_eq!(Moment::day(at, &zone, Lang::En).shown, "3 December 2026");
        assert_eq!(Moment::month(at, &zone, Lang::En).machine, "2026-12");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
