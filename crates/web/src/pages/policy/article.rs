//! An article of the pack, from Markdown to the few elements that a policy needs.
//!
//! Serves item 1 (the policy is read in plain sections). A pack is edited by the committee, not by programmers:
//! markup in it stays text, pictures become their words, and only web, mail and same-site links become links.
//! Must never pass through a byte of HTML that it did not write itself.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// An article ready for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The first heading of the first level, as plain text; empty when there is none.
    pub title: String,
    /// The first paragraph, as plain text.
    pub summary: String,
    /// The rest, as markup that was written here and nowhere else.
    pub markup: String,
}

impl Article {
    /// Reads an article. `{organisation}` becomes the company's name, as text: a name cannot bring in markup.
    #[must_use]
    pub fn read(markdown: &str, organisation: &str) -> Self {
        let mut writer = Writer { organisation, ..Writer::default() };
        for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
            writer.take(event);
        }
        Self {
            title: writer.title.unwrap_or_default().trim().to_owned(),
            summary: writer.summary.unwrap_or_default().trim().to_owned(),
            markup: writer.out,
        }
    }
}

#[derive(Default)]
struct Writer<'a> {
    organisation: &'a str,
    out: String,
    title: Option<String>,
    summary: Option<String>,
    in_title: bool,
    in_summary: bool,
    /// For each open link, whether it became one.
    links: Vec<bool>,
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // Markup is text here: the committee sees what it wrote instead of a hole.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => {
                self.write("<code>");
                self.text(&code);
                self.write("</code>");
            }
            // Japanese lines are joined without a blank, others with one.
            Event::SoftBreak => {
                if !self.ends_wide() {
                    self.text(" ");
                }
            }
            Event::HardBreak => self.write("<br>"),
            Event::Rule => self.write("<hr>"),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::FootnoteReference(name) => self.text(&name),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } if self.title.is_none() => {
                self.title = Some(String::new());
                self.in_title = true;
            }
            Tag::Heading { level, .. } => self.write(&format!("<h{}>", shown_level(level))),
            Tag::Paragraph => {
                if self.summary.is_none() {
                    self.summary = Some(String::new());
                    self.in_summary = true;
                }
                self.write("<p>");
            }
            Tag::BlockQuote(_) => self.write("<blockquote>"),
            Tag::CodeBlock(_) => self.write("<pre><code>"),
            Tag::List(None) => self.write("<ul>"),
            Tag::List(Some(first)) => self.write(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.write("<li>"),
            Tag::Emphasis => self.write("<em>"),
            Tag::Strong => self.write("<strong>"),
            Tag::Strikethrough => self.write("<del>"),
            Tag::Link { dest_url, .. } => self.start_link(&dest_url),
            // Everything else (pictures, tables, notes, …) is shown by the words in it.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) if self.in_title => self.in_title = false,
            TagEnd::Heading(level) => self.write(&format!("</h{}>\n", shown_level(level))),
            TagEnd::Paragraph => {
                self.in_summary = false;
                self.write("</p>\n");
            }
            TagEnd::BlockQuote(_) => self.write("</blockquote>\n"),
            TagEnd::CodeBlock => self.write("</code></pre>\n"),
            TagEnd::List(false) => self.write("</ul>\n"),
            TagEnd::List(true) => self.write("</ol>\n"),
            TagEnd::Item => self.write("</li>\n"),
            TagEnd::Emphasis => self.write("</em>"),
            TagEnd::Strong => self.write("</strong>"),
            TagEnd::Strikethrough => self.write("</del>"),
            TagEnd::Link => {
                let became_one = self.links.pop() == Some(true);
                self.write(if became_one { "</a>" } else { "" });
            }
            _ => {}
        }
    }

    fn start_link(&mut self, url: &CowStr<'_>) {
        let web = ["https://", "http://", "mailto:", "#"].iter().any(|start| url.starts_with(start));
        let here = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
        self.links.push(web || here);
        if web || here {
            self.write("<a href=\"");
            self.write(&escaped(url));
            self.write("\">");
        }
    }

    /// Markup written by this module. Inside the title only text counts.
    fn write(&mut self, markup: &str) {
        if !self.in_title {
            self.out.push_str(markup);
        }
    }

    fn text(&mut self, text: &str) {
        let text = text.replace("{organisation}", self.organisation);
        match (&mut self.title, &mut self.summary) {
            (Some(title), _) if self.in_title => return title.push_str(&text),
            (_, Some(summary)) if self.in_summary => summary.push_str(&text),
            _ => {}
        }
        self.out.push_str(&escaped(&text));
    }

    fn ends_wide(&self) -> bool {
        let text = match &self.title {
            Some(title) if self.in_title => title,
            _ => &self.out,
        };
        text.chars().next_back().is_some_and(|c| c as u32 >= 0x2e80)
    }
}

/// The page itself has the only first-level heading.
fn shown_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 4,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markup(markdown: &str) -> String {
        Article::read(markdown, "株式会社<あさなぎ>").markup
    }

    #[test]
    fn an_article_has_a_title_a_summary_and_a_body_without_the_title() {
        let article = Article::read(
            "# 個人情報\n\n{organisation}は、**人**を\n守ります。\n\n## なぜ\n\n- 一\n- 二\n",
            "あさなぎ",
        );
        assert_eq!(article.title, "個人情報");
        assert_eq!(article.summary, "あさなぎは、人を守ります。");
        assert_eq!(
            article.markup,
            "<p>あさなぎは、<strong>人</strong>を守ります。</p>\n<h2>なぜ</h2>\n<ul><li>一</li>\n<li>二</li>\n</ul>\n"
        );
    }

    #[test]
    fn html_in_an_article_and_in_the_name_of_the_company_stays_text() {
        let shown = markup("<script>alert(1)</script>\n\n前<b onclick=\"x\">中</b>{organisation}\n\n`<i>`");
        assert!(!shown.contains("<script") && !shown.contains("<b ") && !shown.contains("<i>"), "{shown}");
        assert!(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{shown}");
        assert!(shown.contains("株式会社&lt;あさなぎ&gt;"), "{shown}");
    }

    #[test]
    fn only_web_mail_and_same_site_links_become_links() {
        for (url, is_link) in [
            ("https://a.example/?a=1&b=%22", true),
            ("mailto:a@a.example", true),
            ("/policy/1-4", true),
            ("#x", true),
            ("javascript:alert(1)", false),
            ("JavaScript:alert(1)", false),
            ("data:text/html,x", false),
            ("//evil.example", false),
            ("vbscript:x", false),
        ] {
            let shown = markup(&format!("[x]({url})"));
            assert_eq!(shown.contains("<a "), is_link, "{shown}");
            assert_eq!(shown.contains("</a>"), is_link, "{shown}");
        }
        assert_eq!(
            markup("[x](https://a.example/?a=1&b=2)"),
            "<p><a href=\"https://a.example/?a=1&amp;b=2\">x</a></p>\n"
        );
    }

    #[test]
    fn a_picture_becomes_its_words_and_a_second_top_heading_an_ordinary_one() {
        assert_eq!(markup("![写真](https://evil.example/t.gif)"), "<p>写真</p>\n");
        assert_eq!(markup("# 一\n\n# 二\n"), "<h2>二</h2>\n");
    }

    #[test]
    fn every_article_of_the_standard_pack_reads_as_a_page() {
        let pack = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policy/standard");
        let mut read = 0;
        for folder in std::fs::read_dir(pack).expect("the standard pack").map(|entry| entry.expect("entry").path()) {
            for lang in ["ja", "en"] {
                let file = folder.join(format!("article.{lang}.md"));
                let Ok(text) = std::fs::read_to_string(&file) else { continue };
                let article = Article::read(&text, "Asanagi");
                let whole = format!("{} {} {}", article.title, article.summary, article.markup);
                assert!(!article.title.is_empty() && !article.summary.is_empty(), "{}", file.display());
                assert!(!whole.contains(['{', '⟪']) && !whole.contains("**"), "{}: {whole}", file.display());
                read += 1;
            }
        }
        assert_eq!(read, 44, "the preamble and 21 items in two languages");
    }

    #[test]
    fn latin_lines_are_joined_with_a_blank() {
        assert_eq!(markup("one\ntwo"), "<p>one two</p>\n");
    }
}
