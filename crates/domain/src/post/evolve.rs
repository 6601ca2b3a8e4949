//! Folding a post's events into its state. Total: an event that does not fit leaves the state as it was,
//! because what is on the record happened. Serves 2-9.

use super::{
    content::{Digest, Draft},
    event::PostEvent,
    state::{
        Afterwards, Answer, Approval, Consultation, Delivery, Doubt, Emergency, Joined, Met, Overruling, Post,
        Progress, Resolution, Return, Ruling, Submission,
    },
};
use crate::{
    id::{AttemptId, ConsultationId, DeliveryId, PersonId},
    policy::Class,
    private::Private,
    time::Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

impl Post {
    /// Folds one event; the first of a stream must be `Drafted`. `actor` is the event's principal.
    #[must_use]
    pub fn evolve(post: Option<Self>, event: &PostEvent, actor: Option<PersonId>, at: Timestamp) -> Option<Self> {
        let mut post = match (post, event) {
            (Some(post), _) => post,
            (None, PostEvent::Drafted { post: id, author, reply }) => {
                return Some(Self::new(*id, *author, *reply, at));
            }
            (None, _) => return None,
        };
        post.apply(event.clone(), actor, at);
        Some(post)
    }

    fn new(id: crate::id::PostId, author: PersonId, reply: bool, at: Timestamp) -> Self {
        Self {
            id,
            author,
            writers: BTreeSet::from([author]),
            drafted_at: at,
            reply,
            class: if reply { Class::Reply } else { Class::Routine },
            revision: 0,
            draft: None,
            submitted: None,
            returned: None,
            deliveries: BTreeMap::new(),
            answers: Vec::new(),
            dismissals: Vec::new(),
            overrulings: Vec::new(),
            approvals: Vec::new(),
            doubts: Vec::new(),
            consultations: Vec::new(),
            emergencies: Vec::new(),
            abandoned: None,
        }
    }

    fn apply(&mut self, event: PostEvent, actor: Option<PersonId>, at: Timestamp) {
        match event {
            PostEvent::Drafted { .. } => {}
            PostEvent::Revised { revision, class, draft } => {
                self.writers.extend(actor);
                self.revise(revision, class, draft, at);
            }
            PostEvent::Answered { key, evidence, .. } => {
                if let Private::Kept(key) = key {
                    self.answers.retain(|answer| answer.key != key);
                    self.answers.push(Answer { key, by: actor, at, evidence });
                }
            }
            PostEvent::NoteDismissed { key, .. } => self.dismissals.extend(key.into_kept()),
            PostEvent::FindingOverruled { key, by, reason, .. } => {
                if let Private::Kept(key) = key {
                    self.overrulings.push(Overruling { key, by, at, reason });
                }
            }
            PostEvent::Submitted { revision } => {
                self.submitted = Some(Submission { revision, at });
                self.returned = None;
            }
            PostEvent::Approved { by, revision, digests, comment } => {
                let digests = digests.into_kept().unwrap_or_default();
                self.approvals.push(Approval { by, at, revision, digests, comment });
            }
            PostEvent::Returned { by, revision, comment } => self.give_back(Return { by, revision, at, comment }),
            PostEvent::DoubtRaised { doubt, by, reason } => {
                self.doubts.push(Doubt { id: doubt, by, at, reason, resolution: None });
            }
            PostEvent::DoubtResolved { doubt, by, answer } => {
                if let Some(doubt) = self.doubts.iter_mut().find(|d| d.id == doubt) {
                    doubt.resolution = Some(Resolution { by, at, answer });
                }
            }
            PostEvent::Consulted { consultation, with, by, question } => {
                self.consultations.push(Consultation { id: consultation, with, by, at, question, ruling: None });
            }
            PostEvent::Ruled {
                consultation,
                by,
                verdict,
                protected_report_considered: _,
                digests,
                reason,
                conditions,
            } => {
                let digests = digests.into_kept().unwrap_or_default();
                if let Some(asked) = self.consultations.iter_mut().find(|c| c.id == consultation) {
                    asked.ruling = Some(Ruling { by, at, verdict, digests, reason, conditions, met: BTreeMap::new() });
                }
            }
            PostEvent::ConditionMet { consultation, condition, evidence } => {
                self.meet(consultation, condition, Met { by: actor.unwrap_or(self.author), at, evidence });
            }
            PostEvent::Abandoned {} => self.abandoned = Some(at),
            PostEvent::EmergencyOpened { by, reason } => self.emergencies.push(Emergency::opened(by, at, reason)),
            PostEvent::EmergencyJoined { by, revision, digests } => self.join(by, at, revision, digests),
            PostEvent::EmergencyReviewed { by, words } => self.look_back(by, at, &words),
            PostEvent::Scheduled { .. }
            | PostEvent::Unscheduled { .. }
            | PostEvent::SendStarted { .. }
            | PostEvent::SendSucceeded { .. }
            | PostEvent::SendFailed { .. }
            | PostEvent::SendUnknown { .. }
            | PostEvent::Missed { .. } => self.progress(event, at),
        }
    }

    /// Somebody who may review asks for changes: what others said of these words no longer counts.
    fn give_back(&mut self, returned: Return) {
        self.submitted = None;
        self.approvals.clear();
        self.emergencies.iter_mut().for_each(|emergency| emergency.shut = true);
        self.returned = Some(returned);
    }

    fn meet(&mut self, consultation: ConsultationId, condition: u16, met: Met) {
        let asked = self.consultations.iter_mut().find(|asked| asked.id == consultation);
        if let Some(ruling) = asked.and_then(|asked| asked.ruling.as_mut()) {
            ruling.met.insert(condition, met);
        }
    }

    /// Whoever joins read exactly these bytes: that is an approval, and an edit voids it like one.
    fn join(&mut self, by: PersonId, at: Timestamp, revision: u32, digests: Private<BTreeMap<DeliveryId, Digest>>) {
        let digests = digests.into_kept().unwrap_or_default();
        if let Some(last) = self.emergencies.last_mut() {
            last.joined = Some(Joined { by, at, digests: digests.clone() });
        }
        self.approvals.push(Approval { by, at, revision, digests, comment: String::new().into() });
    }

    fn look_back(&mut self, by: PersonId, at: Timestamp, words: &Private<String>) {
        for emergency in self.emergencies.iter_mut().filter(|emergency| emergency.is_owed_a_review()) {
            emergency.review = Some(Afterwards { by, at, words: words.clone() });
        }
    }

    /// Notes the first time that bytes leave through the lane that two people opened for them.
    fn leaves_through_the_lane(&mut self, delivery: DeliveryId, at: Timestamp) {
        let digest = self.deliveries.get(&delivery).map(|delivery| delivery.digest);
        let Some(last) = self.emergencies.last_mut().filter(|last| !last.shut) else { return };
        if last.joined.as_ref().is_some_and(|joined| joined.digests.get(&delivery) == digest.as_ref()) {
            last.used.get_or_insert(at);
        }
    }

    /// The events that move one delivery.
    fn progress(&mut self, event: PostEvent, at: Timestamp) {
        // INVARIANT: from the intent on, only an outcome moves a delivery, so that nothing is ever sent twice.
        let (delivery, progress) = match event {
            PostEvent::Scheduled { delivery, .. }
            | PostEvent::Unscheduled { delivery }
            | PostEvent::SendStarted { delivery, .. }
            | PostEvent::Missed { delivery, .. }
                if self.deliveries.get(&delivery).is_some_and(|delivery| delivery.progress.is_frozen()) =>
            {
                return;
            }
            PostEvent::Scheduled { delivery, due, by } => (delivery, Progress::Scheduled { due, by }),
            PostEvent::Unscheduled { delivery } => (delivery, Progress::Draft),
            PostEvent::SendStarted { delivery, attempt, by, digest: _, clearance: _ } => {
                self.leaves_through_the_lane(delivery, at);
                (delivery, Progress::Sending { attempt, by, started: at })
            }
            PostEvent::SendSucceeded { delivery, attempt, reconciled: _, url, capture } => {
                let Some(by) = self.sender(delivery, attempt) else { return };
                (delivery, Progress::Published { attempt, by, at, url, capture })
            }
            PostEvent::SendFailed { delivery, attempt, kind, why } => {
                if self.sender(delivery, attempt).is_none() {
                    return;
                }
                (delivery, Progress::Failed { kind, at, why })
            }
            PostEvent::SendUnknown { delivery, attempt, why: _ } => {
                let Some(by) = self.sender(delivery, attempt) else { return };
                (delivery, Progress::Unknown { attempt, by, since: at })
            }
            PostEvent::Missed { delivery, due, stopped } => (delivery, Progress::Missed { due, stopped }),
            PostEvent::Drafted { .. }
            | PostEvent::Revised { .. }
            | PostEvent::Answered { .. }
            | PostEvent::NoteDismissed { .. }
            | PostEvent::FindingOverruled { .. }
            | PostEvent::Submitted { .. }
            | PostEvent::Approved { .. }
            | PostEvent::Returned { .. }
            | PostEvent::DoubtRaised { .. }
            | PostEvent::DoubtResolved { .. }
            | PostEvent::Consulted { .. }
            | PostEvent::Ruled { .. }
            | PostEvent::ConditionMet { .. }
            | PostEvent::EmergencyOpened { .. }
            | PostEvent::EmergencyJoined { .. }
            | PostEvent::EmergencyReviewed { .. }
            | PostEvent::Abandoned {} => return,
        };
        if let Some(delivery) = self.deliveries.get_mut(&delivery) {
            delivery.progress = progress;
        }
    }

    /// Who sends this attempt, if it is the one under way.
    fn sender(&self, delivery: DeliveryId, wanted: AttemptId) -> Option<PersonId> {
        match self.deliveries.get(&delivery)?.progress {
            Progress::Sending { attempt, by, .. } | Progress::Unknown { attempt, by, .. } if attempt == wanted => {
                Some(by)
            }
            Progress::Sending { .. }
            | Progress::Unknown { .. }
            | Progress::Draft
            | Progress::Scheduled { .. }
            | Progress::Failed { .. }
            | Progress::Missed { .. }
            | Progress::Published { .. } => None,
        }
    }

    fn revise(&mut self, revision: u32, class: Class, draft: Private<Draft>, at: Timestamp) {
        self.revision = revision;
        self.class = class;
        if let Private::Kept(draft) = &draft {
            let wanted = draft.deliveries.iter().map(|d| d.delivery).collect::<Vec<_>>();
            self.deliveries.retain(|id, delivery| delivery.progress.is_frozen() || wanted.contains(id));
            for part in &draft.deliveries {
                let content = draft.resolve(class, self.is_reply(), part);
                let digest = content.digest();
                self.place(part.delivery, content, digest, at);
            }
        } else {
            // Words that were erased cannot be sent any more; what was published stays as it is.
            self.deliveries.retain(|_, delivery| delivery.progress.is_frozen());
        }
        // A hand-in or a return speaks of other words, unless nothing changed.
        if self.submitted.as_ref().is_some_and(|submission| submission.revision != revision) {
            self.submitted = None;
        }
        self.draft = Some(draft);
    }

    fn place(&mut self, id: DeliveryId, content: super::content::Resolved, digest: Digest, at: Timestamp) {
        match self.deliveries.get_mut(&id) {
            Some(delivery) if delivery.progress.is_frozen() => {}
            Some(delivery) => {
                if delivery.digest != digest {
                    delivery.changed_at = at;
                }
                delivery.account = content.account;
                delivery.content = Private::Kept(content);
                delivery.digest = digest;
            }
            None => {
                let account = content.account;
                let content = Private::Kept(content);
                let delivery = Delivery { id, account, content, digest, changed_at: at, progress: Progress::Draft };
                self.deliveries.insert(id, delivery);
            }
        }
    }
}
