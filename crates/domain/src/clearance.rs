//! 発信許可: whether a delivery may leave in the company's name, here and now. Computed, never stored (ADR 0003).
//! Serves 0, 1-7, 2-1, 2-2.

use serde::{Deserialize, Serialize};

use crate::{
    id::BlobId,
    obligation::{Case, Obligation, Obligations, obligations},
    policy::{BoundFinding, Class},
    post::Resolved,
};

/// By what a text was judged: a new program may judge otherwise than an old one with the same pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judge {
    pub policy: String,
    pub version: String,
    pub pack_hash: BlobId,
    pub engine: String,
}

/// What goes on record with the intent to send: the exact content, and item by item what was found and who met it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClearanceRecord {
    pub judge: Judge,
    pub class: Class,
    pub content: Resolved,
    pub findings: Vec<BoundFinding>,
    pub obligations: Vec<Obligation>,
}

/// The answer of [`clearance`]. There is no third: what could not be computed is outstanding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clearance {
    Cleared,
    Outstanding(Vec<Obligation>),
}

impl Clearance {
    #[must_use]
    pub fn of(obligations: &Obligations) -> Self {
        let open = obligations.open().cloned().collect::<Vec<_>>();
        if open.is_empty() { Self::Cleared } else { Self::Outstanding(open) }
    }

    #[must_use]
    pub const fn is_cleared(&self) -> bool {
        match self {
            Self::Cleared => true,
            Self::Outstanding(_) => false,
        }
    }
}

/// Runs when the page is shown *and again in the instant of sending*: a rule, a certification or a stop order that
/// changed after scheduling holds the delivery without any further code.
#[must_use]
pub fn clearance(case: &Case<'_>) -> Clearance {
    Clearance::of(&obligations(case))
}
