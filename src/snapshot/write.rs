//! Writing a snapshot: one pass over the records into one buffer.

use serde::Serialize;

use super::digest::seal;
use super::envelope::Snapshot;
use super::lines::Lines;
use super::read::read;
use super::tree::Tree;
use super::unreadable::Unreadable;

/// Bytes a record takes, about; the buffer begins with room for all.
const RECORD: usize = 200;

/// Writes the file.
#[must_use]
pub fn write(snapshot: &Snapshot) -> Vec<u8> {
    let records: usize = crate::domain::RecordKind::ALL
        .iter()
        .map(|kind| usize::try_from(snapshot.count(*kind)).unwrap_or_default())
        .sum();
    let plain = lay_out(snapshot, records * RECORD + 4096);
    if snapshot.extras.is_empty() {
        return seal(plain);
    }
    match serde_json::from_slice::<Tree>(&plain) {
        Ok(mut tree) => {
            snapshot.extras.put_into(&mut tree);
            seal(lay_out(&tree, plain.len()))
        }
        Err(_) => seal(plain),
    }
}

/// Writes a value in the layout of the file.
pub(super) fn lay_out<T: Serialize>(value: &T, capacity: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(capacity);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Lines::default());
    // A vector takes every byte and every key is a text, so nothing can fail; a cut file would not read back.
    let _ = value.serialize(&mut serializer);
    out
}

/// Writes the file, reads it back and compares: only what was read again is offered as a copy.
pub fn write_verified(snapshot: &Snapshot) -> Result<Vec<u8>, Unreadable> {
    let bytes = write(snapshot);
    let is_same = match read(&bytes) {
        Ok(opened) => opened.snapshot == *snapshot,
        // The plan itself holds a link to nothing: the file is as whole as the plan.
        Err(Unreadable::Dangling(opened)) => opened.snapshot == *snapshot,
        Err(error) => return Err(error),
    };
    if is_same { Ok(bytes) } else { Err(Unreadable::NotWhatWasWritten) }
}
