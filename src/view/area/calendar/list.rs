//! Events as a table, and who attended which webinar (3.4).

use super::{Known, card, kit, overlap_lines, tone};
use crate::clause;
use crate::domain::{Event, EventKind, EventState};
use crate::text::{self, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Row, Section, Table, Tone};
use crate::view::room::Room;

fn column(label: &str, kind: ColumnKind) -> Column {
    Column { label: label.to_owned(), kind }
}

/// The table of events.
pub fn sections(room: &Room, rows: &[&Event], known: &Known) -> Vec<Section> {
    let lang = room.lang;
    let table = Table {
        name: msg::events_file(lang).to_owned(),
        columns: vec![
            column(msg::events_day(lang), ColumnKind::Day),
            column(msg::events_hours(lang), ColumnKind::Text),
            column(msg::events_kind(lang), ColumnKind::Text),
            column(msg::events_name(lang), ColumnKind::Text),
            column(msg::events_host(lang), ColumnKind::Text),
            column(msg::events_audience(lang), ColumnKind::Text),
            column(msg::events_people(lang), ColumnKind::Number),
            column(msg::events_format(lang), ColumnKind::Text),
            column(msg::events_state(lang), ColumnKind::Text),
        ],
        rows: rows.iter().map(|event| row(room, event, known)).collect(),
        bulk: Vec::new(),
        empty: msg::events_none(lang).to_owned(),
    };
    vec![Section::new("event-list", msg::events_view_list(lang), Body::Table(table))]
}

fn row(room: &Room, event: &Event, known: &Known) -> Row {
    let lang = room.lang;
    let people = known.reach(event.id).total();
    let found = known.overlaps(event.id);
    let tone = if found.is_empty() { tone(room, event) } else { Tone::Error };
    let hours = Cell { sort: event.start.map(i64::from), ..Cell::text(text::event::hours(event)) };
    Row {
        key: event.id.to_string(),
        cells: vec![
            Cell::day(Some(event.on)),
            hours,
            Cell::text(text::event::kind(lang, event.kind)),
            Cell::text(event.title.clone()).note(event.place.clone()),
            kit::person(room, event.host),
            Cell::text(text::audience::summary(lang, room.school, &event.audience)),
            Cell::number(people),
            Cell::text(text::event::format(lang, event.format)),
            Cell::badge(text::event::state(lang, &event.state), tone)
                .note(overlap_lines(room, event.id, found).join(" ")),
        ],
        acts: card::acts(room, event),
    }
}

/// The record of seminars and webinars: who attended what, and when (3.4).
pub fn training(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let held = room.school.events().values().filter_map(|event| match event.state {
        EventState::Held { on } if event.kind == EventKind::Webinar => Some((on, event)),
        _ => None,
    });
    let rows: Vec<Row> = held
        .flat_map(|(on, event)| {
            event.attended.iter().map(move |person| Row {
                key: format!("{}-{person}", event.id),
                cells: vec![
                    kit::person(room, Some(*person)),
                    Cell::day(Some(on)),
                    Cell::text(event.title.clone()),
                    Cell::text(event.outcome.clone()),
                ],
                acts: Vec::new(),
            })
        })
        .collect();
    let section = |body| Section::new("training", msg::events_training(lang), body).clause(clause!("3.4"));
    if rows.is_empty() {
        return vec![section(Body::Empty {
            title: msg::events_training_none(lang).to_owned(),
            text: msg::events_training_none_text(lang).to_owned(),
            acts: vec![Button::new(
                "training-add",
                msg::events_training_add(lang),
                super::Ask::New(EventKind::Webinar),
            )],
        })];
    }
    let table = Table {
        name: msg::events_training_file(lang).to_owned(),
        columns: vec![
            column(msg::events_person(lang), ColumnKind::Text),
            column(msg::events_day(lang), ColumnKind::Day),
            column(msg::events_name(lang), ColumnKind::Text),
            column(msg::events_outcome(lang), ColumnKind::Text),
        ],
        rows,
        bulk: Vec::new(),
        empty: String::new(),
    };
    vec![section(Body::Table(table)).note(msg::events_training_note(lang))]
}
