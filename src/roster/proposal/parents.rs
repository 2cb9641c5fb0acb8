//! Parents: one record a person, linked to each child; never a made-up child.

use std::sync::Arc;

use super::matching::{Found, find, fits, fuller};
use super::staff::same_contacts;
use super::work::Work;
use super::{Cancelled, CountOf, Source};
use crate::domain::{Kinship, Person, PersonId, Representation};
use crate::roster::problem::{Place, ProblemKind, Severity};
use crate::roster::rows::{Guardian, ParentRow, StudentRow};

/// Takes a list of parents.
pub fn take(work: &mut Work<'_>, source: &Source<'_>, rows: &[ParentRow]) -> Result<(), Cancelled> {
    for row in rows {
        work.tick()?;
        let place = source.at(row.line);
        match child(work, row) {
            Found::One(child) => link(work, &row.parent, child.id, &place),
            Found::Several => {
                work.tell(Severity::Error, place, ProblemKind::AmbiguousPerson { name: row.child.to_string() });
            }
            // Nothing is invented for a child that no list of students knows.
            Found::Nobody => {
                work.tell(Severity::Error, place, ProblemKind::ChildNotOnRoster { child: row.child.to_string() });
            }
        }
    }
    Ok(())
}

/// Takes the parents that a list of students names beside them.
pub fn take_from_students(work: &mut Work<'_>, source: &Source<'_>, rows: &[StudentRow]) {
    for row in rows {
        let place = source.at(row.line);
        if let Some(child) = work.student_at.get(&place).copied() {
            for guardian in &row.parents {
                link(work, guardian, child, &place);
            }
        }
    }
}

fn child(work: &Work<'_>, row: &ParentRow) -> Found {
    let class = row.class.as_ref().map(|label| work.class(label));
    let students = work.namesakes(&row.child).into_iter().filter(|person| {
        let current = work.class_of(person.id);
        current.is_some() && class.is_none_or(|class| class == current)
    });
    find(&row.child, students)
}

/// Writes a representative and the link to a child.
fn link(work: &mut Work<'_>, guardian: &Guardian, child: PersonId, place: &Place) {
    let Some(known) = known(work, guardian, child) else {
        work.tell(Severity::Error, place.clone(), ProblemKind::AmbiguousPerson { name: guardian.name.to_string() });
        return;
    };
    let mut person = match known {
        Known::Person(person) => Person { name: fuller(&person.name, &guardian.name), ..(*person).clone() },
        Known::New => Person::new(work.ids.fresh(), guardian.name.clone()),
    };
    person.phone = guardian.phone.or(person.phone);
    person.email = guardian.email.clone().or(person.email);
    let parent = person.id;
    work.put(person);
    work.touch::<Person>(CountOf::Parents, parent, place);
    let old = work.links.get(&(parent, child)).and_then(|id| work.get::<Representation>(*id));
    let (id, before) = old.map_or_else(|| (work.ids.fresh(), Kinship::Unknown), |old| (old.id, old.kinship));
    let kinship = if guardian.kinship == Kinship::Unknown { before } else { guardian.kinship };
    work.put(Representation { id, parent, child, kinship });
    work.part::<Representation>(id, CountOf::Parents, parent);
}

enum Known {
    Person(Arc<Person>),
    New,
}

/// Finds the representative: of this very child by name, else by name and phone, or e-mail where a phone is missing.
///
/// `None` means that several fit.
fn known(work: &Work<'_>, guardian: &Guardian, child: PersonId) -> Option<Known> {
    let of_child = work.parents_of.get(&child).map(Vec::as_slice).unwrap_or_default();
    match find(&guardian.name, of_child.iter().filter_map(|id| work.get::<Person>(*id))) {
        Found::One(person) => return Some(Known::Person(person)),
        Found::Several => return None,
        Found::Nobody => {}
    }
    let namesakes = work.namesakes(&guardian.name);
    let mut meant = namesakes.into_iter().filter(|person| {
        person.id != child
            && same_contacts(person, guardian.phone, guardian.email.as_ref())
            && fits(&guardian.name, &person.name)
    });
    match (meant.next(), meant.next()) {
        (Some(person), None) => Some(Known::Person(person)),
        (None, _) => Some(Known::New),
        (Some(_), Some(_)) => None,
    }
}
