//! What the dictionary in the program says about words, and that a text of any shape is divided in linear time.
#![cfg(feature = "ipadic")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types)]

use shingi_morph::{Form, Kind, Token, built_in};

fn tokens(text: &str) -> Vec<Token<'static>> {
    built_in().unwrap().tokens(text)
}

fn kinds(text: &str) -> Vec<(&str, Kind)> {
    tokens(text).iter().map(|token| (token.surface(text), token.kind)).collect()
}

#[test]
fn names_of_people_places_and_houses_have_their_kinds() {
    assert_eq!(
        kinds("佐藤花子さんが横浜へ行った。")[..4],
        [
            ("佐藤", Kind::FamilyName),
            ("花子", Kind::GivenName),
            ("さん", Kind::PersonSuffix),
            ("が", Kind::CaseParticle)
        ]
    );
    assert_eq!(kinds("横浜")[0].1, Kind::Place);
    assert_eq!(kinds("トヨタ自動車")[0], ("トヨタ自動車", Kind::Organisation));
}

#[test]
fn a_word_says_its_form_and_its_dictionary_form() {
    let text = "聞いた";
    let words = tokens(text);
    assert_eq!((words[0].base(text), words[0].form), ("聞く", Form::Connective));
    assert_eq!((words[1].base(text), words[1].form), ("た", Form::Plain));
}

#[test]
fn what_others_say_and_how_a_thing_looks_are_told_apart() {
    let sou = |text: &'static str| kinds(text).iter().find(|(word, _)| *word == "そう").map(|(_, kind)| *kind);
    assert_eq!(sou("雨が降るそうだ"), Some(Kind::Hearsay));
    assert_eq!(sou("雨が降りそうだ"), Some(Kind::Appearance));
}

#[test]
fn tokens_stand_in_order_on_character_bounds_whatever_the_text() {
    for text in ["", " \n", "ーーー", "a😀b\u{0}ｶﾞ", "𠮷野家で🍚を食べた\r\n、、。", "\u{feff}é漢"]
    {
        let mut end = 0;
        for token in tokens(text) {
            assert!(end <= token.start && token.start < token.end, "{text:?}");
            assert!(text.get(token.range()).is_some(), "{text:?}");
            end = token.end;
        }
        assert!(end <= text.len());
    }
}

/// Twice the text takes about twice the time, not four times; the bound is wide because the machine may be busy.
#[test]
fn a_run_of_one_letter_is_divided_in_linear_time() {
    for letter in ["あ", "ア", "漢", "a", "ー", "1", " "] {
        let time = |count: usize| {
            let text = letter.repeat(count);
            (0..9)
                .map(|_| {
                    let start = std::time::Instant::now();
                    std::hint::black_box(tokens(&text));
                    start.elapsed()
                })
                .min()
                .unwrap()
        };
        let (short, long) = (time(10_000), time(80_000));
        assert!(long < short * 24, "{letter}: {short:?} for 10,000, {long:?} for 80,000");
    }
}
