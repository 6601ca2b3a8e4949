//! Signs a checkpoint of each log that has grown (2-9): what is published, mailed and kept elsewhere.

use shingi_ledger::Log;

use crate::{App, AppError};

pub fn sign(app: &App) -> Result<(), AppError> {
    let keys = app.keys()?;
    for log in Log::ALL {
        let (size, signed) = app.store.read(|read| {
            Ok::<_, AppError>((read.size(log)?, read.newest_checkpoint(log)?.map_or(0, |(size, _)| size)))
        })?;
        if size == signed {
            continue;
        }
        app.store.write(|tx| {
            let (size, root) = tx.head(log);
            let note = keys.of(log).sign(size, root).to_string();
            Ok::<_, AppError>(tx.put_checkpoint(log, size, &note)?)
        })?;
    }
    Ok(())
}
