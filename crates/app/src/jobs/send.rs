//! Sending (1-7, 2-9): intent → call → outcome, with a lease on every call.
//!
//! INVARIANT: clearance is computed in the transaction that writes the intent. After a crash between intent and outcome
//! the medium is asked before anything else is done. What was not cleared in time is missed, never flushed.

use shingi_connect::{Asked, Outgoing, SendError};
use shingi_domain::{
    actor::Actor,
    id::{AttemptId, DeliveryId, PostId},
    post::{Command, Delivery, Outcome, Progress, event::FailureKind},
    refusal::{Refusal, Why},
    time::Timestamp,
};
use shingi_store::view;

use crate::{App, AppError, certificate, failpoint::failpoint, repository};

/// How long a worker may take for one call, in microseconds; after that another one asks what became of it.
const LEASE: i64 = 2 * Timestamp::MINUTE;
/// How long a person may take for a delivery by hand after its time.
const BY_HAND_GRACE: i64 = 12 * Timestamp::HOUR;
/// Calls of one round, so that a round ends.
const CALLS_MAX: usize = 100;

/// Writes the intent of every delivery that is due and cleared; marks as missed what was held too long.
pub fn start_due(app: &App) -> Result<(), AppError> {
    let now = app.now();
    let due = app.store.read(|read| view::posts::due(read, now.0))?;
    for (post, delivery) in due {
        let (Ok(post), Ok(delivery)) = (post.parse::<PostId>(), delivery.parse::<DeliveryId>()) else { continue };
        if let Err(error) = start_one(app, post, delivery, now) {
            tracing::warn!(%post, %delivery, %error, "a due delivery could not be started");
        }
    }
    Ok(())
}

fn start_one(app: &App, post: PostId, delivery: DeliveryId, now: Timestamp) -> Result<(), AppError> {
    app.store.write(|tx| {
        let known = repository::post(tx, post)?.ok_or(AppError::NotFound("post"))?.value;
        let Some(Progress::Scheduled { due, by }) = known.deliveries.get(&delivery).map(|d| d.progress.clone()) else {
            return Ok(());
        };
        let world = app.world(tx, now)?;
        let account = known.deliveries.get(&delivery).and_then(|delivery| world.accounts.get(&delivery.account));
        let account = account.ok_or(AppError::NotFound("account"))?;
        let stopped = world.stops.iter().any(|stop| stop.holds(account.id));
        if !app.connectors.connector(account.channel).manifest().automatic {
            // A person takes the intent; the schedule only reminds them.
            if stopped || now > due.plus_micros(BY_HAND_GRACE) {
                app.on_post_in(tx, Actor::SystemFor(by), post, Command::Miss { delivery })?;
            }
            return Ok(());
        }
        let actor = Actor::SystemFor(by);
        let attempt = AttemptId(app.ids.id());
        failpoint("send.before_intent");
        match app.on_post_in(tx, actor, post, Command::StartSending { delivery, attempt }) {
            Ok(_) => {
                tx.put_outbox(&attempt.to_string(), "send", &payload(post, delivery), now.0)?;
                failpoint("send.intent_uncommitted");
                Ok(())
            }
            Err(AppError::Refused(Refusal { why: Why::Outstanding(_), .. })) => {
                let grace = i64::from(app.config.sending.grace_minutes) * Timestamp::MINUTE;
                if stopped || now > due.plus_micros(grace) {
                    app.on_post_in(tx, actor, post, Command::Miss { delivery })?;
                }
                Ok(())
            }
            Err(error) => Err(error),
        }
    })
}

/// What an outbox row carries.
fn payload(post: PostId, delivery: DeliveryId) -> String {
    format!("{post} {delivery}")
}

/// Takes the rows of the outbox one by one, calls the connector, and feeds the answer back.
pub fn deliver(app: &App) -> Result<(), AppError> {
    let owner = format!("{:x}", app.ids.id());
    for _ in 0..CALLS_MAX {
        let now = app.now();
        let row = app.store.write(|tx| Ok::<_, AppError>(tx.take_outbox("send", now.0, &owner, now.0 + LEASE)?))?;
        let Some(row) = row else { return Ok(()) };
        failpoint("send.leased");
        let mut ids = row.payload.split(' ');
        let post = ids.next().and_then(|id| id.parse::<PostId>().ok());
        let delivery = ids.next().and_then(|id| id.parse::<DeliveryId>().ok());
        let attempt = row.id.parse::<AttemptId>().ok();
        let (Some(post), Some(delivery), Some(attempt)) = (post, delivery, attempt) else {
            app.store.write(|tx| Ok::<_, AppError>(tx.finish_outbox(&row.id)?))?;
            continue;
        };
        let first = row.attempts == 1;
        deliver_one(app, &Call { post, delivery, attempt, first })?;
    }
    Ok(())
}

struct Call {
    post: PostId,
    delivery: DeliveryId,
    attempt: AttemptId,
    /// Nobody has called the medium for this attempt yet.
    first: bool,
}

fn deliver_one(app: &App, call: &Call) -> Result<(), AppError> {
    let Call { post, delivery, attempt, first } = *call;
    let now = app.now();
    let (known, world) = app.store.read(|read| {
        Ok::<_, AppError>((
            repository::post(read, post)?.ok_or(AppError::NotFound("post"))?.value,
            app.world(read, now)?,
        ))
    })?;
    let part = known.deliveries.get(&delivery).ok_or(AppError::NotFound("delivery"))?;
    if !is_under_way(part, attempt) {
        app.store.write(|tx| Ok::<_, AppError>(tx.finish_outbox(&attempt.to_string())?))?;
        return Ok(());
    }
    let account = world.accounts.get(&part.account).ok_or(AppError::NotFound("account"))?;
    let in_force = app.in_force()?;
    let handle = account.details.kept().map_or("", |details| details.handle.as_str());
    let Some(content) = part.content.kept() else { return Err(AppError::NotFound("content")) };
    let public_url = in_force.organisation.public_url.trim_end_matches('/');
    let outgoing = Outgoing { delivery, attempt, content, handle, public_url };
    let connector = app.connectors.connector(account.channel);
    let outcome = if first {
        // Workers look again just before the call: a stop may have come since the intent.
        if world.stops.iter().any(|stop| stop.holds(part.account)) {
            Outcome::Failed { kind: FailureKind::NotSent, why: "stopped".to_owned() }
        } else {
            failpoint("send.before_call");
            let sent = connector.send(&outgoing);
            failpoint("send.after_call");
            outcome_of(sent)
        }
    } else {
        reconciled(connector.ask(&outgoing))
    };
    record(app, call, outcome)
}

fn is_under_way(delivery: &Delivery, wanted: AttemptId) -> bool {
    match delivery.progress {
        Progress::Sending { attempt, .. } | Progress::Unknown { attempt, .. } => attempt == wanted,
        Progress::Draft
        | Progress::Scheduled { .. }
        | Progress::Failed { .. }
        | Progress::Missed { .. }
        | Progress::Published { .. } => false,
    }
}

fn outcome_of(sent: Result<shingi_connect::Sent, SendError>) -> Outcome {
    match sent {
        Ok(sent) => Outcome::Sent { url: sent.url, capture: None, reconciled: false },
        Err(SendError::RetryAfter { seconds }) => {
            Outcome::Failed { kind: FailureKind::NotSent, why: format!("retry after {seconds} s") }
        }
        Err(SendError::Rejected(why)) => Outcome::Failed { kind: FailureKind::Rejected, why },
        Err(SendError::Revoked(why)) => Outcome::Failed { kind: FailureKind::Revoked, why },
        Err(SendError::Unknown(why)) => Outcome::Unknown { why },
    }
}

/// After a crash or a lost answer: what the medium says is there. "Not there now" is not "never came": a slow first
/// request may still land, so a person decides.
fn reconciled(asked: Asked) -> Outcome {
    match asked {
        Asked::Found(sent) => Outcome::Sent { url: sent.url, capture: None, reconciled: true },
        Asked::NotFound => Outcome::Unknown { why: "not found when asked".to_owned() },
        Asked::NoAnswer(why) => Outcome::Unknown { why },
    }
}

fn record(app: &App, call: &Call, outcome: Outcome) -> Result<(), AppError> {
    let Call { post, delivery, attempt, .. } = *call;
    app.store.write(|tx| {
        let sent = matches!(outcome, Outcome::Sent { .. });
        let command = Command::RecordOutcome { delivery, attempt, outcome: outcome.clone() };
        let done = app.on_post_in(tx, Actor::System, post, command)?;
        if sent {
            certificate::issue(app, tx, &done.post, delivery)?;
        }
        failpoint("send.outcome_uncommitted");
        tx.finish_outbox(&attempt.to_string())?;
        Ok::<_, AppError>(())
    })?;
    failpoint("send.recorded");
    Ok(())
}
