//! Every change, who made it, when, old and new, under which clause.

use crate::order;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::change::{Change, Changes};
use super::clause::ClauseId;
use super::command::Author;
use super::id::EntryId;
use super::label::Label;
use super::record::{Record, RecordKey, School};

/// One act: what storage appends and other tabs receive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Identity.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    #[serde(default)]
    pub author: Author,
    /// Whether it is an act of its own, or takes one back.
    #[serde(default, skip_serializing_if = "Step::is_act")]
    pub step: Step,
    /// What it is called.
    pub label: Label,
    /// The clause it rests on.
    pub clause: ClauseId,
    /// What it took over from another plan; nothing where it is an act of this plan alone.
    #[serde(default, skip_serializing_if = "Joined::is_empty")]
    pub joined: Joined,
    /// What changed.
    pub changes: Changes,
}

/// What an entry took over from another plan. From it a later merge knows what both plans hold already, so that nothing
/// is asked twice and nothing that was removed comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Joined {
    /// The entries the other plan stood on and this one did not, ascending.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
    /// The records a person decided on: what became of them is news to every other plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<RecordKey>,
}

impl Joined {
    /// Whether nothing was taken over.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.decided.is_empty()
    }
}

/// What an entry is in the history of undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Step {
    /// An act of its own.
    #[default]
    Act,
    /// Takes an entry back.
    Undo(EntryId),
    /// Does again what was taken back.
    Redo(EntryId),
}

impl Step {
    fn is_act(&self) -> bool {
        *self == Self::Act
    }
}

/// The history of a plan, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    entries: Vec<Entry>,
    trimmed: u64,
}

/// Most entries kept in place; older ones live in exported snapshots (SPEC section 11, consequence 3).
pub const KEPT_ENTRIES: usize = 2_000;

impl Journal {
    /// The entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many older entries were dropped.
    pub fn trimmed(&self) -> u64 {
        self.trimmed
    }

    /// The entry with this identity.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.id == id)
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
        if self.entries.len() > KEPT_ENTRIES + KEPT_ENTRIES / 4 {
            let surplus = self.entries.len() - KEPT_ENTRIES;
            self.entries.drain(..surplus);
            self.trimmed += surplus as u64;
        }
    }

    /// The entries that undo would take back, newest last, and those that redo would do again, next last.
    pub(super) fn stacks(&self) -> (Vec<EntryId>, Vec<EntryId>) {
        let (mut done, mut undone): (Vec<EntryId>, Vec<EntryId>) = (Vec::new(), Vec::new());
        for entry in &self.entries {
            match entry.step {
                Step::Act => {
                    done.push(entry.id);
                    undone.clear();
                }
                Step::Undo(id) => {
                    done.retain(|other| *other != id);
                    undone.push(id);
                }
                Step::Redo(id) => {
                    undone.retain(|other| *other != id);
                    done.push(id);
                }
            }
        }
        (done, undone)
    }
}

/// The journal as files keep it: each change with its `before` only.
///
/// What a record was after a change is its `before` in the next newer entry that touches it, or the record itself. So an
/// import of a whole school costs its keys, not a second copy of the school.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PackedJournal {
    /// How many older entries were dropped.
    #[serde(default)]
    pub trimmed: u64,
    /// The entries, oldest first.
    #[serde(default)]
    pub entries: Vec<PackedEntry>,
}

/// An entry as files keep it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PackedEntry {
    /// Identity.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    #[serde(default)]
    pub author: Author,
    /// Whether it is an act of its own, or takes one back.
    #[serde(default, skip_serializing_if = "Step::is_act")]
    pub step: Step,
    /// What it is called.
    pub label: Label,
    /// The clause it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// What it took over from another plan.
    #[serde(default, skip_serializing_if = "Joined::is_empty")]
    pub joined: Joined,
    /// The records it created.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub created: Vec<RecordKey>,
    /// The records it edited or removed, as they were before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Record>,
}

impl PackedJournal {
    /// Packs a journal.
    #[must_use]
    pub fn pack(journal: &Journal) -> Self {
        let entries = journal.entries.iter().map(|entry| {
            let mut created: Vec<RecordKey> =
                entry.changes.iter().filter(|change| change.before().is_none()).map(Change::key).collect();
            let mut before: Vec<Record> = entry.changes.iter().filter_map(|change| change.before().cloned()).collect();
            // Equal plans give equal files: a list read back is in the order of keys, so every list is.
            order::natural(&mut created);
            order::by_key(&mut before, Record::key);
            PackedEntry {
                id: entry.id,
                at: entry.at,
                author: entry.author.clone(),
                step: entry.step,
                label: entry.label.clone(),
                clause: entry.clause,
                joined: entry.joined.clone(),
                created,
                before,
            }
        });
        Self { trimmed: journal.trimmed, entries: entries.collect() }
    }

    /// Unpacks the journal of a school, from the newest entry back.
    ///
    /// An entry that does not fit the school (a file edited by hand) ends the history there: the entries before it are
    /// counted as trimmed, the records stay.
    #[must_use]
    pub fn unpack(self, school: &School) -> Journal {
        let mut later: BTreeMap<RecordKey, Option<Record>> = BTreeMap::new();
        let mut newest_first: Vec<Entry> = Vec::with_capacity(self.entries.len());
        let total = self.entries.len();
        for packed in self.entries.into_iter().rev() {
            let created = packed.created.into_iter().map(|key| (key, None));
            let edited = packed.before.into_iter().map(|record| (record.key(), Some(record)));
            let mut changes: Vec<Change> = Vec::new();
            let mut is_whole = true;
            for (key, before) in created.chain(edited) {
                let after = later.get(&key).cloned().unwrap_or_else(|| school.record(key));
                later.insert(key, before.clone());
                match Change::new(before, after) {
                    Ok(change) => changes.push(change),
                    Err(_) => is_whole = false,
                }
            }
            if !is_whole {
                break;
            }
            order::by_key(&mut changes, Change::key);
            newest_first.push(Entry {
                id: packed.id,
                at: packed.at,
                author: packed.author,
                step: packed.step,
                label: packed.label,
                clause: packed.clause,
                joined: packed.joined,
                changes: changes.into_iter().collect(),
            });
        }
        let lost = (total - newest_first.len()) as u64;
        newest_first.reverse();
        Journal { entries: newest_first, trimmed: self.trimmed + lost }
    }
}
