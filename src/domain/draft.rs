//! A school with changes not yet made: commands write here, rules read here, and then it is told as [`Changes`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::change::{Change, Changes};
use super::clause::ClauseId;
use super::link::{Hold, forget, links};
use super::record::{Record, RecordKey, RecordKind, Row, School};
use super::refusal::{Reason, Refusal};
use crate::clause;

/// The school as it would be. Costs what is written to it, not what the school holds.
#[derive(Debug)]
pub struct Draft<'a> {
    school: &'a School,
    written: BTreeMap<RecordKey, Option<Record>>,
    /// What was written only to forget a record that goes: nobody decided on it, so no rule asks about it.
    forgetful: BTreeSet<RecordKey>,
}

impl<'a> Draft<'a> {
    /// Begins with the school as it is.
    #[must_use]
    pub fn new(school: &'a School) -> Self {
        Self { school, written: BTreeMap::new(), forgetful: BTreeSet::new() }
    }

    /// The school before.
    pub fn before(&self) -> &'a School {
        self.school
    }

    /// Creates or replaces a record.
    pub fn put(&mut self, record: Record) {
        self.forgetful.remove(&record.key());
        self.written.insert(record.key(), Some(record));
    }

    /// Creates or replaces a row.
    pub fn save<T: Row>(&mut self, row: T) {
        self.put(Record::new(row));
    }

    /// Removes a record together with its parts; other records forget it.
    pub fn remove(&mut self, key: RecordKey) {
        let mut going = vec![key];
        while let Some(gone) = going.pop() {
            if matches!(self.written.get(&gone), Some(None)) {
                continue;
            }
            self.written.insert(gone, None);
            let held: Vec<(Record, Hold)> = self
                .records()
                .filter_map(|record| {
                    let mut hold = None;
                    links(&record, &mut |to, how| {
                        if to == gone && hold != Some(Hold::Part) {
                            hold = Some(how);
                        }
                    });
                    hold.map(|hold| (record, hold))
                })
                .collect();
            for (record, hold) in held {
                match hold {
                    Hold::Part => going.push(record.key()),
                    Hold::Mention => {
                        let key = record.key();
                        if !self.written.contains_key(&key) {
                            self.forgetful.insert(key);
                        }
                        self.written.insert(key, Some(forget(&record, gone)));
                    }
                }
            }
        }
    }

    /// Takes a record out alone; for targets that are whole in themselves.
    pub(super) fn drop_record(&mut self, key: RecordKey) {
        self.written.insert(key, None);
    }

    /// The row as it would be.
    pub fn get<T: Row>(&self, id: T::Id) -> Option<&T> {
        match self.written.get(&RecordKey::to::<T>(id)) {
            Some(written) => written.as_ref().and_then(T::of).map(Arc::as_ref),
            None => T::table(self.school).get(&id).map(Arc::as_ref),
        }
    }

    /// A copy of the row as it would be, or the refusal that it is gone.
    pub fn row<T: Row>(&self, id: T::Id, clause: ClauseId) -> Result<T, Refusal> {
        self.get::<T>(id).cloned().ok_or_else(|| Refusal::new(clause, Reason::MissingRecord { kind: T::KIND }))
    }

    /// Whether the record would be there.
    pub fn has(&self, key: RecordKey) -> bool {
        self.written.get(&key).map_or_else(|| self.school.record(key).is_some(), Option::is_some)
    }

    /// All rows of a type as they would be.
    pub fn rows<T: Row>(&self) -> impl Iterator<Item = &T> {
        let untouched = T::table(self.school)
            .iter()
            .filter(|(id, _)| self.written.is_empty() || !self.written.contains_key(&RecordKey::to::<T>(**id)))
            .map(|(_, row)| row.as_ref());
        untouched.chain(self.written.values().filter_map(|record| row_of(record.as_ref())))
    }

    /// The rows of a type that somebody wrote; without those that only forget a record that goes.
    pub fn written_rows<T: Row>(&self) -> impl Iterator<Item = &T> {
        self.written
            .iter()
            .filter(|(key, _)| !self.forgetful.contains(key))
            .filter_map(|(_, record)| row_of(record.as_ref()))
    }

    /// The rows of a type that would go, as they were.
    pub fn removed_rows<T: Row>(&self) -> impl Iterator<Item = &T> {
        let removed = self.written.iter().filter(|(key, record)| key.kind == T::KIND && record.is_none());
        removed.filter_map(|(key, _)| T::table(self.school).get(&key.id.into())).map(Arc::as_ref)
    }

    /// Whether a record of the kind is written.
    pub fn touches(&self, kind: RecordKind) -> bool {
        self.written.keys().any(|key| key.kind == kind)
    }

    fn records(&self) -> impl Iterator<Item = Record> + '_ {
        let untouched = self.school.records().filter(|record| !self.written.contains_key(&record.key()));
        untouched.chain(self.written.values().flatten().cloned())
    }

    /// Checks that every written record points to records that would be there, and tells the changes.
    pub fn finish(self) -> Result<Changes, Refusal> {
        for record in self.written.values().flatten() {
            let mut dangling = None;
            links(record, &mut |to, _| {
                if dangling.is_none() && !self.has(to) {
                    dangling = Some(to);
                }
            });
            if let Some(to) = dangling {
                return Err(Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: to.kind }));
            }
        }
        let mut changes = Vec::with_capacity(self.written.len());
        for (key, after) in self.written {
            let before = self.school.record(key);
            let is_same = match (&before, &after) {
                (None, None) => true,
                (Some(before), Some(after)) => before.is_same(after),
                _ => false,
            };
            if !is_same {
                changes.extend(Change::new(before, after));
            }
        }
        Ok(changes.into_iter().collect())
    }
}

/// The row in what was written, where it is of the type and stays.
fn row_of<T: Row>(written: Option<&Record>) -> Option<&T> {
    written.and_then(T::of).map(Arc::as_ref)
}
