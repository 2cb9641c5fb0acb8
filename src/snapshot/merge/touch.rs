//! Who wrote what, and when, by the journals.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::field::fields;
use crate::domain::{Author, Change, Entry, Journal, RecordKey};

/// A person's hand on a record or a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// Who.
    pub author: Author,
    /// When.
    pub at: DateTime<Utc>,
}

/// The last hands on a record: by field, and on the record under the empty path.
pub type Touches = BTreeMap<String, Touch>;

/// A journal by record.
pub struct Authorship<'a>(BTreeMap<RecordKey, Vec<(&'a Entry, &'a Change)>>);

impl<'a> Authorship<'a> {
    /// Reads a journal.
    pub fn of(journal: &'a Journal) -> Self {
        let mut by_key: BTreeMap<RecordKey, Vec<(&Entry, &Change)>> = BTreeMap::new();
        for entry in journal.entries() {
            for change in &entry.changes {
                by_key.entry(change.key()).or_default().push((entry, change));
            }
        }
        Self(by_key)
    }

    /// The acts on a record, newest first.
    fn acts(&self, key: RecordKey) -> impl Iterator<Item = (&'a Entry, &'a Change)> {
        self.0.get(&key).map(Vec::as_slice).unwrap_or_default().iter().rev().copied()
    }

    /// The last hands on a record and on fields of it.
    pub fn touches(&self, key: RecordKey, paths: &[String]) -> Touches {
        let touch = |entry: &Entry| Touch { author: entry.author.clone(), at: entry.at };
        let mut out: Touches =
            self.acts(key).next().map(|(entry, _)| (String::new(), touch(entry))).into_iter().collect();
        if paths.is_empty() {
            return out;
        }
        for (entry, change) in self.acts(key) {
            let [before, after] =
                [change.before(), change.after()].map(|record| record.map(fields).unwrap_or_default());
            for path in paths {
                if before.get(path) != after.get(path) {
                    out.entry(path.clone()).or_insert_with(|| touch(entry));
                }
            }
        }
        out
    }

    /// The act that removed a record, where that was the last thing done to it.
    pub fn removal(&self, key: RecordKey) -> Option<&'a Entry> {
        self.acts(key).next().filter(|(_, change)| change.after().is_none()).map(|(entry, _)| entry)
    }

    /// Whether nobody touched a record after an act.
    pub fn is_last(&self, key: RecordKey, act: &Entry) -> bool {
        self.acts(key).next().is_some_and(|(entry, _)| entry.id == act.id)
    }
}
