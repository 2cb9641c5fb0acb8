//! The history of a class: terms of its class teachers and stays of its students.

use chrono::NaiveDate;

use crate::domain::{ClassId, EnrolmentId, HomeroomAssignmentId, LocalActId, Period, PersonId, School};
use crate::order;

/// Where a period stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// It begins later.
    Planned,
    /// It holds.
    Active,
    /// It is over.
    Ended,
}

impl When {
    /// Where a period stands on a day.
    #[must_use]
    pub fn of(period: Period, day: NaiveDate) -> Self {
        if period.is_over(day) {
            Self::Ended
        } else if period.contains(day) {
            Self::Active
        } else {
            Self::Planned
        }
    }
}

/// A class teacher's term.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TermRow {
    /// Identity.
    pub id: HomeroomAssignmentId,
    /// Who.
    pub teacher: (PersonId, String),
    /// First and last day.
    pub period: Period,
    /// Number and date of the order.
    pub order: Option<(String, NaiveDate)>,
    /// Where it stands.
    pub when: When,
}

/// The terms of the class teachers of a class, the latest first.
#[must_use]
pub fn term_rows(school: &School, class: ClassId, day: NaiveDate) -> Vec<TermRow> {
    let mut rows: Vec<TermRow> = school
        .homerooms()
        .values()
        .filter(|row| row.class == class)
        .map(|row| TermRow {
            id: row.id,
            teacher: (row.teacher, school.person_name(row.teacher)),
            period: row.period,
            order: order(school, row.order),
            when: When::of(row.period, day),
        })
        .collect();
    order::by_key(&mut rows, |row| std::cmp::Reverse(row.period.from));
    rows
}

/// A student's stay in a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StayRow {
    /// Identity.
    pub id: EnrolmentId,
    /// Who.
    pub student: (PersonId, String),
    /// First and last day.
    pub period: Period,
    /// Number and date of the order.
    pub order: Option<(String, NaiveDate)>,
    /// Where it stands.
    pub when: When,
    /// The class the student is in on the day, where it is another one.
    pub now_in: String,
}

/// The stays in a class that are not plainly active: planned and ended ones, the latest first.
#[must_use]
pub fn stay_rows(school: &School, class: ClassId, day: NaiveDate) -> Vec<StayRow> {
    let now_in = |student: PersonId| {
        let stay = school.enrolments().values().find(|row| row.student == student && row.period.contains(day));
        stay.filter(|row| row.class != class).map(|row| school.class_name(row.class)).unwrap_or_default()
    };
    let mut rows: Vec<StayRow> = school
        .enrolments()
        .values()
        .filter(|row| row.class == class && (!row.period.contains(day) || row.period.to.is_some()))
        .map(|row| StayRow {
            id: row.id,
            student: (row.student, school.person_name(row.student)),
            period: row.period,
            order: order(school, row.order),
            when: When::of(row.period, day),
            now_in: now_in(row.student),
        })
        .collect();
    order::by(&mut rows, |a, b| b.period.from.cmp(&a.period.from).then_with(|| a.student.1.cmp(&b.student.1)));
    rows
}

/// Number and date of an act.
pub(super) fn order(school: &School, order: Option<LocalActId>) -> Option<(String, NaiveDate)> {
    order.and_then(|id| school.acts().get(&id)).map(|act| (act.number.clone(), act.date))
}
