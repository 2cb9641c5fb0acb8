//! What the regulation leaves open, and what governs it instead (4.3).

use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, GapNote, GapNoteId};
use crate::text::msg;
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Page, Row, Section, Table};
use crate::view::room::{Making, Room};

use super::{Ask, Deed};

/// Fills the page with the gaps.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.acts = vec![Button::new("new-gap", msg::register_new_gap(lang), Ask::Gap(None)).primary()];
    let rows: Vec<Row> = room.school.gap_notes().values().map(|row| self::row(room, row)).collect();
    let body = if rows.is_empty() {
        Body::Empty {
            title: msg::register_no_gaps(lang).into(),
            text: msg::register_no_gaps_text(lang).into(),
            acts: vec![Button::new("first-gap", msg::register_new_gap(lang), Ask::Gap(None)).primary()],
        }
    } else {
        let column = |label: &str, kind| Column { label: label.to_owned(), kind };
        Body::Table(Table {
            name: msg::register_gaps(lang).into(),
            columns: vec![
                column(msg::register_topic(lang), ColumnKind::Text),
                column(msg::register_governed_by(lang), ColumnKind::Text),
                column(msg::register_how(lang), ColumnKind::Text),
                column(msg::register_noted_on(lang), ColumnKind::Day),
            ],
            rows,
            bulk: Vec::new(),
            empty: String::new(),
        })
    };
    page.sections = vec![
        Section::new("gaps", msg::register_gaps(lang), body).note(msg::register_gaps_note(lang)).clause(clause!("4.3")),
    ];
}

fn row(room: &Room, row: &GapNote) -> Row {
    Row {
        key: row.id.to_string(),
        cells: vec![Cell::text(&row.topic), Cell::text(&row.governed_by), Cell::text(&row.note), Cell::day(row.on)],
        acts: vec![
            Button::new("edit-gap", msg::edit(room.lang), Ask::Gap(Some(row.id))).about(&row.topic),
            Button::new("drop-gap", msg::delete(room.lang), Deed::DropGap(row.id)).about(&row.topic).danger(),
        ],
    }
}

/// Asks for a note.
pub(super) fn form(room: &Room, id: Option<GapNoteId>) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| room.school.gap_notes().get(&id));
    let text = |id, label: &str, value: Option<&String>| Field::new(id, label, FieldKind::Text).maybe(value);
    Form {
        title: msg::register_gap(lang).into(),
        lead: msg::register_gaps_note(lang).into(),
        clause: Some(clause!("4.3")),
        fields: vec![
            text("topic", msg::register_topic(lang), row.map(|row| &row.topic)).required(),
            text("governed-by", msg::register_governed_by(lang), row.map(|row| &row.governed_by))
                .hint(msg::register_governed_hint(lang))
                .required(),
            Field::new("note", msg::register_how(lang), FieldKind::Long).maybe(row.map(|row| &row.note)),
            Field::new("on", msg::register_noted_on(lang), FieldKind::Day)
                .value(row.and_then(|row| row.on).unwrap_or(room.context.today)),
        ],
        ..Form::default()
    }
}

/// Reads a note.
pub(super) fn command(
    _room: &Room,
    id: Option<GapNoteId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let row = GapNote {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        topic: reader.required("topic", values.get("topic")),
        governed_by: reader.required("governed-by", values.get("governed-by")),
        note: tidy(values.get("note")),
        on: reader.day("on", values.get("on")),
    };
    reader.finish(Some(Command::Save(row.into())))
}
