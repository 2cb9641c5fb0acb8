//! The movement of students and staff (2.1/11): what was recorded, under which order, and what is still to be done on the platform.

mod act;
mod effect;
mod rerole;
#[cfg(test)]
mod tests;
mod tick;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{AppointmentId, ChatId, ClassId, InviteId, LoadLineId, LocalActId, MovementId, PersonId};

pub use act::{ChatNews, RecordMovement};
pub use effect::Handover;
pub use rerole::ReRole;
pub use tick::{TickSteps, UntickSteps};

/// A movement of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Movement {
    /// Identity.
    pub id: MovementId,
    /// What happened.
    pub kind: MovementKind,
    /// Who.
    pub person: PersonId,
    /// The first day after it.
    pub on: NaiveDate,
    /// The order it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// The class that is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ClassId>,
    /// The class that is joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<ClassId>,
    /// The other school or place, where from or where to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What is to be done on the platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<MovementStep>,
    /// The school's own note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum MovementKind {
    /// A student came.
    Enrol,
    /// A student changed the class.
    ClassChange,
    /// A student went up a grade.
    Promote,
    /// A student repeats the grade.
    Repeat,
    /// A student finished the school.
    Graduate,
    /// A student left.
    Leave,
    /// Somebody of the staff came.
    Hire,
    /// Somebody of the staff left.
    Dismiss,
    /// Somebody of the staff is away for long.
    Absence,
    /// Somebody of the staff came back.
    Return,
    /// A wrong role or a wrong class on the platform was mended: the platform cannot change either (SPEC section 2).
    ReRole,
}

impl MovementKind {
    /// Every kind, in the order of the forms.
    pub const ALL: [Self; 11] = [
        Self::Enrol,
        Self::ClassChange,
        Self::Promote,
        Self::Repeat,
        Self::Graduate,
        Self::Leave,
        Self::Hire,
        Self::Dismiss,
        Self::Absence,
        Self::Return,
        Self::ReRole,
    ];

    /// Whether a student moves.
    #[must_use]
    pub fn is_of_student(self) -> bool {
        matches!(self, Self::Enrol | Self::ClassChange | Self::Promote | Self::Repeat | Self::Graduate | Self::Leave)
    }

    /// Whether somebody of the staff moves.
    #[must_use]
    pub fn is_of_staff(self) -> bool {
        matches!(self, Self::Hire | Self::Dismiss | Self::Absence | Self::Return)
    }

    /// Whether a student goes on in another class.
    #[must_use]
    pub fn changes_class(self) -> bool {
        matches!(self, Self::ClassChange | Self::Promote | Self::Repeat)
    }
}

/// A step on the platform that a movement asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MovementStep {
    /// What.
    pub action: StepAction,
    /// For whom, where that is not the person who moves: a parent who moves along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// That it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Tick>,
}

/// What is to be done on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StepAction {
    /// Take the person out of a class or the staff room.
    LeaveClass(ClassId),
    /// Let the person into a class or the staff room.
    JoinClass(ClassId),
    /// Take the person out of a chat.
    LeaveChat(ChatId),
    /// Let the person into a chat.
    JoinChat(ChatId),
    /// Revoke a link.
    RevokeInvite(InviteId),
    /// Issue a new link into a class or the staff room.
    IssueInvite(ClassId),
    /// Give the class another class teacher.
    ReplaceHomeroom(ClassId),
    /// Give the line another teacher.
    ReplaceTeacher(LoadLineId),
    /// Give the chat another owner.
    ReplaceOwner(ChatId),
    /// Take the rights of an administrator away.
    EndAdministration(AppointmentId),
}

/// That a step was done, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Tick {
    /// When.
    pub on: NaiveDate,
    /// By whom, as signed at the keyboard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}
