//! What an action is done on, with what a check has to know of it.

use chrono::NaiveDate;

use super::{ObjectKind, Standings};
use crate::domain::{ActivityGroup, ActivityGroupId, ClassId, LoadLine, LoadLineId, PersonId, School};

/// Names what an action is done on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Object {
    /// Nothing was chosen: the question is whether there is anything on which the action may be done.
    #[default]
    None,
    /// A class or the staff room.
    Class(ClassId),
    /// A line of the teaching load.
    LoadLine(LoadLineId),
    /// An activity group.
    Activity(ActivityGroupId),
    /// A person.
    Person(PersonId),
}

impl Object {
    /// The kind; none where nothing was chosen.
    #[must_use]
    pub const fn kind(self) -> Option<ObjectKind> {
        match self {
            Self::None => None,
            Self::Class(_) => Some(ObjectKind::Class),
            Self::LoadLine(_) => Some(ObjectKind::LoadLine),
            Self::Activity(_) => Some(ObjectKind::Activity),
            Self::Person(_) => Some(ObjectKind::Person),
        }
    }
}

/// Holds an object with the students and classes behind it, looked up once for many questions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Target {
    object: Object,
    /// For a person: the person and the children whom the person represents, each with the class of the day.
    students: Vec<(PersonId, ClassId)>,
}

impl Target {
    /// Looks up what stands behind `object` on the day.
    #[must_use]
    pub fn of(school: &School, object: Object, on: NaiveDate) -> Self {
        let Object::Person(person) = object else { return Self { object, students: Vec::new() } };
        let mut people: Vec<PersonId> =
            school.representations().values().filter(|row| row.parent == person).map(|row| row.child).collect();
        people.push(person);
        let students = school
            .enrolments()
            .values()
            .filter(|row| people.contains(&row.student) && row.period.contains(on))
            .map(|row| (row.student, row.class))
            .collect();
        Self { object, students }
    }

    /// Looks it up in what was gathered before.
    pub(super) fn known(standings: &Standings, object: Object) -> Self {
        let Object::Person(person) = object else { return Self { object, students: Vec::new() } };
        Self { object, students: standings.family(person) }
    }

    /// The object itself.
    #[must_use]
    pub const fn object(&self) -> Object {
        self.object
    }

    /// Whether the person is, or represents, a student of the class.
    pub(super) fn has_student_of(&self, class: ClassId) -> bool {
        self.students.iter().any(|(_, of)| *of == class)
    }

    /// Whether the person is, or represents, a student who learns in the line.
    pub(super) fn has_student_in_line(&self, line: &LoadLine) -> bool {
        self.students.iter().any(|(student, class)| learns_in_line(line, *student, *class))
    }

    /// Whether the person is, or represents, a student of the group.
    pub(super) fn has_student_in_activity(&self, group: &ActivityGroup) -> bool {
        self.students.iter().any(|(student, class)| learns_in_activity(group, *student, *class))
    }
}

/// Whether a student of `class` learns in the line; without a list the whole class does.
pub(super) fn learns_in_line(line: &LoadLine, student: PersonId, class: ClassId) -> bool {
    line.class == class && (line.members.is_empty() || line.members.contains(&student))
}

/// Whether a student of `class` belongs to the group; without a list all students of its classes do.
pub(super) fn learns_in_activity(group: &ActivityGroup, student: PersonId, class: ClassId) -> bool {
    if group.members.is_empty() { group.classes.contains(&class) } else { group.members.contains(&student) }
}
