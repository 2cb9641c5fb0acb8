//! One copy: append lines, compact, wipe. Pure, over any [`Store`].
//!
//! A line is one key, so an edit costs what it weighs. The head is not touched by an append: it is compared. What was
//! written is read back before it counts.

use super::key;
use super::place::{Batch, PlaceError, Store};
use super::quarantine;
use super::record::{Head, HeadText, Record, Slot, Unreadable, wiped};
use super::scan::Tip;

/// What a writer knows of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The head as this writer wrote it.
    pub head: Head,
    /// The last line this copy holds.
    pub tip: Tip,
}

/// Tells why a copy did not take a write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Somebody else wrote: the stored revision is not the one this writer has seen.
    #[error("revision {seen} was seen, revision {stored:?} is stored")]
    Outrun {
        /// The revision this writer knows.
        seen: u64,
        /// The revision that is stored; `None` where the plan is gone.
        stored: Option<u64>,
    },
    /// A later version of the application wrote here.
    #[error("format {0} is newer than this version")]
    Newer(u32),
    /// The place failed.
    #[error(transparent)]
    Place(#[from] PlaceError),
}

/// Appends `lines`, each of which follows the one before, after the cursor. Moves the cursor past every line stored.
pub async fn append(store: &impl Store, cursor: &mut Cursor, lines: &[Record]) -> Result<(), Refused> {
    let mut healed = 0;
    let mut lines = lines.iter().filter(|line| line.header().revision > cursor.tip.revision).collect::<Vec<_>>();
    while !lines.is_empty() {
        let batch = lines.iter().fold(
            Batch::new().expect(key::HEAD, Some(&cursor.head.text())).expect(next_key(cursor), None),
            |batch, line| batch.put(key::line(line.header().revision), line.text()),
        );
        match store.write(&batch).await {
            Ok(()) => {}
            // At most the head and each line can have been half written by ourselves.
            Err(PlaceError::Changed) if healed <= lines.len() + 1 => {
                healed += 1;
                if let Some(stored) = heal(store, cursor, &lines).await? {
                    cursor.tip = stored;
                    lines.retain(|line| line.header().revision > stored.revision);
                }
                continue;
            }
            Err(error) => return Err(error.into()),
        }
        for line in &lines {
            match read_back(store, &[&cursor.head.text()], &key::line(line.header().revision), &line.text()).await {
                Err(PlaceError::Changed) => return Err(outrun(store, cursor).await),
                result => result?,
            }
            cursor.tip = tip(line);
        }
        lines.clear();
    }
    Ok(())
}

fn next_key(cursor: &Cursor) -> String {
    key::line(cursor.tip.revision.saturating_add(1))
}

/// The end of a chain that ends with `line`.
pub fn tip(line: &Record) -> Tip {
    let header = line.header();
    Tip { epoch: header.epoch, revision: header.revision, seal: line.tip() }
}

/// Finds out why an expectation failed. Our own half-written texts are put aside and replaced; our own line that was
/// stored in spite of an error is found again; anything else is somebody else's.
async fn heal(store: &impl Store, cursor: &Cursor, lines: &[&Record]) -> Result<Option<Tip>, Refused> {
    let ours = cursor.head.text();
    let head = store.get(key::HEAD).await?;
    if head.as_deref() != Some(&ours) {
        let Some(text) = head else { return Err(Refused::Outrun { seen: cursor.tip.revision, stored: None }) };
        match HeadText::parse(&text) {
            Ok(HeadText::Head(_)) => return Err(outrun(store, cursor).await),
            Ok(HeadText::Wiped(_)) => return Err(Refused::Outrun { seen: cursor.tip.revision, stored: None }),
            Err(Unreadable::Newer(format)) => return Err(Refused::Newer(format)),
            Err(_) => {
                quarantine::keep(store, store, key::HEAD, &text).await?;
                store.write(&Batch::new().expect(key::HEAD, Some(&text)).put(key::HEAD, &ours)).await?;
                read_back(store, &[&ours, &text], key::HEAD, &ours).await?;
                return Ok(None);
            }
        }
    }
    let key = next_key(cursor);
    let Some(text) = store.get(&key).await? else { return Ok(None) };
    if let Some(line) = lines.first().filter(|line| line.text() == text) {
        return Ok(Some(tip(line)));
    }
    if Record::parse(&text).is_ok_and(|record| record.bytes().is_ok()) {
        return Err(outrun(store, cursor).await);
    }
    quarantine::keep(store, store, &key, &text).await?;
    store.write(&Batch::new().expect(&key, Some(&text)).remove(&key)).await?;
    Ok(None)
}

/// Says how far the copy is, now that it is not where this writer left it.
pub(super) async fn outrun(store: &impl Store, cursor: &Cursor) -> Refused {
    let seen = cursor.tip.revision;
    let head = store.get(key::HEAD).await.ok().flatten();
    let base = head.and_then(|text| match HeadText::parse(&text) {
        Ok(HeadText::Head(head)) => Some(head.revision),
        _ => None,
    });
    let keys = store.keys().await.unwrap_or_default();
    let last = keys.iter().filter_map(|key| key::revision(key)).max();
    Refused::Outrun { seen, stored: base.max(last) }
}

/// Reads `key` and compares: a place that lies is found out before anybody is told that something is saved.
///
/// Where it differs, a sound head beside `heads`, the ones this writer knows, tells that somebody else wrote meanwhile
/// ([`PlaceError::Changed`]); else the text is [`PlaceError::Lost`].
pub async fn read_back(store: &impl Store, heads: &[&str], key: &str, text: &str) -> Result<(), PlaceError> {
    if store.get(key).await?.as_deref() == Some(text) {
        return Ok(());
    }
    let head = store.get(key::HEAD).await?.unwrap_or_default();
    let is_foreign = !heads.contains(&head.as_str()) && HeadText::parse(&head).is_ok();
    Err(if is_foreign { PlaceError::Changed } else { PlaceError::Lost })
}

/// Makes `base`, the state of a revision this copy holds, its new base: writes the inactive slot, reads it back, flips
/// the head, then removes what the base covers. Lines after it stay.
pub async fn compact(store: &impl Store, cursor: &mut Cursor, base: &Record, at: u64) -> Result<(), Refused> {
    let slot = cursor.head.slot.other();
    let ours = cursor.head.text();
    let text = base.text();
    let write = Batch::new().expect(key::HEAD, Some(&ours)).put(key::base(slot), &text);
    if store.write(&write).await == Err(PlaceError::Changed) {
        heal(store, cursor, &[]).await?;
        store.write(&write).await?;
    }
    read_back(store, &[&ours], key::base(slot), &text).await?;

    let head = Head { revision: base.header().revision, slot, base: base.seal(), at, ..cursor.head.clone() };
    let flipped = head.text();
    store.write(&Batch::new().expect(key::HEAD, Some(&ours)).put(key::HEAD, &flipped)).await?;
    read_back(store, &[&ours, &flipped], key::HEAD, &flipped).await?;
    cursor.head = head;

    // From here the new base is in force: what stays behind in case of a failure is harmless and goes next time.
    if let Ok(keys) = store.keys().await {
        let covered = keys.iter().filter(|key| key::revision(key).is_some_and(|line| line <= cursor.head.revision));
        let remove = Batch::new().expect(key::HEAD, Some(&flipped)).remove(key::base(slot.other()));
        let _ = store.write(&covered.fold(remove, Batch::remove)).await;
    }
    Ok(())
}

/// First step of a wipe: marks the plan as deleted, so that a wipe cut short is finished and never undone.
pub async fn mark_wiped(store: &impl Store, head: &Head) -> Result<(), PlaceError> {
    let mark = wiped(&head.plan, head.epoch);
    store.write(&Batch::new().put(key::HEAD, &mark)).await?;
    read_back(store, &[], key::HEAD, &mark).await
}

/// Second step of a wipe: removes everything of the plan and the quarantine. The bases go first, so that no older
/// revision opens half way; the head, which bears the mark, last, and only when the rest is seen to be gone.
pub async fn clear(store: &impl Store) -> Result<(), PlaceError> {
    let is_base = |key: &str| Slot::BOTH.iter().any(|slot| key == key::base(*slot));
    let is_ours = |key: &str| [key::PLAN, key::QUARANTINE, key::DESK].iter().any(|ours| key.starts_with(ours));
    remove_all(store, is_base).await?;
    remove_all(store, |key| is_ours(key) && key != key::HEAD).await?;
    remove_all(store, is_ours).await
}

async fn remove_all(store: &impl Store, goes: impl Fn(&str) -> bool) -> Result<(), PlaceError> {
    let keys = store.keys().await?;
    let batch = keys.iter().filter(|key| goes(key)).fold(Batch::new(), Batch::remove);
    store.write(&batch).await?;
    if store.keys().await?.iter().any(|key| goes(key)) { Err(PlaceError::Lost) } else { Ok(()) }
}

/// Removes everything of the plan, but not the quarantine, from a copy that the other one replaces.
pub async fn empty(store: &impl Store) -> Result<(), PlaceError> {
    let keys = store.keys().await?;
    let plan = keys.iter().filter(|key| key.starts_with(key::PLAN));
    store.write(&plan.fold(Batch::new(), Batch::remove)).await
}
