//! The name of an act: what was done to what. `text` puts it into words.

use serde::{Deserialize, Serialize};

use super::id::{ClassId, PersonId};
use super::record::{Record, RecordKind, School};

/// Names an act of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To what kind of record.
    pub kind: RecordKind,
    /// To which one, in words: a name, a class.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// How many records changed.
    pub count: u32,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Verb {
    /// A record was created.
    Add,
    /// A record was edited.
    Edit,
    /// A record was removed.
    Remove,
    /// Classes were created by pattern.
    CreateClasses,
    /// A student moved to another class.
    ChangeClass,
    /// A class got a class teacher.
    AssignHomeroom,
    /// Lists were imported.
    ImportRoster,
    /// A snapshot was opened.
    OpenSnapshot,
    /// Another plan's changes were merged.
    MergePlan,
    /// The demo school was opened.
    OpenDemo,
}

impl School {
    /// The full name of a person; empty where there is none.
    #[must_use]
    pub fn person_name(&self, id: PersonId) -> String {
        self.people().get(&id).map(|person| person.name.to_string()).unwrap_or_default()
    }

    /// The label of a class; empty for the staff room and where there is none.
    #[must_use]
    pub fn class_name(&self, id: ClassId) -> String {
        self.classes().get(&id).and_then(|class| class.label()).map(ToString::to_string).unwrap_or_default()
    }
}

impl Record {
    /// Says which record it is in the school's words: a name, a class, a number. Language-free.
    #[must_use]
    pub fn caption(&self, school: &School) -> String {
        let with_class = |what: String, class: ClassId| [what, school.class_name(class)].join(" · ");
        match self {
            Self::Organisation(row) => row.short_name.clone(),
            Self::PlatformProfile(row) => row.name.clone(),
            Self::Settings(_) => String::new(),
            Self::SchoolYear(row) => row.label(),
            Self::LocalAct(row) => format!("№ {} · {}", row.number, row.title),
            Self::Person(row) => row.name.to_string(),
            Self::Class(row) => row.label().map(ToString::to_string).unwrap_or_default(),
            Self::Nomenclature(row) => school.years().get(&row.year).map(|year| year.label()).unwrap_or_default(),
            Self::Enrolment(row) => with_class(school.person_name(row.student), row.class),
            Self::Representation(row) => {
                format!("{} · {}", school.person_name(row.parent), school.person_name(row.child))
            }
            Self::Position(row) => format!("{} · {}", school.person_name(row.person), row.title),
            Self::HomeroomAssignment(row) => with_class(school.person_name(row.teacher), row.class),
            Self::Appointment(row) => school.person_name(row.person),
            Self::Membership(row) => with_class(school.person_name(row.person), row.class),
            Self::Verification(row) => school.person_name(row.person),
            Self::Subject(row) => row.name.clone(),
            Self::LoadLine(row) => {
                let subject = school.subjects().get(&row.subject).map(|subject| subject.name.clone());
                with_class(subject.unwrap_or_default(), row.class)
            }
            Self::ActivityGroup(row) => row.name.clone(),
            Self::ActiveGroup(row) => row.class.map(|id| school.class_name(id)).unwrap_or_default(),
            Self::Interpretation(row) => row.question.clone(),
            Self::ImportProfile(row) => row.name.clone(),
        }
    }
}
