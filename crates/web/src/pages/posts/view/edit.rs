//! The composer: a text, its accounts and pictures, and beside it what the policy asks (items 1-3 to 1-7, 2-2 to 2-4, 2-7).
//!
//! The author's characters are shown exactly and never changed. A finding is not a verdict: each has its words,
//! one line of why, and what to do.

use askama::Template;
use shingi_app::words::grouped;

use super::post::ReturnView;
use crate::pages::Page;
use crate::pages::parts::{AccountTag, ChainStep, Choice, Medium, ObligationRow, Stamp, State, Strength};

/// `GET /posts/new`: one field, and the accounts.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/new.html")]
pub struct NewPostPage {
    pub page: Page,
    pub text: String,
    pub accounts: Vec<AccountChoice>,
    pub classes: Vec<Choice>,
}

/// `GET /posts/{id}/edit`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/edit.html")]
pub struct EditPage {
    pub page: Page,
    pub post: String,
    /// What the page is called: the title, or the first words.
    pub head: String,
    pub title: String,
    pub state: State,
    pub state_why: String,
    /// The revision that this page shows; sent back as `based_on`.
    pub revision: u32,
    pub saved: Option<Stamp>,
    pub returned: Option<ReturnView>,
    pub chain: Vec<ChainStep>,
    /// The common text first (its `account` is empty), then one for each account that may be chosen: with script,
    /// those of accounts that are not chosen are hidden.
    pub variants: Vec<Variant>,
    pub accounts: Vec<AccountChoice>,
    pub classes: Vec<Choice>,
    /// A sentence when a finding raised the class; see `class-raised-by`.
    pub class_raised: Option<String>,
    pub pictures: Vec<PictureForm>,
    pub benefit: String,
    pub benefit_done: bool,
    pub sources: String,
    /// What a reply answers.
    pub answers: String,
    /// Our own published texts that a fix may mend; the first choice is none.
    pub corrects: Vec<Choice>,
    /// The class asks for one of the two, or one of them is filled in.
    pub occasion_open: bool,
    pub previews: Vec<Preview>,
    pub panel: FindingsPanel,
    /// What the last inspection looked at: 21項目を点検しました….
    pub inspected: String,
    /// Times that cannot be kept, with who is missing.
    pub lacks: Vec<String>,
}

/// One text of the post: the common one, or an account's own.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Empty for the common text.
    pub account: String,
    pub label: String,
    pub icon: &'static str,
    pub text: String,
    /// Shown in the row of texts: the common one, and those of chosen accounts.
    pub chosen: bool,
    /// The counters of the accounts that get this text.
    pub counters: Vec<Counter>,
}

/// How long a text is by one medium's own rule.
#[derive(Debug, Clone)]
pub struct Counter {
    pub label: String,
    /// The account that it counts for: hidden while that account is not chosen, or has its own text.
    pub account: String,
    /// See [`Medium::counting`]; plus `bytes` for the second counter of Bluesky.
    pub counting: &'static str,
    pub counted: u64,
    pub limit: u64,
    /// Its account is not chosen, or has its own text. The script shows it as soon as that changes.
    pub hidden: bool,
}

impl Counter {
    /// `ok`, `tight` (less than a tenth is left) or `over`.
    pub const fn room(&self) -> &'static str {
        if self.counted > self.limit {
            "over"
        } else if self.counted.saturating_mul(10) > self.limit.saturating_mul(9) {
            "tight"
        } else {
            "ok"
        }
    }

    /// 301 / 280, with the digits in groups of three.
    pub fn shown(&self) -> String {
        format!("{} / {}", grouped(self.counted), grouped(self.limit))
    }

    /// How full the ring is, out of 100.
    pub fn percent(&self) -> u64 {
        (self.counted.saturating_mul(100) / self.limit.max(1)).min(100)
    }
}

/// An account that may be chosen, or the reason why not.
#[derive(Debug, Clone)]
pub struct AccountChoice {
    pub tag: AccountTag,
    pub chosen: bool,
    pub why_not: Option<String>,
}

/// A picture of the post with its alternative text and rights (item 1-3).
#[derive(Debug, Clone)]
pub struct PictureForm {
    /// Its place from 0; the fields are named `picture.{index}.…`.
    pub index: usize,
    pub blob: String,
    pub src: String,
    pub file: String,
    pub alt: String,
    pub alt_count: usize,
    pub bases: Vec<Choice>,
    pub evidence: String,
    pub until: String,
    pub consents: Vec<Choice>,
    /// Faces that were found: only how many, never whose.
    pub faces: Option<u32>,
    /// What its file carried and was taken off, in words.
    pub traces: Vec<String>,
}

/// How the public will see it on one account.
#[derive(Debug, Clone)]
pub struct Preview {
    pub account: String,
    pub medium: Medium,
    pub name: String,
    pub handle: String,
    pub title: String,
    pub text: String,
    /// The address and the alternative text of each picture.
    pub pictures: Vec<(String, String)>,
    pub date: String,
    /// At the top right: あと110, or 21超過….
    pub note: String,
    /// The account whose own text it shows; empty for the common one.
    pub variant: String,
    /// Its account is not chosen.
    pub hidden: bool,
}

/// What the policy asks of this text, by item; the same part is swapped in while somebody writes.
#[derive(Debug, Clone)]
pub struct FindingsPanel {
    pub post: String,
    /// 方針 第3版（10月1日施行）.
    pub policy: String,
    pub tally: Vec<(Strength, usize)>,
    /// What must be done before it can be submitted; `None` when nothing is in the way.
    pub outstanding: Option<String>,
    pub groups: Vec<FindingGroup>,
    /// What every post of this class bears.
    pub standing: Vec<ObligationRow>,
    /// Rules that could not run: they hold the post.
    pub unchecked: Vec<String>,
}

/// `POST /posts/{id}/findings` with `Accept: text/html`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/findings_fragment.html")]
pub struct FindingsFragment {
    pub page: Page,
    pub panel: FindingsPanel,
}

#[derive(Debug, Clone)]
pub struct FindingGroup {
    pub item: String,
    pub title: String,
    pub findings: Vec<FindingView>,
}

#[derive(Debug, Clone)]
pub struct FindingView {
    /// Its number in the text, from 1.
    pub n: usize,
    /// Opaque: names the finding to `/answers`, `/dismissals` and `/overrulings`.
    pub key: String,
    pub rule: String,
    pub item: String,
    pub strength: Strength,
    pub quote: String,
    /// One line of why.
    pub message: String,
    /// The longer reason; may be empty.
    pub help: String,
    /// What to do; may be empty.
    pub todo: String,
    pub replacement: Option<Replacement>,
    pub form: AnswerForm,
    pub proof: Option<Proof>,
    /// A note can be dismissed by the author; nothing else can.
    pub may_dismiss: bool,
    /// Only in the reviewer's view: this finding does not apply, with a reason on record.
    pub may_overrule: bool,
    pub open: bool,
}

/// Words that would do instead.
#[derive(Debug, Clone)]
pub struct Replacement {
    pub old: String,
    pub new: String,
}

/// What stands inside a finding for the one who has to act.
#[derive(Debug, Clone)]
pub enum AnswerForm {
    /// Nothing to fill in: change the words, or wait for somebody else.
    None,
    /// Evidence by the author; the choices are kinds (`source`, `confirmed_by`, …), the most fitting one chosen.
    Evidence { kinds: Vec<Choice> },
    /// A question to `manager` or `committee`.
    Consult { with: String },
}

impl AnswerForm {
    #[must_use]
    pub const fn asks(&self) -> bool {
        match self {
            Self::None => false,
            Self::Evidence { .. } | Self::Consult { .. } => true,
        }
    }
}

/// What discharged a finding.
#[derive(Debug, Clone)]
pub struct Proof {
    pub text: String,
    pub href: Option<String>,
    pub by: String,
}
