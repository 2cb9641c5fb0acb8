//! A journal read as knowledge: which entries a plan knows, since when, and what each record was before the others' part.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use crate::domain::{Entry, EntryId, Journal, Record, RecordKey, School, Step};

/// A plan's journal with what follows from it.
pub struct History<'a> {
    side: Option<Side<'a>>,
    entries: &'a [Entry],
    trimmed: u64,
    /// Entry to the place in this journal from which on the plan knows it.
    known: BTreeMap<EntryId, usize>,
    /// Own entries to their places.
    own: BTreeMap<EntryId, usize>,
    /// Entries that took over another plan, and were not taken back.
    joins: BTreeSet<usize>,
    /// Record to the places of the entries that changed it.
    touches: BTreeMap<RecordKey, Vec<usize>>,
}

/// What another plan knows of a history.
pub struct States {
    /// Record to the place and the record before the first entry that the other plan does not know.
    pub unknown: BTreeMap<RecordKey, State>,
    /// Whether the other plan knows the oldest entry that is kept.
    pub reaches: bool,
    /// Whether the other plan is known to stand on an export of this one, though its own history is left out.
    pub stands_on_export: bool,
    /// How many entries the other plan does not know.
    pub unknown_entries: usize,
}

/// A record as it was before the entry at a place.
#[derive(Clone)]
pub struct State {
    /// The place; the length of the journal for today's state.
    pub at: usize,
    /// The record, where it was there.
    pub record: Option<Record>,
}

/// What the other plan knows of an entry.
enum Known<'a> {
    /// What it did to every record but those.
    Except(&'a [RecordKey]),
    Nothing,
}

impl<'a> History<'a> {
    /// Reads a plan.
    pub fn of(side: Side<'a>) -> Self {
        Self { side: Some(side), ..Self::of_journal(side.workspace.journal()) }
    }

    /// Reads a journal alone.
    pub fn of_journal(journal: &'a Journal) -> Self {
        let entries = journal.entries();
        let own: BTreeMap<EntryId, usize> = entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        let mut done = BTreeSet::new();
        for entry in entries {
            match entry.step {
                Step::Act => done.insert(entry.id),
                Step::Undo(id) => done.remove(&id),
                Step::Redo(id) => done.insert(id),
            };
        }
        let mut known = own.clone();
        let mut joins = BTreeSet::new();
        let mut touches: BTreeMap<RecordKey, Vec<usize>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            if !entry.joined.is_empty() && done.contains(&entry.id) {
                joins.insert(at);
                for id in &entry.joined.entries {
                    known.entry(*id).or_insert(at);
                }
            }
            for change in &entry.changes {
                touches.entry(change.key()).or_default().push(at);
            }
        }
        Self { side: None, entries, trimmed: journal.trimmed(), known, own, joins, touches }
    }

    /// Whether no history is kept.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many entries were dropped.
    pub fn dropped(&self) -> u64 {
        let seen = self.side.map_or(0, |side| side.workspace.revision());
        self.trimmed.max(seen.saturating_sub(self.entries.len() as u64))
    }

    /// Whether entries were dropped.
    pub fn is_cut(&self) -> bool {
        self.dropped() > 0
    }

    /// Whether both know some entry.
    pub fn is_related(&self, other: &Self) -> bool {
        self.known.keys().any(|id| other.known.contains_key(id))
    }

    /// The entries that the other knows and this one does not, ascending.
    pub fn news_of(&self, other: &Self) -> Vec<EntryId> {
        let old = self.shared(other).map(|(_, theirs)| theirs);
        let is_older = |id: &EntryId| other.own.get(id).is_some_and(|at| old.is_some_and(|old| *at <= old));
        other.known.keys().filter(|id| !self.known.contains_key(id) && !is_older(id)).copied().collect()
    }

    /// The places of the newest entry that stands in both journals: up to it they are one.
    fn shared(&self, other: &Self) -> Option<(usize, usize)> {
        self.entries.iter().enumerate().rev().find_map(|(at, entry)| other.own.get(&entry.id).map(|there| (at, *there)))
    }

    /// Works out what the other plan knows of this history.
    pub fn known_to(&self, other: &Self) -> States {
        let shared = self.shared(other).map(|(at, _)| at);
        let exported = self.exported_to(other);
        let is_before = |at: usize, end: Option<usize>| end.is_some_and(|end| at <= end);
        let mut states = States {
            unknown: BTreeMap::new(),
            reaches: false,
            stands_on_export: exported.is_some(),
            unknown_entries: 0,
        };
        for (at, entry) in self.entries.iter().enumerate() {
            let is_known = is_before(at, shared) || is_before(at, exported) || other.known.contains_key(&entry.id);
            let known = if is_known { Known::Except(&[]) } else { self.known_by_parts(at, entry, other) };
            let but = match known {
                Known::Except(but) => but,
                Known::Nothing => {
                    states.unknown_entries += 1;
                    &[]
                }
            };
            let is_nothing = matches!(known, Known::Nothing);
            states.reaches |= at == 0 && !is_nothing;
            if is_nothing || !but.is_empty() {
                for change in entry.changes.iter().filter(|change| is_nothing || but.contains(&change.key())) {
                    states
                        .unknown
                        .entry(change.key())
                        .or_insert_with(|| State { at, record: change.before().cloned() });
                }
            }
        }
        states
    }

    /// A merge of what the other plan knows is known to it too, but for what a person decided.
    fn known_by_parts(&self, at: usize, entry: &'a Entry, other: &Self) -> Known<'a> {
        let knows_all = || entry.joined.entries.iter().all(|id| other.known.contains_key(id));
        if self.joins.contains(&at) && knows_all() { Known::Except(&entry.joined.decided) } else { Known::Nothing }
    }

    /// The place of the newest entry of this plan's last export, where the other plan stands on it and has no history.
    fn exported_to(&self, other: &Self) -> Option<usize> {
        let (ours, theirs) = (self.side?, other.side?);
        let last = ours.lineage.last.as_ref()?;
        if !other.is_empty() || !theirs.lineage.stands_on(last.stamp.id) {
            return None;
        }
        let since = usize::try_from(ours.workspace.revision().saturating_sub(last.revision)).ok()?;
        self.entries.len().checked_sub(since)?.checked_sub(1)
    }

    /// Whether this plan, before the entry at `at`, knew all that the other did to a record before `until`.
    pub fn knew(&self, at: usize, other: &Self, key: RecordKey, until: usize) -> bool {
        let shared = self.shared(other).map(|(_, theirs)| theirs);
        let touches = other.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        touches
            .iter()
            .filter(|place| **place < until && shared.is_none_or(|shared| **place > shared))
            .filter_map(|place| other.entries.get(*place).map(|entry| (*place, entry)))
            .all(|(place, entry)| {
                let knew = |id: &EntryId| self.known.get(id).is_some_and(|since| *since < at);
                let is_join = other.joins.contains(&place) && !entry.joined.entries.is_empty();
                knew(&entry.id) || (is_join && entry.joined.entries.iter().all(knew))
            })
    }

    /// A record as it was after the newest entry that stands in both journals.
    pub fn shared_state(&self, other: &Self, key: RecordKey) -> Option<Record> {
        let (shared, _) = self.shared(other)?;
        let places = self.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        match places.iter().find(|place| **place > shared) {
            Some(place) => {
                let entry = self.entries.get(*place)?;
                entry.changes.iter().find(|change| change.key() == key)?.before().cloned()
            }
            None => self.school()?.record(key),
        }
    }

    fn school(&self) -> Option<&'a School> {
        self.side.map(|side| side.workspace.school())
    }
}

impl States {
    /// The record in the newest state that the other plan knows.
    pub fn state(&self, history: &History, key: RecordKey) -> State {
        self.unknown.get(&key).cloned().unwrap_or_else(|| State {
            at: history.entries.len(),
            record: history.school().and_then(|school| school.record(key)),
        })
    }
}
