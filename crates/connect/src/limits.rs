//! What a medium takes, counted its own way (1-2). One table, also shown beside the text while it is written.

use shingi_domain::{account::Medium, obligation::Misfit, post::Resolved};

use crate::count;

/// One counter of a medium: how long the text is by its rule, and how long it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    pub unit: Unit,
    pub counted: u64,
    pub limit: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// X's weighted characters.
    Weighted,
    Graphemes,
    /// Bytes of UTF-8.
    Bytes,
    Characters,
}

/// The counters of a medium; all of them hold.
#[must_use]
pub fn counters(medium: Medium, text: &str) -> Vec<Counter> {
    let characters = |limit| Counter { unit: Unit::Characters, counted: text.chars().count() as u64, limit };
    let utf16 = |limit| Counter { unit: Unit::Characters, counted: count::utf16(text), limit };
    match medium {
        Medium::X => vec![Counter { unit: Unit::Weighted, counted: count::x_weighted(text), limit: 280 }],
        Medium::Bluesky => vec![
            Counter { unit: Unit::Graphemes, counted: count::graphemes(text), limit: 300 },
            Counter { unit: Unit::Bytes, counted: text.len() as u64, limit: 3_000 },
        ],
        Medium::Mastodon => vec![Counter { unit: Unit::Characters, counted: count::mastodon(text), limit: 500 }],
        Medium::Threads => vec![Counter { unit: Unit::Characters, counted: count::threads(text), limit: 500 }],
        Medium::Instagram => vec![characters(2_200)],
        Medium::Linkedin => vec![characters(3_000)],
        Medium::Line => vec![utf16(5_000)],
        Medium::Facebook => vec![characters(63_206)],
        Medium::Tiktok => vec![utf16(2_200)],
        Medium::Youtube => vec![characters(5_000)],
        Medium::OfficialPage | Medium::Note | Medium::Other => vec![characters(100_000)],
    }
}

/// Pictures that a medium takes with one text.
#[must_use]
pub const fn pictures_max(medium: Medium) -> u64 {
    match medium {
        Medium::X | Medium::Bluesky | Medium::Mastodon => 4,
        Medium::Instagram | Medium::Threads | Medium::Facebook | Medium::Linkedin => 10,
        Medium::Line => 5,
        Medium::OfficialPage | Medium::Youtube | Medium::Tiktok | Medium::Note | Medium::Other => 20,
    }
}

/// Why the medium would not take this, if so.
#[must_use]
pub fn misfit(medium: Medium, content: &Resolved) -> Option<Misfit> {
    let over = counters(medium, &content.text).into_iter().find(|counter| counter.counted > counter.limit);
    if let Some(Counter { counted, limit, .. }) = over {
        return Some(Misfit::TooLong { counted, limit });
    }
    let (counted, limit) = (content.pictures.len() as u64, pictures_max(medium));
    if counted > limit {
        return Some(Misfit::TooManyPictures { counted, limit });
    }
    let needs_picture = matches!(medium, Medium::Instagram);
    (needs_picture && content.pictures.is_empty()).then_some(Misfit::PictureNeeded)
}
