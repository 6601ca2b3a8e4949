//! Atom 1.0 (RFC 4287) and JSON Feed 1.1 of an account's published posts.
//!
//! Serves 2-7 (people can follow what is useful) and 2-5 (a correction changes `updated`, never the id). Ids come
//! from the delivery's 128 random bits, so they outlive a change of the public address. Must never read a clock:
//! the same posts give the same bytes, so a handler may hash them for an ETag.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde::Serialize;

/// An account as something to follow. Addresses are absolute.
#[derive(Debug, Clone)]
pub struct Feed {
    /// 32 hexadecimal digits of the account.
    pub id: String,
    pub title: String,
    pub organisation: String,
    pub lang: &'static str,
    pub page_url: String,
    pub atom_url: String,
    pub json_url: String,
    /// When the account was registered: the feed's date while it has no post.
    pub opened: Timestamp,
    /// Newest first.
    pub entries: Vec<Entry>,
}

/// One published post.
#[derive(Debug, Clone)]
pub struct Entry {
    /// 32 hexadecimal digits of the delivery.
    pub id: String,
    pub url: String,
    pub certificate_url: String,
    pub title: String,
    /// The published words, exactly.
    pub text: String,
    pub published: Timestamp,
    /// Later than `published` only when a correction or a withdrawal was linked since.
    pub updated: Timestamp,
    pub pictures: Vec<FeedPicture>,
}

/// A picture with its words and what a reader program wants to know of its bytes.
#[derive(Debug, Clone)]
pub struct FeedPicture {
    pub url: String,
    pub alt: String,
    pub media_type: String,
    pub bytes: u64,
}

impl Feed {
    /// The newest date of any entry: what `Last-Modified` should say too.
    #[must_use]
    pub fn updated(&self) -> Timestamp {
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or(self.opened)
    }
}

/// `application/atom+xml; charset=utf-8`
#[must_use]
pub fn atom(feed: &Feed) -> String {
    let mut out = String::with_capacity(1024 + feed.entries.len() * 1024);
    out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    open(&mut out, &format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", xml(feed.lang)));
    element(&mut out, "  ", "id", &urn(&feed.id));
    element(&mut out, "  ", "title", &feed.title);
    element(&mut out, "  ", "updated", &date(feed.updated()));
    open(&mut out, &format!("  <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", xml(&feed.atom_url)));
    open(&mut out, &format!("  <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&feed.page_url)));
    open(&mut out, &format!("  <author><name>{}</name></author>\n", xml(&feed.organisation)));
    for entry in &feed.entries {
        atom_entry(&mut out, entry);
    }
    out.push_str("</feed>\n");
    out
}

fn atom_entry(out: &mut String, entry: &Entry) {
    out.push_str("  <entry>\n");
    element(out, "    ", "id", &urn(&entry.id));
    element(out, "    ", "title", &entry.title);
    element(out, "    ", "published", &date(entry.published));
    element(out, "    ", "updated", &date(entry.updated));
    open(out, &format!("    <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&entry.url)));
    open(out, &format!("    <link rel=\"related\" type=\"text/html\" href=\"{}\"/>\n", xml(&entry.certificate_url)));
    for picture in &entry.pictures {
        open(
            out,
            &format!(
                "    <link rel=\"enclosure\" type=\"{}\" length=\"{}\" href=\"{}\"/>\n",
                xml(&picture.media_type),
                picture.bytes,
                xml(&picture.url)
            ),
        );
    }
    open(out, &format!("    <content type=\"html\">{}</content>\n", xml(&html(entry))));
    out.push_str("  </entry>\n");
}

/// `application/feed+json; charset=utf-8`
#[must_use]
pub fn json_feed(feed: &Feed) -> String {
    let document = wire::Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page_url,
        feed_url: &feed.json_url,
        language: feed.lang,
        authors: [wire::Author { name: &feed.organisation, url: &feed.page_url }],
        items: feed.entries.iter().map(wire_item).collect(),
    };
    // INVARIANT: only strings, numbers and lists, which always have a JSON form.
    serde_json::to_string_pretty(&document).expect("strings and numbers always have a JSON form")
}

fn wire_item(entry: &Entry) -> wire::Item<'_> {
    wire::Item {
        id: urn(&entry.id),
        url: &entry.url,
        title: &entry.title,
        content_text: &entry.text,
        content_html: html(entry),
        image: entry.pictures.first().map(|picture| picture.url.as_str()),
        date_published: date(entry.published),
        date_modified: date(entry.updated),
        attachments: entry
            .pictures
            .iter()
            .map(|picture| wire::Attachment {
                url: &picture.url,
                mime_type: &picture.media_type,
                title: &picture.alt,
                size_in_bytes: picture.bytes,
            })
            .collect(),
        certificate: wire::Certificate { url: &entry.certificate_url },
    }
}

/// The words as paragraphs with their line ends and links, then the pictures with their words.
fn html(entry: &Entry) -> String {
    let mut out = String::from("<p>");
    for piece in crate::pages::public::pieces(&entry.text) {
        let words = xml(&piece.text).replace("\r\n", "\n").replace(['\r', '\n'], "<br>");
        match piece.url {
            Some(url) => open(&mut out, &format!("<a href=\"{}\">{words}</a>", xml(&url))),
            None => out.push_str(&words),
        }
    }
    out.push_str("</p>");
    for picture in &entry.pictures {
        open(&mut out, &format!("<p><img src=\"{}\" alt=\"{}\"></p>", xml(&picture.url), xml(&picture.alt)));
    }
    out
}

fn open(out: &mut String, markup: &str) {
    out.push_str(markup);
}

fn element(out: &mut String, indent: &str, name: &str, text: &str) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "{indent}<{name}>{}</{name}>", xml(text));
}

/// 128 bits in the form that every feed reader knows: `urn:uuid:…`.
fn urn(id: &str) -> String {
    match (id.get(..8), id.get(8..12), id.get(12..16), id.get(16..20), id.get(20..32)) {
        (Some(a), Some(b), Some(c), Some(d), Some(e)) if id.len() == 32 => format!("urn:uuid:{a}-{b}-{c}-{d}-{e}"),
        // INVARIANT: ids are 32 hexadecimal digits; another form still gives a lasting, if unusual, id.
        _ => format!("urn:shingi:{id}"),
    }
}

fn date(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Escapes for text and for attributes. What XML 1.0 cannot hold at all is shown as U+FFFD.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

mod wire {
    use super::Serialize;

    #[derive(Serialize)]
    pub(super) struct Feed<'a> {
        pub version: &'static str,
        pub title: &'a str,
        pub home_page_url: &'a str,
        pub feed_url: &'a str,
        pub language: &'a str,
        pub authors: [Author<'a>; 1],
        pub items: Vec<Item<'a>>,
    }

    #[derive(Serialize)]
    pub(super) struct Author<'a> {
        pub name: &'a str,
        pub url: &'a str,
    }

    #[derive(Serialize)]
    pub(super) struct Item<'a> {
        pub id: String,
        pub url: &'a str,
        pub title: &'a str,
        pub content_text: &'a str,
        pub content_html: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub image: Option<&'a str>,
        pub date_published: String,
        pub date_modified: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<Attachment<'a>>,
        /// An extension, as JSON Feed names them: with an underscore in front.
        #[serde(rename = "_shingi")]
        pub certificate: Certificate<'a>,
    }

    #[derive(Serialize)]
    pub(super) struct Attachment<'a> {
        pub url: &'a str,
        pub mime_type: &'a str,
        pub title: &'a str,
        pub size_in_bytes: u64,
    }

    #[derive(Serialize)]
    pub(super) struct Certificate<'a> {
        #[serde(rename = "certificate_url")]
        pub url: &'a str,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATOM: &str = "http://www.w3.org/2005/Atom";
    const NASTY: &str =
        "5 < 6 & \"7\" ]]> </p><script>alert(1)</script>\r\n\u{0}\u{8}二行目 https://a.example/?a=1&b=2。";

    fn feed() -> Feed {
        Feed {
            id: "0f".repeat(16),
            title: "あさなぎ <公式> & なかま".into(),
            organisation: "株式会社あさなぎ機器".into(),
            lang: "ja",
            page_url: "https://asanagi.example/official/news".into(),
            atom_url: "https://asanagi.example/official/news/feed.atom".into(),
            json_url: "https://asanagi.example/official/news/feed.json".into(),
            opened: "2020-01-01T00:00:00Z".parse().expect("timestamp"),
            entries: vec![
                entry("2026-12-03T00:00:02.123456Z", "2026-12-05T01:00:00Z"),
                entry("2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z"),
            ],
        }
    }

    fn entry(published: &str, updated: &str) -> Entry {
        Entry {
            id: published.bytes().take(16).map(|byte| format!("{byte:02x}")).collect(),
            url: "https://asanagi.example/official/news/1?x=1&y=2".into(),
            certificate_url: "https://asanagi.example/certificates/1".into(),
            title: "\"見出し\" & <b>".into(),
            text: NASTY.into(),
            published: published.parse().expect("timestamp"),
            updated: updated.parse().expect("timestamp"),
            pictures: vec![FeedPicture {
                url: "https://asanagi.example/blobs/a.png".into(),
                alt: "白い \"ユニット\" <1>".into(),
                media_type: "image/png".into(),
                bytes: 1234,
            }],
        }
    }

    #[test]
    fn the_atom_feed_is_well_formed_and_has_every_element_that_the_rfc_asks_for() {
        let text = atom(&feed());
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        let root = document.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            node.children().find(|n| n.has_tag_name((ATOM, name))).and_then(|n| n.text().map(str::to_owned))
        };
        assert_eq!(child(root, "title").as_deref(), Some("あさなぎ <公式> & なかま"));
        assert_eq!(child(root, "updated").as_deref(), Some("2026-12-05T01:00:00Z"));
        let entries: Vec<_> = root.children().filter(|n| n.has_tag_name((ATOM, "entry"))).collect();
        assert_eq!(entries.len(), 2);
        for entry in &entries {
            for name in ["id", "title", "updated", "published", "content"] {
                assert!(child(*entry, name).is_some_and(|text| !text.is_empty()), "{name}");
            }
        }
        assert_eq!(child(entries[0], "published").as_deref(), Some("2026-12-03T00:00:02Z"));
    }

    #[test]
    fn markup_in_a_post_stays_text_in_both_feeds() {
        let text = atom(&feed());
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        let content =
            document.descendants().find(|n| n.has_tag_name((ATOM, "content"))).and_then(|n| n.text()).expect("content");
        assert!(content.contains("&lt;script&gt;alert(1)&lt;/script&gt;<br>\u{fffd}\u{fffd}二行目"), "{content}");
        assert!(content.contains("<a href=\"https://a.example/?a=1&amp;b=2\">"), "{content}");
        let json: serde_json::Value = serde_json::from_str(&json_feed(&feed())).expect("json");
        assert_eq!(json["items"][0]["content_html"].as_str(), Some(content));
    }

    #[test]
    fn the_json_feed_keeps_the_text_exactly_and_has_what_version_1_1_asks_for() {
        let json: serde_json::Value = serde_json::from_str(&json_feed(&feed())).expect("json");
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["authors"][0]["name"], "株式会社あさなぎ機器");
        assert_eq!(json["items"][0]["content_text"], NASTY);
        assert_eq!(json["items"][0]["attachments"][0]["size_in_bytes"], 1234);
        assert_eq!(json["items"][0]["_shingi"]["certificate_url"], "https://asanagi.example/certificates/1");
    }

    #[test]
    fn an_id_outlives_a_change_of_address_and_a_correction() {
        let before = feed();
        let mut after = feed();
        after.entries[0].url = "https://new.example/1".into();
        after.entries[0].updated = "2027-01-01T00:00:00Z".parse().expect("timestamp");
        let ids = |feed: &Feed| -> Vec<String> {
            let text = atom(feed);
            let document = roxmltree::Document::parse(&text).expect("well-formed");
            document
                .descendants()
                .filter(|n| n.has_tag_name((ATOM, "id")))
                .filter_map(|n| n.text().map(str::to_owned))
                .collect()
        };
        assert_eq!(ids(&before), ids(&after));
        assert_eq!(ids(&before)[0], "urn:uuid:0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f");
    }

    #[test]
    fn the_same_posts_give_the_same_bytes_and_an_empty_feed_has_the_date_of_its_account() {
        assert_eq!(atom(&feed()), atom(&feed()));
        let empty = Feed { entries: Vec::new(), ..feed() };
        assert_eq!(empty.updated().to_string(), "2020-01-01T00:00:00Z");
        assert!(roxmltree::Document::parse(&atom(&empty)).is_ok());
    }
}
