//! Damaged bytes, kept aside verbatim. Nothing here deletes: only a wipe at the owner's wish does.

use serde::Serialize;

use super::key;
use super::pack::Digest;
use super::place::{Batch, PlaceError, Store};
use crate::json;

/// Something that was put aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Where it is kept.
    pub key: String,
    /// Where it stood.
    pub origin: String,
    /// Its text, verbatim.
    pub text: String,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    kept: &'a [Kept],
}

/// The key under which `text` from `origin` is kept: equal damage is kept once, so the area cannot grow by repetition.
pub fn key_of(origin: &str, text: &str) -> String {
    let digest = Digest::of(format!("{origin}\n{text}").as_bytes());
    format!("{}{digest}/{}", key::QUARANTINE, origin.strip_prefix(key::OURS).unwrap_or(origin))
}

/// Puts `text` aside in the first place that takes it, and reads it back.
pub async fn keep(first: &impl Store, second: &impl Store, origin: &str, text: &str) -> Result<(), PlaceError> {
    let key = key_of(origin, text);
    match put(first, &key, text).await {
        Ok(()) => Ok(()),
        Err(_) => put(second, &key, text).await,
    }
}

async fn put(store: &impl Store, key: &str, text: &str) -> Result<(), PlaceError> {
    if store.get(key).await?.as_deref() == Some(text) {
        return Ok(());
    }
    store.write(&Batch::new().put(key, text)).await?;
    if store.get(key).await?.as_deref() == Some(text) { Ok(()) } else { Err(PlaceError::Lost) }
}

/// Lists what was put aside in `store`.
pub async fn list(store: &impl Store) -> Result<Vec<Kept>, PlaceError> {
    let mut all = Vec::new();
    for key in store.keys().await? {
        let Some(rest) = key.strip_prefix(key::QUARANTINE) else { continue };
        let origin = rest.split_once('/').map_or_else(String::new, |(_, origin)| format!("{}{origin}", key::OURS));
        if let Some(text) = store.get(&key).await? {
            all.push(Kept { key, origin, text });
        }
    }
    Ok(all)
}

/// The file in which what was put aside leaves the browser; the rescue page reads it too.
pub fn file(kept: &[Kept]) -> String {
    json::text(&File { format: "sferum-planner-quarantine", kept })
}
