//! Hats: what the school's records make a person, each in its scope and for its days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Basis;
use crate::domain::{
    ActivityGroupId, AdministratorPost, ClassId, LoadLineId, LocalActId, Period, PersonId, School, StaffCategory,
};

/// Holds one thing that a person is at the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hat {
    /// The kind of record behind it, which an edition maps to a role.
    pub basis: Basis,
    /// Where it holds.
    pub scope: HatScope,
    /// From when to when.
    pub period: Period,
    /// The order it rests on, where one is registered.
    pub order: Option<LocalActId>,
    /// How the day asked for lies to the period.
    pub state: HatState,
}

/// Tells where a hat holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HatScope {
    /// The whole school; for a teacher: no line or group was given yet.
    School,
    /// A class: the class teacher's, or the student's.
    Class(ClassId),
    /// A line of the load.
    Line {
        /// The line.
        line: LoadLineId,
        /// Its class.
        class: ClassId,
    },
    /// An activity group.
    Activity(ActivityGroupId),
    /// A student whom the person represents.
    Child {
        /// The student.
        child: PersonId,
        /// The class on the day, where the student has one.
        class: Option<ClassId>,
    },
}

/// Tells how the day asked for lies to the period of a hat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HatState {
    /// The hat holds on the day.
    Active,
    /// It begins later, on this day.
    NotBegun(NaiveDate),
    /// It ended before, on this day.
    Ended(NaiveDate),
}

impl HatState {
    fn of(period: Period, on: NaiveDate) -> Self {
        match (period.from, period.to) {
            (_, Some(to)) if to < on => Self::Ended(to),
            (Some(from), _) if from > on => Self::NotBegun(from),
            _ => Self::Active,
        }
    }
}

/// The hats of a person, those that ended or have not begun included; scans the school once.
#[must_use]
pub fn hats(school: &School, person: PersonId, on: NaiveDate) -> Vec<Hat> {
    collect(school, Some(person), on).remove(&person).unwrap_or_default()
}

/// The hats of everybody, or of `only`, in one pass over the records.
pub(super) fn collect(school: &School, only: Option<PersonId>, on: NaiveDate) -> BTreeMap<PersonId, Vec<Hat>> {
    let mut rack = Rack { school, only, on, hats: BTreeMap::new() };
    rack.posts();
    rack.classes();
    rack.teaching();
    rack.families();
    rack.idle_teachers();
    rack.hats
}

/// The hats found so far.
struct Rack<'a> {
    school: &'a School,
    only: Option<PersonId>,
    on: NaiveDate,
    hats: BTreeMap<PersonId, Vec<Hat>>,
}

impl Rack<'_> {
    fn wants(&self, person: PersonId) -> bool {
        self.only.is_none_or(|only| only == person)
    }

    fn hang(&mut self, person: PersonId, basis: Basis, scope: HatScope, period: Period, order: Option<LocalActId>) {
        // An order that is not in the register proves nothing.
        let order = order.filter(|order| self.school.acts().contains_key(order));
        let state = HatState::of(period, self.on);
        self.hats.entry(person).or_default().push(Hat { basis, scope, period, order, state });
    }

    fn posts(&mut self) {
        for row in self.school.positions().values() {
            if !self.wants(row.person) {
                continue;
            }
            let basis = match row.category {
                StaffCategory::Head => Basis::Head,
                StaffCategory::Deputy => Basis::Administration,
                // Teaching posts get their hats from lines and groups; oddity 9: other staff are in no category.
                _ => continue,
            };
            self.hang(row.person, basis, HatScope::School, row.period, row.order);
        }
        for row in self.school.appointments().values() {
            if self.wants(row.person) {
                // 2.1/0 and 2.1/7: the two kinds of administrators.
                let basis = match row.post {
                    AdministratorPost::Platform => Basis::PlatformAdmin,
                    AdministratorPost::Additional => Basis::AdditionalAdmin,
                };
                self.hang(row.person, basis, HatScope::School, row.period, row.order);
            }
        }
    }

    fn classes(&mut self) {
        for row in self.school.homerooms().values() {
            if self.wants(row.teacher) {
                let period = self.while_open(row.class, row.period);
                self.hang(row.teacher, Basis::ClassTeacher, HatScope::Class(row.class), period, row.order);
            }
        }
        for row in self.school.enrolments().values() {
            if self.wants(row.student) {
                let period = self.while_open(row.class, row.period);
                self.hang(row.student, Basis::Student, HatScope::Class(row.class), period, row.order);
            }
        }
    }

    fn teaching(&mut self) {
        for row in self.school.load().values() {
            if let Some(teacher) = row.teacher.filter(|teacher| self.wants(*teacher)) {
                let year = self.school.classes().get(&row.class).and_then(|class| class.year());
                let year = year.and_then(|year| self.school.years().get(&year));
                let period = year.map_or_else(Period::default, |year| between(year.from, year.to));
                let period = self.while_open(row.class, period);
                let scope = HatScope::Line { line: row.id, class: row.class };
                self.hang(teacher, Basis::SubjectTeacher, scope, period, None);
            }
        }
        for row in self.school.activities().values() {
            if let Some(leader) = row.leader.filter(|leader| self.wants(*leader)) {
                let year = self.school.years().get(&row.year);
                let period = year.map_or_else(Period::default, |year| between(year.from, year.to));
                self.hang(leader, Basis::ExtraEducator, HatScope::Activity(row.id), period, None);
            }
        }
    }

    /// 1.5: a representative is one through a student, so the hat lasts as long as the student's stay.
    fn families(&mut self) {
        let mut children: BTreeMap<PersonId, Option<(ClassId, Period)>> = BTreeMap::new();
        for row in self.school.representations().values() {
            if self.wants(row.parent) {
                children.insert(row.child, None);
            }
        }
        if children.is_empty() {
            return;
        }
        for row in self.school.enrolments().values() {
            if let Some(stay) = children.get_mut(&row.student) {
                let is_better = stay.is_none_or(|(_, known)| {
                    !known.contains(self.on) && (row.period.contains(self.on) || row.period.from > known.from)
                });
                if is_better {
                    *stay = Some((row.class, row.period));
                }
            }
        }
        for row in self.school.representations().values() {
            if self.wants(row.parent) {
                let stay = children.get(&row.child).copied().flatten();
                let class = stay.filter(|(_, period)| period.contains(self.on)).map(|(class, _)| class);
                let period = stay.map_or_else(Period::default, |(class, period)| self.while_open(class, period));
                self.hang(row.parent, Basis::Parent, HatScope::Child { child: row.child, class }, period, None);
            }
        }
    }

    /// 2.4: a teaching post alone makes a pedagogue; own scopes come with the first line or group.
    fn idle_teachers(&mut self) {
        for row in self.school.positions().values() {
            let basis = match row.category {
                StaffCategory::Teacher | StaffCategory::Specialist => Basis::SubjectTeacher,
                StaffCategory::ExtraEducator => Basis::ExtraEducator,
                StaffCategory::Head | StaffCategory::Deputy | StaffCategory::NonTeaching => continue,
            };
            let is_busy = |hat: &Hat| hat.basis == basis && hat.state == HatState::Active;
            if self.wants(row.person) && !self.hats.get(&row.person).is_some_and(|hats| hats.iter().any(is_busy)) {
                self.hang(row.person, basis, HatScope::School, row.period, row.order);
            }
        }
    }

    /// A class that was closed ends what held in it.
    fn while_open(&self, class: ClassId, period: Period) -> Period {
        let closed = self.school.classes().get(&class).and_then(|class| class.archived);
        let to = match (period.to, closed) {
            (Some(to), Some(closed)) => Some(to.min(closed)),
            (to, closed) => to.or(closed),
        };
        Period { to, ..period }
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> Period {
    Period { from: Some(from), to: Some(to) }
}
