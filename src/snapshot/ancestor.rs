//! The common ancestor of two plans, rebuilt from their journals.
//!
//! A plan *knows* an entry that stands in its journal, or that an entry of it took over from another plan
//! ([`crate::domain::Joined`]) and nobody took that back. The ancestor of a record is its newest state that both plans
//! know; so plans may have been merged before, in any direction and by way of a third, and what was settled then is not
//! asked again, nor does it come back once removed.

mod history;

use std::collections::BTreeSet;

use history::{History, Known, State};

use super::difference::Difference;
use super::lineage::Lineage;
use super::merge::field;
use crate::domain::{Change, Changes, EntryId, Journal, Record, RecordKey, School, Workspace};
use crate::order;

/// A plan to be merged: the open one, or one from a file.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The school with its history.
    pub workspace: &'a Workspace,
    /// Its descent.
    pub lineage: &'a Lineage,
}

/// What both plans went on from.
#[derive(Debug, Clone, PartialEq)]
pub enum Ancestor {
    /// It could be rebuilt.
    Found(Box<Common>),
    /// There was one, but the history that is left does not reach back to it.
    Trimmed {
        /// How many entries the open plan has dropped.
        mine: u64,
        /// How many the other plan has dropped.
        theirs: u64,
    },
    /// The plans were begun apart, or nothing tells of a common beginning.
    None,
}

/// The state both plans went on from.
#[derive(Debug, Clone, PartialEq)]
pub struct Common {
    /// The school as it was: each record in the newest state that both plans know.
    pub school: School,
    /// How many entries the open plan has made since.
    pub mine: usize,
    /// How many the other plan has made since.
    pub theirs: usize,
    /// The entries that the other plan knows and the open one does not, ascending.
    pub news: Vec<EntryId>,
}

/// Finds and rebuilds the common ancestor. Cost: both journals once, and the records that differ.
#[must_use]
pub fn ancestor(mine: Side, theirs: Side) -> Ancestor {
    let (a, b) = (History::of(mine), History::of(theirs));
    // What the other plan knows of each.
    let (a_known, b_known) = (Known::of(&a, &b), Known::of(&b, &a));
    if !a.is_related(&b) && !a_known.stands_on_export && !b_known.stands_on_export {
        let is_of_one_plan = mine.lineage.plan == theirs.lineage.plan || mine.lineage.shares_export(theirs.lineage);
        return if is_of_one_plan && (a.is_cut() || b.is_cut()) {
            Ancestor::Trimmed { mine: a.dropped(), theirs: b.dropped() }
        } else {
            Ancestor::None
        };
    }
    let (a_reaches, b_reaches) = (a_known.reaches() || !a.is_cut(), b_known.reaches() || !b.is_cut());
    // A file whose history was left out tells nothing of its own, but may be known by the export it was made of.
    let is_bare = |history: &History, of_other: bool| history.is_empty() && of_other;
    let a_counts = !is_bare(&a, b_known.stands_on_export);
    let b_counts = !is_bare(&b, a_known.stands_on_export);
    if (a_counts && !a_reaches) || (b_counts && !b_reaches) {
        return Ancestor::Trimmed { mine: a.dropped(), theirs: b.dropped() };
    }
    let mut keys: BTreeSet<RecordKey> = order::set(a_known.unknown_records().chain(b_known.unknown_records()));
    let difference = Difference::between(mine.workspace.school(), theirs.workspace.school());
    keys.extend(difference.records.iter().map(super::RecordDifference::key));
    let mut school = mine.workspace.school().clone();
    let changes: Changes = keys
        .into_iter()
        .filter_map(|key| {
            let (ours, other) = (a_known.state(key), b_known.state(key));
            let base = match (a_counts, b_counts) {
                (true, false) => ours.record,
                (false, true) => other.record,
                _ => newest(&a_known, &b_known, key, ours, other),
            };
            let now = school.record(key);
            let is_same = matches!((&now, &base), (Some(now), Some(base)) if now.is_same(base));
            if is_same { None } else { Change::new(now, base).ok() }
        })
        .collect();
    // Every change begins with the record as it is, so nothing can be stale.
    let _ = school.apply(&changes);
    Ancestor::Found(Box::new(Common {
        school,
        mine: a_known.unknown_entries(),
        theirs: b_known.unknown_entries(),
        news: a.news_of(&b),
    }))
}

/// The entries that one journal knows and the other does not.
pub(super) fn unknown_to(mine: &Journal, theirs: &Journal) -> Vec<EntryId> {
    History::of_journal(mine).news_of(&History::of_journal(theirs))
}

/// The newer of two states of a record that both plans know; of two that know nothing of each other, what they make
/// together.
fn newest(a: &Known, b: &Known, key: RecordKey, ours: State, other: State) -> Option<Record> {
    let is_same = match (&ours.record, &other.record) {
        (None, None) => true,
        (Some(x), Some(y)) => x.is_same(y),
        _ => false,
    };
    if is_same {
        return ours.record;
    }
    let (a_knew, b_knew) = (a.knew(other.at, key, ours.at), b.knew(ours.at, key, other.at));
    // An act that was taken over together with its undoing leaves no trace but the merge that brought both: who knew of
    // the merges too is the newer.
    let by_merges = (a_knew && a.knew_merges(other.at, ours.at), b_knew && b.knew_merges(ours.at, other.at));
    match by_merges {
        (true, false) => return other.record,
        (false, true) => return ours.record,
        _ => {}
    }
    // Both plans know every state that is found here. So a record that is there in one was seen by both: who has no
    // trace of it took over its creation and its removal at once.
    if a.is_silent(key, &ours) {
        return other.record;
    }
    if b.is_silent(key, &other) {
        return ours.record;
    }
    match (a_knew, b_knew) {
        (true, false) => other.record,
        (false, true) => ours.record,
        // Both plans merged the other at the same time. Where their acts met, only the state before counts.
        _ => shared(a, b, key, ours, other),
    }
}

fn shared(a: &Known, b: &Known, key: RecordKey, ours: State, other: State) -> Option<Record> {
    field::join(a.shared_state(key).or_else(|| b.shared_state(key)), ours.record, other.record)
}
