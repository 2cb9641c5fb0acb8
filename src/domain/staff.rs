//! Posts of the school, administrators of the platform, membership and status on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{AppointmentId, ClassId, LocalActId, MembershipId, PersonId, PositionId, VerificationId};
use super::period::Period;

/// A post that a person holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Position {
    /// Identity.
    pub id: PositionId,
    /// Who.
    pub person: PersonId,
    /// The post as the staff list says it.
    pub title: String,
    /// What the post means for the regulation.
    pub category: StaffCategory,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// The order of employment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
}

/// What a post means for the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StaffCategory {
    /// The head.
    Head,
    /// A deputy of the head: the administration.
    Deputy,
    /// A teacher of subjects.
    Teacher,
    /// An educator of extra education (2.4).
    ExtraEducator,
    /// Another pedagogue: psychologist, social pedagogue, speech therapist.
    Specialist,
    /// Staff outside the categories of 1.5 (oddity 9).
    NonTeaching,
}

impl StaffCategory {
    /// Every category.
    pub const ALL: [Self; 6] =
        [Self::Head, Self::Deputy, Self::Teacher, Self::ExtraEducator, Self::Specialist, Self::NonTeaching];

    /// Whether the post is a pedagogue's (1.5).
    #[must_use]
    pub fn is_pedagogue(self) -> bool {
        matches!(self, Self::Teacher | Self::ExtraEducator | Self::Specialist)
    }

    /// Whether the post belongs to the administration (2.2).
    #[must_use]
    pub fn is_administration(self) -> bool {
        matches!(self, Self::Head | Self::Deputy)
    }
}

/// The appointment of an administrator of the platform (2.1/0, 2.1/7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Appointment {
    /// Identity.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// To what.
    pub post: AdministratorPost,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// The head's order, for the administrator (2.1/0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// The administrator who appointed an additional one (2.1/7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointed_by: Option<PersonId>,
    /// The order that ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<LocalActId>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub end_reason: String,
}

/// The two posts of 2.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum AdministratorPost {
    /// Appointed by the head's order (2.1/0).
    Platform,
    /// Appointed by the administrator of the platform (2.1/7).
    Additional,
}

/// That a person joined a class or the staff room on the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Membership {
    /// Identity.
    pub id: MembershipId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub class: ClassId,
    /// In which role of the platform.
    pub role: MemberRole,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
}

/// A role that the platform knows in a class; a parent has none (2.1/6, 2.7/1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum MemberRole {
    /// «учитель».
    Teacher,
    /// «ученик».
    Student,
}

/// The confirmation of the status «учитель» (2.1/10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Verification {
    /// Identity.
    pub id: VerificationId,
    /// Whose status.
    pub person: PersonId,
    /// How far it is.
    pub state: VerificationState,
}

/// How far the confirmation of a status is (SPEC section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum VerificationState {
    /// The school does not ask this person for it.
    NotRequired,
    /// To be done.
    Required {
        /// Since when.
        since: NaiveDate,
    },
    /// Sent by the person.
    Submitted {
        /// When.
        on: NaiveDate,
    },
    /// Confirmed.
    Confirmed {
        /// When.
        on: NaiveDate,
        /// By whom; another person than the one whose status it is (separation of duties).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
    /// Rejected; to be sent again.
    Rejected {
        /// When.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}
