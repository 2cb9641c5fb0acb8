//! Rows of lists as values: what is read from a table, before anybody compares it with a school.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ClassLabel;
use crate::domain::Hours;
use crate::domain::PersonName;
use crate::domain::StaffCategory;
use crate::domain::{Email, Phone};
use crate::domain::{Gender, Kinship};

pub mod cells;
pub mod people;
pub mod study;

/// A birth date as a row gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BirthDate {
    /// Not given.
    #[default]
    Unknown,
    /// Given.
    Known(NaiveDate),
    /// Given, but no such day; the text as written. Whether the row is taken is decided with the import.
    Impossible(String),
}

impl BirthDate {
    /// The day, where it is known.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Known(day) => Some(*day),
            Self::Unknown | Self::Impossible(_) => None,
        }
    }
}

/// A student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudentRow {
    /// The line of the list.
    pub line: u32,
    /// Name.
    pub name: PersonName,
    /// Class.
    pub class: ClassLabel,
    /// Birth date.
    pub birth_date: BirthDate,
    /// Gender.
    pub gender: Option<Gender>,
    /// Number of the personal file.
    pub file_number: String,
    /// Phone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Representatives named in the same row.
    pub parents: Vec<Guardian>,
}

/// A representative, without the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Name.
    pub name: PersonName,
    /// Relation to the child.
    pub kinship: Kinship,
    /// Phone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// The line of the list.
    pub line: u32,
    /// Name.
    pub name: PersonName,
    /// The post as written; empty where the list has none.
    pub title: String,
    /// What the post means.
    pub category: StaffCategory,
    /// The classes that the person leads.
    pub homeroom_of: Vec<ClassLabel>,
    /// Phone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Day of employment.
    pub hired: Option<NaiveDate>,
}

/// A representative with one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentRow {
    /// The line of the list.
    pub line: u32,
    /// The representative.
    pub parent: Guardian,
    /// The child's name.
    pub child: PersonName,
    /// The child's class, where the list tells it.
    pub class: Option<ClassLabel>,
}

/// A line of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadRow {
    /// The line of the list.
    pub line: u32,
    /// The class.
    pub class: ClassLabel,
    /// The subject.
    pub subject: String,
    /// The subgroup; empty for the whole class.
    pub group: String,
    /// The teacher as written, whole or with initials; empty where nobody is named.
    pub teacher: String,
    /// Hours a week.
    pub hours: Hours,
}

/// An extracurricular group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// The line of the list.
    pub line: u32,
    /// Name.
    pub title: String,
    /// Who leads it, as written; empty where nobody is named.
    pub leader: String,
    /// The classes.
    pub classes: Vec<ClassLabel>,
    /// Hours a week.
    pub hours: Hours,
}

/// A member of a chat as the platform lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The line of the list.
    pub line: u32,
    /// The platform's number of the member.
    pub id: String,
    /// The name as shown there, given name first or last.
    pub name: String,
    /// The roles as shown there.
    pub roles: Vec<String>,
}

/// The rows of one list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rows {
    /// The kind of the list is not known: a person has to tell it.
    Unknown,
    /// Staff.
    Staff(Vec<StaffRow>),
    /// Students.
    Students(Vec<StudentRow>),
    /// Parents.
    Parents(Vec<ParentRow>),
    /// Lines of the curriculum.
    Load(Vec<LoadRow>),
    /// Extracurricular groups.
    Activities(Vec<ActivityRow>),
    /// Members of a chat.
    ChatMembers(Vec<MemberRow>),
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Unknown => 0,
            Self::Staff(rows) => rows.len(),
            Self::Students(rows) => rows.len(),
            Self::Parents(rows) => rows.len(),
            Self::Load(rows) => rows.len(),
            Self::Activities(rows) => rows.len(),
            Self::ChatMembers(rows) => rows.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
