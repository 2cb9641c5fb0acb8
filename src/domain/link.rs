//! Which records a record points to, and what becomes of it when they go: nothing dangles.

mod office;

use std::collections::{BTreeMap, BTreeSet};

use super::class::ClassKind;
use super::record::{Record, RecordKey, RecordKind, Row};
use super::{Class, LocalAct, Person, SchoolYear, Subject};

/// How a record holds on to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It has no meaning without it and goes with it.
    Part,
    /// It stays and forgets it.
    Mention,
}

/// Where a record tells what it points to.
struct Out<'a> {
    visit: &'a mut dyn FnMut(RecordKey, Hold),
}

impl<'a> Out<'a> {
    fn new(visit: &'a mut dyn FnMut(RecordKey, Hold)) -> Self {
        Self { visit }
    }

    fn part<T: Row>(&mut self, ids: impl IntoIterator<Item = T::Id>) {
        ids.into_iter().for_each(|id| (self.visit)(RecordKey::to::<T>(id), Hold::Part));
    }

    fn mention<T: Row>(&mut self, ids: impl IntoIterator<Item = T::Id>) {
        ids.into_iter().for_each(|id| (self.visit)(RecordKey::to::<T>(id), Hold::Mention));
    }
}

/// A record that is gone, and how others forget it.
#[derive(Clone, Copy)]
struct Gone(RecordKey);

impl Gone {
    fn is<T: Row>(self, id: T::Id) -> bool {
        self.0 == RecordKey::to::<T>(id)
    }

    fn option<T: Row>(self, slot: &mut Option<T::Id>) {
        if slot.is_some_and(|id| self.is::<T>(id)) {
            *slot = None;
        }
    }

    fn set<T: Row>(self, set: &mut BTreeSet<T::Id>) {
        if self.0.kind == T::KIND {
            set.remove(&self.0.id.into());
        }
    }

    fn map<T: Row, V>(self, map: &mut BTreeMap<T::Id, V>) {
        if self.0.kind == T::KIND {
            map.remove(&self.0.id.into());
        }
    }
}

/// A copy of a row, edited.
fn edited<T: Row>(row: &T, edit: impl FnOnce(&mut T)) -> Record {
    let mut row = row.clone();
    edit(&mut row);
    Record::new(row)
}

/// Calls `visit` with every record that `record` points to.
pub fn links(record: &Record, visit: &mut dyn FnMut(RecordKey, Hold)) {
    use Hold::{Mention, Part};
    let person = RecordKey::to::<Person>;
    let class = RecordKey::to::<Class>;
    let act = RecordKey::to::<LocalAct>;
    let year = RecordKey::to::<SchoolYear>;
    match record {
        Record::Organisation(_)
        | Record::PlatformProfile(_)
        | Record::Settings(_)
        | Record::SchoolYear(_)
        | Record::Person(_)
        | Record::Subject(_)
        | Record::Interpretation(_)
        | Record::ImportProfile(_)
        | Record::NextPlatform(_)
        | Record::SealedFile(_) => {}
        Record::LocalAct(row) => row.signer.into_iter().for_each(|id| visit(person(id), Mention)),
        Record::Class(row) => {
            if let ClassKind::Class { year: id, .. } = &row.kind {
                visit(year(*id), Part);
            }
        }
        Record::Nomenclature(row) => {
            visit(year(row.year), Part);
            row.order.into_iter().for_each(|id| visit(act(id), Mention));
        }
        Record::Enrolment(row) => {
            visit(person(row.student), Part);
            visit(class(row.class), Part);
            row.order.into_iter().for_each(|id| visit(act(id), Mention));
        }
        Record::Representation(row) => {
            visit(person(row.parent), Part);
            visit(person(row.child), Part);
        }
        Record::Position(row) => {
            visit(person(row.person), Part);
            row.order.into_iter().for_each(|id| visit(act(id), Mention));
        }
        Record::HomeroomAssignment(row) => {
            visit(class(row.class), Part);
            visit(person(row.teacher), Part);
            row.order.into_iter().for_each(|id| visit(act(id), Mention));
        }
        Record::Appointment(row) => {
            visit(person(row.person), Part);
            row.order.into_iter().chain(row.ended_by).for_each(|id| visit(act(id), Mention));
            row.appointed_by.into_iter().for_each(|id| visit(person(id), Mention));
        }
        Record::Membership(row) => {
            visit(person(row.person), Part);
            visit(class(row.class), Part);
        }
        Record::Verification(row) => {
            visit(person(row.person), Part);
            if let super::VerificationState::Confirmed { by: Some(id), .. } = row.state {
                visit(person(id), Mention);
            }
        }
        Record::LoadLine(row) => {
            visit(class(row.class), Part);
            visit(RecordKey::to::<Subject>(row.subject), Part);
            row.members.iter().for_each(|id| visit(person(*id), Mention));
            row.teacher.into_iter().for_each(|id| visit(person(id), Mention));
        }
        Record::ActivityGroup(row) => {
            visit(year(row.year), Part);
            row.leader.into_iter().for_each(|id| visit(person(id), Mention));
            row.classes.iter().for_each(|id| visit(class(*id), Mention));
            row.members.iter().for_each(|id| visit(person(*id), Mention));
        }
        Record::ActiveGroup(row) => {
            row.class.into_iter().for_each(|id| visit(class(id), Part));
            row.members.iter().for_each(|id| visit(person(*id), Mention));
        }
        other => office::links(other, &mut Out::new(visit)),
    }
}

/// Gives the record without its mentions of `gone`.
#[must_use]
pub fn forget(record: &Record, gone: RecordKey) -> Record {
    fn drop_if<T: Copy + Into<uuid::Uuid>>(slot: &mut Option<T>, gone: RecordKey) {
        if slot.is_some_and(|id| id.into() == gone.id) {
            *slot = None;
        }
    }
    let is_person = gone.kind == RecordKind::Person;
    let is_class = gone.kind == RecordKind::Class;
    let is_act = gone.kind == RecordKind::LocalAct;
    match record {
        Record::LocalAct(row) if is_person => edited(&**row, |row| drop_if(&mut row.signer, gone)),
        Record::Nomenclature(row) if is_act => edited(&**row, |row| drop_if(&mut row.order, gone)),
        Record::Enrolment(row) if is_act => edited(&**row, |row| drop_if(&mut row.order, gone)),
        Record::Position(row) if is_act => edited(&**row, |row| drop_if(&mut row.order, gone)),
        Record::HomeroomAssignment(row) if is_act => edited(&**row, |row| drop_if(&mut row.order, gone)),
        Record::Appointment(row) if is_act => edited(&**row, |row| {
            drop_if(&mut row.order, gone);
            drop_if(&mut row.ended_by, gone);
        }),
        Record::Appointment(row) if is_person => edited(&**row, |row| drop_if(&mut row.appointed_by, gone)),
        Record::Verification(row) if is_person => edited(&**row, |row| {
            if let super::VerificationState::Confirmed { by, .. } = &mut row.state {
                drop_if(by, gone);
            }
        }),
        Record::LoadLine(row) if is_person => edited(&**row, |row| {
            drop_if(&mut row.teacher, gone);
            row.members.remove(&gone.id.into());
        }),
        Record::ActivityGroup(row) if is_person => edited(&**row, |row| {
            drop_if(&mut row.leader, gone);
            row.members.remove(&gone.id.into());
        }),
        Record::ActivityGroup(row) if is_class => edited(&**row, |row| {
            row.classes.remove(&gone.id.into());
        }),
        Record::ActiveGroup(row) if is_person => edited(&**row, |row| {
            row.members.remove(&gone.id.into());
        }),
        other => office::forget(other, Gone(gone)).unwrap_or_else(|| other.clone()),
    }
}
