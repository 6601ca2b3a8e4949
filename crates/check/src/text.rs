//! The one reading of a text that all rules share: spelling, sentences, clauses, quotations, links, terms found.
//!
//! Serves every **R** item. Made once per text in linear time; rules only look things up. Must never look at policy.

use std::{cell::OnceCell, ops::Range};

use shingi_domain::report::{Place, Span};
use shingi_morph::{Morphology, Token};

use crate::{
    context::{InPicture, Looked, Medium, Organisation},
    entities::{self, Entity},
    incoming::Answered,
    layout::{Enclosed, Enclosure, Layout},
    lexicon::{Entry, Lexicon},
    likeness::{Model, Scores},
    matters::Named,
    normalize::{self, Normalised},
    numbers::{self, Group},
    search::TermHit,
    skeleton::Skeleton,
};

/// A text as the rules see it. Every position and range below is one of [`Self::text`], in bytes.
#[derive(Debug)]
pub struct Analysis<'t> {
    original: &'t str,
    place: Place,
    media: &'t [Medium],
    normalised: Normalised,
    folded: String,
    layout: Layout,
    organisation: Vec<Range<usize>>,
    clients: Vec<Range<usize>>,
    products: Vec<Range<usize>>,
    morphology: Option<&'t dyn Morphology>,
    words: OnceCell<Vec<Token<'t>>>,
    entities: OnceCell<Vec<Entity>>,
    numbers: OnceCell<Vec<Group>>,
    likeness: OnceCell<Vec<(Range<usize>, Scores)>>,
    skeleton: OnceCell<Skeleton>,
    /// Where matters of the register are named: looked for once, by the first rule that asks.
    pub(crate) named: OnceCell<Vec<Named>>,
    pub(crate) answered: Option<&'t Answered>,
    pub(crate) model: Option<Model>,
    pub(crate) hits: Vec<TermHit>,
    lexicons: &'t [Lexicon],
}

/// A term of a lexicon that stands in the text.
#[derive(Debug, Clone)]
pub struct Term<'a> {
    pub range: Range<usize>,
    pub entry: &'a Entry,
}

impl<'t> Analysis<'t> {
    pub(crate) fn new(
        original: &'t str,
        place: Place,
        media: &'t [Medium],
        organisation: &Organisation,
        lexicons: &'t [Lexicon],
        morphology: Option<&'t dyn Morphology>,
    ) -> Self {
        let normalised = Normalised::new(original);
        let folded = normalize::fold(normalised.text());
        let layout = Layout::new(normalised.text());
        let clients = ranges_of(&folded, organisation.folded_clients());
        let products = ranges_of(&folded, organisation.folded_products());
        let organisation = ranges_of(&folded, organisation.folded_names());
        Self {
            original,
            place,
            media,
            normalised,
            folded,
            layout,
            organisation,
            clients,
            products,
            morphology,
            words: OnceCell::new(),
            entities: OnceCell::new(),
            numbers: OnceCell::new(),
            likeness: OnceCell::new(),
            skeleton: OnceCell::new(),
            named: OnceCell::new(),
            answered: None,
            model: None,
            hits: Vec::new(),
            lexicons,
        }
    }

    /// A reading without pack, media or dictionary.
    pub(crate) fn bare(original: &'t str, organisation: &Organisation) -> Self {
        Self::new(original, Place::Text, &[], organisation, &[], None)
    }

    /// The text in one spelling: NFKC (digits, letters and most marks in half width, kana in full width), nothing
    /// invisible.
    #[must_use]
    pub fn text(&self) -> &str {
        self.normalised.text()
    }

    /// [`Self::text`] with katakana as hiragana and capitals as small letters, at the same positions.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// What the author wrote, for rules about single characters. Its positions are not those of [`Self::text`].
    #[must_use]
    pub const fn original(&self) -> &'t str {
        self.original
    }

    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The media beside the text; none when this is itself the alt text of one.
    #[must_use]
    pub const fn media(&self) -> &'t [Medium] {
        self.media
    }

    /// The pictures beside the text that were looked at, by their number among the media.
    pub fn pictures(&self) -> impl Iterator<Item = (usize, &'t Medium, &'t InPicture)> {
        self.media.iter().enumerate().filter_map(|(nth, medium)| match &medium.looked {
            Looked::Seen(picture) => Some((nth, medium, &**picture)),
            Looked::NotAsked | Looked::Missing => None,
        })
    }

    /// Ranges of all sentences, in order, without the white space between them.
    #[must_use]
    pub fn sentences(&self) -> &[Range<usize>] {
        self.layout.sentences()
    }

    /// The sentence around a position; between two, the one before.
    #[must_use]
    pub fn sentence_at(&self, position: usize) -> Range<usize> {
        around(self.layout.sentences(), position)
    }

    /// The stretch between two of 、。,.!?:; brackets not counted, or line ends, around a position.
    #[must_use]
    pub fn clause_at(&self, position: usize) -> Range<usize> {
        around(self.layout.clauses(), position)
    }

    /// Quotations and parentheses that are closed, each without its marks.
    #[must_use]
    pub fn enclosed(&self) -> &[Enclosed] {
        self.layout.enclosed()
    }

    /// Whether a range lies inside 「…」, 『…』, “…” or "…": somebody else's words, or a title.
    #[must_use]
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.encloses(range, Enclosure::Quotation)
    }

    #[must_use]
    pub fn is_in_parentheses(&self, range: &Range<usize>) -> bool {
        self.encloses(range, Enclosure::Parentheses)
    }

    fn encloses(&self, range: &Range<usize>, kind: Enclosure) -> bool {
        let outermost = self.layout.outermost(kind);
        let after = outermost.partition_point(|outer| outer.start <= range.start);
        after > 0 && range.end <= outermost[after - 1].end
    }

    #[must_use]
    pub fn urls(&self) -> &[Range<usize>] {
        self.layout.urls()
    }

    /// `@name`, with the sign.
    #[must_use]
    pub fn mentions(&self) -> &[Range<usize>] {
        self.layout.mentions()
    }

    /// `#word`, with the sign.
    #[must_use]
    pub fn hashtags(&self) -> &[Range<usize>] {
        self.layout.hashtags()
    }

    /// Whether a range touches a link.
    #[must_use]
    pub fn is_in_url(&self, range: &Range<usize>) -> bool {
        let urls = self.layout.urls();
        let first = urls.partition_point(|url| url.end <= range.start);
        urls.get(first).is_some_and(|url| url.start < range.end)
    }

    /// All groups of digits, by position.
    #[must_use]
    pub fn numbers(&self) -> &[Group] {
        self.numbers.get_or_init(|| numbers::groups(self.text(), &self.folded))
    }

    /// The letters of the text, whatever their spelling.
    #[must_use]
    pub fn skeleton(&self) -> &Skeleton {
        self.skeleton.get_or_init(|| Skeleton::of(&self.folded))
    }

    /// What is known of the message that the text answers; `None` where the caller has none.
    #[must_use]
    pub const fn answered(&self) -> Option<&'t Answered> {
        self.answered
    }

    /// What each sentence scores for each of [`crate::likeness::ITEMS`], from an official or a personal account; nothing
    /// where the engine has no weights.
    #[must_use]
    pub fn likeness(&self, official: bool) -> &[(Range<usize>, Scores)] {
        self.likeness.get_or_init(|| self.model.map_or_else(Vec::new, |model| model.score(self, official)))
    }

    /// The words of the text, divided when first asked for; none where no dictionary is built in.
    #[must_use]
    pub fn words(&self) -> Option<&[Token<'t>]> {
        let morphology = self.morphology?;
        Some(self.words.get_or_init(|| morphology.tokens(self.text())))
    }

    /// Who and what is named in the text, in order, none within another. Without a dictionary, only what the lists know
    /// and what the form alone tells.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        self.entities.get_or_init(|| entities::find(self))
    }

    /// Where one of the organisation's names stands (folded, so also in the other kana).
    #[must_use]
    pub fn organisation(&self) -> &[Range<usize>] {
        &self.organisation
    }

    /// Where a name stands that the organisation keeps as a client's or partner's.
    #[must_use]
    pub fn clients(&self) -> &[Range<usize>] {
        &self.clients
    }

    /// Where one of the organisation's own products stands.
    #[must_use]
    pub fn products(&self) -> &[Range<usize>] {
        &self.products
    }

    /// The terms of one lexicon that stand in the text, by position. A rule names the lexicon in its triggers.
    pub fn terms<'a>(&'a self, lexicon: &str) -> impl Iterator<Item = Term<'a>> + use<'a, 't> {
        let wanted = self.lexicons.iter().position(|l| l.name == lexicon);
        let hits = if wanted.is_some() { self.hits.as_slice() } else { &[] };
        hits.iter().filter(move |hit| Some(usize::from(hit.lexicon)) == wanted).map(|hit| Term {
            range: hit.start..hit.end,
            entry: &self.lexicons[usize::from(hit.lexicon)].entries[hit.entry as usize],
        })
    }

    /// What stands directly before a position, at most `chars` characters long.
    #[must_use]
    pub fn before(&self, position: usize, chars: usize) -> &str {
        let head = &self.text()[..position];
        let start = head.char_indices().rev().take(chars).last().map_or(position, |(at, _)| at);
        &head[start..]
    }

    /// What stands directly after a position, at most `chars` characters long.
    #[must_use]
    pub fn after(&self, position: usize, chars: usize) -> &str {
        let tail = &self.text()[position..];
        let end = tail.char_indices().nth(chars).map_or(tail.len(), |(at, _)| at);
        &tail[..end]
    }

    /// The original bytes of a range of [`Self::text`].
    #[must_use]
    pub fn original_span(&self, range: Range<usize>) -> Span {
        self.normalised.original_span(range)
    }
}

/// Where these folded names stand, by position.
fn ranges_of(folded: &str, names: &[String]) -> Vec<Range<usize>> {
    let all = names.iter().flat_map(|name| folded.match_indices(name.as_str()));
    let mut ranges: Vec<Range<usize>> = all.map(|(at, name)| at..at + name.len()).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges
}

/// The range that contains a position, or the last one before it, or the first.
fn around(ranges: &[Range<usize>], position: usize) -> Range<usize> {
    let after = ranges.partition_point(|range| range.start <= position);
    ranges.get(after.saturating_sub(1)).cloned().unwrap_or(0..0)
}
