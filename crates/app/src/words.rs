//! The words of the product: Fluent messages of `locales/`, embedded, in both languages.
//!
//! Pages, findings, event sentences and mail take every string from here (items 1 and 1-1: what a person
//! is told, they are told in their own language). A key that is missing never fails a page: it shows as
//! `⟪key⟫`, which no test lets pass. This module never decides what is said, only how it is said.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
static WORDS: OnceLock<Words> = OnceLock::new();

/// What stands around a key that has no words, so that it is seen and can be searched for.
pub const MISSING: (char, char) = ('⟪', '⟫');

/// The two languages of the product; Japanese is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Ja,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The tag for `lang` attributes, folders and cookies.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The other one: what the language switch offers.
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }

    /// A tag such as `en-GB`, as in a cookie or in one part of `Accept-Language`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }

    /// The first language of an `Accept-Language` header that we speak, by weight, else Japanese.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (0.0_f32, Self::default());
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |text| text.trim().parse().unwrap_or(0.0));
            if weight > best.0 {
                best = (weight, lang);
            }
        }
        best.1
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// Why the words of one language cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    #[error("{file}:{line}: expected a Fluent message, came `{found}`: {why}")]
    Syntax { file: String, line: usize, found: String, why: String },
    #[error("{file}:{line}: the key `{key}` is defined twice in this language, keep one of them")]
    Twice { file: String, line: usize, key: String },
    #[error("{file}: expected UTF-8 text, came other bytes")]
    NotText { file: String },
}

/// All messages of both languages.
pub struct Words {
    ja: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// The words embedded in this program, parsed at the first use.
pub fn words() -> &'static Words {
    WORDS.get_or_init(|| Words::load().expect("the embedded locales are parsed by a test before they are shipped"))
}

impl Words {
    fn load() -> Result<Self, WordsError> {
        Ok(Self { ja: bundle(Lang::Ja)?, en: bundle(Lang::En)? })
    }

    /// The message `key`, or its attribute when the key is written `message.attribute`.
    pub fn get(&self, lang: Lang, key: &str, args: &FluentArgs<'_>) -> Cow<'static, str> {
        let bundle = self.bundle(lang);
        let (message, attribute) = split(key);
        let found = bundle.get_message(message).and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|found| found.value()),
        });
        let Some(pattern) = found else {
            return Cow::Owned(format!("{}{key}{}", MISSING.0, MISSING.1));
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors);
        if errors.is_empty() {
            return Cow::Owned(text.into_owned());
        }
        Cow::Owned(format!("{}{key}: {errors:?}{}", MISSING.0, MISSING.1))
    }

    /// Whether there are words for `key`, for texts that have a general and a particular form.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        let (message, attribute) = split(key);
        self.bundle(lang).get_message(message).is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(name) => message.get_attribute(name).is_some(),
        })
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(message, attribute)| (message, Some(attribute)))
}

fn bundle(lang: Lang) -> Result<FluentBundle<FluentResource>, WordsError> {
    let id: unic_langid::LanguageIdentifier = lang.tag().parse().expect("our own two tags are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would stand as invisible characters in copied texts, mails and attributes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(whole_number));
    for (file, text) in files(lang)? {
        let resource = parse(&file, text)?;
        bundle.add_resource(resource).map_err(|errors| {
            let key = errors
                .iter()
                .map(|error| match error {
                    fluent_bundle::FluentError::Overriding { id, .. } => id.clone(),
                    other => other.to_string(),
                })
                .next()
                .unwrap_or_default();
            let line = line_of_key(text, &key).unwrap_or(1);
            WordsError::Twice { file, line, key }
        })?;
    }
    Ok(bundle)
}

/// Numbers of a thousand and more stand in groups of three; both languages write them so.
fn whole_number<M>(value: &FluentValue<'_>, _memo: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    if number.value.fract() != 0.0 || number.value < 1_000.0 || number.value > 9e15 {
        return None;
    }
    // Exact: whole and far below 2^53.
    Some(grouped(number.value as u64))
}

/// 8214 as 8,214.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The files of a language, in the order of their names.
fn files(lang: Lang) -> Result<Vec<(String, &'static str)>, WordsError> {
    let mut list = Vec::new();
    let folder = LOCALES.get_dir(lang.tag()).into_iter();
    for file in folder.flat_map(Dir::files) {
        if file.path().extension().is_none_or(|ext| ext != "ftl") {
            continue;
        }
        let name = format!("locales/{}", file.path().display());
        let Some(text) = file.contents_utf8() else {
            return Err(WordsError::NotText { file: name });
        };
        list.push((name, text));
    }
    list.sort_unstable();
    Ok(list)
}

fn parse(file: &str, text: &str) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let error = errors.first();
        let at = error.map_or(0, |error| error.pos.start.min(text.len()));
        let start = (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        WordsError::Syntax {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            found: text[start..].lines().next().unwrap_or("").to_owned(),
            why: error.map_or_else(String::new, |error| error.kind.to_string()),
        }
    })
}

fn line_of_key(text: &str, key: &str) -> Option<usize> {
    text.lines().position(|line| line.split(['=', ' ']).next() == Some(key)).map(|index| index + 1)
}

/// A value that a message can be given. Numbers stay numbers, so that plurals work.
pub trait Arg {
    fn value(&self) -> FluentValue<'static>;
}

impl<A: Arg + ?Sized> Arg for &A {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl Arg for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Arg for String {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl Arg for Cow<'_, str> {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone().into_owned())
    }
}

macro_rules! number_args {
    ($($number:ty),*) => {$(
        impl Arg for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )*};
}
number_args!(u8, u16, u32, u64, usize, i32, i64);

/// One message on its way to a page: `text(lang, "home-waiting").with("n", 3)`; it is written by `Display`.
pub struct Text<'k> {
    lang: Lang,
    key: Cow<'k, str>,
    args: FluentArgs<'static>,
}

/// Starts a message; see [`Text`].
pub fn text<'k>(lang: Lang, key: impl Into<Cow<'k, str>>) -> Text<'k> {
    Text { lang, key: key.into(), args: FluentArgs::new() }
}

impl Text<'_> {
    /// Gives the message the value of its variable `name`.
    pub fn with(mut self, name: &'static str, value: impl Arg) -> Self {
        self.args.set(name, value.value());
        self
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words().get(self.lang, &self.key, &self.args))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every key (`message` and `message.attribute`) of a language, with where it stands.
    fn keys(lang: Lang) -> BTreeMap<String, String> {
        let mut keys = BTreeMap::new();
        for (file, text) in files(lang).expect("files") {
            let mut message = String::new();
            for (index, line) in text.lines().enumerate() {
                let place = format!("{file}:{}", index + 1);
                let name = line.split('=').next().unwrap_or("").trim();
                if !line.contains('=') || line.starts_with('#') {
                    continue;
                }
                if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
                    message = name.to_owned();
                    keys.insert(message.clone(), place);
                } else if let Some(attribute) = name.strip_prefix('.') {
                    keys.insert(format!("{message}.{attribute}"), place);
                }
            }
        }
        keys
    }

    /// The variables that a message names, so that a translation cannot forget one.
    fn variables(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (_, text) in files(lang).expect("files") {
            let mut key = String::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    key = line.split('=').next().unwrap_or("").trim().to_owned();
                }
                for part in line.split('$').skip(1) {
                    let name: String =
                        part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
                    found.entry(key.clone()).or_default().insert(name);
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_load() {
        if let Err(error) = Words::load() {
            panic!("{error}");
        }
    }

    #[test]
    fn every_key_stands_in_both_languages() {
        let (ja, en) = (keys(Lang::Ja), keys(Lang::En));
        let lonely: Vec<String> = ja
            .iter()
            .filter(|(key, _)| !en.contains_key(*key))
            .map(|(key, place)| format!("{place}: `{key}` has no English"))
            .chain(
                en.iter()
                    .filter(|(key, _)| !ja.contains_key(*key))
                    .map(|(key, place)| format!("{place}: `{key}` has no Japanese")),
            )
            .collect();
        assert!(lonely.is_empty(), "{}", lonely.join("\n"));
        assert!(ja.len() > 50, "the locales are nearly empty: {}", ja.len());
    }

    #[test]
    fn a_translation_uses_no_variable_that_the_other_language_is_not_given() {
        let (ja, en) = (variables(Lang::Ja), variables(Lang::En));
        for key in ja.keys().chain(en.keys()) {
            assert_eq!(ja.get(key), en.get(key), "variables of `{key}` differ");
        }
    }

    #[test]
    fn a_syntax_error_is_named_with_file_and_line() {
        let error = parse("locales/ja/x.ftl", "a = b\nc = { $n\n").expect_err("must not parse");
        assert!(
            error.to_string().starts_with("locales/ja/x.ftl:2:")
                || error.to_string().starts_with("locales/ja/x.ftl:3:"),
            "{error}"
        );
    }

    #[test]
    fn a_missing_key_or_variable_is_visible() {
        let missing = text(Lang::Ja, "no-such-key").to_string();
        assert_eq!(missing, "⟪no-such-key⟫");
        let unfilled = text(Lang::En, "unit-items").to_string();
        assert!(unfilled.starts_with('⟪'), "{unfilled}");
    }

    #[test]
    fn numbers_take_the_plural_and_no_invisible_marks_are_added() {
        assert_eq!(text(Lang::En, "unit-items").with("n", 1).to_string(), "1 item");
        assert_eq!(text(Lang::En, "unit-items").with("n", 2).to_string(), "2 items");
        assert_eq!(text(Lang::En, "unit-items").with("n", 1_234_567).to_string(), "1,234,567 items");
        let ja = text(Lang::Ja, "unit-items").with("n", 2).to_string();
        assert_eq!(ja, "2件");
    }

    #[test]
    fn the_accepted_languages_are_weighed() {
        assert_eq!(Lang::from_accept_language("en-GB,en;q=0.9,ja;q=0.8"), Lang::En);
        assert_eq!(Lang::from_accept_language("fr, ja;q=0.3, en;q=0.2"), Lang::Ja);
        assert_eq!(Lang::from_accept_language("fr"), Lang::Ja);
    }
}
