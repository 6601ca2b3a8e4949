//! 1-7: characters of no width between letters, which break searches, hashtags and links.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/zero_width",
    doc: crate::rule::document(include_str!("zero_width.md")),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let original = a.original();
    let mut from = 0;
    while let Some((start, _)) = original[from..].char_indices().find(|(_, c)| is_zero_width(*c)) {
        let start = from + start;
        let length: usize = original[start..].chars().take_while(|c| is_zero_width(*c)).map(char::len_utf8).sum();
        from = start + length;
        if !is_needed(original, start, from) {
            sink.find_original(a, start..from, Some(String::new()));
        }
    }
}

const fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{180e}')
}

/// Joiners hold emoji families and some scripts together: between two characters that are neither Latin nor Japanese.
fn is_needed(original: &str, start: usize, end: usize) -> bool {
    if !matches!(&original[start..end], "\u{200d}" | "\u{200c}") {
        return false;
    }
    let foreign = |c: char| !c.is_ascii() && !matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    original[..start].chars().next_back().is_some_and(foreign) && original[end..].chars().next().is_some_and(foreign)
}
