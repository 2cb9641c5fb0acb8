//! What a class studies: lines of its curriculum and its extracurricular groups (1.6).

use crate::domain::{ActivityGroupId, ClassId, Hours, LoadLineId, PersonId, School};
use crate::order;

/// A line of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineRow {
    /// Identity.
    pub id: LoadLineId,
    /// The subject.
    pub subject: String,
    /// The subgroup; empty for the whole class.
    pub group: String,
    /// The teacher; none while the place is vacant.
    pub teacher: Option<(PersonId, String)>,
    /// Hours a week.
    pub hours: Hours,
}

/// The lines of a class, by subject and subgroup.
#[must_use]
pub fn line_rows(school: &School, class: ClassId) -> Vec<LineRow> {
    let mut rows: Vec<LineRow> = school
        .load()
        .values()
        .filter(|line| line.class == class)
        .map(|line| LineRow {
            id: line.id,
            subject: school.subjects().get(&line.subject).map(|subject| subject.name.clone()).unwrap_or_default(),
            group: line.group.clone(),
            teacher: line.teacher.map(|id| (id, school.person_name(id))),
            hours: line.hours,
        })
        .collect();
    order::by(&mut rows, |a, b| (&a.subject, &a.group).cmp(&(&b.subject, &b.group)));
    rows
}

/// An extracurricular group of a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GroupRow {
    /// Identity.
    pub id: ActivityGroupId,
    /// Name.
    pub name: String,
    /// Who leads it.
    pub leader: Option<(PersonId, String)>,
    /// The other classes it is for.
    pub others: Vec<String>,
    /// Hours a week.
    pub hours: Hours,
}

/// The groups of a class, by name.
#[must_use]
pub fn group_rows(school: &School, class: ClassId) -> Vec<GroupRow> {
    let mut rows: Vec<GroupRow> = school
        .activities()
        .values()
        .filter(|group| group.classes.contains(&class))
        .map(|group| GroupRow {
            id: group.id,
            name: group.name.clone(),
            leader: group.leader.map(|id| (id, school.person_name(id))),
            others: others(school, class, &group.classes),
            hours: group.hours,
        })
        .collect();
    order::by(&mut rows, |a, b| a.name.cmp(&b.name));
    rows
}

fn others(school: &School, class: ClassId, classes: &std::collections::BTreeSet<ClassId>) -> Vec<String> {
    let others = classes.iter().filter(|id| **id != class).filter_map(|id| school.classes().get(id));
    let mut labels: Vec<_> = others.filter_map(|other| other.label().cloned()).collect();
    order::natural(&mut labels);
    labels.iter().map(ToString::to_string).collect()
}
