//! The staff room: who has joined, who was invited, whom nobody has invited yet (2.1/4).

use std::collections::BTreeSet;

use crate::clause;
use crate::domain::{InviteTarget, PersonId};
use crate::text::msg;
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;
use crate::view::structure::expected_staff;

/// Figures, and who has not joined.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let open = Button::new("invites", msg::orders_to_invites(lang), Route::Invites);
    let Some(id) = room.index.staff_room else {
        let body = Body::Empty {
            title: msg::structure_staff_room(lang).to_owned(),
            text: msg::structure_staff_room_none(lang).to_owned(),
            acts: vec![Button::new("structure", msg::rollover_to_structure(lang), Route::Structure)],
        };
        return vec![Section::new("staff-room", msg::structure_staff_room(lang), body).clause(clause!("2.1/4"))];
    };
    let expected = expected_staff(room.school, room.index);
    let invited: BTreeSet<PersonId> = room
        .school
        .invites()
        .values()
        .filter(|row| row.target == InviteTarget::Class(id) && row.state.is_open())
        .flat_map(|row| row.addressees.iter().copied())
        .collect();
    let joined = expected.intersection(&room.index.joined).count();
    let waiting: Vec<PersonId> = expected.difference(&room.index.joined).copied().collect();
    let is_invited = |person: &&PersonId| invited.contains(person);
    let invited_count = waiting.iter().filter(is_invited).count();
    let figure = |label: &str, value: usize, tone| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: Some(expected.len() as u64),
        note: String::new(),
        href: None,
        tone,
    };
    let missing = waiting.len() - invited_count;
    let figures = vec![
        figure(msg::structure_staff_room_joined(lang), joined, Tone::Success),
        figure(msg::orders_invited(lang), invited_count, Tone::Info),
        figure(msg::orders_uninvited(lang), missing, if missing == 0 { Tone::Plain } else { Tone::Warning }),
    ];
    let mut sections = vec![
        Section::new("staff-room", msg::structure_staff_room(lang), Body::Figures(figures))
            .clause(clause!("2.1/4"))
            .acts(vec![Button::new("staff-room", msg::structure_staff_room_open(lang), Route::Class(id)), open]),
    ];
    if !waiting.is_empty() {
        let mut rows: Vec<Row> = waiting.iter().map(|person| row(room, *person, is_invited(&person))).collect();
        rows.sort_by(|a, b| a.cells.first().map(|cell| &cell.text).cmp(&b.cells.first().map(|cell| &cell.text)));
        let table = Table {
            name: msg::orders_waiting(lang).to_owned(),
            columns: [msg::movement_worker(lang), msg::movement_state(lang)]
                .map(|label| Column { label: label.to_owned(), kind: ColumnKind::Text })
                .into(),
            rows,
            bulk: Vec::new(),
            empty: String::new(),
        };
        sections.push(Section::new("waiting", msg::orders_waiting(lang), Body::Table(table)));
    }
    sections
}

fn row(room: &Room, person: PersonId, is_invited: bool) -> Row {
    let lang = room.lang;
    let state = if is_invited {
        Cell::badge(msg::orders_invited(lang), Tone::Info)
    } else {
        Cell::badge(msg::orders_uninvited(lang), Tone::Warning)
    };
    let name = Cell::link(room.school.person_name(person), Route::Person(person));
    Row { key: person.to_string(), cells: vec![name, state], acts: Vec::new() }
}
