//! The start of a published edition: a visitor finds themselves by name or post and opens their own page.

use crate::domain::PersonId;
use crate::order;
use crate::regulation::{Basis, HatState, hats};
use crate::text::{decision, msg};
use crate::view::page::{Body, Cell, Column, ColumnKind, Page, Row, Section, Table};
use crate::view::people;
use crate::view::preview::roles_of;
use crate::view::room::Room;
use crate::view::route::Route;

/// The page.
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let mut staff: Vec<PersonId> = room.school.people().keys().copied().collect();
    order::by_key(&mut staff, |id| room.school.people().get(id).map(|person| person.name.clone()));
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::published_people(lang).to_owned(),
        columns: vec![
            column(msg::compare_person(lang)),
            column(msg::published_post(lang)),
            column(msg::rights_hats(lang)),
        ],
        rows: staff.into_iter().map(|person| row(room, person)).collect(),
        bulk: Vec::new(),
        empty: msg::published_nobody(lang).to_owned(),
    };
    let name = room.school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
    Page {
        title: msg::published_title(lang).to_owned(),
        lead: msg::published_lead(lang, &name),
        sections: vec![Section::new("visitors", msg::published_choose(lang), Body::Table(table))],
        ..Page::default()
    }
}

fn row(room: &Room, person: PersonId) -> Row {
    let held = hats(room.school, person, room.index.day);
    let bases: Vec<Basis> = held.iter().filter(|hat| hat.state == HatState::Active).map(|hat| hat.basis).collect();
    let roles: Vec<_> = Basis::ALL
        .into_iter()
        .filter(|basis| bases.contains(basis))
        .flat_map(|basis| roles_of(room.regulation, basis))
        .collect();
    Row {
        key: person.to_string(),
        cells: vec![
            Cell::link(room.school.person_name(person), Route::RolesOf(person)),
            Cell::text(people::posts(room.school, room.index, person)),
            Cell::text(decision::role_list(room.lang, room.regulation, &roles)),
        ],
        acts: Vec::new(),
    }
}
