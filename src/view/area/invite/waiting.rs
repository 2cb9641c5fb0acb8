//! Whom the staff room and the classes wait for: joined, invited, missing (2.1/4, 2.1/6).

use super::{Ask, place};
use crate::clause;
use crate::plan::invite::{Ledger, Waiting};
use crate::text::{invite as words, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Row, Section, Table, Tone};
use crate::view::room::Room;

/// The figures and the table of places.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let places = Ledger::of(room.school, room.index).places(room.school, room.index, room.plan);
    let sum =
        |count: &dyn Fn(&Waiting) -> usize| places.iter().map(count).sum::<usize>().try_into().unwrap_or(u64::MAX);
    let expected = sum(&|row| row.expected.len() - row.apart.len() - row.young.len());
    let apart = sum(&|row| row.apart.len());
    let figure = |label: &str, value: u64, tone| Figure {
        label: label.to_owned(),
        value,
        of: Some(expected),
        note: String::new(),
        href: None,
        tone,
    };
    let missing = sum(&|row| row.missing().count());
    let note = if apart > 0 { msg::invites_apart_note(lang, apart) } else { String::new() };
    let figures = vec![
        Figure { note, ..figure(msg::invites_joined(lang), sum(&|row| row.joined.len()), Tone::Success) },
        figure(msg::invites_invited(lang), sum(&|row| row.invited.difference(&row.joined).count()), Tone::Info),
        figure(msg::invites_missing(lang), missing, if missing > 0 { Tone::Warning } else { Tone::Plain }),
    ];
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Number };
    let columns = vec![
        Column { label: msg::invites_column_place(lang).into(), kind: ColumnKind::Text },
        Column { label: msg::invites_column_role(lang).into(), kind: ColumnKind::Text },
        column(msg::invites_expected(lang)),
        column(msg::invites_joined(lang)),
        column(msg::invites_invited(lang)),
        column(msg::invites_missing(lang)),
        column(msg::invites_apart(lang)),
    ];
    let rows = places.iter().map(|row| self::row(room, row)).collect();
    let table = Table {
        name: msg::invites_waiting_file(lang).into(),
        columns,
        rows,
        bulk: Vec::new(),
        empty: msg::invites_waiting_empty(lang).into(),
    };
    vec![
        Section::new("figures", "", Body::Figures(figures)),
        Section::new("waiting", msg::invites_tab_waiting(lang), Body::Table(table))
            .note(msg::invites_waiting_note(lang))
            .clause(clause!("2.1/4")),
    ]
}

fn row(room: &Room, waiting: &Waiting) -> Row {
    let number = |count: usize| Cell::number(count.try_into().unwrap_or(u64::MAX));
    let missing: Vec<_> = waiting.missing().collect();
    let names: Vec<String> = missing.iter().take(3).map(|id| short(room, *id)).collect();
    let note = if missing.len() > names.len() { format!("{}, …", names.join(", ")) } else { names.join(", ") };
    let acts = if missing.is_empty() {
        Vec::new()
    } else {
        let ask = Ask::Issue(Some((waiting.target, waiting.role)));
        vec![Button::new("invite", msg::invites_issue_missing(room.lang), ask)]
    };
    Row {
        key: place::key(waiting.target),
        cells: vec![
            place::cell(room, waiting.target),
            Cell::text(words::role(room.lang, waiting.role)),
            number(waiting.expected.len()),
            number(waiting.joined.len()),
            number(waiting.invited.difference(&waiting.joined).count()),
            number(missing.len()).note(note),
            number(waiting.apart.len() + waiting.young.len()),
        ],
        acts,
    }
}

fn short(room: &Room, id: crate::domain::PersonId) -> String {
    room.school.people().get(&id).map(|person| person.name.short()).unwrap_or_default()
}
