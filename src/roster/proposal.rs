//! What a school would take from the files: records to create and to change, and what there is to tell, line by line.
//!
//! A proposal changes nothing; its records become one [`Command::ImportRoster`](crate::domain::Command::ImportRoster).
//! Staff come before students, students before parents, all people before load and activities, whatever the order of
//! the files. Non-empty values overwrite, empty ones never do, and who is absent from a list is only named, never
//! dismissed. The same files again propose nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::problem::{Place, Problem};
use super::read::{ReadFile, ReadList};
use super::rows::Rows;
use crate::domain::{ClassLabel, Command, IdSource, PersonId, Record, School, SchoolYear, SchoolYearId};

mod matching;
mod parents;
mod staff;
mod students;
mod study;
mod work;

use work::Work;

/// What a person decides about an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportOptions {
    /// The school year that the lists are of.
    pub year: TargetYear,
    /// What is taken beyond the usual; nothing by default.
    #[serde(default)]
    pub choices: BTreeSet<Choice>,
}

/// What a person may allow an import beyond the usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// Takes a student whose birth date is no day of the calendar, without the date; else the row is refused.
    TakeWithoutDate,
    /// Keeps a load row or an activity whose teacher is not on the staff, without the teacher; else it is refused.
    KeepWithoutTeacher,
    /// Keeps every birth date; else only those that tell students of one name apart (SPEC section 8).
    KeepBirthDates,
    /// Keeps the numbers of personal files.
    KeepFileNumbers,
    /// Keeps phones and e-mails of students.
    KeepStudentContacts,
}

impl Choice {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::TakeWithoutDate,
        Self::KeepWithoutTeacher,
        Self::KeepBirthDates,
        Self::KeepFileNumbers,
        Self::KeepStudentContacts,
    ];
}

/// The school year that an import goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetYear {
    /// A year of the plan.
    Existing(SchoolYearId),
    /// A year that the import creates.
    New {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
}

impl ImportOptions {
    /// Whether a person allowed something.
    #[must_use]
    pub fn allows(&self, choice: Choice) -> bool {
        self.choices.contains(&choice)
    }

    /// The usual options: the year of `today`, the one to come from June on, and no more data than the plan needs.
    #[must_use]
    pub fn usual(school: &School, today: NaiveDate) -> Self {
        let first = if today.month() >= 6 { today.year() } else { today.year() - 1 };
        // A plan for the year to come is meant in spring too; a plan of a year that is over never is.
        let mut planned = school.years().values().filter(|year| year.from.year() >= first);
        let known = planned.clone().find(|year| year.from.year() == first).or_else(|| planned.next());
        let year = known.map_or_else(|| TargetYear::of(first), |year| TargetYear::Existing(year.id));
        Self { year, choices: BTreeSet::new() }
    }
}

impl TargetYear {
    /// The new year that begins on 1 September of `first`.
    #[must_use]
    pub fn of(first: i32) -> Self {
        let from = NaiveDate::from_ymd_opt(first, 9, 1).unwrap_or_default();
        Self::New { from, to: NaiveDate::from_ymd_opt(first + 1, 8, 31).unwrap_or(from) }
    }
}

/// What is counted apart in a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CountOf {
    /// School years.
    Years,
    /// Classes.
    Classes,
    /// Members of staff with their posts.
    Staff,
    /// Class teachers' terms.
    Homerooms,
    /// Students with their stays.
    Students,
    /// Representatives with their links to students.
    Parents,
    /// Subjects.
    Subjects,
    /// Lines of the curriculum.
    Load,
    /// Extracurricular groups.
    Activities,
}

/// What becomes of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It is new.
    Created,
    /// It changes.
    Updated,
    /// It stays as it is.
    Unchanged,
}

/// One thing of the files with what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub of: CountOf,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Its name.
    pub caption: String,
    /// The first line that speaks of it.
    pub place: Place,
}

/// How many there are of each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// New ones.
    pub created: usize,
    /// Changed ones.
    pub updated: usize,
    /// Unchanged ones.
    pub unchanged: usize,
}

impl Count {
    /// All of them.
    #[must_use]
    pub const fn total(self) -> usize {
        self.created + self.updated + self.unchanged
    }
}

/// A student of a class in the files who is in none of their rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The class in the plan.
    pub class: ClassLabel,
}

/// What a school would take from files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The records to create or to replace, of which one command is made.
    pub records: Vec<Record>,
    /// Counts by kind.
    pub counts: BTreeMap<CountOf, Count>,
    /// Everything the files speak of, in their order.
    pub items: Vec<Item>,
    /// What there is to tell, from reading and from comparing, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// Who is missing in the lists; nothing happens to them.
    pub absent: Vec<Absent>,
}

impl Proposal {
    /// Whether the school stays as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The count of one kind.
    #[must_use]
    pub fn count(&self, of: CountOf) -> Count {
        self.counts.get(&of).copied().unwrap_or_default()
    }

    /// The one command that takes the proposal over.
    #[must_use]
    pub fn into_command(self, source: String) -> Command {
        Command::ImportRoster { source, records: self.records }
    }
}

/// Tells that a person stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the import was cancelled")]
pub struct Cancelled;

/// Compares files with a school. `progress` hears of rows done and rows in all, and may stop the work.
pub fn propose(
    school: &School,
    files: &[ReadFile],
    options: &ImportOptions,
    ids: &mut IdSource,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Proposal, Cancelled> {
    let lists = || files.iter().flat_map(|file| file.lists.iter().map(move |list| (file, list)));
    let total = lists().map(|(_, list)| list.rows.len()).sum();
    let mut work = Work::new(school, options, ids, Ticker { progress, done: 0, total });
    for (file, list) in lists() {
        work.check_year(file, list);
        if let Rows::Students(rows) = &list.rows {
            work.survey.add(rows);
        }
    }
    for (file, list) in lists() {
        if let Rows::Staff(rows) = &list.rows {
            staff::take(&mut work, &Source::of(file, list), rows)?;
        }
    }
    for (file, list) in lists() {
        if let Rows::Students(rows) = &list.rows {
            students::take(&mut work, &Source::of(file, list), rows)?;
        }
    }
    students::settle_birth_dates(&mut work);
    for (file, list) in lists() {
        match &list.rows {
            Rows::Students(rows) => parents::take_from_students(&mut work, &Source::of(file, list), rows),
            Rows::Parents(rows) => parents::take(&mut work, &Source::of(file, list), rows)?,
            _ => {}
        }
    }
    for (file, list) in lists() {
        match &list.rows {
            Rows::Load(rows) => study::take_load(&mut work, &Source::of(file, list), rows)?,
            Rows::Activities(rows) => study::take_activities(&mut work, &Source::of(file, list), rows)?,
            _ => {}
        }
    }
    staff::note_missing_teachers(&mut work, lists().find(|(_, list)| matches!(list.rows, Rows::Staff(_))));
    Ok(work.finish(files))
}

/// A list as the source of rows: it makes places.
struct Source<'a> {
    file: &'a str,
    sheet: &'a str,
}

impl<'a> Source<'a> {
    fn of(file: &'a ReadFile, list: &'a ReadList) -> Self {
        Self { file: &file.name, sheet: &list.sheet }
    }

    fn at(&self, line: u32) -> Place {
        Place { file: self.file.to_owned(), sheet: self.sheet.to_owned(), line }
    }
}

/// Counts rows and asks from time to time whether to go on.
struct Ticker<'a> {
    progress: &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    done: usize,
    total: usize,
}

impl Ticker<'_> {
    fn tick(&mut self) -> Result<(), Cancelled> {
        self.done += 1;
        if !self.done.is_multiple_of(100) && self.done != self.total {
            return Ok(());
        }
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled),
        }
    }
}

/// The year of an import, as a record.
fn year_record(school: &School, target: TargetYear, ids: &mut IdSource) -> SchoolYear {
    let twin = |from: NaiveDate| school.years().values().find(move |year| year.from.year() == from.year());
    match target {
        TargetYear::Existing(id) => match school.years().get(&id) {
            Some(year) => (**year).clone(),
            None => SchoolYear { id, from: NaiveDate::default(), to: NaiveDate::default() },
        },
        TargetYear::New { from, to } => {
            twin(from).map_or_else(|| SchoolYear { id: ids.fresh(), from, to }, |year| (**year).clone())
        }
    }
}
