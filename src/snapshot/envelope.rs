//! What a snapshot file holds, field by field in the order of the file.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

use super::extras::Extras;
use super::lineage::{Export, Lineage, Stamp};
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::id::UuidText;
use crate::domain::{Author, PackedJournal, RecordKind, Records, Workspace};
use crate::order;

/// The name every snapshot carries under `format`.
pub const FORMAT: &str = "sferum-planner-snapshot";

/// The newest schema this app reads, and the one it writes.
pub const SCHEMA: u32 = 1;

/// The version of this app, as files carry it.
pub const APP: &str = env!("CARGO_PKG_VERSION");

/// A plan as a file keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Snapshot {
    format: FormatName,
    schema: SchemaNumber,
    /// Version of the app that wrote the file.
    pub app: String,
    /// Identity of this export; nil in the browser's stored base, which is no export.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "UuidText"))]
    pub id: Uuid,
    /// The exports this state stands on, newest first, at most [`Lineage::KEPT_PARENTS`].
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<UuidText>"))]
    pub parents: Vec<Uuid>,
    /// Identity of the plan through all its exports; another one is another school's, or another beginning.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "UuidText"))]
    pub plan: Uuid,
    /// Who exported, and on which device.
    pub author: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// What the author wrote about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Short name of the organisation, for people who look into the file.
    pub organisation: String,
    /// Edition of the regulation the plan is kept under.
    pub regulation: String,
    /// How many entries the plan has seen.
    pub revision: u64,
    /// How many records of each kind there are; kinds without records are left out.
    counts: BTreeMap<RecordKind, u64>,
    /// The last export of the plan; only in the browser's stored base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_export: Option<Export>,
    /// Every record.
    pub records: Records,
    /// The history.
    pub journal: PackedJournal,
    /// SHA-256 of every byte of the file before this line. The writer puts it last, outside this type.
    #[serde(skip_serializing)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    sha256: Sealed,
    /// Fields this app does not know, kept for those who do.
    #[serde(skip)]
    pub extras: Extras,
}

/// What stands before the records, field by field as in [`Snapshot`]: what is written in slices begins with it.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    format: FormatName,
    schema: SchemaNumber,
    app: String,
    id: Uuid,
    parents: Vec<Uuid>,
    plan: Uuid,
    author: Author,
    at: DateTime<Utc>,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    organisation: String,
    regulation: String,
    revision: u64,
    counts: BTreeMap<RecordKind, u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_export: Option<Export>,
}

impl Head {
    pub fn of(workspace: &Workspace, lineage: &Lineage, stamp: Stamp) -> Self {
        let school = workspace.school();
        let organisation = school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
        Self {
            format: FormatName,
            schema: SchemaNumber,
            app: stamp.app,
            id: stamp.id,
            parents: lineage.parents.clone(),
            plan: lineage.plan,
            author: stamp.author,
            at: stamp.at,
            note: stamp.note,
            organisation,
            regulation: lineage.regulation.clone(),
            revision: workspace.revision(),
            counts: counts(|kind| school.count(kind)),
            last_export: None,
        }
    }
}

impl Snapshot {
    /// Takes the snapshot of a plan.
    #[must_use]
    pub fn of(workspace: &Workspace, lineage: &Lineage, stamp: Stamp) -> Self {
        let head = Head::of(workspace, lineage, stamp);
        Self {
            format: head.format,
            schema: head.schema,
            app: head.app,
            id: head.id,
            parents: head.parents,
            plan: head.plan,
            author: head.author,
            at: head.at,
            note: head.note,
            organisation: head.organisation,
            regulation: head.regulation,
            revision: head.revision,
            counts: head.counts,
            last_export: head.last_export,
            records: Records::from(workspace.school()),
            journal: PackedJournal::pack(workspace.journal()),
            sha256: Sealed,
            extras: lineage.extras.clone(),
        }
    }

    /// What the export says of itself.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        let Self { app, id, author, at, note, .. } = self;
        Stamp { id: *id, at: *at, author: author.clone(), note: note.clone(), app: app.clone() }
    }

    /// How many records of a kind the file says it holds.
    pub fn count(&self, kind: RecordKind) -> u64 {
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// Whether the counts in the header are those of the records.
    pub(super) fn counts_are(&self, count: impl Fn(RecordKind) -> usize) -> bool {
        self.counts == counts(count)
    }
}

fn counts(count: impl Fn(RecordKind) -> usize) -> BTreeMap<RecordKind, u64> {
    order::map(RecordKind::ALL.iter().map(|kind| (*kind, count(*kind) as u64)).filter(|(_, count)| *count > 0))
}

/// The constant under `format`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct FormatName;

impl Serialize for FormatName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(FORMAT)
    }
}

impl<'de> Deserialize<'de> for FormatName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == FORMAT { Ok(Self) } else { Err(de::Error::custom("another format")) }
    }
}

/// The constant under `schema`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct SchemaNumber;

impl Serialize for SchemaNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(SCHEMA)
    }
}

impl<'de> Deserialize<'de> for SchemaNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        if number == SCHEMA { Ok(Self) } else { Err(de::Error::custom("another schema")) }
    }
}

/// Stands for the digest, which is a property of the bytes and so never kept in the value.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sealed;

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for FormatName {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": FORMAT })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for SchemaNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SchemaNumber".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": SCHEMA })
    }
}
