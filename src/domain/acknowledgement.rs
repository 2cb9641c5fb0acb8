//! Sheets on which people confirm that they know a paper (2.5/4, 1.1).

mod act;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clause::ClauseId;
use super::id::{AcknowledgementSheetId, ClassId, LocalActId, PersonId, RegulationEditionId};
use crate::clause;

pub use act::{Acknowledge, OpenSheets};

/// A sheet of acknowledgement («лист ознакомления»).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AcknowledgementSheet {
    /// Identity.
    pub id: AcknowledgementSheetId,
    /// What is acknowledged.
    pub subject: SheetSubject,
    /// The class it is for; none for staff or the whole school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// Who signs it.
    #[serde(default, skip_serializing_if = "super::person::is_default")]
    pub audience: SheetAudience,
    /// When the sheet was opened.
    pub opened_on: NaiveDate,
    /// Who is on it, and when each confirmed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<PersonId, Option<NaiveDate>>,
}

/// What is acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum SheetSubject {
    /// The memo on the security of one's profile (2.5/4).
    Security,
    /// An edition of the regulation (1.1).
    Regulation(RegulationEditionId),
    /// The sheet of own rights and duties.
    Rights,
    /// The rules of chats.
    ChatRules,
    /// A local act.
    Act(LocalActId),
}

impl SheetSubject {
    /// The clause that a sheet rests on.
    #[must_use]
    pub const fn clause(self) -> ClauseId {
        match self {
            Self::Security => clause!("2.5/4"),
            Self::Regulation(_) => clause!("1.1"),
            Self::Rights => clause!("1.5"),
            Self::ChatRules => clause!("4.3"),
            Self::Act(_) => clause!("2.2/1"),
        }
    }
}

/// Who signs a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum SheetAudience {
    /// The students of a class.
    #[default]
    #[serde(rename = "class-students")]
    Students,
    /// The representatives of the students of a class.
    #[serde(rename = "class-parents")]
    Parents,
    /// The staff.
    #[serde(rename = "all-staff")]
    Staff,
}
