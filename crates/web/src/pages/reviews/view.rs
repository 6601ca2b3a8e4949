//! The review inbox and the page where a second person decides (items 1-7, 2-2).
//!
//! What is shown are exactly the bytes that will go out, with line ends and hidden characters made visible beside
//! them. No key approves: approving takes the tick and the button.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, ChainStep, Class, DiffPart, Due, ObligationRow, Stamp, State, Tab};
use crate::pages::posts::view::{DoubtView, FindingGroup, FindingsPanel};

/// `GET /reviews?tab=me|mine|returned|expired`.
#[derive(Debug, Clone, Template)]
#[template(path = "reviews/inbox.html")]
pub struct ReviewsPage {
    pub page: Page,
    pub tabs: Vec<Tab>,
    /// Series that may be approved together: where, and a sentence.
    pub series: Vec<(String, String)>,
    pub rows: Vec<ReviewRow>,
    /// What comes next when nothing waits; a sentence.
    pub when_empty: String,
    /// The address of the next page.
    pub more: Option<String>,
}

/// `GET /reviews/{post}/series`: one post after the other, then one press.
#[derive(Debug, Clone, Template)]
#[template(path = "reviews/series.html")]
pub struct SeriesPage {
    pub page: Page,
    pub post: String,
    pub author: String,
    pub benefit: String,
    /// Which one is shown, from 1.
    pub position: usize,
    pub count: usize,
    /// The one that is shown now; none once each was opened.
    pub current: Option<SeriesPost>,
    /// Fields that carry what was opened.
    pub seen: Vec<(String, String)>,
    /// Every post of it, and whether it was opened.
    pub list: Vec<(String, bool)>,
}

#[derive(Debug, Clone)]
pub struct SeriesPost {
    pub title: String,
    /// To look at it alone: to ask for changes, to doubt.
    pub href: String,
    pub deliveries: Vec<ReviewDelivery>,
}

/// One row per post, with what changed since the last look.
#[derive(Debug, Clone)]
pub struct ReviewRow {
    pub title: String,
    pub href: String,
    pub changed: String,
    pub author: String,
    pub state: State,
    pub class: Class,
    pub due: Option<Due>,
    pub accounts: Vec<AccountTag>,
    pub current: bool,
}

/// `GET /reviews/{post}`.
#[derive(Debug, Clone, Template)]
#[template(path = "reviews/review.html")]
pub struct ReviewPage {
    pub page: Page,
    pub post: String,
    pub title: String,
    pub state: State,
    pub state_why: String,
    pub class: Class,
    pub author: String,
    pub due: Option<Due>,
    pub queue: Vec<ReviewRow>,
    pub queue_count: u32,
    pub chain: Vec<ChainStep>,
    pub deliveries: Vec<ReviewDelivery>,
    pub benefit: String,
    pub sources: String,
    /// What a reply answers; may be empty.
    pub answers: String,
    /// What a fix of form mends.
    pub mends: Option<Mended>,
    /// Since the last look of this person; empty at the first look.
    pub differences: Vec<(String, Vec<DiffPart>)>,
    /// 第5版 → 第7版・今日 13:05 から; empty at the first look.
    pub since: String,
    pub difference_summary: String,
    /// Findings that a reviewer has to look at, with the form for overruling.
    pub findings: Vec<FindingGroup>,
    /// Only its `post` is used by the findings' forms.
    pub panel: FindingsPanel,
    pub obligations: Vec<ObligationRow>,
    /// Approvals that an edit made void, as sentences.
    pub voided: Vec<String>,
    pub doubts: Vec<DoubtView>,
    pub decision: Decision,
}

/// Exactly what one account gets.
#[derive(Debug, Clone)]
pub struct ReviewDelivery {
    pub id: String,
    pub account: AccountTag,
    pub at: Option<Stamp>,
    pub pieces: Vec<Piece>,
    /// X 247 / 280, one per counter.
    pub counts: Vec<String>,
    pub bytes: usize,
    /// None, or which: U+200B ×2.
    pub hidden: Option<String>,
    /// The digest of the whole delivery, in groups of four.
    pub digest: String,
    /// The same, as it is sent back with the approval.
    pub digest_value: String,
    pub links: Vec<ReviewLink>,
    pub pictures: Vec<ReviewPicture>,
}

/// A stretch of the text, so that nothing in it is invisible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// The break itself follows in the text.
    LineEnd,
    /// A character that has no shape of its own: its name, such as U+200B.
    Hidden(String),
    /// A tab or a space at the end of a line.
    Space(String),
}

#[derive(Debug, Clone)]
pub struct ReviewLink {
    pub url: String,
    /// Where it leads, whether it is public; may be empty.
    pub note: String,
}

#[derive(Debug, Clone)]
pub struct ReviewPicture {
    pub src: String,
    pub alt: String,
    pub rights: String,
    pub consent: String,
}

/// The published wording beside the new one: the meaning may not change.
#[derive(Debug, Clone)]
pub struct Mended {
    pub href: String,
    pub title: String,
    pub differences: Vec<DiffPart>,
}

/// What this person may decide; what they may not has a reason instead of a form.
#[derive(Debug, Clone)]
pub struct Decision {
    pub approve: Result<(), String>,
    pub send_back: Result<(), String>,
    pub doubt: Result<(), String>,
    pub consult: Result<(), String>,
    /// Only while a writer's emergency waits for a second person: the reason, and the form or why not.
    pub join: Option<(String, Result<(), String>)>,
    /// What happens after the approval: 30分の熟考時間のあと、….
    pub then: String,
    pub open: Choosing,
    /// What was typed and sent, when it could not be carried out.
    pub approve_comment: String,
    pub return_comment: String,
}

/// Which of the four answers stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    Approve,
    SendBack,
    Doubt,
    Consult,
    /// To join the emergency lane that a writer opened.
    Join,
    /// None of them: something beside them was not carried out.
    Nothing,
}
