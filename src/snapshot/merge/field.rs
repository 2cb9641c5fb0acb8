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
            | (RecordKind::Attestation, "acts")
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
                | (RecordKind::Chat, "include" | "exclude")
        )
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

/// The value of a field of a record, by its path as [`super::Spot`] has it.
#[must_use]
pub fn field_of(record: &Record, path: &str) -> Option<Value> {
    fields(record).remove(path)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::Sample;

    const SETS: &[(RecordKind, &str)] = &[
        (RecordKind::LoadLine, "members"),
        (RecordKind::Counterpart, "missing"),
        (RecordKind::Channel, "audience"),
        (RecordKind::Event, "attended"),
        (RecordKind::Event, "audience.groups"),
        (RecordKind::Event, "audience.classes"),
        (RecordKind::VendorCase, "tickets"),
        (RecordKind::FaqEntry, "tickets"),
        (RecordKind::Chat, "missing"),
        (RecordKind::Chat, "misroled"),
        (RecordKind::Attestation, "acts"),
    ];
    const MAPS: &[(RecordKind, &str)] = &[
        (RecordKind::AcknowledgementSheet, "people."),
        (RecordKind::StatReport, "figures."),
        (RecordKind::HomeroomDistribution, "rows."),
        (RecordKind::Chat, "include."),
        (RecordKind::Chat, "exclude."),
        (RecordKind::Enrolment, "period."),
    ];

    fn records() -> Vec<Record> {
        Sample::new().with_office().workspace.school().records().collect()
    }

    const ID: &str = "01a04d1a-d800-7303-8303-0303030303ff";

    /// A record of the kind with the field filled, as the type itself takes it.
    #[track_caller]
    fn filled(kind: RecordKind, path: &str) -> (Record, String) {
        let all: Vec<Record> = records().into_iter().filter(|record| record.key().kind == kind).collect();
        let is_it = |key: &String| key == path || (path.ends_with('.') && key.starts_with(path));
        let found = all.iter().find_map(|record| Some((record.clone(), fields(record).into_keys().find(is_it)?)));
        found.unwrap_or_else(|| {
            let model = all.first().unwrap_or_else(|| panic!("the sample has no {kind:?}"));
            let mut with = fields(model);
            let (at, value) = if path.ends_with('.') {
                (format!("{path}{ID}"), Value::from("x"))
            } else {
                (path.to_owned(), Value::from(vec![ID]))
            };
            with.insert(at.clone(), value);
            let record = assemble(model, &with).unwrap_or_else(|| panic!("{kind:?} takes no {path}"));
            assert!(fields(&record).contains_key(&at), "{kind:?} knows no {path}");
            (record, at)
        })
    }

    /// What the table calls a set is a list of texts in the file, and is merged by elements: what either side added is
    /// there, what either took out is not, whichever side is asked first.
    #[test]
    fn sets_are_merged_by_elements() {
        for (kind, path) in SETS {
            assert!(is_set(*kind, path), "{kind:?} {path}");
            let (record, at) = filled(*kind, path);
            let base = fields(&record);
            let old: Vec<String> =
                base[&at].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect();
            let with = |items: &[&str]| {
                let mut side = base.clone();
                side.insert(at.clone(), items.iter().map(|item| Value::from(*item)).collect());
                side
            };
            let first = old[0].as_str();
            let mine = with(&["mine"]);
            let theirs = with(&[first, "theirs"]);
            for (a, b) in [(&mine, &theirs), (&theirs, &mine)] {
                let (merged, clashes) = three_way(*kind, Some(&base), a, b);
                assert_eq!(clashes, Vec::new(), "{kind:?} {path}");
                assert_eq!(merged[&at], Value::from(vec!["mine", "theirs"]), "{kind:?} {path}");
            }
        }
    }

    /// Entries of a map are statements of their own: two of them merge, one and the same is asked.
    #[test]
    fn maps_are_merged_by_entries() {
        for (kind, path) in MAPS {
            let (record, at) = filled(*kind, path);
            let base = fields(&record);
            let (mut mine, mut theirs) = (base.clone(), base.clone());
            mine.remove(&at);
            theirs.insert(format!("{path}other"), Value::from("x"));
            let (merged, clashes) = three_way(*kind, Some(&base), &mine, &theirs);
            assert_eq!(clashes, Vec::new(), "{kind:?} {path}");
            assert!(!merged.contains_key(&at) && merged.contains_key(&format!("{path}other")), "{kind:?} {path}");
            theirs.insert(at.clone(), Value::from("y"));
            let (_, clashes) = three_way(*kind, Some(&base), &mine, &theirs);
            assert_eq!(clashes.iter().map(|clash| &clash.path).collect::<Vec<_>>(), [&at], "{kind:?} {path}");
        }
    }

    /// Every record of the sample falls into fields and comes together again.
    #[test]
    fn fields_make_the_record_again() {
        for record in records() {
            assert_eq!(assemble(&record, &fields(&record)).as_ref(), Some(&record));
        }
    }
}
