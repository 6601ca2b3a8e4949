//! `/log/`: what the public log is, its key, its newest checkpoint, and where its tiles are.
//!
//! Serves 2-2 and 2-9: anyone can hold us to what we published. Says what the log alone cannot prove. Must never
//! show anything of the private record.

use askama::Template;

use crate::pages::Page;
use crate::pages::public::{Moment, Place};

#[derive(Debug, Clone, Template)]
#[template(path = "log/index.html")]
pub struct LogPage {
    pub page: Page,
    pub place: Place,
    pub zone: String,
    pub origin: String,
    /// The verifier key: `origin+hash+base64`.
    pub key: String,
    pub checkpoint: Option<Checkpoint>,
    /// The absolute address of the log, ending in a slash.
    pub base_url: String,
}

/// The newest signed checkpoint.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    pub size: u64,
    pub size_shown: String,
    pub root_hash: String,
    pub at: Option<Moment>,
    /// The signed note, whole.
    pub note: String,
}
