//! A journal read as knowledge: which entries a plan knows, since when, and what each record was before the others' part.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use crate::domain::{Change, Entry, EntryId, Journal, Record, RecordKey, School, Step};
use crate::order;

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
    /// Record to the places of the entries that changed it, or where a person decided on it without changing it.
    touches: BTreeMap<RecordKey, Vec<(usize, Option<&'a Change>)>>,
}

/// A record as it was before the entry at a place.
#[derive(Clone)]
pub struct State {
    /// The place; the length of the journal for today's state.
    pub at: usize,
    /// The record, where it was there.
    pub record: Option<Record>,
}

impl<'a> History<'a> {
    /// Reads a plan.
    pub fn of(side: Side<'a>) -> Self {
        Self { side: Some(side), ..Self::of_journal(side.workspace.journal()) }
    }

    /// Reads a journal alone.
    pub fn of_journal(journal: &'a Journal) -> Self {
        let entries = journal.entries();
        let own: BTreeMap<EntryId, usize> = order::map(entries.iter().enumerate().map(|(at, entry)| (entry.id, at)));
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
        let mut touches: BTreeMap<RecordKey, Vec<(usize, Option<&Change>)>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for change in &entry.changes {
                touches.entry(change.key()).or_default().push((at, Some(change)));
            }
            if !entry.joined.is_empty() && done.contains(&entry.id) {
                joins.insert(at);
                for id in &entry.joined.entries {
                    known.entry(*id).or_insert(at);
                }
                for key in &entry.joined.decided {
                    let places = touches.entry(*key).or_default();
                    if places.last().is_none_or(|(last, _)| *last != at) {
                        places.push((at, None));
                    }
                }
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
        let shared = other.shared(self);
        let is_older = |id: &EntryId| other.own.get(id).is_some_and(|at| shared.is_some_and(|shared| *at <= shared));
        other.known.keys().filter(|id| !self.known.contains_key(id) && !is_older(id)).copied().collect()
    }

    /// The place of the newest entry that stands in the other journal too: up to it they are one.
    fn shared(&self, other: &Self) -> Option<usize> {
        self.entries.iter().rposition(|entry| other.own.contains_key(&entry.id))
    }

    /// A record as it was before the entry at a place.
    fn state_at(&self, key: RecordKey, at: usize) -> State {
        let places = self.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        let next = places.iter().filter(|(place, _)| *place >= at).find_map(|(_, change)| *change);
        let record = match next {
            Some(change) => change.before().cloned(),
            None => self.side.map(|side| side.workspace.school()).and_then(|school: &School| school.record(key)),
        };
        State { at, record }
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
}

/// What another plan knows of a history.
pub struct Known<'h, 'a> {
    history: &'h History<'a>,
    /// How long the other journal must be to know each entry by its identity; none where it never does.
    by_id: Vec<Option<usize>>,
    /// The same, where all that the entry took over will do.
    by_parts: Vec<Option<usize>>,
    /// The place of the first entry that took over something the other plan does not know.
    unknown_join: Option<usize>,
    /// Whether the other plan stands on an export of this one, while its own history is left out.
    pub stands_on_export: bool,
    /// The place of the newest entry in both journals.
    shared: Option<usize>,
}

impl<'h, 'a> Known<'h, 'a> {
    /// Works out what `other` knows of `history`.
    pub fn of(history: &'h History<'a>, other: &History) -> Self {
        let exported = history.exported_to(other);
        let shared = history.shared(other);
        let common = shared.max(exported);
        let need = |id: &EntryId| other.known.get(id).map(|at| at + 1);
        let (mut by_id, mut by_parts) = (Vec::new(), Vec::new());
        let mut unknown_join = None;
        for (at, entry) in history.entries.iter().enumerate() {
            let id = if common.is_some_and(|common| at <= common) { Some(0) } else { need(&entry.id) };
            let is_join = history.joins.contains(&at);
            let all = || entry.joined.entries.iter().try_fold(0, |most, id| Some(need(id)?.max(most)));
            // Whichever comes first: the entry itself, or all that it took over.
            let parts = id.into_iter().chain(if is_join { all() } else { None }).min();
            if is_join {
                unknown_join = unknown_join.or(if parts.is_none() { Some(at) } else { None });
            }
            by_id.push(id);
            by_parts.push(parts);
        }
        Self { history, by_id, by_parts, unknown_join, stands_on_export: exported.is_some(), shared }
    }

    /// Whether the other plan knows the oldest entry that is kept.
    pub fn reaches(&self) -> bool {
        self.by_parts.first().is_some_and(Option::is_some)
    }

    /// How many entries the other plan does not know.
    pub fn unknown_entries(&self) -> usize {
        self.by_parts.iter().filter(|need| need.is_none()).count()
    }

    /// The records that an entry touched which the other plan does not know.
    pub fn unknown_records(&self) -> impl Iterator<Item = RecordKey> {
        let is_news = |(key, places): &(&RecordKey, &Vec<(usize, _)>)| {
            places.iter().any(|(place, _)| self.need(**key, *place).is_none())
        };
        self.history.touches.iter().filter(is_news).map(|(key, _)| *key)
    }

    /// The record in the newest state that the other plan knows for certain: before the first entry that touched it, or
    /// may have without a trace, and that the other plan does not know.
    pub fn state(&self, key: RecordKey) -> State {
        let places = self.history.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        let first = places.iter().map(|(place, _)| *place).find(|place| self.need(key, *place).is_none());
        let ends = [first, self.unknown_join, Some(self.history.entries.len())];
        self.history.state_at(key, ends.into_iter().flatten().min().unwrap_or_default())
    }

    /// Whether the other plan, before its entry at `at`, knew all that was done to a record here before `until`.
    pub fn knew(&self, at: usize, key: RecordKey, until: usize) -> bool {
        let is_in_time = |need: Option<usize>| need.is_some_and(|need| need <= at);
        let places = self.history.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter(|(place, _)| *place < until).all(|(place, _)| is_in_time(self.need(key, *place)))
    }

    /// Whether the other plan, before its entry at `at`, knew all that was taken over here before `until`.
    pub fn knew_merges(&self, at: usize, until: usize) -> bool {
        let joins = self.history.joins.iter().filter(|place| **place < until);
        joins.map(|place| self.by_parts.get(*place).copied().flatten()).all(|need| need.is_some_and(|need| need <= at))
    }

    /// Whether the history before a place says nothing of a record.
    pub fn is_silent(&self, key: RecordKey, state: &State) -> bool {
        let places = self.history.touches.get(&key).map(Vec::as_slice).unwrap_or_default();
        state.record.is_none() && places.iter().all(|(place, _)| *place >= state.at)
    }

    /// A record as it was after the newest entry that stands in both journals; one that came later, as it was created.
    pub fn shared_state(&self, key: RecordKey) -> Option<Record> {
        let shared = self.shared.and_then(|shared| self.history.state_at(key, shared + 1).record);
        let created = || {
            let places = self.history.touches.get(&key)?;
            places.iter().find_map(|(_, change)| change.filter(|change| change.before().is_none())?.after().cloned())
        };
        shared.or_else(created)
    }

    /// How long the other journal must be to know what an entry did to a record. A merge of what it knows is known to
    /// it, but for what a person decided.
    fn need(&self, key: RecordKey, place: usize) -> Option<usize> {
        let is_decided =
            self.history.entries.get(place).is_some_and(|entry| entry.joined.decided.binary_search(&key).is_ok());
        let needs = if is_decided { &self.by_id } else { &self.by_parts };
        needs.get(place).copied().flatten()
    }
}
