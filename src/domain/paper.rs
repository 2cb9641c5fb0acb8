//! Local acts of the school, its recorded interpretations of the regulation, and saved import mappings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ImportProfileId, InterpretationId, LocalActId, PersonId};

/// An order, a directive, a protocol or an act of the school (2.2/1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LocalAct {
    /// Identity.
    pub id: LocalActId,
    /// What it is.
    pub kind: LocalActKind,
    /// Number; unique in its kind and calendar year.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
    /// Title.
    pub title: String,
    /// Who signed it; an order is signed by the head (2.2/1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<PersonId>,
}

/// Kinds of local acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum LocalActKind {
    /// «приказ».
    Order,
    /// «распоряжение».
    Directive,
    /// «протокол».
    Protocol,
    /// «акт», such as that of revoked invites (2.1/12).
    Act,
}

/// The school's choice where the regulation is silent or contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Interpretation {
    /// Identity.
    pub id: InterpretationId,
    /// The question in the edition's own words: `cell:12:class-teacher`, `oddity:9`.
    pub question: String,
    /// The choice among those the edition offers: `allow`, `deny` or its own word.
    pub choice: String,
    /// When it was chosen.
    pub decided_on: NaiveDate,
    /// Who chose, as signed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decided_by: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A saved mapping of the columns of a list to fields (SPEC section 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ImportProfile {
    /// Identity.
    pub id: ImportProfileId,
    /// Name given by the school.
    pub name: String,
    /// Kind of list, in the importer's words: `students`.
    pub kind: String,
    /// Normalised header to field, in the importer's words.
    pub columns: BTreeMap<String, String>,
}
