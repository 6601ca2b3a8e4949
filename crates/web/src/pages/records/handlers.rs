//! The record for auditors: every event as a sentence, the checkpoint, a verification, the export (2-9).

use axum::{
    Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Deserialize;
use shingi_app::{App, AppError, queries::history::Wanted, verification::Verification as Verified};
use shingi_domain::{id::PersonId, permit::Action, time::Timestamp};
use shingi_ledger::{Log, checkpoint::SignedCheckpoint};

use super::view::{Checkpoint, RecordsPage, Verification, VerificationFragment};
use crate::{
    form::{Checked, done, html},
    pages::{Here, parts::Choice},
    present::Present,
    state::{Answer, Web},
    visitor::Me,
};

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/records", get(index))
        .route("/records/verification", get(verification).post(verify))
        .route("/records/export", get(export))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    /// A stream's noun: `post`, `person`, …
    r#type: String,
    who: String,
    from: String,
    until: String,
    after: Option<u64>,
}

/// Lines of one page.
const PAGE: usize = 50;
const NOUNS: [&str; 9] =
    ["post", "person", "account", "certification", "stop", "policy", "organisation", "payload", "epoch"];

async fn index(State(web): State<Web>, me: Me, Query(asked): Query<Asked>) -> Answer {
    html(&web.run(move |app| build(app, &me, asked)).await?)
}

fn build(app: &App, me: &Me, asked: Asked) -> Result<RecordsPage, AppError> {
    let in_force = app.in_force()?;
    let show = Present { lang: me.visitor.lang, zone: in_force.zone.clone(), now: app.now() };
    let day = |text: &str, plus: i64| {
        let date = text.parse::<jiff::civil::Date>().ok()?;
        let at = date.to_zoned_datetime(show.zone.clone()).ok()?.timestamp().as_microsecond();
        Some(at + plus)
    };
    let who = asked.who.parse::<PersonId>().ok();
    let noun = NOUNS.into_iter().find(|noun| *noun == asked.r#type).unwrap_or_default();
    let wanted = Wanted {
        noun: noun.to_owned(),
        who,
        from: day(&asked.from, 0).map(Timestamp),
        until: day(&asked.until, Timestamp::DAY).map(Timestamp),
    };
    let (size, world, newest, newest_at) = app.store.read(|read| {
        let world = app.world(read, show.now)?;
        let newest = read.newest_checkpoint(Log::Record)?;
        Ok::<_, AppError>((read.size(Log::Record)?, world, newest, read.newest_at(Log::Record)?))
    })?;
    let (lines, next) = app.record_where(&me.signed, &wanted, asked.after, PAGE)?;
    let more = next.map(|pos| {
        let of = |date: &str| date.parse::<jiff::civil::Date>().map(|date| date.to_string()).unwrap_or_default();
        let (from, until, who) =
            (of(&asked.from), of(&asked.until), who.map(|who| who.to_string()).unwrap_or_default());
        format!("/records?type={noun}&who={who}&from={from}&until={until}&after={pos}")
    });
    let mut kinds = vec![Choice::new("", show.t("posts-all"), noun.is_empty())];
    kinds.extend(NOUNS.map(|one| Choice::new(one, show.t(&format!("noun-{one}")), one == noun)));
    let mut people = vec![Choice::new("", show.t("posts-all"), who.is_none())];
    people
        .extend(world.people.keys().map(|id| Choice::new(id.to_string(), show.person(&world, *id), who == Some(*id))));
    let checkpoint = newest.and_then(|(size, note)| {
        let signed = SignedCheckpoint::parse(&note).ok()?;
        Some(Checkpoint {
            origin: signed.checkpoint.origin,
            size,
            root: signed.checkpoint.root.to_text(),
            at: show.stamp(newest_at.map_or(show.now, Timestamp)),
            witnesses: String::new(),
        })
    });
    Ok(RecordsPage {
        page: me.visitor.page(Here::Records),
        events: lines.iter().map(|line| show.event(&world, line)).collect(),
        total: size,
        kinds,
        people,
        from: asked.from,
        until: asked.until,
        more,
        checkpoint,
        verification: standing(&show, app),
        may_verify: !matches!(app.verification.get(), Verified::Running { .. }),
        downloads: vec![("/records/export".to_owned(), show.t("records-export"))],
    })
}

fn standing(show: &Present, app: &App) -> Verification {
    match app.verification.get() {
        Verified::Never => Verification::Never,
        Verified::Running { part, whole } => Verification::Running { part, whole },
        Verified::Holds { at, lines, not_established } => {
            let mut open =
                not_established.iter().map(|code| show.t(&format!("not-established-{code}"))).collect::<Vec<_>>();
            open.dedup();
            Verification::Holds { at: show.stamp(at), lines, not_established: open }
        }
        Verified::Broken { at, what } => Verification::Broken { at: show.stamp(at), what },
    }
}

async fn verification(State(web): State<Web>, me: Me) -> Answer {
    me.signed.require(Action::ReadRecord)?;
    let fragment = web
        .run(move |app| {
            let show = Present { lang: me.visitor.lang, zone: app.in_force()?.zone.clone(), now: app.now() };
            let verification = standing(&show, app);
            let may_verify = !matches!(verification, Verification::Running { .. });
            Ok(VerificationFragment { page: me.visitor.page(Here::Records), verification, may_verify })
        })
        .await?;
    html(&fragment)
}

/// Begins a verification and does not wait for it.
async fn verify(State(web): State<Web>, me: Me, _: Checked) -> Answer {
    me.signed.require(Action::ReadRecord)?;
    tokio::spawn(async move {
        if let Err(error) = web.run(move |app| app.verify_record(&me.signed)).await {
            tracing::error!(%error, "a verification could not be run");
        }
    });
    Ok(done("/records", "verification-started"))
}

/// The whole record as a file: for auditors only, with its words. Sent as it is read, so that it never stands in memory.
async fn export(State(web): State<Web>, me: Me) -> Answer {
    me.signed.require(Action::ReadRecord)?;
    let body = crate::download::body(move |out| web.app.export(out, &mut |_, _| {}).map(drop));
    let headers = [
        ("content-type", "application/jsonl; charset=utf-8"),
        ("content-disposition", "attachment; filename=\"shingi-export.jsonl\""),
        ("cache-control", "no-store"),
    ];
    Ok((headers, body).into_response())
}
