//! Opens a data folder for a command that works beside a running server. Serves no item of its own.

use std::{path::Path, sync::Arc};

use shingi_app::{App, clock::SystemClock, config::Config, ids::RandomIds};
use shingi_store::{Options, Store};

pub fn open(data: &Path) -> anyhow::Result<App> {
    let store = Store::open(data, Options::existing())?;
    Ok(App::new(store, Arc::new(SystemClock), Arc::new(RandomIds), Config::default())?)
}
