//! Every page outside the shell, rendered with samples in both languages, and what must hold for all of them.

use std::collections::BTreeSet;

use super::samples::pages;
use crate::pages::samples::HOSTILE;
use crate::words_filter::Lang;

/// The start tags of a page, as name and attribute names. Enough of a tokenizer for what our templates write.
fn tags(html: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let mut names = Vec::new();
        let mut name = String::new();
        let mut quote = None;
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            match (quote, c) {
                (Some(open), c) if c == open => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(c),
                (None, '>') => {
                    end = at;
                    break;
                }
                (None, '=' | '/') => {}
                (None, c) if c.is_whitespace() => names.push(std::mem::take(&mut name)),
                (None, c) => name.push(c),
            }
        }
        names.push(name);
        names.retain(|name| !name.is_empty());
        let tag = names.remove(0);
        found.push((tag, names));
        rest = &rest[end..];
    }
    found
}

fn each(mut test: impl FnMut(&str, &str)) {
    for lang in Lang::ALL {
        for (name, html) in pages(lang) {
            test(&format!("{}/{name}", lang.tag()), &html);
        }
    }
}

#[test]
fn no_page_holds_inline_style_script_or_handlers_and_none_shows_a_missing_word() {
    each(|name, html| {
        assert!(!html.contains(['⟪', '⟫']), "{name}: {}", excerpt(html, '⟪'));
        for (tag, attributes) in tags(html) {
            assert!(tag != "style" && tag != "iframe" && tag != "base", "{name} has <{tag}>");
            assert!(tag != "script" || attributes.iter().any(|a| a == "src"), "{name} has an inline script");
            for attribute in attributes {
                assert!(attribute != "style" && !attribute.starts_with("on"), "{name}: <{tag} {attribute}=…>");
            }
        }
    });
}

fn excerpt(html: &str, mark: char) -> String {
    let at = html.find(mark).unwrap_or(0);
    html[at..].chars().take(160).collect()
}

#[test]
fn what_people_typed_is_escaped_wherever_it_stands() {
    let mut seen = 0;
    each(|name, html| {
        assert!(!html.contains(HOSTILE) && !html.contains("<b title"), "{name}: {}", excerpt(html, '<'));
        assert!(!html.contains("<script>alert"), "{name}");
        seen += html.matches("b title=").count();
    });
    assert!(seen > 20, "the samples try it nearly nowhere: {seen}");
}

#[test]
fn every_page_has_one_heading_a_language_a_title_and_unique_ids() {
    each(|name, html| {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(html.contains(&format!("<html lang=\"{}\"", &name[..2])), "{name}");
        let title =
            html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title);
        assert!(title.trim().len() > 3 && !title.contains('\n'), "{name}: `{title}`");
        let mut ids = BTreeSet::new();
        for part in html.split(" id=\"").skip(1) {
            let id = part.split('"').next().unwrap_or("");
            assert!(ids.insert(id), "{name} has the id `{id}` twice");
        }
        for kind in [" aria-labelledby=\"", " aria-describedby=\"", " for=\""] {
            for part in html.split(kind).skip(1) {
                for id in part.split('"').next().unwrap_or("").split(' ') {
                    assert!(ids.contains(id), "{name}:{kind}{id} leads nowhere");
                }
            }
        }
    });
}

#[test]
fn the_public_certificate_has_no_name_and_no_item_table_and_the_audit_has_22_rows() {
    for lang in Lang::ALL {
        let all = pages(lang);
        let page = |name: &str| all.iter().find(|(n, _)| n == name).map(|(_, html)| html.clone()).expect("sample");
        let (public, audit) = (page("certificate"), page("certificate-audit"));
        assert!(!public.contains("cert__items") && !public.contains("佐藤") && !public.contains("高橋"));
        assert_eq!(audit.matches("<th role=\"rowheader\"").count(), 22);
        assert!(audit.contains("佐藤") && audit.contains("noindex"));
    }
}

#[test]
fn a_certificate_shows_its_text_character_by_character() {
    let (_, html) = pages(Lang::Ja).into_iter().find(|(name, _)| name == "certificate-corrected").expect("sample");
    assert!(html.contains("dir=\"auto\">\n&lt;b title=&quot;x&quot;&gt;&amp; a\u{200b}b\u{202e}c</blockquote>"));
    assert!(html.contains("U+200B, U+202E"));
}

#[test]
fn a_withdrawn_post_shows_neither_its_words_nor_a_picture() {
    let (_, html) = pages(Lang::Ja).into_iter().find(|(name, _)| name == "post-withdrawn").expect("sample");
    assert!(!html.contains("articleBody") && !html.contains("og:image") && !html.contains("おはよう"));
}

#[test]
fn a_form_that_posts_carries_the_token_and_no_page_sends_a_password_back() {
    each(|name, html| {
        let posts = html.matches("method=\"post\"").count();
        assert_eq!(html.matches("name=\"csrf\" value=\"sample-csrf\"").count(), posts, "{name}");
        for field in html.split("type=\"password\"").skip(1) {
            assert!(!field.split('>').next().unwrap_or("").contains("value="), "{name}");
        }
    });
}
