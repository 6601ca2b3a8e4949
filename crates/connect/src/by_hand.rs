//! By hand, with proof: for every medium without a connector (1-2). The program never sends here: a person copies the
//! exact bytes, publishes them, and brings the URL and a capture.

use crate::{Asked, Connector, Manifest, Outgoing, SendError, Sent};

#[derive(Debug, Default)]
pub struct ByHand;

impl Connector for ByHand {
    fn manifest(&self) -> Manifest {
        Manifest { automatic: false, can_ask: false, idempotent: false, can_edit: false, can_delete: false }
    }

    fn send(&self, _: &Outgoing<'_>) -> Result<Sent, SendError> {
        Err(SendError::Rejected("this account is published by hand: a person brings the URL as proof".into()))
    }

    fn ask(&self, _: &Outgoing<'_>) -> Asked {
        Asked::NoAnswer("only the person who published knows".into())
    }
}
