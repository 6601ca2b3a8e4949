//! Templates hold to the strict content security policy: no script, style or handler inside the page, and nothing from
//! another host. What a template asks for against it would silently not work.
//!
//! Misses: what a `|safe` value carries; attributes that are put together from pieces. The browser stories complain of whatever the policy refuses.

use crate::tree::{assert_none, texts};

/// Never in a template; the last ones need `eval`, or would.
const REFUSED: [&str; 7] = ["<style", " style=\"", " style='", "javascript:", "hx-on", "\"js:", "'js:"];

fn refused(path: &str, source: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let mut complain = |what: &str| complaints.push(format!("{path}:{}: `{what}`", index + 1));
        REFUSED.iter().filter(|word| line.contains(**word)).for_each(|word| complain(word));
        for (at, _) in line.match_indices("<script") {
            let tag = line[at..].split('>').next().unwrap_or("");
            if !tag.contains(" src=") {
                complain("<script> without src");
            }
            if tag.contains("//") {
                complain("a script from another host");
            }
        }
        for (at, _) in line.match_indices("<link").chain(line.match_indices("<img")) {
            let tag = line[at..].split('>').next().unwrap_or("");
            if ["src=\"http", "rel=\"stylesheet\" href=\"http"].iter().any(|foreign| tag.contains(foreign)) {
                complain("a file from another host");
            }
        }
        if handler(line) {
            complain("an on… handler");
        }
        // `hx-trigger="keyup[key=='Enter']"` is compiled with `eval`.
        let triggers = line
            .match_indices("hx-trigger=\"")
            .map(|(at, word)| line[at + word.len()..].split('"').next().unwrap_or(""));
        if triggers.into_iter().any(|trigger| trigger.contains('[')) {
            complain("a filter in hx-trigger");
        }
    }
    complaints
}

/// ` onclick="`, ` onload='`…
fn handler(line: &str) -> bool {
    line.match_indices(" on").any(|(at, _)| {
        let rest = &line[at + 3..];
        let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        letters > 2 && (rest[letters..].starts_with("=\"") || rest[letters..].starts_with("='"))
    })
}

#[test]
fn no_template_asks_for_what_the_content_security_policy_refuses() {
    let templates: Vec<_> = texts("crates/web/templates/", ".html").collect();
    assert!(templates.len() > 10, "expected the templates, found {}", templates.len());
    let complaints: Vec<String> = templates.iter().flat_map(|(path, source)| refused(path, source)).collect();
    assert_none(
        &complaints,
        "Scripts, styles and handlers live in crates/web/assets; templates carry data attributes.",
    );
}

#[test]
fn an_inline_script_a_style_a_handler_and_a_foreign_file_are_each_noticed() {
    let count = |source: &str| refused("a.html", source).len();
    assert_eq!(
        count("<script src=\"/assets/a.js\"></script><p lang=\"ja\">on time</p><img src=\"/a.png\" alt=\"\">"),
        0
    );
    assert_eq!(count("<a href=\"https://example.com\">a link on another site is no file</a>"), 0);
    for wrong in [
        "<script>alert(1)</script>",
        "<script src=\"//example.com/a.js\"></script>",
        "<p style=\"color: red\">",
        "<button onclick=\"go()\">",
        "<img src=\"https://example.com/a.png\" alt=\"\">",
        "<input hx-trigger=\"keyup[key=='Enter']\">",
        "<div hx-on:click=\"go()\">",
    ] {
        assert_eq!(count(wrong), 1, "{wrong}");
    }
}
