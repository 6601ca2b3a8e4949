//! What the public sees of the official accounts: the list, a page per account, a page per post.
//!
//! Serves the preamble and 2-1 (only these accounts speak for the company), 2-5 (a correction stays linked to
//! what it corrects, both stay visible) and 2-9 (each post leads to its certificate). Must never show a name
//! of a person, a draft, or anything that was not published.

use askama::Template;

use crate::pages::Page;
use crate::pages::public::{Moment, Picture, Piece, Place};
use crate::words_filter::Lang;

/// `/official`: everything the company speaks through, and how to tell it from fakes.
#[derive(Debug, Clone, Template)]
#[template(path = "official/index.html")]
pub struct OfficialPage {
    pub page: Page,
    pub place: Place,
    pub zone: String,
    pub updated: Option<Moment>,
    pub lookup: Option<Lookup>,
    pub accounts: Vec<AccountRow>,
    pub retired: Vec<RetiredRow>,
    pub policy: Option<PolicyLine>,
    /// The list of corrections; until there is one, the page says how corrections reach the reader.
    pub corrections_url: Option<String>,
    pub log: Option<LogLine>,
}

/// An account in use, as a row.
#[derive(Debug, Clone)]
pub struct AccountRow {
    pub sign: AccountSign,
    pub name: String,
    pub medium: String,
    pub handle: String,
    /// The account itself, on its network or on our own pages; the link carries `rel="me"`.
    pub url: Option<String>,
    pub purpose: Option<String>,
    pub operators: u32,
    pub since: Moment,
    /// Our own page of its posts.
    pub page_url: Option<String>,
}

/// The coloured square with the medium's drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountSign {
    /// 1 to 6, as in the tokens.
    pub colour: u8,
    /// A symbol of the sprite, without `i-`: `net-web`, `net-x`, …
    pub icon: &'static str,
}

/// An account that is no longer ours to speak through.
#[derive(Debug, Clone)]
pub struct RetiredRow {
    pub medium: String,
    pub handle: String,
    pub since: Moment,
    pub until: Moment,
}

/// The policy that posts are cleared under.
#[derive(Debug, Clone)]
pub struct PolicyLine {
    pub url: String,
    pub version: String,
    pub effective: Moment,
}

/// The public log in one line.
#[derive(Debug, Clone)]
pub struct LogLine {
    pub url: String,
    pub origin: String,
    pub size: u64,
    pub size_shown: String,
}

/// The answer to "is that account real?", with the words the reader typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    Ours { asked: String, medium: String, handle: String },
    Retired { asked: String, until: String },
    Unknown { asked: String },
}

impl Lookup {
    pub fn asked(&self) -> &str {
        match self {
            Self::Ours { asked, .. } | Self::Retired { asked, .. } | Self::Unknown { asked } => asked,
        }
    }

    pub fn key(&self) -> &'static str {
        match self {
            Self::Ours { .. } => "official-lookup-ours",
            Self::Retired { .. } => "official-lookup-retired",
            Self::Unknown { .. } => "official-lookup-unknown",
        }
    }

    pub fn strength(&self) -> &'static str {
        match self {
            Self::Ours { .. } => "done",
            Self::Retired { .. } => "consult",
            Self::Unknown { .. } => "forbid",
        }
    }

    pub fn icon(&self) -> &'static str {
        match self {
            Self::Ours { .. } => "done-ring",
            Self::Retired { .. } => "withdrawn",
            Self::Unknown { .. } => "forbid",
        }
    }
}

/// Compares what a reader typed with the list, letter by letter: a look-alike is not ours.
///
/// Only what cannot distinguish two accounts is evened out: blanks around, letter case of ASCII, the full-width
/// letters that an input method leaves, a leading `@`, the scheme, `www.` and a slash at the end.
/// `None` when nothing was typed.
#[must_use]
pub fn look_up(asked: &str, accounts: &[AccountRow], retired: &[RetiredRow]) -> Option<Lookup> {
    let asked: String = asked.trim().chars().take(200).collect();
    let wanted = evened(&asked);
    if wanted.is_empty() {
        return None;
    }
    let same = |text: &str| evened(text) == wanted;
    let ours = accounts.iter().find(|row| {
        let by_url = row.url.as_deref().is_some_and(&same) || row.page_url.as_deref().is_some_and(&same);
        same(&row.handle) || by_url
    });
    if let Some(row) = ours {
        return Some(Lookup::Ours { asked, medium: row.medium.clone(), handle: row.handle.clone() });
    }
    Some(match retired.iter().find(|row| same(&row.handle)) {
        Some(row) => Lookup::Retired { asked, until: row.until.shown.clone() },
        None => Lookup::Unknown { asked },
    })
}

fn evened(text: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    let mut text: String = text.trim().chars().map(half_width).collect();
    text.make_ascii_lowercase();
    for prefix in ["https://", "http://", "www.", "@"] {
        if let Some(rest) = text.strip_prefix(prefix) {
            text = rest.to_owned();
        }
    }
    text.trim_end_matches('/').to_owned()
}

/// `/official/{account}`: the posts of one account, newest first.
#[derive(Debug, Clone, Template)]
#[template(path = "official/account.html")]
pub struct AccountPage {
    pub page: Page,
    pub place: Place,
    pub zone: String,
    pub account: AccountHead,
    pub posts: Vec<PostCard>,
    pub newer_url: Option<String>,
    pub older_url: Option<String>,
}

/// Who speaks on an account's page.
#[derive(Debug, Clone)]
pub struct AccountHead {
    pub sign: AccountSign,
    pub name: String,
    pub medium: String,
    pub handle: String,
    pub purpose: Option<String>,
    pub since: Moment,
    pub until: Option<Moment>,
    /// This account's page here.
    pub page_url: String,
    /// The account on its own network; `None` where our page is the account.
    pub elsewhere_url: Option<String>,
    pub atom_url: String,
    pub json_url: String,
}

impl AccountHead {
    /// What to say where no post is: that one will come, or that none will.
    pub fn empty_key(&self) -> &'static str {
        match self.until {
            None => "account-empty-next",
            Some(_) => "account-empty-ended",
        }
    }
}

/// A post as it stands in a list and alone.
#[derive(Debug, Clone)]
pub struct PostCard {
    pub url: String,
    pub certificate_url: String,
    /// The published words, exactly (see `pieces`).
    pub words: Vec<Piece>,
    pub pictures: Vec<Picture>,
    pub at: Moment,
    pub standing: Standing,
    /// The post that this one corrects.
    pub corrects_url: Option<String>,
}

/// What became of a post after it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Stands,
    /// It stays visible; the apology and correction is linked (2-5).
    Corrected {
        url: String,
    },
    /// Taken away by a ruling. The words are gone, the fact and the reason stay.
    Withdrawn {
        at: String,
        why: String,
    },
}

/// `/official/{account}/{post}`: the permanent page of a post.
#[derive(Debug, Clone, Template)]
#[template(path = "official/post.html")]
pub struct PostPage {
    pub page: Page,
    pub place: Place,
    pub zone: String,
    pub account: AccountHead,
    pub post: PostCard,
    /// A name for the window and for previews elsewhere (see `title_of`).
    pub title: String,
    /// Scheme and host of the public address, without a slash at the end: previews elsewhere need whole addresses.
    pub base_url: String,
    /// The first 200 or so characters, on one line, for previews elsewhere.
    pub summary: String,
    pub newer_url: Option<String>,
    pub older_url: Option<String>,
}

impl PostPage {
    /// The picture that previews elsewhere show. Withdrawn posts show none.
    #[must_use]
    pub fn cover(&self) -> Option<&Picture> {
        match self.post.standing {
            Standing::Withdrawn { .. } => None,
            Standing::Stands | Standing::Corrected { .. } => self.post.pictures.first(),
        }
    }

    /// The title for the window and for previews. A withdrawn post lends its words to neither.
    #[must_use]
    pub fn headline(&self) -> String {
        match self.post.standing {
            Standing::Withdrawn { .. } => self.page.t("post-withdrawn").to_string(),
            Standing::Stands | Standing::Corrected { .. } => self.title.clone(),
        }
    }

    /// The description for previews; of a withdrawn post, only that it was.
    #[must_use]
    pub fn description(&self) -> String {
        match self.post.standing {
            Standing::Withdrawn { .. } => self.page.t("post-withdrawn").to_string(),
            Standing::Stands | Standing::Corrected { .. } => self.summary.clone(),
        }
    }

    /// Open Graph's name of the language.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        match self.page.lang {
            Lang::Ja => "ja_JP",
            Lang::En => "en_GB",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(handle: &str, url: &str) -> AccountRow {
        AccountRow {
            sign: AccountSign { colour: 1, icon: "net-x" },
            name: "あさなぎ".into(),
            medium: "X".into(),
            handle: handle.into(),
            url: Some(url.into()),
            purpose: None,
            operators: 1,
            since: Moment { machine: "2019-04".into(), shown: "2019年4月".into() },
            page_url: None,
        }
    }

    #[test]
    fn an_account_is_found_by_handle_and_by_address_however_it_is_typed() {
        let rows = [row("@asanagi_kiki", "https://x.example/asanagi_kiki")];
        for asked in [
            "asanagi_kiki",
            " @Asanagi_Kiki ",
            "https://X.example/asanagi_kiki/",
            "www.x.example/asanagi_kiki",
            "＠ａｓａｎａｇｉ_kiki",
        ] {
            assert!(matches!(look_up(asked, &rows, &[]), Some(Lookup::Ours { .. })), "{asked}");
        }
    }

    #[test]
    fn a_look_alike_is_not_ours() {
        let rows = [row("@asanagi_kiki", "https://x.example/asanagi_kiki")];
        // A lower-case L for an I, a Cyrillic a, a blank that cannot be seen, another host.
        for asked in
            ["@asanagi_kikl", "@аsanagi_kiki", "@asanagi\u{200b}_kiki", "https://x.example.evil.example/asanagi_kiki"]
        {
            assert!(matches!(look_up(asked, &rows, &[]), Some(Lookup::Unknown { .. })), "{asked}");
        }
        assert_eq!(look_up("  @ ", &rows, &[]), None);
    }
}
