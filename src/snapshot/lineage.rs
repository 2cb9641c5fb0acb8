//! Where a plan comes from: its identity and the exports it stands on.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::envelope::{APP, Snapshot};
use super::extras::Extras;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::id::UuidText;
use crate::domain::{Author, Workspace};

/// What an export says of itself. The shell supplies identity, time and author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Stamp {
    /// Identity of the export.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "UuidText"))]
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, and on which device.
    #[serde(default)]
    pub author: Author,
    /// What the author wrote about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Version of the app.
    pub app: String,
}

impl Stamp {
    /// A stamp of this version of the app.
    #[must_use]
    pub fn new(id: Uuid, at: DateTime<Utc>, author: Author, note: String) -> Self {
        Self { id, at, author, note, app: APP.to_owned() }
    }
}

/// An export that was made, and at which revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Export {
    /// The revision that was exported.
    pub revision: u64,
    /// What the export says of itself.
    pub stamp: Stamp,
}

/// The descent of the open plan; kept beside the workspace and stored with it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Lineage {
    /// Identity of the plan.
    pub plan: Uuid,
    /// Edition of the regulation the plan is kept under.
    pub regulation: String,
    /// The exports the last export stands on, newest first.
    pub parents: Vec<Uuid>,
    /// The last export.
    pub last: Option<Export>,
    /// Fields of the opened file that this app does not know.
    pub extras: Extras,
}

impl Lineage {
    /// Most ancestors that are kept.
    pub const KEPT_PARENTS: usize = 64;

    /// The lineage of a new plan.
    #[must_use]
    pub fn new(plan: Uuid, regulation: &str) -> Self {
        Self { plan, regulation: regulation.to_owned(), ..Self::default() }
    }

    /// The lineage of a plan that becomes exactly what a file holds: of an empty plan, or of a stored one.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        let last = if snapshot.id.is_nil() {
            snapshot.last_export.clone()
        } else {
            Some(Export { revision: snapshot.revision, stamp: snapshot.stamp() })
        };
        Self {
            plan: snapshot.plan,
            regulation: snapshot.regulation.clone(),
            parents: snapshot.parents.clone(),
            last,
            extras: snapshot.extras.clone(),
        }
    }

    /// The lineage after a file's records were taken over by a command into a plan with a history of its own.
    ///
    /// The plan becomes the file's plan and stands on the file; on its own exports too where it was the same plan.
    #[must_use]
    pub fn after_opening(&self, snapshot: &Snapshot) -> Self {
        let opened = Self::of(snapshot);
        let own = if self.plan == opened.plan { self.ancestors() } else { Vec::new() };
        let parents = first_of_each(opened.ancestors().into_iter().chain(own));
        Self { parents, last: None, ..opened }
    }

    /// Whether the plan descends from an export, or is it.
    pub fn stands_on(&self, export: Uuid) -> bool {
        self.ancestors().contains(&export)
    }

    /// The lineage after another plan's changes were merged: the plan stays what it is, and stands on the exports of both.
    #[must_use]
    pub fn after_merging(&self, theirs: &Self) -> Self {
        let parents = first_of_each(self.ancestors().into_iter().chain(theirs.ancestors()));
        Self { parents, last: None, ..self.clone() }
    }

    /// Whether both plans stand on some export.
    pub(super) fn shares_export(&self, other: &Self) -> bool {
        self.ancestors().iter().any(|id| other.stands_on(*id))
    }

    /// The last export if nothing was changed since.
    pub fn current(&self, workspace: &Workspace) -> Option<&Export> {
        self.last.as_ref().filter(|last| last.revision == workspace.revision())
    }

    /// The last export and those before it, newest first.
    fn ancestors(&self) -> Vec<Uuid> {
        first_of_each(self.last.iter().map(|last| last.stamp.id).chain(self.parents.iter().copied()))
    }
}

fn first_of_each(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let mut out = Vec::new();
    for id in ids {
        if out.len() < Lineage::KEPT_PARENTS && !id.is_nil() && !out.contains(&id) {
            out.push(id);
        }
    }
    out
}

/// Exports a plan; gives the snapshot and the lineage to keep from now on.
///
/// A plan that did not change since its last export is that export: it keeps its stamp, and its bytes are the same.
#[must_use]
pub fn export(workspace: &Workspace, lineage: &Lineage, stamp: Stamp) -> (Snapshot, Lineage) {
    let (stamp, next) = next(workspace, lineage, stamp);
    (Snapshot::of(workspace, &next, stamp), next)
}

/// What an export says of itself, and the lineage that it has and leaves.
pub(super) fn next(workspace: &Workspace, lineage: &Lineage, stamp: Stamp) -> (Stamp, Lineage) {
    if let Some(last) = lineage.current(workspace) {
        return (last.stamp.clone(), lineage.clone());
    }
    let last = Some(Export { revision: workspace.revision(), stamp: stamp.clone() });
    (stamp, Lineage { parents: lineage.ancestors(), last, ..lineage.clone() })
}
