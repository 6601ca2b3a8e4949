//! Where each delivery's certificate stands in the public log (2-9).

use crate::{
    Log, Projection, Read, StoreError, StoredEvent, WriteTx, queries,
    read::{big, natural},
};

/// The position of a delivery's certificate.
pub fn position(read: &Read, delivery: &str) -> Result<Option<u64>, StoreError> {
    read.one(queries::CERTIFICATE_ONE, &[&delivery], |row| Ok(natural(row.get(0)?)))
}

pub struct Certificates;

impl Projection for Certificates {
    fn name(&self) -> &'static str {
        "certificates"
    }

    fn apply(&self, tx: &WriteTx<'_>, event: &StoredEvent) -> Result<(), StoreError> {
        if event.log != Log::Certificates {
            return Ok(());
        }
        let text = |name: &str| event.data.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let (delivery, account) = (text("delivery"), text("account"));
        // What the log says of itself certifies no delivery.
        if delivery.is_empty() {
            return Ok(());
        }
        tx.run(queries::CERTIFICATE_PUT, &[&delivery, &"", &account, &big(event.pos), &event.at]).map(drop)
    }

    /// Nothing that is hidden comes into this view.
    fn forget(&self, _: &WriteTx<'_>, _: Log, _: &str) -> Result<(), StoreError> {
        Ok(())
    }

    fn clear(&self, tx: &WriteTx<'_>) -> Result<(), StoreError> {
        tx.run(queries::CERTIFICATE_CLEAR, &[]).map(drop)
    }
}
