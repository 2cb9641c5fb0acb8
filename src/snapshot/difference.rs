//! What differs between two schools, record by record and field by field.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::domain::{Change, Record, RecordKey, RecordKind, School};
use crate::json;

/// How many records of a kind differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Only after.
    pub added: usize,
    /// On both sides, not the same.
    pub changed: usize,
    /// Only before.
    pub removed: usize,
}

impl Tally {
    /// How many differ in all.
    #[must_use]
    pub fn total(self) -> usize {
        self.added + self.changed + self.removed
    }
}

/// The difference of two schools.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// Each record that differs, by kind and identity.
    pub records: Vec<RecordDifference>,
    tallies: BTreeMap<RecordKind, Tally>,
}

/// A record that differs. Captions and fields are worked out for the rows that are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordDifference {
    /// The record before and after.
    pub change: Change,
}

/// A field that differs, its values as JSON; none where the field is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDifference {
    /// Where in the record: `period.from`.
    pub path: String,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

impl Difference {
    /// Compares two schools in one walk over both; shared records cost a comparison of pointers.
    #[must_use]
    pub fn between(before: &School, after: &School) -> Self {
        let mut out = Self::default();
        let (mut old, mut new) = (before.records().peekable(), after.records().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return out,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => a.key().cmp(&b.key()),
            };
            let a = if order == Ordering::Greater { None } else { old.next() };
            let b = if order == Ordering::Less { None } else { new.next() };
            out.note(a, b);
        }
    }

    fn note(&mut self, before: Option<Record>, after: Option<Record>) {
        if matches!((&before, &after), (Some(a), Some(b)) if a.is_same(b)) {
            return;
        }
        let Ok(change) = Change::new(before, after) else { return };
        let tally = self.tallies.entry(change.key().kind).or_default();
        match (change.before(), change.after()) {
            (None, _) => tally.added += 1,
            (_, None) => tally.removed += 1,
            _ => tally.changed += 1,
        }
        self.records.push(RecordDifference { change });
    }

    /// The counts of a kind.
    #[must_use]
    pub fn tally(&self, kind: RecordKind) -> Tally {
        self.tallies.get(&kind).copied().unwrap_or_default()
    }

    /// The kinds that differ, with their counts, in the order of the file.
    pub fn tallies(&self) -> impl Iterator<Item = (RecordKind, Tally)> + '_ {
        self.tallies.iter().map(|(kind, tally)| (*kind, *tally))
    }

    /// The counts of all kinds.
    #[must_use]
    pub fn total(&self) -> Tally {
        self.tallies.values().fold(Tally::default(), |sum, tally| Tally {
            added: sum.added + tally.added,
            changed: sum.changed + tally.changed,
            removed: sum.removed + tally.removed,
        })
    }

    /// Whether both schools are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

impl RecordDifference {
    /// Which record it is.
    pub fn key(&self) -> RecordKey {
        self.change.key()
    }

    /// The record in the school's words: as it is after, or was before where it goes.
    #[must_use]
    pub fn caption(&self, before: &School, after: &School) -> String {
        match (self.change.after(), self.change.before()) {
            (Some(record), _) => record.caption(after),
            (None, Some(record)) => record.caption(before),
            (None, None) => String::new(),
        }
    }

    /// The fields that differ, by path; every field of a record that is new or goes. Lists are compared as a whole.
    #[must_use]
    pub fn fields(&self) -> Vec<FieldDifference> {
        let [before, after] = [self.change.before(), self.change.after()].map(fields_of);
        let mut out = Vec::new();
        compare("", &before, &after, &mut out);
        out
    }
}

/// The fields of a record without the wrapper that names its kind, and without its identity.
fn fields_of(record: Option<&Record>) -> Map<String, Value> {
    let inner = match record.map(json::to_value) {
        Some(Value::Object(wrapper)) => wrapper.into_iter().next().map(|(_, inner)| inner),
        _ => None,
    };
    match inner {
        Some(Value::Object(mut fields)) => {
            fields.remove("id");
            fields
        }
        _ => Map::new(),
    }
}

fn compare(prefix: &str, before: &Map<String, Value>, after: &Map<String, Value>, out: &mut Vec<FieldDifference>) {
    let empty = Map::new();
    let keys: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match (before.get(key), after.get(key)) {
            (a, b) if a == b => {}
            (Some(Value::Object(a)), Some(Value::Object(b))) => compare(&path, a, b, out),
            (Some(Value::Object(a)), None) => compare(&path, a, &empty, out),
            (None, Some(Value::Object(b))) => compare(&path, &empty, b, out),
            (a, b) => {
                let text = |value: Option<&Value>| value.map(json::text);
                out.push(FieldDifference { path, before: text(a), after: text(b) });
            }
        }
    }
}
