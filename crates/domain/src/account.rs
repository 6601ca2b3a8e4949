//! 公式アカウントID: the accounts and sites that the company itself publishes through (0, 1-2, 2-8).

use serde::{Deserialize, Serialize};

use crate::{id::AccountId, private::Private, time::Timestamp};

/// Where an account lives. The list is open: `Other` carries its own words in [`AccountDetails`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    OfficialPage,
    X,
    Bluesky,
    Mastodon,
    Facebook,
    Instagram,
    Threads,
    Line,
    Linkedin,
    Youtube,
    Tiktok,
    Note,
    Other,
}

impl Medium {
    pub const ALL: [Self; 13] = [
        Self::OfficialPage,
        Self::X,
        Self::Bluesky,
        Self::Mastodon,
        Self::Facebook,
        Self::Instagram,
        Self::Threads,
        Self::Line,
        Self::Linkedin,
        Self::Youtube,
        Self::Tiktok,
        Self::Note,
        Self::Other,
    ];
}

/// How a text gets there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The built-in public page of this account.
    OfficialPage,
    /// A person copies the exact bytes, publishes them, and brings the URL and a capture as proof.
    ByHand,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountDetails {
    /// Shown to the public, for example 「あさなぎ機器【公式】」.
    pub name: String,
    /// As the medium writes it, for example `@asanagi_kiki`; for an official page its path segment.
    pub handle: String,
    /// Where the public finds it; empty for an official page, whose URL follows the public URL.
    pub url: String,
    /// One of the six account colours, 1 to 6.
    pub colour: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum AccountEvent {
    Registered { account: AccountId, medium: Medium, channel: Channel, details: Private<AccountDetails> },
    Changed { details: Private<AccountDetails> },
    Closed {},
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub medium: Medium,
    pub channel: Channel,
    pub details: Private<AccountDetails>,
    pub registered_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

impl Account {
    /// Folds one event of the account's stream; the first must be `Registered`, and no other is.
    #[must_use]
    pub fn evolve(account: Option<Self>, event: &AccountEvent, at: Timestamp) -> Option<Self> {
        match (account, event.clone()) {
            (None, AccountEvent::Registered { account: id, medium, channel, details }) => {
                Some(Self { id, medium, channel, details, registered_at: at, closed_at: None })
            }
            (Some(old), AccountEvent::Registered { .. }) => Some(old),
            (Some(old), AccountEvent::Changed { details }) => Some(Self { details, ..old }),
            (Some(old), AccountEvent::Closed {}) => Some(Self { closed_at: Some(at), ..old }),
            (None, AccountEvent::Changed { .. } | AccountEvent::Closed {}) => None,
        }
    }
}
