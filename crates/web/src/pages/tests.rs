//! Every template, with samples, in both languages: that it renders, has all its words, and breaks no rule of the page.

use super::samples;
use crate::words_filter::Lang;

/// What no page may contain: the content security policy would block it, and silently.
fn refuse(name: &str, html: &str) {
    for bad in ["style=", "<style", "javascript:", "hx-on", "js:", "⟪", "<script>"] {
        assert!(!html.contains(bad), "{name}: contains `{bad}`: {}", around(html, bad));
    }
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        for attribute in tag.split_ascii_whitespace().skip(1) {
            let word = attribute.split('=').next().unwrap_or_default();
            let handler = attribute.contains('=')
                && word.len() > 3
                && word.starts_with("on")
                && word.bytes().all(|b| b.is_ascii_lowercase());
            assert!(!handler, "{name}: handler attribute in `<{tag}>`");
        }
        assert!(!tag.starts_with("script") || tag.contains("src="), "{name}: inline script `<{tag}>`");
    }
}

fn around(html: &str, what: &str) -> String {
    let at = html.find(what).unwrap_or(0);
    let start = (0..=at.saturating_sub(80)).rev().find(|i| html.is_char_boundary(*i));
    html[start.unwrap_or(0)..].chars().take(240).collect()
}

#[test]
fn every_template_renders_with_samples_in_every_locale() {
    let mut escaped = 0;
    for lang in Lang::ALL {
        for (name, html) in samples::pages(lang) {
            let name = format!("{name} ({lang})");
            refuse(&name, &html);
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{name}: language");
            assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
            assert!(html.contains("id=\"main\""), "{name}: skip link has no target");
            ids_are_unique_and_labels_have_targets(&name, &html);
            forms_are_guarded(&name, &html);
            assert!(!html.contains(samples::HOSTILE), "{name}: unescaped text");
            escaped += usize::from(html.contains("&#60;b title=&#34;x&#34;&#62;&#38;"));
        }
    }
    assert!(escaped > 20, "too few samples carry the hostile text: {escaped}");
}

#[test]
fn every_fragment_renders_with_samples_in_every_locale() {
    for lang in Lang::ALL {
        for (name, html) in samples::fragments(lang) {
            let name = format!("{name} ({lang})");
            refuse(&name, &html);
            forms_are_guarded(&name, &html);
            assert!(!html.contains("<html") && !html.contains("<h1"), "{name}: a fragment is not a page");
        }
    }
}

fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn ids_are_unique_and_labels_have_targets(name: &str, html: &str) {
    let ids = attributes(html, "id");
    let mut seen = std::collections::BTreeSet::new();
    for id in &ids {
        assert!(seen.insert(*id), "{name}: the id `{id}` stands twice");
    }
    for target in ["for", "aria-labelledby", "aria-describedby", "popovertarget", "form"] {
        for value in attributes(html, target) {
            for id in value.split(' ') {
                assert!(seen.contains(id), "{name}: {target}=\"{id}\" points at nothing");
            }
        }
    }
}

fn forms_are_guarded(name: &str, html: &str) {
    for form in html.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        if form.split('>').next().unwrap_or_default().contains("method=\"post\"") {
            assert!(form.contains("name=\"csrf\""), "{name}: a form without csrf: {form}");
        }
    }
}
