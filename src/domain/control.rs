//! Control of the use of the profile by the administration (2.2/7).

mod act;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clause::ClauseId;
use super::id::{ChatId, ClassId, ControlCheckId, EventId, LocalActId, PersonId};

pub use act::{Attest, FindingStep, MoveFinding, RecordCheck};

/// A check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ControlCheck {
    /// Identity.
    pub id: ControlCheckId,
    /// When.
    pub on: NaiveDate,
    /// Who checked; of the administration, and not who is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checker: Option<PersonId>,
    /// What was checked.
    pub scope: ControlScope,
    /// What was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What was found wanting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<ControlFinding>,
    /// The act or note on the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<LocalActId>,
}

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ControlScope {
    /// Everything.
    School,
    /// A class.
    Class(ClassId),
    /// A chat.
    Chat(ChatId),
    /// An event or a remote lesson.
    Event(EventId),
    /// The work of a person.
    Person(PersonId),
    /// How a clause is kept.
    Clause(#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))] ClauseId),
}

/// Something found wanting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ControlFinding {
    /// What.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Under which clause.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// Who mends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<PersonId>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// How far it is.
    pub state: FindingState,
}

/// How far a finding is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum FindingState {
    /// To be mended.
    Open,
    /// Mended, as the responsible says.
    Fixed {
        /// When.
        on: NaiveDate,
        /// How.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// Mended, as the administration saw.
    Verified {
        /// When.
        on: NaiveDate,
        /// By whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
}
