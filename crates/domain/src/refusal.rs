//! The domain says no. Shown to people: `key` names the sentence in `locales/*/refusals.ftl`.
//! Serves no item of its own.

use crate::obligation::Obligation;

/// A refusal names the state and the command, and what would have been needed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{command}` is not possible for a post that is {state}: {why:?}")]
pub struct Refusal {
    pub command: &'static str,
    pub state: &'static str,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There is no such post, delivery, doubt or consultation.
    NotFound,
    /// There is one already.
    Exists,
    /// The state does not allow this command.
    State,
    /// Only the author may.
    NotTheAuthor,
    /// The author may not: no one clears their own post.
    OwnPost,
    /// No certification in force for this act on this account.
    NotCertified,
    /// Neither the manager nor, where it counts, the committee.
    NotInCharge,
    /// Somebody saved in between; `seen` and `current` are revisions.
    Conflict { seen: u32, current: u32 },
    /// The bytes are not those that were seen.
    OtherBytes,
    /// A reason, a comment or evidence is missing.
    WordsNeeded,
    /// "Could this be a protected report?" was not asked.
    ProtectedReportNotConsidered,
    /// The time lies in the past.
    Past,
    /// Open obligations hold it.
    Outstanding(Vec<Obligation>),
    /// No account is chosen, or one twice.
    Accounts,
    /// A draft does not declare itself an emergency: two certified people open that lane.
    Lane,
}

impl Why {
    /// The message key's last part.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Exists => "exists",
            Self::State => "state",
            Self::NotTheAuthor => "not-the-author",
            Self::OwnPost => "own-post",
            Self::NotCertified => "not-certified",
            Self::NotInCharge => "not-in-charge",
            Self::Conflict { .. } => "conflict",
            Self::OtherBytes => "other-bytes",
            Self::WordsNeeded => "words-needed",
            Self::ProtectedReportNotConsidered => "protected-report",
            Self::Past => "past",
            Self::Outstanding(_) => "outstanding",
            Self::Accounts => "accounts",
            Self::Lane => "lane",
        }
    }
}
