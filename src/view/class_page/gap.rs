//! What a class lacks, under the clause that asks for it.

use chrono::NaiveDate;

use crate::clause;
use crate::domain::words::fold;
use crate::domain::{ClassId, ClauseId, PersonId, School};
use crate::plan::Index;

use super::{student_rows, study};

/// Something a class lacks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Nobody leads it (2.1/8).
    NoClassTeacher,
    /// Nobody studies in it (2.1/11).
    NoStudents,
    /// Students whose representatives nobody entered (1.5).
    NoRepresentative(Vec<(PersonId, String)>),
    /// Lines without a teacher (2.4/3a).
    VacantLines(Vec<String>),
    /// The approved list of the year does not name it (2.1/5).
    Unlisted,
}

impl Gap {
    /// The clause that asks for what is lacking.
    #[must_use]
    pub fn clause(&self) -> ClauseId {
        match self {
            Self::NoClassTeacher => clause!("2.1/8"),
            Self::NoStudents => clause!("2.1/11"),
            Self::NoRepresentative(_) => clause!("1.5"),
            Self::VacantLines(_) => clause!("2.4/3a"),
            Self::Unlisted => clause!("2.1/5"),
        }
    }
}

/// What a class lacks on a day; nothing for the staff room and for a closed class.
#[must_use]
pub fn gaps(school: &School, index: &Index, class: ClassId, day: NaiveDate) -> Vec<Gap> {
    let Some(row) = school.classes().get(&class) else { return Vec::new() };
    let (Some(label), Some(year)) = (row.label(), row.year()) else { return Vec::new() };
    if row.archived.is_some_and(|on| on <= day) {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    let is_led = school.homerooms().values().any(|term| term.class == class && term.period.contains(day));
    if !is_led {
        gaps.push(Gap::NoClassTeacher);
    }
    let students = student_rows(school, index, class, day);
    if students.is_empty() {
        gaps.push(Gap::NoStudents);
    }
    let alone: Vec<_> =
        students.into_iter().filter(|row| row.parents.is_empty()).map(|row| (row.person, row.name)).collect();
    if !alone.is_empty() {
        gaps.push(Gap::NoRepresentative(alone));
    }
    let vacant: Vec<String> = study::line_rows(school, class)
        .into_iter()
        .filter(|line| line.teacher.is_none())
        .map(|line| [line.subject, line.group].join(" ").trim_end().to_owned())
        .collect();
    if !vacant.is_empty() {
        gaps.push(Gap::VacantLines(vacant));
    }
    let key = |label: &crate::domain::ClassLabel| (label.grade(), fold(label.letter()));
    let list = school.nomenclatures().values().find(|list| list.year == year);
    if list.is_some_and(|list| list.classes.iter().all(|listed| key(listed) != key(label))) {
        gaps.push(Gap::Unlisted);
    }
    gaps
}
