//! Why a use case did not happen. Three families: the domain refuses, the input is wrong, the machine failed.
//! Serves no item of its own.

use shingi_domain::{permit::Action, refusal::Refusal};
use shingi_store::{OpenError, StoreError};

/// One field of a form or a request, and what was expected of it. `code` names the sentence in `locales`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: &'static str,
    pub code: &'static str,
}

impl FieldProblem {
    #[must_use]
    pub const fn new(field: &'static str, code: &'static str) -> Self {
        Self { field, code }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error("expected someone who may {0:?}")]
    NotAllowed(Action),
    #[error("{0}")]
    Refused(Refusal),
    #[error("there is no such {0}")]
    NotFound(&'static str),
    #[error("{} fields need another look", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// Somebody else saved in between; `current` is what stands now.
    #[error("expected version {seen}, found {current}: somebody saved in between")]
    Conflict { seen: i64, current: i64 },
    #[error("too many attempts; come back in a quarter of an hour")]
    TooMany,
    #[error("name and password do not fit")]
    SignIn,
    #[error("this organisation is not set up yet")]
    NotSetUp,
    #[error("the set-up link is used or wrong")]
    SetUpLink,
    #[error(transparent)]
    Picture(#[from] crate::pictures::PictureError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A backup does not fit what is known of its logs.
    #[error("{0}")]
    Restore(String),
    #[error("the record holds something that this version cannot read: {0}")]
    Record(String),
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
