//! The one currency: a change of a record, and lists of them.
//!
//! The same list is applied, undone, journalled, appended to storage, sent to other tabs, shown and merged.

use serde::{Deserialize, Serialize};

use super::record::{Record, RecordKey, School};

/// A record before and after. At least one side is there, and both are the same record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Sides", into = "Sides")]
pub struct Change {
    // INVARIANT: the key of both sides.
    key: RecordKey,
    before: Option<Record>,
    after: Option<Record>,
}

#[derive(Serialize, Deserialize)]
struct Sides {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Record>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Record>,
}

/// Tells that two sides make no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a change needs a record before or after, and the same one")]
pub struct NotAChange;

impl Change {
    /// Makes a change of its two sides.
    pub fn new(before: Option<Record>, after: Option<Record>) -> Result<Self, NotAChange> {
        let keys = (before.as_ref().map(Record::key), after.as_ref().map(Record::key));
        match keys {
            (Some(a), Some(b)) if a != b => Err(NotAChange),
            (Some(key), _) | (None, Some(key)) => Ok(Self { key, before, after }),
            (None, None) => Err(NotAChange),
        }
    }

    /// Which record changes.
    pub fn key(&self) -> RecordKey {
        self.key
    }

    /// The record before; none where it is new.
    pub fn before(&self) -> Option<&Record> {
        self.before.as_ref()
    }

    /// The record after; none where it goes.
    pub fn after(&self) -> Option<&Record> {
        self.after.as_ref()
    }
}

impl TryFrom<Sides> for Change {
    type Error = NotAChange;
    fn try_from(sides: Sides) -> Result<Self, NotAChange> {
        Self::new(sides.before, sides.after)
    }
}

impl From<Change> for Sides {
    fn from(change: Change) -> Self {
        Self { before: change.before, after: change.after }
    }
}

/// Changes that happen together or not at all.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(Vec<Change>);

/// Tells that a record is not what the changes expect it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{:?} {} is not what the change expects", .0.kind, .0.id)]
pub struct Stale(pub RecordKey);

impl Changes {
    /// The changes in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.0.iter()
    }

    /// How many records change.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes that take these back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self(
            self.0
                .iter()
                .rev()
                .map(|change| Change { key: change.key, before: change.after.clone(), after: change.before.clone() })
                .collect(),
        )
    }
}

impl FromIterator<Change> for Changes {
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        Self(changes.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = std::slice::Iter<'a, Change>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl School {
    /// Applies the changes in place, all or none, in time proportional to their number.
    ///
    /// Each record is changed at most once in a list, so every `before` is compared with the school as it is.
    pub fn apply(&mut self, changes: &Changes) -> Result<(), Stale> {
        for change in changes {
            let is_expected = match (self.record(change.key), &change.before) {
                (None, None) => true,
                (Some(now), Some(before)) => now.is_same(before),
                _ => false,
            };
            if !is_expected {
                return Err(Stale(change.key));
            }
        }
        for change in changes {
            match &change.after {
                Some(record) => self.put(record.clone()),
                None => self.take(change.key),
            }
        }
        Ok(())
    }
}
