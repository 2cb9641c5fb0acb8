//! School years: their rows, the one to suggest next, the form.

use chrono::{Datelike, NaiveDate};

use crate::domain::{School, SchoolYear, SchoolYearId};
use crate::order;
use crate::plan::Index;
use crate::view::fault::{Fault, Problem, Reader};

/// A school year in the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct YearRow {
    /// Identity.
    pub id: SchoolYearId,
    /// Its name: `2026/27`.
    pub label: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// How many classes it has.
    pub classes: usize,
    /// Whether the plan speaks of it now.
    pub is_current: bool,
}

/// The school years, the latest first.
#[must_use]
pub fn year_rows(school: &School, index: &Index) -> Vec<YearRow> {
    let mut rows: Vec<YearRow> = school
        .years()
        .values()
        .map(|year| YearRow {
            id: year.id,
            label: year.label(),
            from: year.from,
            to: year.to,
            classes: school.classes().values().filter(|class| class.year() == Some(year.id)).count(),
            is_current: index.year == Some(year.id),
        })
        .collect();
    order::by_key(&mut rows, |row| std::cmp::Reverse(row.from));
    rows
}

/// The days of a form as typed: `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearForm {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// The year to add next, from 1 September to 31 May: the one after the last; the running one where there is none,
/// and in the summer the coming one.
#[must_use]
pub fn suggested_year(school: &School, today: NaiveDate) -> YearForm {
    let last = school.years().values().map(|year| year.from.year()).max();
    let running = if today.month() >= 6 { today.year() } else { today.year() - 1 };
    let first = last.map_or(running, |last| last + 1);
    YearForm { from: format!("{first:04}-09-01"), to: format!("{:04}-05-31", first + 1) }
}

impl YearForm {
    /// The fields of a year that is there.
    #[must_use]
    pub fn of(year: &SchoolYear) -> Self {
        Self { from: year.from.to_string(), to: year.to.to_string() }
    }

    /// Reads the form.
    pub fn read(&self, id: SchoolYearId) -> Result<SchoolYear, Vec<Fault>> {
        let mut reader = Reader::default();
        let from = reader.needed_day("year-from", &self.from);
        let to = reader.needed_day("year-to", &self.to);
        let days = from.zip(to);
        if days.is_some_and(|(from, to)| to < from) {
            reader.fault("year-to", Problem::Backwards);
        }
        reader.finish(days.map(|(from, to)| SchoolYear { id, from, to }))
    }
}
