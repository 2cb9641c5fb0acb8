//! The register of the archive: what was sealed, and by which figures it is known again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::command::Author;
use super::id::SealedFileId;
use super::record::RecordKind;

/// A line of the archive register: a snapshot that was sealed. The file itself lies outside of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SealedFile {
    /// Identity.
    pub id: SealedFileId,
    /// Name under which the file is kept.
    pub file: String,
    /// Index of the case in the school's list of cases.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case_index: String,
    /// How long it is kept and on what ground, in the school's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub retention: String,
    /// Who sealed.
    #[serde(default)]
    pub author: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// SHA-256 of every byte of the file, lower-case hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Identity of the export.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::id::UuidText"))]
    pub export: Uuid,
    /// Revision of the plan that was sealed.
    pub revision: u64,
    /// The school year: `2026/27`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// The edition of the regulation that was at work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub regulation: String,
    /// The inventory: how many records of each kind are in it; kinds without records are left out.
    #[serde(default)]
    pub counts: BTreeMap<RecordKind, u64>,
    /// The public key with which it was signed, as minisign writes it; empty where it was not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signed_by: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
