//! The change of the school year: every class goes up, previewed with its problems, then one act (2.1/5, 2.1/11).

mod act;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Index;
use crate::domain::words::fold;
use crate::domain::{
    Class, ClassId, ClassLabel, Enrolment, HomeroomAssignment, LocalActId, PersonId, School, SchoolYear, SchoolYearId,
};

pub use act::{ArchiveChats, Rollover, chats_of_past_years};

/// The last grade of primary school: its class teachers stay with the first grades.
const LAST_PRIMARY: u8 = 4;
/// The grade after which a student may leave with a certificate.
const LAST_BASIC: u8 = 9;
/// The last grade.
const LAST: u8 = 11;

/// What the school decides of the change of the year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// First day of the next year.
    pub from: NaiveDate,
    /// Last day of the next year.
    pub to: NaiveDate,
    /// Into what each class turns; a class that is not named here ends.
    pub successors: BTreeMap<ClassId, ClassLabel>,
    /// Students who stay in the grade.
    pub repeaters: BTreeSet<PersonId>,
    /// Students who leave, besides the last grade: those of grade 9 who go elsewhere.
    pub leavers: BTreeSet<PersonId>,
    /// New classes, such as the first ones.
    pub first: Vec<ClassLabel>,
    /// Whether class teachers go on with their classes.
    pub carries_homerooms: bool,
    /// Whether the lines of the load go on with their teachers.
    pub copies_load: bool,
    /// Whether the classes are renamed on the platform, so that their members stay in them.
    pub keeps_members: bool,
    /// The order.
    pub order: Option<LocalActId>,
}

/// A class of this year and what becomes of it, or a class that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassRow {
    /// The class of this year.
    pub from: Option<ClassId>,
    /// The class of the next year.
    pub to: Option<ClassLabel>,
    /// Students who go up with it.
    pub moving: Vec<PersonId>,
    /// Students who stay in the grade.
    pub repeating: Vec<PersonId>,
    /// Students who leave.
    pub leaving: Vec<PersonId>,
    /// The class teacher who goes on with it.
    pub teacher: Option<PersonId>,
}

/// What stands against the change of the year, or is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no year to go on from.
    NoYear,
    /// The next year does not begin after this one, or ends before it begins.
    Days,
    /// A class has no successor, and its students are not in the last grade.
    NoSuccessor(ClassId, usize),
    /// The successor is not of the next grade.
    GradeMisfit(ClassId, ClassLabel),
    /// No class of the next year has the grade that a student repeats.
    NoClassForRepeater(PersonId, u8),
    /// Two classes turn into one; worth knowing, no obstacle.
    Merged(ClassLabel),
    /// A class of the next year is there already and is used; worth knowing, no obstacle.
    Exists(ClassLabel),
}

impl Problem {
    /// Whether nothing can be done before it is settled.
    #[must_use]
    pub fn is_obstacle(&self) -> bool {
        !matches!(self, Self::Merged(_) | Self::Exists(_))
    }
}

/// The change of the year as it would be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// What was decided.
    pub choices: Choices,
    /// The next year, where it is there already.
    pub year: Option<SchoolYearId>,
    /// Classes in their order, then new ones.
    pub rows: Vec<ClassRow>,
    /// What is to be settled or known.
    pub problems: Vec<Problem>,
    /// Chats of this year's classes and groups that are still in use.
    pub chats: usize,
    /// How many lines go on.
    pub lines: usize,
}

/// Two spellings of a label are one class (2.1/5).
fn key(label: &ClassLabel) -> (u8, String) {
    (label.grade(), fold(label.letter()))
}

/// What every class turns into, unless the school decides otherwise: the next grade with the same letter.
#[must_use]
pub fn successors(school: &School, index: &Index) -> BTreeMap<ClassId, ClassLabel> {
    let next = |id: &ClassId| {
        let label = school.classes().get(id)?.label()?;
        if label.grade() == LAST {
            return None;
        }
        ClassLabel::new(label.grade() + 1, label.letter()).ok().map(|next| (*id, next))
    };
    index.classes.iter().filter_map(next).collect()
}

/// The students who may choose to leave: those of grade 9.
#[must_use]
pub fn may_leave(school: &School, index: &Index) -> Vec<PersonId> {
    let is_last_basic = |id: &&ClassId| grade(school, **id) == Some(LAST_BASIC);
    index.classes.iter().filter(is_last_basic).flat_map(|id| index.students_of(*id)).copied().collect()
}

fn grade(school: &School, class: ClassId) -> Option<u8> {
    school.classes().get(&class).and_then(|class| class.label()).map(ClassLabel::grade)
}

/// The year that the classes are in now.
fn this_year<'a>(school: &'a School, index: &Index) -> Option<&'a SchoolYear> {
    school.years().get(&index.year?).map(AsRef::as_ref)
}

/// Works the change of the year out: one pass over each table.
#[must_use]
pub fn propose(school: &School, index: &Index, choices: Choices) -> Proposal {
    let mut proposal = Proposal { year: next_year(school, &choices), ..Proposal::default() };
    let Some(year) = this_year(school, index) else {
        proposal.problems.push(Problem::NoYear);
        proposal.choices = choices;
        return proposal;
    };
    if choices.from <= year.to || choices.to <= choices.from {
        proposal.problems.push(Problem::Days);
    }
    let mut seen: BTreeSet<(u8, String)> = BTreeSet::new();
    for class in index.classes.iter() {
        let row = class_row(school, index, &choices, *class);
        proposal.problems.extend(problem_of(school, *class, &row));
        if let Some(to) = &row.to
            && !seen.insert(key(to))
        {
            proposal.problems.push(Problem::Merged(to.clone()));
        }
        proposal.rows.push(row);
    }
    for label in &choices.first {
        if seen.insert(key(label)) {
            let to = Some(label.clone());
            let empty = Vec::new;
            let row = ClassRow { from: None, to, moving: empty(), repeating: empty(), leaving: empty(), teacher: None };
            proposal.rows.push(row);
        }
    }
    let existing = classes_of(school, proposal.year);
    for row in &proposal.rows {
        proposal
            .problems
            .extend(row.to.iter().filter(|label| existing.contains_key(&key(label))).cloned().map(Problem::Exists));
        for student in &row.repeating {
            let grade = row.from.and_then(|id| grade(school, id)).unwrap_or_default();
            if !seen.iter().any(|(other, _)| *other == grade) {
                proposal.problems.push(Problem::NoClassForRepeater(*student, grade));
            }
        }
    }
    proposal.chats = act::chats_of(school, year.id).len();
    proposal.lines = if choices.copies_load {
        let going: BTreeSet<ClassId> =
            proposal.rows.iter().filter(|row| row.to.is_some()).filter_map(|row| row.from).collect();
        school.load().values().filter(|line| going.contains(&line.class)).count()
    } else {
        0
    };
    proposal.choices = choices;
    proposal
}

fn next_year(school: &School, choices: &Choices) -> Option<SchoolYearId> {
    use chrono::Datelike;
    school.years().values().find(|year| year.from.year() == choices.from.year()).map(|year| year.id)
}

/// The classes of a year by their label.
fn classes_of(school: &School, year: Option<SchoolYearId>) -> BTreeMap<(u8, String), ClassId> {
    let own = school.classes().values().filter(|class| year.is_some() && class.year() == year);
    own.filter_map(|class| class.label().map(|label| (key(label), class.id))).collect()
}

fn class_row(school: &School, index: &Index, choices: &Choices, class: ClassId) -> ClassRow {
    let to = choices.successors.get(&class).cloned();
    let is_last = grade(school, class) == Some(LAST);
    let (mut moving, mut repeating, mut leaving) = (Vec::new(), Vec::new(), Vec::new());
    for student in index.students_of(class) {
        if choices.repeaters.contains(student) {
            repeating.push(*student);
        } else if choices.leavers.contains(student) || is_last {
            leaving.push(*student);
        } else {
            moving.push(*student);
        }
    }
    let goes_on = choices.carries_homerooms && to.is_some() && grade(school, class) != Some(LAST_PRIMARY);
    let teacher = index.homeroom.get(&class).copied().filter(|_| goes_on);
    ClassRow { from: Some(class), to, moving, repeating, leaving, teacher }
}

fn problem_of(school: &School, class: ClassId, row: &ClassRow) -> Option<Problem> {
    match &row.to {
        None if !row.moving.is_empty() => Some(Problem::NoSuccessor(class, row.moving.len())),
        Some(to) if grade(school, class).is_some_and(|grade| to.grade() != grade + 1) => {
            Some(Problem::GradeMisfit(class, to.clone()))
        }
        _ => None,
    }
}

impl Proposal {
    /// Whether it can be carried out.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.problems.iter().any(Problem::is_obstacle)
    }

    /// How many go up, repeat, leave.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let sum = |of: fn(&ClassRow) -> usize| self.rows.iter().map(of).sum();
        (sum(|row| row.moving.len()), sum(|row| row.repeating.len()), sum(|row| row.leaving.len()))
    }
}

/// The stays that hold on the day of the index, by student.
fn stays<'a>(school: &'a School, index: &Index) -> BTreeMap<PersonId, &'a Enrolment> {
    let now = school.enrolments().values().filter(|row| row.period.contains(index.day));
    now.map(|row| (row.student, row.as_ref())).collect()
}

/// The terms that hold on the day of the index.
fn terms<'a>(school: &'a School, index: &Index) -> impl Iterator<Item = &'a HomeroomAssignment> {
    let day = index.day;
    school.homerooms().values().map(AsRef::as_ref).filter(move |row| row.period.contains(day))
}

/// The classes of this year.
fn own_classes<'a>(school: &'a School, index: &'a Index) -> impl Iterator<Item = &'a Class> {
    index.classes.iter().filter_map(|id| school.classes().get(id)).map(AsRef::as_ref)
}
