//! How a template says something: `{{ page.t("home-title") }}`, `{{ page.t("unit-items").with("n", n) }}`.
//! Serves item 1.
//!
//! The words are the app's ([`shingi_app::words`]); this module only makes them short to write in a
//! template and looks keys up that are put together from an enum's name. It escapes nothing itself:
//! templates escape whatever they print, the words included.

pub use shingi_app::words::{Lang, Text, text};

/// A value shown by a message of its own, such as a state or a role: `state-held`.
pub trait Worded {
    /// The key of the message.
    fn key(&self) -> String;

    /// The words in a language.
    fn words(&self, lang: Lang) -> String {
        text(lang, self.key()).to_string()
    }
}
