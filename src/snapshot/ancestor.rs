//! The common ancestor of two plans, rebuilt from their journals.
//!
//! A plan *knows* an entry that stands in its journal, or that an entry of it took over from another plan
//! ([`crate::domain::Joined`]) and nobody took that back. The ancestor of a record is its newest state that both plans
//! know; so plans may have been merged before, in any direction and by way of a third, and what was settled then is not
//! asked again, nor does it come back once removed.

mod history;

use std::collections::BTreeSet;

use history::{History, State};

use super::difference::Difference;
use super::lineage::Lineage;
use super::merge::field;
use crate::domain::{Change, Changes, EntryId, Journal, Record, RecordKey, School, Workspace};

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
    let (a_states, b_states) = (a.known_to(&b), b.known_to(&a));
    if !a.is_related(&b) && !a_states.stands_on_export && !b_states.stands_on_export {
        let is_of_one_plan = mine.lineage.plan == theirs.lineage.plan || mine.lineage.shares_export(theirs.lineage);
        return if is_of_one_plan && (a.is_cut() || b.is_cut()) {
            Ancestor::Trimmed { mine: a.dropped(), theirs: b.dropped() }
        } else {
            Ancestor::None
        };
    }
    let (a_reaches, b_reaches) = (a_states.reaches || !a.is_cut(), b_states.reaches || !b.is_cut());
    // A file whose history was left out tells nothing of its own, but may be known by the export it was made of.
    let is_bare = |history: &History, of_other: bool| history.is_empty() && of_other;
    let a_counts = !is_bare(&a, b_states.stands_on_export);
    let b_counts = !is_bare(&b, a_states.stands_on_export);
    if (a_counts && !a_reaches) || (b_counts && !b_reaches) {
        return Ancestor::Trimmed { mine: a.dropped(), theirs: b.dropped() };
    }
    let mut keys: BTreeSet<RecordKey> = a_states.unknown.keys().chain(b_states.unknown.keys()).copied().collect();
    let difference = Difference::between(mine.workspace.school(), theirs.workspace.school());
    keys.extend(difference.records.iter().map(super::RecordDifference::key));
    let mut school = mine.workspace.school().clone();
    let changes: Changes = keys
        .into_iter()
        .filter_map(|key| {
            let (ours, other) = (a_states.state(&a, key), b_states.state(&b, key));
            let base = match (a_counts, b_counts) {
                (true, false) => ours.record,
                (false, true) => other.record,
                _ => newest(&a, &b, key, ours, other),
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
        mine: a_states.unknown_entries,
        theirs: b_states.unknown_entries,
        news: a.news_of(&b),
    }))
}

/// The entries that one journal knows and the other does not.
pub(super) fn unknown_to(mine: &Journal, theirs: &Journal) -> Vec<EntryId> {
    History::of_journal(mine).news_of(&History::of_journal(theirs))
}

/// The newer of two states of a record that both plans know; of two that know nothing of each other, what they make
/// together.
fn newest(a: &History, b: &History, key: RecordKey, ours: State, other: State) -> Option<Record> {
    let is_same = match (&ours.record, &other.record) {
        (None, None) => true,
        (Some(x), Some(y)) => x.is_same(y),
        _ => false,
    };
    if is_same {
        return ours.record;
    }
    match (b.knew(other.at, a, key, ours.at), a.knew(ours.at, b, key, other.at)) {
        (true, false) => other.record,
        (false, true) => ours.record,
        // Both plans merged the other at the same time. Where their acts met, only the state before counts.
        _ => field::join(a.shared_state(b, key), ours.record, other.record),
    }
}
