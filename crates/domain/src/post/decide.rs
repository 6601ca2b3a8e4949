//! What may happen to a post next: pure decisions, one function per command (1-7, 1-8, 2-1, 2-2, 2-4, 2-9).
//!
//! INVARIANT: an irreversible call is never repeated blindly; an edit voids approvals (see `Resolved::digest`);
//! clearance is computed here, in the instant of sending; no one clears their own post.

mod emergency;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    command::{Command, Outcome, Situation},
    content::{Digest, Draft, Evidence},
    event::{FindingKey, PostEvent, Verdict},
    state::{Delivery, Post, Progress},
};
use crate::{
    actor::Actor,
    certification::Capability,
    clearance::{Clearance, ClearanceRecord},
    id::{AccountId, AttemptId, ConsultationId, DeliveryId, DoubtId, PersonId},
    obligation::{Case, Obligations, obligations},
    policy::{Class, Consulted, Strength},
    refusal::{Refusal, Why},
};

/// The events that carry out `command`, or why not. Appending them to the stream is the caller's business.
pub fn decide(post: Option<&Post>, command: Command, at: &Situation<'_>) -> Result<Vec<PostEvent>, Refusal> {
    let name = command.name();
    let state = post.map_or("missing", Post::state_name);
    decide_why(post, command, at).map_err(|why| Refusal { command: name, state, why })
}

fn decide_why(post: Option<&Post>, command: Command, at: &Situation<'_>) -> Result<Vec<PostEvent>, Why> {
    let post = match (post, &command) {
        (None, Command::Draft { post, author, reply }) => {
            return draft(at, *author)
                .map(|()| vec![PostEvent::Drafted { post: *post, author: *author, reply: *reply }]);
        }
        (Some(_), Command::Draft { .. }) => return Err(Why::Exists),
        (None, _) => return Err(Why::NotFound),
        (Some(post), _) => post,
    };
    let on = On { post, at };
    match command {
        Command::Draft { .. } => Err(Why::Exists),
        Command::Revise { based_on, class, draft } => on.revise(based_on, class, draft),
        Command::Answer { key, evidence } => on.answer(key, evidence),
        Command::DismissNote { key } => on.dismiss_note(key),
        Command::Overrule { key, reason } => on.overrule(key, reason),
        Command::Submit => on.submit(),
        Command::Approve { digests, comment } => on.approve(digests, comment),
        Command::Return { comment } => on.give_back(comment),
        Command::RaiseDoubt { doubt, reason } => on.raise_doubt(doubt, reason),
        Command::ResolveDoubt { doubt, answer } => on.resolve_doubt(doubt, answer),
        Command::Consult { consultation, with, question } => on.consult(consultation, with, question),
        Command::Rule { consultation, verdict, reason, conditions, protected_report_considered, digests } => {
            on.rule(consultation, verdict, reason, conditions, protected_report_considered, digests)
        }
        Command::MeetCondition { consultation, condition, evidence } => {
            on.meet_condition(consultation, condition, evidence)
        }
        Command::Schedule { delivery, due } => on.schedule(delivery, due),
        Command::Unschedule { delivery } => on.unschedule(delivery),
        Command::StartSending { delivery, attempt } => on.start_sending(delivery, attempt),
        Command::RecordOutcome { delivery, attempt, outcome } => on.record_outcome(delivery, attempt, outcome),
        Command::Miss { delivery } => on.miss(delivery),
        Command::Abandon => on.abandon(),
        Command::OpenEmergency { reason } => on.open_emergency(reason),
        Command::JoinEmergency { digests } => on.join_emergency(digests),
        Command::ReviewEmergency { words } => on.review_emergency(words),
    }
}

/// Whoever is certified to write on some account may begin a post, in their own name only.
fn draft(at: &Situation<'_>, author: PersonId) -> Result<(), Why> {
    if at.actor.principal() != Some(author) {
        return Err(Why::NotTheAuthor);
    }
    may_write_somewhere(at, author)
}

fn may_write_somewhere(at: &Situation<'_>, person: PersonId) -> Result<(), Why> {
    let may_write = at
        .world
        .accounts
        .keys()
        .any(|account| at.world.certification(person, *account, Capability::Write, at.now).is_some());
    if may_write { Ok(()) } else { Err(Why::NotCertified) }
}

/// A post that exists, and the situation it is in.
struct On<'a> {
    post: &'a Post,
    at: &'a Situation<'a>,
}

type Decided = Result<Vec<PostEvent>, Why>;

fn words(text: String) -> Result<String, Why> {
    if text.trim().is_empty() { Err(Why::WordsNeeded) } else { Ok(text) }
}

fn evidenced(evidence: Evidence) -> Result<Evidence, Why> {
    let url = evidence.url.as_deref().is_some_and(|url| !url.trim().is_empty());
    if evidence.text.trim().is_empty() && !url { Err(Why::WordsNeeded) } else { Ok(evidence) }
}

impl<'a> On<'a> {
    fn person(&self) -> Result<PersonId, Why> {
        self.at.actor.principal().ok_or(Why::NotInCharge)
    }

    /// A judgement is a person's own: no job reads, rules or resolves on somebody's behalf.
    fn in_person(&self) -> Result<PersonId, Why> {
        match self.at.actor {
            Actor::Person(person) => Ok(person),
            Actor::SystemFor(_) | Actor::System => Err(Why::NotInCharge),
        }
    }

    fn author(&self) -> Result<PersonId, Why> {
        let person = self.person()?;
        if person == self.post.author { Ok(person) } else { Err(Why::NotTheAuthor) }
    }

    /// The author, or a colleague who wrote with them.
    fn writer(&self) -> Result<PersonId, Why> {
        let person = self.person()?;
        if self.post.writers.contains(&person) { Ok(person) } else { Err(Why::NotTheAuthor) }
    }

    fn not_abandoned(&self) -> Result<(), Why> {
        if self.post.abandoned.is_some() { Err(Why::State) } else { Ok(()) }
    }

    fn delivery(&self, id: DeliveryId) -> Result<&'a Delivery, Why> {
        self.post.deliveries.get(&id).ok_or(Why::NotFound)
    }

    /// Deliveries whose words may still change.
    fn open_deliveries(&self) -> impl Iterator<Item = &'a Delivery> {
        self.post.deliveries.values().filter(|delivery| !delivery.progress.is_frozen())
    }

    /// Certified for every account that is still to be cleared, and not the author.
    fn reviewer(&self) -> Result<PersonId, Why> {
        let person = self.in_person()?;
        if self.post.writers.contains(&person) {
            return Err(Why::OwnPost);
        }
        let mut accounts = self.open_deliveries().map(|delivery| delivery.account).peekable();
        if accounts.peek().is_none() {
            return Err(Why::State);
        }
        for account in accounts {
            self.certified(person, account, Capability::Review)?;
        }
        Ok(person)
    }

    fn certified(&self, person: PersonId, account: AccountId, capability: Capability) -> Result<(), Why> {
        self.at.world.certification(person, account, capability, self.at.now).map(|_| ()).ok_or(Why::NotCertified)
    }

    fn case(&self, delivery: &'a Delivery, publisher: PersonId) -> Option<Case<'a>> {
        let facts = self.at.facts.get(&delivery.id)?;
        let (policy, world, now) = (self.at.policy, self.at.world, self.at.now);
        Some(Case { post: self.post, delivery, publisher, policy, facts, world, now })
    }

    fn obligations(&self) -> impl Iterator<Item = Obligations> {
        self.open_deliveries()
            .filter_map(|delivery| self.case(delivery, self.post.author))
            .map(|case| obligations(&case))
    }

    fn revise(&self, based_on: u32, class: Class, draft: Draft) -> Decided {
        let person = self.person()?;
        self.not_abandoned()?;
        if class == Class::Emergency {
            return Err(Why::Lane);
        }
        if based_on != self.post.revision {
            return Err(Why::Conflict { seen: based_on, current: self.post.revision });
        }
        if self
            .post
            .deliveries
            .values()
            .any(|d| matches!(d.progress, Progress::Sending { .. } | Progress::Unknown { .. }))
        {
            return Err(Why::State);
        }
        // What is out stands as it was read; only a further account makes a revision of anything.
        let adds = draft.deliveries.iter().any(|part| !self.post.deliveries.contains_key(&part.delivery));
        if !self.post.deliveries.is_empty() && self.open_deliveries().next().is_none() && !adds {
            return Err(Why::State);
        }
        let accounts = draft.deliveries.iter().map(|part| part.account).collect::<BTreeSet<_>>();
        let deliveries = draft.deliveries.iter().map(|part| part.delivery).collect::<BTreeSet<_>>();
        if accounts.len() != draft.deliveries.len() || deliveries.len() != draft.deliveries.len() {
            return Err(Why::Accounts);
        }
        for part in &draft.deliveries {
            if self.post.deliveries.get(&part.delivery).is_some_and(|known| known.account != part.account) {
                return Err(Why::Accounts);
            }
            if self.is_out(part.account, part.delivery) {
                return Err(Why::Accounts);
            }
            self.certified(person, part.account, Capability::Write)?;
        }
        if person != self.post.author {
            self.may_write_along(person)?;
        }
        Ok(vec![PostEvent::Revised { revision: self.post.revision + 1, class, draft: draft.into() }])
    }

    /// Certified for every account that the post goes to now, so that nobody drops what they could not have added.
    fn may_write_along(&self, person: PersonId) -> Result<(), Why> {
        for delivery in self.open_deliveries() {
            self.certified(person, delivery.account, Capability::Write)?;
        }
        may_write_somewhere(self.at, person)
    }

    /// The account has this post already: a second delivery to it would publish the same matter twice.
    fn is_out(&self, account: AccountId, delivery: DeliveryId) -> bool {
        let mut others = self.post.deliveries.values().filter(|known| known.id != delivery);
        others.any(|known| known.account == account && known.progress.is_frozen())
    }

    /// The binding that a key speaks of, if such a finding is there now.
    fn bound(&self, key: &FindingKey) -> Result<Strength, Why> {
        let strength = self
            .obligations()
            .flat_map(|obligations| obligations.findings)
            .filter(|bound| FindingKey::of(bound) == *key)
            .map(|bound| bound.strength)
            .max();
        strength.ok_or(Why::NotFound)
    }

    fn answer(&self, key: FindingKey, evidence: Evidence) -> Decided {
        self.writer()?;
        self.not_abandoned()?;
        let evidence = evidenced(evidence)?;
        if self.bound(&key)? != Strength::Answer {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::Answered {
            rule: key.rule.clone(),
            item: key.item,
            key: key.into(),
            evidence: evidence.into(),
        }])
    }

    fn dismiss_note(&self, key: FindingKey) -> Decided {
        self.writer()?;
        self.not_abandoned()?;
        if self.bound(&key)? != Strength::Note {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::NoteDismissed { rule: key.rule.clone(), item: key.item, key: key.into() }])
    }

    fn overrule(&self, key: FindingKey, reason: String) -> Decided {
        let by = self.reviewer()?;
        self.not_abandoned()?;
        let reason = words(reason)?;
        if self.bound(&key)? != Strength::Forbid {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::FindingOverruled {
            rule: key.rule.clone(),
            item: key.item,
            key: key.into(),
            by,
            reason: reason.into(),
        }])
    }

    fn submit(&self) -> Decided {
        self.writer()?;
        self.not_abandoned()?;
        if self.post.submitted.is_some() || self.post.revision == 0 {
            return Err(Why::State);
        }
        if self.open_deliveries().next().is_none() {
            return Err(Why::Accounts);
        }
        Ok(vec![PostEvent::Submitted { revision: self.post.revision }])
    }

    fn approve(&self, digests: BTreeMap<DeliveryId, Digest>, comment: String) -> Decided {
        let by = self.reviewer()?;
        self.in_review()?;
        self.same_bytes(&digests)?;
        Ok(vec![PostEvent::Approved {
            by,
            revision: self.post.revision,
            digests: digests.into(),
            comment: comment.into(),
        }])
    }

    fn in_review(&self) -> Result<(), Why> {
        self.not_abandoned()?;
        if self.post.submitted.is_some() { Ok(()) } else { Err(Why::State) }
    }

    /// What was seen is what stands now, for every delivery that is still open.
    fn same_bytes(&self, seen: &BTreeMap<DeliveryId, Digest>) -> Result<(), Why> {
        let current = self.open_deliveries().map(|delivery| (delivery.id, delivery.digest)).collect::<BTreeMap<_, _>>();
        if *seen == current { Ok(()) } else { Err(Why::OtherBytes) }
    }

    fn give_back(&self, comment: String) -> Decided {
        let by = self.reviewer()?;
        self.in_review()?;
        let comment = words(comment)?;
        Ok(vec![PostEvent::Returned { by, revision: self.post.revision, comment: comment.into() }])
    }

    fn raise_doubt(&self, doubt: DoubtId, reason: String) -> Decided {
        let by = self.person()?;
        self.not_abandoned()?;
        if self.post.doubts.iter().any(|known| known.id == doubt) {
            return Err(Why::Exists);
        }
        Ok(vec![PostEvent::DoubtRaised { doubt, by, reason: words(reason)?.into() }])
    }

    fn resolve_doubt(&self, id: DoubtId, answer: String) -> Decided {
        let by = self.in_person()?;
        let doubt = self.post.doubts.iter().find(|doubt| doubt.id == id).ok_or(Why::NotFound)?;
        if doubt.resolution.is_some() {
            return Err(Why::State);
        }
        if self.post.writers.contains(&by) {
            return Err(Why::OwnPost);
        }
        if by != doubt.by && !self.at.world.is_committee(by) {
            return Err(Why::NotInCharge);
        }
        Ok(vec![PostEvent::DoubtResolved { doubt: id, by, answer: words(answer)?.into() }])
    }

    fn consult(&self, consultation: ConsultationId, with: Consulted, question: String) -> Decided {
        let by = self.person()?;
        self.not_abandoned()?;
        if self.post.consultation(consultation).is_some() {
            return Err(Why::Exists);
        }
        if self.open_deliveries().next().is_none() {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::Consulted { consultation, with, by, question: words(question)?.into() }])
    }

    fn rule(
        &self,
        id: ConsultationId,
        verdict: Verdict,
        reason: String,
        conditions: Vec<String>,
        protected_report_considered: bool,
        digests: BTreeMap<DeliveryId, Digest>,
    ) -> Decided {
        let by = self.in_person()?;
        let consultation = self.post.consultation(id).ok_or(Why::NotFound)?;
        if self.post.writers.contains(&by) {
            return Err(Why::OwnPost);
        }
        let manager = self.at.world.is_manager_of(by, self.post.author, self.at.now);
        let in_charge = match consultation.with {
            Consulted::Committee => self.at.world.is_committee(by),
            Consulted::Manager => manager || self.at.world.is_committee(by),
        };
        if !in_charge {
            return Err(Why::NotInCharge);
        }
        self.not_abandoned()?;
        if consultation.ruling.is_some() {
            return Err(Why::State);
        }
        if !protected_report_considered {
            return Err(Why::ProtectedReportNotConsidered);
        }
        self.same_bytes(&digests)?;
        let reason = words(reason)?;
        let conditions = conditions.into_iter().filter(|condition| !condition.trim().is_empty()).collect::<Vec<_>>();
        Ok(vec![PostEvent::Ruled {
            consultation: id,
            by,
            verdict,
            protected_report_considered,
            digests: digests.into(),
            reason: reason.into(),
            conditions: conditions.into(),
        }])
    }

    fn meet_condition(&self, consultation: ConsultationId, condition: u16, evidence: Evidence) -> Decided {
        self.writer()?;
        self.not_abandoned()?;
        let ruling =
            self.post.consultation(consultation).and_then(|asked| asked.ruling.as_ref()).ok_or(Why::NotFound)?;
        if usize::from(condition) >= ruling.conditions.kept().map_or(0, Vec::len) {
            return Err(Why::NotFound);
        }
        Ok(vec![PostEvent::ConditionMet { consultation, condition, evidence: evidenced(evidence)?.into() }])
    }

    fn schedule(&self, id: DeliveryId, due: crate::time::Timestamp) -> Decided {
        let by = self.in_person()?;
        self.not_abandoned()?;
        let delivery = self.delivery(id)?;
        if delivery.progress.is_frozen() {
            return Err(Why::State);
        }
        self.certified(by, delivery.account, Capability::Publish)?;
        if due < self.at.now {
            return Err(Why::Past);
        }
        Ok(vec![PostEvent::Scheduled { delivery: id, due, by }])
    }

    fn unschedule(&self, id: DeliveryId) -> Decided {
        let by = self.person()?;
        let delivery = self.delivery(id)?;
        // What was missed waits for a person: to set it again, or to let it go.
        if !matches!(delivery.progress, Progress::Scheduled { .. } | Progress::Missed { .. }) {
            return Err(Why::State);
        }
        if by != self.post.author {
            self.certified(by, delivery.account, Capability::Publish)?;
        }
        Ok(vec![PostEvent::Unscheduled { delivery: id }])
    }

    fn start_sending(&self, id: DeliveryId, attempt: AttemptId) -> Decided {
        let delivery = self.delivery(id)?;
        let by = match (&delivery.progress, self.at.actor) {
            // A job carries a schedule out in the name of the person who set it, at its time and never before.
            (Progress::Scheduled { due, by }, Actor::System) if *due <= self.at.now => *by,
            (Progress::Scheduled { due, by }, Actor::SystemFor(of)) if *due <= self.at.now && of == *by => *by,
            // Whoever presses the button is the publisher; before the time only the one who set it may.
            (Progress::Scheduled { due, by }, Actor::Person(of)) if *due <= self.at.now || of == *by => of,
            (Progress::Scheduled { .. }, _) => return Err(Why::State),
            // What was missed is not flushed, what failed is not repeated: a person looks at it again.
            (Progress::Draft | Progress::Missed { .. } | Progress::Failed { .. }, _) => self.in_person()?,
            (Progress::Sending { .. } | Progress::Unknown { .. } | Progress::Published { .. }, _) => {
                return Err(Why::State);
            }
        };
        // Not inspected is not cleared.
        let Some(case) = self.case(delivery, by) else { return Err(Why::Outstanding(Vec::new())) };
        let obligations = obligations(&case);
        let content = match (Clearance::of(&obligations), delivery.content.kept()) {
            (Clearance::Cleared, Some(content)) => content.clone(),
            (Clearance::Cleared, None) => return Err(Why::Outstanding(Vec::new())),
            (Clearance::Outstanding(open), _) => return Err(Why::Outstanding(open)),
        };
        let Obligations { class, findings, all } = obligations;
        let clearance = ClearanceRecord { judge: self.at.judge.clone(), class, content, findings, obligations: all };
        let digest = delivery.digest.into();
        Ok(vec![PostEvent::SendStarted { delivery: id, attempt, by, digest, clearance: clearance.into() }])
    }

    /// A job tells what came of an order; a person only as the one who gave it (the order is out, whatever became of
    /// their certification) or as somebody who may publish here.
    fn may_tell(&self, delivery: &Delivery, ordered_by: PersonId) -> Result<(), Why> {
        match self.at.actor {
            Actor::System | Actor::SystemFor(_) => Ok(()),
            Actor::Person(person) if person == ordered_by => Ok(()),
            Actor::Person(person) => self.certified(person, delivery.account, Capability::Publish),
        }
    }

    fn record_outcome(&self, id: DeliveryId, attempt: AttemptId, outcome: Outcome) -> Decided {
        let delivery = self.delivery(id)?;
        let (under_way, ordered_by) = match delivery.progress {
            Progress::Sending { attempt, by, .. } | Progress::Unknown { attempt, by, .. } => (attempt, by),
            Progress::Draft
            | Progress::Scheduled { .. }
            | Progress::Failed { .. }
            | Progress::Missed { .. }
            | Progress::Published { .. } => return Err(Why::State),
        };
        // An answer that belongs to another attempt says nothing about this one.
        if under_way != attempt {
            return Err(Why::State);
        }
        self.may_tell(delivery, ordered_by)?;
        Ok(vec![match outcome {
            Outcome::Sent { url, capture, reconciled } => {
                PostEvent::SendSucceeded { delivery: id, attempt, reconciled, url: url.into(), capture: capture.into() }
            }
            Outcome::Failed { kind, why } => PostEvent::SendFailed { delivery: id, attempt, kind, why: why.into() },
            Outcome::Unknown { why } => PostEvent::SendUnknown { delivery: id, attempt, why: why.into() },
        }])
    }

    fn miss(&self, id: DeliveryId) -> Decided {
        let delivery = self.delivery(id)?;
        let Progress::Scheduled { due, by } = delivery.progress else { return Err(Why::State) };
        if self.at.now < due {
            return Err(Why::State);
        }
        self.may_tell(delivery, by)?;
        let stopped = self.at.world.stops.iter().any(|stop| stop.holds(delivery.account));
        Ok(vec![PostEvent::Missed { delivery: id, due, stopped }])
    }

    /// A draft that nobody needs any more. What was published stays; it has no other way out than a correction.
    fn abandon(&self) -> Decided {
        self.author()?;
        self.not_abandoned()?;
        if self.post.deliveries.values().any(|delivery| delivery.progress.is_frozen()) {
            return Err(Why::State);
        }
        Ok(vec![PostEvent::Abandoned {}])
    }
}

impl Post {
    /// For refusals: the most advanced state among the deliveries.
    #[must_use]
    pub fn state_name(&self) -> &'static str {
        if self.abandoned.is_some() {
            return "abandoned";
        }
        let furthest =
            self.deliveries.values().map(|delivery| delivery.progress.name()).max_by_key(|name| match *name {
                "published" => 6,
                "unknown" => 5,
                "sending" => 4,
                "failed" => 3,
                "missed" => 2,
                "scheduled" => 1,
                _ => 0,
            });
        match furthest {
            Some("draft") | None if self.returned.is_some() => "returned",
            Some("draft") | None if self.submitted.is_some() => "submitted",
            Some(name) => name,
            None => "draft",
        }
    }
}
