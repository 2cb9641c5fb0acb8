//! A record as fields that are merged one by one.
//!
//! A field is what a person states at once: a top-level field of the record, whole (a name, a consent with its day and
//! paper, a class's year and label, a status). Three things are finer: the ends of a period are two statements
//! (`period.from`, `period.to`), the columns of an import mapping are one each, and the sets of members and classes are
//! merged element by element: what either side added is there, what either side took out is not. An ordered list (the
//! classes of a nomenclature) is one statement.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::domain::{Record, RecordKind};
use crate::json;
use crate::order;

/// The fields of a record by path. Absent is absent: files leave out default values.
pub type Fields = BTreeMap<String, Value>;

/// A field that both sides changed, each in its own way.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The path.
    pub path: String,
    /// The value before.
    pub base: Option<Value>,
    /// One side's value.
    pub mine: Option<Value>,
    /// The other side's value.
    pub theirs: Option<Value>,
}

/// Whether a field is a set, merged by elements.
pub fn is_set(kind: RecordKind, path: &str) -> bool {
    matches!(
        (kind, path),
        (RecordKind::LoadLine | RecordKind::ActivityGroup | RecordKind::ActiveGroup, "members")
            | (RecordKind::ActivityGroup, "classes")
            | (RecordKind::Counterpart, "missing")
            | (RecordKind::Channel, "audience" | "extra")
            | (
                RecordKind::Event,
                "attended" | "audience.groups" | "audience.classes" | "audience.parents_of" | "audience.people"
            )
            | (RecordKind::VendorCase | RecordKind::FaqEntry, "tickets")
            | (RecordKind::Chat, "missing" | "extra" | "misroled" | "strangers")
    )
}

/// Whether a field is merged by the fields within it.
fn is_open(kind: RecordKind, name: &str) -> bool {
    name == "period"
        || matches!(
            (kind, name),
            (RecordKind::ImportProfile, "columns")
                | (RecordKind::AcknowledgementSheet, "people")
                | (RecordKind::IssuedDocument, "subject")
                | (RecordKind::Event, "audience")
                | (RecordKind::StatReport, "figures")
                | (RecordKind::HomeroomDistribution, "rows")
        )
        || matches!((kind, name), (RecordKind::Chat, "include" | "exclude"))
        || matches!((kind, name), (RecordKind::ImportProfile, "columns") | (RecordKind::IssuedDocument, "subject"))
}

/// The fields of a record; its identity is not among them.
pub fn fields(record: &Record) -> Fields {
    let kind = record.key().kind;
    let mut out = Fields::new();
    let Some((_, inner)) = unwrap(record) else { return out };
    for (name, value) in inner {
        match value {
            _ if name == "id" => {}
            Value::Object(parts) if is_open(kind, &name) => {
                out.extend(parts.into_iter().map(|(part, value)| (format!("{name}.{part}"), value)));
            }
            value => {
                out.insert(name, value);
            }
        }
    }
    out
}

/// Builds the record like `model`, with these fields; none where they make no record.
pub fn assemble(model: &Record, fields: &Fields) -> Option<Record> {
    let kind = model.key().kind;
    let (tag, old) = unwrap(model)?;
    let mut inner = Map::new();
    inner.extend(old.get("id").map(|id| ("id".to_owned(), id.clone())));
    for name in old.keys().filter(|name| is_open(kind, name)) {
        inner.insert(name.clone(), Value::Object(Map::new()));
    }
    for (path, value) in fields {
        match path.split_once('.') {
            Some((name, part)) if is_open(kind, name) => {
                let parts = inner.entry(name).or_insert_with(|| Value::Object(Map::new()));
                parts.as_object_mut()?.insert(part.to_owned(), value.clone());
            }
            _ => {
                inner.insert(path.clone(), value.clone());
            }
        }
    }
    let record: Record = json::of_value(&Value::Object([(tag, Value::Object(inner))].into_iter().collect()))?;
    (record.key() == model.key()).then_some(record)
}

fn unwrap(record: &Record) -> Option<(String, Map<String, Value>)> {
    match json::to_value(record) {
        Value::Object(wrapper) => match wrapper.into_iter().next()? {
            (tag, Value::Object(inner)) => Some((tag, inner)),
            _ => None,
        },
        _ => None,
    }
}

/// Merges the fields of two records that went on from a third; none where both were created apart.
///
/// Fields in conflict are not in the answer's fields; they are its clashes.
pub fn three_way(kind: RecordKind, base: Option<&Fields>, mine: &Fields, theirs: &Fields) -> (Fields, Vec<Clash>) {
    let nothing = Fields::new();
    let base = base.unwrap_or(&nothing);
    let (mut out, mut clashes) = (Fields::new(), Vec::new());
    let paths: BTreeSet<&String> = order::set(base.keys().chain(mine.keys()).chain(theirs.keys()));
    for path in paths {
        let (b, m, t) = (base.get(path), mine.get(path), theirs.get(path));
        let merged = if m == t || t == b {
            m.cloned()
        } else if m == b {
            t.cloned()
        } else if is_set(kind, path) {
            Some(union(b, m, t))
        } else {
            let clash = Clash { path: path.clone(), base: b.cloned(), mine: m.cloned(), theirs: t.cloned() };
            clashes.push(clash);
            None
        };
        out.extend(merged.map(|value| (path.clone(), value)));
    }
    (out, clashes)
}

/// The elements of a set that either side added and neither took out.
fn union(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Value {
    let elements = |side: Option<&Value>| -> BTreeSet<String> {
        let items = side.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        order::set(items.iter().filter_map(Value::as_str).map(str::to_owned))
    };
    let (base, mine, theirs) = (elements(base), elements(mine), elements(theirs));
    let is_kept = |id: &&String| (mine.contains(*id) && theirs.contains(*id)) || !base.contains(*id);
    mine.union(&theirs).filter(is_kept).cloned().map(Value::String).collect()
}

/// What two states of a record make together where only what both went on from is certain: a field both changed is as
/// it was, a record that one removed and the other edited is as it was.
pub fn join(base: Option<Record>, mine: Option<Record>, theirs: Option<Record>) -> Option<Record> {
    let base = base?;
    let (mine, theirs) = match (mine, theirs) {
        (Some(mine), Some(theirs)) => (mine, theirs),
        (None, None) => return None,
        (Some(left), None) | (None, Some(left)) => return if left.is_same(&base) { None } else { Some(base) },
    };
    let before = fields(&base);
    let (mut merged, clashes) = three_way(base.key().kind, Some(&before), &fields(&mine), &fields(&theirs));
    merged.extend(clashes.into_iter().filter_map(|clash| clash.base.map(|value| (clash.path, value))));
    assemble(&base, &merged).or(Some(base))
}
