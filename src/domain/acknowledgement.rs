//! Sheets on which people confirm that they know a paper (2.5/4, 1.1).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{AcknowledgementSheetId, ClassId, LocalActId, PersonId, RegulationEditionId};

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
