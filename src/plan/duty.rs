//! The duties of a school year (SPEC section 4): what is due when, for whom, and what the records show of it.

mod evidence;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::{Index, Plan};
use crate::domain::{PersonId, School, SchoolYear};
use crate::regulation::{Basis, Duty, DutyWhen, Regulation};

use evidence::Witness;
pub use evidence::{USE_ORDER, is_use_order};

/// A duty at a time of the year.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyEntry<'a> {
    /// The duty.
    pub duty: &'a Duty,
    /// From when it can be done.
    pub from: NaiveDate,
    /// Until when.
    pub to: NaiveDate,
    /// Whose it is.
    pub holders: Vec<PersonId>,
    /// Of these: who still has to do it.
    pub open: Vec<PersonId>,
    /// How far it is.
    pub state: DutyState,
}

/// How far a duty is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyState {
    /// The time is over, and the records do not show it.
    Overdue,
    /// Now is the time.
    Due,
    /// Its time comes later.
    NotYet,
    /// The records show it.
    Done,
}

impl DutyState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Due, Self::NotYet, Self::Done];

    /// The word in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::NotYet => "not-yet",
            Self::Done => "done",
        }
    }

    fn of(is_done: bool, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Self {
        if is_done {
            Self::Done
        } else if today < from {
            Self::NotYet
        } else if today <= to {
            Self::Due
        } else {
            Self::Overdue
        }
    }
}

/// A span of days in which something is due; `to` is its deadline, `end` the last day that counts for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: NaiveDate,
    to: NaiveDate,
    end: NaiveDate,
}

/// The duties of the school year of the index, in the order of their deadlines.
#[must_use]
pub fn duties<'a>(
    school: &School,
    index: &Index,
    plan: &Plan,
    regulation: &'a Regulation,
    today: NaiveDate,
) -> Vec<DutyEntry<'a>> {
    let Some(year) = index.year.and_then(|year| school.years().get(&year)) else { return Vec::new() };
    let holders = holders(school, index);
    let witness = Witness { school, index, plan, regulation, today };
    let mut entries = Vec::new();
    for duty in regulation.duties() {
        let own: BTreeSet<PersonId> = duty
            .roles
            .iter()
            .filter_map(|role| regulation.role(role))
            .filter_map(|role| holders.get(&role.basis))
            .flatten()
            .copied()
            .collect();
        for span in spans(school, year, &duty.when) {
            entries.extend(entry(&witness, duty, &own, span));
        }
    }
    entries.sort_by_key(|entry| (entry.to, entry.from, entry.duty.clause));
    entries
}

/// Only the duties of one person, each as far as that person is with it.
#[must_use]
pub fn of_person(entries: Vec<DutyEntry<'_>>, person: PersonId, today: NaiveDate) -> Vec<DutyEntry<'_>> {
    let own = entries.into_iter().filter(|entry| entry.holders.contains(&person));
    own.map(|mut entry| {
        if entry.duty.evidence.is_personal() {
            let is_done = !entry.open.contains(&person);
            entry.state = DutyState::of(is_done, entry.from, entry.to, today);
        }
        entry.holders = vec![person];
        entry.open.retain(|holder| *holder == person);
        entry
    })
    .collect()
}

fn entry<'a>(witness: &Witness, duty: &'a Duty, own: &BTreeSet<PersonId>, span: Span) -> Option<DutyEntry<'a>> {
    let is_personal = duty.evidence.is_personal();
    let (holders, open, is_done): (Vec<PersonId>, Vec<PersonId>, bool) = if is_personal {
        let holders: Vec<PersonId> = own.iter().copied().filter(|person| witness.is_expected(*person)).collect();
        let is_open = |person: &PersonId| !witness.person(duty.evidence, *person, span);
        let open: Vec<PersonId> = holders.iter().copied().filter(is_open).collect();
        let is_done = open.is_empty();
        (holders, open, is_done)
    } else {
        let (holders, is_done): (Vec<PersonId>, bool) =
            (own.iter().copied().collect(), witness.school(duty.evidence, span));
        (holders.clone(), if is_done { Vec::new() } else { holders }, is_done)
    };
    // A duty of a person is nobody's where nobody holds the role; one of the school stays open.
    if is_personal && holders.is_empty() {
        return None;
    }
    let state = DutyState::of(is_done, span.from, span.to, witness.today);
    Some(DutyEntry { duty, from: span.from, to: span.to, holders, open, state })
}

/// Who holds what, on the day of the index; students and representatives have no calendar of their own.
fn holders(school: &School, index: &Index) -> BTreeMap<Basis, Vec<PersonId>> {
    use crate::domain::{AdministratorPost, StaffCategory};
    let mut holders: BTreeMap<Basis, Vec<PersonId>> = BTreeMap::new();
    for (person, posts) in index.positions.iter() {
        for post in posts.iter().filter_map(|post| school.positions().get(post)) {
            let basis = match post.category {
                StaffCategory::Head => Basis::Head,
                StaffCategory::Deputy => Basis::Administration,
                _ => continue,
            };
            holders.entry(basis).or_default().push(*person);
        }
    }
    for row in school.appointments().values().filter(|row| row.period.contains(index.day)) {
        let basis = match row.post {
            AdministratorPost::Platform => Basis::PlatformAdmin,
            AdministratorPost::Additional => Basis::AdditionalAdmin,
        };
        holders.entry(basis).or_default().push(row.person);
    }
    holders.insert(Basis::ClassTeacher, index.led_classes.keys().copied().collect());
    holders.insert(Basis::SubjectTeacher, index.taught.keys().copied().collect());
    holders.insert(Basis::ExtraEducator, index.led_groups.keys().copied().collect());
    holders
}

/// When a duty is due in a school year.
fn spans(school: &School, year: &SchoolYear, when: &DutyWhen) -> Vec<Span> {
    match when {
        DutyWhen::Between { from, to } => {
            let begins = year.from.year();
            let days = from.in_year(begins).zip(to.in_year(begins));
            days.into_iter().map(|(from, to)| Span { from, to, end: year.to.max(to) }).collect()
        }
        DutyWhen::Monthly { day } => months(year)
            .map(|(from, last)| {
                let due = from + Days::new(u64::from(day.saturating_sub(1)));
                Span { from, to: due.min(last), end: last }
            })
            .collect(),
        DutyWhen::Weekly { day } => {
            let monday = year.from - Days::new(u64::from(year.from.weekday().num_days_from_monday()));
            let weeks = (0..60).map(|week| monday + Days::new(week * 7)).take_while(|monday| *monday <= year.to);
            let due = Days::new(u64::from(day.saturating_sub(1).min(6)));
            weeks.map(|from| Span { from, to: from + due, end: from + Days::new(6) }).collect()
        }
        DutyWhen::AfterMovement { kinds, days } => {
            let mut last: BTreeMap<NaiveDate, NaiveDate> = BTreeMap::new();
            let rows = school.movements().values().filter(|row| kinds.contains(&row.kind));
            for row in rows.filter(|row| (year.from..=year.to).contains(&row.on)) {
                let month = row.on.with_day(1).unwrap_or(row.on);
                let known = last.entry(month).or_insert(row.on);
                *known = row.on.max(*known);
            }
            let due = Days::new(u64::from(*days));
            last.into_iter().map(|(from, on)| Span { from, to: on + due, end: on + due }).collect()
        }
    }
}

/// The months of a school year: the first and the last day of each that are within it.
fn months(year: &SchoolYear) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let (begins, ends) = (year.from, year.to);
    let firsts = std::iter::successors(begins.with_day(1), |first| first.checked_add_months(chrono::Months::new(1)))
        .take_while(move |first| *first <= ends);
    firsts.map(move |first| {
        let next = first + chrono::Months::new(1);
        (first.max(begins), next.pred_opt().unwrap_or(first).min(ends))
    })
}

#[cfg(test)]
mod tests;
