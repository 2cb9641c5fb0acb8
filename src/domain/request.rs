//! Requests to join that people made on the platform (2.1/9).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ClassId, JoinRequestId, PersonId};
use super::invite::InviteRole;

/// A request to join, as the platform shows it, and the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct JoinRequest {
    /// Identity.
    pub id: JoinRequestId,
    /// The name as the person typed it on the platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The role that is claimed.
    pub role: InviteRole,
    /// The class or the staff room that is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// When it came.
    pub on: NaiveDate,
    /// What was decided.
    pub state: RequestState,
    /// The school's own note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What was decided on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum RequestState {
    /// Nothing yet.
    New,
    /// The person was asked for more.
    Asked {
        /// When.
        on: NaiveDate,
        /// What.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        question: String,
    },
    /// Let in as somebody of the roster.
    Approved {
        /// When.
        on: NaiveDate,
        /// As whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// By whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
    /// Not let in.
    Declined {
        /// When.
        on: NaiveDate,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// By whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
    /// Taken back by the person.
    Withdrawn {
        /// When.
        on: NaiveDate,
    },
}

impl RequestState {
    /// Whether a decision is still due.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::New | Self::Asked { .. })
    }
}
