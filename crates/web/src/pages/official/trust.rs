//! The list of official accounts for machines: `/official.json` and `/trust.txt`.
//!
//! Serves the preamble: a search engine, a network or a bank can tell real from fake without a person reading.
//! Both say what `/official` says, nothing more: no name of a person, no account that is being prepared.
//! Must never list an account that the register does not hold.
//!
//! # `/official.json`
//!
//! `application/json; charset=utf-8`, one object. Readers ignore members they do not know; a change that
//! would break them raises `version`. Times are RFC 3339 in UTC, dates are `YYYY-MM-DD`, addresses absolute.
//!
//! | Member | What it says |
//! |---|---|
//! | `version` | `1` |
//! | `organisation` | `name`, `names` (other names), `url`, `contact` where there is one |
//! | `updated` | when the list last changed |
//! | `accounts[]` | `id`, `name`, `medium`, `handle`, `url` (the account itself), `state` (`in_use` or `retired`), `since`, `until` (retired only), `page` (its posts here), `feeds` (`atom`, `json`) |
//! | `policy` | `version`, `effective`, `url` of the policy that posts are cleared under |
//! | `log` | `origin`, `key` (C2SP signed-note verifier key), `checkpoint` and `tiles` of the certificates |
//!
//! # `/trust.txt`
//!
//! JournalList's trust.txt (also to be served as `/.well-known/trust.txt`): `text/plain; charset=utf-8`, one
//! `attribute=value` a line, `#` begins a comment. Of its attributes we write `belongto`, `control`, `controlledby`
//! and `member` (other organisations, by their sites), `social`, `contact` and `disclosure`.

use serde::{Deserialize, Serialize};

/// The whole of `/official.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialDocument {
    pub version: u32,
    pub organisation: OrganisationEntry,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    pub accounts: Vec<AccountEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<LogEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationEntry {
    pub name: String,
    #[serde(default)]
    pub names: Vec<String>,
    pub url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountEntry {
    pub id: String,
    pub name: String,
    pub medium: String,
    pub handle: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub state: AccountState,
    pub since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeds: Option<FeedsEntry>,
}

/// Whether an account speaks for the company today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    InUse,
    Retired,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedsEntry {
    pub atom: String,
    pub json: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyEntry {
    pub version: String,
    pub effective: String,
    pub url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    pub origin: String,
    pub key: String,
    pub checkpoint: String,
    pub tiles: String,
}

/// The bytes of `/official.json`.
#[must_use]
pub fn official_json(document: &OfficialDocument) -> String {
    // INVARIANT: only strings, numbers and lists, which always have a JSON form.
    let mut text = serde_json::to_string_pretty(document).expect("strings and numbers always have a JSON form");
    text.push('\n');
    text
}

/// What `trust.txt` says beside the accounts. Sites of other organisations are named by their address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trust {
    pub organisation: String,
    /// The page that lists the accounts for people.
    pub official_url: String,
    /// Organisations that belong to us, where we are an association.
    pub members: Vec<String>,
    /// Associations that we belong to.
    pub belong_to: Vec<String>,
    /// Sites that we control.
    pub control: Vec<String>,
    /// The site of whoever controls us.
    pub controlled_by: Vec<String>,
    /// Accounts in use on networks and media that others run.
    pub social: Vec<String>,
    pub contact: Vec<String>,
    /// Pages with our rules: the policy.
    pub disclosure: Vec<String>,
}

/// The bytes of `/trust.txt`. A value that would break the line format is left out, never mended.
#[must_use]
pub fn trust_txt(trust: &Trust) -> String {
    let mut out = String::from("# trust.txt, as described at https://journallist.net\n");
    comment(&mut out, &trust.organisation);
    comment(&mut out, &trust.official_url);
    let attributes = [
        ("member", &trust.members),
        ("belongto", &trust.belong_to),
        ("control", &trust.control),
        ("controlledby", &trust.controlled_by),
        ("social", &trust.social),
        ("contact", &trust.contact),
        ("disclosure", &trust.disclosure),
    ];
    for (attribute, values) in attributes {
        let sound = values.iter().filter(|value| is_one_address(value));
        let lines: Vec<String> = sound.map(|value| format!("{attribute}={value}\n")).collect();
        if !lines.is_empty() {
            out.push('\n');
            out.push_str(&lines.concat());
        }
    }
    out
}

fn comment(out: &mut String, text: &str) {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if !line.trim().is_empty() {
        out.push_str(&format!("# {}\n", line.trim()));
    }
}

/// One line, no blanks: what the format allows for an address.
fn is_one_address(value: &str) -> bool {
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
    known && !value.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> OfficialDocument {
        OfficialDocument {
            version: 1,
            organisation: OrganisationEntry {
                name: "株式会社あさなぎ機器".into(),
                names: vec!["あさなぎ".into()],
                url: "https://asanagi.example".into(),
                contact: None,
            },
            updated: Some("2026-11-24T06:00:00Z".into()),
            accounts: vec![
                AccountEntry {
                    id: "0f".repeat(16),
                    name: "お知らせ".into(),
                    medium: "web".into(),
                    handle: "asanagi.example/news".into(),
                    url: Some("https://asanagi.example/official/news".into()),
                    state: AccountState::InUse,
                    since: "2011-07-01".into(),
                    until: None,
                    page: Some("https://asanagi.example/official/news".into()),
                    feeds: Some(FeedsEntry {
                        atom: "https://asanagi.example/official/news/feed.atom".into(),
                        json: "https://asanagi.example/official/news/feed.json".into(),
                    }),
                },
                AccountEntry {
                    id: "a1".repeat(16),
                    name: "催し".into(),
                    medium: "x".into(),
                    handle: "@asanagi_event".into(),
                    url: None,
                    state: AccountState::Retired,
                    since: "2018-06-01".into(),
                    until: Some("2023-12-31".into()),
                    page: None,
                    feeds: None,
                },
            ],
            policy: None,
            log: None,
        }
    }

    #[test]
    fn what_is_written_reads_back_the_same_and_absent_members_are_left_out() {
        let text = official_json(&document());
        assert_eq!(serde_json::from_str::<OfficialDocument>(&text).expect("json"), document());
        assert!(!text.contains("null"), "{text}");
        assert!(text.contains("\"state\": \"in_use\"") && text.contains("\"state\": \"retired\""), "{text}");
    }

    #[test]
    fn trust_txt_has_one_attribute_a_line_and_says_where_the_format_is_described() {
        let text = trust_txt(&Trust {
            organisation: "株式会社あさなぎ機器".into(),
            official_url: "https://asanagi.example/official".into(),
            control: vec!["https://asanagi.example/".into()],
            social: vec!["https://x.example/asanagi_kiki".into(), "https://video.example/c?id=1".into()],
            contact: vec!["https://asanagi.example/contact".into()],
            disclosure: vec!["https://asanagi.example/policy".into()],
            ..Trust::default()
        });
        let expected = "# trust.txt, as described at https://journallist.net\n# 株式会社あさなぎ機器\n# https://asanagi.example/official\n\
            \ncontrol=https://asanagi.example/\n\
            \nsocial=https://x.example/asanagi_kiki\nsocial=https://video.example/c?id=1\n\
            \ncontact=https://asanagi.example/contact\n\
            \ndisclosure=https://asanagi.example/policy\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_name_or_an_address_cannot_smuggle_in_a_line() {
        let text = trust_txt(&Trust {
            organisation: "あさなぎ\nsocial=https://evil.example".into(),
            social: vec![
                "https://x.example/a\nsocial=https://evil.example".into(),
                "@handle".into(),
                "javascript:1".into(),
            ],
            ..Trust::default()
        });
        assert!(text.lines().all(|line| line.starts_with('#') || line.is_empty()), "{text}");
    }
}
