//! Small parts that several areas' pages are made of.

use chrono::NaiveDate;

use crate::domain::{ClassId, Leave, PersonId};
use crate::text::refusal;
use crate::view::choice;
use crate::view::form::{Field, FieldKind};
use crate::view::page::{Cell, Filter, FilterKind, Tab, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// A person as a link to the card; empty where there is none.
#[must_use]
pub fn person(room: &Room, id: Option<PersonId>) -> Cell {
    id.map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id)))
}

/// A class as a link to its page; empty where there is none.
#[must_use]
pub fn class(room: &Room, id: Option<ClassId>) -> Cell {
    id.map_or_else(Cell::default, |id| Cell::link(room.school.class_name(id), Route::Class(id)))
}

/// Names of people in a line.
#[must_use]
pub fn names(room: &Room, people: impl IntoIterator<Item = PersonId>) -> String {
    people.into_iter().map(|id| room.school.person_name(id)).collect::<Vec<_>>().join(", ")
}

/// Why something is off, in words; none where nothing stands against it.
#[must_use]
pub fn refused(room: &Room, leave: &Leave) -> Option<String> {
    leave.as_ref().err().map(|refusal| refusal::sentence(room.lang, refusal))
}

/// A field for a day that begins with today.
#[must_use]
pub fn day_field(room: &Room, id: &'static str, label: impl Into<String>) -> Field {
    Field::new(id, label, FieldKind::Day).required().value(room.context.today)
}

/// A due day: red once it is over.
#[must_use]
pub fn due(room: &Room, due: Option<NaiveDate>, is_open: bool) -> Cell {
    let cell = Cell::day(due);
    let is_late = is_open && due.is_some_and(|due| due < room.context.today);
    if is_late { Cell { tone: Some(Tone::Error), ..cell } } else { cell }
}

/// A tab of the parameter `tab`; the first has an empty value.
#[must_use]
pub fn tab(room: &Room, route: Route, value: &str, label: impl Into<String>, count: Option<u64>) -> Tab {
    let is_here = room.query.get("tab") == value;
    Tab { label: label.into(), href: crate::view::room::Query::from([("tab", value)]).address(&route), is_here, count }
}

/// A filter of a list; the list has its own entry with an empty value.
#[must_use]
pub fn filter(room: &Room, id: &'static str, label: &str, rows: Vec<choice::Item>) -> Filter {
    Filter { id, label: label.to_owned(), kind: FilterKind::Choice(rows), value: room.query.get(id).to_owned() }
}

/// Identities as the value of a field of several.
#[must_use]
pub fn joined<T: ToString>(ids: impl IntoIterator<Item = T>) -> String {
    ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join("\n")
}

/// Who does an administrator's work where nobody else was chosen: the administrator of the platform.
#[must_use]
pub fn administrator(room: &Room) -> Option<PersonId> {
    let rows = room.school.appointments().values().filter(|row| row.period.contains(room.index.day));
    rows.min_by_key(|row| row.post).map(|row| row.person)
}
