//! Writing a snapshot: one pass over the records into one buffer.

use super::digest::seal;
use super::envelope::Snapshot;
use super::read::read;
use super::tree::Tree;
use super::unreadable::Unreadable;
use crate::json;

/// Bytes a record takes, about; the buffer begins with room for all.
const RECORD: usize = 200;

/// Writes the file.
#[must_use]
pub fn write(snapshot: &Snapshot) -> Vec<u8> {
    let records: usize = crate::domain::RecordKind::ALL
        .iter()
        .map(|kind| usize::try_from(snapshot.count(*kind)).unwrap_or_default())
        .sum();
    let plain = json::lines(snapshot, records * RECORD + 4096);
    if snapshot.extras.is_empty() {
        return seal(plain);
    }
    match std::str::from_utf8(&plain).map(json::read::<Tree>) {
        Ok(Ok(mut tree)) => {
            snapshot.extras.put_into(&mut tree);
            seal(json::lines(&tree, plain.len()))
        }
        _ => seal(plain),
    }
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
