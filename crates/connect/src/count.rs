//! How each medium counts a text. The rules are those of the networks' own documents. Serves 1-7.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The length of every URL on X and Mastodon, whatever it really is.
pub const URL_LENGTH: u64 = 23;

/// X: NFC; weight 2, but 1 for some ranges; a URL is 23, an emoji sequence 2 (twitter-text configuration v3).
/// The answer is in whole weighted characters of 280.
#[must_use]
pub fn x_weighted(text: &str) -> u64 {
    let text = text.nfc().collect::<String>();
    let (rest, urls) = without_urls(&text);
    let words: u64 = rest.graphemes(true).map(x_grapheme).sum();
    words + URL_LENGTH * urls
}

fn x_grapheme(grapheme: &str) -> u64 {
    if is_emoji(grapheme) {
        return 2;
    }
    grapheme.chars().map(|c| if is_light(c) { 1 } else { 2 }).sum()
}

const fn is_light(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}' | '\u{2032}'..='\u{2037}')
}

/// An approximation of "emoji presentation" by block, wide enough for counting: a sequence is one grapheme.
fn is_emoji(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else { return false };
    let pictograph = matches!(first, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{231a}'..='\u{23ff}');
    pictograph || chars.any(|c| c == '\u{fe0f}' || c == '\u{20e3}')
}

/// Splits a text into what is not a URL and the number of URLs. Only explicit `http://` and `https://` addresses count.
fn without_urls(text: &str) -> (String, u64) {
    let mut rest = String::with_capacity(text.len());
    let mut urls = 0;
    let mut tail = text;
    while let Some(at) = tail.find("https://").into_iter().chain(tail.find("http://")).min() {
        let (before, from) = tail.split_at(at);
        let end = from.find(|c: char| !c.is_ascii_graphic()).unwrap_or(from.len());
        rest.push_str(before);
        urls += 1;
        tail = &from[end..];
    }
    rest.push_str(tail);
    (rest, urls)
}

/// Bluesky: graphemes (UAX #29), of which 300 fit.
#[must_use]
pub fn graphemes(text: &str) -> u64 {
    text.graphemes(true).count() as u64
}

/// Mastodon: graphemes, every URL 23.
#[must_use]
pub fn mastodon(text: &str) -> u64 {
    let (rest, urls) = without_urls(text);
    graphemes(&rest) + URL_LENGTH * urls
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x_counts_kana_twice_latin_once_and_a_url_as_23() {
        assert_eq!(x_weighted("こんにちは"), 10);
        assert_eq!(x_weighted("hello"), 5);
        assert_eq!(x_weighted("見て https://example.com/a/very/long/path?with=query です"), 4 + 1 + 23 + 1 + 4);
    }

    #[test]
    fn x_counts_an_emoji_sequence_as_two() {
        assert_eq!(x_weighted("👨‍👩‍👧‍👦"), 2);
        assert_eq!(x_weighted("🇯🇵"), 2);
    }

    #[test]
    fn x_composes_before_it_counts() {
        assert_eq!(x_weighted("e\u{301}"), 1);
    }

    #[test]
    fn graphemes_count_a_family_as_one() {
        assert_eq!(graphemes("👨‍👩‍👧‍👦が"), 2);
    }

    #[test]
    fn a_url_ends_where_japanese_begins() {
        assert_eq!(mastodon("https://example.com/を見て"), 23 + 3);
    }
}
