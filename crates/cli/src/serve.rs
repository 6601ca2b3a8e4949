//! `shingi serve`: the real thing, in one process, on one data folder. Serves no item of its own.

use std::{
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
};

use anyhow::Context as _;
use clap::Args;
use shingi_app::{
    App,
    clock::{Clock, SystemClock},
    config::Config,
    ids::RandomIds,
};
use shingi_store::{Options, Store};

#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The data folder; made if it is missing.
    #[arg(long)]
    data: PathBuf,
    /// Where to listen, for example 127.0.0.1:8420; overrides the configuration.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// A TOML file with the keys of config.example.toml.
    #[arg(long)]
    config: Option<PathBuf>,
}

/// Structured lines on standard error, without texts of posts: `SHINGI_LOG=info` (default `warn`) and so on.
pub fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SHINGI_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

pub fn run(args: ServeArgs) -> anyhow::Result<()> {
    log();
    let ServeArgs { data, listen, config } = args;
    let mut config = config.map_or_else(|| Ok(Config::default()), |path| Config::read(&path))?;
    config.server.listen = listen.unwrap_or(config.server.listen);
    let store = Store::open(&data, Options::serve())?;
    let app = App::new(store, Arc::new(SystemClock), Arc::new(RandomIds), config)?;
    serve(app, &|app, address| {
        if let Some(secret) = app.draw_setup_secret()? {
            println!("set up this organisation (one-time link): http://{address}/setup/{}", secret.reveal());
        }
        println!("listening on http://{address}");
        Ok(())
    })
}

/// Takes the port, or says who must give way.
pub fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).with_context(|| {
        format!("expected a free port at {listen}; end what listens there or choose another one with --listen")
    })
}

/// Requests that read or write at once; jobs and verifications take of them too.
const BLOCKING_MAX: usize = 16;

/// Listens, says so, and serves until the process is asked to end.
pub fn serve(app: App, listening: &dyn Fn(&App, SocketAddr) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let app = Arc::new(app);
    // Each thread keeps a heap of its own: more of them than the disk and the processors can use cost only memory.
    let runtime =
        tokio::runtime::Builder::new_multi_thread().max_blocking_threads(BLOCKING_MAX).enable_all().build()?;
    runtime.block_on(async {
        let listener = bind(app.config.server.listen)?;
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        listening(&app, address)?;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let jobs = tokio::spawn(shingi_app::jobs::run(Arc::clone(&app), stopped));
        shingi_web::serve(Arc::clone(&app), listener, ended()).await?;
        let _ = stop.send(true);
        jobs.await?;
        Ok(())
    })
}

/// Ends at SIGINT or SIGTERM: requests under way are answered, a call under way gets its outcome.
async fn ended() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(signal) => signal,
            Err(_) => {
                let _ = interrupt.await;
                return;
            }
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}

/// The machine's clock now, for what runs outside a server.
#[must_use]
pub fn now() -> shingi_domain::time::Timestamp {
    SystemClock.now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_named_with_what_to_do() {
        let first = bind("127.0.0.1:0".parse().expect("an address")).expect("a free port");
        let taken = first.local_addr().expect("it listens");
        let said = bind(taken).expect_err("the port is taken").to_string();
        assert!(said.contains(&taken.to_string()) && said.contains("--listen"), "{said}");
    }
}
