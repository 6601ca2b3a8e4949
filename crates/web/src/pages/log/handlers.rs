//! The public log: checkpoint and tiles as other people's tools read them (C2SP tlog-tiles), and a page about them.
//! Serves 2-2, 2-9.

use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    response::IntoResponse as _,
    routing::get,
};
use shingi_app::AppError;
use shingi_ledger::{
    Log,
    checkpoint::SignedCheckpoint,
    tile::{Kind, Tile, hash_tile, push_entry},
};

use super::view::{Checkpoint, LogPage};
use crate::{
    form::html,
    pages::{
        Here,
        official::handlers::cacheable,
        public::{Place, Section, grouped},
    },
    problem::Problem,
    state::{Answer, Web},
    visitor::Visitor,
};

pub fn routes() -> Router<Web> {
    Router::new().route("/log/", get(page)).route("/log/checkpoint", get(checkpoint)).route("/log/{*path}", get(tile))
}

async fn page(State(web): State<Web>, visitor: Visitor) -> Answer {
    let shown = visitor.clone();
    let page = web
        .run(move |app| {
            let in_force = app.in_force()?;
            let keys = app.keys()?;
            let key = keys.of(Log::Certificates);
            let newest = app.store.read(|read| read.newest_checkpoint(Log::Certificates))?;
            let checkpoint = newest.and_then(|(size, note)| {
                let signed = SignedCheckpoint::parse(&note).ok()?;
                let root_hash = signed.checkpoint.root.to_text();
                Some(Checkpoint { size, size_shown: grouped(size), root_hash, at: None, note })
            });
            Ok(LogPage {
                page: shown.page(Here::Elsewhere),
                place: Place::at(Section::Log),
                zone: in_force.organisation.time_zone.clone(),
                origin: key.origin().to_owned(),
                key: key.verifier().to_string(),
                checkpoint,
                base_url: format!("{}/log/", in_force.organisation.public_url.trim_end_matches('/')),
            })
        })
        .await?;
    html(&page)
}

async fn checkpoint(State(web): State<Web>, headers: HeaderMap) -> Answer {
    let note = web.run(|app| Ok(app.store.read(|read| read.newest_checkpoint(Log::Certificates))?)).await?;
    let (_, note) = note.ok_or_else(Problem::not_found)?;
    Ok(cacheable(&headers, "text/plain; charset=utf-8", note.into_bytes()))
}

/// A tile of the signed part of the log. A full one never changes.
async fn tile(State(web): State<Web>, Path(path): Path<String>) -> Answer {
    let tile = Tile::parse(&path).ok_or_else(Problem::not_found)?;
    let bytes = web
        .run(move |app| {
            app.store.read(|read| {
                let missing = || AppError::NotFound("tile");
                let (signed, _) = read.newest_checkpoint(Log::Certificates)?.ok_or_else(missing)?;
                if !tile.is_within(signed) {
                    return Err(missing());
                }
                match tile.kind {
                    Kind::Hashes { .. } => Ok(hash_tile(&read.hashes(Log::Certificates), tile)?),
                    Kind::Entries => {
                        let lines = tile.lines();
                        let count = u32::try_from(lines.end - lines.start).unwrap_or(256);
                        let mut bundle = Vec::new();
                        for raw in read.raw(Log::Certificates, lines.start, count)? {
                            push_entry(&mut bundle, &raw.line);
                        }
                        Ok(bundle)
                    }
                }
            })
        })
        .await?;
    let cache = if tile.width == shingi_ledger::tile::FULL {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60"
    };
    let headers = [("content-type", "application/octet-stream"), ("cache-control", cache)];
    Ok((headers, bytes).into_response())
}
