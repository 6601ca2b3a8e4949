//! The company's own page: the built-in channel (0, 1-2). Publishing there *is* the record's own entry, so an attempt
//! whose intent stands can always be finished: the page shows what the record says, nothing else.

use crate::{Asked, Connector, Manifest, Outgoing, SendError, Sent};

#[derive(Debug, Default)]
pub struct OfficialPage;

/// The permanent address of a delivery on its account's page.
#[must_use]
pub fn permalink(outgoing: &Outgoing<'_>) -> String {
    format!("{}/official/{}/{}", outgoing.public_url, outgoing.handle, outgoing.delivery)
}

impl Connector for OfficialPage {
    fn manifest(&self) -> Manifest {
        Manifest { automatic: true, can_ask: true, idempotent: true, can_edit: false, can_delete: false }
    }

    fn send(&self, outgoing: &Outgoing<'_>) -> Result<Sent, SendError> {
        #[cfg(feature = "failpoints")]
        if let Some(receiver) = crate::receiver::Receiver::from_env() {
            receiver.send(outgoing)?;
        }
        Ok(Sent { url: permalink(outgoing) })
    }

    fn ask(&self, outgoing: &Outgoing<'_>) -> Asked {
        #[cfg(feature = "failpoints")]
        if let Some(receiver) = crate::receiver::Receiver::from_env() {
            match receiver.ask(outgoing) {
                Asked::Found(_) => {}
                other => return other,
            }
        }
        Asked::Found(Sent { url: permalink(outgoing) })
    }
}
