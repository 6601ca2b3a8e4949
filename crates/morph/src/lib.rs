//! Words of a Japanese text: where each begins and ends, what kind of word it is, in which form, and its dictionary form.
//!
//! Serves 1-3, 1-4, 1-6, 2-2 and 2-3: who is named, what is only heard. Must never know a rule or a policy, never need
//! the dictionary to compile: [`Morphology`] is all that a checker sees. A build without the feature `ipadic` has no
//! dictionary of its own; with `analyser` it takes one as bytes.

#[cfg(feature = "ipadic")]
mod embedded;
#[cfg(feature = "analyser")]
mod ipadic;
mod kind;

#[cfg(feature = "ipadic")]
pub use embedded::bundle;
#[cfg(feature = "analyser")]
pub use ipadic::{Ipadic, NotADictionary};
pub use kind::{Form, Kind};

/// What divides a text into words.
pub trait Morphology: std::fmt::Debug + Send + Sync {
    /// The words of a text in order, without blanks, in time that grows with its length. Never fails: what no dictionary
    /// knows is a [`Token`] that says so.
    fn tokens<'m>(&'m self, text: &str) -> Vec<Token<'m>>;
}

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'m> {
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    pub kind: Kind,
    pub form: Form,
    /// Not in the dictionary: kind and form are guessed from the script.
    pub unknown: bool,
    /// Where it differs from what stands in the text.
    base: Option<&'m str>,
}

impl<'m> Token<'m> {
    #[must_use]
    pub const fn new(start: usize, end: usize, kind: Kind, form: Form, base: Option<&'m str>) -> Self {
        Self { start, end, kind, form, unknown: false, base }
    }

    /// As it stands in the text that it came from.
    #[must_use]
    pub fn surface<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// As it stands in a dictionary (`聞い` → `聞く`).
    #[must_use]
    pub fn base<'t>(&self, text: &'t str) -> &'t str
    where
        'm: 't,
    {
        self.base.unwrap_or_else(|| self.surface(text))
    }

    #[must_use]
    pub const fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// The analyser that is built in, if one is. Made once, on first use.
#[must_use]
pub fn built_in() -> Option<&'static dyn Morphology> {
    #[cfg(feature = "ipadic")]
    return Some(embedded::analyser());
    #[cfg(not(feature = "ipadic"))]
    return None;
}
