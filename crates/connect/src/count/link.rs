//! Where a text holds an address that X makes a link of, which then counts 23 whatever its length (1-7).
//!
//! After twitter-text (Apache-2.0): `https://` may be missing where the name ends in a known top-level domain, a
//! Japanese word may touch it on either side. Misses: `twitter.みんな`, a name without a scheme
//! in a top-level domain of other letters.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

/// Top-level domains as twitter-text 3.1 knows them.
static TLDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| include_str!("tlds.txt").split_whitespace().collect());
/// The longest of them in characters.
const TLD_MAX: usize = 24;
/// Of the DNS: bytes of one label in its ASCII form.
const LABEL_MAX: usize = 63;
const ADDRESS_MAX: usize = 4_096;
/// A short link of X itself ends after so many characters of its last part, or is none.
const SLUG_MAX: usize = 40;

/// The links of a text, in order.
#[must_use]
pub fn links(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_name).map(|next| at + next) {
        let end = text[start..].find(|c| !is_name(c)).map_or(text.len(), |next| start + next);
        at = end;
        let scheme = scheme_before(text, start);
        let link = match scheme {
            Some(from) if may_precede(&text[..from]) => with_scheme(text, from, start, end),
            Some(_) => None,
            None => {
                bare(text, start, end, &mut found);
                at = at.max(found.last().map_or(0, |link: &Range<usize>| link.end));
                continue;
            }
        };
        if let Some(link) = link {
            at = at.max(link.end);
            found.push(link);
        }
    }
    found
}

/// What a name may consist of, and the points between its labels.
fn is_name(c: char) -> bool {
    let direction =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let never = matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}' | '\u{180e}') || direction;
    matches!(c, '-' | '_' | '.') || !(c.is_ascii_punctuation() && c != '"' && c != '`' || c.is_whitespace() || never)
}

fn scheme_before(text: &str, at: usize) -> Option<usize> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let from = at.checked_sub(scheme.len())?;
        text.get(from..at).filter(|before| before.eq_ignore_ascii_case(scheme)).map(|_| from)
    })
}

fn may_precede(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| {
        !(c.is_ascii_alphanumeric()
            || matches!(c, '@' | '＠' | '$' | '#' | '＃' | '\u{fffe}' | '\u{feff}' | '\u{ffff}'))
    })
}

fn with_scheme(text: &str, from: usize, start: usize, end: usize) -> Option<Range<usize>> {
    let name_end = start + name_length(&text[start..end], text[end..].chars().next())?;
    let name = &text[start..name_end];
    let labels: Vec<&str> = name.split('.').collect();
    let second = labels.len().checked_sub(2).and_then(|nth| labels.get(nth));
    if !labels.iter().all(|label| is_label(label)) || second.is_some_and(|label| label.contains('_')) {
        return None;
    }
    if name.eq_ignore_ascii_case("t.co") && text[name_end..].starts_with('/') {
        let slug = text[name_end + 1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        if slug > 0 {
            return (slug <= SLUG_MAX).then_some(from..name_end + 1 + slug);
        }
    }
    let end = name_end + tail_length(&text[name_end..]);
    (end - from <= ADDRESS_MAX).then_some(from..end)
}

fn is_label(label: &str) -> bool {
    let dashed = label.starts_with('-') || label.ends_with('-');
    let twice = label.starts_with("xn--") && !label.is_ascii();
    !dashed && !twice && ascii_length(label) <= LABEL_MAX
}

/// Names without a scheme: only their ASCII part counts, and a Japanese word may stand before it.
fn bare(text: &str, start: usize, end: usize, found: &mut Vec<Range<usize>>) {
    let mut at = start;
    let mut last = None;
    while let Some(from) = text[at..end].find(is_latin).map(|next| at + next) {
        let run = text[from..end].find(|c| !(is_latin(c) || c == '.')).map_or(end, |next| from + next);
        at = run;
        let follows = text[run..].chars().next();
        let before = &text[..from];
        if !may_precede(before) || before.ends_with(['-', '_', '.', '/']) {
            continue;
        }
        if let Some(length) = name_length(&text[from..run], follows)
            && text[from..from + length].split('.').all(|label| label.chars().count() <= LABEL_MAX)
        {
            last = Some(from..from + length);
            found.extend(last.clone());
        }
    }
    // A path belongs to the name that it touches.
    if let (Some(name), Some(link)) = (last, found.last_mut()) {
        link.end = name.end + tail_length(&text[name.end..]);
    }
}

const fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || is_accented(c)
}

const fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// How much of a run is a name: up to the last label that begins with a top-level domain.
fn name_length(run: &str, follows: Option<char>) -> Option<usize> {
    let mut found = None;
    let mut at = 0;
    for (nth, label) in run.split('.').enumerate() {
        let next = at + label.len() + 1;
        if nth > 0 {
            let after = if next > run.len() { follows } else { Some('.') };
            if let Some(length) = tld_length(label, after) {
                found = Some(at + length);
            }
        }
        if label.is_empty() || label.starts_with('_') || label.ends_with('_') {
            break;
        }
        at = next;
    }
    found
}

fn tld_length(label: &str, follows: Option<char>) -> Option<usize> {
    let ends = |rest: &str| {
        let next = rest.chars().next().or(follows);
        next.is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-')))
    };
    let small = label.to_lowercase();
    if small.len() != label.len() {
        return None;
    }
    if small.starts_with("xn--") {
        let length = small.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        return (length > 4).then_some(length);
    }
    let bounds = small.char_indices().map(|(at, _)| at).skip(1).chain([small.len()]).take(TLD_MAX);
    bounds.filter(|end| TLDS.contains(&small[..*end]) && ends(&label[*end..])).last()
}

/// How much of what follows a name is its port, path and query.
fn tail_length(text: &str) -> usize {
    let digits = text.strip_prefix(':').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let mut at = if digits > 0 { digits + 1 } else { 0 };
    if text[at..].starts_with('/') {
        at += path_length(&text[at..]);
    }
    if let Some(query) = text[at..].strip_prefix('?') {
        let is_query = |c: char| c.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(c);
        let end = query.find(|c| !is_query(c)).unwrap_or(query.len());
        let ends = |c: char| c.is_ascii_alphanumeric() || "-_&=#/".contains(c);
        if let Some((last, c)) = query[..end].char_indices().rfind(|(_, c)| ends(*c)) {
            at += 1 + last + c.len_utf8();
        }
    }
    at
}

fn is_path(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || "!*';:=+,.$/%#[]-–_~@|&".contains(c)
        || matches!(c, '\u{400}'..='\u{4ff}')
        || is_accented(c)
}

/// A path ends with a letter, a digit or one of `+-=_#/`, or with a pair of brackets that is closed.
fn path_length(path: &str) -> usize {
    let (mut at, mut end) = (0, 1);
    while let Some(c) = path[at..].chars().next() {
        if c == '(' {
            let Some(length) = brackets(&path[at..]) else { break };
            at += length;
            end = at;
        } else if is_path(c) {
            at += c.len_utf8();
            if !"!*';:,.$%[]–~@|&".contains(c) {
                end = at;
            }
        } else {
            break;
        }
    }
    end
}

/// The length of `(…)`, with at most one more pair inside.
fn brackets(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' if depth < 2 => depth += 1,
            ')' if depth == 1 => return (at > 1).then_some(at + 1),
            ')' => depth -= 1,
            c if is_path(c) => {}
            _ => return None,
        }
    }
    None
}

/// Bytes of a label as the DNS carries it (RFC 3492).
fn ascii_length(label: &str) -> usize {
    if label.is_ascii() {
        return label.len();
    }
    let basic = label.bytes().filter(u8::is_ascii).count();
    let mut length = "xn--".len() + basic + usize::from(basic > 0);
    let (mut n, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    let count = label.chars().count();
    while handled < count {
        let next = label.chars().map(u32::from).filter(|c| *c >= n).min().unwrap_or(n);
        let steps = u32::try_from(handled + 1).unwrap_or(u32::MAX);
        delta = delta.saturating_add((next - n).saturating_mul(steps));
        n = next;
        for c in label.chars().map(u32::from) {
            if c < n {
                delta = delta.saturating_add(1);
            } else if c == n {
                length += digits(delta, bias);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        n += 1;
    }
    length
}

fn digits(delta: u32, bias: u32) -> usize {
    let (mut rest, mut k, mut count) = (delta, 36, 1);
    loop {
        let threshold = k.max(bias).saturating_sub(bias).clamp(1, 26);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (36 - threshold);
        k += 36;
        count += 1;
    }
}

fn adapted(delta: u32, points: usize, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / u32::try_from(points).unwrap_or(u32::MAX);
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).into_iter().map(|link| &text[link]).collect()
    }

    #[test]
    fn a_name_needs_no_scheme_where_it_ends_in_a_known_domain() {
        assert_eq!(found("詳しくはexample.com/newsへ"), ["example.com/news"]);
        assert_eq!(found("example.com、example.invalidname、3.14、file.toml"), ["example.com"]);
        assert_eq!(found("mail@example.com ＠example.com #example.com"), Vec::<&str>::new());
    }

    #[test]
    fn a_link_ends_where_the_sentence_goes_on() {
        assert_eq!(found("https://example.com/a(b)c。次"), ["https://example.com/a(b)c"]);
        assert_eq!(found("(https://example.com/a)."), ["https://example.com/a"]);
        assert_eq!(found("http://example.com:8080/?q=1&r=2, "), ["http://example.com:8080/?q=1&r=2"]);
        assert_eq!(found("https://example.comです"), ["https://example.com"]);
        assert_eq!(found("http://日本語.jp/"), ["http://日本語.jp/"]);
    }

    #[test]
    fn a_label_longer_than_the_dns_takes_makes_no_link() {
        let label = "a".repeat(64);
        assert!(found(&format!("{label}.com https://{label}.com")).is_empty());
        assert_eq!(ascii_length("日本語"), "xn--wgv71a119e".len());
        assert_eq!(ascii_length("bücher"), "xn--bcher-kva".len());
    }

    #[test]
    fn a_short_link_of_x_ends_after_its_last_part() {
        assert_eq!(found("https://t.co/AbC123,x"), ["https://t.co/AbC123"]);
        assert!(found(&format!("https://t.co/{}", "a".repeat(41))).is_empty());
    }
}
