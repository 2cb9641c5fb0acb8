//! The load: the matrix of classes and subjects, the list of lines, groups, and sums of hours.

use std::collections::BTreeMap;

use crate::domain::words::russian_rank;
use crate::domain::{
    ActiveGroupId, ActiveGroupKind, ActivityGroupId, ClassId, Hours, LoadLine, LoadLineId, PersonId, School, SubjectId,
};
use crate::order;
use crate::plan::Index;

use super::choice;

/// Most classes the matrix shows when nobody chose a grade.
const MANY_CLASSES: usize = 40;

/// A line in a cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CellLine {
    /// Which line.
    pub id: LoadLineId,
    /// The subgroup; empty for the whole class.
    pub group: String,
    /// The teacher with initials; empty while the place is vacant.
    pub teacher: String,
    /// Hours a week.
    pub hours: Hours,
}

/// A subject with its lines in each class of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MatrixRow {
    /// The subject.
    pub subject: SubjectId,
    /// Its name.
    pub name: String,
    /// A cell for each class.
    pub cells: Vec<Vec<CellLine>>,
}

/// Classes across, subjects down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// Classes with their labels.
    pub classes: Vec<(ClassId, String)>,
    /// Subjects by name.
    pub rows: Vec<MatrixRow>,
}

/// The grades of the year's classes.
#[must_use]
pub fn grades(school: &School, index: &Index) -> Vec<u8> {
    let mut grades: Vec<u8> = index.classes.iter().filter_map(|id| grade(school, *id)).collect();
    grades.dedup();
    grades
}

/// The grade shown first: all of a small school, the lowest of a large one.
#[must_use]
pub fn first_grade(school: &School, index: &Index) -> Option<u8> {
    if index.classes.len() <= MANY_CLASSES { None } else { grades(school, index).first().copied() }
}

fn grade(school: &School, class: ClassId) -> Option<u8> {
    school.classes().get(&class)?.label().map(crate::domain::ClassLabel::grade)
}

/// The matrix of a grade, or of all.
#[must_use]
pub fn matrix(school: &School, index: &Index, only: Option<u8>) -> Matrix {
    let shown = index.classes.iter().copied().filter(|id| only.is_none() || grade(school, *id) == only);
    let classes: Vec<(ClassId, String)> = shown.map(|id| (id, school.class_name(id))).collect();
    let mut cells: BTreeMap<(SubjectId, ClassId), Vec<CellLine>> = BTreeMap::new();
    for (class, _) in &classes {
        for id in index.lines.get(class).into_iter().flatten() {
            if let Some(line) = school.load().get(id) {
                cells.entry((line.subject, *class)).or_default().push(cell_line(school, line));
            }
        }
    }
    let rows = choice::subjects(school)
        .into_iter()
        .filter_map(|(id, name)| Some((id.parse::<SubjectId>().ok()?, name)))
        .map(|(subject, name)| MatrixRow {
            subject,
            name,
            cells: classes.iter().map(|(class, _)| cells.remove(&(subject, *class)).unwrap_or_default()).collect(),
        })
        .collect();
    Matrix { classes, rows }
}

fn cell_line(school: &School, line: &LoadLine) -> CellLine {
    CellLine { id: line.id, group: line.group.clone(), teacher: short_name(school, line.teacher), hours: line.hours }
}

fn short_name(school: &School, person: Option<PersonId>) -> String {
    person.and_then(|id| school.people().get(&id)).map(|person| person.name.short()).unwrap_or_default()
}

/// Which lines the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineFilter {
    /// Of a class.
    pub class: Option<ClassId>,
    /// Of a teacher.
    pub teacher: Option<PersonId>,
    /// Of a subject.
    pub subject: Option<SubjectId>,
    /// Whose place is vacant.
    pub is_vacant: bool,
}

/// A line in the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineRow {
    /// Which line.
    pub id: LoadLineId,
    /// Its class.
    pub class: (ClassId, String),
    /// Its subject.
    pub subject: String,
    /// Its subgroup.
    pub group: String,
    /// Its teacher.
    pub teacher: Option<(PersonId, String)>,
    /// Hours a week.
    pub hours: Hours,
}

/// The lines of the year that a filter lets through, by class and subject.
#[must_use]
pub fn found(school: &School, index: &Index, filter: LineFilter) -> Vec<LoadLineId> {
    let classes = index.classes.iter().filter(|id| filter.class.is_none_or(|class| class == **id));
    let lines = classes.filter_map(|class| index.lines.get(class)).flatten().copied();
    lines
        .filter(|id| {
            school.load().get(id).is_some_and(|line| {
                filter.teacher.is_none_or(|teacher| line.teacher == Some(teacher))
                    && filter.subject.is_none_or(|subject| line.subject == subject)
                    && (!filter.is_vacant || line.teacher.is_none())
            })
        })
        .collect()
}

/// The row of a line.
#[must_use]
pub fn line_row(school: &School, id: LoadLineId) -> Option<LineRow> {
    let line = school.load().get(&id)?;
    Some(LineRow {
        id,
        class: (line.class, school.class_name(line.class)),
        subject: school.subjects().get(&line.subject).map(|subject| subject.name.clone()).unwrap_or_default(),
        group: line.group.clone(),
        teacher: line.teacher.map(|teacher| (teacher, school.person_name(teacher))),
        hours: line.hours,
    })
}

/// Teachers of the year's lines, for a choice.
#[must_use]
pub fn teachers(school: &School, index: &Index) -> Vec<choice::Item> {
    let mut rows: Vec<choice::Item> = index.taught.keys().map(|id| (id.to_string(), school.person_name(*id))).collect();
    choice::sort_by_name(&mut rows);
    rows
}

/// A subject with the number of its lines.
#[must_use]
pub fn subjects(school: &School) -> Vec<(SubjectId, String, usize)> {
    let mut counts: BTreeMap<SubjectId, usize> = BTreeMap::new();
    for line in school.load().values() {
        *counts.entry(line.subject).or_default() += 1;
    }
    choice::subjects(school)
        .into_iter()
        .filter_map(|(id, name)| {
            let id: SubjectId = id.parse().ok()?;
            Some((id, name, counts.get(&id).copied().unwrap_or_default()))
        })
        .collect()
}

/// An extracurricular group in the list or on its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GroupRow {
    /// Which group.
    pub id: ActivityGroupId,
    /// Its name.
    pub name: String,
    /// Who leads it.
    pub leader: Option<(PersonId, String)>,
    /// Its classes.
    pub classes: Vec<(ClassId, String)>,
    /// Its members; empty while all students of its classes are meant.
    pub members: Vec<(PersonId, String)>,
    /// Hours a week.
    pub hours: Hours,
}

/// Groups of the year by name.
#[must_use]
pub fn groups(school: &School, index: &Index) -> Vec<GroupRow> {
    let of_year = school.activities().values().filter(|group| Some(group.year) == index.year);
    let mut rows: Vec<GroupRow> = of_year.filter_map(|group| group_row(school, index, group.id)).collect();
    order::by_cached_key(&mut rows, |row| row.name.to_lowercase().chars().map(russian_rank).collect::<Vec<u32>>());
    rows
}

/// A group.
#[must_use]
pub fn group_row(school: &School, index: &Index, id: ActivityGroupId) -> Option<GroupRow> {
    let group = school.activities().get(&id)?;
    let place = |class: &ClassId| index.classes.iter().position(|other| other == class);
    let mut classes: Vec<(ClassId, String)> =
        group.classes.iter().map(|class| (*class, school.class_name(*class))).collect();
    order::by_key(&mut classes, |(class, _)| place(class));
    Some(GroupRow {
        id,
        name: group.name.clone(),
        leader: group.leader.map(|leader| (leader, school.person_name(leader))),
        classes,
        members: by_name(school, group.members.iter().copied()),
        hours: group.hours,
    })
}

fn by_name(school: &School, people: impl Iterator<Item = PersonId>) -> Vec<(PersonId, String)> {
    let mut people: Vec<_> = people.filter_map(|id| school.people().get(&id)).collect();
    order::by(&mut people, |a, b| a.name.cmp(&b.name));
    people.into_iter().map(|person| (person.id, person.name.to_string())).collect()
}

/// A group of activists in the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ActiveRow {
    /// Which group.
    pub id: ActiveGroupId,
    /// Whose.
    pub kind: ActiveGroupKind,
    /// Its class; empty for the whole school.
    pub class: String,
    /// Its members.
    pub members: Vec<(PersonId, String)>,
}

/// Groups of activists: of the whole school first, then by class.
#[must_use]
pub fn active(school: &School, index: &Index) -> Vec<ActiveRow> {
    let mut groups: Vec<_> = school.active_groups().values().collect();
    order::by_key(&mut groups, |group| {
        (group.kind, group.class.map(|class| index.classes.iter().position(|other| *other == class)), group.id)
    });
    let row = |group: &std::sync::Arc<crate::domain::ActiveGroup>| ActiveRow {
        id: group.id,
        kind: group.kind,
        class: group.class.map(|class| school.class_name(class)).unwrap_or_default(),
        members: by_name(school, group.members.iter().copied()),
    };
    groups.into_iter().map(row).collect()
}

/// Hours of teachers, in hundredths, lines and groups led together; by name.
#[must_use]
pub fn hours_by_teacher(school: &School, index: &Index) -> Vec<(PersonId, String, u32)> {
    let mut sums: BTreeMap<PersonId, u32> = BTreeMap::new();
    for (teacher, lines) in index.taught.iter() {
        *sums.entry(*teacher).or_default() += sum_of(school, lines);
    }
    for (leader, groups) in index.led_groups.iter() {
        let hours = groups.iter().filter_map(|id| school.activities().get(id)).map(|group| u32::from(group.hours.0));
        *sums.entry(*leader).or_default() += hours.sum::<u32>();
    }
    let people = by_name(school, sums.keys().copied());
    people.into_iter().map(|(id, name)| (id, name, sums.get(&id).copied().unwrap_or_default())).collect()
}

/// Hours of classes, in hundredths, every subgroup counted.
#[must_use]
pub fn hours_by_class(school: &School, index: &Index) -> Vec<(ClassId, String, u32)> {
    let sum = |id: &ClassId| index.lines.get(id).map_or(0, |lines| sum_of(school, lines));
    index.classes.iter().map(|id| (*id, school.class_name(*id), sum(id))).collect()
}

fn sum_of(school: &School, lines: &[LoadLineId]) -> u32 {
    lines.iter().filter_map(|id| school.load().get(id)).map(|line| u32::from(line.hours.0)).sum()
}

#[cfg(test)]
mod tests;
