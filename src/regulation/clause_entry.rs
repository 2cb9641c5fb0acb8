//! The register of clauses: the project's own short wording beside each number.

use serde::{Deserialize, Serialize};

use super::{Area, Bilingual, RoleId};
use crate::domain::ClauseId;

/// Groups the clauses that stand under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Section {
    /// The number of the heading as the text has it, such as `2.1` or `3`.
    pub number: String,
    /// The heading in our words.
    pub title: Bilingual,
    /// The clauses in the order of the text.
    pub clauses: Vec<ClauseEntry>,
}

/// Describes one clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClauseEntry {
    /// The address.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub id: ClauseId,
    /// The area of work.
    pub area: Area,
    /// The roles that act under the clause.
    pub actors: Vec<RoleId>,
    /// When the clause binds only under a condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<ClauseCondition>,
    /// Whether the text skips this number; such a clause grants nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
    /// What the clause says, in our words.
    pub text: Bilingual,
}

/// Tells when a clause binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ClauseCondition {
    /// «при необходимости».
    IfNeeded,
    /// «при наличии доступа».
    IfAccess,
}
