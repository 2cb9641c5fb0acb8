//! School years, classes, the staff room, who studies and who leads where.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::class_label::ClassLabel;
use super::id::{ClassId, EnrolmentId, HomeroomAssignmentId, LocalActId, NomenclatureId, PersonId, SchoolYearId};
use super::period::Period;

/// A school year: `2026/27`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SchoolYear {
    /// Identity.
    pub id: SchoolYearId,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl SchoolYear {
    /// The name of the year: `2026/27`.
    #[must_use]
    pub fn label(&self) -> String {
        use chrono::Datelike;
        let first = self.from.year();
        format!("{first}/{:02}", (first + 1).rem_euclid(100))
    }
}

/// A container of the platform: a class of a year, or the staff room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Class {
    /// Identity.
    pub id: ClassId,
    /// What it is.
    pub kind: ClassKind,
    /// Profile or other words of the school: «гуманитарный».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub profile: String,
    /// Day on which it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<NaiveDate>,
}

/// What a class is on the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ClassKind {
    /// «Учительская», exactly one, for all pedagogues (2.1/4).
    StaffRoom,
    /// A class of students in a year (2.1/5).
    Class {
        /// Grade and letter.
        label: ClassLabel,
        /// The year it belongs to.
        year: SchoolYearId,
    },
}

impl Class {
    /// Grade and letter; none for the staff room.
    pub fn label(&self) -> Option<&ClassLabel> {
        match &self.kind {
            ClassKind::StaffRoom => None,
            ClassKind::Class { label, .. } => Some(label),
        }
    }

    /// The year; none for the staff room.
    pub fn year(&self) -> Option<SchoolYearId> {
        match &self.kind {
            ClassKind::StaffRoom => None,
            ClassKind::Class { year, .. } => Some(*year),
        }
    }

    /// Whether this is the staff room.
    pub fn is_staff_room(&self) -> bool {
        matches!(self.kind, ClassKind::StaffRoom)
    }
}

/// The approved list of classes of a year (2.1/5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Nomenclature {
    /// Identity.
    pub id: NomenclatureId,
    /// The year it holds for.
    pub year: SchoolYearId,
    /// The order that approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// The classes, in the order of the list.
    pub classes: Vec<ClassLabel>,
}

/// A student's stay in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Enrolment {
    /// Identity.
    pub id: EnrolmentId,
    /// The student.
    pub student: PersonId,
    /// The class.
    pub class: ClassId,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// The order it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
}

/// A class teacher's term (2.1/8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct HomeroomAssignment {
    /// Identity.
    pub id: HomeroomAssignmentId,
    /// The class.
    pub class: ClassId,
    /// The class teacher.
    pub teacher: PersonId,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// The order on the distribution of class teachers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
}
