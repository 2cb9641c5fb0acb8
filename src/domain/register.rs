//! The register of the regulation: editions with their approval (1.3, 4.1, 4.2), the legal acts it rests on (1.2), what it leaves open (4.3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{GapNoteId, LegalActId, LocalActId, RegulationEditionId};

/// An edition of the school's regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RegulationEdition {
    /// Identity.
    pub id: RegulationEditionId,
    /// The identifier of its data, such as `gymnasium-44`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub edition: String,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What the school calls this edition.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The protocol of the council that adopted it (1.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<LocalActId>,
    /// The order of the head that approved it (1.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// In force from (4.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day in force, where another one followed (4.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The edition that it amends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<RegulationEditionId>,
    /// What the amendment changes, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changes: String,
    /// The school's own full text, from a file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The data of the edition, where it is not the one that comes with the app: canonical JSON.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub data: String,
}

/// An act of law that the regulation rests on (1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LegalAct {
    /// Identity.
    pub id: LegalActId,
    /// Number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When it ceased to be in force, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_on: Option<NaiveDate>,
}

/// What the regulation leaves open, and what governs it instead (4.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct GapNote {
    /// Identity.
    pub id: GapNoteId,
    /// What.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// The law, the charter or the local act that governs it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub governed_by: String,
    /// How the school does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}
