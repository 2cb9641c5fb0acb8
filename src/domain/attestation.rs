//! What the school says of a clause that the records cannot show.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clause::ClauseId;
use super::id::{AttestationId, LocalActId, PersonId, SchoolYearId};

/// That a clause is kept, or does not apply, with who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Attestation {
    /// Identity.
    pub id: AttestationId,
    /// The clause.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// For which year; none for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<SchoolYearId>,
    /// What is said.
    pub verdict: AttestationVerdict,
    /// When.
    pub on: NaiveDate,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// The reason or the evidence in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Papers that show it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub acts: BTreeSet<LocalActId>,
}

/// What is said of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum AttestationVerdict {
    /// It is kept.
    Fulfilled,
    /// It is kept in part.
    Partly,
    /// It does not apply here.
    NotApplicable,
}
