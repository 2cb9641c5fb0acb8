//! What was put aside: listed and downloaded from the settings, deleted at the person's own wish.

use crate::store::boot::Which;
use crate::store::place::{Batch, PlaceError, Store};
use crate::store::quarantine::{self, Kept};

use super::Keeper;

impl Keeper {
    /// What was put aside in both copies; a copy that cannot be read has nothing to show.
    pub async fn put_aside(self) -> Vec<(Which, Kept)> {
        let inner = self.inner();
        let durable = quarantine::list(inner.saver.durable()).await.unwrap_or_default();
        let boot = quarantine::list(inner.saver.boot_copy()).await.unwrap_or_default();
        let durable = durable.into_iter().map(|kept| (Which::Durable, kept));
        durable.chain(boot.into_iter().map(|kept| (Which::Boot, kept))).collect()
    }

    /// Deletes these pieces, exactly as they were downloaded.
    pub async fn delete_put_aside(self, pieces: &[(Which, Kept)]) -> Result<(), PlaceError> {
        let inner = self.inner();
        for (which, kept) in pieces {
            let batch = Batch::new().expect(&kept.key, Some(&kept.text)).remove(&kept.key);
            match which {
                Which::Durable => inner.saver.durable().write(&batch).await?,
                Which::Boot => inner.saver.boot_copy().write(&batch).await?,
            }
        }
        self.measure();
        Ok(())
    }
}
