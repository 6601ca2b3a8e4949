//! What runs by itself: sending what is due, signing the record's checkpoints, looking at
//! pictures. One job per file. Serves 1-7, 2-9.

pub mod look_at_pictures;
pub mod send;
pub mod sign_checkpoints;

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use crate::App;

/// Runs until `stop` turns true. A round that fails is logged and the next one tries again.
pub async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let pause = Duration::from_secs(app.config.sending.look_every_seconds.max(1).into());
    while !*stop.borrow() {
        let round = Arc::clone(&app);
        let looked = tokio::task::spawn_blocking(move || look(&round)).await;
        match looked {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "a round of jobs failed; the next one tries again"),
            Err(error) => tracing::error!(%error, "a round of jobs was cut short; the next one tries again"),
        }
        tokio::select! {
            _ = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One round of all jobs, in the order in which they build on each other.
pub fn look(app: &App) -> Result<(), crate::AppError> {
    if !app.is_set_up() {
        return Ok(());
    }
    send::start_due(app)?;
    send::deliver(app)?;
    sign_checkpoints::sign(app)?;
    look_at_pictures::look(app)
}
