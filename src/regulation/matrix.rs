//! The permission matrix: one cell for each action and role.

use serde::{Deserialize, Serialize};

use super::{Bilingual, RoleId, Stance};
use crate::domain::ClauseId;

/// Tells how the text answers. The order is that of a union over hats: the greatest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// No clause grants it. The text forbids nothing, so this is never "forbidden".
    NotGranted,
    /// The text is silent or contradicts itself, and the school has not decided; a default holds meanwhile.
    Unsettled,
    /// A right of every user (section 3).
    Right,
    /// Allowed, or implied by a duty.
    Allowed,
    /// A duty «при необходимости».
    DutyIfNeeded,
    /// A duty.
    Duty,
}

impl Verdict {
    /// Every verdict, the weakest first.
    pub const ALL: [Self; 6] =
        [Self::NotGranted, Self::Unsettled, Self::Right, Self::Allowed, Self::DutyIfNeeded, Self::Duty];

    /// Whether a clause gives at least the right.
    #[must_use]
    pub const fn is_granted(self) -> bool {
        !matches!(self, Self::NotGranted | Self::Unsettled)
    }
}

/// Answers for one action and one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cell {
    /// The role.
    pub role: RoleId,
    /// The answer of the text.
    pub verdict: Verdict,
    /// What the answer rests on; empty only where nothing is granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub clauses: Vec<ClauseId>,
    /// Present where the text grants it only within the holder's own scope («°» of the matrix).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Predicate>,
    /// Further conditions that follow from the clause though the text does not mark a scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Predicate>,
    /// What holds until the school decides; present in unsettled cells only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Stance>,
    /// Whether the grant is inherited by the interpretation of 2.1/7, which names no rights.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inherited: bool,
    /// Whether the grant holds only «при наличии доступа».
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub if_access: bool,
    /// A remark that narrows or explains the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
}

impl Cell {
    /// Whether the text leaves the answer to the school, so that an interpretation may change it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.verdict, Verdict::Unsettled) || self.inherited
    }

    /// Whether the grant ends at the holder's own class, line, group or profile.
    #[must_use]
    pub const fn is_own_scope(&self) -> bool {
        self.scope.is_some()
    }

    /// Every predicate to check: the scope first, then the conditions.
    pub fn predicates(&self) -> impl Iterator<Item = Predicate> {
        self.scope.into_iter().chain(self.conditions.iter().copied())
    }
}

/// Names what is checked between a holder and an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Predicate {
    /// The object is the class of which the holder is the class teacher.
    Homeroom,
    /// The object is a load line that the holder teaches, or a class with such a line.
    Line,
    /// The object is an activity group that the holder leads, or a class with a member of it.
    Activity,
    /// The object is the holder.
    OwnProfile,
    /// The object is a student whom the holder represents, or the class of one.
    Representative,
    /// The chat of the object is one that the holder owns.
    ChatIssuer,
    /// The object is a class in whose active group the holder is.
    ActiveGroup,
    /// The holder teaches in any way: a class, a line or an activity group.
    Pedagogue,
    /// The holder belongs to the administration.
    Administration,
    /// The object is the holder's class, or a line or activity group in which the holder learns.
    Enrolled,
}
