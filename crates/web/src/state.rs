//! What every handler gets: the application, and how to call it without holding up the server.
//! Serves no item of its own.

use std::{net::SocketAddr, sync::Arc};

use axum::{extract::FromRef, response::Response};
use shingi_app::{App, AppError};

use crate::problem::Problem;

#[derive(Clone)]
pub struct Web {
    pub app: Arc<App>,
    /// Where this server listens: the address of the set-up pages before the organisation has a public URL.
    pub listen: SocketAddr,
}

pub type Answer = Result<Response, Problem>;

impl FromRef<Web> for Arc<App> {
    fn from_ref(web: &Web) -> Self {
        Arc::clone(&web.app)
    }
}

impl Web {
    /// Runs work that waits for the disk on a thread of its own.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let app = Arc::clone(&self.app);
        match tokio::task::spawn_blocking(move || work(&app)).await {
            Ok(done) => done,
            Err(error) => Err(AppError::Record(format!("the work was cut short: {error}"))),
        }
    }

    /// Whether cookies may only travel over TLS: the public URL decides, not the connection, which a proxy may end.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.app.in_force().is_ok_and(|in_force| in_force.organisation.public_url.starts_with("https://"))
    }
}
