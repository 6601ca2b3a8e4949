//! What can be wrong with a file, one variant each, so that it can be said in any language (2-9).

use crate::{
    Log, checkpoint::CheckpointError, json::Misspelt, line::LineError, note::NoteError, proof::ProofError, tree::Hash,
};

/// Why a line of a file is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    // The file.
    #[error("expected UTF-8")]
    Utf8,
    #[error("expected a line of at most 67108864 bytes")]
    TooLong,
    #[error("the file was cut: it has no `end` line")]
    Cut,
    #[error("expected a newline at the end of the line")]
    NoNewline,
    #[error("expected nothing behind the end")]
    Trailing,
    #[error("{0}")]
    Spelling(#[from] Misspelt),
    #[error("not a line of the ledger: {0}")]
    Line(LineError),
    #[error("expected the keys of each log, its origin being their name: {0}")]
    Keys(String),
    #[error("expected a line of a log that the first line of the file names, got one of `{0}`")]
    LogNotNamed(Log),
    #[error("expected the number of lines of each log, {expected}, got {got}")]
    Counts { expected: u64, got: u64 },

    // The lines.
    #[error("expected position {expected}, got {got}: a line was left out, added or moved")]
    Position { expected: u64, got: u64 },
    #[error("the time `{got}` is earlier than the one before, `{previous}`")]
    Clock { previous: String, got: String },
    #[error("expected number {expected} of stream `{stream}`, got {got}")]
    Sequence { stream: String, expected: u64, got: u64 },
    #[error("the line was changed: its hash is not the one beside it")]
    Leaf,
    #[error("the payload `{0}` was changed: it does not give the commitment that the line has")]
    Payload(String),
    #[error("the payload `{0}` is missing, and no line says that it was erased")]
    PayloadMissing(String),
    #[error("the payload `{0}` is text and must be written as text")]
    PayloadSpelling(String),
    #[error("expected an erasure to name `log`, `pos`, `name` and a reason")]
    ErasureForm,
    #[error("says that payload `{name}` at position {pos} of `{log}` was erased, but it is there, or was never")]
    ErasureOfNothing { log: Log, pos: u64, name: String },
    #[error("expected `record` with `size` and `root` in the data of a line of `certificates`")]
    CertificateForm,
    #[error("names the size {named} of `record`, but stands behind {size} lines of it")]
    CertificatePlace { named: u64, size: u64 },
    #[error("names the root `{named}` of `record` at size {size}, but its lines give `{computed}`")]
    CertificateRoot { size: u64, named: Hash, computed: Hash },

    #[error("the opening of an epoch {0}")]
    Epoch(&'static str),

    // The checkpoints.
    #[error("not a checkpoint: {0}")]
    Checkpoint(CheckpointError),
    #[error("expected a checkpoint of `{expected}`, got one of `{got}`")]
    Origin { expected: String, got: String },
    #[error("a checkpoint of size {named} stands behind {size} lines")]
    CheckpointPlace { named: u64, size: u64 },
    #[error("expected a checkpoint directly behind the line that it closes, and only one")]
    CheckpointOrder,
    #[error("{0}")]
    Signature(NoteError),
    #[error("the checkpoint bears a signature of `{0}`, whose key is not in the first line of the file")]
    SignatureUnknown(String),
    #[error("the log's own key has not signed the checkpoint")]
    Unsigned,
    #[error("none of the keys that were given has signed the checkpoint of `{0}`")]
    SignerNotGiven(String),
    #[error("the checkpoint has the root `{signed}`, but the lines give `{computed}`")]
    Root { signed: Hash, computed: Hash },
    #[error("{lines} lines of `{log}` stand behind its last checkpoint: nobody signed them")]
    UnsignedTail { log: Log, lines: u64 },
    #[error("a checkpoint kept elsewhere has the root `{kept}` at size {size}, but the lines give `{computed}`")]
    OutsideRoot { size: u64, kept: Hash, computed: Hash },
    #[error(
        "a checkpoint kept elsewhere has {kept} lines of `{log}`, this file {size}: the end was cut, or an older copy restored"
    )]
    OutsideLonger { log: Log, kept: u64, size: u64 },
    #[error(
        "a checkpoint kept elsewhere has {kept} lines of the epoch `{origin}`, which ended at {ended} as this file says: \
         what was published of it is not named; restore again with that checkpoint"
    )]
    EpochLonger { origin: String, kept: u64, ended: u64 },
    #[error(
        "a checkpoint kept elsewhere of the epoch `{origin}` has the root `{kept}` at size {size}, this file another"
    )]
    EpochRoot { origin: String, size: u64, kept: Hash },

    // A certificate.
    #[error("{0}")]
    Proof(ProofError),
    #[error("the erasure of a payload is not proved: {0}")]
    ErasureProof(ProofError),
}

impl Reason {
    /// For a sentence in another language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::TooLong => "too-long",
            Self::Cut => "cut",
            Self::NoNewline => "no-newline",
            Self::Trailing => "trailing",
            Self::Spelling(_) => "spelling",
            Self::Line(_) => "line",
            Self::Keys(_) => "keys",
            Self::LogNotNamed(_) => "log-not-named",
            Self::Counts { .. } => "counts",
            Self::Position { .. } => "position",
            Self::Clock { .. } => "clock",
            Self::Sequence { .. } => "sequence",
            Self::Leaf => "leaf",
            Self::Payload(_) => "payload",
            Self::PayloadMissing(_) => "payload-missing",
            Self::PayloadSpelling(_) => "payload-spelling",
            Self::ErasureForm => "erasure-form",
            Self::ErasureOfNothing { .. } => "erasure-of-nothing",
            Self::CertificateForm => "certificate-form",
            Self::CertificatePlace { .. } => "certificate-place",
            Self::CertificateRoot { .. } => "certificate-root",
            Self::Epoch(_) => "epoch",
            Self::Checkpoint(_) => "checkpoint",
            Self::Origin { .. } => "origin",
            Self::CheckpointPlace { .. } => "checkpoint-place",
            Self::CheckpointOrder => "checkpoint-order",
            Self::Signature(_) => "signature",
            Self::SignatureUnknown(_) => "signature-unknown",
            Self::Unsigned => "unsigned",
            Self::SignerNotGiven(_) => "signer-not-given",
            Self::Root { .. } => "root",
            Self::UnsignedTail { .. } => "unsigned-tail",
            Self::OutsideRoot { .. } => "outside-root",
            Self::OutsideLonger { .. } => "outside-longer",
            Self::EpochLonger { .. } => "epoch-longer",
            Self::EpochRoot { .. } => "epoch-root",
            Self::Proof(_) => "proof",
            Self::ErasureProof(_) => "erasure-proof",
        }
    }
}

impl From<LineError> for Reason {
    fn from(error: LineError) -> Self {
        Self::Line(error)
    }
}
