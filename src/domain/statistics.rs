//! Figures of use and the report to the head (2.1/17).

mod act;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{PersonId, StatReportId};
use super::period::Period;
use super::person::is_default;

pub use act::{EnterStatistics, SubmitReport, WithdrawReport};

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct StatReport {
    /// Identity.
    pub id: StatReportId,
    /// The days it covers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Period,
    /// Whether the platform shows the administrator its statistics.
    pub access: StatAccess,
    /// Figures by their key, such as `joined-staff`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<String, Figure>,
    /// Who answers for the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<PersonId>,
    /// Words beside the figures.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// That it was given to the head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Submission>,
}

/// Whether the platform shows statistics: an answer too (2.1/17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StatAccess {
    /// It does.
    Available,
    /// It does not: «нет доступа».
    NoAccess,
}

/// A figure with what it is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Figure {
    /// How many.
    pub value: u64,
    /// Of how many; none where there is no whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
}

/// That a report was given to the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Submission {
    /// When.
    pub on: NaiveDate,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PersonId>,
}

#[cfg(test)]
mod tests;
