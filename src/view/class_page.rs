//! What the page of a class shows: who studies and who leads, lines and groups, history, gaps; and the staff room.

mod gap;
mod history;
mod person;
mod staff_room;
mod study;

use chrono::NaiveDate;

use crate::domain::{Class, ClassId, EnrolmentId, Participation, PersonId, School, SchoolYearId};
use crate::order;
use crate::plan::Index;

use super::structure::day_of_class;

pub use gap::{Gap, gaps};
pub use history::{StayRow, TermRow, When, stay_rows, term_rows};
pub use person::{ClassForm, NewStudentForm, StayForm, TermForm, enrol_options, teacher_options, twins};
pub use staff_room::{StaffRow, staff_rows};
pub use study::{GroupRow, LineRow, group_rows, line_rows};

/// The head of a class page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassHead {
    /// Identity.
    pub id: ClassId,
    /// Grade and letter; empty for the staff room.
    pub label: String,
    /// Whether this is the staff room.
    pub is_staff_room: bool,
    /// Profile in the school's words.
    pub profile: String,
    /// The year with its name; none for the staff room.
    pub year: Option<(SchoolYearId, String)>,
    /// The day it was closed.
    pub archived: Option<NaiveDate>,
    /// The day as of which the page speaks.
    pub day: NaiveDate,
}

/// The head of a class; none where no class has that identity.
#[must_use]
pub fn head(school: &School, index: &Index, id: ClassId) -> Option<ClassHead> {
    let class: &Class = school.classes().get(&id)?;
    let year = class.year().and_then(|year| school.years().get(&year)).map(|year| (year.id, year.label()));
    Some(ClassHead {
        id,
        label: school.class_name(id),
        is_staff_room: class.is_staff_room(),
        profile: class.profile.clone(),
        year,
        archived: class.archived,
        day: day_of_class(school, index, class),
    })
}

/// A student of a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StudentRow {
    /// Who.
    pub person: PersonId,
    /// The stay.
    pub enrolment: EnrolmentId,
    /// Whole name.
    pub name: String,
    /// Representatives with initials.
    pub parents: Vec<(PersonId, String)>,
    /// Whether the student takes part on the platform.
    pub participation: Participation,
    /// First day in the class.
    pub from: Option<NaiveDate>,
}

/// The students of a class on a day, by name.
#[must_use]
pub fn student_rows(school: &School, index: &Index, class: ClassId, day: NaiveDate) -> Vec<StudentRow> {
    let mut rows: Vec<_> = school
        .enrolments()
        .values()
        .filter(|row| row.class == class && row.period.contains(day))
        .filter_map(|row| Some((school.people().get(&row.student)?, row)))
        .collect();
    order::by(&mut rows, |(a, _), (b, _)| a.name.cmp(&b.name));
    rows.into_iter()
        .map(|(person, row)| StudentRow {
            person: person.id,
            enrolment: row.id,
            name: person.name.to_string(),
            parents: parents(school, index, person.id),
            participation: person.participation,
            from: row.period.from,
        })
        .collect()
}

fn parents(school: &School, index: &Index, child: PersonId) -> Vec<(PersonId, String)> {
    let links = index.parents.get(&child).map_or(&[][..], Vec::as_slice);
    links.iter().filter_map(|(id, _)| Some((*id, school.people().get(id)?.name.short()))).collect()
}

#[cfg(test)]
mod tests;
