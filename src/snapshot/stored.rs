//! The plan in the browser's storage: a base, which is a snapshot that is no export, and lines appended to it.

use super::digest::sha256;
use super::lineage::Lineage;
use super::slices::{Reading, Writing};
use super::unreadable::Unreadable;
use crate::domain::{Entry, EntryId, Workspace};
use crate::json;

/// Writes the stored base: the same form as an exported file, so that a rescued base opens as one.
#[must_use]
pub fn base(workspace: &Workspace, lineage: &Lineage) -> Vec<u8> {
    let mut writing = Writing::new(workspace, lineage);
    loop {
        if let Some(bytes) = writing.step() {
            return bytes;
        }
    }
}

/// Opens a stored base (see [`Reading`]).
pub fn open_base(bytes: &[u8]) -> Result<(Workspace, Lineage), Unreadable> {
    let mut reading = Reading::new(bytes.to_vec());
    loop {
        if let Some(opened) = reading.step() {
            return opened;
        }
    }
}

const SEAL: &[u8] = b",\"sha256\":\"";
const SEAL_END: &[u8] = b"\"}";
const HEX: usize = 64;

/// Writes an entry as one line of JSON without its line end; its last field is the SHA-256 of the object without it.
#[must_use]
pub fn entry_line(entry: &Entry) -> Vec<u8> {
    let mut line = json::text(entry).into_bytes();
    let digest = sha256(&line);
    line.pop();
    line.extend_from_slice(SEAL);
    line.extend_from_slice(digest.as_bytes());
    line.extend_from_slice(SEAL_END);
    line
}

/// The acts after the one that was the last at a revision, as sealed lines; none where the journal does not go on from it.
#[must_use]
pub fn lines_since(workspace: &Workspace, revision: u64, last: EntryId) -> Option<Vec<u8>> {
    let entries = workspace.journal().entries();
    let at = entries.iter().rposition(|entry| entry.id == last)?;
    let since = entries.get(at + 1..)?;
    // A plan that was replaced by another state of itself may have the same act in its past.
    if revision.checked_add(since.len() as u64) != Some(workspace.revision()) {
        return None;
    }
    Some(since.iter().flat_map(|entry| [entry_line(entry), vec![b'\n']]).flatten().collect())
}

/// Carries sealed lines out on a plan; false where one is damaged or does not fit, and the plan may be half-way then.
#[must_use]
pub fn follow_lines(workspace: &mut Workspace, lines: &[u8]) -> bool {
    lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .all(|line| read_entry(line).is_ok_and(|entry| workspace.follow(entry).is_ok()))
}

/// Reads an appended line; a line end after it is allowed.
pub fn read_entry(line: &[u8]) -> Result<Entry, Unreadable> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let torn = || Unreadable::CutOff { line: 1, column: line.len() };
    let rest = line.strip_suffix(SEAL_END).ok_or_else(torn)?;
    let (rest, hex) = rest.len().checked_sub(HEX).and_then(|at| rest.split_at_checked(at)).ok_or_else(torn)?;
    let mut covered = rest.strip_suffix(SEAL).ok_or_else(torn)?.to_vec();
    covered.push(b'}');
    if sha256(&covered).as_bytes() != hex {
        return Err(Unreadable::NotJson { line: 1, column: 1 });
    }
    let text = String::from_utf8(covered).map_err(|_| Unreadable::NotJson { line: 1, column: 1 })?;
    json::read(&text).map_err(|error| super::read::unreadable(&text, &error))
}
