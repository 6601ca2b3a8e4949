//! One post: where each delivery stands, what is open, what happened, and what can be done next (items 2-2, 2-9).

use askama::Template;

use crate::pages::Page;
use crate::pages::emergencies::view::LaneView;
use crate::pages::parts::{AccountTag, ChainStep, Class, Due, EventLine, ObligationRow, Stamp, State};

/// `GET /posts/{id}`.
#[derive(Debug, Clone, Template)]
#[template(path = "posts/post.html")]
pub struct PostPage {
    pub page: Page,
    pub post: String,
    pub title: String,
    pub state: State,
    pub state_why: String,
    pub class: Class,
    pub author: String,
    pub revision: u32,
    /// Somebody asked for changes, and nobody handed it in again since.
    pub returned: Option<ReturnView>,
    pub chain: Vec<ChainStep>,
    pub deliveries: Vec<DeliveryView>,
    pub obligations: Vec<ObligationRow>,
    pub doubts: Vec<DoubtView>,
    pub consultations: Vec<ConsultationLink>,
    pub lane: LaneView,
    pub events: Vec<EventLine>,
    pub may_edit: bool,
    /// To the review page, for those who may review it.
    pub may_review: bool,
    pub may_doubt: bool,
    pub may_consult: bool,
    /// Whom the question goes to, when its form comes back.
    pub consult_committee: bool,
    pub may_abandon: bool,
    /// The zone that dates are entered in: Asia/Tokyo（UTC+9）.
    pub zone: String,
}

/// One delivery, with what can be done with it.
#[derive(Debug, Clone)]
pub struct DeliveryView {
    pub id: String,
    pub account: AccountTag,
    pub state: State,
    pub state_why: String,
    pub text: String,
    /// The address and the alternative text of each picture.
    pub pictures: Vec<(String, String)>,
    /// 発信の予定 or 公開した時刻.
    pub at: Option<Stamp>,
    pub due: Option<Due>,
    /// What the state means and what happens next: for `unknown`, what we do about it.
    pub explanation: String,
    /// The address on the medium.
    pub public_url: Option<String>,
    pub certificate: Option<String>,
    /// Values of the schedule form when it may be scheduled: date and time.
    pub schedule: Option<ScheduleForm>,
    pub may_unschedule: bool,
    /// Its time passed while it was held: it waits to be set again, or to be let go.
    pub missed: bool,
    /// Cleared, and the program itself publishes there.
    pub may_publish_now: bool,
    /// The page for publishing by hand.
    pub by_hand: bool,
}

#[derive(Debug, Clone, Default)]
pub struct ScheduleForm {
    pub date: String,
    pub time: String,
    /// Same account in the same hour, or a sensitive day; may be empty.
    pub conflict: String,
    /// Who is missing for it to be cleared by then; may be empty.
    pub lacks: String,
    /// Why this time cannot be set; empty otherwise.
    pub problem: String,
}

/// What a reviewer asked for.
#[derive(Debug, Clone)]
pub struct ReturnView {
    pub by: String,
    pub at: Stamp,
    pub revision: u32,
    pub comment: String,
}

/// A doubt, open or resolved. An open one makes the post unpublishable.
#[derive(Debug, Clone)]
pub struct DoubtView {
    pub id: String,
    pub by: String,
    pub at: Stamp,
    pub reason: String,
    /// Who resolved it, and how.
    pub resolution: Option<String>,
    pub may_resolve: bool,
}

#[derive(Debug, Clone)]
pub struct ConsultationLink {
    pub href: String,
    pub question: String,
    /// 裁定待ち, or the ruling in one line.
    pub standing: String,
}
