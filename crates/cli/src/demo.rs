//! `shingi demo`: a sample organisation in a temporary data folder, served on loopback. Serves no item of its own.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use clap::Args;
use serde_json::json;
use shingi_app::{
    App,
    clock::{Clock, SetClock, SystemClock},
    config::Config,
    demo::{self, DemoPerson},
    ids::RandomIds,
};
use shingi_store::{Options, Store};

use crate::serve;

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8420")]
    listen: SocketAddr,
    /// An empty or missing folder for the sample data; a temporary one by default.
    #[arg(long)]
    data: Option<PathBuf>,
}

pub fn run(args: DemoArgs) -> anyhow::Result<()> {
    serve::log();
    let DemoArgs { listen, data } = args;
    // Taken before anything is written: a demo that cannot be served leaves no folder behind.
    drop(serve::bind(listen)?);
    let (folder, _kept) = match data {
        Some(folder) => (folder, None),
        None => {
            let temporary = tempfile::Builder::new().prefix("shingi-demo-").tempdir()?;
            (temporary.path().to_owned(), Some(temporary))
        }
    };
    let fresh = std::fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_none());
    anyhow::ensure!(fresh, "expected an empty folder for the sample data, `{}` holds something", folder.display());
    let url = format!("http://{listen}");
    let mut config = Config::default();
    config.server.listen = listen;
    let people = {
        let clock = Arc::new(SetClock::at(serve::now()));
        let store = Store::open(&folder, Options::fast_for_demo())?;
        let app = App::new(store, Arc::<SetClock>::clone(&clock), Arc::new(RandomIds), config.clone())?;
        demo::seed(&app, &clock, serve::now(), &url)?
    };
    let path = folder.join("demo.json");
    std::fs::write(&path, serde_json::to_vec_pretty(&json!({ "url": url, "people": people }))?)?;
    let store = Store::open(&folder, Options::serve())?;
    let app = App::new(store, Arc::new(SystemClock) as Arc<dyn Clock>, Arc::new(RandomIds), config)?;
    serve::serve(app, &|_, address| {
        println!("{}", table(&people));
        println!("sign-ins and API tokens: {}", path.display());
        println!("listening on http://{address}");
        Ok(())
    })
}

/// The sign-ins, aligned under full-width characters.
fn table(people: &[DemoPerson]) -> String {
    let mut lines = vec![String::from("\nShingi demo · 株式会社あさなぎ機器\n")];
    for person in people {
        let roles = person.roles.iter().map(|role| format!("{role:?}").to_lowercase()).collect::<Vec<_>>().join(", ");
        let wide = person.name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let space = " ".repeat(14_usize.saturating_sub(wide));
        lines.push(format!("  {}{space}{:<28}{:<20}{roles}", person.name, person.email, person.password));
    }
    lines.push(String::new());
    lines.join("\n")
}
