//! Roles of an edition, and what makes somebody a holder of one.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Bilingual;
use crate::domain::ClauseId;

/// Names a role of an edition, such as `class-teacher`. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RoleId(#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))] Arc<str>);

impl RoleId {
    /// The identifier as the edition spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for RoleId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for RoleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Describes a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// How cells and clauses refer to the role.
    pub id: RoleId,
    /// A short code for the head of a narrow column, such as `CT`.
    pub code: String,
    /// The records of the school that make somebody a holder.
    pub basis: Basis,
    /// The name, Russian in the nominative.
    pub name: Bilingual,
    /// What the platform calls a holder, in the platform's language.
    pub platform_term: String,
    /// The clause that makes somebody a holder, or the first that speaks of holders.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub clause: ClauseId,
    /// Facts without which a holder can't act yet.
    #[serde(default)]
    pub requires: Vec<Requirement>,
}

/// Tells which records of the school make a person a holder of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// The position of the head.
    Head,
    /// A position in the administration.
    Administration,
    /// An appointment as the platform's administrator.
    PlatformAdmin,
    /// An appointment as an additional administrator.
    AdditionalAdmin,
    /// A homeroom assignment.
    ClassTeacher,
    /// A line of the teaching load.
    SubjectTeacher,
    /// An activity group.
    ExtraEducator,
    /// An enrolment.
    Student,
    /// The representation of a student.
    Parent,
}

impl Basis {
    /// Every basis, in the order of the bundled matrix.
    pub const ALL: [Self; 9] = [
        Self::Head,
        Self::Administration,
        Self::PlatformAdmin,
        Self::AdditionalAdmin,
        Self::ClassTeacher,
        Self::SubjectTeacher,
        Self::ExtraEducator,
        Self::Student,
        Self::Parent,
    ];

    /// The word in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Administration => "administration",
            Self::PlatformAdmin => "platform-admin",
            Self::AdditionalAdmin => "additional-admin",
            Self::ClassTeacher => "class-teacher",
            Self::SubjectTeacher => "subject-teacher",
            Self::ExtraEducator => "extra-educator",
            Self::Student => "student",
            Self::Parent => "parent",
        }
    }

    /// Reads the word; `None` for another.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }

    /// Whether the records make the person one who works with the whole plan: the administration and the platform's
    /// administrators.
    #[must_use]
    pub const fn leads(self) -> bool {
        matches!(self, Self::Head | Self::Administration | Self::PlatformAdmin | Self::AdditionalAdmin)
    }

    /// Whether the records make the person one who teaches (2.2/2, 3.4).
    #[must_use]
    pub const fn is_pedagogue(self) -> bool {
        matches!(self, Self::ClassTeacher | Self::SubjectTeacher | Self::ExtraEducator)
    }

    /// Whether the records make the person one of the administration (2.2).
    #[must_use]
    pub const fn is_administration(self) -> bool {
        matches!(self, Self::Head | Self::Administration)
    }
}

/// Names a fact without which a role gives no power to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Requirement {
    /// The appointment rests on a registered order (2.1/0).
    Order,
    /// The person joined the organization (2.1/7, 2.2/3, 2.3/1, 2.4/1).
    Joined,
    /// The status of a teacher is confirmed where the school requires it (2.1/10).
    Verified,
    /// The assignment is in the approved distribution (2.1/8).
    Distribution,
}
