//! How each medium counts a text. The rules are those of the networks' own documents. Serves 1-7.

mod link;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

pub use link::links;

/// The length of every URL on X and Mastodon, whatever it really is.
pub const URL_LENGTH: u64 = 23;

/// X: NFC; weight 2, but 1 for some ranges; a link is 23, an emoji sequence 2 (twitter-text configuration v3).
/// The answer is in whole weighted characters of 280.
#[must_use]
pub fn x_weighted(text: &str) -> u64 {
    let text = text.nfc().collect::<String>().replace("\r\n", "\n");
    let links = links(&text);
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    for link in &links {
        words.push_str(&text[at..link.start]);
        // What stood on both sides of a link never becomes one sign.
        words.push('\n');
        at = link.end;
    }
    words.push_str(&text[at..]);
    let signs: u64 = words.graphemes(true).map(x_grapheme).sum();
    signs + (URL_LENGTH - 1) * links.len() as u64
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

/// Bluesky: graphemes (UAX #29), of which 300 fit.
#[must_use]
pub fn graphemes(text: &str) -> u64 {
    text.graphemes(true).count() as u64
}

/// Mastodon: graphemes; every link with a scheme is 23, and of `@name@server` only `@name` counts.
#[must_use]
pub fn mastodon(text: &str) -> u64 {
    let mut words = String::with_capacity(text.len());
    let mut urls = 0;
    let mut at = 0;
    for link in links(text).into_iter().filter(|link| text[link.start..].get(..4).is_some_and(is_http)) {
        words.push_str(&text[at..link.start]);
        words.push('\n');
        urls += 1;
        at = link.end;
    }
    words.push_str(&text[at..]);
    graphemes(&without_servers(&words)) + (URL_LENGTH - 1) * urls
}

fn is_http(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http")
}

/// Mentions of people on other servers, cut down to the name.
fn without_servers(text: &str) -> String {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_server = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let name = at + 1 + rest[at + 1..].find(|c| !is_name(c)).unwrap_or(rest.len() - at - 1);
        let (mention, after) = rest.split_at(name);
        words.push_str(mention);
        let apart = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '/');
        let server = after.strip_prefix('@').filter(|_| apart && name > at + 1).map_or(0, |server| {
            let end = server.find(|c| !is_server(c)).unwrap_or(server.len());
            server[..end].trim_end_matches(['.', '-']).len()
        });
        rest = if server > 0 { &after[server + 1..] } else { after };
    }
    words.push_str(rest);
    words
}

/// Threads: characters, but an emoji counts as many as it has bytes of UTF-8.
#[must_use]
pub fn threads(text: &str) -> u64 {
    let sign = |grapheme: &str| if is_emoji(grapheme) { grapheme.len() } else { grapheme.chars().count() };
    text.graphemes(true).map(sign).sum::<usize>() as u64
}

/// LINE and TikTok: units of UTF-16.
#[must_use]
pub fn utf16(text: &str) -> u64 {
    text.encode_utf16().count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x_counts_kana_twice_latin_once_and_a_url_as_23() {
        assert_eq!(x_weighted("こんにちは"), 10);
        assert_eq!(x_weighted("hello"), 5);
        assert_eq!(x_weighted("見て https://example.com/a/very/long/path?with=query です"), 4 + 1 + 23 + 1 + 4);
        assert_eq!(x_weighted("見てexample.com"), 4 + 23);
    }

    #[test]
    fn x_counts_an_emoji_sequence_as_two() {
        assert_eq!(x_weighted("👨‍👩‍👧‍👦"), 2);
        assert_eq!(x_weighted("🇯🇵"), 2);
        assert_eq!(x_weighted("1\u{20e3}"), 2);
    }

    #[test]
    fn x_composes_before_it_counts() {
        assert_eq!(x_weighted("e\u{301}"), 1);
        assert_eq!(x_weighted("か\u{3099}"), 2);
    }

    #[test]
    fn x_takes_140_kana_or_280_letters_and_not_one_more() {
        assert_eq!(x_weighted(&"あ".repeat(140)), 280);
        assert_eq!(x_weighted(&"a".repeat(281)), 281);
        assert_eq!(x_weighted("\u{10ff}\u{1100}\u{2010}\u{2016}\u{2032}\u{2038}"), 1 + 2 + 1 + 1 + 1 + 2);
    }

    #[test]
    fn every_emoji_of_unicode_counts_two_on_x_and_one_on_bluesky() {
        let file = include_str!("../tests/data/emoji.txt");
        let emoji: Vec<&str> =
            file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
        assert!(emoji.len() > 3_000, "{}", emoji.len());
        let wrong: Vec<&&str> = emoji.iter().filter(|sign| x_weighted(sign) != 2 || graphemes(sign) != 1).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn graphemes_count_a_family_as_one() {
        assert_eq!(graphemes("👨‍👩‍👧‍👦が"), 2);
    }

    #[test]
    fn a_url_ends_where_japanese_begins() {
        assert_eq!(mastodon("https://example.com/を見て"), 23 + 3);
    }

    #[test]
    fn mastodon_counts_the_name_of_a_mention_and_no_link_without_a_scheme() {
        assert_eq!(mastodon("@tanaka@mastodon.example さん"), 7 + 1 + 2);
        assert_eq!(mastodon("mail@example.com"), 16);
        assert_eq!(mastodon("example.com"), 11);
    }

    #[test]
    fn threads_counts_the_bytes_of_an_emoji_and_line_the_units_of_utf_16() {
        assert_eq!(threads("春です🌸"), 3 + 4);
        assert_eq!(utf16("春です🌸"), 3 + 2);
    }
}
