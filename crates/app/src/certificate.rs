//! The clearance certificate: one line of the public log for each published statement (0, 2-9).
//!
//! Public are bytes, account, time, policy version, the roles that cleared, and the proof. What was found and what was
//! overruled stays on the private record, which the line pins by its size and root.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use shingi_domain::{
    certification::Capability,
    clearance::ClearanceRecord,
    event::Event,
    id::{AccountId, DeliveryId, PersonId},
    obligation::{Duty, Standing},
    post::{Post, PostEvent, Progress},
    time::Timestamp,
    world::World,
};
use shingi_ledger::Log;
use shingi_store::{Expect, NewEvent, Read, StoredEvent, WriteTx};

use crate::{
    App, AppError,
    repository::{decoded, stream},
};

/// The kind of line in the public log.
pub const KIND: &str = "statement_published";

/// Who cleared it, without a name: the role, and the public number of the certification where there is one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bearer {
    pub role: String,
    pub certification: Option<u32>,
}

/// The statement itself: the payload of the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub title: String,
    pub text: String,
    pub pictures: Vec<StatedPicture>,
    pub account_name: String,
    pub account_handle: String,
    pub account_url: String,
    pub medium: String,
    pub url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedPicture {
    pub sha256: String,
    pub alt: String,
}

/// A certificate as pages show it.
pub struct Certificate {
    pub pos: u64,
    pub delivery: DeliveryId,
    pub account: AccountId,
    pub published: Timestamp,
    pub policy: String,
    pub policy_version: String,
    pub pack_hash: String,
    pub engine: String,
    pub cleared_by: Vec<Bearer>,
    pub record_size: u64,
    pub record_root: String,
    /// `None`: erased.
    pub statement: Option<Statement>,
}

/// Writes the certificate of a delivery that has just been published, in the same transaction.
pub fn issue(app: &App, tx: &mut WriteTx<'_>, post: &Post, delivery: DeliveryId) -> Result<(), AppError> {
    let published = post.deliveries.get(&delivery).map(|delivery| (delivery.account, &delivery.progress));
    let Some((account, Progress::Published { attempt, by, at, url, .. })) = published else {
        return Err(AppError::Record("a certificate was asked for a delivery that is not published".to_owned()));
    };
    let lines = tx.stream(Log::Record, &stream("post", post.id))?;
    let cleared = clearance_of(&lines, *attempt)?
        .ok_or_else(|| AppError::Record("an intent without its clearance".to_owned()))?;
    let world = app.world(tx, app.now())?;
    let details = world.accounts.get(&account).and_then(|account| account.details.kept().cloned());
    let medium = world.accounts.get(&account).map(|account| word(&account.medium)).unwrap_or_default();
    let statement = Statement {
        title: cleared.content.title.clone(),
        text: cleared.content.text.clone(),
        pictures: cleared
            .content
            .pictures
            .iter()
            .map(|picture| StatedPicture { sha256: picture.blob.to_string(), alt: picture.alt.clone() })
            .collect(),
        account_name: details.as_ref().map(|details| details.name.clone()).unwrap_or_default(),
        account_handle: details.as_ref().map(|details| details.handle.clone()).unwrap_or_default(),
        account_url: details.map(|details| details.url).unwrap_or_default(),
        medium,
        url: url.kept().cloned().unwrap_or_default(),
    };
    let (size, root) = tx.head(Log::Record);
    let data = json!({
        "delivery": delivery.to_string(),
        "account": account.to_string(),
        "policy": cleared.judge.policy,
        "policy_version": cleared.judge.version,
        "pack_hash": cleared.judge.pack_hash.to_string(),
        "engine": cleared.judge.engine,
        "cleared_by": bearers(&cleared, post.author, *by, account, &world, app.now()),
        "record": { "size": size, "root": root.to_text() },
    });
    let payload = serde_json::to_vec(&statement).map_err(|error| AppError::Record(error.to_string()))?;
    let event = NewEvent {
        kind: KIND.to_owned(),
        version: 1,
        data,
        hidden: BTreeMap::from([("statement".to_owned(), payload)]),
    };
    let name = format!("statement/{delivery}");
    let mut salts = || app.ids.secret();
    tx.append(Log::Certificates, &name, Expect::Exact(0), "system", at.0, vec![event], &mut salts)?;
    Ok(())
}

/// What stood on record with the intent of an attempt.
pub fn clearance_of(
    lines: &[StoredEvent],
    wanted: shingi_domain::id::AttemptId,
) -> Result<Option<ClearanceRecord>, AppError> {
    for line in lines.iter().rev().filter(|line| line.kind == "post_send_started") {
        if let Event::Post(PostEvent::SendStarted { attempt, clearance, .. }) = decoded(line)?
            && attempt == wanted
        {
            return Ok(clearance.into_kept());
        }
    }
    Ok(None)
}

/// The roles that cleared it. The committee is named without a time or a person.
fn bearers(
    cleared: &ClearanceRecord,
    author: PersonId,
    publisher: PersonId,
    account: AccountId,
    world: &World,
    now: Timestamp,
) -> Vec<Bearer> {
    let number = |person, capability| world.certification(person, account, capability, now).map(|held| held.number);
    let mut bearers = vec![Bearer { role: "author".to_owned(), certification: number(author, Capability::Write) }];
    for obligation in &cleared.obligations {
        let Standing::Discharged { by, .. } = obligation.standing else { continue };
        let bearer = match obligation.duty {
            Duty::Review => Bearer { role: "reviewer".to_owned(), certification: number(by, Capability::Review) },
            Duty::Ruling { .. } => Bearer { role: "committee".to_owned(), certification: None },
            Duty::Finding { .. } if obligation.strength == shingi_domain::policy::Strength::Consult => {
                Bearer { role: "committee".to_owned(), certification: None }
            }
            _ => continue,
        };
        if !bearers.contains(&bearer) {
            bearers.push(bearer);
        }
    }
    bearers.push(Bearer { role: "publisher".to_owned(), certification: number(publisher, Capability::Publish) });
    bearers
}

fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl App {
    /// The public certificate of a delivery.
    pub fn certificate(&self, delivery: DeliveryId) -> Result<Option<Certificate>, AppError> {
        self.store.read(|read| {
            let Some(pos) = shingi_store::view::certificates::position(read, &delivery.to_string())? else {
                return Ok(None);
            };
            certificate_at(read, pos).map(Some)
        })
    }
}

fn certificate_at(read: &Read, pos: u64) -> Result<Certificate, AppError> {
    let wrong = |what: &str| AppError::Record(format!("line {pos} of certificates has no {what}"));
    let line = read.from(Log::Certificates, pos, 1)?.into_iter().next().ok_or_else(|| wrong("bytes"))?;
    let text =
        |name: &str| line.data.get(name).and_then(|value| value.as_str()).map(str::to_owned).ok_or_else(|| wrong(name));
    let statement = match line.hidden.get("statement") {
        Some(Some(payload)) => {
            Some(serde_json::from_slice(payload).map_err(|error| AppError::Record(error.to_string()))?)
        }
        Some(None) | None => None,
    };
    let record = line.data.get("record").ok_or_else(|| wrong("record"))?;
    Ok(Certificate {
        pos,
        delivery: text("delivery")?.parse().map_err(|_| wrong("delivery"))?,
        account: text("account")?.parse().map_err(|_| wrong("account"))?,
        published: Timestamp(line.at),
        policy: text("policy")?,
        policy_version: text("policy_version")?,
        pack_hash: text("pack_hash")?,
        engine: text("engine")?,
        cleared_by: serde_json::from_value(line.data.get("cleared_by").cloned().unwrap_or_default())
            .map_err(|error| AppError::Record(error.to_string()))?,
        record_size: record.get("size").and_then(serde_json::Value::as_u64).ok_or_else(|| wrong("record size"))?,
        record_root: record.get("root").and_then(|root| root.as_str()).unwrap_or_default().to_owned(),
        statement,
    })
}
