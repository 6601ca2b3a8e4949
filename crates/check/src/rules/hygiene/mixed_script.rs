//! 1-7: letters of another script that look like Latin ones, inside a Latin word.

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/mixed_script",
    doc: crate::rule::document(include_str!("mixed_script.md")),
    triggers: &[Trigger::Always],
    needs: &[],
    run,
};

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if !text.chars().any(|c| look_alike(c).is_some()) {
        return;
    }
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                judge(a, from..at, sink);
                start = None;
            }
            _ => {}
        }
    }
}

fn judge(a: &Analysis<'_>, range: std::ops::Range<usize>, sink: &mut Sink<'_>) {
    let word = &a.text()[range.clone()];
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let alike = word.chars().any(|c| look_alike(c).is_some());
    if latin && alike && word.chars().all(|c| c.is_ascii() || look_alike(c).is_some()) {
        let plain: String = word.chars().map(|c| look_alike(c).unwrap_or(c)).collect();
        sink.find_with(a, range, plain);
    }
}

/// Letters of a Latin, Cyrillic or Greek word, and what joins host names.
const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{370}'..='\u{52f}')
}

/// The Latin letter that a Cyrillic or Greek one looks like (a part of Unicode's confusables).
const fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'с' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'ο' | 'о' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'υ' => 'u',
        'ν' => 'v',
        'х' | 'χ' => 'x',
        'у' => 'y',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        _ => return None,
    })
}
