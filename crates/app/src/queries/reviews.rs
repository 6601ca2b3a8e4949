//! The review box: what waits for a second pair of eyes, and what changed since they last looked (1-7).

use shingi_domain::{
    event::Event,
    id::PersonId,
    obligation::Party,
    post::{Command, PostEvent, Progress},
    time::Timestamp,
};

use super::desk::Desk;
use crate::{App, AppError, session::Signed, use_cases::save_draft::PostForm};

/// Four lists of one person.
pub struct ReviewBox {
    /// This person's approval would count, and one is missing.
    pub for_me: Vec<Desk>,
    /// Their own, handed in and on its way.
    pub mine: Vec<Desk>,
    /// Sent back: to them, or by them.
    pub returned: Vec<Desk>,
    /// Not cleared in time, therefore not published.
    pub expired: Vec<Desk>,
}

/// A state of the words that somebody saw before.
pub struct Look {
    pub revision: u32,
    pub at: Timestamp,
    /// This reviewer's own decision; otherwise the submission before the last.
    pub own: bool,
    /// `None`: erased.
    pub form: Option<PostForm>,
}

impl App {
    pub fn review_box(&self, who: &Signed) -> Result<ReviewBox, AppError> {
        let me = who.id();
        let mut found = ReviewBox { for_me: vec![], mine: vec![], returned: vec![], expired: vec![] };
        for desk in self.desks_that_concern(who)? {
            let desk = desk?;
            let mine = desk.post.writers.contains(&me);
            if is_missed(&desk) {
                if mine || desk.may_review(me) {
                    found.expired.push(desk);
                }
            } else if let Some(returned) = &desk.post.returned {
                if mine || returned.by == me {
                    found.returned.push(desk);
                }
            } else if desk.waits_for_review_by(who) {
                found.for_me.push(desk);
            } else if mine && desk.post.submitted.is_some() && desk.to_be_cleared().next().is_some() {
                found.mine.push(desk);
            }
        }
        for list in [&mut found.for_me, &mut found.mine, &mut found.expired] {
            list.sort_by_key(|desk| (desk.planned().unwrap_or(Timestamp(i64::MAX)), submitted_at(desk)));
        }
        Ok(found)
    }

    /// What this person saw of it before: their last approval or return, else the submission before the last.
    /// `None` at the first look.
    pub fn last_look(&self, who: &Signed, desk: &Desk) -> Result<Option<Look>, AppError> {
        let me = who.id();
        if desk.post.revision <= 1 && !desk.post.approvals.iter().any(|approval| approval.by == me) {
            return Ok(None);
        }
        let current = desk.post.submitted.as_ref().map_or(desk.post.revision, |submission| submission.revision);
        let (mut own, mut before) = (None, None);
        let mut forms = std::collections::BTreeMap::new();
        for happened in self.history(who, desk.post.id)? {
            let Event::Post(event) = happened.event else { continue };
            match event {
                PostEvent::Revised { revision, class, draft } => {
                    forms.insert(revision, draft.into_kept().map(|draft| PostForm::of_draft(class, draft)));
                }
                PostEvent::Submitted { revision } if revision < current => before = Some((revision, happened.at)),
                _ => own = looked(me, &event).map(|revision| (revision, happened.at)).or(own),
            }
        }
        let look = own.map(|seen| (seen, true)).or(before.map(|seen| (seen, false)));
        Ok(look.map(|((revision, at), own)| Look { revision, at, own, form: forms.remove(&revision).flatten() }))
    }
}

impl Desk {
    /// Whether an approval is missing that this person could give.
    #[must_use]
    pub fn waits_for_review_by(&self, who: &Signed) -> bool {
        let approve = || Command::Approve { digests: self.open_digests(), comment: String::new() };
        self.post.submitted.is_some()
            && self.waits_for().contains(&Party::OtherCertified)
            && self.would(who, approve()).is_ok()
    }

    /// The earliest time at which something of it is to go out, or was.
    #[must_use]
    pub fn planned(&self) -> Option<Timestamp> {
        let planned = self.parts.iter().filter_map(|part| match part.delivery.progress {
            Progress::Scheduled { due, .. } | Progress::Missed { due, .. } => Some(due),
            Progress::Draft
            | Progress::Sending { .. }
            | Progress::Unknown { .. }
            | Progress::Failed { .. }
            | Progress::Published { .. } => None,
        });
        planned.min()
    }
}

fn is_missed(desk: &Desk) -> bool {
    desk.parts.iter().any(|part| matches!(part.delivery.progress, Progress::Missed { .. }))
}

fn submitted_at(desk: &Desk) -> Timestamp {
    desk.post.submitted.as_ref().map_or(desk.post.drafted_at, |submission| submission.at)
}

/// The revision that this person decided on, if the event is their decision.
fn looked(me: PersonId, event: &PostEvent) -> Option<u32> {
    match event {
        PostEvent::Approved { by, revision, .. } | PostEvent::Returned { by, revision, .. } if *by == me => {
            Some(*revision)
        }
        _ => None,
    }
}
