//! The certificate of clearance: one page for the public, the same page item by item for an auditor.
//!
//! Serves 2-9 (who said what is on a record), 2-2 (transparent and accurate) and 1-7 (what went out is what was
//! judged). The public page has the words, account, time, policy version, roles and proof, and no item table:
//! what was found and overruled is for the auditor, not for opponents. Must never show the public a name.

use std::collections::BTreeMap;

use askama::Template;

use crate::pages::Page;
use crate::pages::public::{Moment, Picture, Place};

/// `/certificates/{id}`
#[derive(Debug, Clone, Template)]
#[template(path = "certificates/show.html")]
pub struct CertificatePage {
    pub page: Page,
    pub place: Place,
    pub zone: String,
    /// How people name it: `2026-1203-0007`, or the beginning of its id.
    pub number: String,
    /// The file that `shingi verify` reads.
    pub download_url: String,
    /// The name under which a browser saves that file.
    pub file_name: String,
    pub words: Words,
    pub account: AccountLine,
    pub sent: Moment,
    pub way: Way,
    /// Where the post stands today, if it has an address.
    pub post_url: Option<String>,
    pub pictures: Vec<Picture>,
    pub policy_version: String,
    pub policy_effective: Moment,
    pub policy_url: String,
    /// The version of the checking engine, since a new program may judge otherwise.
    pub engine: String,
    pub people: Vec<RoleLine>,
    pub proof: Proof,
    /// Set only for an auditor who is signed in and asked for it.
    pub audit: Option<Audit>,
    /// The address of the auditor's view, for those who may open it.
    pub audit_url: Option<String>,
}

/// The published words, or the fact that they were erased.
#[derive(Debug, Clone)]
pub enum Words {
    Shown { text: ExactText, later: Later },
    Erased { at: Moment, by: String, why: String },
}

/// What happened to the post since; the certificate itself never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Later {
    Nothing,
    Corrected { url: String },
    Withdrawn,
}

/// A text that is shown character by character, with what one cannot see of it.
#[derive(Debug, Clone)]
pub struct ExactText {
    pub text: String,
    /// SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
}

impl ExactText {
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    #[must_use]
    pub fn characters(&self) -> usize {
        self.text.chars().count()
    }

    /// Markup that a browser reads back to exactly these characters. A bare carriage return or a line feed
    /// at the start would be eaten by the parser, so they are written as references.
    #[must_use]
    pub fn markup(&self) -> String {
        let mut out = String::with_capacity(self.text.len() + 16);
        for c in self.text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\r' => out.push_str("&#13;"),
                '\0' => out.push('\u{fffd}'),
                _ => out.push(c),
            }
        }
        out
    }

    /// Characters that take no room or turn the direction around, by code point and count: `U+200B ×2`.
    #[must_use]
    pub fn invisible(&self) -> Vec<String> {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for c in self.text.chars().filter(|c| is_invisible(*c)) {
            *counts.entry(c).or_default() += 1;
        }
        let line = |(c, count): (char, usize)| match count {
            1 => format!("U+{:04X}", c as u32),
            _ => format!("U+{:04X} ×{count}", c as u32),
        };
        counts.into_iter().map(line).collect()
    }
}

fn is_invisible(c: char) -> bool {
    match c {
        '\n' => false,
        // Joins emoji; it is seen by what it joins.
        '\u{200d}' | '\u{fe0f}' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        other => other.is_control(),
    }
}

/// Through which account it went out.
#[derive(Debug, Clone)]
pub struct AccountLine {
    pub name: String,
    pub medium: String,
    pub handle: String,
    /// Our page of the account.
    pub url: Option<String>,
}

/// How it reached the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Connection,
    OfficialPage,
    Hand,
}

impl Way {
    pub fn key(&self) -> &'static str {
        match self {
            Self::Connection => "certificate-way-connected",
            Self::OfficialPage => "certificate-way-page",
            Self::Hand => "certificate-way-hand",
        }
    }
}

/// One role that had a part, with what may be said about it in public.
#[derive(Debug, Clone)]
pub struct RoleLine {
    pub role: Role,
    pub bearer: Bearer,
    pub at: Option<Moment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Author,
    Reviewer,
    Committee,
    Publisher,
}

impl Role {
    pub fn key(&self) -> &'static str {
        match self {
            Self::Author => "certificate-role-author",
            Self::Reviewer => "certificate-role-reviewer",
            Self::Committee => "certificate-role-committee",
            Self::Publisher => "certificate-role-publisher",
        }
    }
}

/// Who it was, without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bearer {
    /// The number of the certification.
    Certification(String),
    /// A member of the committee, who need not be certified.
    Member,
    /// The system, as a certified person scheduled it.
    Schedule,
}

/// Everything a stranger needs to check the certificate, and to read what is checked.
#[derive(Debug, Clone)]
pub struct Proof {
    pub origin: String,
    /// The verifier key of the log: `origin+hash+base64`.
    pub key: String,
    pub position: String,
    pub leaf_hash: String,
    pub size: u64,
    pub size_shown: String,
    pub root_hash: String,
    /// The signed note, whole.
    pub checkpoint: String,
    pub witnesses: Vec<String>,
    pub log_url: String,
}

impl Proof {
    /// A hash in groups of eight digits, which eyes can compare.
    pub fn grouped(&self, hash: impl AsRef<str>) -> String {
        let digits: Vec<char> = hash.as_ref().chars().collect();
        let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
        groups.join(" ")
    }
}

/// What only an auditor sees.
#[derive(Debug, Clone)]
pub struct Audit {
    pub public_url: String,
    /// The class under which the post was cleared, in words.
    pub class: String,
    /// The preamble and the 21 items, in the order of the policy.
    pub items: Vec<ItemRow>,
}

/// One item of the policy and what became of it.
#[derive(Debug, Clone)]
pub struct ItemRow {
    /// `0` for the preamble, else `1`, `1-4`, …
    pub item: String,
    pub duty: String,
    pub result: ItemResult,
    pub basis: Vec<Basis>,
}

/// One thing that was found or given, by whom and why.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    pub what: String,
    pub who: Option<String>,
    pub when: Option<Moment>,
    pub why: Option<String>,
}

/// What an item came to. Shape and word differ, so that it can be told without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemResult {
    /// Held without anybody having to do anything for this post.
    Met,
    /// An obligation arose and was discharged.
    Discharged,
    /// The words were changed until the finding was gone.
    Changed,
    /// Published as the manager or the committee ruled.
    Consulted,
    /// A reviewer ruled, with a reason, that the finding does not apply.
    Overruled,
    /// Something was found that obliges nobody.
    Noted,
    /// Nothing to do with this post.
    NotConcerned,
}

impl ItemResult {
    pub fn key(&self) -> &'static str {
        match self {
            Self::Met => "certificate-result-met",
            Self::Discharged => "certificate-result-discharged",
            Self::Changed => "certificate-result-changed",
            Self::Consulted => "certificate-result-consulted",
            Self::Overruled => "certificate-result-overruled",
            Self::Noted => "certificate-result-noted",
            Self::NotConcerned => "certificate-result-none",
        }
    }

    /// The colour, by strength.
    pub fn strength(&self) -> &'static str {
        match self {
            Self::Met | Self::Discharged | Self::Changed => "done",
            Self::Consulted => "consult",
            Self::Overruled => "review",
            Self::Noted => "answer",
            Self::NotConcerned => "note",
        }
    }

    pub fn icon(&self) -> &'static str {
        match self {
            Self::Met => "done",
            Self::Discharged => "done-ring",
            Self::Changed => "corrected",
            Self::Consulted => "consult",
            Self::Overruled => "review",
            Self::Noted => "answer",
            Self::NotConcerned => "note",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> ExactText {
        ExactText { text: text.into(), sha256: String::new() }
    }

    #[test]
    fn the_markup_of_a_text_is_the_text_with_nothing_to_run() {
        assert_eq!(exact("\na<b>&\"\r\n").markup(), "\na&lt;b&gt;&amp;&quot;&#13;\n");
    }

    #[test]
    fn what_cannot_be_seen_is_listed_and_what_joins_emoji_is_not() {
        assert_eq!(exact("a\u{200b}b\u{200b}\u{202e}\r\n").invisible(), ["U+000D", "U+200B ×2", "U+202E"]);
        assert!(exact("👨‍👩‍👧 家族❤️\n二行目　全角の空白").invisible().is_empty());
    }
}
