//! A request that could not be answered as asked: what happened, what the person can do, who else can.
//!
//! Serves 1-9 (stay calm, say who to turn to). Must never show an internal error, a path or a stack: a number to
//! quote leads to the log. Never says of something hidden that it exists.

use askama::Template;

use crate::pages::Page;

/// Any answer of 400 and above, as a page.
#[derive(Debug, Clone, Template)]
#[template(path = "problems/show.html")]
pub struct ProblemPage {
    pub page: Page,
    pub kind: ProblemKind,
    /// What exactly was expected, what came: one sentence in the reader's language.
    pub detail: Option<String>,
    /// Who may do what was refused, as roles or as people the reader may know of.
    pub who_can: Vec<String>,
    /// The number under which the log has it.
    pub reference: Option<String>,
    /// A safe page to go back to, a path on this server.
    pub back_url: Option<String>,
    /// For [`ProblemKind::SignInNeeded`]: where to sign in, with the way back.
    pub signin_url: Option<String>,
}

/// What kind of trouble it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    BadRequest,
    SignInNeeded,
    Forbidden,
    NotFound,
    /// Somebody else was faster.
    Conflict,
    /// The largest size that is taken, in words (`10 MB`).
    TooLarge {
        limit: Option<String>,
    },
    Unprocessable,
    TooMany {
        retry_after_seconds: Option<u32>,
    },
    Fault,
    Maintenance {
        minutes: Option<u32>,
    },
}

impl ProblemKind {
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::SignInNeeded => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::TooLarge { .. } => 413,
            Self::Unprocessable => 422,
            Self::TooMany { .. } => 429,
            Self::Fault => 500,
            Self::Maintenance { .. } => 503,
        }
    }

    /// The symbol of the page, without `i-`.
    pub fn icon(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "key",
            Self::Forbidden => "shield",
            Self::NotFound => "search",
            Self::Conflict => "people",
            Self::TooMany { .. } | Self::Maintenance { .. } => "waiting",
            Self::BadRequest | Self::TooLarge { .. } | Self::Unprocessable | Self::Fault => "unknown",
        }
    }
}

impl ProblemPage {
    /// The message of this kind: `problem-404-title`.
    pub fn key(&self, part: &str) -> String {
        format!("problem-{}-{part}", self.kind.status())
    }
}
