//! The approved distribution of class teachers (2.1/8).

mod act;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use act::{ApproveDistribution, AttachApproved};

use super::id::{ClassId, HomeroomDistributionId, LocalActId, PersonId, SchoolYearId};

/// The list of an order that says who leads which class in a year (2.1/8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct HomeroomDistribution {
    /// Identity.
    pub id: HomeroomDistributionId,
    /// The year.
    pub year: SchoolYearId,
    /// The order that approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// Class and class teacher.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rows: BTreeMap<ClassId, PersonId>,
}
