//! Brings a copy to the chosen history and makes this tab its writer. What is overwritten was put aside before.

use super::boot::History;
use super::key;
use super::place::{Batch, PlaceError, Store};
use super::protocol::{Cursor, Refused, append, read_back};
use super::quarantine;
use super::record::{Head, Slot, Token};
use super::scan::{Piece, Scan, Tip};

/// Who becomes the writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The tab.
    pub writer: Token,
    /// Its fencing number, higher than any seen.
    pub epoch: u64,
    /// Now, in milliseconds since 1970.
    pub at: u64,
}

/// Brings `store`, which held `scan` when it was read, to `history`; damage and strays go to `keeper` first.
///
/// Refuses with [`PlaceError::Changed`] where the copy is no longer what was read. At every step the copy, or the other
/// one from which the history comes, opens.
pub async fn mend(
    store: &impl Store,
    scan: &Scan,
    history: &History,
    claim: &Claim,
    keeper: &impl Store,
) -> Result<Cursor, Refused> {
    put_aside(store, scan, history, keeper).await?;
    match scan.own_tip() {
        Some(own) if history.seal_at(own.revision) == Some(own.seal) => extend(store, scan, history, claim, own).await,
        _ => Ok(rewrite(store, scan, history, claim).await?),
    }
}

/// Puts aside what `scan` holds beside `history`: damage and strays.
pub async fn put_aside(
    store: &impl Store,
    scan: &Scan,
    history: &History,
    keeper: &impl Store,
) -> Result<(), PlaceError> {
    for damaged in &scan.damaged {
        quarantine::keep(keeper, store, &damaged.key, &damaged.text).await?;
    }
    for stray in scan.pieces.iter().filter(|piece| history.is_stray(piece)) {
        quarantine::keep(keeper, store, &stray.key, &stray.record.text()).await?;
    }
    Ok(())
}

/// The copy is a sound beginning of the history: claims the head and appends what is missing.
async fn extend(
    store: &impl Store,
    scan: &Scan,
    history: &History,
    claim: &Claim,
    own: Tip,
) -> Result<Cursor, Refused> {
    let (Some(head), Some(seen)) = (scan.sound_head(), &scan.head_text) else { return Err(PlaceError::Changed.into()) };
    let head = Head { epoch: claim.epoch, writer: claim.writer.clone(), at: claim.at, ..head.clone() };
    let next = key::line(own.revision.saturating_add(1));
    let wrong = wrong_keys(scan, history);
    let next_text = if wrong.contains(&&next) { store.get(&next).await? } else { None };
    let text = head.text();
    let batch = Batch::new().expect(key::HEAD, Some(seen)).expect(next, next_text.as_deref());
    let batch = wrong.into_iter().filter(|key| *key != key::HEAD).fold(batch, Batch::remove);
    store.write(&batch.put(key::HEAD, &text)).await?;
    read_back(store, &[seen, &text], key::HEAD, &text).await?;
    let mut cursor = Cursor { head, tip: own };
    let lines: Vec<_> = history.records().cloned().collect();
    append(store, &mut cursor, &lines).await?;
    Ok(cursor)
}

/// The keys whose text was put aside.
fn wrong_keys<'a>(scan: &'a Scan, history: &History) -> Vec<&'a String> {
    let strays = scan.pieces.iter().filter(|piece| history.is_stray(piece)).map(|piece| &piece.key);
    scan.damaged.iter().map(|damaged| &damaged.key).chain(strays).collect()
}

/// Writes the whole history beside what the copy holds, then flips the head and removes the rest.
async fn rewrite(store: &impl Store, scan: &Scan, history: &History, claim: &Claim) -> Result<Cursor, PlaceError> {
    let base = &history.base().record;
    let slot = free_slot(scan, history.base());
    let seen = scan.head_text.as_deref();
    let mut wanted = vec![(key::base(slot).to_owned(), base)];
    wanted.extend(history.records().map(|line| (key::line(line.header().revision), line)));
    for (key, record) in &wanted {
        let is_there = scan.pieces.iter().any(|piece| piece.key == *key && piece.record == **record);
        if !is_there {
            let text = record.text();
            store.write(&Batch::new().expect(key::HEAD, seen).put(key, &text)).await?;
            read_back(store, &[seen.unwrap_or_default()], key, &text).await?;
        }
    }
    let head = Head {
        plan: history.plan().clone(),
        epoch: claim.epoch,
        revision: history.base().revision(),
        slot,
        base: base.seal(),
        writer: claim.writer.clone(),
        at: claim.at,
    };
    let text = head.text();
    store.write(&Batch::new().expect(key::HEAD, seen).put(key::HEAD, &text)).await?;
    read_back(store, &[seen.unwrap_or_default(), &text], key::HEAD, &text).await?;

    let is_wanted = |key: &String| key == key::HEAD || wanted.iter().any(|(wanted, _)| wanted == key);
    let rest = scan.plan_keys.iter().filter(|key| !is_wanted(key));
    store.write(&rest.fold(Batch::new().expect(key::HEAD, Some(&text)), Batch::remove)).await?;
    Ok(Cursor { head, tip: history.tip() })
}

/// Where the base goes: where it already is, else not over the base in force, else not over a sound one.
fn free_slot(scan: &Scan, base: &Piece) -> Slot {
    let stands_in = |slot: Slot| scan.pieces.iter().find(|piece| piece.key == key::base(slot));
    if let Some(slot) =
        Slot::BOTH.into_iter().find(|slot| stands_in(*slot).is_some_and(|piece| piece.record == base.record))
    {
        return slot;
    }
    match scan.sound_head() {
        Some(head) => head.slot.other(),
        None => Slot::BOTH.into_iter().find(|slot| stands_in(*slot).is_none()).unwrap_or(Slot::A),
    }
}
