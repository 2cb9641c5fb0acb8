//! What leaves and what stays, counted on the records themselves, not on what the code means to do.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::domain::{RecordKind, School, Workspace};
use crate::json;

/// What leaves with an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaves {
    /// Every kind of record of the plan or of the export.
    pub kinds: Vec<LeavingKind>,
    /// Entries of the journal, all of which stay.
    pub journal_entries: usize,
    /// Figures that leave, where figures are all that leaves.
    pub figures: usize,
}

/// What leaves of one kind of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingKind {
    /// The kind.
    pub kind: RecordKind,
    /// How many leave.
    pub leave: usize,
    /// How many the plan has and the export has not.
    pub stay: usize,
    /// Fields that leave in at least one record, as the file calls them: `name.family`.
    pub fields: BTreeSet<String>,
    /// Fields that the plan fills and the export does not.
    pub withheld: BTreeSet<String>,
}

impl Leaves {
    pub(super) fn between(workspace: &Workspace, export: &School) -> Self {
        let school = workspace.school();
        let (before, after) = (fields(school), fields(export));
        let empty = BTreeSet::new();
        let kinds = RecordKind::ALL.iter().map(|kind| {
            let (has, leaves) = (before.get(kind).unwrap_or(&empty), after.get(kind).unwrap_or(&empty));
            LeavingKind {
                kind: *kind,
                leave: export.count(*kind),
                stay: school.count(*kind).saturating_sub(export.count(*kind)),
                fields: leaves.clone(),
                withheld: has.difference(leaves).cloned().collect(),
            }
        });
        Self {
            kinds: kinds.filter(|row| row.leave + row.stay > 0).collect(),
            journal_entries: workspace.journal().entries().len(),
            figures: 0,
        }
    }

    pub(super) fn with_figures(self, figures: usize) -> Self {
        Self { figures, ..self }
    }

    /// What leaves of a kind.
    pub fn of(&self, kind: RecordKind) -> Option<&LeavingKind> {
        self.kinds.iter().find(|row| row.kind == kind)
    }
}

fn fields(school: &School) -> BTreeMap<RecordKind, BTreeSet<String>> {
    let mut out: BTreeMap<RecordKind, BTreeSet<String>> = BTreeMap::new();
    for record in school.records() {
        let kind = record.key().kind;
        let Value::Object(wrapper) = json::to_value(&record) else { continue };
        let into = out.entry(kind).or_default();
        wrapper.into_iter().for_each(|(_, inner)| note("", &inner, into));
    }
    out
}

/// Notes the ways to the values of an object that hold something.
fn note(path: &str, value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                if path.is_empty() && key == "id" {
                    continue;
                }
                let way = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                note(&way, inner, into);
            }
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::Array(items) if items.is_empty() => {}
        _ if into.contains(path) => {}
        _ => {
            into.insert(path.to_owned());
        }
    }
}
